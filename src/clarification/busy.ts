import ICAL from 'ical.js';
import { occurrences, single } from './recurrence.ts';
import type { Interval } from './slots.ts';

/**
 * When a calendar says that its owner is busy between two moments: events with their recurrences and exceptions, and
 * free-busy lists. Transparent and cancelled events leave the time free; our own invitations are left out, for the register
 * knows them better.
 * @param houseZone - Of whole days and of times without a zone.
 * @throws if any of it cannot be read with certainty: an event that is left out would seem free.
 */
export function busyTimes(source: string, from: Date, to: Date, houseZone: string): Interval[] {
  const calendars = [ICAL.parse(source.replace(/^\uFEFF/, ''))].flatMap((parsed) =>
    typeof parsed[0] === 'string' ? [parsed] : parsed,
  );
  if (calendars.length === 0) throw new Error('cannot read a calendar in an empty file');
  const times = calendars.flatMap((parsed) => {
    const calendar = new ICAL.Component(parsed);
    if (calendar.name !== 'vcalendar') throw new Error(`cannot read a calendar in ${calendar.name}`);
    return [...eventsOf(calendar, from, to, houseZone), ...freeBusyOf(calendar)];
  });
  return times
    .filter(({ start, end }) => start < to && end > from)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

function eventsOf(calendar: ICAL.Component, from: Date, to: Date, houseZone: string): Interval[] {
  const components = calendar.getAllSubcomponents('vevent');
  const masters = components.filter((component) => !component.hasProperty('recurrence-id'));
  const changed = components.filter((component) => component.hasProperty('recurrence-id'));
  const uidOf = (component: ICAL.Component) => `${component.getFirstPropertyValue('uid') ?? ''}`;
  const known = new Set(masters.map(uidOf));
  const series = masters.flatMap((component) => {
    if (uidOf(component).endsWith('@greffier')) return [];
    const uid = uidOf(component);
    const exceptions = changed.filter((other) => uid !== '' && uidOf(other) === uid);
    return occurrences(component, exceptions, { from, to, houseZone });
  });
  // Some programs hand out a changed occurrence without its series.
  const alone = changed.filter((component) => !known.has(uidOf(component)));
  return [...series, ...alone.flatMap((component) => single(component, houseZone))];
}

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
