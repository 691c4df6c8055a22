import type { Clock } from '../ports.ts';

/** Clocks that are set right by so much, or that go wrong so far while a machine sleeps, are no news. */
const settingMs = 3_600_000;

/** Compares the clock with one that nobody sets. */
export class Pulse {
  readonly #clock: Clock;
  #last: { at: Date; elapsedMs: number };

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = this.#beat();
  }

  /** From what the clock should show now to what it shows, if it leapt ahead or back since it was last asked. */
  leap(): { from: Date; to: Date } | undefined {
    const { at, elapsedMs } = this.#last;
    this.#last = this.#beat();
    const from = new Date(at.getTime() + Math.round(this.#last.elapsedMs - elapsedMs));
    const to = this.#last.at;
    return Math.abs(to.getTime() - from.getTime()) > settingMs ? { from, to } : undefined;
  }

  #beat(): { at: Date; elapsedMs: number } {
    return { at: this.#clock.now(), elapsedMs: this.#clock.elapsedMs() };
  }
}
