import { announcesAnswersWithin, bearsNameOf, hasInkedAnswer } from './answers-within.ts';
import { labelledLines } from './header-labels.ts';
import type { Mail } from './mail.ts';
import { attributionAt, cutsHere, introduces, wordsBefore } from './quote-lines.ts';
import { isForward, isSeparator, resumes } from './separator-lines.ts';
import { withoutSignature } from './signature-lines.ts';

/** Text beyond this many characters is not looked at: it is in the archive. */
const maxLength = 200_000;
/** Nor beyond this many lines: no letter has as many, and the lines of a flood cost more than its characters. */
const maxLines = 20_000;

/** What of a mail tells whether it answers or passes on another one. */
type Reading = Pick<Mail, 'text'> & Partial<Pick<Mail, 'subject' | 'from' | 'html' | 'inReplyTo' | 'references'>>;

/**
 * What the sender wrote: the text without what it answers, and without the signature. A mail that answers none, or passes
 * one on, is given whole but for the signature: nobody here has seen what it quotes. So is one of which nothing would be
 * left: better too much than a request lost.
 * Looks at the first 200,000 characters and 20,000 lines, in time linear in their number.
 */
export function visibleText(mail: Reading): string {
  const lines = linesOf(mail.text);
  if (!answers(mail) || forwards(mail, lines)) return tidy(withoutSignature([lines], mail.from));
  const own = tidy(withoutSignature(withoutQuotes(lines, mail.from, mail.html), mail.from));
  return own || tidy(lines.map(unquoted));
}

/**
 * What stands above and between quotes, without the signature; empty when the sender wrote nothing of their own.
 * @param author - Who signs, where it is known: nobody else's name is then taken for a signature.
 */
export function ownWords(text: string, author: Mail['from'] = []): string {
  return tidy(withoutSignature(withoutQuotes(linesOf(text)), author));
}

const answerPrefix =
  /^\s{0,5}(?:\[[^\]]{1,40}\]\s{0,5}){0,3}(?:re|aw|antw|sv|odp|rif|ref|rép|回复|回覆|答复|رد)\s{0,3}(?:\[\d+\]|\(\d+\))?\s{0,3}[:：]/iu;
const forwardPrefix =
  /^\s{0,5}(?:\[[^\]]{1,40}\]\s{0,5}){0,3}(?:fwd?|tr|wg|rv|enc|doorst|vb|vs|i|pd|转发|轉寄)\s{0,3}[:：]/iu;
const reference = /\[\p{L}{2,12}-\d{4}-\d{2,6}\]/u;

/** Whether it says so itself: without any of the marks there is no mail that its quotes could be cut from. */
function answers({ subject, inReplyTo, references }: Reading): boolean {
  // Read as text alone, nothing tells.
  if (subject === undefined && inReplyTo === undefined && references === undefined) return true;
  if ((inReplyTo?.length ?? 0) + (references?.length ?? 0) > 0) return true;
  return answerPrefix.test(subject ?? '') || reference.test(subject ?? '');
}

function forwards({ subject }: Reading, lines: readonly string[]): boolean {
  if (forwardPrefix.test(subject ?? '')) return true;
  const bare = withoutDirection(lines);
  const first = bare.findIndex(
    (line, index) => isQuoted(line) || cutsHere(bare, index) || attributionAt(bare, index)?.sure,
  );
  return first >= 0 && isForward(bare[first] ?? '');
}

function linesOf(text: string): string[] {
  const whole = withoutArmour(text.slice(0, maxLength)).replaceAll('\u00a0', ' ');
  return whole.split('\n', maxLines).map((line) => line.trimEnd());
}

/**
 * The passages between the quotes, without the lines that announce them; cuts where a mail program put the mail that is
 * answered.
 */
function withoutQuotes(lines: readonly string[], author: Mail['from'] = [], html = ''): string[][] {
  const passages: string[][] = [[]];
  const bare = withoutDirection(lines);
  const ends = bare.flatMap((line, index) => (resumes(line) ? [index] : []));
  const firstQuoted = bare.findIndex(isQuoted);
  // Nothing stands between quotes or below them.
  const quotedToTheEnd = firstQuoted > bare.findLastIndex((line) => line.trim() && !isQuoted(line));
  let answeredWithin = false;
  // The last line that says anything: looked for anew at each of many quotes it would cost their square.
  let said = '';
  const keep = (kept: readonly string[]) => {
    passages.at(-1)?.push(...kept);
    said = kept.findLast((line) => line.trim()) ?? said;
  };
  const isAnsweredWithin = (above: readonly string[], below: readonly string[]) =>
    announcesAnswersWithin(above) || bearsNameOf(author, below) || hasInkedAnswer(html, below);
  let index = 0;
  const goOnAt = (next: number) => {
    index = next;
    passages.push([]);
  };
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isQuoted(line)) {
      const end = endOfQuote(lines, index);
      // In HTML alone answers may be typed into the quote itself, where nothing tells them from it.
      if (index === firstQuoted && quotedToTheEnd)
        answeredWithin = announcesAnswersWithin(passages.flat()) || hasInkedAnswer(html, lines.slice(index, end));
      if (introduces(said)) {
        keep(lines.slice(index, end));
        index = end;
        continue;
      }
      const start = index;
      goOnAt(end);
      if (answeredWithin && quotedToTheEnd) keep(lines.slice(start, end).map(unquoted));
      continue;
    }
    const words = isQuoted(lines[index + 1] ?? '') ? wordsBefore(bare[index] ?? '') : undefined;
    if (words) {
      keep([words]);
      index += 1;
      continue;
    }
    const attribution = attributionAt(bare, index);
    const next = attribution && bare.slice(attribution.end, attribution.end + 4).find((after) => after !== '');
    const marked = next === undefined || isQuoted(next);
    if (attribution && marked && (attribution.sure || (next !== undefined && !introduces(line)))) {
      goOnAt(attribution.end);
      continue;
    }
    // The answered mail is not marked line by line: all that follows is it, unless nothing stands before.
    if ((attribution?.sure && !marked) || cutsHere(bare, index, author)) {
      while ((ends[0] ?? lines.length) <= index) ends.shift();
      const [end] = ends;
      if (end !== undefined) {
        goOnAt(end + 1);
        continue;
      }
      if (said) {
        if (answeredWithin || !isAnsweredWithin(passages.flat(), lines.slice(index))) break;
        // Nothing tells the answers from the mail that they were typed into: it is kept with them.
        answeredWithin = true;
        goOnAt(attribution?.sure ? attribution.end : endOfHead(bare, index));
        continue;
      }
      if (attribution?.sure) {
        goOnAt(attribution.end);
        continue;
      }
    }
    keep([line]);
    index += 1;
  }
  return passages;
}

/** Programs put marks of direction (UAX 9, 2) around names and addresses, where they would hide what a line is. */
function withoutDirection(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));
}

function unquoted(line: string): string {
  return line.replace(/^(?:>[ \t]?){1,20}/, '');
}

function endOfQuote(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && isQuoted(lines[end] ?? '')) end += 1;
  return end;
}

/** Past the separator and the labelled lines of the mail that begins there. */
function endOfHead(lines: readonly string[], start: number): number {
  const fields = labelledLines(lines);
  const isHead = (index: number) => {
    const line = lines[index] ?? '';
    return line === '' || fields[index] !== undefined || isSeparator(line) || /^_{10,}$/.test(line.trim());
  };
  let end = start + 1;
  while (end < Math.min(lines.length, start + longestHead) && isHead(end)) end += 1;
  return end;
}
const longestHead = 20;

function isQuoted(line: string): boolean {
  return /^\s{0,3}>(?!>>>? ?(?:begin|---)|>> .{1,250} >>>$)/.test(line);
}

/** Clear-signed text without its frame (RFC 9580, 7). */
function withoutArmour(text: string): string {
  if (!text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) return text;
  return text
    .replace(
      /^-----BEGIN PGP SIGNED MESSAGE-----\n(?:Hash: .{0,100}\n|NotDashEscaped: .{0,100}\n|Charset: .{0,100}\n){0,5}\n?/gm,
      '',
    )
    .replace(/^-----BEGIN PGP SIGNATURE-----\n(?:.{0,200}\n){0,100}?-----END PGP SIGNATURE-----$/gm, '')
    .replace(/^- (?=-)/gm, '');
}

function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
