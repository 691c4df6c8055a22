import { kinOf, openRequests } from '../model/kin.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';

/** A sentence shorter than this may well be repeated by chance. */
const leastSentence = 24;

/** Words that only our letters to staff hold: their headings, their buttons, the footer. */
const ourWords =
  /transmis(?: par notre registre,)? sous la supervision de|Commandes possibles|Recherche automatique, à vérifier|#(?:annuler|statut|aide)\b/u;
/** Headings of our letters that stand alone on a line: one may be the writer's own, two are a copy. */
const ourHeadings = /^[\s>]*(?:Les cinq précisions|Courriels|Recherches|Notes|Historique|Réponses reçues)[ \t]*$/gmu;

/**
 * Why words for somebody outside must not leave the house, in French; undefined when they may. A mail program that marks
 * its quotation in no known way must not send our own letters on, notes and all; nor a sentence of what staff wrote down,
 * as a note, a finding or a reason, about this request, an earlier one of the same people or another one that is open.
 */
export function internalWords(words: string, request: Request, register: Register): string | undefined {
  const body = flat(words);
  if (ourWords.test(body) || (words.match(ourHeadings) ?? []).length > 1)
    return 'Le corps contient un courriel du greffier à l’équipe\u00A0: effacez le texte cité, puis recommencez.';
  if (repeatsShortNote(words, request))
    return 'Le corps contient une note interne de cette demande, mot pour mot\u00A0: effacez-la, puis recommencez.';
  if (body.length < leastSentence) return undefined;
  const others = new Map([...kinOf(register, request), ...openRequests(register)].map((one) => [one.reference, one]));
  others.delete(request.reference);
  const requests = [request, ...others.values()];
  for (const each of requests) {
    const { reference, notes, findings } = each;
    const where = reference === request.reference ? 'de cette demande' : `de la demande ${reference}`;
    if (notes.some(({ text }) => holdsSentence(body, text)))
      return `Le corps contient une note interne ${where}, mot pour mot\u00A0: effacez-la, puis recommencez.`;
    if (reasonsOf(each).some((why) => holdsSentence(body, why)))
      return `Le corps contient le motif d’une catégorie ou d’une attente ${where}, mot pour mot\u00A0: il ne sort jamais de la maison. Effacez-le, puis recommencez.`;
    // What the clerk found stands in the requester's own mail; what a person found does not.
    if (findings.some(({ confidence, value }) => confidence === undefined && holdsSentence(body, value)))
      return `Le corps contient un résultat de recherche ${where}, mot pour mot\u00A0: il ne sort jamais de la maison. Effacez-le, puis recommencez.`;
  }
  return undefined;
}

/** Why it is in its category, and why it waits or waited. */
function reasonsOf({ category, held, history }: Request): string[] {
  const waits = history.flatMap((line) => (line.kind === 'request-held' && line.until ? [line.why] : []));
  return [...new Set([...(category ? [category.reason] : []), ...(held ? [held.why] : []), ...waits])];
}

/** A short sentence of a note counts where it is a whole sentence of the letter, and more than a courtesy. */
function repeatsShortNote(words: string, { notes, findings }: Request): boolean {
  const found = findings.filter(({ confidence }) => confidence === undefined).map(({ value }) => value);
  const internal = new Set(
    [...notes.map(({ text }) => text), ...found]
      .flatMap(sentencesOf)
      .map(bare)
      .filter((sentence) => sentence.length >= 12 && sentence.length < leastSentence && sentence.split(' ').length > 2),
  );
  return internal.size > 0 && sentencesOf(words).some((sentence) => internal.has(bare(sentence)));
}

function bare(sentence: string): string {
  return sentence.toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;…])\s+|\n+/u).map(flat);
}

function holdsSentence(body: string, text: string): boolean {
  return sentencesOf(text).some((sentence) => sentence.length >= leastSentence && body.includes(sentence));
}

function flat(text: string): string {
  return text.replace(/[\s>]+/gu, ' ').trim();
}
