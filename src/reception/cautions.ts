import { plain } from '../model/plain.ts';
import type { Finding } from '../model/request.ts';
import { sentencesOf } from './points.ts';
import { quebecPlaces } from './quebec.ts';

/** What a first mail says, as far as a caution depends on it. */
interface Said {
  /** The sender's words. */
  text: string;
  /** `Finding.value` of kind `requesterKind`. */
  requesterKind?: string | undefined;
  /** ISO 3166-1 alpha-2 code of the requester's country. */
  country?: string | undefined;
  /** Whether an agreement is sought. */
  agreement: boolean;
}

/** What staff is to look out for in a new request, in French; nothing is decided by it. */
export function cautionsOf(said: Said): Finding[] {
  const sentences = sentencesOf(said.text);
  return rules.flatMap(({ kind, value, evidence }) => {
    const found = evidence(said, sentences);
    return found ? [{ kind, value, evidence: found, confidence: 'possible' as const }] : [];
  });
}

interface Rule {
  kind: string;
  value: string;
  /** Undefined when there is nothing to look out for. */
  evidence: (said: Said, sentences: readonly string[]) => string | undefined;
}

const rules: readonly Rule[] = [
  {
    kind: 'orders',
    value: 'le texte donne des ordres à un programme; rien n’en est exécuté',
    evidence: (_, sentences) => quote(sentences, ordersToProgram),
  },
  {
    kind: 'personalDocuments',
    value: 'à ne pas ouvrir ni transmettre sans la personne responsable de la protection des renseignements personnels',
    evidence: (_, sentences) => quote(sentences, personalDocuments),
  },
  {
    kind: 'outOfMandate',
    value:
      'un particulier\u00A0: à diriger vers les services d’admission; rien à diffuser. L’accusé de réception ne pose pas les cinq questions et n’offre pas de rencontre',
    evidence: ({ requesterKind }) => (requesterKind === 'individual' ? 'type de demandeur' : undefined),
  },
  {
    kind: 'stateAgreement',
    value: 'les centres de services scolaires ont besoin d’une autorisation ministérielle (M-25.1.1, art. 23)',
    evidence: ({ requesterKind = '', country, agreement }) =>
      agreement && states.has(requesterKind) && country && country !== 'CA' ? 'type de demandeur; entente' : undefined,
  },
  {
    kind: 'establishment',
    value: 'un établissement au Québec\u00A0: on lui écrit en français seulement',
    evidence: (_, sentences) => quote(sentences, establishment),
  },
];

/** Kinds of requester that speak for a State; an agency is one until people know better. */
const states: ReadonlySet<string> = new Set(['government', 'public-agency', 'embassy', 'development-agency']);

/** « Assistant: … », as one writes to a model; a person at a desk is not told who one is. */
const program = 'system|systeme|sistema|assistant|assistante?|asistente|bot|ai|ia|robot|clerk|greffier';
const order =
  '(?:approve|accept|classify|mark|set|change|send|close|delete|print|reveal|ignore|you are|approuve|accepte|classe|marque|mets|change|envoie|ferme|supprime|affiche|tu es|approuvez|acceptez|classez|envoyez|fermez|supprimez|apruebe|aprueba|acepte|clasifi\\w+|envie|usted es|eres)';
const ordersToProgram = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override)\b.{0,20}\b(?:rules?|instructions?|prompts?|guidelines)\b`,
    String.raw`\b(?:ignore[zr]?|oublie[zr]?|contourne[zr]?)\b.{0,20}\b(?:regles?|instructions?|consignes?)\b`,
    String.raw`\b(?:ignora|olvida|ignore)\b.{0,20}\b(?:reglas?|instrucciones)\b`,
    String.raw`\bsystem prompt\b`,
    String.raw`\b(?:you are|tu es|vous etes|eres|usted es) (?:(?:now|an?|the|un|une|le|la|el|maintenant|ahora) ){0,2}(?:\w+ )?(?:ai|assistant|language model|bot|clerk|program|ia|assistante?|modele|greffier|asistente)\b`,
    String.raw`^\W{0,3}(?:${program})\W{1,4}(?:please |stp )?${order}\b`,
  ].join('|'),
);

const documents =
  "passeports?|passports?|pasaportes?|releves? de notes?|(?:mes|my|mis) (?:releves?|transcripts?|notas)|academic transcripts?|pieces? d'identite|carte (?:nationale )?d'identite|identity cards?|national id|cedula|actes? de naissance|birth certificates?|partidas? de nacimiento|(?:my|mon|mi) (?:cv|resume|curriculum vitae)|medical certificate|certificat medical|casier judiciaire";
const joined =
  'voici|ci-joint\\w*|joins|joint\\w*|en piece|attach\\w*|enclos\\w*|find|adjunt\\w*|anexo|en annexe|here (?:is|are)';
const personalDocuments = new RegExp(
  `\\b(?:${joined})\\b.{0,120}\\b(?:${documents})\\b|\\b(?:${documents})\\b.{0,120}\\b(?:${joined})\\b`,
);

const establishment = new RegExp(
  `\\b(?:filiales?|succursales?|etablissements?|usines?|bureaux?|subsidiar(?:y|ies)|branch(?:es)?|plants?|offices?|sucursal(?:es)?|filial(?:es)?|sede) (?:[\\p{L}'-]+ ){0,3}(?:${quebecPlaces.map(plain).join('|')})(?!\\p{L})`,
  'u',
);

function quote(sentences: readonly string[], pattern: RegExp): string | undefined {
  const found = sentences.find((sentence) => pattern.test(plain(sentence)));
  return found && `«\u00A0${found.length > longestQuote ? `${found.slice(0, longestQuote)}…` : found}\u00A0»`;
}

const longestQuote = 200;
