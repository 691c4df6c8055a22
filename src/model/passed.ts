import type { Register } from './register.ts';

/** Whether the record says of that period that it passed: without a digest, or with its one letter written. */
export function passed(register: Register, period: string): boolean {
  return [...register.years.values()].some(({ periods }) => periods[period] !== undefined);
}
