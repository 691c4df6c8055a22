import fc from 'fast-check';
import { tzlib_get_offset } from 'timezones-ical-library';
import { expect, test } from 'vitest';
import { freeSlots } from '../../src/clarification/slots.ts';
import { slotLine } from '../../src/clarification/wording.ts';
import type { MeetingPolicy } from '../../src/model/policy.ts';
import { languages } from '../../src/model/request.ts';

const house = 'America/Toronto';
const meeting: MeetingPolicy = {
  host: 'mtremblay',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '16:30' },
  ],
  minutes: 45,
  noticeHours: 48,
  daysAhead: 20,
  offered: 5,
  requesterHours: { from: '08:00', to: '18:00' },
  location: 'https://rencontre.example/inmq',
};

/** What the clerk must know of each place, written down once more: days of rest, fixed holidays, days from Easter. */
const places = [
  {
    country: 'CI',
    zone: 'Africa/Abidjan',
    rest: 'Sat Sun',
    fixed: '01-01 05-01 08-07 08-15 11-01 11-15 12-25',
    easter: [1, 39, 50],
  },
  {
    country: 'FR',
    zone: 'Europe/Paris',
    rest: 'Sat Sun',
    fixed: '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25',
    easter: [1, 39, 50],
  },
  {
    country: 'NG',
    zone: 'Africa/Lagos',
    rest: 'Sat Sun',
    fixed: '01-01 05-01 06-12 10-01 12-25 12-26',
    easter: [-2, 1],
  },
  {
    country: 'PE',
    zone: 'America/Lima',
    rest: 'Sat Sun',
    fixed: '01-01 05-01 06-29 07-28 07-29 08-30 10-08 11-01 12-08 12-25',
    easter: [-3, -2],
  },
  {
    country: 'CO',
    zone: 'America/Bogota',
    rest: 'Sat Sun',
    fixed: '01-01 05-01 07-20 08-07 12-08 12-25',
    easter: [-3, -2, 43, 64, 71],
  },
  {
    country: 'MA',
    zone: 'Africa/Casablanca',
    rest: 'Sat Sun',
    fixed: '01-01 01-11 05-01 07-30 08-14 08-20 08-21 11-06 11-18',
    easter: [],
  },
  { country: 'DZ', zone: 'Africa/Algiers', rest: 'Fri Sat', fixed: '01-01 01-12 05-01 07-05 11-01', easter: [] },
  {
    country: 'EG',
    zone: 'Africa/Cairo',
    rest: 'Fri Sat',
    fixed: '01-07 01-25 04-25 05-01 06-30 07-23 10-06',
    easter: [],
  },
  { country: 'MR', zone: 'Africa/Nouakchott', rest: 'Sat Sun', fixed: '01-01 05-01 05-25 11-28', easter: [] },
  {
    country: 'BR',
    zone: 'America/Sao_Paulo',
    rest: 'Sat Sun',
    fixed: '01-01 04-21 05-01 09-07 10-12 11-02 11-15 12-25',
    easter: [-48, -47, -2, 60],
  },
  { country: 'GB', zone: 'Europe/London', rest: 'Sat Sun', fixed: '01-01 12-25 12-26', easter: [-2, 1] },
] as const;

test('no slot at night, on a day of rest or a public holiday there, nor printed with a wrong offset', () => {
  // The second tables end Egypt's summer a week early in years like 2030, whose last day of October is a Thursday.
  const moments = fc.date({ min: new Date('2026-11-01Z'), max: new Date('2030-09-01Z'), noInvalidDate: true });
  let some = 0;
  fc.assert(
    fc.property(moments, fc.constantFrom(...places), (now, { country, zone, rest, fixed, easter }) => {
      const requester = { timeZone: zone, country };
      const slots = freeSlots({ now, meeting, timeZone: house, requester, taken: [] });
      some += slots.length;
      slots.forEach(({ start, end }, index) => {
        const there = shown(start, zone);
        expect(rest).not.toContain(there.weekday);
        expect(fixed).not.toContain(there.date.slice(5));
        const days = (Date.parse(there.date) - easterOf(Number(there.date.slice(0, 4)))) / 86_400_000;
        expect(easter).not.toContain(days);
        expect(there.time >= '08:00' && shown(end, zone).time <= '18:00').toBe(true);
        if (zone === 'Africa/Nouakchott' && there.weekday === 'Fri')
          expect(shown(end, zone).time <= '12:00').toBe(true);
        const slot = { number: index + 1, start: start.toISOString(), end: end.toISOString() };
        for (const language of languages) {
          const line = slotLine(slot, language, house, zone, { label: '', href: '' });
          for (const [printed, place] of [
            [line.house, house],
            [line.requester, zone],
          ] as const)
            if (printed) expect(printedAt(printed)).toEqual(clockOf(start, place));
        }
      });
    }),
    { numRuns: 30 },
  );
  expect(some).toBeGreaterThan(100);
});

test('a public holiday at the requester’s place is passed over, the day before and after are not', () => {
  const offered = (country: string, zone: string, day: string) =>
    freeSlots({
      now: new Date(Date.parse(`${day}T12:00Z`) - 3 * 86_400_000),
      meeting: { ...meeting, daysAhead: 4, noticeHours: 24, offered: 9 },
      timeZone: house,
      requester: { timeZone: zone, country },
      taken: [],
    }).map(({ start }) => shown(start, zone).date);
  const independence = offered('MA', 'Africa/Casablanca', '2026-11-18');
  expect(new Set(independence)).toEqual(new Set(['2026-11-16', '2026-11-17', '2026-11-19']));
});

/** A clock there, by tables that are newer than the runtime's and in another library. */
function shown(moment: Date, zone: string): { date: string; time: string; weekday: string } {
  const local = new Date(moment.getTime() + offsetOf(moment, zone) * 60_000);
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()] ?? '';
  return { date: local.toISOString().slice(0, 10), time: local.toISOString().slice(11, 16), weekday };
}

const offsets = new Map<string, number>();

/** The offset that leads from the local time back to the moment. */
function offsetOf(moment: Date, zone: string): number {
  const key = `${zone} ${moment.getTime()}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const guess = Math.round(
    Number(new Date(moment).toLocaleString('en', { timeZone: zone, timeZoneName: 'shortOffset' }).split('GMT')[1] || 0),
  );
  for (const hours of [guess, guess - 1, guess + 1]) {
    const local = new Date(moment.getTime() + hours * 3_600_000).toISOString();
    if (Number(tzlib_get_offset(zone, local.slice(0, 10), local.slice(11, 16))) !== hours * 100) continue;
    offsets.set(key, hours * 60);
    return hours * 60;
  }
  throw new Error(`cannot find the offset of ${zone} at ${moment.toISOString()}`);
}

function clockOf(moment: Date, zone: string) {
  const { date, time } = shown(moment, zone);
  const minutes = offsetOf(moment, zone);
  return { day: Number(date.slice(8)), year: Number(date.slice(0, 4)), time, hours: minutes / 60 };
}

/** Day, year, time and offset as a reader takes them from the line. */
function printedAt(line: string) {
  const text = line.replaceAll('\u00A0', ' ');
  const [, day] = /(?:^|\D)(\d{1,2})(?:er)?(?= |,)/.exec(text) ?? [];
  const [, year] = /\b(20\d\d)\b/.exec(text) ?? [];
  const [, hour = '', minute = '', half] = /(\d{1,2})(?: h |:)(\d\d)(?: ([ap])\.m\.)?/.exec(text) ?? [];
  const [, sign, hours] = /UTC([−+])(\d+)\)$/.exec(text) ?? [];
  const full = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
  return {
    day: Number(day),
    year: Number(year),
    time: `${`${full}`.padStart(2, '0')}:${minute}`,
    hours: sign === '−' ? -Number(hours) : Number(hours),
  };
}

/** Anonymous Gregorian algorithm, as Meeus prints it: another way than the clerk's. */
function easterOf(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
