import { minutesHeading } from '../clarification/meeting.ts';
import { toldToAll } from '../dissemination/addendum.ts';
import { kinOf, openRequests } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';

/** A sentence shorter than this may well be repeated by chance, as part of another. */
const leastSentence = 26;
/** One that is shorter still says nothing. */
const leastShort = 14;

/** Words that only our letters to staff hold: their headings, their buttons, the footer. */
const ourWords =
  /transmis(?: par notre registre,)? sous la supervision de|Commandes possibles|Recherche automatique, à vérifier|#(?:annuler|statut|aide)\b/u;
/** Headings of our letters that stand alone on a line: one may be the writer's own, two are a copy. */
const ourHeadings = /^[\s>]*(?:Les cinq précisions|Courriels|Recherches|Notes|Historique|Réponses reçues)[ \t]*$/gmu;

/** What our forms put into a note beside what people write in them. */
const ownHeadings = [
  minutesHeading,
  ...Object.values(pointTitles).flatMap((titles) => Object.values(titles).map(({ title }) => title)),
];

/**
 * Why words for somebody outside must not leave the house, in French; undefined when they may. A mail program that marks
 * its quotation in no known way must not send our own letters on, notes and all; nor a sentence of what staff wrote down,
 * as a note, a finding or a reason, about this request, an earlier one of the same people or another one that is open.
 */
export function internalWords(words: string, request: Request, register: Register): string | undefined {
  if (ourWords.test(flat(words)) || (words.match(ourHeadings) ?? []).length > 1)
    return 'Le corps contient un courriel du greffier à l’équipe\u00A0: effacez le texte cité, puis recommencez.';
  if (repeatsShortNote(words, request, register))
    return 'Le corps contient une note interne de cette demande, mot pour mot\u00A0: effacez-la, puis recommencez.';
  const body = spoken(words);
  if (body.length < leastSentence) return undefined;
  const known = knownOutside(request, register);
  const repeats = (text: string) =>
    sentencesOf(text)
      .map(spoken)
      .some((sentence) => isLong(sentence) && body.includes(sentence) && !known(sentence));
  const others = new Map([...kinOf(register, request), ...openRequests(register)].map((one) => [one.reference, one]));
  others.delete(request.reference);
  const requests = [request, ...others.values()];
  for (const each of requests) {
    const { reference, notes } = each;
    const where = reference === request.reference ? 'de cette demande' : `de la demande ${reference}`;
    if (notes.some(({ text }) => repeats(text)))
      return `Le corps contient une note interne ${where}, mot pour mot\u00A0: effacez-la, puis recommencez.`;
    if (reasonsOf(each).some(repeats))
      return `Le corps contient le motif d’une catégorie ou d’une attente ${where}, mot pour mot\u00A0: il ne sort jamais de l’Institut. Effacez-le, puis recommencez.`;
    if (foundByPeople(each).some(repeats))
      return `Le corps contient un résultat de recherche ${where}, mot pour mot\u00A0: il ne sort jamais de l’Institut. Effacez-le, puis recommencez.`;
  }
  return undefined;
}

/** Whether a sentence of a note is no secret: the requester wrote it, it was told outside, or it is of our form. */
function knownOutside(
  { points, notice, approval, notes }: Request,
  { mails }: Register,
): (sentence: string) => boolean {
  // What staff wrote down for an answer may hold a remark of their own.
  const answers = Object.values(points)
    .flatMap((point) => [point, ...(point.earlier ?? [])])
    .filter(({ author, mail }) => mails.get(mail)?.from === author);
  const shown = [notice, approval].flatMap((each) => Object.values(each?.notice.points ?? {}));
  const told = notes.flatMap(({ text }) => toldToAll(text) ?? []);
  const known = [...answers.map(({ value }) => value), ...shown, ...told, ...ownHeadings].map(spoken);
  return (sentence) => known.some((each) => each.includes(sentence));
}

/** Why it is in its category, and why it waits or waited. */
function reasonsOf({ category, held, history }: Request): string[] {
  const waits = history.flatMap((line) => (line.kind === 'request-held' && line.until ? [line.why] : []));
  return [...new Set([...(category ? [category.reason] : []), ...(held ? [held.why] : []), ...waits])];
}

/** What the clerk found stands in the requester's own mail; what a person found does not. */
function foundByPeople({ findings }: Request): string[] {
  return findings.filter(({ confidence }) => confidence === undefined).map(({ value }) => value);
}

/** A short sentence of a note counts where it stands between marks in the letter, and is more than a courtesy. */
function repeatsShortNote(words: string, request: Request, register: Register): boolean {
  const clauses = betweenMarks(words);
  const known = knownOutside(request, register);
  return [...request.notes.map(({ text }) => text), ...foundByPeople(request)].flatMap(sentencesOf).some((sentence) => {
    const said = spoken(sentence);
    const counts = said.length >= leastShort && !isLong(said) && countWords(said) > 2;
    return counts && clauses.includes(betweenMarks(sentence)) && !known(said);
  });
}

const isLong = (said: string) => said.length >= leastSentence;
const countWords = (said: string) => said.trim().split(' ').length;

/** The words alone, with a space on either side: without case, accents and marks. */
function spoken(text: string): string {
  return ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The same, kept apart where a mark or the end of a line parts them. */
function betweenMarks(text: string): string {
  const clauses = text.split(/[.!?;:…,()«»“”"\n]|\s[-–—]\s/u).map(spoken);
  return `|${clauses.filter((clause) => clause.trim()).join('|')}|`;
}

/** Also what stands on either side of a colon. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;:…])\s+|\n+/u);
}

function flat(text: string): string {
  return text.replace(/[\s>]+/gu, ' ').trim();
}
