/** A raw mail in its two halves (RFC 5322, 2.1). */
export interface Halves {
  /** The header block as Latin-1, lines ended by LF, NULs left out. */
  head: string;
  body: Buffer;
  /** In words for staff. */
  defects: string[];
}

/** Longest header block that is read; a mail with more is cut there and the rest is body. */
const maxHead = 300_000;

/**
 * Head and body. Line ends may be CRLF, LF or CR; a byte order mark, blank lines and an mbox line before the first field
 * are skipped; where the blank line is missing the body begins at the first line that cannot be a field.
 * Linear in the number of bytes.
 */
export function splitMessage(raw: Buffer): Halves {
  const bytes = raw.includes(0x0a) || !raw.includes(0x0d) ? raw : crToLf(raw);
  const defects: string[] = [];
  const lines: string[] = [];
  let position = bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 3 : 0;
  while (position < bytes.length) {
    const { line, next } = lineAt(bytes, position);
    if (line === '' && lines.length > 0) return finish(lines, bytes.subarray(next), defects);
    const skipped = lines.length === 0 && (line === '' || /^>?From [^:]/.test(line));
    if (!skipped) {
      if (!canBeField(line, lines.length > 0) || position > maxHead) {
        if (position > maxHead || !fieldsFollow(bytes, next)) {
          defects.push('ligne vide absente entre l’en-tête et le corps');
          return finish(lines, bytes.subarray(position), defects);
        }
        defects.push('ligne illisible dans l’en-tête');
      } else lines.push(line);
    }
    position = next;
  }
  return finish(lines, Buffer.alloc(0), defects);
}

function finish(lines: string[], body: Buffer, defects: string[]): Halves {
  const head = lines.join('\n');
  if (!head.includes('\0')) return { head, body, defects };
  return { head: head.replaceAll('\0', ''), body, defects: [...defects, 'octets nuls dans l’en-tête'] };
}

function lineAt(bytes: Buffer, start: number): { line: string; next: number } {
  const found = bytes.indexOf(0x0a, start);
  const end = found < 0 ? bytes.length : found;
  const line = bytes.toString('latin1', start, end);
  return { line: line.endsWith('\r') ? line.slice(0, -1) : line, next: end + 1 };
}

function canBeField(line: string, notFirst: boolean): boolean {
  return /^[!-9;-~\0]{1,200}[ \t]*:/.test(line) || (notFirst && /^[ \t]/.test(line));
}

/** Whether the next lines are fields again: then the odd line before them was damage, not the body. */
function fieldsFollow(bytes: Buffer, start: number): boolean {
  const { line, next } = lineAt(bytes, start);
  return /^[!-9;-~]{2,60}:/.test(line) && /^$|^[ \t]|^[!-9;-~]{2,60}:/.test(lineAt(bytes, next).line);
}

function crToLf(raw: Buffer): Buffer {
  const copy = Buffer.from(raw);
  for (let at = 0; at < copy.length; at += 1) if (copy[at] === 0x0d) copy[at] = 0x0a;
  return copy;
}
