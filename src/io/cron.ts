import { parse } from 'node-cron';
import type { Cron } from '../model/policy.ts';

/**
 * The expression with every field as numbers; names of months and days, lists, ranges and steps are read.
 * @throws with what is wrong, in words; also for `L`, `W` and `#`, which stand for no fixed number.
 */
export function parseCron(expression: string): Cron {
  const fields = fieldsOf(expression);
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

function fieldsOf(expression: string): ReturnType<typeof parse> {
  try {
    return parse(expression);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : `${cause}`;
    const [, value, field] = /^(.+) is a invalid expression for (.+)$/.exec(message) ?? [];
    throw new Error(field === undefined ? message : `${value} is no ${field}`, { cause });
  }
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
