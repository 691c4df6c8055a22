import { Temporal } from 'temporal-polyfill';

/**
 * Zones whose law changed after the tables that many runtimes carry (tzdb 2025c in Node 20): from that moment on they
 * keep this offset all year. Without this a slot in Rabat is printed and booked one hour wrong.
 */
const knownChanges: Readonly<Record<string, ZoneChange>> = {
  'Africa/Casablanca': { since: '2026-09-20T01:00:00Z', offset: '+00:00' },
  'Africa/El_Aaiun': { since: '2026-09-20T01:00:00Z', offset: '+00:00' },
  'America/Edmonton': { since: '2026-11-01T08:00:00Z', offset: '-06:00' },
  'America/Vancouver': { since: '2026-11-01T09:00:00Z', offset: '-07:00' },
};

/** From that moment on (ISO 8601, UTC) the zone keeps this offset, such as `-05:00`, all year. */
export interface ZoneChange {
  since: string;
  offset: string;
}

let keptOffsets = offsetsOf({});

/** Clocks of the whole program go by these changes, too; those of an earlier call, but not the known ones, are forgotten. */
export function heedZoneChanges(changes: Readonly<Record<string, ZoneChange>>): void {
  keptOffsets = offsetsOf(changes);
}

function offsetsOf(changes: Readonly<Record<string, ZoneChange>>): ReadonlyMap<string, { since: number; ms: number }> {
  return new Map(
    Object.entries({ ...knownChanges, ...changes }).map(([zone, { since, offset }]) => {
      const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
      const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
      return [zone, { since: Date.parse(since), ms: sign === '-' ? -ms : ms }];
    }),
  );
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The moment as a clock in that zone shows it. */
export function localTime(moment: Date, timeZone: string): Temporal.PlainDateTime {
  const shown = new Date(moment.getTime() + offsetMs(moment.getTime(), timeZone));
  return new Temporal.PlainDateTime(
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
  );
}

/** A date as a count of days since 1970-01-01, its weekday (1 is Monday), and the minute of that day. */
export interface ClockReading {
  day: number;
  dayOfWeek: number;
  minute: number;
}

/** The same as {@link localTime} in plain numbers: a search for slots reads the clock thousands of times. */
export function readClock(moment: Date, timeZone: string): ClockReading {
  const shown = moment.getTime() + offsetMs(moment.getTime(), timeZone);
  const day = Math.floor(shown / dayMs);
  // 1970-01-01 was a Thursday.
  const dayOfWeek = ((((day + 3) % 7) + 7) % 7) + 1;
  return { day, dayOfWeek, minute: Math.floor((shown - day * dayMs) / 60_000) };
}

/** Minutes that a clock in that zone is ahead of UTC. */
export function offsetMinutes(moment: Date, timeZone: string): number {
  return offsetMs(moment.getTime(), timeZone) / 60_000;
}

/**
 * The moment at which a clock in that zone shows this date and time; undefined when it never does, or does twice
 * (the hour of a clock change).
 * @param time - `HH:MM`, and seconds where they matter.
 * @throws RangeError if that is no time.
 */
export function momentAt(date: Temporal.PlainDate, time: string, timeZone: string): Date | undefined {
  const shown = Date.parse(`${date.toString()}T${time}Z`);
  if (Number.isNaN(shown)) throw new RangeError(`cannot read "${time}" as a time`);
  return momentShown(shown, timeZone);
}

/**
 * The same in plain numbers, for the search for slots.
 * @param shown - What the clock shows, as milliseconds since it showed the beginning of 1970.
 */
export function momentShown(shown: number, timeZone: string): Date | undefined {
  const moments = [shown - dayMs, shown + dayMs]
    .map((near) => shown - offsetMs(near, timeZone))
    // Its own offset must lead there too.
    .filter((moment) => moment + offsetMs(moment, timeZone) === shown);
  const [first, second] = moments;
  return first === undefined || (second !== undefined && second !== first) ? undefined : new Date(first);
}

function offsetMs(epochMs: number, timeZone: string): number {
  const kept = keptOffsets.get(timeZone);
  return kept && epochMs >= kept.since ? kept.ms : dailyOffset(epochMs, timeZone);
}

/** Offsets by zone and day (UTC); NaN where the clock changes on that day. */
const offsets = new Map<string, Map<number, number>>();
const mostDays = 5_000;

/** A zone is asked once for each day: it takes the tables 60 µs to answer, and a search for slots asks thousands of times. */
function dailyOffset(epochMs: number, timeZone: string): number {
  const known = offsets.get(timeZone);
  const days = known && known.size < mostDays ? known : new Map<number, number>();
  if (days !== known) offsets.set(timeZone, days);
  const day = Math.floor(epochMs / dayMs);
  const offset = days.get(day) ?? offsetOfDay(day, timeZone);
  days.set(day, offset);
  return Number.isNaN(offset) ? tabledOffset(epochMs, timeZone) : offset;
}

function offsetOfDay(day: number, timeZone: string): number {
  const first = tabledOffset(day * dayMs, timeZone);
  return first === tabledOffset((day + 1) * dayMs, timeZone) ? first : Number.NaN;
}

function tabledOffset(epochMs: number, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds / 1_000_000;
}
