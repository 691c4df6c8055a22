import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlots } from '../../src/clarification/slots.ts';
import type { MeetingPolicy } from '../../src/model/policy.ts';
import { busyIn } from './host-calendar.ts';

const house = 'America/Toronto';
const dayMs = 86_400_000;
const daysAhead = 20;
const meeting: MeetingPolicy = {
  host: 'mtremblay',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '16:30' },
  ],
  minutes: 45,
  noticeHours: 24,
  daysAhead,
  offered: 6,
  requesterHours: { from: '08:00', to: '18:00' },
  location: 'https://rencontre.example/inmq',
};
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** An event as its owner thinks of it: from that day on, at that hour there. */
interface Wanted {
  /** Days from today to the first. */
  first: number;
  /** Of the local day; clocks change before five in the morning. */
  minute: number;
  minutes: number;
  /** Absent where the time stands without one. */
  zone: string | undefined;
  rule: 'once' | 'daily' | 'weekly';
  interval: number;
  /** Further weekdays of a weekly rule, from its own. */
  also: number[];
  end: 'never' | 'count' | 'until';
  /** How many times, or days until which. */
  limit: number;
  /** Days from the first that are left out. */
  except: number[];
  transparent: boolean;
  cancelled: boolean;
}

const wanted: fc.Arbitrary<Wanted> = fc.record({
  first: fc.integer({ min: -150, max: daysAhead }),
  minute: fc.integer({ min: 10, max: 38 }).map((halves) => halves * 30),
  minutes: fc.integer({ min: 1, max: 12 }).map((quarters) => quarters * 15),
  zone: fc.constantFrom(
    undefined,
    'UTC',
    house,
    'Europe/Paris',
    'Africa/Abidjan',
    'America/Lima',
    'Asia/Kolkata',
    'Asia/Ulaanbaatar',
    'Australia/Sydney',
  ),
  rule: fc.constantFrom('once', 'daily', 'weekly'),
  interval: fc.integer({ min: 1, max: 4 }),
  also: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
  end: fc.constantFrom('never', 'count', 'until'),
  limit: fc.integer({ min: 1, max: 150 }),
  except: fc.array(fc.integer({ min: 0, max: 170 }), { maxLength: 40 }),
  transparent: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  cancelled: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
});

test('what random calendars say is busy is busy, nothing else is, and no slot falls on it', () => {
  const moments = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2030-01-01Z'), noInvalidDate: true });
  let [busyAgain, offered] = [0, 0];
  fc.assert(
    fc.property(moments, fc.array(wanted, { minLength: 1, maxLength: 8 }), (now, events) => {
      const today = Math.floor(now.getTime() / dayMs);
      const to = new Date(now.getTime() + daysAhead * dayMs);
      const busy = busyIn(calendar(events, today), now, to, house);
      const truth = events.flatMap((event) => occurrences(event, today, now, to));
      expect(listed(busy)).toEqual(listed(truth));
      busyAgain += busy.length;
      const slots = freeSlots({ now, meeting, timeZone: house, taken: busy });
      for (const slot of slots)
        for (const other of truth) expect(slot.start < other.end && other.start < slot.end).toBe(false);
      offered += slots.length;
    }),
    { numRuns: 25 },
  );
  expect(Math.min(busyAgain, offered)).toBeGreaterThan(50);
});

const listed = (times: readonly { start: Date; end: Date }[]) =>
  times.map(({ start, end }) => `${start.toISOString()}/${end.toISOString()}`).toSorted();

/** The calendar as a program would write it (RFC 5545). */
function calendar(events: readonly Wanted[], today: number): string {
  const lines = events.flatMap((event, index) => {
    const { zone, minute, minutes, rule, interval, end, limit, transparent, cancelled } = event;
    const at = (name: string, day: number) => {
      const local = `${dateOf(day)}T${clockOf(minute)}`;
      if (zone === undefined) return `${name}:${local}`;
      return zone === 'UTC' ? `${name}:${local}Z` : `${name};TZID=${zone}:${local}`;
    };
    const first = today + event.first;
    const limits = {
      never: '',
      count: `;COUNT=${limit}`,
      // In UTC but where the start has no zone (RFC 5545, 3.3.10).
      until: `;UNTIL=${zone === undefined ? `${dateOf(first + limit)}T${clockOf(minute)}` : utcOf(momentOf(first + limit, minute, zone))}`,
    };
    const by = rule === 'weekly' ? `;BYDAY=${daysOf(event, first).join()}` : '';
    return [
      'BEGIN:VEVENT',
      `UID:${index}@host.example`,
      'DTSTAMP:20260101T000000Z',
      at('DTSTART', first),
      `DURATION:PT${minutes}M`,
      ...(rule === 'once' ? [] : [`RRULE:FREQ=${rule.toUpperCase()};INTERVAL=${interval}${by}${limits[end]}`]),
      ...(rule === 'once' ? [] : event.except.map((days) => at('EXDATE', first + days))),
      `TRANSP:${transparent ? 'TRANSPARENT' : 'OPAQUE'}`,
      ...(cancelled ? ['STATUS:CANCELLED'] : []),
      'END:VEVENT',
    ];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** The same by looking at every day, without any library of calendars. */
function occurrences(event: Wanted, today: number, from: Date, to: Date): { start: Date; end: Date }[] {
  const { minute, minutes, zone, rule, interval, end, limit, except, transparent, cancelled } = event;
  if (transparent || cancelled) return [];
  const first = today + event.first;
  const found: { start: Date; end: Date }[] = [];
  let times = 0;
  for (let day = first; day <= today + daysAhead + 2; day++) {
    if (rule === 'once' && day > first) break;
    if (rule === 'daily' && (day - first) % interval !== 0) continue;
    if (rule === 'weekly' && !isInWeek(event, first, day)) continue;
    times += 1;
    if (rule !== 'once' && end === 'count' && times > limit) break;
    if (rule !== 'once' && end === 'until' && day > first + limit) break;
    if (day < today - 2 || (rule !== 'once' && except.includes(day - first))) continue;
    const start = momentOf(day, minute, zone ?? house);
    found.push({ start, end: new Date(start.getTime() + minutes * 60_000) });
  }
  return found.filter((each) => each.start < to && each.end > from);
}

function isInWeek(event: Wanted, first: number, day: number): boolean {
  const weeks = Math.floor((day - mondayOf(first)) / 7);
  return weeks % event.interval === 0 && daysOf(event, first).includes(weekdayOf(day));
}

/** The first of January 1970 was a Thursday. */
const weekdayOf = (day: number) => weekdays[(((day + 4) % 7) + 7) % 7] ?? '';
const mondayOf = (day: number) => day - ((((day + 3) % 7) + 7) % 7);
const daysOf = ({ also }: Wanted, first: number) => [...new Set([0, ...also].map((days) => weekdayOf(first + days)))];
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
const clockOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 19).replaceAll(':', '');
const utcOf = (moment: Date) => moment.toISOString().replace(/\.\d+|[-:]/g, '');

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The moment at which clocks there show that minute of that day, found by asking them. */
function momentOf(day: number, minute: number, zone: string): Date {
  const shown = day * dayMs + minute * 60_000;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  clocks.set(zone, clock);
  const offsetAt = (moment: number) => {
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(clock.format(moment)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  return new Date(shown - offsetAt(shown - offsetAt(shown)));
}
