import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import MimeNode from 'nodemailer/lib/mime-node';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Outcome } from '../model/plan.ts';
import type { OutgoingMail, Postman } from '../ports.ts';
import { piecesOf } from './pieces.ts';
import { plainAddress } from './plain-address.ts';

/** The server that takes our letters. */
export interface SmtpOptions {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: required, never skipped; `none`: for loopback only. */
  security: 'tls' | 'starttls' | 'none';
  auth?: { user: string; password: string };
  /** PEM text of the authority to trust instead of the system's. */
  ca?: string;
  /** How long `close` lets a mail that is being handed over end; 10 seconds when not given. */
  drainMs?: number;
}

/** A postman that keeps a few connections to one server and sends each mail in its own envelope. */
export function openSmtp({ host, port, security, auth, ca, drainMs = 10_000 }: SmtpOptions): Postman {
  const pool = new SMTPPool({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(auth && { auth: { user: auth.user, pass: auth.password } }),
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: 30_000,
    // RFC 5321, 4.5.3.2.6: a server may think for ten minutes; who gives up before sends the mail twice.
    socketTimeout: 10 * 60_000,
    idleTimeout: 60_000,
    // The pool repeats only what no byte of was sent; the outbox does the rest, with the ledger told.
    maxRequeues: 1,
  });
  const underway = new Set<Promise<Outcome>>();
  const deliver = async (mail: OutgoingMail): Promise<Outcome> => {
    try {
      return { state: 'accepted', response: await handOver(mail, pool) };
    } catch (error) {
      return judge(error instanceof Error ? error : new Error(String(error)), `${host}:${port}`, mail.envelope.to);
    }
  };
  return {
    async send(mail) {
      if (!/^[^\s\p{Cc}<>]+@[^\s\p{Cc}<>]+$/u.test(mail.envelope.to))
        return { state: 'refused', response: `not an address: ${JSON.stringify(mail.envelope.to)}` };
      const outcome = deliver(mail);
      underway.add(outcome);
      try {
        return await outcome;
      } finally {
        underway.delete(outcome);
      }
    },
    async close() {
      // What waits is given back as deferred; what is being handed over may end, within bounds.
      pool.close();
      const force = setTimeout(() => pool.close({ force: true }), drainMs);
      await Promise.allSettled(underway);
      clearTimeout(force);
    },
  };
}

/**
 * What the server said when it took the mail. The pool is given what it asks a message for, and no more: nodemailer's own
 * messages read the finished mail once again, which takes longer than to hand it over.
 */
function handOver({ envelope, raw }: OutgoingMail, pool: SMTPPool): Promise<string> {
  const message = {
    getEnvelope: () => ({ from: written(envelope.from), to: [written(envelope.to)], size: raw.length }),
    // Only for the pool's log.
    messageId: () => '',
    getHeader: () => '',
    createReadStream: () => Readable.from(piecesOf(raw), { objectMode: false }),
  };
  return new Promise((resolve, reject) => {
    pool.send({ data: {}, message } as unknown as Parameters<SMTPPool['send']>[0], (error, result) =>
      error ? reject(error) : resolve(result?.response ?? ''),
    );
  });
}

/** The address as it goes on the wire: an international domain in ASCII, an odd name in quotes. */
function written(address: string): string {
  if (plainAddress.test(address)) return address;
  // As an object: nodemailer reads a string as a list of addresses.
  return new MimeNode().setEnvelope({ from: { name: '', address } }).getEnvelope().from || '';
}

/** In order; the first that fits says what became of the mail. Ours: no recipient is to blame, nor its letter. */
const verdicts: readonly {
  state: Outcome['state'];
  ours?: true;
  fits: (error: NodemailerError) => boolean;
  says?: (server: string) => string;
}[] = [
  {
    // Our configuration, not the recipient: RFC 4954, 6.
    state: 'deferred',
    ours: true,
    fits: ({ code, responseCode = 0 }) => code === 'EAUTH' || [530, 534, 535, 538].includes(responseCode),
    says: (server) => `${server} refused our login: `,
  },
  {
    // Our configuration too: each letter would be lost for a From that we may not use (RFC 3463, X.1.7 and X.1.8;
    // Postfix's words; Exchange's code). Before the recipient is named, only the size speaks of the letter.
    state: 'deferred',
    ours: true,
    fits: ({ response = '', responseCode = 0, command }) =>
      /^5\d\d[ -]5\.(1\.[78]|7\.60)\b|sender address rejected/i.test(response) ||
      (command === 'MAIL FROM' && responseCode >= 500 && !/^552|^5\d\d[ -]5\.3\.4|size|large/i.test(response)),
    says: (server) => `${server} refused our sender: `,
  },
  // RFC 5321, 4.2.4: 503 speaks of the session, not of the mail.
  { state: 'deferred', ours: true, fits: ({ responseCode }) => responseCode === 503 },
  {
    state: 'refused',
    fits: ({ responseCode = 0, command = '' }) =>
      responseCode >= 500 && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command),
  },
  // Larger than the server's SIZE, or an envelope that cannot be written: no server will take it.
  {
    state: 'refused',
    fits: ({ code, responseCode }) => !responseCode && (code === 'EMESSAGE' || code === 'EENVELOPE'),
  },
  {
    state: 'deferred',
    fits: ({ responseCode, command = '' }) => Boolean(responseCode) && ['RCPT TO', 'DATA'].includes(command),
  },
  { state: 'deferred', ours: true, fits: ({ responseCode }) => Boolean(responseCode) },
  { state: 'deferred', ours: true, fits: () => true, says: (server) => `cannot reach ${server}: ` },
];

function judge(error: NodemailerError, server: string, to: string): Outcome {
  const verdict = verdicts.find(({ fits }) => fits(error));
  const state = verdict?.state ?? 'deferred';
  const said = `${verdict?.says?.(server) ?? ''}${error.response ?? error.message}`;
  const local = to.slice(0, to.lastIndexOf('@'));
  const hint = state === 'refused' && /[^\p{ASCII}]/u.test(local) ? ' (an address that needs SMTPUTF8, RFC 6531)' : '';
  const response = `${said.replace(/\s*\r?\n\s*/g, ' ').trim()}${hint}`;
  return { state, response, ...(verdict?.ours && { ours: true }) };
}
