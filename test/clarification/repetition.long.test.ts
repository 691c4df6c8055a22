import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { repetitions } from '../../src/clarification/repetition.ts';

const dayMs = 86_400_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = (names: readonly string[]) => fc.subarray([...names], { minLength: 1 }).map((those) => those.join());
const part = (name: string, values: fc.Arbitrary<string | number>) =>
  fc.option(values, { freq: 2, nil: undefined }).map((value) => (value === undefined ? '' : `;${name}=${value}`));
const rules = fc
  .tuple(
    fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').map((name) => `FREQ=${name}`),
    part('INTERVAL', fc.integer({ min: 1, max: 9 })),
    part('WKST', fc.constantFrom(...weekdays)),
    part('BYMONTH', some(['1', '3', '6', '12'])),
    fc.oneof(part('BYDAY', some(weekdays)), part('BYMONTHDAY', some(['1', '14', '28']))),
    fc.oneof(
      part('COUNT', fc.integer({ min: 1, max: 2_000 })),
      part(
        'UNTIL',
        fc.integer({ min: 2023, max: 2032 }).map((year) => `${year}0704T120000`),
      ),
    ),
  )
  .map((parts) => parts.join(''))
  // RFC 5545, 3.3.10.
  .filter((rule) => !/WEEKLY.*BYMONTHDAY/.test(rule))
  // These may name no time at all, for which the library looks for ever: every seventh day from a Saturday, a Sunday.
  .filter((rule) => !/DAILY;INTERVAL=7.*BYDAY|MONTHLY;INTERVAL=[234689].*BYMONTH=/.test(rule));
const starts = fc.record({
  day: fc.date({ min: new Date('2022-01-01Z'), max: new Date('2026-06-30Z'), noInvalidDate: true }),
  whole: fc.boolean(),
});

/** The second implementation: the library, one by one from the first. */
function goneThrough(rule: string, first: ICAL.Time, sinceMs: number, most: number): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(first);
  const found: string[] = [];
  for (let count = 0; found.length < most && count < 200_000; count++) {
    const time = iterator.next();
    if (!time) break;
    if (new Date(`${time}${time.isDate ? '' : 'Z'}`).getTime() >= sinceMs) found.push(`${time}`);
  }
  return found;
}

test('a rule that began years ago goes on as if each of its times had been gone through', () => {
  let compared = 0;
  fc.assert(
    fc.property(rules, starts, fc.integer({ min: 0, max: 2_000 }), (written, { day, whole }, days) => {
      const iso = day.toISOString();
      const first = whole ? ICAL.Time.fromDateString(iso.slice(0, 10)) : ICAL.Time.fromDateTimeString(iso.slice(0, 19));
      const rule = whole ? written.replace(/T120000/, '') : written;
      const since = day.getTime() + days * dayMs;
      const found: string[] = [];
      for (const time of repetitions(ICAL.Recur.fromString(rule), first, since)) {
        if (found.push(`${time}`) === 40) break;
      }
      compared += found.length;
      expect(found).toEqual(goneThrough(rule, first, since - 2 * dayMs, 40));
    }),
    {
      numRuns: 60,
      // The week in which the library begins holds a day outside the month.
      examples: [['FREQ=WEEKLY;BYMONTH=3;BYDAY=SA', { day: new Date('2022-01-03Z'), whole: false }, 605]],
    },
  );
  expect(compared).toBeGreaterThan(1_000);
});
