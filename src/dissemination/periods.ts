import type { Temporal } from 'temporal-polyfill';
import type { Cron } from '../model/policy.ts';
import { localTime, momentAt } from '../model/zones.ts';

/** A quarterly or yearly schedule is found too. */
const furthestDays = 400;

/**
 * The last moment at or before `now` at which the schedule was due; undefined when there was none in 400 days.
 * An hour that the clock skips is not due; of an hour that it repeats, the first counts.
 */
export function lastDue(cron: Cron, timeZone: string, now: Date): Date | undefined {
  let date = localTime(now, timeZone).toPlainDate();
  for (let back = 0; back <= furthestDays; back++, date = date.subtract({ days: 1 })) {
    if (!dueOn(cron, date)) continue;
    const due = lastTimeOn(cron, date, timeZone, now);
    if (due) return due;
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

function lastTimeOn(cron: Cron, date: Temporal.PlainDate, timeZone: string, now: Date): Date | undefined {
  for (const hour of cron.hour.toReversed())
    for (const minute of cron.minute.toReversed())
      for (const second of cron.second.toReversed()) {
        const local = date.toPlainDateTime({ hour, minute, second });
        const due = momentAt(date, local.toPlainTime().toString(), timeZone) ?? firstOf(local, timeZone);
        if (due && due <= now) return due;
      }
  return undefined;
}

/** Of a time that comes twice the first, of one that the clock skips none. */
function firstOf(local: Temporal.PlainDateTime, timeZone: string): Date | undefined {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(local) ? new Date(zoned.epochMilliseconds) : undefined;
}
