const [lf, cr] = [0x0a, 0x0d];

/** A text with its lines ended by LF, whether by CRLF, LF or CR before, and without NULs: in one pass, no object a line. */
export function withLineFeeds(text: string): string {
  if (!text.includes('\r') && !text.includes('\0')) return text;
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0 || (unit === lf && text.charCodeAt(at - 1) === cr)) continue;
    units[length++] = unit === cr ? lf : unit;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}
