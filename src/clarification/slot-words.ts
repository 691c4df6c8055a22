import { months } from './date-words.ts';
import { goesWithSlot, hesitates } from './slot-neighbours.ts';

/** Words that mean a slot and nothing else in this correspondence; plain, so without accents. */
export const slotNoun = '(?:plages?|creneaux?|slots?|horarios?|franjas?)';

/** Words that may mean a slot, or an option in the requester's own project. */
const looseNoun =
  '(?:options?|choix|choices?|opcion(?:es)?|opcao|opcoes|propositions?|proposals?|propuestas?|alternativ(?:es?|as?)|possibilites?|dates?|fechas?)';

/** Where a sentence names slots. */
export interface Naming {
  /** As said: whether they are on offer is another matter. */
  numbers: number[];
  /** « plage 2 » is a slot whatever is said of it; « option 2 » and « la 2 » may be something else. */
  how: 'slot' | 'option' | 'bare';
  /** By its place in the list, « la deuxième », not by the number that it bears. */
  byOrder: boolean;
}

/** What a sentence says of slots. */
export interface Named {
  namings: Naming[];
  /** The sentence with `§` where a slot was named. */
  rest: string;
}

/**
 * Slots that a sentence names beside a noun: « plage 2 », « plages 1 et 3 », « la dernière plage ».
 * @param last - The number that « la dernière » means.
 */
export function namedBesideNoun(sentence: string, last: number): Named {
  const namings: Naming[] = [];
  let rest = sentence;
  for (const [how, naming] of nounNamings)
    rest = rest.replace(naming, (found, ...groups) => {
      const [after, before] = groups as (string | undefined)[];
      const words = (before ?? after ?? '').split(/[^\p{L}\p{N}]+/u);
      const numbers = words.flatMap((word) => numberIn(word, last) ?? []);
      if (numbers.length === 0) return found;
      namings.push({ numbers, how, byOrder: before !== undefined || words.some((word) => ordinalValues.has(word)) });
      return ' § ';
    });
  return { namings, rest };
}

/** Slots that are named without a noun: « 2 », « la deuxième », "the second one"; « 2 personnes » is none. */
export function namedBare(sentence: string, last: number): Named {
  const namings: Naming[] = [];
  const signs = [...sentence.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)].map(({ 0: sign, index }) => ({
    sign,
    index,
  }));
  let rest = '';
  let from = 0;
  for (const [at, { sign, index }] of signs.entries()) {
    const value = numberIn(sign, last);
    const around = { sign, before: signs[at - 1]?.sign, after: signs[at + 1]?.sign };
    if (value === undefined || !standsForSlot(around) || isGlued(sentence, index, sign)) continue;
    namings.push({ numbers: [value], how: 'bare', byOrder: !/^\d{1,2}$/.test(sign) && !cardinalValues.has(sign) });
    rest += `${sentence.slice(from, index)} § `;
    from = index + sign.length;
  }
  return { namings, rest: rest + sentence.slice(from) };
}

/** The signs around a number. */
interface Around {
  sign: string;
  before: string | undefined;
  after: string | undefined;
}

function standsForSlot(around: Around): boolean {
  const { sign, before, after } = around;
  const opens =
    before === undefined || isMark(before) || articles.has(before) || goesWithSlot(before) || joining.has(before);
  const closes = after === undefined || isMark(after) || goesWithSlot(after) || joining.has(after) || after === 'one';
  if (!opens || !closes) return false;
  if (/^\d/.test(sign) && /^\d{1,2}$/.test(sign)) return !counting.has(before ?? '') && !plural.has(before ?? '');
  // « une » and "one" are rather articles.
  if (cardinalValues.get(sign) === 1) return false;
  if (cardinalValues.has(sign) && before === 'the') return false;
  if (articles.has(before ?? '') || before === '#' || hesitates(before ?? '')) return after !== 'best';
  // « une seconde », "first, thanks": without an article only where nothing but politeness is beside it.
  return cardinalValues.has(sign) || !isMark(after) ? standsAlone(around) : before === undefined && after === undefined;
}

function standsAlone({ before, after }: Around): boolean {
  return (
    (before === undefined || /[.!?;]/.test(before) || joining.has(before)) &&
    (after === undefined || after === 'one' || polite.has(after) || joining.has(after))
  );
}

/** A digit that is a part of something longer: an amount, a telephone number, an hour. */
function isGlued(sentence: string, index: number, sign: string): boolean {
  const [before, after] = [sentence.slice(0, index), sentence.slice(index + sign.length)];
  if (!/^\d/.test(sign)) return false;
  return /(?:\d[\s.,:/-]?|[+$€-])$/.test(before) || /^(?:[\s.,:/-]?\d|\s?[%$€])/.test(after);
}

const isMark = (sign = '') => sign !== '' && !/[\p{L}\p{N}]/u.test(sign);
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const articles = set('la le l the el al au du del cette ce cet this that esta este lo numero number num');
const plural = set('les los las des these');
const counting = set(
  'sommes serons seront suis avons ai aurons are am be have has somos seremos estaremos tenemos hay',
);
const joining = set('et ou or and y o u soit either e');
const polite = set('please svp s merci thanks thank por gracias');

const cardinals = [
  ['1', 'un', 'une', 'one', 'uno', 'una'],
  ['2', 'deux', 'two', 'dos'],
  ['3', 'trois', 'three', 'tres'],
  ['4', 'quatre', 'four', 'cuatro'],
  ['5', 'cinq', 'five', 'cinco'],
  ['6', 'six', 'seis'],
] as const;

const ordinals = [
  ['premier', 'premiere', '1er', '1re', '1ere', 'first', '1st', 'primer', 'primero', 'primera', '1o', '1a'],
  ['deuxieme', 'second', 'seconde', '2e', '2eme', '2nd', 'segundo', 'segunda', '2o', '2a'],
  ['troisieme', '3e', '3eme', 'third', '3rd', 'tercer', 'tercero', 'tercera', '3o', '3a'],
  ['quatrieme', '4e', '4eme', 'fourth', '4th', 'cuarto', 'cuarta', '4o', '4a'],
  ['cinquieme', '5e', '5eme', 'fifth', '5th', 'quinto', 'quinta', '5o', '5a'],
  ['sixieme', '6e', '6eme', 'sixth', '6th', 'sexto', 'sexta', '6o', '6a'],
] as const;
const lastOnes = ['dernier', 'derniere', 'last', 'ultimo', 'ultima'];

const valuesOf = (rows: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])));
const cardinalValues = valuesOf(cardinals.map((words) => words.slice(1)));
const ordinalValues: ReadonlyMap<string, number> = new Map([
  ...valuesOf(ordinals),
  ...lastOnes.map((word): [string, number] => [word, 0]),
]);

function numberIn(word: string, last: number): number | undefined {
  if (lastOnes.includes(word)) return last;
  return /^[1-9]\d?$/.test(word) ? Number(word) : (ordinalValues.get(word) ?? cardinalValues.get(word));
}

const alternatives = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
/** « plage 14 h 30 » is an hour, « plage 27 novembre » a day. */
const noMoment = `(?! ?(?:h\\b|h\\d|heures?|:\\d|[ap]\\.?m\\b)| (?:de |of )?(?:${months.flat().join('|')})\\b)`;
const value = `(?:\\d{1,2}|${alternatives([...cardinalValues.keys(), ...ordinalValues.keys()])})\\b${noMoment}`;
/** « deuxième », "last"; plain. */
export const orderWord = `(?:${alternatives(ordinalValues.keys())})\\b`;
const list = `${value}(?:\\s?(?:,|/|&|-|\\ba|to|et|ou|or|and|y|o)\\s?${value})*`;
/** « plage retenue : 2 » */
const taken =
  '(?:retenue?|choisie?|souhaitee?|selectionnee?|preferee?|chosen|selected|preferred|retained|elegid[oa]|escogid[oa]|seleccionad[oa]|preferid[oa])s?';
const besideNoun = (noun: string) =>
  new RegExp(
    `\\b${noun}\\s?(?:(?:${taken}|numero|number|num|n[°.]?) ?)?[#:]?\\s?#?(${list})|\\b(${orderWord})\\s(?:\\p{L}+\\s)?${noun}\\b`,
    'gu',
  );

const nounNamings = [
  ['slot', besideNoun(slotNoun)],
  ['option', besideNoun(looseNoun)],
] as const;
