import type { Logger } from 'pino';
import { type Due, dueNow } from './agenda/due.ts';
import { decide } from './decide.ts';
import { periodId } from './dissemination/digest.ts';
import { lastDue } from './dissemination/periods.ts';
import { type Jump, jumpId, sinceLastLine } from './dissemination/time-jump.ts';
import { readAgain } from './io/arrival.ts';
import { composeAll } from './io/composition.ts';
import { Intake } from './io/intake.ts';
import { currentRegister, type Projection } from './io/projection.ts';
import { Pulse } from './io/pulse.ts';
import { Round } from './io/round.ts';
import { copyLetter } from './letters/addressing.ts';
import type { Composer } from './letters.ts';
import type { Mail } from './mail/mail.ts';
import { apply } from './model/apply.ts';
import { seal } from './model/chain.ts';
import type { Email } from './model/events.ts';
import type { Content } from './model/letter.ts';
import type { Cause, Plan } from './model/plan.ts';
import type { Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';
import type { Category } from './model/request.ts';
import { untilNextLetter } from './outbox.ts';
import type { Archive, Clock, Journal, Mailbox, Postman } from './ports.ts';
import { ours, unlessOurs } from './undecidable.ts';

/** Everything outside that the clerk needs. */
export interface World {
  mailbox: Mailbox;
  journal: Journal;
  archive: Archive;
  postman: Postman;
  projection: Projection;
  clock: Clock;
  log: Logger;
  read(raw: Buffer): Promise<Mail>;
  render(content: Content): Promise<Buffer>;
  wire(email: Email, at: string, entity: Buffer): Buffer;
  composer: Composer;
}

/** How often the mailbox is looked at when no hint comes, and the yearly documents are written when they changed. */
export interface Rhythm {
  pollMs: number;
  checkpointMs: number;
}

/** The shell around the pure core: it takes, decides, composes, commits, and carries out. */
export class Clerk {
  readonly #world: World;
  readonly #policy: Policy;
  #register: Register;
  /** One cause at a time is decided upon; commits that follow closely share an fsync. */
  #turn: Promise<unknown> = Promise.resolve();
  #durable: Promise<void> = Promise.resolve();
  #wakeOutbox: () => void = () => {};
  readonly #stopped = new AbortController();
  #checkpointed = 0;
  readonly #intake: Intake;
  readonly #pulse: Pulse;
  #compared: Promise<void> = Promise.resolve();
  /** Nobody was there for so long before this start, or the clock is or was wrong; until that is told. */
  #absence: Jump | undefined;

  private constructor(world: World, policy: Policy, register: Register) {
    this.#world = world;
    this.#policy = policy;
    this.#register = register;
    const desk = {
      current: () => this.#register,
      handle: (cause: Cause) => this.handle(cause),
      durable: () => this.#durable,
    };
    this.#pulse = new Pulse(world.clock);
    this.#absence = sinceLastLine(register, policy, world.clock.now());
    this.#intake = new Intake(world, policy, desk, this.#stopped.signal);
  }

  /** The register is loaded from its documents, and from the journal past them. */
  static async open(world: World, policy: Policy): Promise<Clerk> {
    return new Clerk(world, policy, await currentRegister(world.projection, world.journal));
  }

  get register(): Register {
    return this.#register;
  }

  /**
   * Works until the signal aborts: reads the mailbox, empties the outbox, writes the documents.
   * @throws what makes going on unsafe: the journal that takes no more lines.
   */
  async run(rhythm: Rhythm, signal: AbortSignal): Promise<void> {
    const stop = () => {
      this.#stopped.abort();
      this.#wakeOutbox();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    const inner = this.#stopped.signal;
    const loops = [
      this.#intake.run(rhythm.pollMs, inner),
      this.#outbox(inner),
      this.#checkpoints(rhythm.checkpointMs, inner),
    ];
    try {
      await Promise.all(loops);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
      await Promise.allSettled(loops);
      await this.#turn.catch(() => {});
      await this.#durable.catch(() => {});
      await this.checkpoint();
    }
  }

  /** The last due period of a category: run when the schedule fires, and at start for what was missed. */
  async tick(category: Category): Promise<void> {
    const { schedule } = this.#policy.modalities[category];
    const due = lastDue(schedule, this.#policy.timeZone, this.#world.clock.now());
    const id = due && periodId({ category, due });
    await this.#carryOut((period) => period.id === id);
  }

  /**
   * What fell due by the register itself: reminders, deadlines and the like. Where a mail may change it, the inbox is read
   * first; while that fails, it waits, as long as it can.
   */
  async followAgenda(): Promise<void> {
    await this.#carryOut(() => true);
  }

  async #carryOut(isMeant: (period: Due) => boolean): Promise<void> {
    const { clock, log } = this.#world;
    const dueOf = () => dueNow(this.#register, this.#policy, clock.now()).filter(isMeant);
    await this.#compareClock();
    const early = (period: Due) => period.afterMail === true && Date.parse(period.due) > this.#intake.readUntil;
    let due = dueOf();
    // An inbox that fails is tried again by who reads it, in its own rhythm.
    if (!this.#intake.fails && due.some(early)) {
      await this.takeWaiting().catch((err: unknown) =>
        log.warn({ err }, 'mailbox not reached; the agenda waits for it'),
      );
      due = dueOf();
    }
    const waits = (period: Due) =>
      early(period) && !(this.#intake.fails && (period.waitsUntil ?? '9') < clock.now().toISOString());
    for (const period of due.filter((each) => !waits(each)))
      await this.handle({ kind: 'period', ...period }).catch(unlessOurs(log));
  }

  /** A time that nobody saw pass is told before anything is due by it, or goes out. */
  #compareClock(): Promise<void> {
    const compared = this.#compared.then(async () => {
      // Of a long absence the mails tell that came meanwhile.
      if (this.#absence)
        await this.takeWaiting().catch((err: unknown) =>
          this.#world.log.warn({ err }, 'mailbox not reached; nothing bears the clock out'),
        );
      const leap = this.#absence ?? this.#pulse.leap();
      this.#absence = undefined;
      if (!leap) return;
      const jump = { after: this.#register.position, ...leap };
      const period = { kind: 'period' as const, id: jumpId(jump), due: jump.to.toISOString() };
      await this.handle(period).catch(unlessOurs(this.#world.log));
    });
    this.#compared = compared.catch(() => {});
    return compared;
  }

  /** Decides upon a cause; resolves when what it brought about is on disk. */
  async handle(cause: Cause): Promise<Plan> {
    const { plan, durable } = await this.#decideUpon(cause);
    await durable;
    if (plan.letters.length + (plan.copies?.length ?? 0) > 0) this.#wakeOutbox();
    return plan;
  }

  /** In the order of calling; resolves with what will be on disk once `durable` resolves. */
  #decideUpon(cause: Cause): Promise<{ plan: Plan; durable: Promise<void> }> {
    const turn = this.#turn.then(() => this.#commit(cause));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Enters and files every mail that waits in the inbox now. */
  takeWaiting(): Promise<void> {
    return this.#intake.takeWaiting();
  }

  /** Hands over every letter that is due now; each is marked as being sent before it is. */
  async sendDue(): Promise<void> {
    await this.#compareClock();
    const desk = {
      current: () => this.#register,
      decideUpon: (cause: Cause) => this.#decideUpon(cause),
    };
    await new Round(this.#world, this.#policy, desk, this.#stopped.signal).sendDue();
  }

  /** Writes the yearly documents, if anything changed since they were written. */
  async checkpoint(): Promise<void> {
    const turn = this.#turn.then(async () => {
      await this.#durable;
      if (this.#checkpointed === this.#register.position) return;
      const { position } = this.#register;
      if (await this.#world.projection.checkpoint(this.#register)) this.#checkpointed = position;
    });
    this.#turn = turn.catch(() => {});
    await turn;
  }

  async #commit(cause: Cause): Promise<{ plan: Plan; durable: Promise<void> }> {
    const { journal, projection, clock, log } = this.#world;
    const now = clock.now();
    const plan = await this.#decided(cause, now);
    const { letters, copies = [] } = plan;
    if (plan.events.length + letters.length + copies.length === 0) return { plan, durable: this.#durable };
    const emails = await composeAll(letters, cause.id, this.#world, this.#policy);
    const seed = `${cause.id}#copy`;
    emails.push(...copies.map((copy, at) => copyLetter(copy, this.#register, `${seed}${at}`, this.#policy)));
    const { position: seq, head: hash } = this.#register;
    const payload = { cause: cause.id, author: plan.author, events: plan.events, emails };
    const entry = ours(cause.id, () => seal(payload, now.toISOString(), seq === 0 ? undefined : { seq, hash }));
    try {
      ours(cause.id, () => apply(this.#register, entry));
    } catch (error) {
      // The register may be half changed: it is made anew from what is on disk.
      await this.#durable;
      this.#register = await currentRegister(projection, journal);
      throw error;
    }
    this.#durable = journal.append(entry, seq);
    // Whoever waits for it hears of a failure; the loops must not go on either.
    this.#durable.catch(() => {
      this.#stopped.abort();
      this.#wakeOutbox();
    });
    log.info({ seq: entry.seq, cause: cause.id, why: plan.why, letters: emails.length }, 'committed');
    return { plan, durable: this.#durable };
  }

  /** Mails and letters on record that the decision asks for are read, and it is made anew with them. */
  async #decided(cause: Cause, now: Date): Promise<Plan> {
    const decision = (about: Cause) => ours(cause.id, () => decide(about, this.#register, this.#policy, now));
    const filed = new Map<string, Mail | undefined>();
    let plan = decision(cause);
    while (cause.kind === 'mail' && plan.wants !== undefined && !filed.has(plan.wants)) {
      filed.set(plan.wants, await readAgain(plan.wants, this.#world));
      plan = decision({ ...cause, filed });
    }
    return plan;
  }

  async #outbox(signal: AbortSignal): Promise<void> {
    const { clock } = this.#world;
    while (!signal.aborted) {
      const woken = new AbortController();
      this.#wakeOutbox = () => woken.abort();
      await this.sendDue();
      if (!signal.aborted) await clock.wait(untilNextLetter(this.#register, clock.now()), woken.signal);
    }
  }

  async #checkpoints(checkpointMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#world.clock.wait(checkpointMs, signal);
      // The journal tells all; the documents are written when there is room again.
      await this.checkpoint().catch((err: unknown) => this.#world.log.warn({ err }, 'register documents not written'));
    }
  }
}
