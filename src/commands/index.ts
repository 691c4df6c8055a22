import { aide } from './aide.ts';
import { annuler } from './annuler.ts';
import { categorie } from './categorie.ts';
import { clarifier } from './clarifier.ts';
import type { Command } from './command.ts';
import { complet } from './complet.ts';
import { diffuser } from './diffuser.ts';
import { note } from './note.ts';
import { statut } from './statut.ts';

/** Every staff command, in the order in which help shows them. */
export const commands: readonly Command[] = [aide, statut, note, clarifier, categorie, complet, diffuser, annuler];
