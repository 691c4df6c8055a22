import { Temporal } from 'temporal-polyfill';
import { isMoved } from './last-days.ts';
import type { PlacedDate } from './written-date.ts';

/**
 * The dates with those joined that are the two ends of one stretch: « du 28 février au 4 mars ». Without a year it is the
 * next that is not over; with one alone, the other end is the nearest to it.
 * @param dates - In the order of the text.
 * @param whole - That text, plain.
 */
export function joinStretches(dates: readonly PlacedDate[], whole: string, today: Temporal.PlainDate): PlacedDate[] {
  const joined: PlacedDate[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const stretch = before && joins(before, date, whole) ? stretchOf(before, date, whole, today) : undefined;
    joined.splice(stretch ? -1 : joined.length, 1, stretch ?? date);
  }
  return joined;
}

function joins(first: PlacedDate, last: PlacedDate, whole: string): boolean {
  const single = [first, last].every((date) => date.precision === 'day' && date.last === undefined);
  const lead = whole.slice(0, first.at);
  const between = whole.slice(first.at + first.words.length, last.at);
  if (!single || first.deadline || sentenceEnd.test(first.words)) return false;
  return (to.test(between) && !isMoved(lead)) || (andTo.test(between) && betweenTwo.test(lead));
}

/** A full stop that shortens no month. */
const sentenceEnd = /(?<!\b(?:jan|feb|sept|oct|nov|dec))\.$/;

const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?)';
const named = `(?:\\s(?:le|the|el|o|dia))?(?:\\s${weekday},?)?`;
const to = new RegExp(
  `^,?(?:\\s(?:et )?(?:au|jusqu'au|to|until|till|up to|through|thru|al?|hasta|ate|ال[يى]|حت[يى])${named}|\\s?[-–—]${named})\\s?$`,
);
const andTo = new RegExp(`^,?\\s(?:et|and|y|e)${named}\\s$`);
const betweenTwo = new RegExp(`\\b(?:entre|between)${named}\\s$`);

/** Undefined where the second comes before the first: then they are two days of their own. */
function stretchOf(
  first: PlacedDate,
  last: PlacedDate,
  whole: string,
  today: Temporal.PlainDate,
): PlacedDate | undefined {
  const end = last.yearless ? next(last.from, first.yearless ? today : first.from) : last.from;
  const from = first.yearless ? previous(first.from, end) : first.from;
  if (Temporal.PlainDate.compare(from, end) >= 0) return undefined;
  const words = whole.slice(first.at, last.at + last.words.length);
  const impossible = first.impossible ?? last.impossible;
  const written = { ...first, words, yearless: first.yearless && last.yearless, ...(impossible && { impossible }) };
  // What may be handed in all that time is due at its end.
  return last.deadline ? { ...written, from: end, to: end, deadline: true } : { ...written, from, to: from, last: end };
}

/** The first of that day and month that does not come before the other. */
function next(date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  const there = date.with({ year: other.year });
  return Temporal.PlainDate.compare(there, other) < 0 ? date.with({ year: other.year + 1 }) : there;
}

/** The last of that day and month that does not come after the other. */
function previous(date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  const there = date.with({ year: other.year });
  return Temporal.PlainDate.compare(there, other) > 0 ? date.with({ year: other.year - 1 }) : there;
}
