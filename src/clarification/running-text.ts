import { points } from '../model/request.ts';
import { numberedNoun } from './list-signs.ts';
import { titlesWithin } from './titles.ts';

/** A number or a title within a line. */
interface Mark {
  index: number;
  /** The number of its point. */
  place: number;
  /** What stands behind the digit; undefined of a title. */
  sign?: string;
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
  return lines.map((line, at) => {
    const marks = all[at] ?? [];
    if (marks.length === 0) return [line];
    const chain = whole ? marks.filter(isPlain) : chainOf(marks);
    const starts = marks.filter((mark) => mark.index > 0 && (mark.sure || chain.includes(mark)));
    return cutAt(line, starts);
  });
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
  const numbers = [...line.matchAll(numberWithin)].map(({ index, 0: whole, 1: digit, 2: sign = '' }) => {
    return { index, end: index + whole.length, place: Number(digit), sign, sure: false, parted: parted(index) };
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
