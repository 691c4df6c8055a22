import type { Mail } from './mail.ts';
import { attributionAt, cutsHere } from './quote-lines.ts';
import { signatureStart } from './signature-lines.ts';

/** Text beyond this many characters is not looked at: it is in the archive. */
const maxLength = 200_000;

/**
 * What the sender wrote: the text without what it answers, and without the signature. When nothing would be left (a
 * forward, a quote alone) the text is given whole: better too much than a request lost.
 * Looks at the first 200,000 characters, in time linear in their number.
 */
export function visibleText({ text }: Pick<Mail, 'text'>): string {
  const own = ownWords(text);
  return own || tidy(linesOf(text).map((line) => line.replace(/^(?:>[ \t]?){1,20}/, '')));
}

/** The same, but empty when the sender wrote nothing of their own. */
export function ownWords(text: string): string {
  return tidy(withoutSignature(withoutQuotes(linesOf(text))));
}

function linesOf(text: string): string[] {
  const whole = withoutArmour(text.slice(0, maxLength)).replaceAll('\u00a0', ' ');
  return whole.split('\n').map((line) => line.trimEnd());
}

/** Drops quoted lines and the lines that announce them; cuts where a mail program put the mail that is answered. */
function withoutQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isQuoted(line)) {
      index += 1;
      continue;
    }
    const attribution = attributionAt(lines, index);
    if (attribution) {
      const next = lines.slice(attribution.end, attribution.end + 4).find((after) => after !== '');
      const marked = next === undefined || isQuoted(next);
      // The answered mail is not marked line by line: all that follows is it, unless nothing stands before.
      if (!marked && attribution.sure && own.some((before) => before.trim())) break;
      if (attribution.sure || (marked && next !== undefined)) {
        index = attribution.end;
        continue;
      }
    }
    if (cutsHere(lines, index) && own.some((before) => before.trim())) break;
    own.push(line);
    index += 1;
  }
  return own;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>(?!>>>? ?(?:begin|---))/.test(line);
}

function withoutSignature(lines: readonly string[]): string[] {
  const start = signatureStart(lines);
  const kept = lines.slice(0, start);
  return kept.some((line) => line.trim()) ? kept : [...lines];
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
