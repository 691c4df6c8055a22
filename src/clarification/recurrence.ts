import ICAL from 'ical.js';
import { instantOf, zoneOf } from './calendar-time.ts';
import { repetitions, rulesOf } from './repetition.ts';
import type { Interval } from './slots.ts';

export interface Window {
  from: Date;
  to: Date;
  /** Of whole days and of times without a zone. */
  houseZone: string;
}

/** Work that may be left for a while wherever it yields. */
export type Steps<T> = Generator<undefined, T>;

/**
 * When an event takes place between two moments (RFC 5545, 3.8.5): by its rules and its additional dates, without those that
 * are left out, and with its changed occurrences at their own times. Nothing of what leaves the time free.
 *
 * The library follows one rule at a time; all that is compared with an occurrence is compared as a moment, for each may be
 * written in another zone.
 * @param changed - The components that change occurrences of this one.
 * @throws if any of it cannot be read with certainty.
 */
export function* occurrences(
  component: ICAL.Component,
  changed: readonly ICAL.Component[],
  { from, to, houseZone }: Window,
): Steps<Interval[]> {
  const first = startOf(component);
  const tzid = zoneOf(component, 'dtstart');
  const momentOf = (time: ICAL.Time) => known(instantOf(time, tzid, houseZone), tzid);
  const leftOut = named(component, 'exdate', houseZone);
  const replaced = changed.map((each) => named(each, 'recurrence-id', houseZone));
  const passes = (time: ICAL.Time, start: Date) =>
    ![leftOut, ...replaced].some(
      ({ moments, days }) => moments.has(start.getTime()) || (!time.isDate && days.has(dayOf(time))),
    );
  const changes = changesOnward(changed, houseZone);
  const endOf = ending(component, houseZone);
  const found: Interval[] = changed.flatMap((each) => single(each, houseZone));
  const add = (time: ICAL.Time, zone: string | undefined, start: Date, end?: Date) => {
    if (!passes(time, start)) return;
    // What replaces one may replace all that follow (RFC 5545, 3.2.13).
    const onward = changes.findLast((change) => change.since <= start);
    if (!onward) found.push(...taken(component, start, end ?? endOf(time, zone, start)));
    else {
      const moved = new Date(start.getTime() + onward.laterMs);
      found.push(...taken(onward.component, moved, new Date(moved.getTime() + onward.lengthMs)));
    }
  };
  add(first, tzid, momentOf(first));
  for (const { time, zone, end } of additional(component, first)) {
    const moment = (each: ICAL.Time) => known(instantOf(each, zone, houseZone), zone);
    add(time, zone, moment(time), end && moment(end));
  }
  // What begins later may have been moved to before that, and what began earlier may last until then, or be moved to it.
  const last = new Date(to.getTime() - Math.min(0, ...changes.map(({ laterMs }) => laterMs)));
  const lengthMs = Math.abs(endOf(first, tzid, momentOf(first)).getTime() - momentOf(first).getTime());
  const reachMs = Math.max(lengthMs, ...changes.map((change) => change.laterMs + Math.abs(change.lengthMs)));
  for (const rule of rulesOf(component, houseZone))
    for (const time of repetitions(rule, first, from.getTime() - reachMs)) {
      const start = momentOf(time);
      if (start >= last) break;
      // The first is there already, whether or not the rule names it.
      if (time.compare(first) !== 0) add(time, tzid, start);
      yield;
    }
  return found.filter(({ start, end }) => start < to && end > from);
}

/** When an event that does not recur takes place; nothing when it leaves the time free. */
export function single(component: ICAL.Component, houseZone: string): Interval[] {
  const time = startOf(component);
  const tzid = zoneOf(component, 'dtstart');
  const start = known(instantOf(time, tzid, houseZone), tzid);
  return taken(component, start, ending(component, houseZone)(time, tzid, start));
}

function startOf(component: ICAL.Component): ICAL.Time {
  const { startDate } = alone(component);
  if (!startDate) throw new Error('cannot read an event without DTSTART');
  return startDate;
}

/** The library would look through the whole calendar for what changes the event, each time anew. */
const alone = (component: ICAL.Component) => new ICAL.Event(component, { exceptions: [] });

function taken(component: ICAL.Component, start: Date, end: Date): Interval[] {
  const free =
    `${component.getFirstPropertyValue('transp')}`.toUpperCase() === 'TRANSPARENT' ||
    `${component.getFirstPropertyValue('status')}`.toUpperCase() === 'CANCELLED';
  if (free || end.getTime() === start.getTime()) return [];
  return end > start ? [{ start, end }] : [{ start: end, end: start }];
}

/**
 * When an occurrence ends that begins then, written in that zone. With DTEND all are of the same exact length, with
 * DURATION, and for whole days, of the same by the clock (RFC 5545, 3.8.5.3).
 */
function ending(
  component: ICAL.Component,
  houseZone: string,
): (time: ICAL.Time, tzid: string | undefined, start: Date) => Date {
  const { endDate, duration, startDate } = alone(component);
  if (startDate.isDate || !component.hasProperty('dtend'))
    return (time, zone) => {
      const end = time.clone();
      end.addDuration(duration);
      return known(instantOf(end, zone, houseZone, 'later'), zone);
    };
  const tzid = zoneOf(component, 'dtstart');
  const zone = zoneOf(component, 'dtend') ?? tzid;
  const start = known(instantOf(startDate, tzid, houseZone), tzid);
  const lengthMs = known(instantOf(endDate, zone, houseZone, 'later'), zone).getTime() - start.getTime();
  return (_, __, begins) => new Date(begins.getTime() + lengthMs);
}

/** The moments that a property names, and the days by which it names occurrences that have an hour. */
function named(component: ICAL.Component, name: 'exdate' | 'recurrence-id', houseZone: string) {
  const moments = new Set<number>();
  const days = new Set<string>();
  for (const property of component.getAllProperties(name)) {
    const tzid = property.getFirstParameter('tzid') || undefined;
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Time)) continue;
      if (value.isDate) days.add(dayOf(value));
      moments.add(instantOf(value, tzid, houseZone)?.getTime() ?? Number.NaN);
    }
  }
  return { moments, days };
}

const dayOf = ({ year, month, day }: ICAL.Time) => `${year}-${month}-${day}`;

/** Dates beside the rules: of the event's own length unless they are periods; a mere date has the event's own hour. */
function additional(
  component: ICAL.Component,
  first: ICAL.Time,
): { time: ICAL.Time; zone: string | undefined; end?: ICAL.Time }[] {
  return component.getAllProperties('rdate').flatMap((property) => {
    const zone = property.getFirstParameter('tzid') || undefined;
    return property.getValues().map((value) => {
      const period = periodOf(value);
      if (period) return { time: period.start, zone, end: period.getEnd() };
      if (!(value instanceof ICAL.Time)) throw new Error('cannot read an additional date of an event');
      if (!value.isDate || first.isDate) return { time: value, zone };
      const time = first.clone();
      Object.assign(time, { year: value.year, month: value.month, day: value.day });
      return { time, zone: zoneOf(component, 'dtstart') };
    });
  });
}

/** The library hands out an additional period as it was written. */
function periodOf(value: unknown): ICAL.Period | undefined {
  if (value instanceof ICAL.Period) return value;
  return Array.isArray(value) ? ICAL.Period.fromJSON(value, undefined as never, false) : undefined;
}

/** From which moment on occurrences are changed, in order: how much later they begin, and how long they are. */
function changesOnward(changed: readonly ICAL.Component[], houseZone: string) {
  return changed
    .flatMap((component) => {
      const property = component.getFirstProperty('recurrence-id');
      const value = property?.getFirstValue();
      if (!(value instanceof ICAL.Time) || property?.getFirstParameter('range') !== 'THISANDFUTURE') return [];
      const since = instantOf(value, property.getFirstParameter('tzid') || undefined, houseZone);
      const time = startOf(component);
      const tzid = zoneOf(component, 'dtstart');
      const start = known(instantOf(time, tzid, houseZone), tzid);
      if (!since) return [];
      const lengthMs = ending(component, houseZone)(time, tzid, start).getTime() - start.getTime();
      return [{ component, since, laterMs: start.getTime() - since.getTime(), lengthMs }];
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime());
}

function known(moment: Date | undefined, tzid: string | undefined): Date {
  if (!moment) throw new Error(`cannot find the time zone ${tzid}`);
  return moment;
}
