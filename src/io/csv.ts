/**
 * The rows of a CSV text (RFC 4180), by the names in its first line; commas or semicolons divide, whichever the first
 * line holds more of. A byte order mark is skipped, and empty lines are.
 * @throws if a quoted cell does not end.
 */
export function readCsv(text: string): Record<string, string>[] {
  const whole = text.replace(/^\uFEFF/, '');
  const head = whole.slice(0, whole.search(/[\r\n]|$/));
  const divider = head.split(';').length > head.split(',').length ? ';' : ',';
  const [names = [], ...rows] = cells(whole, divider).filter((row) => row.some((cell) => cell.trim() !== ''));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), (row[index] ?? '').trim()])));
}

function cells(text: string, divider: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === divider || mark === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (mark === '\n') rows.push([]);
    } else if (mark !== '\r') cell += mark;
  }
  if (quoted) throw new Error('cannot read the CSV text: a quoted cell does not end');
  rows.at(-1)?.push(cell);
  return rows;
}
