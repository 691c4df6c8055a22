import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import addressparser from 'nodemailer/lib/addressparser';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { deliver } from './maildir.ts';
import { maildirOf } from './maildir-postman.ts';

interface TrialDoorOptions {
  /** 0 takes a free one. */
  port: number;
  /** Maildirs by address. */
  root: string;
  /** Who may sign in, and so prove that a From is theirs. */
  staff: readonly { address: string; password: string }[];
  /** Name of the server, also in Authentication-Results (RFC 8601, 2.5). */
  domain: string;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Largest mail in bytes; 10 MB when not given. */
  sizeLimit?: number;
}

/**
 * An SMTP server on 127.0.0.1 that puts what it takes into the recipients' Maildirs, as a provider would:
 * with Return-Path, Received and its own verdict on the From.
 * @throws when the port cannot be had.
 */
export async function openTrialDoor(options: TrialDoorOptions): Promise<{ port: number; close(): Promise<void> }> {
  const { port, root, staff, domain, log, sizeLimit = 10_000_000 } = options;
  const server = new SMTPServer({
    name: domain,
    banner: 'trial world, nothing leaves this machine',
    size: sizeLimit,
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN'],
    // Loopback only, and made-up passwords.
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    maxRecipients: 100,
    closeTimeout: 1000,
    onAuth({ username = '', password }, _session, answer) {
      const address = username.toLowerCase();
      const known = staff.some((one) => one.address.toLowerCase() === address && same(one.password, password ?? ''));
      answer(
        null,
        known ? { user: address } : { responseCode: 535, message: `5.7.8 No such login: ${oneLine(username)}` },
      );
    },
    onRcptTo({ address }, _session, answer) {
      answer(maildirOf(root, address) ? null : reply(553, `5.1.3 Not an address: ${oneLine(address)}`));
    },
    onData(stream, session, answer) {
      receive(stream, session).then(
        (taken) => answer(null, taken),
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      // Read to the end in any case: the answer comes after it.
      if (!stream.sizeExceeded) chunks.push(chunk);
    }
    if (stream.sizeExceeded)
      throw reply(552, `5.3.4 The mail is larger than ${sizeLimit} bytes, which is all that this door takes`);
    const mail = stamp(Buffer.concat(chunks), session, domain, new Date());
    const recipients = session.envelope.rcptTo.flatMap(({ address }) => maildirOf(root, address) ?? []);
    try {
      for (const path of recipients) await deliver(path, mail);
    } catch (error) {
      log.warn({ session: session.id, err: error }, 'cannot deliver into the Maildir');
      throw reply(451, '4.3.0 The mail could not be written; try again');
    }
    log.info({ session: session.id, size: mail.length, recipients: recipients.length }, 'mail taken at the door');
    return `2.0.0 Taken as ${session.id}`;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'the port is taken' : cause.message;
      reject(new Error(`cannot open the trial door on 127.0.0.1:${port}: ${why}`, { cause }));
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
  server.removeAllListeners('error');
  server.on('error', (error) => log.warn({ err: error }, 'trouble at the door'));
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => (server.server.listening ? server.close(() => resolve()) : resolve())),
  };
}

/** The mail with the door's own fields on top, and without any verdict that came along. */
function stamp(raw: Buffer, session: SMTPServerSession, domain: string, now: Date): Buffer {
  const { head, rest } = splitHead(raw);
  const sender = session.envelope.mailFrom === false ? '' : mailbox(session.envelope.mailFrom);
  const [author, ...more] = authors(head);
  const proven = author !== undefined && more.length === 0 && author === session.user;
  const top = [
    `Return-Path: <${sender}>`,
    `Authentication-Results: ${domain}; ${proven ? `dmarc=pass header.from=${author.split('@').at(-1)}` : 'dmarc=none'}`,
    `Received: from ${oneLine(session.hostNameAppearsAs).replace(/[^\w.:[\]-]/g, '') || 'unknown'} ([${session.remoteAddress}])`,
    `\tby ${domain} with ${session.transmissionType} id ${session.id}; ${now.toUTCString().replace('GMT', '+0000')}`,
  ];
  // As a submission server does (RFC 6409, 8): two mails written alike by hand are still two.
  const named = new Set(head.map(nameOf));
  if (!named.has('date')) top.push(`Date: ${now.toUTCString().replace('GMT', '+0000')}`);
  if (!named.has('message-id')) top.push(`Message-ID: <${session.id}.${now.getTime()}@${domain}>`);
  // RFC 8601, 5 asks to remove what claims our name; a claim can be written in many ways, so all are removed.
  const kept = head.filter((field) => !['authentication-results', 'return-path'].includes(nameOf(field)));
  return Buffer.concat([Buffer.from(lines(top)), Buffer.from(lines(kept), 'latin1'), rest]);
}

function lines(fields: readonly string[]): string {
  return fields.map((field) => `${field}\r\n`).join('');
}

/** The header fields as they are folded, and all bytes from the empty line on. */
function splitHead(raw: Buffer): { head: string[]; rest: Buffer } {
  const text = raw.toString('latin1');
  const end = /^\r?\n|\r?\n(?=\r?\n)/.exec(text);
  if (!end) return { head: fieldsOf(text.replace(/\r?\n$/, '')), rest: Buffer.from('\r\n') };
  if (end.index === 0) return { head: [], rest: raw };
  return { head: fieldsOf(text.slice(0, end.index)), rest: raw.subarray(end.index + end[0].length) };
}

function fieldsOf(head: string): string[] {
  return head === '' ? [] : head.split(/\r?\n(?![ \t])/);
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).trim().toLowerCase();
}

/** Every address of every From field, lower case. */
function authors(head: readonly string[]): string[] {
  const values = head.filter((field) => nameOf(field) === 'from').map((field) => field.slice(field.indexOf(':') + 1));
  const parsed = values.flatMap((value) => addressparser(value, { flatten: true }));
  // A From that cannot be read counts as somebody too: nothing is proven then.
  return [...parsed.map(({ address }) => address.toLowerCase()), ...(values.length > 1 ? ['', ''] : [])];
}

function mailbox({ address }: SMTPServerAddress): string {
  return oneLine(address).replace(/[<>]/g, '');
}

function oneLine(value: string | false): string {
  return String(value || '')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 320);
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
