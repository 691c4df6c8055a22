import MailComposer from 'nodemailer/lib/mail-composer';
import type { RegisterEvent } from '../../src/model/events.ts';
import type { OutgoingMail } from '../../src/ports.ts';
import { desk, officer, opened, request } from '../correspondence.ts';
import { nextSecond, written } from '../world.ts';

/** Our mail server’s own word on a From. */
export const verdict = (result: string, from = 'greffier.test', server = 'mx.inm.example') => ({
  'Authentication-Results': `${server}; dmarc=${result} header.from=${from}`,
});

/** The clerk with one request of Ama’s on its register, INMQ-2026-0001. */
export async function oneRequest(): Promise<void> {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
}

export interface Attack {
  from?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string | string[]>;
  /** Raw fields above those that the composer writes. */
  above?: string;
  [field: string]: unknown;
}

/** A mail with a command, as an attacker writes it. */
export async function attack({ above = '', ...mail }: Attack): Promise<void> {
  const usual = {
    date: nextSecond(),
    from: officer,
    to: 'info@inm.example',
    subject: '[INMQ-2026-0001] #note',
    text: 'forged',
  };
  const raw = await new MailComposer({ ...usual, ...mail }).compile().build();
  await desk.world.arrives(desk.clerk, Buffer.concat([Buffer.from(above), raw]));
}

export const events = (): RegisterEvent[] => desk.world.journal.entries.flatMap(({ payload }) => payload?.events ?? []);
export const eventsOf = (kind: RegisterEvent['kind']): RegisterEvent[] =>
  events().filter((event) => event.kind === kind);
/** What has been sent since, to anybody outside the staff. */
export const outside = (since = 0): OutgoingMail[] =>
  desk.world.postman.sent.slice(since).filter(({ envelope }) => !envelope.to.endsWith('@greffier.test'));
/** The last code that was sent to that address. */
export async function codeOf(address: string): Promise<string> {
  const codes = (await desk.world.lettersTo(address)).map(({ text }) => /#confirmer\s+([0-9A-Z]{10})/.exec(text)?.[1]);
  const code = codes.findLast((found) => found !== undefined);
  if (code === undefined) throw new Error(`no code was sent to ${address}`);
  return code;
}
