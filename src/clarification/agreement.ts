import { plain } from '../model/plain.ts';

const open = 'à déterminer';

/** « pas de contrat », "neither a contract nor an MoU": said of what is not wanted. */
const excluded =
  /\b(?:pas|sans|ni|not|no|non|without|sin|neither|nor)(?! (?:only|seulement|solo|yet)\b) (?:(?:de|d'|un|une|l'|le|la|a|an|any|of|el|ningun) ?)?[\p{L}'-]+/gu;

/** The types of agreement that the Institute distinguishes, in French, by the words that requesters use. */
const types: readonly { name: string; words: RegExp }[] = [
  {
    name: 'entente-cadre',
    words: /\b(?:entente|accord|convention)s?[- ]cadres?\b|\bframework\b|\b(?:acuerdo|convenio)s? marcos?\b/,
  },
  {
    name: 'protocole d’entente',
    words:
      /\bprotocoles?\b|\bmou\b|\bm\.o\.u\b|\bmemorand(?:um|a|o|os) (?:of understanding|d'entente|de entendimiento)\b|\bletter of intent\b/,
  },
  {
    name: 'contrat de services',
    words:
      /\bcontrats?\b|\b(?:services?|consulting|training) (?:contract|agreement)s?\b|\bfee[- ]for[- ]service\b|\b(?:entente|accord|acuerdo|convenio)s? de (?:prestations? de )?servic(?:e|io)s?\b|\bprestations? de services?\b|\bcontracts?\b|\bcontratos?\b|\bprestacion\b/,
  },
  {
    name: 'entente de mobilité',
    words:
      /\bmobilite\b|\bmobility\b|\bmovilidad\b|\b(?:student|staff) exchanges?\b|\bechanges? d'etudiants\b|\bintercambios? (?:de|estudiantil)\b/,
  },
  {
    name: 'délocalisation de programme',
    words:
      /\bdelocalis\p{L}+|\bprogramme?s? (?:abroad|delocalises?)\b|\bprograma en el extranjero\b|\bfranchis\p{L}+|\b(?:joint|double|dual) (?:degree|diploma|programme?)\b|\bdoubles? diplom\p{L}+|\bdoble titulacion\b|\bdeslocaliza\p{L}+/u,
  },
  {
    name: 'entente de collaboration',
    words:
      /\bcollaborations?\b|\bcooperation\b|\bpartenariats?\b|\bpartnerships?\b|\bcolaboracion\b|\bcooperacion\b|\balianza\b/,
  },
  {
    name: open,
    words:
      /\ba (?:determiner|preciser|definir|discuter)\b|\bundecided\b|\bto be (?:determined|decided|discussed|defined)\b|\btbd\b|\bpor (?:definir|determinar)\b|\b(?:ne sa(?:is|vons)|on ne sait) pas\b|\bnot (?:yet )?(?:sure|decided)\b|\b(?:don't|do not) know\b|\bno sabemos\b|\b(?:no|aun no|todavia no) (?:definido|decidido)\b|\b(?:pas|sans|no|sin) (?:de )?prefer[ea]nc[ei]a?\b|\bindiferente\b/,
  },
];

/**
 * The types of agreement that an answer names, in French; empty when it names none of them: then people look at it. The
 * general word counts only where no other does: « collaboration par contrat » is a contract.
 */
export function agreementTypes(answer: string): string[] {
  const text = plain(answer).replace(/\s+/g, ' ');
  const wanted = text.replace(excluded, ' ');
  const named = types.filter(({ name, words }) => words.test(name === open ? text : wanted)).map(({ name }) => name);
  const general = 'entente de collaboration';
  return named.length > 1 ? named.filter((name) => name !== general) : named;
}
