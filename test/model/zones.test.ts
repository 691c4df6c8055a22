import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_offset } from 'timezones-ical-library';
import { afterEach, expect, test } from 'vitest';
import { heedZoneChanges, localTime, momentAt, offsetMinutes, readClock } from '../../src/model/zones.ts';

test.each([
  ['America/Toronto', '2026-11-24T15:00:00Z', '2026-11-24T10:00:00-05:00'],
  ['Africa/Casablanca', '2026-11-24T15:00:00Z', '2026-11-24T15:00:00+00:00'],
  ['Africa/Casablanca', '2027-07-01T15:00:00Z', '2027-07-01T15:00:00+00:00'],
  ['Africa/Casablanca', '2026-09-20T00:59:59Z', '2026-09-20T01:59:59+01:00'],
  ['Africa/Casablanca', '2026-09-20T01:00:00Z', '2026-09-20T01:00:00+00:00'],
  ['America/Vancouver', '2026-12-01T18:00:00Z', '2026-12-01T11:00:00-07:00'],
  ['Asia/Kolkata', '2026-12-01T18:00:00Z', '2026-12-01T23:30:00+05:30'],
])('in %s, %s is %s', (zone, moment, expected) => {
  const at = new Date(moment);
  expect([localTime(at, zone).toString(), offsetMinutes(at, zone)]).toEqual([
    expected.slice(0, 19),
    (Date.parse(`${expected.slice(0, 19)}Z`) - Date.parse(expected)) / 60_000,
  ]);
});

test.each([
  ['America/Toronto', '2026-11-24', '10:00', '2026-11-24T15:00:00.000Z'],
  ['Africa/Casablanca', '2026-11-24', '15:00', '2026-11-24T15:00:00.000Z'],
  ['Africa/Casablanca', '2026-09-01', '15:00', '2026-09-01T14:00:00.000Z'],
  ['America/Toronto', '2027-03-14', '02:30', undefined],
  ['America/Toronto', '2026-11-01', '01:30', undefined],
])('in %s, %s %s is %s', (zone, date, time, expected) => {
  expect(momentAt(Temporal.PlainDate.from(date), time, zone)?.toISOString()).toBe(expected);
});

afterEach(() => heedZoneChanges({}));

test('a change of law that the configuration tells counts from its moment on, beside the known ones', () => {
  heedZoneChanges({ 'America/Toronto': { since: '2027-11-07T06:00:00Z', offset: '-04:00' } });
  expect(localTime(new Date('2027-11-07T05:59:59Z'), 'America/Toronto').toString()).toBe('2027-11-07T01:59:59');
  expect(localTime(new Date('2027-12-01T15:00:00Z'), 'America/Toronto').toString()).toBe('2027-12-01T11:00:00');
  expect(momentAt(Temporal.PlainDate.from('2027-12-01'), '11:00', 'America/Toronto')?.toISOString()).toBe(
    '2027-12-01T15:00:00.000Z',
  );
  expect(localTime(new Date('2026-11-24T15:00:00Z'), 'Africa/Casablanca').hour).toBe(15);
  heedZoneChanges({});
  expect(localTime(new Date('2027-12-01T15:00:00Z'), 'America/Toronto').hour).toBe(10);
});

test('a change may be one of half an hour, and of a known zone', () => {
  heedZoneChanges({ 'Africa/Casablanca': { since: '2027-01-01T00:00:00Z', offset: '+01:30' } });
  expect(offsetMinutes(new Date('2027-02-01T00:00:00Z'), 'Africa/Casablanca')).toBe(90);
});

// The invitation's VTIMEZONE comes from a library with newer tables: letter and invitation must tell the same hour.
const zones = ['Africa/Casablanca', 'Africa/El_Aaiun', 'America/Edmonton', 'America/Vancouver', 'America/Toronto'];
test.each(zones)('%s agrees with the tables of the invitation', (zone) => {
  for (const date of ['2026-12-15', '2027-02-20', '2027-07-15']) {
    const noon = momentAt(Temporal.PlainDate.from(date), '12:00', zone);
    expect(noon && offsetMinutes(noon, zone) / 60).toBe(Number(tzlib_get_offset(zone, date, '12:00')) / 100);
  }
});

test.each([
  'America/Toronto',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Abidjan',
  'Pacific/Apia',
])('in %s every half hour of the days around a change is what the tables say, there and back', (zone) => {
  const different: string[] = [];
  const changes = ['2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04', '2026-06-15'];
  for (const day of changes)
    for (let half = -96; half < 96; half++) {
      const at = new Date(Date.parse(day) + half * 1_800_000);
      const told = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      const local = told.toPlainDateTime();
      if (localTime(at, zone).toString() !== local.toString()) different.push(`${at.toISOString()} there`);
      const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
      const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
      const once = earlier.epochMilliseconds === later.epochMilliseconds;
      const back = momentAt(local.toPlainDate(), local.toPlainTime().toString(), zone);
      if (back?.getTime() !== (once ? at.getTime() : undefined)) different.push(`${at.toISOString()} back`);
    }
  expect(different).toEqual([]);
});

test('what is no time is refused', () => {
  expect(() => momentAt(Temporal.PlainDate.from('2026-11-24'), '25:00', 'America/Toronto')).toThrow('"25:00"');
});

test('the clock in plain numbers shows what the clock shows', () => {
  const moments = fc.date({ min: new Date('1935-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones, 'Asia/Kathmandu', 'Pacific/Kiritimati'), (moment, zone) => {
      const shown = localTime(moment, zone);
      const { day, dayOfWeek, minute } = readClock(moment, zone);
      expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(shown.toPlainDate().toString());
      expect([dayOfWeek, minute]).toEqual([shown.dayOfWeek, shown.hour * 60 + shown.minute]);
    }),
  );
});
