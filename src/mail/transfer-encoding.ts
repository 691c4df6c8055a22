/** Encoded bytes that are decoded at a time. */
const step = 256 * 1024;

/**
 * A body without its transfer encoding (RFC 2045, 6), piece by piece: what is large need not be in memory as a whole.
 * Unknown encodings are taken for none; what does not belong to an encoding is skipped.
 */
export function decodedPieces(body: Buffer, encoding: string): Iterable<Buffer> {
  if (encoding === 'base64') {
    const end = endOfBase64(body);
    if (end > 0) return end < body.length ? withFooter(body, end) : fromBase64(body);
  }
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
  return slices(body);
}

/** Where the base64 ends: servers put footers below it as they are; 0 where nothing is encoded. */
function endOfBase64(body: Buffer): number {
  if (!encodedLine.test(body.toString('latin1', 0, 2000))) return isPlain(body) ? 0 : body.length;
  let at = body.length > longestFooter ? body.indexOf(lf, body.length - longestFooter) + 1 : 0;
  while (at < body.length) {
    if (wordsLine.test(body.toString('latin1', at, at + 200))) return at;
    const end = body.indexOf(lf, at);
    if (end < 0) break;
    at = end + 1;
  }
  return body.length;
}
const longestFooter = 20_000;
const encodedLine = /^\s*(?:[A-Za-z0-9+/]{4}){4,}[A-Za-z0-9+/]{0,3}={0,2}\r?\n/;
const wordsLine = /^(?:[-_*=]{2,}[ \t]*\r?(?:\n|$)|[^\r\n]*[^\s,;:] [^\s]+ \S)/;

function* withFooter(body: Buffer, end: number): Generator<Buffer> {
  yield* fromBase64(body.subarray(0, end));
  yield Buffer.from('\n');
  yield* slices(body.subarray(end));
}

/** Sentences, though base64 was announced: words with single blanks between them, and marks that base64 does not have. */
function isPlain(body: Buffer): boolean {
  const start = body.toString('latin1', 0, 2000);
  return /[^A-Za-z0-9+/=\s]/.test(start) && (start.match(/(?<=\S) (?=\S)/g) ?? []).length >= 3;
}

/** Encoded pieces in a step. */
const mostGroups = 100;

function* slices(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += step) yield body.subarray(at, at + step);
}

function* fromBase64(body: Buffer): Generator<Buffer> {
  let rest = '';
  for (const slice of slices(body)) {
    const letters = rest + slice.toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '');
    // Encoded pieces put one behind the other each end in their padding; where it is all over, it is none.
    const padded = letters.split(/=+/, mostGroups + 1);
    const groups = padded.length > mostGroups ? [letters.replaceAll('=', '')] : padded;
    const last = groups.pop() ?? '';
    for (const group of groups) yield Buffer.from(group, 'base64');
    rest = last.slice(last.length - (last.length % 4));
    yield Buffer.from(last.slice(0, last.length - rest.length), 'base64');
  }
  yield Buffer.from(rest, 'base64');
}

function* fromQuotedPrintable(body: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < body.length) {
    // No line goes on in the next piece.
    const lineEnd = start + step < body.length ? body.indexOf(lf, start + step) : -1;
    const end = lineEnd < 0 ? body.length : lineEnd + 1;
    yield fromQuoted(body.subarray(start, end));
    start = end;
  }
}

const [lf, cr, space, tab, equals] = [0x0a, 0x0d, 0x20, 0x09, 0x3d];

function fromQuoted(lines: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(lines.length);
  let length = 0;
  let at = 0;
  while (at < lines.length) {
    const byte = lines[at] ?? 0;
    if (byte === space || byte === tab) {
      const end = pastBlanks(lines, at);
      // Blanks at the end of a line were added on the way (RFC 2045, 6.7).
      if (endsLine(lines, end)) at = end;
      else while (at < end) bytes[length++] = lines[at++] ?? 0;
      continue;
    }
    if (byte === equals) {
      const end = pastBlanks(lines, at + 1);
      if (endsLine(lines, end)) {
        at = end + (lines[end] === cr ? 2 : 1);
        continue;
      }
      const [high = -1, low = -1] = [hexDigit(lines[at + 1]), hexDigit(lines[at + 2])];
      if (high >= 0 && low >= 0) {
        bytes[length++] = (high << 4) | low;
        at += 3;
        continue;
      }
    }
    bytes[length++] = byte;
    at += 1;
  }
  return bytes.subarray(0, length);
}

function pastBlanks(lines: Buffer, at: number): number {
  let end = at;
  while (lines[end] === space || lines[end] === tab) end += 1;
  return end;
}

function endsLine(lines: Buffer, at: number): boolean {
  return at >= lines.length || lines[at] === lf || (lines[at] === cr && lines[at + 1] === lf);
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
