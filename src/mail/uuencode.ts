/** The bytes of a uuencoded content (`begin 644 name` … `end`); what is no such line is skipped. */
export function uudecode(content: Buffer): Buffer {
  const begin = /(?:^|[\r\n])begin [0-7]{3,4} [^\r\n]*[\r\n]{1,2}/.exec(content.toString('latin1', 0, longestPreface));
  const bytes = Buffer.allocUnsafe(content.length);
  let length = 0;
  for (let at = begin ? begin.index + begin[0].length : 0; at < content.length; ) {
    const end = lineEnd(content, at);
    if (end - at === 3 && content.toString('latin1', at, end) === 'end') break;
    length = decodeLine(content, at, end, bytes, length);
    at = end + (content[end] === cr && content[end + 1] === lf ? 2 : 1);
  }
  return bytes.subarray(0, length);
}

/** What stands before the first line of a file is no more than a letter. */
const longestPreface = 200_000;
const [lf, cr] = [0x0a, 0x0d];

function lineEnd(content: Buffer, start: number): number {
  let at = start;
  while (at < content.length && content[at] !== lf && content[at] !== cr) at += 1;
  return at;
}

/** Four characters of six bits each for three bytes; the first character says how many bytes the line holds. */
function decodeLine(content: Buffer, from: number, to: number, bytes: Buffer, start: number): number {
  const bits = (at: number) => (at < to ? ((content[at] ?? 32) - 32) & 63 : 0);
  const end = start + bits(from);
  let length = start;
  for (let at = from + 1; length < end && at < to; at += 4) {
    const group = (bits(at) << 18) | (bits(at + 1) << 12) | (bits(at + 2) << 6) | bits(at + 3);
    for (let shift = 16; shift >= 0 && length < end; shift -= 8) bytes[length++] = (group >> shift) & 255;
  }
  return length;
}

/** Files that old programs write into the text: `begin 644 name` … `end`. */
const files = /^begin [0-7]{3,4} ([^\n]+)\n((?:[ -`]{1,70}\n)+?)(?:`?\n)?end$/gm;
/** No letter has as many. */
const mostFiles = 50;

/** The same in base64 (POSIX uuencode -m): `begin-base64 644 name` … `====`. */
const base64Files = /^begin-base64 [0-7]{3,4} ([^\n]+)\n((?:[A-Za-z0-9+/=]{1,100}\n)+?)={4}$/gm;

/** The files in a text, in its order, with their bytes. */
export function filesIn(text: string): { filename: string; content: Buffer }[] {
  return [
    ...found(text, files, (lines) => uudecode(Buffer.from(lines, 'latin1'))),
    ...found(text, base64Files, (lines) => Buffer.from(lines, 'base64')),
  ]
    .sort((a, b) => a.at - b.at)
    .slice(0, mostFiles)
    .map(({ filename, lines, decode }) => ({ filename, content: decode(lines) }));
}

function found(text: string, pattern: RegExp, decode: (lines: string) => Buffer) {
  return [...text.matchAll(pattern)].slice(0, mostFiles).map(({ index, 1: filename = '', 2: lines = '' }) => ({
    at: index,
    filename: filename.trim().slice(0, 255),
    lines,
    decode,
  }));
}

/** What people wrote around them. */
export function withoutFiles(text: string): string {
  const plain = text.includes('begin ') ? text.replace(files, '') : text;
  return plain.includes('begin-base64 ') ? plain.replace(base64Files, '') : plain;
}
