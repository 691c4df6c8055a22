import { setImmediate } from 'node:timers/promises';
import { ours } from '../undecidable.ts';

/** Long enough to get on, short enough not to be noticed. */
const sliceMs = 10;

/**
 * What long work of the pure core comes to, done in slices between which others get their turn.
 * @param work - Yields wherever it may be interrupted.
 * @throws Undecidable for what the work throws.
 */
export async function inSlices<T>(cause: string, work: Iterator<unknown, T>): Promise<T> {
  for (;;) {
    const step = ours(cause, () => slice(work));
    if (step.done) return step.value;
    await setImmediate();
  }
}

function slice<T>(work: Iterator<unknown, T>): IteratorResult<unknown, T> {
  const end = performance.now() + sliceMs;
  let step = work.next();
  while (!step.done && performance.now() < end) step = work.next();
  return step;
}
