import { Temporal } from 'temporal-polyfill';
import type { Cron } from '../model/policy.ts';
import { momentShown, readClock } from '../model/zones.ts';

/** Every schedule that is ever due is found: the 29th of February comes again after eight years at most. */
const furthestDays = 8 * 366;

/**
 * The last moment at or before `now` at which the schedule was due; undefined when there was none in eight years. A time
 * that the clock skips is due as much later as the clock jumps, of one that it repeats the first counts (RFC 5545, 3.3.5).
 */
export function lastDue(cron: Cron, timeZone: string, now: Date): Date | undefined {
  const today = readClock(now, timeZone).day;
  const known = lately.get(cron);
  if (known?.timeZone === timeZone && known.due <= now && today < known.nextDay) return known.due;
  const due = searchedBack(cron, timeZone, now, today);
  const next = due && nextDue(cron, timeZone, now);
  if (next) lately.set(cron, { timeZone, due, nextDay: readClock(next, timeZone).day });
  return due;
}

/** Twice a minute it is asked, and a quarter is gone through: what was due last stays so until the next day of the schedule. */
const lately = new WeakMap<Cron, { timeZone: string; due: Date; nextDay: number }>();

function searchedBack(cron: Cron, timeZone: string, now: Date, today: number): Date | undefined {
  for (let day = today; day >= today - furthestDays; day--) {
    if (!dueOn(cron, day)) continue;
    for (const due of timesOn(cron, day, timeZone, 'latest first')) if (due <= now) return due;
  }
  return undefined;
}

/** The first moment after `now` at which the schedule is due; undefined when there is none in eight years. */
export function nextDue(cron: Cron, timeZone: string, now: Date): Date | undefined {
  const today = readClock(now, timeZone).day;
  for (let day = today; day <= today + furthestDays; day++) {
    if (!dueOn(cron, day)) continue;
    for (const due of timesOn(cron, day, timeZone, 'earliest first')) if (due > now) return due;
  }
  return undefined;
}

const dayMs = 86_400_000;

/**
 * As node-cron has it, which fires: when both day fields are restricted, both must match.
 * @param day - Since 1 January 1970: plain numbers, for a quarter is gone through twice a minute.
 */
function dueOn(cron: Cron, day: number): boolean {
  const date = new Date(day * dayMs);
  return (
    cron.month.includes(date.getUTCMonth() + 1) &&
    cron.dayOfMonth.includes(date.getUTCDate()) &&
    cron.dayOfWeek.includes(date.getUTCDay())
  );
}

/** The moments of that day at which the schedule is due; worked out one by one, for a day may have thousands. */
function* timesOn(
  cron: Cron,
  day: number,
  timeZone: string,
  order: 'earliest first' | 'latest first',
): Generator<Date> {
  const ordered = (numbers: readonly number[]) => (order === 'latest first' ? numbers.toReversed() : numbers);
  for (const hour of ordered(cron.hour))
    for (const minute of ordered(cron.minute))
      for (const second of ordered(cron.second)) {
        const shown = day * dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
        yield momentShown(shown, timeZone) ?? settled(shown, timeZone);
      }
}

function settled(shown: number, timeZone: string): Date {
  const local = Temporal.PlainDateTime.from(new Date(shown).toISOString().slice(0, -1));
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}
