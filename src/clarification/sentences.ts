import { isTelephoneLine } from '../mail/signature-lines.ts';
import { isAcceptance, isCourtesy, takesLeave } from './acceptance.ts';
import { unabbreviated } from './date-words.ts';
import type { Line } from './headings.ts';
import { isGreeting } from './list-leads.ts';
import { spelt } from './misspelt.ts';
import { withoutNotice } from './notices.ts';
import { hasReserve, retracts } from './refusals.ts';
import { namedBare } from './slot-words.ts';

/**
 * The sender's own sentences, plain, each with its closing mark. Mail programs break lines anywhere: a line goes on in the
 * next one where that begins with a small letter, or where the first is as long as a broken one.
 */
export function sentences(lines: readonly Line[]): string[] {
  return wholeLines(lines).flatMap((paragraph) =>
    withoutNotice(
      numbersInPlace(
        paragraph.split(/(?<=[.!?;])(?<!^\(?\d{1,2}\.)\s+|\s+(?=(?:car|parce que?|puisque?|because|porque|ya que)\b)/),
      ),
    )
      .map(withoutGreeting)
      .filter((sentence) => sentence.trim() !== ''),
  );
}

/** The lines as sentences are read, none of them cut: at the dots of a signature no sentence ends. */
export function wholeLines(lines: readonly Line[]): string[] {
  return paragraphs(lines).map((paragraph) => withoutDots(unabbreviated(spelt(paragraph))));
}

/**
 * What begins with a number belongs to what stands before it on its line: « max. 3 », « ext. 2 », "How many? 3". No list of
 * abbreviations tells where a sentence ends.
 */
function numbersInPlace(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces)
    if (joined.length > 0 && beginsWithNumber(piece)) joined.push(`${joined.pop() ?? ''} ${piece}`);
    else joined.push(piece);
  return joined;
}

function beginsWithNumber(piece: string): boolean {
  return /^[(#]*\d/.test(piece) || isLoneNumber(piece);
}

/** Whether the words are a number and nothing else: « 2. », « deux ». */
export function isLoneNumber(words: string): boolean {
  const { namings, rest } = namedBare(words, 0);
  return namings.length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}

/** How many words it has; numbers are none. */
export function countWords(sentence: string): number {
  return sentence.match(/\p{L}+/gu)?.length ?? 0;
}

/** The lines without those of a signature that no mail program marked: name, office and telephone below a leave. */
export function withoutSignature(lines: readonly Line[], names: ReadonlySet<string>): Line[] {
  const leave = lines.findIndex(({ plain }) => takesLeave(plain.replace(degrees, ''), names));
  return lines.filter(
    ({ text, plain }, index) => !isTelephoneLine(text) && !(leave >= 0 && index >= leave && belongsToName(text, plain)),
  );
}

function belongsToName(text: string, plain: string): boolean {
  return (
    (/^[\p{Lu}\p{N}+(|*]/u.test(text) || address.test(text)) &&
    !/[.!?]$/.test(text) &&
    !says.test(plain) &&
    !retracts(plain) &&
    !hasReserve(plain)
  );
}

/** « www.tgtu.example | @tgtu », of a site, of a mailbox, of an account */
const address = /^(?:https?:|www\.|@\w|[\w.+-]+@[\w-]+\.|[\w-]+\.\w{2,}(?:$|[ /|]))/;
/** « Ama Boateng, PhD » */
const degrees =
  /,? ?\b(?:ph\.? ?d|m\.? ?sc|m\.? ?eng|b\.? ?sc|m\.?b\.?a|m\.?a|d\.?sc|p\.? ?eng|ing|eng|dr|prof|lic|mg|mag|msc|esq|jr)\b\.?/g;

/** Words of sentences, which no line of a signature has. */
const says =
  /\b(?:i|we|you|it|this|that|is|are|was|has|have|will|must|please|je|j'|nous|vous|on|ce|c'est|est|sont|sera|dois|doit|merci de|yo|nosotros|esto|eso|es|esta|hay|debo|no|not|pas|non)\b/;

const longLine = 55;

function paragraphs(lines: readonly Line[]): string[] {
  const found: string[] = [];
  let open: Line | undefined;
  let above: Line | undefined;
  for (const line of lines) {
    if (line.depth > 0 || line.text === '') {
      open = undefined;
      if (line.depth > 0) above = undefined;
      continue;
    }
    const goesOn =
      open !== undefined &&
      !/[.!?;:]$/.test(open.text) &&
      !standsApart(open, line) &&
      (/^\p{Ll}/u.test(line.text) || (open.text.length >= longLine && /^[\p{L}\p{N}]/u.test(line.text)));
    if (goesOn || (above && counts(above.plain) && isLoneNumber(line.plain)))
      found.push(`${found.pop() ?? ''} ${line.plain}`);
    else found.push(line.plain);
    open = line;
    above = line;
  }
  return found;
}

/** « 2 » above « merci », not above « personnes ». */
function standsApart(number: Line, below: Line): boolean {
  if (!isLoneNumber(number.plain)) return false;
  return countWords(below.plain) >= fewestWords || isAcceptance(below.plain);
}

const fewestWords = 3;

/**
 * Whether a number alone below the line is rather said of it: of a label, as « Nombre de personnes : », « Page » or « Réf. »,
 * or of a question. What greets, thanks or agrees, and a sentence that has ended, leave it alone.
 */
function counts(line: string): boolean {
  if (/[!;,]$/.test(line) || (line.endsWith('.') && countWords(line) > 1)) return false;
  return ![isLoneNumber, isGreeting, isAcceptance, isCourtesy].some((is) => is(line)) && !thanks.test(line);
}

const thanks = /^(?:(?:un )?(?:grand|mille|many|muchas|mil) )?(?:merci|thanks?|thx|gracias)\b/;

/** « No. 2 » and « n° 2 » become « #2 », and « M. Roy » « m Roy »: their dots end no sentence. A « § » names no slot; "No 2" alone may refuse one. */
function withoutDots(paragraph: string): string {
  return paragraph
    .replaceAll('§', 'section')
    .replace(
      /\b(?:numero|number|num|no(?!(?<=^no) \d[ .!]*$)|nr|n)[.°]? ?#?(?=\d)|\b(?:numero|number) (?=(?:one|two|three|un|deux|trois|uno|dos|tres)\b)/g,
      '#',
    )
    .replace(/\b(m|mm|mme|mmes|mr|mrs|ms|dr|dre|prof|pr|ing|sr|sra|srta|dra|st|ste)\. /g, '$1 ');
}

const greeting =
  /^(?:bonjour|bonsoir|salut|chere?s?|hello|hi|dear|good (?:morning|afternoon|evening|day)|greetings|hola|buen(?:os|as)? (?:dias?|tardes|noches)|estimad[oa]s?|madame|monsieur|mesdames)\b([^.!?\d]{0,60}?)[,:!–—-]\s*/;

/** « Bonjour Mme Tremblay, » holds names that say nothing of slots. */
function withoutGreeting(sentence: string): string {
  const [greeted, named] = greeting.exec(sentence) ?? [];
  const alone = named !== undefined && !/\b(?:plage|creneau|slot|horario|pas|not|non?|sauf)\b/.test(named);
  return greeted !== undefined && alone ? sentence.slice(greeted.length) : sentence;
}
