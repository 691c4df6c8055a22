import type { Temporal } from 'temporal-polyfill';
import { isBusinessDay } from '../model/calendar.ts';
import type { Hours, MeetingPolicy } from '../model/policy.ts';
import { localTime, momentAt } from '../model/zones.ts';

/** A stretch of time, end excluded. */
export interface Interval {
  start: Date;
  end: Date;
}

/** Days off in the week (1 is Monday), and local times after which a day is over. */
interface Week {
  off: readonly number[];
  endsAt?: Readonly<Record<number, string>>;
}

const stepMinutes = 30;
const usualWeek: Week = { off: [6, 7] };
const fridaySaturday: Week = { off: [5, 6] };
const fridayToNoon: Week = { off: [6, 7], endsAt: { 5: '12:00' } };

/** Where the week is another one. */
const weeks: Readonly<Record<string, Week>> = {
  'Africa/Algiers': fridaySaturday,
  'Africa/Cairo': fridaySaturday,
  'Africa/Khartoum': fridaySaturday,
  'Africa/Nouakchott': fridayToNoon,
  'Africa/Tripoli': fridaySaturday,
  'Asia/Aden': fridaySaturday,
  'Asia/Amman': fridaySaturday,
  'Asia/Baghdad': fridaySaturday,
  'Asia/Bahrain': fridaySaturday,
  'Asia/Damascus': fridaySaturday,
  'Asia/Dhaka': fridaySaturday,
  'Asia/Dubai': fridayToNoon,
  'Asia/Jerusalem': fridaySaturday,
  'Asia/Kuwait': fridaySaturday,
  'Asia/Muscat': fridaySaturday,
  'Asia/Qatar': fridaySaturday,
  'Asia/Riyadh': fridaySaturday,
};

/**
 * Free times for a meeting, earliest first, at most `meeting.offered`: on different days and in different halves of the
 * day as far as there are any; none when the two places have no working hours in common.
 * @param requesterZone - IANA name; without it only the house's hours count.
 * @param taken - What is booked or offered already, in any order.
 */
export function freeSlots(wanted: {
  now: Date;
  meeting: MeetingPolicy;
  timeZone: string;
  requesterZone?: string | undefined;
  taken: readonly Interval[];
}): Interval[] {
  const free = candidates(wanted).filter((slot) => !wanted.taken.some((other) => overlap(slot, other)));
  const chosen: Interval[] = [];
  for (const differs of [otherDayOtherHalf, otherDay, otherHalf, apart]) {
    for (const slot of free) {
      if (chosen.length >= wanted.meeting.offered) break;
      if (differs(slot, chosen, wanted.timeZone)) chosen.push(slot);
    }
  }
  return chosen.sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** Every start that both sides could keep, in order. */
function candidates({
  now,
  meeting,
  timeZone,
  requesterZone,
}: {
  now: Date;
  meeting: MeetingPolicy;
  timeZone: string;
  requesterZone?: string | undefined;
}): Interval[] {
  const earliest = now.getTime() + meeting.noticeHours * 3_600_000;
  const lengthMs = meeting.minutes * 60_000;
  const today = localTime(now, timeZone).toPlainDate();
  const found: Interval[] = [];
  for (let ahead = 0; ahead <= meeting.daysAhead; ahead++) {
    const date = today.add({ days: ahead });
    if (meeting.closures?.some(({ from, to }) => from <= date.toString() && date.toString() <= to)) continue;
    for (const hours of meeting.hours) {
      for (const start of starts(date, hours, timeZone)) {
        const slot = { start, end: new Date(start.getTime() + lengthMs) };
        if (start.getTime() < earliest || !isBusinessDay(start, timeZone) || !within(slot, hours, timeZone)) continue;
        if (requesterZone && !suitsRequester(slot, meeting.requesterHours, requesterZone)) continue;
        found.push(slot);
      }
    }
  }
  return found;
}

function starts(date: Temporal.PlainDate, { from, to }: Hours, timeZone: string): Date[] {
  const moments: Date[] = [];
  for (let minute = minuteOf(from); minute < minuteOf(to); minute += stepMinutes) {
    const time = `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;
    const moment = momentAt(date, time, timeZone);
    if (moment) moments.push(moment);
  }
  return moments;
}

function suitsRequester(slot: Interval, hours: Hours, timeZone: string): boolean {
  const day = localTime(slot.start, timeZone).dayOfWeek;
  const week = weeks[timeZone] ?? usualWeek;
  const closes = week.endsAt?.[day];
  const to = closes && minuteOf(closes) < minuteOf(hours.to) ? closes : hours.to;
  return !week.off.includes(day) && within(slot, { from: hours.from, to }, timeZone);
}

/** Whether the slot begins and ends inside these hours of one local day. */
function within({ start, end }: Interval, { from, to }: Hours, timeZone: string): boolean {
  const first = localTime(start, timeZone);
  const last = localTime(end, timeZone);
  return (
    first.toPlainDate().equals(last.toPlainDate()) &&
    first.hour * 60 + first.minute >= minuteOf(from) &&
    last.hour * 60 + last.minute <= minuteOf(to)
  );
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

type Differs = (slot: Interval, chosen: readonly Interval[], timeZone: string) => boolean;

const otherDay: Differs = (slot, chosen, zone) => !chosen.some((other) => day(slot, zone) === day(other, zone));

/** A day of its own, and not the same half of the day as the one chosen before it. */
const otherDayOtherHalf: Differs = (slot, chosen, zone) => {
  const before = chosen.at(-1);
  return otherDay(slot, chosen, zone) && (!before || half(slot, zone) !== half(before, zone));
};

const otherHalf: Differs = (slot, chosen, zone) =>
  !chosen.some((other) => day(slot, zone) === day(other, zone) && half(slot, zone) === half(other, zone));

const apart: Differs = (slot, chosen) => !chosen.some((other) => overlap(slot, other));

function day({ start }: Interval, timeZone: string): string {
  return localTime(start, timeZone).toPlainDate().toString();
}

function half({ start }: Interval, timeZone: string): 'morning' | 'afternoon' {
  return localTime(start, timeZone).hour < 12 ? 'morning' : 'afternoon';
}

function overlap(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}
