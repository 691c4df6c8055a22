import { readFileSync } from 'node:fs';

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param share - 0.95 for what all but one in twenty stay below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10;
}

/**
 * The longest time in milliseconds during which nothing else got its turn while that was done: of this thread alone, so
 * that what else runs on the machine is not counted, nor other threads.
 */
export async function longestPause(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = threadMs();
  const beat = () => {
    const now = threadMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const pulse = setInterval(beat, 1);
  await work();
  beat();
  clearInterval(pulse);
  return Math.round(longest * 10) / 10;
}

/** Processor time of the thread that asks; Node tells only that of all together. */
function threadMs(): number {
  return Number.parseInt(readFileSync('/proc/thread-self/schedstat', 'utf8'), 10) / 1e6;
}
