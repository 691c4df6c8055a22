import ICAL from 'ical.js';
import { occurrences, type Steps, single, type Window } from './recurrence.ts';
import type { Interval } from './slots.ts';

/** One event as text. One whose first or last line is folded stays with its calendar, and is read all the same. */
const oneEvent = /^BEGIN:VEVENT[ \t]*\r?$[\s\S]*?^END:VEVENT[ \t]*\r?$/gim;

/**
 * When a calendar says that its owner is busy between two moments: events with their recurrences and exceptions, and
 * free-busy lists. Transparent and cancelled events leave the time free; our own invitations are left out, for the register
 * knows them better.
 *
 * It pauses after every small step: years of an office take long enough to keep the clerk from its mail.
 * @param houseZone - Of whole days and of times without a zone.
 * @throws if any of it cannot be read with certainty: an event that is left out would seem free.
 */
export function* busyTimes(source: string, from: Date, to: Date, houseZone: string): Steps<Interval[]> {
  const calendars = source
    .replace(/^\uFEFF/, '')
    .split(/^(?=BEGIN:VCALENDAR\s)/im)
    .filter((text) => text.trim() !== '');
  if (calendars.length === 0) throw new Error('cannot read a calendar in an empty file');
  const times: Interval[] = [];
  for (const text of calendars) {
    const parsed = ICAL.parse(text.replace(oneEvent, ''));
    if (parsed[0] !== 'vcalendar') throw new Error(`cannot read a calendar in ${parsed[0]}`);
    const calendar = new ICAL.Component(parsed);
    times.push(...freeBusyOf(calendar));
    const events = calendar.getAllSubcomponents('vevent');
    for (const [event] of text.matchAll(oneEvent)) {
      // Among thousands of others the library would look for its zone for long.
      events.push(new ICAL.Component(ICAL.parse(event), calendar));
      yield;
    }
    for (const time of yield* timesOf(events, { from, to, houseZone })) times.push(time);
  }
  return times
    .filter(({ start, end }) => start < to && end > from)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

function* timesOf(events: readonly ICAL.Component[], window: Window): Steps<Interval[]> {
  const times: Interval[] = [];
  const masters = events.filter((component) => !component.hasProperty('recurrence-id'));
  const known = new Set(masters.map(uidOf).filter((uid) => uid !== ''));
  const changes = new Map<string, ICAL.Component[]>();
  for (const component of events.filter((each) => each.hasProperty('recurrence-id'))) {
    const uid = uidOf(component);
    // Some programs hand out a changed occurrence without its series.
    if (known.has(uid)) changes.set(uid, [...(changes.get(uid) ?? []), component]);
    else times.push(...single(component, window.houseZone));
  }
  for (const component of masters) {
    const uid = uidOf(component);
    if (uid.endsWith('@greffier')) continue;
    for (const time of yield* occurrences(component, changes.get(uid) ?? [], window)) times.push(time);
    yield;
  }
  return times;
}

const uidOf = (component: ICAL.Component) => `${component.getFirstPropertyValue('uid') ?? ''}`;

/** RFC 5545, 3.8.2.6: periods are in UTC. */
function freeBusyOf(calendar: ICAL.Component): Interval[] {
  const properties = calendar.getAllSubcomponents('vfreebusy').flatMap((each) => each.getAllProperties('freebusy'));
  return properties.flatMap((property) => {
    if (`${property.getFirstParameter('fbtype') ?? 'BUSY'}`.toUpperCase() === 'FREE') return [];
    return property.getValues().map((period) => {
      if (!(period instanceof ICAL.Period)) throw new Error('cannot read a free-busy period');
      return { start: period.start.toJSDate(), end: period.getEnd().toJSDate() };
    });
  });
}
