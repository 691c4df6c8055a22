/**
 * The line as any other of a form where it is a row of a table: « | Attentes | Diplôme | », or cells parted by tabs. A number
 * alone in the first cell is that of the row, and chooses nothing.
 */
export function withoutGrid(line: string): string {
  if (grid.test(line)) return '';
  const [, inside] = drawn.exec(line) ?? [];
  const row = inside === undefined ? line : inside.replace(/\s*\|\s*/g, '\t').trim();
  return row.replace(numberCell, '$1. ');
}

const drawn = /^\|\s*([^|].*?)\s*\|$/u;
/** « |---|---| », « +----+----+ » */
const grid = /^[|+](?=.*[-=]{2})[\s|+:=-]+[|+]$/u;
const numberCell = /^\(?(\d{1,2})[.)]?\s*\t\s*(?=\S)/u;
