import MailComposer from 'nodemailer/lib/mail-composer';
import type { House } from './daemon.ts';
import { type Person, people } from './people.ts';
import type { Servers } from './servers.ts';

/** A mail as its reader sees it; white space is one space. */
export interface Seen {
  subject: string;
  text: string;
  messageId: string | undefined;
  answers: string | undefined;
  files: (string | undefined)[];
}

interface Written {
  subject: string;
  text?: string;
  messageId?: string;
  [field: string]: unknown;
}

/** The staff’s mail programs, and what they know of the house, on real servers. */
export class Desk {
  readonly servers: Servers;
  readonly house: House;
  /** The request that the week is about, and the next ones, as they are entered. */
  reference = '';
  #count = 0;

  constructor(servers: Servers, house: House) {
    this.servers = servers;
    this.house = house;
  }

  compose(from: Person, mail: Written): Promise<Buffer> {
    return new MailComposer({ from: people[from], to: people.info, text: '', ...mail }).compile().build();
  }

  /** The first mail of that person which is as wanted, once it is there. */
  async arrived(person: Person, wanted: (seen: Seen) => boolean): Promise<Seen> {
    let found: Seen | undefined;
    await this.servers.mailboxOf(person).waitFor((mails) => {
      found = mails
        .map(({ parsed }) => ({
          subject: parsed.subject ?? '',
          text: (parsed.text ?? '').replace(/\s+/g, ' '),
          messageId: parsed.messageId,
          answers: parsed.inReplyTo,
          files: parsed.attachments.map(({ filename }) => filename),
        }))
        .find(wanted);
      return found !== undefined;
    });
    if (!found) throw new Error(`${person} did not receive what was wanted`);
    return found;
  }

  name(): string {
    this.#count += 1;
    return `<desk-${this.#count}@inm.test>`;
  }

  /** Gives a command as the person, signed by the server on the way, and waits for the answer. */
  async gives(person: Person, subject: string, text = '', more: object = {}): Promise<Seen> {
    const messageId = this.name();
    const raw = await this.compose(person, { subject, text, messageId, ...more });
    await this.servers.submit(person, raw, [people.info]);
    return this.arrived(person, ({ answers }) => answers === messageId);
  }

  /** The same for what waits for its code. */
  async confirms(person: Person, subject: string, text = ''): Promise<Seen> {
    const asked = await this.gives(person, subject, text);
    const code = /#confirmer ([0-9A-Z]{10})/.exec(asked.text)?.[1];
    if (code === undefined) throw new Error(`no code was asked for ${subject}: ${asked.subject} ${asked.text}`);
    const [reference = ''] = /^\[[^\]]+\] /.exec(subject) ?? [];
    return this.gives(person, `${reference}#confirmer ${code}`);
  }

  about(line: string, reference = this.reference): string {
    return `[${reference}] ${line}`;
  }

  async shown(reference = this.reference) {
    return JSON.parse(await this.house.greffier('register', 'show', reference, '--json')).request;
  }

  /** The reference of the request with that subject. */
  async referenceOf(subject: string): Promise<string> {
    const all: { reference: string; subject: string }[] = JSON.parse(
      await this.house.greffier('register', 'list', '--json'),
    );
    const found = all.findLast((request) => request.subject === subject);
    if (!found) throw new Error(`« ${subject} » is not on the register: ${all.map((one) => one.subject).join(', ')}`);
    return found.reference;
  }
}
