import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import { type Point, points } from '../model/request.ts';
import { isAcceptance } from './acceptance.ts';
import { agreementTypes } from './agreement.ts';
import type { Numbering } from './answered-letter.ts';
import { announced, type Written } from './list-leads.ts';
import { number, numberedNoun, type Sign, sharedNumbers, wholeForms, withPlainNumber } from './list-signs.ts';
import { withMissing } from './missing-numbers.ts';
import { namesSum, notApplicableIn } from './not-applicable.ts';
import { withoutPhrases } from './phrases.ts';
import { hasReserve, retracts } from './refusals.ts';
import { speaksOfDay, speaksOfTime } from './slot-times.ts';
import { partedAtTitle, titleLine } from './titles.ts';

/** An answer that is told by the number of its question alone. */
interface Numbered {
  line: number;
  point: Point;
  /** What stands on the same line after the number. */
  rest: string;
  /** The next line whose numbers leave open what it answers. */
  stranger?: number;
}

interface Item {
  value: number;
  line: number;
  rest: string;
  /** The first line of what it says, wherever that stands. */
  first: string;
  /** All of it, plain. */
  said: string;
  /** Whether « point » or "question" stands before its number. */
  named: boolean;
  /** Whether it is one of several numbers at once, and speaks of none of the points: nobody knows what it answers. */
  unclear?: true;
}

/**
 * The answers of a form whose titles were left out. Any list is numbered: this one is upwards from 1 or from an open point,
 * is not announced as something else, and says what its points ask for; a single number is rather a slot, but where it
 * may be that of a point `alone`.
 * @param answered - Points that only the whole form answers anew.
 */
export function numberedAnswers(
  lines: readonly Written[],
  answered: ReadonlySet<Point>,
  alone: Numbering['alone'],
): Numbered[] {
  const all = answersIn(lines, answered, alone);
  const strangers = all.flatMap(({ line, unclear }) => (unclear ? [line] : []));
  return all.flatMap(({ unclear, ...answer }) => {
    const stranger = strangers.find((line) => line > answer.line);
    return unclear ? [] : [{ ...answer, ...(stranger !== undefined && { stranger }) }];
  });
}

/** Each passage of such a form that bears the numbers of several points and speaks of none: from its line to the next answer's. */
export function unclearPassages(
  lines: readonly Written[],
  answered: ReadonlySet<Point>,
  alone: Numbering['alone'],
): { line: number; end: number }[] {
  const all = answersIn(lines, answered, alone);
  const from = new Set(all.flatMap(({ line, unclear }) => (unclear ? [line] : [])));
  return [...from].map((line) => ({ line, end: all.find((answer) => answer.line > line)?.line ?? lines.length }));
}

function answersIn(
  lines: readonly Written[],
  answered: ReadonlySet<Point>,
  alone: Numbering['alone'],
): (Numbered & Pick<Item, 'unclear'>)[] {
  const items = seriesIn(lines);
  const [first] = items;
  if (!first || !upwards(items) || isOtherList(items)) return [];
  const opening = points[first.value - 1];
  if (!opening) return [];
  if (items.length < 2) return answersAlone(first, alone.get(opening)) ? [{ ...first, point: opening }] : [];
  // Where all are told already and each plainly says what its point asks for, it is a correction.
  const anew = items.every((item) => {
    const point = points[item.value - 1];
    return point !== undefined && answered.has(point) && alone.has(point) && fits(item);
  });
  if (first.value !== 1 && answered.has(opening) && !anew) return [];
  const whole = items.length === points.length || anew;
  const fitting = items.filter(fits).length;
  // Nothing else begins with the number of a point that is still open, or is written below numbers as the form has them.
  const bare = items.every(({ rest }) => rest.trim() === '');
  const goesOn =
    alone.has(opening) && (bare ? isBelowNumbers(items) : first.value !== 1 || areSharedBy(items, alone.get(opening)));
  const enough = {
    answers: true,
    nothing: fitting > 0 || goesOn,
    other: items.length === points.length && fitting > 2,
    matter: false,
  };
  const lead = items.every(({ named }) => named) ? 'answers' : announced(lines.slice(0, first.line));
  if (!enough[lead]) return [];
  // « 3. presupuesto todavía no »: who counts otherwise than we do may mean any point by any number.
  if (items.some(isContrary) && fitting < enoughFitting) return [];
  return items.flatMap((item) => {
    const { value, line, rest, said } = item;
    const unclear = item.unclear || isContrary(item);
    const point = points[value - 1];
    if (!point || (answered.has(point) && !whole && !unclear)) return [];
    return [
      {
        line,
        point,
        rest: withoutOwnTitle(point, rest, said !== plain(rest)),
        ...(unclear && { unclear: true as const }),
      },
    ];
  });
}

const enoughFitting = 3;

/** Whether the title of another point begins it, and it says nothing of its own. */
function isContrary(item: Item): boolean {
  const named = partedAtTitle(item.rest)?.point;
  return named !== undefined && named !== points[item.value - 1] && !fits(item);
}

/** « 1 à 3 : voir notre lettre », and nothing that is said of slots: « 1 et 2 : trop tard », « 3 : parfait ». */
function areSharedBy(items: readonly Item[], slots: ReturnType<Numbering['alone']['get']>): boolean {
  const shared = items.some(({ line }, index) => items[index + 1]?.line === line);
  return (
    shared && items.every(({ said }) => saysMore(said) && (refers.test(said) || !(slots?.ofSlot && mayBeOfSlot(said))))
  );
}

const mayBeOfSlot = (said: string) => speaksOfTime(said) || hasReserve(said) || retracts(said);

/** « 5. Mai 2027 »: words, and none that take a slot, ask, or name a moment. */
function answersAlone(item: Item, alone: ReturnType<Numbering['alone']['get']>): boolean {
  const { said } = item;
  if (!alone || item.rest === '' || said.length > longestAlone || said.endsWith('?')) return false;
  if (!/\p{L}{2}|\d{3}/u.test(said) || isAcceptance(withoutPhrases(said))) return false;
  if (alone.ofSlot && mayBeOfSlot(said)) return false;
  return fits(item) || !(alone.ofSlot || alone.told);
}

/** More is a letter that begins with a number. */
const longestAlone = 600;

function seriesIn(lines: readonly Written[]): Item[] {
  const numbered = itemsBy(number, lines);
  if (numbered.length > 0) return numbered;
  for (const sign of wholeForms) {
    const items = itemsBy(sign, lines);
    if (items.map(({ value }) => value).join() === points.map((_, index) => index + 1).join()) return items;
  }
  return [];
}

function itemsBy({ pattern, valueIn }: Sign, lines: readonly Written[]): Item[] {
  const found = lines.flatMap(({ depth, text }, line) => {
    const numbered = withPlainNumber(text);
    const shared = depth === 0 && valueIn === number.valueIn ? sharedNumbers(numbered) : undefined;
    if (shared)
      return shared.values.map((value) => ({
        value,
        line,
        rest: numbered.slice(shared.sign.length),
        named: shared.named,
      }));
    const match = depth === 0 ? pattern.exec(numbered) : null;
    const [mark = '', sign = ''] = match ?? [];
    const value = match ? valueIn(sign) : undefined;
    const named = namesNumber.test(text);
    return value === undefined ? [] : [{ value, line, rest: numbered.slice(mark.length), named }];
  });
  const speaks = (item: Pick<Item, 'value' | 'rest'>) => fits({ ...item, said: plain(item.rest) });
  const all = valueIn === number.valueIn ? withMissing(found, lines, speaks) : found;
  const told = all.map((item, index): Item => {
    const next = all.slice(index).find(({ line }) => line > item.line)?.line;
    const below = lines.slice(item.line + 1, next).filter(({ depth }) => depth === 0);
    const first = [item.rest, ...below.map(({ text }) => text)].find((line) => line.trim() !== '') ?? '';
    return { ...item, first, said: [plain(item.rest), ...below.map((line) => line.plain)].join('\n').trim() };
  });
  return told.map((item) => {
    const shared = told.filter(({ line }) => line === item.line).map(({ value }) => ({ ...item, value }));
    const fitting = shared.filter(fits).length;
    const clear = !refers.test(item.said) && fitting >= (shared.length > 2 ? shared.length : 1);
    return shared.length < 2 || clear ? item : { ...item, unclear: true };
  });
}

/** « Voir notre lettre » */
const refers =
  /^(?:(?:please|veuillez|por favor|kindly) )?(?:voir|see|ver|vea[ns]?|refer|cf|consult\p{L}*|as (?:in|per|attached|explained)|attached|ci-joint\p{L}*|adjunt\p{L}*)(?!\p{L})/u;

const namesNumber = new RegExp(`^[*_•\\s-]*${numberedNoun}\\b`, 'iu');

function upwards(items: readonly Item[]): boolean {
  return items.every(({ value }, index) => value <= points.length && value > (items[index - 1]?.value ?? 0));
}

/** Whether numbers on lines of their own stand above words that say more than yes, no or thanks. */
function isBelowNumbers(items: readonly Item[]): boolean {
  const told = items.filter(({ said }) => said !== '');
  const may = told.length > 1 && items.at(-1)?.said !== '' && told.every(({ said }) => saysMore(said));
  return may && (items.some(fits) || !told.every(({ first }) => isName.test(first)));
}

/** « Joseph Koné » */
const isName = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,4}(?:,.*)?$/u;

/** Whether words, plain, below a number alone on its line make it that of an answer: those that accept, thank or join do not. */
export function saysMore(said: string): boolean {
  if (!/[\p{L}\p{N}]{2}/u.test(said) || joins.test(said) || isAcceptance(withoutPhrases(said))) return false;
  return !(verdict.test(said) && said.split(/\s+/).length <= mostWordsOfVerdict);
}

const verdict = /^(?:oui|non|yes|no|s[ií]|ok|x|✓|✗|fine|good|bien|bon(?:ne)?|possible|posible)(?![\p{L}\p{N}'])/iu;
/** « 1 : non », « 2 : pour nous oui » */
const mostWordsOfVerdict = 3;
const joins = /^(?:ou|et|puis|ensuite|sinon|or|and|then|else|otherwise|o|y|luego|despues|si no)(?![\p{L}\p{N}'])/u;

/** Whether they ask, or are said of slots or days. */
export function isOtherList(items: readonly Pick<Item, 'line' | 'first' | 'rest'>[]): boolean {
  if (items.some(({ rest }) => rest.trim().endsWith('?'))) return true;
  // « 1 : non, 2 : oui » is said of slots.
  if (items.every(({ rest }) => /^(?:oui|non|yes|no|s[ií]|ok|x|✓|✗)[\s.!]*$/iu.test(rest))) return true;
  // « 1. jeudi 3 décembre, 2. vendredi 4 » is when they are free.
  return new Set(items.map(({ line }) => line)).size > 1 && items.every(({ first }) => speaksOfDay(plain(first)));
}

/** Whether the item says what is asked under its number. */
function fits({ value, said }: Pick<Item, 'value' | 'said'>): boolean {
  const point = points[value - 1];
  return point !== undefined && speaksUnder(point, said);
}

/** « Budget : 100 k$ » under the number of that point says only the latter. */
export function withoutOwnTitle(point: Point, rest: string, goesOn: boolean): string {
  const { title, separator, rest: behind } = titleLine(rest);
  const isOwn = title?.point === point && (title.weight === 'full' || title.weight === 'short');
  return isOwn && (separator === 'none' ? goesOn : behind !== '' || goesOn) ? behind : rest;
}

/** Whether the words, plain, say something of what the point asks for, or that it does not apply. */
export function speaksUnder(point: Point, said: string): boolean {
  if (speaksOf(point, said) || notApplicableIn(said) !== undefined) return true;
  if (point === 'agreementType') return agreementTypes(said).length > 0;
  return point === 'resources' ? namesSum(said) : point === 'timeline' && speaksOfDay(said);
}
