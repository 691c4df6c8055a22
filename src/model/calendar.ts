import { Temporal } from 'temporal-polyfill';
import { momentShown, offsetMinutes, readClock } from './zones.ts';

const dayMs = 86_400_000;

/** From Monday, which is 0. */
const saturday = 5;

/** Whether the house works on that local date: no Saturday, no Sunday, no holiday of the Quebec public service. */
export function isBusinessDay(moment: Date, timeZone: string): boolean {
  return works(readClock(moment, timeZone).day);
}

/** The same of a date. */
export function isBusinessDate(date: Temporal.PlainDate): boolean {
  return works(dayNumber(date));
}

/**
 * The same local time, so many business days later; the day of `moment` itself is not counted.
 * A time that the clock skips on that day becomes noon.
 * @param days - Zero or more; zero gives `moment` back, even on a holiday.
 */
export function addBusinessDays(moment: Date, days: number, timeZone: string): Date {
  if (days <= 0) return moment;
  const shown = moment.getTime() + offsetMinutes(moment, timeZone) * 60_000;
  const start = Math.floor(shown / dayMs);
  let day = start;
  for (let left = days; left > 0; ) {
    day += 1;
    if (works(day)) left -= 1;
  }
  const reached = momentShown(shown + (day - start) * dayMs, timeZone) ?? momentShown((day + 0.5) * dayMs, timeZone);
  if (!reached) throw new Error(`cannot find noon of ${dateOf(day)} in ${timeZone}`);
  return reached;
}

/** The holidays of the Quebec public service in that year, as ISO dates in order. */
export function holidays(year: number): string[] {
  const easter = easterSunday(year);
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  return [
    on(1, 1),
    on(1, 2),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    // Journée nationale des patriotes: the Monday before 25 May.
    mondayFrom(on(5, 18)),
    movedFromSunday(on(6, 24)),
    movedFromSunday(on(7, 1)),
    mondayFrom(on(9, 1)),
    mondayFrom(on(10, 8)),
    on(12, 24),
    on(12, 25),
    on(12, 26),
    on(12, 31),
  ].map(String);
}

/** Days since 1 January 1970, a Thursday: plain numbers, for a date is counted on for each open request twice a minute. */
function dayNumber({ year, month, day }: { year: number; month: number; day: number }): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function works(day: number): boolean {
  const weekday = (day + 3) % 7;
  return weekday < saturday && !holidaysOf(new Date(day * dayMs).getUTCFullYear()).has(day);
}

/** Each year is worked out once. */
const years = new Map<number, ReadonlySet<number>>();

function holidaysOf(year: number): ReadonlySet<number> {
  const known = years.get(year) ?? new Set(holidays(year).map((date) => Date.parse(date) / dayMs));
  years.set(year, known);
  return known;
}

/** National Holiday Act, s. 2, and Act respecting labour standards, s. 60: on a Sunday, the next day is off. */
function movedFromSunday(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date;
}

/** The first Monday on or after that date. */
function mondayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 });
}

/** Gregorian Easter by the rule of golden number, century corrections and dominical letter (Clavius). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skippedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - skippedLeapYears - 10;
  const rawEpact = (((11 * golden + 20 + moonCorrection - skippedLeapYears) % 30) + 30) % 30;
  const epact = (rawEpact === 25 && golden > 11) || rawEpact === 24 ? rawEpact + 1 : rawEpact;
  const moon = epact > 23 ? 74 - epact : 44 - epact;
  const day = moon + 7 - ((sunday + moon) % 7);
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: day - 1 });
}
