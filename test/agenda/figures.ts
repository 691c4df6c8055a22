import { type Statistics, statistics } from '../../src/agenda/statistics.ts';
import type { Register } from '../../src/model/register.ts';

/** The statistics, counted at one go. */
export function figuresOf(register: Register, year?: number): Statistics {
  const counting = statistics(register, year);
  let step = counting.next();
  while (!step.done) step = counting.next();
  return step.value;
}
