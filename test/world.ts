import MailComposer from 'nodemailer/lib/mail-composer';
import { Clerk, type World } from '../src/clerk.ts';
import { trialConfig } from '../src/config.ts';
import { readMail } from '../src/io/mime.ts';
import type { Projection } from '../src/io/projection.ts';
import { renderEntity, wireMail } from '../src/io/rendering.ts';
import type { Mail } from '../src/mail/mail.ts';
import type { Policy } from '../src/model/policy.ts';
import type { Clock } from '../src/ports.ts';
import { FakeArchive } from './fakes/archive.ts';
import { FakeJournal } from './fakes/journal.ts';
import { collectingLog } from './fakes/log.ts';
import { fakeMailbox } from './fakes/mailbox.ts';
import { FakePostman } from './fakes/postman.ts';
import { composer } from './letters/composer.ts';

/** Monday, 23 November 2026, 10:00 in Val-d'Or. */
const monday = '2026-11-23T15:00:00.000Z';

const policy: Policy = {
  ...trialConfig('data').policy,
  institute: {
    ...trialConfig('data').policy.institute,
    name: 'Institut national des mines',
    address: 'info@inm.example',
  },
  messageIdDomain: 'inm.example',
  authservId: 'mx.inm.example',
  keys: [{ id: 'test', secret: 'a secret that only the tests know, long enough' }],
};

const noProjection: Projection = { load: async () => undefined, checkpoint: async () => true };

/** A clock that stands still until it is moved; its waits end when the test ends them. */
class FakeClock implements Clock {
  #at = new Date(monday);
  #elapsedMs = 0;
  get at(): Date {
    return new Date(this.#at);
  }
  set at(moment: Date) {
    this.#elapsedMs += moment.getTime() - this.#at.getTime();
    this.#at = moment;
  }
  now(): Date {
    return this.at;
  }
  elapsedMs(): number {
    return this.#elapsedMs;
  }
  wait(_waitMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }
  pass(ms: number): void {
    this.at = new Date(this.#at.getTime() + ms);
  }
  /** Somebody sets it; no time passes. */
  leap(ms: number): void {
    this.#at = new Date(this.#at.getTime() + ms);
  }
}

/** The clerk with everything around it in memory. */
export class FakeWorld {
  readonly clock = new FakeClock();
  readonly journal = new FakeJournal();
  readonly archive = new FakeArchive();
  readonly mailbox = fakeMailbox({ now: () => this.clock.now().toISOString() });
  readonly postman = new FakePostman();
  readonly log = collectingLog();
  policy: Policy = policy;
  /** Set to make the reading of the next mails fail. */
  read: (raw: Buffer) => Promise<Mail> = readMail;

  /**
   * A daemon starts: it reads the record anew.
   * @param real - What is not in memory.
   */
  open(real: Partial<World> = {}): Promise<Clerk> {
    const { clock, journal, archive, mailbox, postman } = this;
    const read = (raw: Buffer) => this.read(raw);
    const world = { clock, journal, archive, mailbox, postman, read, log: this.log.log };
    return Clerk.open(
      {
        ...world,
        projection: noProjection,
        render: (content) => renderEntity(content, archive),
        wire: wireMail,
        composer,
        ...real,
      },
      this.policy,
    );
  }

  /** A mail arrives and everything that follows from it is done. */
  async arrives(clerk: Clerk, raw: Buffer): Promise<void> {
    this.mailbox.deliver(raw);
    await this.work(clerk);
  }

  async work(clerk: Clerk): Promise<void> {
    await clerk.takeWaiting();
    await clerk.sendDue();
  }

  /** What was sent to that address last. @throws if nothing was. */
  async lastLetterTo(address: string): Promise<Mail> {
    const last = this.postman.sent.findLast((mail) => mail.envelope.to === address);
    if (!last) throw new Error(`nothing was sent to ${address}`);
    return readMail(last.raw);
  }

  /** What was sent to that address so far, in order. */
  async lettersTo(address: string): Promise<Mail[]> {
    const theirs = this.postman.sent.filter((mail) => mail.envelope.to === address);
    return Promise.all(theirs.map((mail) => readMail(mail.raw)));
  }
}

/** What a foreign mail system reports of a letter to that address (RFC 3464): of the last one, if none is named. */
export async function bounceOf(
  world: FakeWorld,
  address: string,
  diagnostic: string,
  messageId?: string,
): Promise<Buffer> {
  const returned = messageId ?? (await world.lastLetterTo(address)).messageId;
  const lines = [
    'From: Mail Delivery System <mailer-daemon@relay.example>',
    'To: info@inm.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `<${address}>: ${diagnostic}`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${returned}`,
    `Subject: x`,
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

let seconds = 0;

/** No two mails are written in the same second. */
export function nextSecond(): Date {
  return new Date(Date.parse(monday) + 1000 * seconds++);
}

/** A mail as a mail program writes it, and as our server takes it: from the house that it names, unless said otherwise. */
export function written(mail: {
  from: string;
  subject: string;
  text: string;
  answers?: Mail;
  headers?: Record<string, string>;
  icalEvent?: { method: string; content: string };
  attachments?: { filename: string; content: Buffer }[];
  messageId?: string;
  date?: Date;
}): Promise<Buffer> {
  const { answers, headers = {}, ...rest } = mail;
  const house = /@([^\s>]+)/.exec(mail.from)?.[1] ?? '';
  const seen = { 'Authentication-Results': `mx.inm.example; spf=pass smtp.mailfrom=${house}`, ...headers };
  const thread = answers?.messageId && {
    inReplyTo: answers.messageId,
    references: [...answers.references, answers.messageId],
  };
  const date = nextSecond();
  return new MailComposer({ to: 'info@inm.example', date, ...rest, headers: seen, ...thread }).compile().build();
}
