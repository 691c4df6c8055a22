import { plain } from '../model/plain.ts';
import { type Language, type Point, points } from '../model/request.ts';
import type { Written } from './list-leads.ts';
import { numberMark } from './list-signs.ts';
import { speaksUnder } from './numbered-answers.ts';
import { type Entry, placedByNumber, type Row } from './order-of-numbers.ts';
import { rowsOf } from './parted-titles.ts';
import { isTitle } from './titles.ts';

/** An answer that is told by its title. */
interface Titled {
  line: number;
  point: Point;
  /** Where it is our own title. */
  language?: Language;
  /** What stands on the same line behind the title, or all of it where the title says a part of the answer. */
  rest: string;
}

/**
 * The titles in the order of the text, and the lines that look like one more of them but are none: the answer above ends
 * there, and a person is to say what they are.
 * @param answered - Points that are told already.
 */
export function titledAnswers(
  lines: readonly Written[],
  answered: ReadonlySet<Point>,
): { titles: Titled[]; strangers: number[] } {
  const rows = rowsOf(lines);
  const list = wholeList(rows);
  const isNext = nextAmongNumbers(rows, lines);
  const sure = rows.filter((row) => isTitle(row) || list.includes(row) || isNext(row));
  const [first] = sure;
  if (!first) return { titles: [], strangers: [] };
  // Above a list that bears no marks it may be the subject, above a table its head.
  const isApart = ({ line, form, separator }: Row) =>
    line < first.line &&
    (separator === 'cell' || (form.startsWith(' ') && rows.slice(line, first.line).some(({ whole }) => whole === '')));
  const entries = placedBetween(placedByNumber(entriesAmong(rows, sure), rows, lines), answered);
  return {
    titles: entries.flatMap(({ row, point, whole }): Titled[] => {
      if (!point) return [];
      const language = row.title?.language;
      return [{ line: row.line, point, rest: whole ? row.whole : row.rest, ...(language && { language }) }];
    }),
    strangers: entries.flatMap(({ row, point }) => (point || isApart(row) ? [] : [row.line])),
  };
}

function entriesAmong(rows: readonly Row[], sure: readonly Row[]): Entry[] {
  const forms = new Set(sure.map(formOf));
  const titled = new Set(sure.map(({ title }) => title?.point));
  const begins = beginOf(rows, sure);
  const isTable = sure.filter(({ separator }) => separator === 'cell').length > 1;
  const entries: Entry[] = [];
  for (const row of rows.slice(begins)) {
    const last = entries.at(-1);
    const { title } = row;
    // « Budget : … » under « Ressources » belongs to the answer.
    if (title && title.weight !== 'full' && last?.point === title.point) continue;
    const isEmptyCell = isTable && isNounAlone(row) && title?.weight !== 'part';
    const isAlike = forms.has(formOf(row)) && mayBeTitle(row, last, rows);
    const beside = title !== undefined && (isEmptyCell || isAlike || (last !== undefined && isPartedShort(row)));
    const isSure = sure.includes(row);
    if (title && (isSure || (beside && !(title.weight === 'part' && titled.has(title.point)))))
      entries.push({
        row,
        point: title.point,
        whole: !isSure && (title.weight === 'part' || titled.has(title.point)),
      });
    else if (isStranger(row, last?.row ?? sure[0], rows) || mayBeNext(row, last, sure, rows))
      entries.push({ row, whole: true });
  }
  return entries;
}

/** The five nouns that stand alone on their lines in our order, made alike, each above an answer: then each is a title. */
function wholeList(rows: readonly Row[]): Row[] {
  const alone = rows.filter((row) => isNounAlone(row) && row.title?.weight !== 'part');
  const list = alone.filter(({ title }, index) => title?.point !== alone[index - 1]?.title?.point);
  const inOrder = list.length === points.length && list.every(({ title }, index) => title?.point === points[index]);
  const [first] = list;
  const alike = list.every((row) => first && formOf(row) === formOf(first) && isAnswered(row, list, rows));
  return inOrder && alike ? list : [];
}

/** Tells what stands where the numbers leave out the point of the title: « 3. MoU », « Calendar: 2027 » */
function nextAmongNumbers(rows: readonly Row[], lines: readonly Written[]): (row: Row) => boolean {
  const numbers: { line: number; value: number }[] = [];
  for (const [line, { text, depth }] of lines.entries()) {
    const mark = depth === 0 && text !== '' ? numberMark(text) : undefined;
    if (mark && (mark.sure || mark.value > (numbers.at(-1)?.value ?? 0))) numbers.push({ line, value: mark.value });
  }
  if (numbers.length === 0 || numbers.length > mostNumbers) return () => false;
  return (row) => {
    const { title, line, depth, separator, rest, number } = row;
    if (!title || title.weight === 'part' || depth > 0 || number !== undefined) return false;
    if (separator === 'none' ? rest !== '' || !isAnswered(row, [], rows) : rest === '') return false;
    const place = points.indexOf(title.point) + 1;
    const before = numbers.findLast((each) => each.line < line)?.value ?? points.length;
    const after = numbers.find((each) => each.line > line)?.value ?? place + 1;
    if (before >= place || after <= place || numbers.some(({ value }) => value === place)) return false;
    return (title.weight !== 'weak' && separator !== 'none') || (before === place - 1 && after === place + 1);
  };
}

/** More is no form. */
const mostNumbers = 50;

const isPartedShort = ({ title, depth, separator, rest }: Row): boolean =>
  title?.weight === 'short' && depth === 0 && separator !== 'none' && rest !== '';

const isNounAlone = ({ title, depth, separator, rest }: Row): boolean =>
  title !== undefined && depth === 0 && separator === 'none' && rest === '';

/** Whether something stands below it before the next of these. */
function isAnswered({ line }: Row, others: readonly Row[], rows: readonly Row[]): boolean {
  const below = rows.slice(line + 1).find(({ whole }) => whole !== '');
  return below !== undefined && !others.includes(below);
}

/**
 * Whether a noun alone on its line, such as « moyens », stands where the next title of the list is due: it may be that title,
 * or belong to the answer above.
 */
function mayBeNext(row: Row, last: Entry | undefined, sure: readonly Row[], rows: readonly Row[]): boolean {
  const { title, line } = row;
  if (!title || !last?.point || title.weight !== 'weak' || !isNounAlone(row)) return false;
  const [, ...later] = sure.filter((each) => formOf(each) === formOf(row));
  const apart = later.length > 0 && later.every((each) => rows[each.line - 1]?.whole === '');
  if ((apart && rows[line - 1]?.whole !== '') || !later.some((each) => each.line > line)) return false;
  const place = points.indexOf(title.point);
  const inPlace = sure.every((each) => {
    const other = points.indexOf(each.title?.point ?? title.point);
    return each.line < line ? other < place : other > place;
  });
  return inPlace && isAnswered(last.row, [row], rows) && isAnswered(row, sure, rows);
}

/** The first row of the list to which the first title belongs. */
function beginOf(rows: readonly Row[], [first]: readonly Row[]): number {
  const line = first?.line ?? 0;
  const above = rows.slice(0, line).findLastIndex((row) => row.whole !== '' && !isStranger(row, first, rows));
  return above + 1;
}

const formOf = ({ depth, form }: Row): string => `${depth} ${form}`;

/** Nouns alone on their lines are rather answers. */
function mayBeTitle({ depth, line, separator, title }: Row, last: Entry | undefined, rows: readonly Row[]): boolean {
  if (depth > 0) return false;
  if (separator !== 'none') return true;
  const said = last && (last.row.rest !== '' || rows.slice(last.row.line + 1, line).some(({ words }) => words !== ''));
  return title?.weight === 'short' && said === true;
}

/** Whether it is made as the titles beside it, each with its answer on the same line. */
function isStranger(row: Row | undefined, last: Row | undefined, rows: readonly Row[]): boolean {
  if (!row || !last || row.depth > 0 || row.separator === 'none' || !looksLikeTitle(row)) return false;
  if (rows[row.line - 1]?.words === '' && row.separator === 'colon' && otherMatter.test(plain(row.words))) return true;
  return formOf(row) === formOf(last) && row.rest !== '' && !/:$/.test(last.rest);
}

function looksLikeTitle({ words, whole, rest, form }: Row): boolean {
  if (!titleWords.test(words) || words.split(/\s+/).length > mostWords || rest.startsWith('//')) return false;
  return (/^\p{Lu}/u.test(whole) || !form.startsWith(' ')) && !says.test(plain(words));
}

const mostWords = 5;
const titleWords = /^\p{L}[\p{L}\p{M}'’ ()/&-]{1,44}$/u;
const says =
  /\b(?:we|i|you|it|this|is|are|was|have|will|please|je|j|nous|vous|on|ce|c|est|sont|sera|merci|thanks?|gracias|esto|es|son|hay|dear|hello|bonjour|hola)\b/;
/** What people write below the answers, or take down beside them. */
const otherMatter =
  /^(?:suivis?|prochaines? etapes?|etapes? suivantes?|a faire|remarques?|notes?|commentaires?|autres?|divers|presents?|presences|contacts?|next steps?|follow[- ]?ups?|actions?|to do|remarks?|comments?|other|attendees|seguimiento|proximos pasos|observaciones|comentarios|otros|asistentes|contacto)$/;

/**
 * With the one stranger between two titles, or above the first, at the one point between theirs, where it says something of
 * that. Below the last title people go on with whom to call and when to meet.
 * @param answered - Points that are told already: those it does not replace.
 */
function placedBetween(entries: readonly Entry[], answered: ReadonlySet<Point>): Entry[] {
  const titled = new Set([...answered, ...entries.map(({ point }) => point)]);
  return entries.map((entry, index) => {
    if (entry.point || otherMatter.test(plain(entry.row.words))) return entry;
    const before = entries[index - 1];
    const after = entries[index + 1];
    if ((before && !before.point) || !after?.point) return entry;
    const from = before?.point ? points.indexOf(before.point) + 1 : 0;
    const [missing, ...others] = points.slice(from, points.indexOf(after.point)).filter((point) => !titled.has(point));
    const fits = missing && others.length === 0 && speaksUnder(missing, plain(entry.row.whole));
    return fits ? { ...entry, point: missing } : entry;
  });
}
