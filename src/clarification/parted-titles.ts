import { plain } from '../model/plain.ts';
import { points } from '../model/request.ts';
import { announced, isGreeting, type Written } from './list-leads.ts';
import { numberMark } from './list-signs.ts';
import { speaksUnder } from './numbered-answers.ts';
import type { Row } from './order-of-numbers.ts';
import { isTitle, partedAtOurTitle, partedAtTitle, titleLine } from './titles.ts';

/** A line that bears the title or the number of a point. */
interface Mark {
  line: number;
  place: number;
  number?: number;
  /** The line with a colon behind the title, where nothing but a space parts it from its answer. */
  parted?: string;
  /** Whether what stands behind that title says something of its point. */
  speaks: boolean;
}

/**
 * The lines as titles and what stands behind them, those too behind a mere space: « budget 80 000 $ ». Such a line is one where
 * the titles and numbers of the mail make a form, each once and in order, or where it says what its point asks for.
 */
export function rowsOf(lines: readonly Written[]): Row[] {
  const parted = new Map([...behindOurTitles(lines), ...behindAnyTitle(lines)]);
  return lines.map(({ depth, text }, line) => ({ ...titleLine(parted.get(line) ?? text), line, depth }));
}

/** Our own titles are such where two of them, in our order, begin lines so. */
function behindOurTitles(lines: readonly Written[]): [number, string][] {
  const told = lines.flatMap(({ text, depth }, line): [number, string][] => {
    const parted = depth === 0 ? partedAtOurTitle(text) : undefined;
    return parted === undefined ? [] : [[line, parted]];
  });
  const places = told.map(([, parted]) => points.indexOf(titleLine(parted).title?.point ?? 'needs'));
  return places.length > 1 && rises(places) ? told : [];
}

function behindAnyTitle(lines: readonly Written[]): [number, string][] {
  const closes = lines.findIndex((line) => line.closes !== undefined);
  const all = lines.slice(0, closes < 0 ? lines.length : closes).flatMap(markIn);
  const begins = all.filter(({ line }, index) => beginsLine(lines, line, all[index - 1]));
  const places = begins.map(({ place }) => place);
  const isOnce = new Set(places).size === places.length;
  const inOrder = isOnce && (rises(places) || rises(places.toReversed()) || places.length === points.length);
  const isForm = inOrder && places.length > 2;
  const lead = announced(lines.slice(0, begins[0]?.line ?? 0));
  if (lead === 'matter' || (lead === 'other' && !isForm)) return [];
  const isOne = (mark: Mark) => {
    const { line, number, place, parted, speaks } = mark;
    if (parted === undefined) return false;
    if (number !== undefined && number !== place) return speaks && !speaksAt(number, lines[line]);
    // « 3. Entente cadre » is told by its number; « 2. attentes certificat » would be taken for a title alone.
    if (number !== undefined && !isTitledLine(lines[line])) return false;
    return isForm || (speaks && isOnce && (places.length > 1 || standsAlone(lines, line)));
  };
  return begins.filter(isOne).flatMap(({ line, parted }) => (parted === undefined ? [] : [[line, parted]]));
}

const speaksAt = (number: number, line: Written | undefined) =>
  speaksUnder(points[number - 1] ?? 'needs', plain(line?.text ?? ''));

const isTitledLine = (line: Written | undefined) => isTitle(titleLine(line?.text ?? ''));

const rises = (places: readonly number[]) =>
  places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));

function markIn({ depth, text }: Written, line: number): Mark[] {
  if (depth > 0 || text === '') return [];
  const number = numberMark(text)?.value;
  const told = partedAtTitle(text);
  if (told && told.rest.split(' ').length <= mostWords && !told.rest.endsWith('?')) {
    const place = points.indexOf(told.point) + 1;
    const speaks = speaksUnder(told.point, plain(told.rest));
    return [{ line, place, parted: told.line, speaks, ...(number !== undefined && { number }) }];
  }
  const row = titleLine(text);
  const place = row.title && isTitle(row) ? points.indexOf(row.title.point) + 1 : number;
  return place === undefined || place > points.length ? [] : [{ line, place, speaks: false }];
}

/** More is a sentence. */
const mostWords = 12;

/** Not where it goes on with the line above. */
function beginsLine(lines: readonly Written[], line: number, before: Mark | undefined): boolean {
  const above = lines[line - 1]?.plain ?? '';
  return above === '' || before?.line === line - 1 || /[.:;!?]$/.test(above) || isGreeting(above);
}

function standsAlone(lines: readonly Written[], line: number): boolean {
  const { text = '' } = lines[line] ?? {};
  return text.split(' ').length <= mostAlone && !/[,;?]/.test(text) && (lines[line + 1]?.plain ?? '') === '';
}

const mostAlone = 6;
