import { attributionAt, cutsHere } from './quote-lines.ts';
import { type Piece, SentLetter, wordsOf } from './sent-letter.ts';

/**
 * The text with that letter marked as quoted line by line, where the reply holds it, so that what was typed into it stands
 * apart; the same text where nothing was, or where the letter is not in it.
 * @param forms - The letter as it was sent, in each form in which a mail program may quote it.
 * @param heading - What programs write of it above it: who sent it, and its subject.
 */
export function apartFromLetter(text: string, forms: readonly string[], heading: readonly string[] = []): string {
  if (text.length > longest) return text;
  const lines = text.split('\n');
  const letters = forms.map((form) => new SentLetter(form));
  const begins = startOfQuote(lines, letters, heading);
  if (begins < 0) return text;
  const ends = endOfQuote(lines, begins);
  const quote = lines.slice(begins, ends).map(bare);
  const [best] = letters.map((letter) => letter.partsOf(quote)).sort((a, b) => b.found - a.found);
  if (best === undefined || best.found < fewest || best.damaged > mostDamaged) return text;
  const marked = best.parts.flatMap(marking(lines.slice(begins, ends), best.parts));
  const typed = marked.some((line, index) => !isQuoted(line) && wordsOf(line).length > 0 && index > 0);
  return typed ? [...lines.slice(0, begins), ...marked, ...lines.slice(ends)].join('\n') : text;
}

/** What is longer holds more than a letter of ours. */
const longest = 100_000;
/** So many words of the letter have to be there. */
const fewest = 12;
/** Lines of it may be changed by who answers, or look like what they say; of more nobody could tell which are whose. */
const mostDamaged = 3;

/** Marks what is from the letter. Until that begins, it is its head, and what programs put there. */
function marking(lines: readonly string[], parts: readonly (readonly Piece[])[]) {
  const isOurs = (pieces: readonly Piece[]) => pieces.some(({ ours }) => ours);
  const [first, last] = [parts.findIndex(isOurs), parts.findLastIndex(isOurs)];
  const depth = depthOf(lines[first] ?? '');
  const marked = (line: string) => (depth > 0 ? line : `> ${line}`);
  let typing = false;
  return (pieces: readonly Piece[], index: number): string[] => {
    const line = lines[index] ?? '';
    // Among marked lines the others are told apart already; and other mails stand around the letter, or are cited in it.
    const others = depth > 0 && (index < first || index > last || depthOf(line) !== depth);
    if (others || (index < first && line === '')) return [line];
    typing = index > first && (pieces.length === 0 ? typing : pieces.some(({ ours }) => !ours));
    if (!typing) return [marked(line)];
    return pieces.length > 0 ? pieces.map(({ ours, text }) => (ours ? `> ${text}` : text)) : [bare(line)];
  };
}

/** Where the letter begins, its head included; -1 where it is not there. */
function startOfQuote(lines: readonly string[], letters: readonly SentLetter[], heading: readonly string[]): number {
  const opens = (line: string) => letters.some((letter) => letter.opensWith(line));
  const begins = lines.findIndex(
    (line, index) => isQuoted(line) || cutsHere(lines, index) || attributionAt(lines, index)?.sure || opens(line),
  );
  if (!opens(lines[begins] ?? '')) return begins;
  // Heads that are none by their form stand right above it.
  const above = Math.max(0, begins - longestHead);
  const headed = lines.slice(above, begins).findIndex((line) => heading.some((words) => line.includes(words)));
  return headed < 0 ? begins : above + headed;
}

/** Before the mail that the letter answered, where that stands below it. */
function endOfQuote(lines: readonly string[], begins: number): number {
  const next = lines.findIndex(
    (_, index) => index > begins + longestHead && (cutsHere(lines, index) || attributionAt(lines, index)?.sure),
  );
  return next < 0 ? lines.length : next;
}
const longestHead = 12;

const marks = /^(?:\s{0,3}>){1,20} ?/;

function isQuoted(line: string): boolean {
  return marks.test(line);
}

function depthOf(line: string): number {
  return marks.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0;
}

function bare(line: string): string {
  return line.replace(marks, '');
}
