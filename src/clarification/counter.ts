import ICAL from 'ical.js';
import { instantOf } from './calendar-time.ts';
import { sameUid } from './meeting.ts';

/**
 * The time that a COUNTER proposes (RFC 5546, 3.2.7), in UTC, and whether it repeats; undefined when it cannot be read with
 * certainty.
 * @param minutes - Length of the meeting where the message gives neither end nor length.
 * @param zone - Of a time without one.
 */
export function counterTime(
  source: string,
  uid: string,
  minutes: number,
  zone: string,
): { start: string; end: string; repeats: boolean } | undefined {
  const event = eventOf(source, uid);
  const start = event && momentOf(event, 'dtstart', zone);
  if (!event || !start) return undefined;
  const repeats = event.hasProperty('rrule') || event.hasProperty('rdate');
  const told = event.hasProperty('dtend') || event.hasProperty('duration');
  const end = told ? endOf(event, zone) : new Date(start.getTime() + minutes * 60_000);
  return end && end > start ? { start: start.toISOString(), end: end.toISOString(), repeats } : undefined;
}

function eventOf(source: string, uid: string): ICAL.Component | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(source.replace(/^\uFEFF/, '')));
    return calendar
      .getAllSubcomponents('vevent')
      .find((event) => sameUid(`${event.getFirstPropertyValue('uid')}`, uid));
  } catch {
    return undefined;
  }
}

/** By its end, or by its length (RFC 5545, 3.8.2.5). */
function endOf(event: ICAL.Component, zone: string): Date | undefined {
  if (event.hasProperty('dtend')) return momentOf(event, 'dtend', zone);
  const property = event.getFirstProperty('dtstart');
  const [start, length] = [property?.getFirstValue(), event.getFirstPropertyValue('duration')];
  if (!(start instanceof ICAL.Time) || !(length instanceof ICAL.Duration)) return undefined;
  const end = start.clone();
  end.addDuration(length);
  return instantOf(end, property?.getFirstParameter('tzid') || undefined, zone);
}

function momentOf(event: ICAL.Component, name: 'dtstart' | 'dtend', zone: string): Date | undefined {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time) || time.isDate) return undefined;
  return instantOf(time, property.getFirstParameter('tzid') || undefined, zone);
}
