import { plain } from '../model/plain.ts';
import { type Point, points } from '../model/request.ts';
import { isAcceptance } from './acceptance.ts';
import { announced, type Written } from './list-leads.ts';
import { numberMark } from './list-signs.ts';
import { formOf } from './missing-numbers.ts';
import { isOtherList, speaksUnder, withoutOwnTitle } from './numbered-answers.ts';
import { withoutPhrases } from './phrases.ts';
import type { TitleLine } from './titles.ts';

export interface Row extends TitleLine {
  line: number;
  depth: number;
}

/** A row that opens an answer, or something else: then without a point. */
export interface Entry {
  row: Row;
  point?: Point;
  /** Whether its words belong to the answer. */
  whole: boolean;
}

/** A row without a title of ours that bears a number. */
interface Numbered {
  row: Row;
  value: number;
  rest: string;
  /** Whether it may as well be a range or a decimal: « 4-15 millions », « 4.180,000 » */
  sure: boolean;
}

/** The numbered rows that stand between two titles. */
interface Group {
  rows: Numbered[];
  above: Entry | undefined;
  below: Entry | undefined;
}

/** What the titles of the mail say of its numbers. */
interface Titles {
  /** Whether the numbers that they bear are ours. */
  ours: boolean;
  /** Whether any bears one. */
  numbered: boolean;
  places: ReadonlySet<number>;
  /** Those that one line of the mail bears, and no other. */
  numbers: ReadonlySet<number>;
}

/**
 * With the rows that bear the number of a point and no title. What is next in the order of the form opens its answer; where
 * the numbers and the titles contradict each other it is in doubt, and ends the answer above all the same: nobody's words may
 * stand under another point.
 */
export function placedByNumber(entries: readonly Entry[], rows: readonly Row[], lines: readonly Written[]): Entry[] {
  const titled = entries.filter(({ point }) => point !== undefined);
  if (titled.some(({ row }) => row.depth > 0)) return [...entries];
  const ours = titled.every((entry) => entry.row.number === undefined || entry.row.number === placeOf(entry));
  const groups = groupsOf(titled, numberedRows(titled, rows, lines), lines);
  const titles = {
    ours,
    numbered: titled.some(({ row }) => row.number !== undefined),
    places: new Set(titled.map(placeOf)),
    numbers: numbersOnce(titled, groups),
  };
  const whole = ours && isWhole(groups, titled, lines);
  const judged = groups.flatMap((group) =>
    whole ? group.rows.map((row) => ({ ...row, sure: true, placed: true })) : judge(group, titles, lines),
  );
  const found = bornOut(judged, titled, rows);
  const taken = new Set(found.map(({ row }) => row.line));
  return [...entries.filter(({ row }) => !taken.has(row.line)), ...found].sort((a, b) => a.row.line - b.row.line);
}

const placeOf = ({ point }: Entry): number => (point ? points.indexOf(point) + 1 : 0);

function numberedRows(titled: readonly Entry[], rows: readonly Row[], lines: readonly Written[]): Numbered[] {
  const closes = lines.findIndex((line) => line.closes !== undefined);
  const taken = new Set(titled.map(({ row }) => row.line));
  const own = titled.filter(({ row }) => row.number !== undefined);
  const signs = new Set(own.map(({ row }) => letterSign(lines[row.line]?.text)));
  return rows.slice(0, closes < 0 ? rows.length : closes).flatMap((row): Numbered[] => {
    if (row.depth > 0 || taken.has(row.line)) return [];
    const mark = numberMark(lines[row.line]?.text ?? '');
    if (mark) return [{ row, ...mark }];
    // « A. Boateng » is nobody's number, but where the titles bear letters.
    const sign = letterSign(lines[row.line]?.text);
    const alike = row.number !== undefined && row.whole !== '' && sign !== '' && signs.has(sign);
    return alike ? [{ row, value: row.number ?? 0, rest: row.whole, sure: true }] : [];
  });
}

/** How the letter of a list is written: « b) » */
function letterSign(text = ''): string {
  const [sign = ''] = /^[^\p{L}\d]*\p{L}+\s?[.)]/u.exec(text) ?? [];
  return sign.replace(/\p{L}+/u, (letters) => (letters === letters.toUpperCase() ? 'A' : 'a'));
}

function groupsOf(titled: readonly Entry[], numbered: readonly Numbered[], lines: readonly Written[]): Group[] {
  const groups = [undefined, ...titled].map((above, index): Group => ({ rows: [], above, below: titled[index] }));
  let at = 0;
  for (const each of numbered) {
    while ((groups[at]?.below?.row.line ?? Number.POSITIVE_INFINITY) < each.row.line) at += 1;
    groups[at]?.rows.push(each);
  }
  const own = titled.filter(({ row }) => row.number !== undefined);
  const forms = new Set(
    [...own, ...numbered.filter(({ sure }) => sure)].map(({ row }) => formOf(lines[row.line]?.text)),
  );
  const once = numbersOnce(titled, groups);
  // « 4-15 jours » in the midst of « 2-3 formateurs » and « 3-MoU » is a range; « 5º mayo » speaks of what its number asks for.
  const mayOpen = (each: Numbered) =>
    once.has(each.value) && (forms.has(formOf(lines[each.row.line]?.text)) || speaks(each));
  return groups.map((group) => ({
    ...group,
    rows: group.rows.filter((each, index) => each.sure || isMissing(index, group) || mayOpen(each)),
  }));
}

/** Whether that number alone is missing where it stands: only there « 4-15 millions » is no range. */
function isMissing(index: number, { rows, above, below }: Group): boolean {
  const { value = 0 } = rows[index] ?? {};
  const before = rows[index - 1]?.value ?? (above ? placeOf(above) : 0);
  const after = rows[index + 1]?.value ?? (below ? placeOf(below) : value + 1);
  return (before === value - 1 && after === value + 1) || (before === value + 1 && after === value - 1);
}

function numbersOnce(titled: readonly Entry[], groups: readonly Group[]): ReadonlySet<number> {
  const all = [
    ...titled.flatMap(({ row }) => row.number ?? []),
    ...groups.flatMap(({ rows }) => rows.map(({ value }) => value)),
  ];
  return new Set(all.filter((value) => all.indexOf(value) === all.lastIndexOf(value)));
}

/**
 * Whether the titles and the numbers are the five points, each once, or some of them from the last to the first: then their
 * order in the mail does not matter. The list of all others under one title may as well belong to its answer.
 */
function isWhole(groups: readonly Group[], titled: readonly Entry[], lines: readonly Written[]): boolean {
  const rows = groups.flatMap((group) => group.rows);
  const marks = [
    ...titled.map((entry) => ({ line: entry.row.line, value: placeOf(entry) })),
    ...rows.map(({ row: { line }, value }) => ({ line, value })),
  ].sort((a, b) => a.line - b.line);
  const falls = marks.every(({ value }, index) => value < (marks[index - 1]?.value ?? points.length + 1));
  const isFive = marks.length === points.length && new Set(marks.map(({ value }) => value)).size === points.length;
  if (rows.some(({ value }) => value > points.length) || isOfOther(rows)) return false;
  const [first] = groups;
  if (first && first.rows.length > 0 && !isForm(first.rows, first.below?.row.number !== undefined, lines)) return false;
  if (falls) return titled.some(({ row }) => row.number !== undefined) && rows.length > 0;
  const speaking = rows.filter(speaks).length;
  return (
    isFive &&
    (groups.filter((group) => group.rows.length > 0).length > 1 || isSkipping(rows) || speaking * 2 >= rows.length)
  );
}

const isSkipping = (rows: readonly Numbered[]) => rows.some(({ value }, index) => value !== index + 1);

const speaks = ({ value, rest }: Numbered) => speaksUnder(points[value - 1] ?? 'needs', plain(rest));

type Judged = Numbered & { placed: boolean };

function judge({ rows, above, below }: Group, titles: Titles, lines: readonly Written[]): Judged[] {
  const from = (titles.ours ? undefined : above?.row.number) ?? (above ? placeOf(above) : 0);
  const next = below ? placeOf(below) : points.length + 1;
  const isFree = (value: number) => !titles.ours || (value < next && !titles.places.has(value));
  const fits = (run: readonly Numbered[]) =>
    titles.ours && run.every(({ value }, index) => value > (run[index - 1]?.value ?? from) && isFree(value));
  const doubtful = (run: readonly Numbered[]) => run.map((each) => ({ ...each, placed: false }));
  const runs = runsOf(rows);
  const [first = [], ...others] = runs;
  if (!above) {
    const run = runs.at(-1) ?? [];
    const goesOn = below?.row.number !== undefined && titles.ours;
    if (fits(run) && isForm(run, goesOn, lines)) return run.map((each) => ({ ...each, placed: true }));
    return below?.row.number === (run.at(-1)?.value ?? 0) + 1 && !isOfOther(run) ? doubtful(run) : [];
  }
  const isList = opensList(first, above) && !standsBeside(first, above, titles, lines);
  const outer = isList ? [] : first.filter(({ value }) => value !== from || !titles.ours);
  const ends = outer.findIndex(
    ({ value }, index) => value > points.length && value === (outer[index - 1]?.value ?? from) + 1,
  );
  const run = ends < 0 ? outer : outer.slice(0, ends);
  const placed = fits(run) && !isOfOther(run);
  const last = run.at(-1)?.value ?? from;
  const counted = run.length > 0 || (above.row.number !== undefined && above.row.rest !== '');
  // « Besoins : 1. Forage 2. Certificat 3. MoU 4. Budget : … » goes on in the next title.
  const leads =
    above.row.number === undefined &&
    below?.row.number !== undefined &&
    below.row.number === (first.at(-1)?.value ?? 0) + 1;
  const mayGoOn = ({ value }: Numbered) => (counted || leads) && value > last && isFree(value);
  const isOfForm = ({ value }: Numbered) => counted && titles.numbered && titles.numbers.has(value);
  const within = [
    ...(isList ? first : []).filter(mayGoOn),
    ...others.flat().filter((row) => mayGoOn(row) || isOfForm(row)),
  ];
  return [...run.map((each) => ({ ...each, placed })), ...doubtful(outer.slice(run.length)), ...doubtful(within)];
}

const isOfOther = (run: readonly Numbered[]) =>
  isOtherList(run.map(({ row: { line }, rest }) => ({ line, rest, first: rest })));

/** Each begins with 1, but perhaps the first. */
function runsOf(rows: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (!last || row.value === 1) runs.push([row]);
    else last.push(row);
  }
  return runs;
}

/** Whether they list what is said under the title: « Besoins : », « 1. forage » */
function opensList([first]: readonly Numbered[], above: Entry): boolean {
  if (!first) return false;
  return first.value === 1 || (first.value === 2 && numberMark(above.row.rest)?.value === 1);
}

/**
 * « 4. Budget : 80 000 $ », « 1. Forage »: where no other line bears their numbers, they are rather of the same list. What is
 * told under a title needs no list of one.
 */
function standsBeside(
  run: readonly Numbered[],
  above: Entry,
  { numbered, numbers }: Titles,
  lines: readonly Written[],
): boolean {
  const { row } = above;
  const [first] = run;
  const below = lines.slice(row.line + 1, first?.row.line).map(({ text }) => text);
  const said = [row.rest, ...below].join('\n').trim();
  if (said === '' || numberMark(row.rest) || /[:：]$/u.test(said)) return false;
  return run.every(({ value }) => numbers.has(value) && (numbered || (run.length === 1 && value !== placeOf(above))));
}

/** Whether those above the first title belong to the form, and are no list of something else. */
function isForm(run: readonly Numbered[], goesOn: boolean, lines: readonly Written[]): boolean {
  const [first] = run;
  if (!first || isOfOther(run)) return false;
  const lead = announced(lines.slice(0, first.row.line));
  const some = run.some(speaks);
  return { answers: true, nothing: some || goesOn, other: some && goesOn, matter: false }[lead];
}

/** A number that stands alone among the titles is placed where both its neighbours say so, or what it says. */
function bornOut(judged: readonly Judged[], titled: readonly Entry[], rows: readonly Row[]): Entry[] {
  const placed = judged.filter((each) => each.placed);
  const numbers = placed.length + titled.filter(({ row }) => row.number !== undefined).length;
  const marks = [...titled.map((entry) => ({ row: entry.row, value: placeOf(entry) })), ...placed].sort(
    (a, b) => a.row.line - b.row.line,
  );
  const indexes = new Map(marks.map(({ row }, index) => [row.line, index]));
  return judged.map(({ row, value, rest, sure, placed: isPlaced }): Entry => {
    const point = points[value - 1];
    const index = indexes.get(row.line) ?? 0;
    const [before, below] = [marks[index - 1], marks[index + 1]];
    const doubtful = { row, whole: true };
    if (!isPlaced || !point || placed.some((each) => each.value === value && each.row !== row)) return doubtful;
    const said = plain(
      [rest, ...rows.slice(row.line + 1, below?.row.line).map(({ whole }) => whole)].join('\n').trim(),
    );
    const between = (before?.value ?? 0) === value - 1 && (below?.value ?? points.length + 1) === value + 1;
    const enough = speaksUnder(point, said) || (sure && (between || numbers > 1));
    if (!enough || said === '' || isAcceptance(withoutPhrases(said))) return doubtful;
    // « 3. Entente » above « 4. Budget : … » was left empty.
    const { title, words } = row;
    const isOwn = title?.point === point && (title.weight === 'full' || title.weight === 'short');
    const isEmpty = isOwn && words === rest && said === plain(rest);
    const answer = isEmpty ? '' : withoutOwnTitle(point, rest, said !== plain(rest));
    return { row: { ...row, whole: answer }, point, whole: true };
  });
}
