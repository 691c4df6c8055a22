import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { momentAt } from '../model/zones.ts';

/**
 * The time that a COUNTER proposes (RFC 5546, 3.2.7), in UTC; undefined when it cannot be read with certainty.
 * @param minutes - Length of the meeting where the message gives no end.
 * @param houseZone - Of a time without a zone.
 */
export function counterTime(
  source: string,
  uid: string,
  minutes: number,
  houseZone: string,
): { start: string; end: string } | undefined {
  const event = eventOf(source, uid);
  const start = event && momentOf(event, 'dtstart', houseZone);
  if (!event || !start) return undefined;
  const end = momentOf(event, 'dtend', houseZone) ?? new Date(start.getTime() + minutes * 60_000);
  return end > start ? { start: start.toISOString(), end: end.toISOString() } : undefined;
}

function eventOf(source: string, uid: string): ICAL.Component | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(source.replace(/^\uFEFF/, '')));
    return calendar.getAllSubcomponents('vevent').find((event) => event.getFirstPropertyValue('uid') === uid);
  } catch {
    return undefined;
  }
}

function momentOf(event: ICAL.Component, name: 'dtstart' | 'dtend', houseZone: string): Date | undefined {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time) || time.isDate) return undefined;
  const zone = property.getFirstParameter('tzid');
  const named = zone && isZone(zone) ? zone : undefined;
  // The rules that came along count only where the name says nothing: their tables may be older than ours.
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate();
  if (zone && !named) return time.zone === ICAL.Timezone.localTimezone ? undefined : time.toJSDate();
  const local = Temporal.PlainDateTime.from(time.toString().slice(0, 19));
  return momentAt(local.toPlainDate(), local.toPlainTime().toString(), named ?? houseZone);
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
