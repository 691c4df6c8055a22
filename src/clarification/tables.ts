import type { Point } from '../model/request.ts';
import { pointNamed } from './title-words.ts';

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

/**
 * The lines with « title, tab, answer » in the place of a row of titles and the rows of answers below it, where the cells of the
 * first are titles of different points; a first cell may say what its row holds.
 */
export function withColumnsTold(lines: readonly string[]): string[] {
  const told = [...lines];
  for (const [index, line] of lines.entries()) {
    const titles = cellsOf(line);
    if (titles.length < fewest) continue;
    const from = pointOf(titles[0] ?? '') ? 0 : 1;
    const named = titles.slice(from).map(pointOf);
    if (named.length < fewest || named.includes(undefined) || new Set(named).size < named.length) continue;
    const rows = rowsBelow(lines, index, titles.length);
    // Whose cells the rows below lack, nobody can say: titles in a row are no answer to the first of them.
    if (rows.length === 0 && named.length > fewest) told[index] = '';
    if (rows.length === 0 || rows.some(({ cells }) => cells.slice(from).every(pointOf))) continue;
    const answer = (column: number) => rows.flatMap(({ cells }) => cells[column] || []).join('; ');
    told[index] = titles
      .flatMap((title, column) => (column < from || answer(column) === '' ? [] : [`${title}\t${answer(column)}`]))
      .join('\n');
    for (const { at } of rows) told[at] = '';
  }
  return told.flatMap((line) => line.split('\n'));
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

/** Parted by tabs, bars or wide spaces; an empty cell counts only where it is looked for. */
const cellsOf = (line: string, parted = /\s*[\t|]\s?|\s{3,}/u): string[] =>
  line.split(parted).map((cell) => cell.trim());
const empty = /[^\S\t]*[\t|][^\S\t]?|[^\S\t]{3,}/u;

function pointOf(cell: string): Point | undefined {
  const named = pointNamed(cell.replace(/^\(?\d[.)]\s*/, '').replace(/\s?[:：]$/u, ''));
  return named && named.weight !== 'part' ? named.point : undefined;
}
