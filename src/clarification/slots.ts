import { Temporal } from 'temporal-polyfill';
import { isBusinessDate } from '../model/calendar.ts';
import type { Hours, MeetingPolicy } from '../model/policy.ts';
import type { Requester } from '../model/request.ts';
import { type ClockReading, localTime, momentShown, readClock } from '../model/zones.ts';
import { isHolidayAbroad } from './holidays-abroad.ts';

/** A stretch of time, end excluded. */
export interface Interval {
  start: Date;
  end: Date;
}

export type Whereabouts = Pick<Requester, 'timeZone' | 'country'>;

/** Days off in the week (1 is Monday), and local times after which a day is over. */
interface Week {
  off: readonly number[];
  endsAt?: Readonly<Record<number, string>>;
}

const stepMinutes = 30;
const usualWeek: Week = { off: [6, 7] };
const fridaySaturday: Week = { off: [5, 6] };
const thursdayFriday: Week = { off: [4, 5] };
const fridayAndSunday: Week = { off: [5, 7] };
/** One day of rest, and a short day before it. */
const saturdayAlone: Week = { off: [6], endsAt: { 5: '15:00' } };
const fridayToNoon: Week = { off: [6, 7], endsAt: { 5: '12:00' } };

/** Where the week is another one. */
const weeks: Readonly<Record<string, Week>> = {
  'Africa/Algiers': fridaySaturday,
  'Africa/Cairo': fridaySaturday,
  'Africa/Djibouti': fridaySaturday,
  'Africa/Khartoum': fridaySaturday,
  'Africa/Mogadishu': fridaySaturday,
  'Africa/Nouakchott': fridayToNoon,
  'Africa/Tripoli': fridaySaturday,
  'Asia/Aden': fridaySaturday,
  'Asia/Amman': fridaySaturday,
  'Asia/Baghdad': fridaySaturday,
  'Asia/Bahrain': fridaySaturday,
  'Asia/Brunei': fridayAndSunday,
  'Asia/Damascus': fridaySaturday,
  'Asia/Dhaka': fridaySaturday,
  'Asia/Dubai': fridayToNoon,
  'Asia/Gaza': fridaySaturday,
  'Asia/Hebron': fridaySaturday,
  'Asia/Jerusalem': fridaySaturday,
  'Asia/Kabul': thursdayFriday,
  'Asia/Kathmandu': saturdayAlone,
  'Asia/Kuwait': fridaySaturday,
  'Asia/Muscat': fridaySaturday,
  'Asia/Qatar': fridaySaturday,
  'Asia/Riyadh': fridaySaturday,
  'Asia/Tehran': thursdayFriday,
  'Indian/Maldives': fridaySaturday,
};

/**
 * Free times for a meeting, earliest first, at most `meeting.offered`: on different days and in different halves of the
 * day as far as there are any; none when the two places have no working hours in common.
 * @param requester - Whose hours, weekend and public holidays count as far as zone and country are known.
 * @param taken - What is booked or offered already, in any order.
 */
export function freeSlots(wanted: {
  now: Date;
  meeting: MeetingPolicy;
  timeZone: string;
  requester?: Whereabouts;
  taken: readonly Interval[];
  refused?: Refused;
}): Interval[] {
  const taken = disjoint(wanted.taken);
  const free = candidates(wanted).filter((slot) => !isTaken(slot, taken));
  const preferred = byPreference(free, wanted);
  const chosen: Candidate[] = [];
  for (const rules of [
    [otherDayOtherHalf, otherDay],
    [otherHalf, apart],
  ])
    for (const liked of preferred)
      for (const differs of rules)
        for (const slot of liked) {
          if (chosen.length >= wanted.meeting.offered) break;
          if (differs(slot, chosen)) chosen.push(slot);
        }
  return chosen.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** The same times in order, each piece once: many are offered to many at once. */
function disjoint(times: readonly Interval[]): Interval[] {
  const pieces: Interval[] = [];
  for (const { start, end } of times.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = pieces.at(-1);
    if (!last || last.end < start) pieces.push({ start, end });
    else if (last.end < end) last.end = end;
  }
  return pieces;
}

/** @param taken - In order, none overlapping another. */
function isTaken(slot: Interval, taken: readonly Interval[]): boolean {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle] as Interval).end <= slot.start) low = middle + 1;
    else high = middle;
  }
  const next = taken[low];
  return next !== undefined && overlap(slot, next);
}

/** What the requester turned down: the like is offered again only where there is nothing else. */
interface Refused {
  /** Weekdays on which they cannot meet, 1 is Monday. */
  weekdays: readonly number[];
  times: readonly Interval[];
}

/** First what is on another day and at another hour than all that was turned down, then what is on another day at least. */
function byPreference(
  free: readonly Candidate[],
  { refused, meeting, timeZone }: Parameters<typeof freeSlots>[0],
): Candidate[][] {
  if (!refused) return [[...free]];
  const possible = free.filter(
    ({ house, there }) => ![house, there].some(({ dayOfWeek }) => refused.weekdays.includes(dayOfWeek)),
  );
  const left = possible.length > 0 ? possible : [...free];
  const declined = refused.times.map(({ start }) => readClock(start, timeZone));
  const days = new Set(declined.map(({ day }) => day));
  const otherDays = left.filter(({ house }) => !days.has(house.day));
  const otherHours = (slots: readonly Candidate[]) =>
    slots.filter(({ house }) => declined.every(({ minute }) => Math.abs(house.minute - minute) >= meeting.minutes));
  return [otherHours(otherDays), otherDays, otherHours(left), left];
}

/** A time that both sides could keep, and when it begins by the house's clock and by the requester's. */
interface Candidate extends Interval {
  house: ClockReading;
  there: ClockReading;
}

const noonMinute = 12 * 60;
const half = ({ house }: Candidate) => (house.minute < noonMinute ? 'morning' : 'afternoon');

/** What was found last by a meeting policy: staff's buttons try what the letter to the requester just offered. */
const lately = new WeakMap<MeetingPolicy, { for: string; found: readonly Candidate[] }>();

/** Every start that both sides could keep, in order. */
function candidates(wanted: Parameters<typeof freeSlots>[0]): readonly Candidate[] {
  const { now, meeting, timeZone, requester = {} } = wanted;
  const situation = JSON.stringify([now, timeZone, requester.timeZone, requester.country]);
  const known = lately.get(meeting);
  if (known?.for === situation) return known.found;
  const found = searched(wanted);
  lately.set(meeting, { for: situation, found });
  return found;
}

function searched({ now, meeting, timeZone, requester = {} }: Parameters<typeof freeSlots>[0]): Candidate[] {
  const earliest = now.getTime() + meeting.noticeHours * 3_600_000;
  const lengthMs = meeting.minutes * 60_000;
  const today = localTime(now, timeZone).toPlainDate();
  const suits = requesterHours(meeting.requesterHours, requester);
  const found: Candidate[] = [];
  for (let ahead = 0; ahead <= meeting.daysAhead; ahead++) {
    const date = today.add({ days: ahead });
    const day = date.toString();
    if (!isBusinessDate(date) || meeting.closures?.some(({ from, to }) => from <= day && day <= to)) continue;
    const midnight = Date.UTC(date.year, date.month - 1, date.day);
    for (const hours of meeting.hours) {
      const [opensAt, closesAt] = [minuteOf(hours.from), minuteOf(hours.to)];
      const closes = momentShown(midnight + closesAt * 60_000, timeZone)?.getTime() ?? 0;
      for (let minute = opensAt; minute < closesAt; minute += stepMinutes) {
        const start = momentShown(midnight + minute * 60_000, timeZone);
        const slot = start && { start, end: new Date(start.getTime() + lengthMs) };
        if (!slot || slot.start.getTime() < earliest || slot.end.getTime() > closes) continue;
        const there = readClock(slot.start, requester.timeZone ?? timeZone);
        if (!suits(there, slot.end)) continue;
        found.push({ ...slot, house: readClock(slot.start, timeZone), there });
      }
    }
  }
  return found;
}

/**
 * Whether a slot begins and ends inside the hours of one of the requester's working days, as far as they are known. A
 * country without its zone is taken to have the house's dates.
 */
function requesterHours(hours: Hours, requester: Whereabouts): (start: ClockReading, end: Date) => boolean {
  const { timeZone } = requester;
  const daysOff = new Map<number, boolean>();
  const isOff = (day: number) => {
    const known = daysOff.get(day);
    if (known !== undefined) return known;
    const off = dayOffAbroad(firstDay.add({ days: day }), requester) !== undefined;
    daysOff.set(day, off);
    return off;
  };
  return (start, end) => {
    if (isOff(start.day)) return false;
    if (!timeZone) return true;
    const last = readClock(end, timeZone);
    const closes = Math.min(minuteOf(hours.to), minuteOf(weekOf(timeZone).endsAt?.[start.dayOfWeek] ?? hours.to));
    return start.day === last.day && start.minute >= minuteOf(hours.from) && last.minute <= closes;
  };
}

const firstDay = new Temporal.PlainDate(1970, 1, 1);

/** Why that date is no working day at the requester's place; undefined when it is one, or when nobody knows. */
export function dayOffAbroad(
  date: Temporal.PlainDate,
  { timeZone, country }: Whereabouts,
): 'weekend' | 'holiday' | undefined {
  if (timeZone && weekOf(timeZone).off.includes(date.dayOfWeek)) return 'weekend';
  return isHolidayAbroad(country, date) ? 'holiday' : undefined;
}

const weekOf = (timeZone: string) => weeks[timeZone] ?? usualWeek;

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

type Differs = (slot: Candidate, chosen: readonly Candidate[]) => boolean;

const otherDay: Differs = (slot, chosen) => !chosen.some((other) => slot.house.day === other.house.day);

/** A day of its own, and not the same half of the day as the one chosen before it. */
const otherDayOtherHalf: Differs = (slot, chosen) =>
  otherDay(slot, chosen) && chosen.slice(-1).every((last) => half(slot) !== half(last));

const otherHalf: Differs = (slot, chosen) =>
  apart(slot, chosen) && !chosen.some((other) => slot.house.day === other.house.day && half(slot) === half(other));

const apart: Differs = (slot, chosen) => !chosen.some((other) => overlap(slot, other));

export function overlap(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The interval with so many minutes kept free before and after it. */
export function widened({ start, end }: Interval, minutes: number): Interval {
  const ms = minutes * 60_000;
  return { start: new Date(start.getTime() - ms), end: new Date(end.getTime() + ms) };
}
