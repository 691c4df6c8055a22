import type { Temporal } from 'temporal-polyfill';
import type { Cron } from '../model/policy.ts';
import { localTime, momentAt } from '../model/zones.ts';

/** Every schedule that is ever due is found: the 29th of February comes again after eight years at most. */
const furthestDays = 8 * 366;

/**
 * The last moment at or before `now` at which the schedule was due; undefined when there was none in eight years. A time
 * that the clock skips is due as much later as the clock jumps, of one that it repeats the first counts (RFC 5545, 3.3.5).
 */
export function lastDue(cron: Cron, timeZone: string, now: Date): Date | undefined {
  let date = localTime(now, timeZone).toPlainDate();
  for (let back = 0; back <= furthestDays; back++, date = date.subtract({ days: 1 })) {
    if (!dueOn(cron, date)) continue;
    for (const due of timesOn(cron, date, timeZone, 'latest first')) if (due <= now) return due;
  }
  return undefined;
}

/** The first moment after `now` at which the schedule is due; undefined when there is none in eight years. */
export function nextDue(cron: Cron, timeZone: string, now: Date): Date | undefined {
  const today = localTime(now, timeZone).toPlainDate();
  for (let ahead = 0; ahead <= furthestDays; ahead++) {
    const date = today.add({ days: ahead });
    if (!dueOn(cron, date)) continue;
    for (const due of timesOn(cron, date, timeZone, 'earliest first')) if (due > now) return due;
  }
  return undefined;
}

/** As node-cron has it, which fires: when both day fields are restricted, both must match. */
function dueOn(cron: Cron, date: Temporal.PlainDate): boolean {
  if (!cron.month.includes(date.month)) return false;
  const ofMonth = cron.dayOfMonth.includes(date.day);
  const ofWeek = cron.dayOfWeek.includes(date.dayOfWeek % 7);
  return ofMonth && ofWeek;
}

/** The moments of that day at which the schedule is due; worked out one by one, for a day may have thousands. */
function* timesOn(
  cron: Cron,
  date: Temporal.PlainDate,
  timeZone: string,
  order: 'earliest first' | 'latest first',
): Generator<Date> {
  const ordered = (numbers: readonly number[]) => (order === 'latest first' ? numbers.toReversed() : numbers);
  for (const hour of ordered(cron.hour))
    for (const minute of ordered(cron.minute))
      for (const second of ordered(cron.second)) {
        const local = date.toPlainDateTime({ hour, minute, second });
        yield momentAt(date, local.toPlainTime().toString(), timeZone) ?? settled(local, timeZone);
      }
}

function settled(local: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}
