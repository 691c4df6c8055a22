/**
 * The rows of a CSV text (RFC 4180), by the names in its first line, in lower case; commas, semicolons or tabs divide,
 * whichever the first line holds most of. A byte order mark is skipped, and empty lines are.
 * @throws with every cell that stands in no column and every name that two columns have; or if a quoted cell does not end.
 */
export function readCsv(text: string): Record<string, string>[] {
  const whole = text.replace(/^\uFEFF/, '');
  const head = whole.slice(0, whole.search(/[\r\n]|$/));
  const held = (mark: string) => head.split(mark).length;
  const [divider = ','] = [',', ';', '\t'].sort((a, b) => held(b) - held(a));
  const filled = cells(whole, divider).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first = [], ...rows] = filled.map((row) => row.map((cell) => cell.trim()));
  const names = first.map((name) => name.toLowerCase());
  const wrong = [
    ...[...new Set(names)]
      .filter((name) => name !== '' && names.indexOf(name) !== names.lastIndexOf(name))
      .map((name) => `two columns are named “${name}”`),
    ...rows.flatMap((row) =>
      row
        .filter((cell, index) => cell !== '' && !names[index])
        .map((cell) => `“${cell}” stands in no column (row “${row[0]}”)`),
    ),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return rows.map((row) =>
    Object.fromEntries(names.flatMap((name, index) => (name === '' ? [] : [[name, row[index] ?? '']]))),
  );
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
