import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Clock, Mailbox, WaitingMail } from '../ports.ts';

type Tell = (step: 'began' | 'over') => Promise<unknown>;

/** So long a mailbox may be out of reach before it is a trouble: servers restart. */
const patienceMs = 300_000;
const everyMs = 60_000;

/** The mailbox, watched: `tell` hears when it was out of reach for five minutes, and when it is back. */
export function watchMailbox(mailbox: Mailbox, clock: Pick<Clock, 'now'>, tell: Tell): Mailbox {
  let failingSince: number | undefined;
  let told: 'began' | 'over' | undefined;
  const say = async (step: 'began' | 'over') => {
    if (told === step) return;
    told = step;
    await tell(step);
  };
  async function* waiting(): AsyncGenerator<WaitingMail> {
    try {
      yield* mailbox.waiting();
    } catch (error) {
      failingSince ??= clock.now().getTime();
      if (clock.now().getTime() - failingSince >= patienceMs) await say('began');
      throw error;
    }
    failingSince = undefined;
    await say('over');
  }
  return {
    waiting,
    file: (sources, folder) => mailbox.file(sources, folder),
    changed: (waitMs, signal) => mailbox.changed(waitMs, signal),
    close: () => mailbox.close(),
  };
}

/** How many bytes are free where the directory is. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** A disk that hovers about the least is in trouble until it has a quarter more. */
const spare = 1.25;

/**
 * Looks at the disk of the record once a minute until the signal aborts.
 * @param free - Bytes that are free now.
 * @param least - Bytes that have to be free.
 */
export async function watchDisk(
  free: () => Promise<number>,
  least: number,
  clock: Clock,
  tell: Tell,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const found = await free().catch((err: unknown) => log.warn({ err }, 'the disk was not looked at; trying again'));
    if (found !== undefined && found < least) await tell('began');
    if (found !== undefined && found >= least * spare) await tell('over');
    await clock.wait(everyMs, signal);
  }
}
