import { type Point, points } from '../model/request.ts';
import { numberedNoun } from './list-signs.ts';
import { titleLine } from './titles.ts';

/** The line as any other where it is a row of a drawn table: « | Attentes | Diplôme | », its cells parted by tabs. */
export function withoutGrid(line: string): string {
  if (grid.test(line)) return '';
  const [, inside] = drawn.exec(line) ?? [];
  return inside === undefined ? line : inside.replace(/\s*\|\s*/g, '\t');
}

const drawn = /^\|\s*([^|].*?)\s*\|$/u;
/** « |---|---| », « +----+----+ » */
const grid = /^[|+](?=.*[-=]{2})[\s|+:=-]+[|+]$/u;

/** A number alone in the first cell is that of the row, and chooses nothing. */
export function withNumberOfRow(row: string): string {
  return row.replace(numberCell, '$1. ');
}

const numberCell = /^\(?(\d{1,2})[.)]?\s*\t\s*(?=\S)/u;

/**
 * The lines with « title, tab, answer » in the place of a row of titles and the rows of answers below it, where the cells of the
 * first are the titles or numbers of different points; a first cell may say what its row holds.
 */
export function withColumnsTold(lines: readonly string[]): string[] {
  const told = [...lines];
  for (const [index, line] of lines.entries()) {
    const head = headOf(line);
    if (!head) continue;
    const { cells: titles, from, numbered } = head;
    const rows = rowsBelow(lines, index, titles.length);
    // Whose cells the rows below lack, nobody can say: titles in a row are no answer to the first of them.
    if (rows.length === 0 && (titles.length - from > fewest || titles.every(isPlainColumn))) told[index] = '';
    if (rows.length === 0 || rows.some(({ cells }) => cells.slice(from).every(columnOf))) continue;
    if (numbered && !rows.some(({ cells }) => saysInWords(cells.slice(from)))) continue;
    const answer = (column: number) => rows.flatMap(({ cells }) => cells[column] || []).join('; ');
    told[index] = titles
      .flatMap((title, column) => {
        const [, number] = numberAlone.exec(title) ?? [];
        if (column < from || answer(column) === '') return [];
        return [number === undefined ? `${title}\t${answer(column)}` : `${number}. ${answer(column)}`];
      })
      .join('\n');
    for (const { at } of rows) told[at] = '';
  }
  return told.flatMap((line) => line.split('\n'));
}

/** The cells of a row of titles or numbers, and from which on they are such; by numbers alone where there are three or more. */
function headOf(line: string): { cells: string[]; from: number; numbered: boolean } | undefined {
  for (const cells of [cellsOf(line), cellsOf(line, behindColon)]) {
    const from = columnOf(cells[0] ?? '') ? 0 : 1;
    const columns = cells.slice(from).map((cell) => ({ point: columnOf(cell), isNumber: numberAlone.test(cell) }));
    const numbered = columns.every(({ isNumber }) => isNumber);
    if (columns.length < (numbered ? fewestNumbers : fewest) || columns.some(({ point }) => !point)) continue;
    // Whether a number contradicts a title is seen where the answers are placed.
    const [numbers, titles] = [columns.filter(({ isNumber }) => isNumber), columns.filter(({ isNumber }) => !isNumber)];
    if ([numbers, titles].every((each) => new Set(each.map(({ point }) => point)).size === each.length))
      return { cells, from, numbered };
  }
  return undefined;
}

/** Figures below figures are no answers. */
function saysInWords(cells: readonly string[]): boolean {
  return cells.filter((cell) => /\p{L}{2}/u.test(cell)).length * 2 >= cells.filter((cell) => cell !== '').length;
}

function rowsBelow(lines: readonly string[], index: number, columns: number): { at: number; cells: string[] }[] {
  const rows: { at: number; cells: string[] }[] = [];
  for (const [at, line] of lines.entries()) {
    if (at <= index || line.trim() === '') continue;
    const cells = [cellsOf(line), cellsOf(line, empty)].find(({ length }) => length === columns);
    if (!cells) break;
    rows.push({ at, cells });
  }
  return rows;
}

const fewest = 2;
const fewestNumbers = 3;

/** Parted by tabs, bars or wide spaces; an empty cell counts only where it is looked for. */
const cellsOf = (line: string, parted = /\s*[\t|]\s?|\s{3,}/u): string[] =>
  line.split(parted).map((cell) => cell.trim());
const empty = /[^\S\t]*[\t|][^\S\t]?|[^\S\t]{3,}/u;

/** The program that wrote the mail may leave but a space behind « Besoins : ». */
const behindColon = new RegExp(
  `\\s*[\\t|]\\s?|\\s{3,}|(?<=\\p{L}\\s?[:：])\\s|(?<=[:：])\\s(?=(?:${numberedNoun}\\s)?\\(?[1-5](?!\\d))`,
  'iu',
);

const numberAlone = new RegExp(`^\\(?(?:${numberedNoun}\\s)?([1-5])\\s?[.):：º°/–—-]*$`, 'iu');

const isPlainColumn = (cell: string): boolean => {
  const { title, number } = titleLine(cell);
  return numberAlone.test(cell) || (title !== undefined && (number !== undefined || title.weight !== 'weak'));
};

/** The point that the title names, or the number. */
function columnOf(cell: string): Point | undefined {
  const [, number] = numberAlone.exec(cell) ?? [];
  if (number !== undefined) return points[Number(number) - 1];
  const { title, rest, separator } = titleLine(cell);
  return title && title.weight !== 'part' && rest === '' && separator !== 'cell' ? title.point : undefined;
}
