import ICAL from 'ical.js';
import { onClock, shownMs, zoneOf } from './calendar-time.ts';

const dayMs = 86_400_000;
/** A rule that repeats every second, or so often before it comes to an end, must not keep the clerk from its mail. */
const mostSteps = 20_000;
/** A clock may show one day more or less than UTC. */
const slackMs = 2 * dayMs;
/** What is always of the same length on a clock; months and years come so seldom that they are gone through. */
const unitMs: Readonly<Record<string, number>> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: dayMs,
  WEEKLY: 7 * dayMs,
};

/**
 * The rules, each with its end on the clock of the event, which is what occurrences are compared with: a moment in UTC (RFC
 * 5545, 3.3.10) would cut off the last one, or let one more pass. « Until the 25th » of an event with hours means that whole
 * day, though only a time would be valid there.
 * @throws if there is one that the library follows otherwise than it is meant.
 */
export function rulesOf(component: ICAL.Component, houseZone: string): ICAL.Recur[] {
  const start = component.getFirstPropertyValue('dtstart');
  return component.getAllProperties('rrule').flatMap((property) => {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new Error('cannot read the rule of an event');
    const written = `${property.toICALString()};`;
    const strange = misread.exec(written) ?? (isChecked(written) ? null : uncommon.exec(written));
    if (strange) throw new Error(`cannot follow the rule of an event with ${strange[0].slice(1, -1)}`);
    if (!rule.until || !(start instanceof ICAL.Time) || start.isDate) return [rule];
    const { year, month, day } = rule.until;
    const lastSecond = { year, month, day, hour: 23, minute: 59, second: 59, isDate: false };
    const floats = start.zone === ICAL.Timezone.localTimezone && rule.until.zone === ICAL.Timezone.utcTimezone;
    const end = rule.until.isDate
      ? new ICAL.Time(lastSecond, ICAL.Timezone.localTimezone)
      : floats && onClock(rule.until, zoneOf(component, 'dtstart'), houseZone);
    if (end) rule.until = end;
    return [rule];
  });
}

/**
 * What the library goes past (RFC 7529, 4), or takes for another time: the weeks of a year. Where a rule leaves out days that
 * a month has not, in our own calendar, it is as any other.
 */
const misread = /[:;](?:BYWEEKNO=[^;]*|RSCALE=(?!GREGORIAN;)[^;]*|SKIP=(?!OMIT;)[^;]*);/i;

/**
 * What the library is known to expand as others do only in the shapes that calendars write: the nth of some weekdays of a month,
 * or of one month of the year, and days of the year alone. An event of another shape would seem free where it is not.
 */
const uncommon = /[:;](?:BYSETPOS|BYYEARDAY)=[^;]*;/i;

function isChecked(written: string): boolean {
  const parts = written.match(/[:;](?:FREQ|BY[A-Z]+)=[^;]*/gi) ?? [];
  const rule = parts.map((part) => part.slice(1).toUpperCase()).sort();
  return checked.some((shape) => shape.test(rule.join(';')));
}

const checked = [
  /^BYDAY=[A-Z,]+;BYSETPOS=[^;]*;FREQ=MONTHLY$/,
  /^BYDAY=[A-Z,]+;BYMONTH=\d+;BYSETPOS=[^;]*;FREQ=YEARLY$/,
  /^BYYEARDAY=(?!.*366)[^;]*;FREQ=YEARLY$/,
];

/**
 * The times that a rule names, in order, from about that moment on.
 * @throws if there are too many of them, or none is found in as many steps.
 */
export function* repetitions(rule: ICAL.Recur, first: ICAL.Time, sinceMs: number): Generator<ICAL.Time> {
  const since = sinceMs - slackMs;
  const iterator = new PatientIterator({ rule, dtstart: inStep(rule, first, since) });
  for (let time = iterator.next(); time; time = iterator.next()) if (shownMs(time) >= since) yield time;
}

class PatientIterator extends ICAL.RecurIterator {
  #steps = 0;

  /** Asked at every step: the library would look for a 30th of February for ever. */
  override check_contracting_rules(): boolean {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Error('cannot follow the recurrence of an event to its end');
    return super.check_contracting_rules();
  }
}

/** The last time before that from which the rule goes on as it would from its first: it would take years to get there. */
function inStep(rule: ICAL.Recur, first: ICAL.Time, since: number): ICAL.Time {
  const stepMs = rule.interval * (unitMs[rule.freq] ?? Number.NaN);
  // A whole step before it: the library names where it begins, or a day in that week, even if the rule does not.
  const steps = Math.floor((since - shownMs(first)) / stepMs) - 1;
  if (rule.count || !(steps > 0)) return first;
  const time = first.clone();
  const days = Math.floor((steps * stepMs) / dayMs);
  time.adjust(days, 0, 0, (steps * stepMs - days * dayMs) / 1_000);
  return time;
}
