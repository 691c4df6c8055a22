import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, holidays, isBusinessDay } from '../../src/model/calendar.ts';

const zone = 'America/Toronto';
const noon = (date: string) => new Date(`${date}T17:00:00Z`);

/** Good Friday, Easter Monday, Patriotes, Fête nationale, Canada, Labour Day, Thanksgiving: read off wall calendars. */
const movable: [number, string[]][] = [
  [2026, ['04-03', '04-06', '05-18', '06-24', '07-01', '09-07', '10-12']],
  [2027, ['03-26', '03-29', '05-24', '06-24', '07-01', '09-06', '10-11']],
  [2028, ['04-14', '04-17', '05-22', '06-24', '07-01', '09-04', '10-09']],
  [2029, ['03-30', '04-02', '05-21', '06-25', '07-02', '09-03', '10-08']],
  [2030, ['04-19', '04-22', '05-20', '06-24', '07-01', '09-02', '10-14']],
  [2031, ['04-11', '04-14', '05-19', '06-24', '07-01', '09-01', '10-13']],
  [2032, ['03-26', '03-29', '05-24', '06-24', '07-01', '09-06', '10-11']],
  [2033, ['04-15', '04-18', '05-23', '06-24', '07-01', '09-05', '10-10']],
  [2034, ['04-07', '04-10', '05-22', '06-24', '07-01', '09-04', '10-09']],
  [2035, ['03-23', '03-26', '05-21', '06-25', '07-02', '09-03', '10-08']],
  [2036, ['04-11', '04-14', '05-19', '06-24', '07-01', '09-01', '10-13']],
  [2037, ['04-03', '04-06', '05-18', '06-24', '07-01', '09-07', '10-12']],
  [2038, ['04-23', '04-26', '05-24', '06-24', '07-01', '09-06', '10-11']],
  [2039, ['04-08', '04-11', '05-23', '06-24', '07-01', '09-05', '10-10']],
  [2040, ['03-30', '04-02', '05-21', '06-25', '07-02', '09-03', '10-08']],
];
const fixed = { first: ['01-01', '01-02'], last: ['12-24', '12-25', '12-26', '12-31'] };

test.each(movable)('holidays of %i', (year, days) => {
  expect(holidays(year)).toEqual([...fixed.first, ...days, ...fixed.last].map((day) => `${year}-${day}`));
});

describe('business days', () => {
  test.each([
    ['2026-11-23', true],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2026-12-28', true],
    ['2029-06-25', false],
    ['2028-06-23', true],
  ])('%s: %s', (date, expected) => {
    expect(isBusinessDay(noon(date), zone)).toBe(expected);
  });

  test('the date is the local one', () => {
    expect(isBusinessDay(new Date('2026-11-23T03:00:00Z'), zone)).toBe(false);
    expect(isBusinessDay(new Date('2026-11-28T03:00:00Z'), zone)).toBe(true);
  });

  test.each([
    ['over a weekend', '2026-11-20T20:00:00Z', 1, '2026-11-23T20:00:00.000Z'],
    ['over Christmas and New Year', '2026-12-23T14:00:00Z', 5, '2027-01-05T14:00:00.000Z'],
    ['keeps the local hour over the change of clocks', '2027-03-12T14:00:00Z', 1, '2027-03-15T13:00:00.000Z'],
    ['from a Saturday', '2026-11-21T15:00:00Z', 1, '2026-11-23T15:00:00.000Z'],
    ['none', '2026-11-21T15:00:00Z', 0, '2026-11-21T15:00:00.000Z'],
  ])('%s', (_, from, days, expected) => {
    expect(addBusinessDays(new Date(from), days, zone).toISOString()).toBe(expected);
  });

  test('one at a time or all at once is the same, and the day reached is one', () => {
    const moment = fc.date({ min: noon('2026-01-01'), max: noon('2039-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 12 }), (from, days) => {
        const reached = addBusinessDays(from, days, zone);
        expect(isBusinessDay(reached, zone)).toBe(true);
        expect(addBusinessDays(addBusinessDays(from, days - 1, zone), 1, zone)).toEqual(reached);
      }),
      { numRuns: 60 },
    );
  });
});
