import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { localTime, momentAt } from '../model/zones.ts';
import { windowsZone } from './windows-zones.ts';

/**
 * The moment that an iCalendar time means; undefined when its zone is neither known nor told by the calendar itself. A
 * whole day begins at midnight in the house's zone; so does a time without zone stand there (RFC 5545, 3.3.5).
 * @param tzid - Of the property that the time stands in.
 * @param twice - Which moment is meant where the clocks show that time twice, or never.
 */
export function instantOf(
  time: ICAL.Time,
  tzid: string | undefined,
  houseZone: string,
  twice: 'earlier' | 'later' = 'earlier',
): Date | undefined {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate();
  const named = tzid === undefined ? undefined : zoneNamed(tzid);
  // The rules that came along count only where the name says nothing: their tables may be older than ours.
  if (tzid !== undefined && !named && !time.isDate)
    return time.zone && time.zone !== ICAL.Timezone.localTimezone ? time.toJSDate() : undefined;
  const zone = time.isDate ? houseZone : (named ?? houseZone);
  const { year, month, day, hour, minute, second } = time;
  const local = time.isDate
    ? Temporal.PlainDateTime.from({ year, month, day })
    : Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  return (
    momentAt(local.toPlainDate(), local.toPlainTime().toString(), zone) ??
    new Date(local.toZonedDateTime(zone, { disambiguation: twice }).epochMilliseconds)
  );
}

/** A time in UTC as the clock of a property with that zone shows it; undefined where no name tells the zone. */
export function onClock(time: ICAL.Time, tzid: string | undefined, houseZone: string): ICAL.Time | undefined {
  const zone = tzid === undefined ? houseZone : zoneNamed(tzid);
  if (zone === undefined) return undefined;
  const { year, month, day, hour, minute, second } = localTime(time.toJSDate(), zone);
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
}

/** « America/Toronto », « Eastern Standard Time », « /vendor.example/2024a/America/Toronto » (RFC 5545, 3.8.3.1). */
function zoneNamed(tzid: string): string | undefined {
  const name = tzid.trim();
  const registered = /^\/.*?([A-Z]\w+(?:\/[A-Z][\w+-]*){1,2})$/.exec(name)?.[1];
  return [name, windowsZone(name), registered].find((zone) => zone !== undefined && isZone(zone));
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
