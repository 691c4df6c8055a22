import { busyTimes } from '../../src/clarification/busy.ts';

/** What a calendar says, read at one go. */
export function busyIn(...asked: Parameters<typeof busyTimes>) {
  const reading = busyTimes(...asked);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
