import { plain } from '../model/plain.ts';

/** The types of agreement that the Institute distinguishes, in French, by the words that requesters use. */
const types: readonly { name: string; words: RegExp }[] = [
  {
    name: 'entente-cadre',
    words: /\b(?:entente|accord|convention)s?[- ]cadres?\b|\bframework\b|\b(?:acuerdo|convenio)s? marcos?\b/,
  },
  {
    name: 'protocole d’entente',
    words:
      /\bprotocoles?\b|\bmou\b|\bmemorand(?:um|a|o|os) (?:of understanding|d'entente|de entendimiento)\b|\bletter of intent\b/,
  },
  {
    name: 'contrat de services',
    words:
      /\bcontrats?\b|\b(?:service|consulting|training) (?:contract|agreement)s?\b|\bcontracts?\b|\bcontratos?\b|\bprestacion\b/,
  },
  {
    name: 'entente de mobilité',
    words: /\bmobilite\b|\bmobility\b|\bmovilidad\b|\b(?:student|staff) exchanges?\b|\bechanges? d'etudiants\b/,
  },
  {
    name: 'délocalisation de programme',
    words:
      /\bdelocalis\p{L}+|\bprogramme?s? (?:abroad|delocalises?)\b|\bprograma en el extranjero\b|\bfranchis\p{L}+|\bjoint (?:degree|programme?)\b/u,
  },
  {
    name: 'entente de collaboration',
    words:
      /\bcollaborations?\b|\bcooperation\b|\bpartenariats?\b|\bpartnerships?\b|\bcolaboracion\b|\bcooperacion\b|\balianza\b/,
  },
  {
    name: 'à déterminer',
    words:
      /\ba (?:determiner|preciser|definir|discuter)\b|\bundecided\b|\bto be (?:determined|decided|discussed|defined)\b|\btbd\b|\bpor (?:definir|determinar)\b|\bne sa(?:is|vons) pas\b|\bnot (?:sure|decided)\b|\bno sabemos\b/,
  },
];

/**
 * The types of agreement that an answer names, in French; empty when it names none of them: then people look at it. The
 * general word counts only where no other does: « collaboration par contrat » is a contract.
 */
export function agreementTypes(answer: string): string[] {
  const text = plain(answer).replace(/\s+/g, ' ');
  const named = types.filter(({ words }) => words.test(text)).map(({ name }) => name);
  const general = 'entente de collaboration';
  return named.length > 1 ? named.filter((name) => name !== general) : named;
}
