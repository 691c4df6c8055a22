import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isHolidayAbroad } from '../../src/clarification/holidays-abroad.ts';
import { feastAbout } from '../../src/clarification/islamic-feasts.ts';

const off = (country: string, ...dates: string[]) =>
  dates.filter((date) => isHolidayAbroad(country, Temporal.PlainDate.from(date)));

describe('a public holiday abroad', () => {
  test.each([
    ['CI', 'the same day each year, and the Monday after a Sunday', ['2027-05-01', '2027-11-15', '2033-08-08']],
    ['FR', 'on Easter', ['2027-03-29', '2027-05-06', '2027-05-17', '2028-04-17']],
    ['MA', 'young ones among the old', ['2027-01-14', '2027-07-30', '2026-10-31', '2026-11-18']],
    ['PE', 'Holy Week', ['2027-03-25', '2027-03-26', '2027-07-28', '2026-12-09']],
    ['CO', 'kept on the Monday', ['2027-01-11', '2027-07-05', '2027-11-15', '2027-05-10']],
    ['GB', 'Christmas on a weekend', ['2027-12-27', '2027-12-28', '2028-01-03', '2027-05-31', '2027-08-30']],
    ['US', 'the Friday before', ['2027-12-24', '2027-12-31', '2027-11-25', '2027-01-18']],
    ['EG', 'on Orthodox Easter', ['2027-05-03', '2028-04-17', '2027-01-07']],
    ['ZM', 'the day after the first Monday', ['2027-07-05', '2027-07-06', '2027-08-02']],
    ['ZA', 'the Monday after a Sunday', ['2027-03-22', '2027-12-27', '2027-04-27']],
    ['AR', 'moved by law', ['2027-08-16', '2027-08-17', '2027-02-08']],
  ])('%s: %s', (country, _which, dates) => {
    expect(off(country, ...dates)).toEqual(dates);
  });

  test.each([
    ['CI', ['2027-11-16', '2027-07-14', '2033-08-09']],
    ['FR', ['2027-03-26', '2026-11-12', '2027-01-02']],
    ['CO', ['2027-01-06', '2027-06-29']],
    ['US', ['2027-12-27', '2027-01-11']],
  ])('%s works on other days', (country, dates) => {
    expect(off(country, ...dates)).toEqual([]);
  });

  test('is unknown where the country is', () => {
    expect(isHolidayAbroad(undefined, Temporal.PlainDate.from('2027-01-01'))).toBe(false);
    expect(off('XX', '2027-01-01')).toEqual([]);
  });
});

test.each([
  ['DZ', '2027-03-10', 'l’Aïd el-Fitr'],
  ['MA', '2027-05-16', 'l’Aïd el-Adha'],
  ['NE', '2027-06-06', 'le Nouvel An de l’hégire'],
  ['SN', '2027-06-15', 'l’Achoura'],
  ['ML', '2027-08-14', 'le Mouloud'],
  ['CM', '2027-08-14', undefined],
  ['PE', '2027-03-10', undefined],
  ['DZ', '2027-03-15', undefined],
  [undefined, '2027-03-10', undefined],
])('in %s, %s may be %s', (country, date, feast) => {
  expect(feastAbout(country, Temporal.PlainDate.from(date))).toBe(feast);
});
