import type { Email } from '../model/events.ts';
import type { Cause, Outcome } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { dueLetters } from '../outbox.ts';
import type { Archive, Clock, Postman } from '../ports.ts';
import { inTurns } from './in-turns.ts';

interface World {
  archive: Archive;
  clock: Clock;
  postman: Postman;
  wire(email: Email, at: string, entity: Buffer): Buffer;
}

/** On whose ledger the letters are. */
interface Desk {
  current(): Register;
  /** Decides in the order of calling; `durable` resolves when that, and all before it, is on disk. */
  decideUpon(cause: Cause): Promise<{ durable: Promise<void> }>;
}

/** Letters that are marked together, while as many at the most are handed over; letters under way at once. */
const batchSize = 25;
const atOnce = 5;

/** One round of the postman: every letter that is due is marked as being sent, on disk, and then handed over. */
export class Round {
  readonly #world: World;
  readonly #policy: Policy;
  readonly #desk: Desk;
  readonly #stopped: AbortSignal;
  /** Marked, and what became of them is not on the register yet. */
  readonly #underWay = new Set<string>();
  /** What the last letter held. */
  #content: { id: string; entity: Promise<Buffer> } | undefined;
  /** Resolves when what became of the letters so far is on disk. */
  #durable: Promise<void> = Promise.resolve();

  /** @param stopped - Ends the round with the letters that are marked. */
  constructor(world: World, policy: Policy, desk: Desk, stopped: AbortSignal) {
    this.#world = world;
    this.#policy = policy;
    this.#desk = desk;
    this.#stopped = stopped;
  }

  async sendDue(): Promise<void> {
    // What became of the last ones may make others due.
    for (let batch = await this.#mark(); batch.length > 0; batch = await this.#mark()) {
      await inTurns(this.#marked(batch), atOnce, (letter) => this.#send(letter));
      await this.#durable;
    }
  }

  /** The letters of the batch, and of those that follow it: each is marked while the one before is handed over. */
  async *#marked(batch: readonly string[]): AsyncGenerator<string> {
    for (let marked = batch; marked.length > 0; ) {
      const next = this.#mark();
      // Whoever waits for it hears of a failure.
      next.catch(() => {});
      yield* marked;
      // With these marks all that servers said before them is on disk: a crash leaves little more than a batch in doubt.
      marked = await next;
    }
  }

  /** Letters that are due and not under way, on record as being sent. */
  async #mark(): Promise<string[]> {
    if (this.#stopped.aborted) return [];
    const register = this.#desk.current();
    const letters = dueLetters(register, this.#policy, this.#world.clock.now(), batchSize, this.#underWay);
    if (letters.length === 0) return [];
    for (const id of letters) this.#underWay.add(id);
    const { durable } = await this.#desk.decideUpon({
      kind: 'sending',
      id: `sending/${register.position + 1}`,
      letters,
    });
    await durable;
    return letters;
  }

  async #send(id: string): Promise<void> {
    const { archive, postman, wire } = this.#world;
    const letter = this.#desk.current().letters.get(id);
    if (!letter) throw new Error(`cannot find letter ${id} on the ledger`);
    const envelope = { from: letter.from.address, to: letter.to.address };
    // All who receive the same follow one another.
    if (this.#content?.id !== letter.content)
      this.#content = { id: letter.content, entity: archive.fetch(letter.content) };
    const outcome = await this.#content.entity.then(
      (entity) => postman.send({ envelope, raw: wire({ id, ...letter }, letter.at, entity) }),
      // Not the others' fault: this letter is tried again, and staff hears of it in the end.
      (error: unknown): Outcome => {
        this.#content = undefined;
        return { state: 'deferred', response: String(error), ours: true };
      },
    );
    const cause = { kind: 'delivery' as const, id: `delivery/${id}/${letter.attempt}`, letter: id, outcome };
    const { durable } = await this.#desk.decideUpon(cause);
    // The next letter does not wait for the disk.
    durable.catch(() => {});
    this.#durable = durable;
    this.#underWay.delete(id);
  }
}
