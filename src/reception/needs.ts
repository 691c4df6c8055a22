import { type Sign, signsIn } from './signs.ts';

/** A kind of help that the sender seems to ask for, in French, and the words that say so, as they were written. */
export const needsOf = (text: string) => signsIn(text, needs);

const trainers = '(?:formateurs?|formatrices?|instruct\\w+|trainers?|teachers?|enseignants?|formadores|docentes)';

/**
 * In French, English and Spanish. The words of the glossary; a need that another one names more exactly is not among
 * them.
 */
const needs: readonly Sign[] = [
  {
    name: 'formation de formateurs',
    signs: new RegExp(
      `\\b(?:formation|perfectionnement|former|formacion|capacitacion) (?:de |des |d'|nos |les |para )?(?:[\\w']+ ){0,2}${trainers}\\b|\\btrain(?:ing)?(?: of| for)?(?: [\\w']+){0,2} ${trainers}\\b|\\btrain(?:ing)?[- ](?:of[- ])?(?:the[- ])?trainers?\\b|\\binstructors?' training\\b`,
    ),
  },
  {
    name: 'formation sur mesure',
    signs:
      /\bformations? sur[- ]mesure\b|\b(?:custom\w*|tailor(?:ed|-made)|bespoke)(?: [\w-]+)? training\b|\btraining (?:course|program\w*)s?\b|\b(?:capacitacion|formacion) a (?:la )?medida\b|\b(?:former|formation (?:de|des|d')|train) ?(?:nos |our |\d+ |une? |des )?(?:[\w-]+ )?(?:operateurs?|operators?|mineurs?|miners?|techniciens?|technicians?|employes?|workers?|travailleurs?|operadores|tecnicos|trabajadores)\b/,
  },
  {
    name: 'ingénierie de formation',
    signs:
      /\bingenierie de (?:la )?formation\b|\bapproche par competences\b|\b(?:referentiels?|curricul(?:um|a|ums|o|os))\b|\bcompetency[- ]based\b|\bprogramm?es? d'etudes?\b|\benfoque por competencias\b/,
  },
  {
    name: 'reconnaissance des acquis',
    signs:
      /\b(?:rac|vae)\b|\b(?:reconnaissance|validation) des acquis\b|\bprior learning\b|\breconocimiento de (?:saberes|aprendizajes|competencias)\b/,
  },
  {
    name: 'expertise et assistance technique',
    signs:
      /\btransferts? d'expertise\b|\bassistance technique\b|\btechnical (?:assistance|advice|support)\b|\b(?:asistencia|asesoria) tecnica\b|\b(?:expert|simulators?|expertise) advice\b|\baccompagnement technique\b/,
  },
  {
    name: 'création d’école',
    signs:
      /\b(?:creation|creer|ouverture|ouvrir|construction|projet) (?:de |d'|un |une |du )*(?:ecole|centre|institut|campus)\b|\b(?:set(?:ting)? up|establish(?:ing|ment of)?|creat(?:e|ing)|build(?:ing)?|open(?:ing)?) (?:of )?(?:a |an |the |our )?(?:new )?(?:[\w-]+ )?(?:school|centre|center|institute|academy|campus)\b|\b(?:crear|creacion de|abrir|apertura de) (?:una? )?(?:escuela|centro|instituto)\b/,
  },
  {
    name: 'simulateurs et formation à distance',
    signs:
      /\bsimula(?:teur|tor|dor)(?:e?s)?\b|\b(?:formation|cours|enseignement) (?:a distance|en ligne)\b|\b(?:distance|online|remote) (?:learning|training|courses?)\b|\be-?learning\b|\b(?:formacion|capacitacion|modalidad) (?:a distancia|virtual|en linea)\b/,
  },
  {
    name: 'mobilité et stages',
    signs:
      /\bmobilit[ey]\b|\bmovilidad\b|\b(?:un|de|du|des|en|le|les|nos) stages?\b|\bstagiaires?\b|\binternships?\b|\bpasantias?\b|\b(?:student|staff|teacher) exchanges?\b|\bechanges? (?:d'etudiants|d'enseignants|de formateurs)\b|\bplacements?\b/,
  },
  {
    name: 'recherche conjointe',
    signs:
      /\brecherches? (?:conjointe|commune|appliquee|collaborative)s?\b|\b(?:joint|collaborative|applied) research\b|\bresearch (?:project|collaboration|partnership)s?\b|\bprojets? de recherche\b|\binvestigacion (?:conjunta|aplicada)\b/,
  },
  {
    name: 'délégation et visite',
    signs:
      /\bdelegations? de (?!la |pouvoir)|\b(?:visite|visiter|visitera|visiterons|visiteront)\b|\b(?:study (?:tour|visit)|site visit|delegation)s?\b|\bvisit(?:ing)? (?:your|quebec)\b|\b(?:visitar|visita (?:a|de|tecnica))\b|\bdelegacion\b/,
  },
  {
    name: 'appel de propositions',
    signs:
      /\bappels? (?:d'offres|de propositions|a projets|a propositions|a manifestation)\b|\bl'appel «|\bcall for (?:proposals|tenders|bids|expressions?)\b|\b(?:tender|rfp|consortium|consorcio)\b|\b(?:convocatoria|licitacion)\b|\b(?:chef de file|lead partner)\b/,
  },
  {
    name: 'bourses et admission',
    signs:
      /\bbourses? (?:d'etudes?|pour)\b|\bscholarships?\b|\bbecas?\b|\b(?:admission|inscription) (?:a|au|dans|in|to)\b/,
  },
];
