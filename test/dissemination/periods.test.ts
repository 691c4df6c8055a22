import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDue } from '../../src/dissemination/periods.ts';
import { parseCron } from '../../src/io/cron.ts';
import type { Cron } from '../../src/model/policy.ts';

const zone = 'America/Toronto';
const due = (expression: string, now: string) => lastDue(parseCron(expression), zone, new Date(now))?.toISOString();

describe('the last due moment', () => {
  test.each([
    // Monday, 09:00 in Val-d'Or is 14:00 UTC in winter, 13:00 in summer.
    ['0 9 * * 1-5', '2026-11-23T14:00:00Z', '2026-11-23T14:00:00.000Z'],
    ['0 9 * * 1-5', '2026-11-23T13:59:59Z', '2026-11-20T14:00:00.000Z'],
    ['0 9 * * 1-5', '2026-07-06T20:00:00Z', '2026-07-06T13:00:00.000Z'],
    ['0 9 1,15 * *', '2026-11-23T14:00:00Z', '2026-11-15T14:00:00.000Z'],
    ['0 9 1 1,4,7,10 *', '2026-11-23T14:00:00Z', '2026-10-01T13:00:00.000Z'],
    ['*/10 * * * * *', '2026-11-23T14:00:07Z', '2026-11-23T14:00:00.000Z'],
    // 02:30 does not exist on 8 March 2026: it is due at 03:30.
    ['30 2 * * *', '2026-03-08T12:00:00Z', '2026-03-08T07:30:00.000Z'],
    ['30 2 * * *', '2026-03-08T07:29:00Z', '2026-03-07T07:30:00.000Z'],
    ['30 2 * * 0', '2026-03-14T12:00:00Z', '2026-03-08T07:30:00.000Z'],
    // With the hour after it, nothing is due twice.
    ['15,45 2,3 * * *', '2026-03-08T07:40:00Z', '2026-03-08T07:15:00.000Z'],
    // 01:30 comes twice on 1 November 2026: the first one counts, also in the second.
    ['30 1 * * *', '2026-11-01T05:30:00Z', '2026-11-01T05:30:00.000Z'],
    ['30 1 * * *', '2026-11-01T06:45:00Z', '2026-11-01T05:30:00.000Z'],
    ['0 0 29 2 *', '2026-11-23T14:00:00Z', '2024-02-29T05:00:00.000Z'],
    ['0 0 29 2 *', '2104-02-28T14:00:00Z', '2096-02-29T05:00:00.000Z'],
    // The last one on a Monday was in 2016.
    ['0 0 29 2 1', '2026-11-23T14:00:00Z', undefined],
  ])('%s at %s: %s', (expression, now, expected) => {
    expect(due(expression, now)).toBe(expected);
  });

  test('is the same for a schedule that was asked before, in whatever order', () => {
    const moment = fc.date({
      min: new Date('2026-02-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(zone, 'Australia/Lord_Howe', 'UTC');
    const expressions = ['0 9 * * 1-5', '30 1,2 * * *', '10,35 2 * * 0', '0 2 14 3,6,9,12 *', '*/20 23 1 * *'];
    const schedules = expressions.map((expression) => parseCron(expression));
    fc.assert(
      fc.property(
        fc.constantFrom(...expressions.keys()),
        zones,
        fc.array(moment, { maxLength: 8 }),
        (index, of, asked) => {
          const near = asked.flatMap((now) => [
            now,
            new Date(now.getTime() + 7_200_000),
            new Date(now.getTime() - 60_000),
          ]);
          for (const now of near)
            expect(lastDue(schedules[index] as Cron, of, now)).toEqual(
              lastDue(parseCron(expressions[index] ?? ''), of, now),
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});
