import type { Cell, Sheet } from '../model/sheet.ts';

/**
 * The lines of the sheet as Excel in French opens it by a double click: a byte order mark, semicolons, CRLF. What another
 * list separator would divide stands in quotes. A text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function* csv({ columns, rows }: Sheet): Generator<string> {
  yield `\uFEFF${line(columns.map(({ name }) => name))}`;
  for (const cells of rows) yield line(cells);
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(';')}\r\n`;
}

function field(value: Cell): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.time ? value.local.replace('T', ' ') : value.local.slice(0, 10);
  const harmless = /^[\s\u00A0]*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value;
  return /[";,|\t\r\n]/.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
