import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeSlots, type Interval } from '../../src/clarification/slots.ts';
import { holidays } from '../../src/model/calendar.ts';
import type { MeetingPolicy } from '../../src/model/policy.ts';

const timeZone = 'America/Toronto';
const now = new Date('2026-11-23T14:00:00Z');
const meeting: MeetingPolicy = {
  host: 'mtremblay',
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '16:30' },
  ],
  minutes: 45,
  noticeHours: 48,
  daysAhead: 21,
  offered: 3,
  requesterHours: { from: '08:30', to: '17:30' },
  location: 'https://rencontre.example/inmq',
};
const offered = (requesterZone?: string, taken: Interval[] = [], over: Partial<MeetingPolicy> = {}) =>
  freeSlots({ now, meeting: { ...meeting, ...over }, timeZone, requester: { timeZone: requesterZone }, taken }).map(
    ({ start }) => start.toISOString(),
  );

describe('slots', () => {
  test('come on different days, in turn in the morning and in the afternoon', () => {
    expect(offered()).toEqual(['2026-11-25T14:00:00.000Z', '2026-11-26T18:00:00.000Z', '2026-11-27T13:30:00.000Z']);
  });

  test('suit both places: Rabat is five hours ahead', () => {
    expect(offered('Africa/Casablanca')).toEqual([
      '2026-11-25T14:00:00.000Z',
      '2026-11-26T13:30:00.000Z',
      '2026-11-27T13:30:00.000Z',
    ]);
  });

  test.each(['Asia/Ulaanbaatar', 'Asia/Almaty', 'Asia/Jakarta'])('%s has no hour in common', (zone) => {
    expect(offered(zone)).toEqual([]);
  });

  test('Algeria rests on Friday and works on Sunday, but the house does not', () => {
    const days = offered('Africa/Algiers', [], { offered: 9 }).map((start) => new Date(start).getUTCDay());
    expect(new Set(days)).toEqual(new Set([1, 2, 3, 4]));
  });

  test('Mauritania works on Friday until noon, when the house still sleeps', () => {
    const days = offered('Africa/Nouakchott', [], { offered: 9 }).map((start) => new Date(start).getUTCDay());
    expect(days).not.toContain(5);
    expect(days).toContain(4);
  });

  test('halves of days are shared out when there are few days, then what is left', () => {
    expect(offered(undefined, [], { noticeHours: 0, daysAhead: 0, offered: 4 })).toEqual([
      '2026-11-23T14:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
      '2026-11-23T16:00:00.000Z',
      '2026-11-23T18:00:00.000Z',
    ]);
  });

  test('what is taken is not offered again', () => {
    const all = { start: new Date('2026-11-25T00:00:00Z'), end: new Date('2026-11-26T18:01:00Z') };
    expect(offered(undefined, [all])[0]).toBe('2026-11-26T18:30:00.000Z');
  });

  test('of one letter never overlap, where hours run through noon', () => {
    const busy = (from: string, to: string) => ({
      start: new Date(`2026-11-2${from}Z`),
      end: new Date(`2026-11-2${to}Z`),
    });
    const taken = [busy('5T00:00:00', '5T16:30:00'), busy('5T18:30:00', '9T23:00:00')];
    const hours = [{ from: '09:00', to: '17:00' }];
    expect(offered(undefined, taken, { hours, minutes: 60, daysAhead: 5 })).toEqual([
      '2026-11-25T16:30:00.000Z',
      '2026-11-25T17:30:00.000Z',
    ]);
  });

  test('nothing in the week of Christmas but its two working days', () => {
    const starts = freeSlots({
      now: new Date('2026-12-23T22:00:00Z'),
      meeting: { ...meeting, noticeHours: 0, daysAhead: 9, offered: 9 },
      timeZone,
      taken: [],
    });
    const days = new Set(starts.map(({ start }) => start.toISOString().slice(0, 10)));
    expect([...days]).toEqual(['2026-12-28', '2026-12-29', '2026-12-30']);
  });
});

test('never outside hours, on a holiday, on what is taken or too soon; told by Intl alone', () => {
  const zones = ['Africa/Abidjan', 'Africa/Lagos', 'America/Lima', 'Europe/Paris', 'Indian/Antananarivo', undefined];
  const minute = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2030-01-01Z'), noInvalidDate: true });
  const span = fc.tuple(fc.integer({ min: -24, max: 500 }), fc.integer({ min: 1, max: 60 }));
  let some = 0;
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), fc.array(span, { maxLength: 12 }), (moment, zone, spans) => {
      const taken = spans.map(([from, hours]) => ({
        start: new Date(moment.getTime() + from * 3_600_000),
        end: new Date(moment.getTime() + (from + hours) * 3_600_000),
      }));
      const slots = freeSlots({ now: moment, meeting, timeZone, requester: { timeZone: zone }, taken });
      some += slots.length;
      slots.forEach(({ start, end }, index) => {
        expect(start.getTime()).toBeGreaterThanOrEqual(moment.getTime() + 48 * 3_600_000);
        expect(end.getTime() - start.getTime()).toBe(45 * 60_000);
        const before = slots[index - 1];
        if (before) expect(before.end.getTime()).toBeLessThanOrEqual(start.getTime());
        for (const other of taken) expect(start < other.end && other.start < end).toBe(false);
        const here = clock(start, timeZone);
        const over = clock(end, timeZone);
        expect(holidays(Number(here.date.slice(0, 4)))).not.toContain(here.date);
        expect(['Sat', 'Sun']).not.toContain(here.weekday);
        expect(meeting.hours.some(({ from, to }) => here.time >= from && over.time <= to)).toBe(true);
        if (!zone) return;
        const there = clock(start, zone);
        expect(['Sat', 'Sun']).not.toContain(there.weekday);
        expect(there.time >= '08:30' && clock(end, zone).time <= '17:30').toBe(true);
      });
    }),
    { numRuns: 40 },
  );
  expect(some).toBeGreaterThan(0);
});

function clock(moment: Date, timeZone: string): { date: string; time: string; weekday: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    weekday: part('weekday').slice(0, 3),
  };
}
