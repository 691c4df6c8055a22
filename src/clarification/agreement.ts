import { plain } from '../model/plain.ts';

const open = 'à déterminer';

/** « tout sauf un contrat », "anything but a contract", "without a contract": all that follows is not wanted, up to a « mais ». */
const excluding = new RegExp(
  [
    /\b(?:(?:any|every) ?thing|all|any(?: \p{L}+)?) but\b/u,
    /\b(?:pas|sans|ni|aucune?|ne|jamais|sauf|excepte|hors|hormis|eviter|evitons|exclu\p{L}*|au lieu)(?! (?:only|yet|seulement|encore|solo|solamente|aun)\b)(?!\p{L})/u,
    /\b(?:(?:autre|plutot) qu(?:e\b|')|n')/u,
    /\b(?:not|no|non(?!-)|never|cannot|without|neither|nor|except|excluding|avoid\p{L}*|other than|rather than|instead of|far from)(?! (?:only|yet|seulement|encore|solo|solamente|aun)\b)(?!\p{L})|n't\b/u,
    /\b(?:sin|nunca|ningun[oa]?|menos|salvo|excepto|evitar|evitamos|excluy\p{L}+|en (?:lugar|vez) de|lejos de)(?! (?:only|yet|seulement|encore|solo|solamente|aun)\b)(?!\p{L})/u,
  ]
    .map(({ source }) => `(?:${source}).*$`)
    .join('|'),
  'u',
);
/** Said behind what is not wanted: « un contrat est exclu », "Framework: no". */
const excluded =
  /(?:\bn'est|\b(?:is|are|es|est|sont|would be|will be|sera|serait|seria)) (?:pas|not|no|exclu\p{L}*|excluid[oa]|impossible|imposible|out)\b|\bisn't\b|[ :](?:non|no)$/u;
/** Where something else begins; in a list of what is not wanted nothing does. */
const clauses =
  /[.;!?\n]+(?=\s|$)|,(?!.*\b(?:or|ou|o|u|nor|ni)\b)| (?:mais|but(?<!\b(?:(?:any|every) ?thing|all|any(?: \p{L}+)?) but)|pero|sino|plutot(?! qu)|rather(?! than))(?!\p{L})/u;

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
  const wanted = text
    .split(clauses)
    .map((clause) => (excluded.test(clause.trim()) ? '' : clause.replace(excluding, ' ')))
    .join('; ');
  const named = types.filter(({ name, words }) => words.test(name === open ? text : wanted)).map(({ name }) => name);
  const general = 'entente de collaboration';
  return named.length > 1 ? named.filter((name) => name !== general) : named;
}
