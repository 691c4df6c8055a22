/** The bytes of a uuencoded content (`begin 644 name` … `end`); what is no such line is skipped. */
export function uudecode(content: Buffer): Buffer {
  const lines = content.toString('latin1').split(/\r\n|\r|\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const end = lines.findIndex((line, index) => index > begin && line === 'end');
  return Buffer.concat(lines.slice(begin + 1, end < 0 ? undefined : end).map(decodeLine));
}

/** Four characters of six bits each for three bytes; the first character says how many bytes the line holds. */
function decodeLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const bits = [...line.slice(1)].map((character) => (character.charCodeAt(0) - 32) & 63);
  const bytes: number[] = [];
  for (let at = 0; bytes.length < length && at < bits.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bits.slice(at, at + 4);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, length || 0));
}
