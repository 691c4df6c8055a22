import { addenda } from './addenda.ts';
import { aide } from './aide.ts';
import { annuler } from './annuler.ts';
import { attente } from './attente.ts';
import { bulletin } from './bulletin.ts';
import { categorie } from './categorie.ts';
import { clarifier } from './clarifier.ts';
import type { Command } from './command.ts';
import { complet } from './complet.ts';
import { compteRendu } from './compte-rendu.ts';
import { diffuser } from './diffuser.ts';
import { fermer } from './fermer.ts';
import { fusionner } from './fusionner.ts';
import { indesirable } from './indesirable.ts';
import { liste } from './liste.ts';
import { note } from './note.ts';
import { nouveau } from './nouveau.ts';
import { partenaire } from './partenaire.ts';
import { pause, reprendre } from './pause.ts';
import { prendre, responsable } from './prendre.ts';
import { recherche } from './recherche.ts';
import { rectifier } from './rectifier.ts';
import { registre } from './registre.ts';
import { rencontre } from './rencontre.ts';
import { repondre } from './repondre.ts';
import { rouvrir } from './rouvrir.ts';
import { scinder } from './scinder.ts';
import { statut } from './statut.ts';
import { transfert } from './transfert.ts';

/** Every staff command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  aide,
  statut,
  liste,
  registre,
  prendre,
  responsable,
  note,
  repondre,
  recherche,
  clarifier,
  rencontre,
  compteRendu,
  categorie,
  complet,
  diffuser,
  rectifier,
  addenda,
  bulletin,
  attente,
  rouvrir,
  fermer,
  indesirable,
  transfert,
  fusionner,
  scinder,
  partenaire,
  annuler,
  nouveau,
  pause,
  reprendre,
];
