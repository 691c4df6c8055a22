import { minutesHeading } from '../clarification/meeting.ts';
import { readMinutes } from '../clarification/questionnaire.ts';
import { toldToAll } from '../dissemination/addendum.ts';
import { kinOf, openRequests } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Register } from '../model/register.ts';
import { type Notice, points, type Request } from '../model/request.ts';
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
  // Most commands bring no words, and every button that could is tried without.
  if (!words) return undefined;
  if (ourWords.test(flat(words)) || (words.match(ourHeadings) ?? []).length > 1)
    return 'Le corps contient un courriel du greffier à l’équipe\u00A0: effacez le texte cité, puis recommencez.';
  const known = knownOutside(request, register);
  if (shortNoteIn(words, request, known) !== undefined)
    return 'Le corps contient une note interne de cette demande, mot pour mot\u00A0: effacez-la, puis recommencez.';
  const found = sentenceIn(words, request, register, known);
  if (!found) return undefined;
  const { what, where } = found;
  return what === noteName
    ? `Le corps contient ${what} ${where}, mot pour mot\u00A0: effacez-la, puis recommencez.`
    : `Le corps contient ${what} ${where}, mot pour mot\u00A0: il ne sort jamais de l’Institut. Effacez-le, puis recommencez.`;
}

/**
 * Why a notice must not go to the partners as it is, in French; undefined when it may. Whatever wrote a point, everything
 * passes here. What staff wrote under the titles of the minutes was written for a point, and so was what a caller asked.
 */
export function internalInNotice(notice: Notice, request: Request, register: Register): string | undefined {
  const own = { ...request, notes: withoutPoints(request) };
  const known = knownOutside(request, register);
  for (const point of points) {
    const { title } = pointTitles.fr[point];
    const value = notice.points[point] ?? '';
    const short = shortNoteIn(value, own, known);
    const found =
      short === undefined ? sentenceIn(value, own, register, known) : { what: noteName, where: ofThis, passage: short };
    if (found) return toRewrite(title, found);
  }
  // A note that gives a name behind a colon only names it too.
  const named = request.history.some(({ kind }) => kind === 'requester-corrected') ? spoken(notice.organisation) : '';
  const passage = own.notes
    .flatMap(({ text }) => text.split(/(?<=[.!?;…])\s+|\n+/u))
    .find((sentence) => isLong(spoken(sentence)) && named.includes(spoken(sentence)));
  return passage && toRewrite('Organisation', { what: noteName, where: ofThis, passage });
}

interface Found {
  what: string;
  where: string;
  passage: string;
}

function toRewrite(title: string, { what, where, passage }: Found): string {
  return `La fiche contient, sous «\u00A0${title}\u00A0», ${what} ${where}, mot pour mot\u00A0: «\u00A0${passage.trim()}\u00A0». Récrivez ce passage par «\u00A0#rectifier\u00A0», puis recommencez.`;
}

const noteName = 'une note interne';
const ofThis = 'de cette demande';

/** A sentence of what staff wrote down that the words hold, what it is and which request it is of. */
function sentenceIn(
  words: string,
  request: Request,
  register: Register,
  known: (sentence: string) => boolean,
): Found | undefined {
  const body = spoken(words);
  if (body.length < leastSentence) return undefined;
  const repeated = (text: string) =>
    sentencesOf(text).find((sentence) => {
      const said = spoken(sentence);
      return isLong(said) && body.includes(said) && !known(said);
    });
  const others = new Map([...kinOf(register, request), ...openRequests(register)].map((one) => [one.reference, one]));
  others.delete(request.reference);
  for (const each of [request, ...others.values()]) {
    const where = each.reference === request.reference ? ofThis : `de la demande ${each.reference}`;
    const written: readonly [what: string, texts: readonly string[]][] = [
      [noteName, each.notes.map(({ text }) => text)],
      ['le motif d’une catégorie ou d’une attente', reasonsOf(each)],
      ['un résultat de recherche', foundByPeople(each)],
    ];
    for (const [what, texts] of written)
      for (const text of texts) {
        const passage = repeated(text);
        if (passage !== undefined) return { what, where, passage };
      }
  }
  return undefined;
}

/** The notes without what was written in them for the points: under the titles of the minutes, or for who called. */
function withoutPoints({ notes, findings, receivedAt }: Request): Request['notes'] {
  const called = findings.some(({ kind }) => kind === 'channel');
  const others = notes.filter(({ at }) => !(called && at === receivedAt));
  return others.map((note) => {
    if (!note.text.startsWith(minutesHeading)) return note;
    const answers = readMinutes(note.text, []).answers.map(({ value }) => spoken(value));
    const apart = sentencesOf(note.text).filter((sentence) => !answers.some((each) => each.includes(spoken(sentence))));
    return { ...note, text: apart.join('\n') };
  });
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
function shortNoteIn(words: string, request: Request, known: (sentence: string) => boolean): string | undefined {
  const clauses = betweenMarks(words);
  return [...request.notes.map(({ text }) => text), ...foundByPeople(request)].flatMap(sentencesOf).find((sentence) => {
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
