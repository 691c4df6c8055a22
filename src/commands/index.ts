import { aide } from './aide.ts';
import { annuler } from './annuler.ts';
import { attente } from './attente.ts';
import { categorie } from './categorie.ts';
import { clarifier } from './clarifier.ts';
import type { Command } from './command.ts';
import { complet } from './complet.ts';
import { diffuser } from './diffuser.ts';
import { fermer } from './fermer.ts';
import { fusionner } from './fusionner.ts';
import { indesirable } from './indesirable.ts';
import { note } from './note.ts';
import { pause, reprendre } from './pause.ts';
import { prendre, responsable } from './prendre.ts';
import { rouvrir } from './rouvrir.ts';
import { scinder } from './scinder.ts';
import { statut } from './statut.ts';

/** Every staff command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  aide,
  statut,
  prendre,
  responsable,
  note,
  clarifier,
  categorie,
  complet,
  diffuser,
  attente,
  rouvrir,
  fermer,
  indesirable,
  fusionner,
  scinder,
  annuler,
  pause,
  reprendre,
];
