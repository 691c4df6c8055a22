import { decodeText, repairMojibake } from './charset.ts';
import type { HeaderField } from './mail.ts';

/** A field before RFC 2047 decoding: its raw bytes as Latin-1, unfolded, and the same as text. */
export interface RawField {
  name: string;
  raw: string;
}

/** Far beyond what mail systems pass on. */
const maxFields = 5000;
const maxValue = 100_000;

/**
 * The header block as fields, top first, unfolded (RFC 5322, 2.2.3). Lines that are no fields are left out, and
 * so is what exceeds 5,000 fields or 100,000 characters a field.
 * @param block - Latin-1, lines ended by LF.
 */
export function splitFields(block: string): RawField[] {
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of block.split('\n')) {
    if (/^[ \t]/.test(line)) {
      fields.at(-1)?.lines.push(line);
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    if (!name || /[^!-9;-~]/.test(name)) continue;
    if (fields.length === maxFields) break;
    fields.push({ name, lines: [line.slice(colon + 1)] });
  }
  return fields.map(({ name, lines }) => ({
    name,
    raw: lines.join('').slice(0, maxValue).replaceAll('\r', '').trim(),
  }));
}

/**
 * Raw field bytes as text, encoded words still in them.
 * @param charset - What the body says it is written in: the best guess for 8-bit header text.
 */
export function fieldText(raw: string, charset?: string): string {
  if (!/[\u0080-\u00ff]/.test(raw) && !raw.includes('\u001b')) return raw;
  return decodeText(Buffer.from(raw, 'latin1'), charset).text;
}

/** The fields as people read them: one line each, encoded words decoded, no control characters. */
export function readFields(fields: readonly RawField[], charset?: string): HeaderField[] {
  return fields.map(({ name, raw }) => ({ name, value: readable(fieldText(raw, charset)) }));
}

/** Encoded words decoded (RFC 2047) and control characters, line ends above all, made spaces. */
export function readable(text: string): string {
  return repairMojibake(decodeWords(text))
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/**
 * Text with its encoded words decoded (RFC 2047). Adjacent words of one charset are decoded as one run of bytes: many
 * systems split a character between two words. Linear in the length of the text.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let result = '';
  let end = 0;
  let run: { charset: string; bytes: Buffer[]; rest: string } | undefined;
  const flush = () => {
    if (run) result += decodeText(Buffer.concat([...run.bytes, Buffer.from(run.rest, 'base64')]), run.charset).text;
    run = undefined;
  };
  for (const match of text.matchAll(/=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi)) {
    const [word, label = '', encoding = '', content = ''] = match;
    const between = text.slice(end, match.index);
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    if (between.trim() || (between && !run)) {
      flush();
      result += between;
    }
    if (run && run.charset !== charset) flush();
    run ??= { charset, bytes: [], rest: '' };
    if (encoding.toLowerCase() === 'b') {
      // Some systems cut the base64 anywhere: what makes no whole group goes on in the next word.
      const joined = run.rest + content.replace(/[^A-Za-z0-9+/]/g, '');
      const whole = content.endsWith('=') ? joined.length : joined.length - (joined.length % 4);
      run.bytes.push(Buffer.from(joined.slice(0, whole), 'base64'));
      run.rest = joined.slice(whole);
    } else {
      run.bytes.push(Buffer.from(run.rest, 'base64'), fromQ(content));
      run.rest = '';
    }
    end = match.index + word.length;
  }
  flush();
  return result + text.slice(end);
}

function fromQ(content: string): Buffer {
  const latin1 = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // Raw characters do not belong here, but some systems write them.
  return [...latin1].some((character) => character > '\xff')
    ? Buffer.from(latin1, 'utf8')
    : Buffer.from(latin1, 'latin1');
}
