import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  wait: async (waitMs, signal) => {
    // An abort ends the wait; it is no failure.
    await setTimeout(waitMs, undefined, { signal }).catch(() => {});
  },
};
