import { Temporal } from 'temporal-polyfill';
import { tzlib_get_offset } from 'timezones-ical-library';
import { expect, test } from 'vitest';
import { localTime, momentAt } from '../../src/model/zones.ts';

test.each([
  ['America/Toronto', '2026-11-24T15:00:00Z', '2026-11-24T10:00:00-05:00'],
  ['Africa/Casablanca', '2026-11-24T15:00:00Z', '2026-11-24T15:00:00+00:00'],
  ['Africa/Casablanca', '2027-07-01T15:00:00Z', '2027-07-01T15:00:00+00:00'],
  ['Africa/Casablanca', '2026-09-20T00:59:59Z', '2026-09-20T01:59:59+01:00'],
  ['Africa/Casablanca', '2026-09-20T01:00:00Z', '2026-09-20T01:00:00+00:00'],
  ['America/Vancouver', '2026-12-01T18:00:00Z', '2026-12-01T11:00:00-07:00'],
  ['Asia/Kolkata', '2026-12-01T18:00:00Z', '2026-12-01T23:30:00+05:30'],
])('in %s, %s is %s', (zone, moment, expected) => {
  expect(localTime(new Date(moment), zone).toString({ timeZoneName: 'never' })).toBe(expected);
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

// The invitation's VTIMEZONE comes from a library with newer tables: letter and invitation must tell the same hour.
const zones = ['Africa/Casablanca', 'Africa/El_Aaiun', 'America/Edmonton', 'America/Vancouver', 'America/Toronto'];
test.each(zones)('%s agrees with the tables of the invitation', (zone) => {
  for (const date of ['2026-12-15', '2027-02-20', '2027-07-15']) {
    const noon = momentAt(Temporal.PlainDate.from(date), '12:00', zone);
    expect(noon && localTime(noon, zone).offset.replace(':', '')).toBe(tzlib_get_offset(zone, date, '12:00'));
  }
});
