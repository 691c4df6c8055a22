import { plain } from '../model/plain.ts';
import { points } from '../model/request.ts';
import { numberedNoun, sharedNumbers } from './list-signs.ts';
import { speaksUnder } from './numbered-answers.ts';
import { titleLine, titlesWithin } from './titles.ts';

/** A number or a title within a line. */
interface Mark {
  index: number;
  /** The number of its point. */
  place: number;
  /** The digit, and what stands behind it; undefined of a title. */
  number?: number;
  sign?: string;
  /** Whether it is plainly a number of a form: « Point 2 : », « (2) » */
  plainly?: boolean;
  /** Whether it opens an answer by itself, whatever stands around it. */
  sure: boolean;
  /** Whether a comma, a full stop or the like parts it from what stands before it. */
  parted: boolean;
}

/** Some write all their answers in one line: the lines with each answer on its own. */
export function apartAtMarks(lines: readonly string[]): string[][] {
  const all = lines.map(marksIn);
  const isPlain = ({ sign = '' }: Mark) => /^\s?[.)/:]\s$/.test(sign);
  // The whole form may go over several lines.
  const numbers = all.flat().filter(isPlain);
  const whole = numbers.map(({ place }) => place).join() === points.map((_, index) => index + 1).join();
  const form = formAmong(all, lines);
  return lines.map((line, at) => {
    const marks = all[at] ?? [];
    if (marks.length === 0) return [line];
    const chain = whole ? marks.filter(isPlain) : chainOf(marks);
    const starts = marks.filter((mark) => mark.index > 0 && (mark.sure || chain.includes(mark) || form.has(mark)));
    return cutAt(line, starts);
  });
}

/**
 * The marks that make the form of the mail in whatever order they stand: those of one kind and the titles, none of them twice.
 * Where they are less than the five, each within a line is parted from what stands before it, is one of three there, or is
 * borne out by what it says.
 */
function formAmong(all: readonly (readonly Mark[])[], lines: readonly string[]): ReadonlySet<Mark> {
  const marks = all.flat();
  const titles = marks.filter(({ sign }) => sign === undefined);
  const kinds = new Set(marks.map(({ sign }) => sign));
  const form = [...kinds].flatMap((kind): Mark[] => {
    const numbers = kind === undefined ? [] : marks.filter(({ sign }) => sign === kind);
    const together = [...titles, ...numbers];
    const isOnce = areOnce(together.map(({ place }) => place));
    if (isOnce && together.length === points.length) return together;
    // « Besoins : forage, 2. Budget : voté, 3. mars 2027 »
    const opens = numbers.some(({ index, sure }) => index === 0 || sure);
    const values = numbers.map(({ number = 0 }) => number);
    if (!areOnce(values) || values.some((value) => value > points.length)) return [];
    const isBorneOut = isOnce && together.length > 1;
    return all.flatMap((each, at) => {
      if (each[0]?.index !== 0) return [];
      const isSeveral = each.filter(({ sign }) => sign === kind).length > 2 && each[0].sign === kind;
      if (kind === undefined && isOnce && isSeveral) return each.filter(({ sign }) => sign === undefined);
      return each.filter((mark, index) => {
        if (mark.sign === kind && opens && (mark.parted || mark.plainly || isSeveral)) return true;
        const isOfForm = mark.sign === undefined || mark.sign === kind;
        return isBorneOut && isOfForm && speaks(mark, lines[at] ?? '', each[index + 1]);
      });
    });
  });
  return new Set(form);
}

const areOnce = (values: readonly number[]) => new Set(values).size === values.length;

function speaks({ index, place, number }: Mark, line: string, next: Mark | undefined): boolean {
  const point = points[place - 1];
  const told = titleLine(line.slice(index, next?.index));
  const said = number !== undefined && told.title?.point !== point ? told.whole : told.rest;
  return point !== undefined && speaksUnder(point, plain(said));
}

/** The marks that follow one another as the points do: a third bears out the first two. */
function chainOf(marks: readonly Mark[]): readonly Mark[] {
  const chain: Mark[] = [];
  const lastOf = new Map(marks.flatMap(({ place, sign, index }) => (sign === undefined ? [] : [[place, index]])));
  let listed = 0;
  for (const [index, mark] of marks.entries()) {
    const { place, sign } = mark;
    const last = chain.at(-1);
    // « Besoins : trois mines, 1. Obuasi, 2. Tarkwa » lists what is needed.
    if (last && sign !== undefined && (place === 1 || (listed > 0 && place === listed + 1))) listed = place;
    // « 2.5 jours » before « 2.certificat »
    else if (
      last
        ? follows(mark, chain, marks[index + 1]) && (sign === undefined || lastOf.get(place) === mark.index)
        : opens(mark)
    ) {
      chain.push(mark);
      listed = 0;
    }
  }
  const later = chain.slice(1);
  const areTwo = later.every(({ sure, sign, parted }) => sure || (sign !== undefined && parted));
  return later.length > 1 || (later.length > 0 && areTwo) ? chain : [];
}

const opens = ({ sure, place, index }: Mark) => sure || place === 1 || index === 0;

function follows({ place, sign, parted }: Mark, chain: readonly Mark[], next: Mark | undefined): boolean {
  const { place: before = 0 } = chain.at(-1) ?? {};
  if (place <= before || sign === undefined) return place > before;
  const numbered = chain.filter((each) => each.sign !== undefined);
  if (numbered.some((each) => each.sign !== sign)) return false;
  const isBetween = next !== undefined && next.sign === undefined && next.place === place + 1;
  return parted || (place === before + 1 && (numbered.length > 0 || isBetween));
}

function marksIn(line: string): Mark[] {
  if (line === '') return [];
  const parted = (index: number) => index === 0 || /[.;,|!:]\s+$/.test(line.slice(Math.max(0, index - 3), index));
  // « 1 et 2 – » opens one answer.
  const shared = sharedNumbers(line)?.sign.length ?? 0;
  const found = [...line.matchAll(numberWithin)].filter(({ index }) => index === 0 || index >= shared);
  const numbers = found.map(({ index, 0: whole, 1: digit, 2: sign = '' }) => {
    const number = Number(digit);
    const plainly = /^[\p{L}(]/u.test(whole);
    return {
      index,
      end: index + whole.length,
      place: number,
      number,
      sign,
      plainly,
      sure: false,
      parted: parted(index),
    };
  });
  const before = new Map(numbers.flatMap((number) => [number.index, number.end].map((index) => [index, number])));
  const titles = titlesWithin(line).map((title): Mark => {
    const number = before.get(title.index);
    return number ? { ...number, place: title.place, sure: title.sure || number.place === title.place } : title;
  });
  const titled = new Set(titles.map(({ index }) => index));
  const first = line.search(/[\p{L}\p{N}]/u);
  return [...titles, ...numbers.filter(({ index }) => !titled.has(index))]
    .map((mark) => (mark.index <= first ? { ...mark, index: 0 } : mark))
    .sort((one, other) => one.index - other.index);
}

function cutAt(line: string, marks: readonly Mark[]): string[] {
  const starts = [0, ...marks.map(({ index }) => index)];
  return starts.map((from, part) => {
    const piece = line.slice(from, starts[part + 1]).trim();
    return part + 1 < starts.length ? piece.replace(/\s*[;,|/]$/, '') : piece;
  });
}

/** « 2. », « 2) », « 2 - », « 2º », « 2.certificat »; not the second of « 1. et 2. », nor that of « Plage 2 : oui ». */
const numberWithin = new RegExp(
  `(?<!\\S)(?<!\\b(?:plages?|cr[ée]neaux?|slots?|horarios?|franjas?|options?|opci[oó]n)\\s)(?<![1-5][.)] (?:&|et|and|y) )(?:${numberedNoun}\\s)?\\(?([1-9])(\\s?[.)/:]+[–—-]*(?:\\s|$)|[º°ª][.):]?\\s?|\\s?[–—-]\\s|[.):/–—-](?=\\S))`,
  'giu',
);
