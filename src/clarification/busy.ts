import ICAL from 'ical.js';
import { instantOf, onClock } from './calendar-time.ts';
import type { Interval } from './slots.ts';

/** A rule that begins in another century, or repeats every second, must not keep the clerk from its mail. */
const mostOccurrences = 50_000;

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
    return occurrences(component, exceptions, from, to, houseZone);
  });
  // Some programs hand out a changed occurrence without its series.
  const alone = changed.filter((component) => !known.has(uidOf(component)));
  return [...series, ...alone.flatMap((component) => single(component, houseZone))];
}

function occurrences(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  from: Date,
  to: Date,
  houseZone: string,
): Interval[] {
  endOnClock(component, houseZone);
  const event = new ICAL.Event(component, { exceptions });
  if (!event.isRecurring()) return single(component, houseZone);
  const tzid = zoneOf(component, 'dtstart');
  const iterator = event.iterator();
  // With additional dates alone, the first is not among them (RFC 5545, 3.8.5.2).
  const found: Interval[] = component.hasProperty('rrule') ? [] : single(component, houseZone);
  const excluded = excludedStarts(component, houseZone);
  for (let count = 0; ; count++) {
    if (count > mostOccurrences) throw new Error(`cannot follow the recurrence of ${event.uid}`);
    const next = iterator.next();
    if (!next) break;
    const start = instantOf(next, tzid, houseZone);
    if (start && excluded.has(start.getTime())) continue;
    const details = event.getOccurrenceDetails(next);
    // What replaces it may replace all that follow (RFC 5545, 3.2.13): each at its own time.
    const { component: told } = details.item;
    found.push(...spanned(told, details.startDate, details.endDate, zoneOf(told, 'dtstart') ?? tzid, houseZone));
    // An occurrence that was moved may come back from later; the series itself only goes on.
    if (start && start >= to) break;
  }
  // Changed occurrences that the rule has passed already, or never comes to.
  const moved = exceptions.flatMap((exception) => single(exception, houseZone));
  return [...found, ...moved].filter(({ start, end }) => start < to && end > from);
}

/**
 * When occurrences that are left out would begin (RFC 5545, 3.8.5.1), epoch milliseconds: whatever zone the exception is
 * written in, and whether or not others before it meet an occurrence; the library compares them one by one.
 */
function excludedStarts(component: ICAL.Component, houseZone: string): ReadonlySet<number> {
  const starts = component.getAllProperties('exdate').flatMap((property) => {
    const tzid = property.getFirstParameter('tzid') || undefined;
    const times = property.getValues().filter((value) => value instanceof ICAL.Time);
    return times.flatMap((time) => instantOf(time, tzid, houseZone)?.getTime() ?? []);
  });
  return new Set(starts);
}

/**
 * The end of a rule on the clock of its event, which is what occurrences are compared with: a moment in UTC (RFC 5545,
 * 3.3.10) would cut off the last one, or let one more pass. « Until the 25th » of an event with hours means that whole day,
 * though only a time would be valid there.
 */
function endOnClock(component: ICAL.Component, houseZone: string): void {
  const start = component.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || start.isDate) return;
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur) || !rule.until) continue;
    const { year, month, day } = rule.until;
    const lastSecond = { year, month, day, hour: 23, minute: 59, second: 59, isDate: false };
    const floats = start.zone === ICAL.Timezone.localTimezone && rule.until.zone === ICAL.Timezone.utcTimezone;
    const end = rule.until.isDate
      ? new ICAL.Time(lastSecond, ICAL.Timezone.localTimezone)
      : floats && onClock(rule.until, zoneOf(component, 'dtstart'), houseZone);
    if (!end) continue;
    rule.until = end;
    property.setValue(rule);
  }
}

function single(component: ICAL.Component, houseZone: string): Interval[] {
  const { startDate, endDate } = new ICAL.Event(component);
  if (!startDate) throw new Error('cannot read an event without DTSTART');
  return spanned(component, startDate, endDate, zoneOf(component, 'dtstart'), houseZone);
}

function spanned(
  component: ICAL.Component,
  startDate: ICAL.Time,
  endDate: ICAL.Time,
  tzid: string | undefined,
  houseZone: string,
): Interval[] {
  const free =
    `${component.getFirstPropertyValue('transp')}`.toUpperCase() === 'TRANSPARENT' ||
    `${component.getFirstPropertyValue('status')}`.toUpperCase() === 'CANCELLED';
  if (free) return [];
  const start = instantOf(startDate, tzid, houseZone);
  const end = instantOf(endDate, zoneOf(component, 'dtend') ?? tzid, houseZone, 'later');
  if (!start || !end) throw new Error(`cannot find the time zone ${tzid}`);
  return end > start ? [{ start, end }] : [];
}

function zoneOf(component: ICAL.Component, name: string): string | undefined {
  return component.getFirstProperty(name)?.getFirstParameter('tzid') || undefined;
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
