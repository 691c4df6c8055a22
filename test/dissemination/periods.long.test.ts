import fc from 'fast-check';
import { createTask } from 'node-cron';
import { expect, test } from 'vitest';
import { lastDue } from '../../src/dissemination/periods.ts';
import { parseCron } from '../../src/io/cron.ts';

const zone = 'America/Toronto';

test('the last due moment agrees with the library that fires: nothing is due between the two', () => {
  const expressions = ['0 9 * * 1-5', '15 8 1,15 * *', '30 14 * * 2,4', '0 */6 * * *'];
  const tasks = expressions.map((expression) => createTask(expression, () => {}, { timezone: zone }));
  const moment = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...expressions.keys()), moment, (index, now) => {
      const found = lastDue(parseCron(expressions[index] ?? ''), zone, now);
      expect(found && tasks[index]?.match(found)).toBe(true);
      const step = 15 * 60_000;
      const quarter = (found?.getTime() ?? 0) + step;
      for (let at = quarter; at <= now.getTime(); at += step)
        // The second of two equal local hours matches too, and is not due.
        if (tasks[index]?.match(new Date(at)))
          expect(new Date(at - 3_600_000).getTime()).toBeLessThanOrEqual(found?.getTime() ?? 0);
    }),
    { numRuns: 60 },
  );
  for (const task of tasks) void task.destroy();
});
