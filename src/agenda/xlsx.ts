import type { Cell, Sheet } from '../model/sheet.ts';

/** A file of the workbook, its text in pieces, each made when it is asked for. */
interface Part {
  name: string;
  content: Iterable<string>;
}

/**
 * The sheet as the parts of an Office Open XML workbook (ECMA-376), which go into a ZIP archive: text is text, never a
 * formula; moments are dates.
 */
export function workbook(sheet: Sheet): Part[] {
  return [
    { name: '[Content_Types].xml', content: [declaration, contentTypes] },
    { name: '_rels/.rels', content: [declaration, relations(['officeDocument', 'xl/workbook.xml'])] },
    {
      name: 'xl/workbook.xml',
      content: [
        declaration,
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet.title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [declaration, relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
    },
    { name: 'xl/styles.xml', content: [declaration, styles] },
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(sheet) },
  ];
}

function* worksheet({ columns, rows }: Sheet): Generator<string> {
  const names = columns.map((_, index) => columnName(index));
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${widths.join('')}</cols><sheetData>`;
  const head = columns.map(({ name }) => name);
  yield row(head, 1, 1, names);
  let number = 1;
  for (const cells of rows) yield row(cells, ++number, 0, names);
  yield `</sheetData><autoFilter ref="A1:${names.at(-1)}${number}"/></worksheet>`;
}

function row(cells: readonly Cell[], number: number, style: number, names: readonly string[]): string {
  const written = cells.map((value, index) => cell(value, `${names[index]}${number}`, style)).join('');
  return `<row r="${number}">${written}</row>`;
}

function cell(value: Cell, place: string, style: number): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'string')
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return `<c r="${place}" s="${value.time ? 3 : 2}"><v>${serial(value.local)}</v></c>`;
}

/** Days since 30 December 1899, the day of the time as a fraction: the clock of the house, as Excel has no zones. */
function serial(local: string): number {
  return (Date.parse(`${local}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** XML 1.0, 2.2: most controls are not allowed, not even escaped; Excel refuses cells of more than 32,767 characters. */
function escaped(text: string): string {
  // Most texts are as they should be, which is seen at a fraction of the cost.
  if (text.length <= longestText && !/[^ -~\xA0-\uD7FF]|[&<>"]/.test(text)) return text;
  return text
    .slice(0, longestText)
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
}

const longestText = 32_000;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const typeOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes =
  `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${typeOf}.styles+xml"/></Types>`;
/** Cell formats: 0 as it is, 1 bold, 2 a date, 3 a date with its time. */
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

function relations(...targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageOf}/relationships">${lines.join('')}</Relationships>`;
}
