import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { localTime, momentShown } from '../model/zones.ts';
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
  const shown = shownMs(time);
  const moment = momentShown(shown, zone);
  if (moment) return moment;
  const local = Temporal.Instant.fromEpochMilliseconds(shown).toZonedDateTimeISO('UTC').toPlainDateTime();
  return new Date(local.toZonedDateTime(zone, { disambiguation: twice }).epochMilliseconds);
}

/** What a clock shows at that time, as milliseconds since it showed the beginning of 1970. */
export function shownMs({ year, month, day, hour, minute, second, isDate }: ICAL.Time): number {
  return isDate ? Date.UTC(year, month - 1, day) : Date.UTC(year, month - 1, day, hour, minute, second);
}

/** A time in UTC as the clock of a property with that zone shows it; undefined where no name tells the zone. */
export function onClock(time: ICAL.Time, tzid: string | undefined, houseZone: string): ICAL.Time | undefined {
  const zone = tzid === undefined ? houseZone : zoneNamed(tzid);
  if (zone === undefined) return undefined;
  const { year, month, day, hour, minute, second } = localTime(time.toJSDate(), zone);
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
}

export function zoneOf(component: ICAL.Component, name: string): string | undefined {
  return component.getFirstProperty(name)?.getFirstParameter('tzid') || undefined;
}

const zones = new Map<string, string | undefined>();

/** Each name is looked up once: every time of a calendar has one, and the tables take long to answer. */
function zoneNamed(tzid: string): string | undefined {
  if (!zones.has(tzid)) zones.set(tzid, findZone(tzid));
  return zones.get(tzid);
}

/** « America/Toronto », « Eastern Standard Time », « /vendor.example/2024a/America/Toronto » (RFC 5545, 3.8.3.1). */
function findZone(tzid: string): string | undefined {
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
