import { parse } from 'node-cron';
import type { Cron } from '../model/policy.ts';

/**
 * The expression with every field as numbers; names of months and days, lists, ranges and steps are read.
 * @throws with what is wrong, in words; also for `L`, `W` and `#`, which stand for no fixed number.
 */
export function parseCron(expression: string): Cron {
  const fields = parse(expression);
  const numbers = (name: 'dayOfMonth' | 'dayOfWeek') => {
    const special = fields[name].find((value) => typeof value !== 'number');
    if (special !== undefined)
      throw new Error(`${special} is not supported in ${name}: only numbers, names and ranges`);
    return sorted(fields[name].map(Number));
  };
  return {
    expression,
    second: sorted(fields.second),
    minute: sorted(fields.minute),
    hour: sorted(fields.hour),
    dayOfMonth: numbers('dayOfMonth'),
    month: sorted(fields.month),
    dayOfWeek: numbers('dayOfWeek'),
  };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
