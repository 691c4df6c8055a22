import type { ParsedMail } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { newKey } from '../../src/commands/authority.ts';
import { readMail } from '../../src/io/mime.ts';
import type { Mail } from '../../src/mail/mail.ts';
import type { Payload } from '../../src/model/events.ts';
import { buttonsIn } from '../pressing.ts';
import type { Office } from './office.ts';
import { type Person, people } from './people.ts';

interface Written {
  [field: string]: unknown;
  /** Raw fields above those that a mail program writes. */
  above?: string;
}

/** A mail ready to go: with somebody’s login, whose domain then signs it, or straight to the house’s door. */
export interface Posting {
  raw: Buffer;
  login?: Person;
  /** Where it goes in by the door, when it is not the house’s own mailbox. */
  to?: string;
  /** The envelope sender at the door. */
  sender?: string;
}

/** What the house put on record of one mail. */
interface Taken {
  mail: Mail;
  payload: Payload;
}

/** Who wants the desk to obey him, and what comes into his hands. */
export class Attacker {
  readonly #office: Office;
  /** The request that it is about. */
  readonly reference: string;
  #count = 0;

  constructor(office: Office, reference: string) {
    this.#office = office;
    this.reference = reference;
  }

  about(line: string): string {
    return `[${this.reference}] ${line}`;
  }

  /** A note on the request, unless said otherwise; no two say the same. */
  async compose(from: Person, { above = '', ...mail }: Written = {}): Promise<Buffer> {
    this.#count += 1;
    const usual = {
      from: people[from],
      to: people.info,
      subject: this.about('#note'),
      text: `Vu ${this.#count} fois.`,
    };
    return under(above, await new MailComposer({ ...usual, ...mail }).compile().build());
  }

  /** Under that person’s name, and unsigned. */
  async forged(from: Person, mail?: Written): Promise<Posting> {
    return { raw: await this.compose(from, mail) };
  }

  /** Under that person’s name, or as is written, with a login. */
  async signed(login: Person, mail?: Written, from = login): Promise<Posting> {
    return { raw: await this.compose(from, mail), login };
  }

  /** What the house does about it. */
  async posts(posting: Posting): Promise<Taken> {
    const { clerk, journal, archive } = this.#office;
    const known = new Set(clerk.register.mails.keys());
    await this.#office.takes(() => this.#hands(posting));
    const [id = ''] = [...clerk.register.mails.keys()].filter((mail) => !known.has(mail));
    const mail = await readMail(await archive.fetch(id));
    for await (const { payload } of journal.read(0)) if (payload?.cause === `mail/${id}`) return { mail, payload };
    throw new Error(`the mail ${id} is not on the journal`);
  }

  /** A genuine mail of Marie Tremblay’s to us both, or to the attacker alone, as her server signed it. */
  async captured(mail: Written, readers: 'both' | 'attacker' = 'both'): Promise<Buffer> {
    const messageId = `<captured-${this.#count}@inm.test>`;
    const raw = await this.compose('mtremblay', { messageId, ...mail });
    const send = (to: readonly string[]) => this.#office.servers.submit('mtremblay', raw, to);
    if (readers === 'both') await this.#office.takes(() => send([people.info, people.mallory]));
    else await send([people.mallory]);
    const text = (await this.arrived('mallory', 'messageId', messageId)).toString('latin1');
    return Buffer.from(text.slice(text.search(/^DKIM-Signature:/m)), 'latin1');
  }

  /** The code that Denis Lavoie is sent for a command that goes to all. */
  async code(): Promise<string> {
    const messageId = `<asks-${this.#count}@inm.test>`;
    const line = `#partenaire p01 consentement ${people.p01} oui, courriel ${this.#count}`;
    await this.posts(await this.signed('dlavoie', { subject: line, messageId }));
    const asked = await readMail(await this.arrived('dlavoie', 'inReplyTo', messageId));
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text)?.[1];
    if (code === undefined) throw new Error(`no code in « ${asked.subject} »`);
    return code;
  }

  /** Later than any code lasts. */
  waits(): void {
    this.#office.clock.at += (this.#office.policy.codeMinutes + 1) * 60_000;
  }

  /** A mail that presses « Prendre » in the letter that told Marie Tremblay of the request, and answers it as well. */
  async pressed({ key = false } = {}): Promise<{ subject: string; text: string; inReplyTo: string }> {
    const letter = await readMail(await this.arrived('mtremblay', 'subject', this.reference));
    const button = buttonsIn(letter, people.mtremblay).find(({ subject }) => subject.includes('#prendre'));
    if (!button || !letter.messageId) throw new Error(`no button in « ${letter.subject} »`);
    const subject = key ? button.subject.replace('#', `[clé ${this.#key()}] #`) : button.subject;
    return { subject, text: button.body, inReplyTo: letter.messageId };
  }

  /** The first mail of that person which holds those words in one of its fields. */
  async arrived(person: Person, field: 'subject' | 'messageId' | 'inReplyTo', words: string): Promise<Buffer> {
    const wanted = ({ parsed }: { parsed: ParsedMail }) => parsed[field]?.includes(words) === true;
    const found = (await this.#office.servers.mailboxOf(person).waitFor((mails) => mails.some(wanted))).find(wanted);
    if (!found) throw new Error(`${person} did not receive ${words}`);
    return found.raw;
  }

  /** As the buttons bore it while the house had no mail server whose word it believes. */
  #key(): string {
    const { policy, clock } = this.#office;
    const person = policy.staff.find(({ id }) => id === 'mtremblay');
    if (!person) throw new Error('Marie Tremblay is not of the staff');
    return newKey(person, 'W', this.reference, policy, new Date(clock.at));
  }

  async #hands({ raw, login, to = people.info, sender = people.mallory }: Posting): Promise<void> {
    if (login) await this.#office.servers.submit(login, raw, [to]);
    else await this.#office.servers.deliverSpoofed(raw, { from: sender, to: [to] });
  }
}

export function under(above: string, raw: Buffer): Buffer {
  return Buffer.concat([Buffer.from(above), raw]);
}
