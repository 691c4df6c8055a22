import { plain } from '../model/plain.ts';
import { type Point, points } from '../model/request.ts';
import { announced, isGreeting, type Written } from './list-leads.ts';
import { numberMark } from './list-signs.ts';
import { speaksUnder } from './numbered-answers.ts';
import { isClosing } from './signing-off.ts';

/** An answer that nothing but its place among the five tells. */
interface Bare {
  line: number;
  point: Point;
  rest: string;
  /** The line after its last. */
  end: number;
}

/** Some lines that stand together, up to `end`. */
interface Piece {
  line: number;
  end: number;
  rest: string;
}

/**
 * The five answers in the order asked, with neither titles nor numbers: five bullets, lines or paragraphs. Only where each
 * says what its point asks for, one of them a figure, and no other five of the mail do too: the rest is for people.
 */
export function bareAnswers(lines: readonly Written[]): Bare[] {
  const bullets = bulletsIn(lines);
  const series = bullets.length > 0 ? [bullets] : [...stacksIn(lines)];
  const [only, ...others] = series
    .map(withoutNumbers)
    .filter((pieces) => areAnswers(pieces, lines, bullets.length > 0));
  if (!only || others.length > 0) return [];
  return only.flatMap((piece, index) => {
    const point = points[index];
    return point ? [{ ...piece, point }] : [];
  });
}

/** « 1-12 foreurs », « 2-3 formateurs »: five such lines bear the numbers of the points, less are in doubt. */
function withoutNumbers(pieces: readonly Piece[]): Piece[] {
  const told = pieces.flatMap((piece, index): Piece[] => {
    const mark = numberMark(piece.rest);
    return mark?.value === index + 1 ? [{ ...piece, rest: mark.rest }] : [];
  });
  return told.length === 0 ? [...pieces] : told;
}

const bullet = /^(?:[–—•*·▪▫◦‣●○■➢➤✓✔→-]|o(?=\s))\s*(?=[\p{L}\p{N}«"“$€£])/u;

/** Each bullet with the lines below that belong to it. */
function bulletsIn(lines: readonly Written[]): Piece[] {
  return lines.flatMap(({ depth, text }, line) => {
    const [mark] = (depth === 0 && bullet.exec(text)) || [];
    if (mark === undefined) return [];
    let end = line + 1;
    while (continues(lines[end])) end += 1;
    return [{ line, end, rest: text.slice(mark.length) }];
  });
}

function continues(line: Written | undefined): boolean {
  return line !== undefined && line.depth === 0 && line.plain !== '' && !bullet.test(line.text);
}

/** What may be five answers: the lines of one paragraph, or paragraphs that follow one another. */
function* stacksIn(lines: readonly Written[]): Iterable<Piece[]> {
  const paragraphs = paragraphsIn(lines);
  for (const { line, end } of paragraphs) {
    const from = line + Number(isGreeting(lines[line]?.plain ?? ''));
    const closing = lines.slice(from, end).findIndex(({ text }) => isClosing(text));
    const to = closing < 0 ? end : from + closing;
    yield lines.slice(from, to).map(({ text }, index) => ({ line: from + index, end: from + index + 1, rest: text }));
  }
  for (const index of paragraphs.keys()) yield paragraphs.slice(index, index + points.length);
}

function paragraphsIn(lines: readonly Written[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [line, { depth, text, plain: said }] of lines.entries()) {
    if (depth > 0 || said === '') continue;
    const last = pieces.at(-1);
    if (last?.end === line) last.end = line + 1;
    else pieces.push({ line, end: line + 1, rest: text });
  }
  return pieces;
}

function areAnswers(pieces: readonly Piece[], lines: readonly Written[], listed: boolean): boolean {
  const [first] = pieces;
  if (!first || pieces.length !== points.length) return false;
  const said = pieces.map(({ line, end, rest }) => {
    const below = lines.slice(line + 1, end).map((each) => each.plain);
    return [plain(rest), ...below].join('\n').trim();
  });
  if (said.some((words) => words.length > longest || words.endsWith('?'))) return false;
  const fitting = said.filter((words, index) => speaksUnder(points[index] ?? 'needs', words)).length;
  const lead = announced(lines.slice(0, first.line));
  if (lead === 'answers' && listed) return fitting >= enoughAnnounced;
  const plainly = lead === 'answers' || lead === 'nothing';
  // Headings and subjects of a meeting hold none.
  return plainly && fitting === points.length && said.some((words) => /\d/.test(words));
}

const enoughAnnounced = 3;
/** More is a letter. */
const longest = 600;
