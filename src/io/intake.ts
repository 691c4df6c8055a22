import type { Logger } from 'pino';
import type { Mail } from '../mail/mail.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Archive, Clock, Mailbox, WaitingMail } from '../ports.ts';
import { Undecidable } from '../undecidable.ts';
import { type Arrival, arrive, type Filing, fileAll, seenBefore } from './arrival.ts';

interface World {
  mailbox: Mailbox;
  archive: Archive;
  clock: Clock;
  log: Logger;
  read(raw: Buffer): Promise<Mail>;
}

/** Who decides upon a mail, and on whose record it is. */
interface Desk {
  current(): Register;
  handle(cause: Cause): Promise<Plan>;
  /** Resolves when all that was decided so far is on disk. */
  durable(): Promise<void>;
}

/** Mails that are read together, and their bytes. */
const batchSize = 50;
const batchBytes = 16_000_000;
const backoffMs = (failures: number) => Math.min(1000 * 2 ** (failures - 1), 300_000);

/** Reads the inbox: every mail is decided upon and filed, in its order. */
export class Intake {
  readonly #world: World;
  readonly #folders: Policy['folders'];
  readonly #desk: Desk;
  readonly #stopped: AbortSignal;
  #readUntil = 0;
  #fails = false;
  /** The inbox is read by one at a time. */
  #reading: Promise<unknown> = Promise.resolve();

  /** @param stopped - Ends the reading between two batches. */
  constructor(world: World, { folders }: Pick<Policy, 'folders'>, desk: Desk, stopped: AbortSignal) {
    this.#world = world;
    this.#folders = folders;
    this.#desk = desk;
    this.#stopped = stopped;
  }

  /** Every mail that had arrived by then has been dealt with; epoch milliseconds. */
  get readUntil(): number {
    return this.#readUntil;
  }

  /** The last reading failed: it is tried again by `run`, in its own rhythm. */
  get fails(): boolean {
    return this.#fails;
  }

  /** Enters and files every mail that waits in the inbox now. */
  takeWaiting(): Promise<void> {
    const reading = this.#reading.then(() => this.#readInbox());
    this.#reading = reading.then(
      () => {
        this.#fails = false;
      },
      () => {
        this.#fails = true;
      },
    );
    return reading;
  }

  /** Reads the inbox now, at each hint, and every `pollMs`, until the signal aborts. */
  async run(pollMs: number, signal: AbortSignal): Promise<void> {
    const { mailbox, clock, log } = this.#world;
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.takeWaiting();
        failures = 0;
        await mailbox.changed(pollMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        log.warn({ err: error, failures }, 'mailbox not reached; trying again');
        await clock.wait(backoffMs(failures), signal);
      }
    }
  }

  async #readInbox(): Promise<void> {
    const began = this.#world.clock.now().getTime();
    let batch: WaitingMail[] = [];
    let bytes = 0;
    for await (const waiting of this.#world.mailbox.waiting()) {
      if (this.#stopped.aborted) return;
      batch.push(waiting);
      bytes += waiting.size;
      if (batch.length < batchSize && bytes < batchBytes) continue;
      await this.#take(batch);
      batch = [];
      bytes = 0;
    }
    await this.#take(batch);
    this.#readUntil = began;
  }

  /** Read together, decided in their order, filed together: a mail leaves the inbox when all that it caused is on disk. */
  async #take(batch: readonly WaitingMail[]): Promise<void> {
    const arriving = batch.map(async (waiting) =>
      seenBefore(waiting, this.#desk.current()) ? waiting.source : arrive(waiting, this.#world),
    );
    // The first failure is told below; those behind it are read again next time.
    void Promise.allSettled(arriving);
    const filings: Promise<Filing>[] = [];
    try {
      for (const arrival of arriving) filings.push(this.#settle(await arrival));
    } finally {
      const settled = await Promise.allSettled(filings);
      const done = settled.flatMap((filing) => (filing.status === 'fulfilled' ? [filing.value] : []));
      await fileAll(this.#world.mailbox, done, this.#folders);
    }
    await Promise.all(filings);
  }

  /** Where the mail is to be filed, once what it caused is on disk; a source alone is on the record already. */
  async #settle(arrival: Arrival | string): Promise<Filing> {
    if (typeof arrival === 'string') {
      await this.#desk.durable();
      const { mails, mailBySource } = this.#desk.current();
      return { source: arrival, folder: mails.get(mailBySource.get(arrival) ?? '')?.folder ?? 'setAside' };
    }
    const { source, cause, poison } = arrival;
    const plan = await this.#desk.handle(cause).catch((error: unknown) => {
      if (!(error instanceof Undecidable)) throw error;
      this.#world.log.error({ err: error, cause: cause.id }, 'mail set aside');
      return this.#desk.handle(poison(error.cause));
    });
    return { source, folder: plan.folder ?? 'setAside' };
  }
}
