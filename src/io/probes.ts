import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ImapFlow, type ImapFlowError } from 'imapflow';
import { createTransport } from 'nodemailer';
import { freeBytes } from './watch.ts';

/** Where a server is and how it is spoken to, as the configuration has it. */
interface Server {
  host: string;
  port: number;
  ca?: string;
}

/** How long a server may take to answer, in each step. */
const patienceMs = 10_000;

/**
 * Logs in, looks and leaves; nothing is changed.
 * @throws with what the server, or the network, says.
 */
export async function probeImap(
  server: Server & { secure: boolean; user: string; password: string; inbox: string },
): Promise<{ mails: number; folders: string[]; canMove: boolean; canIdle: boolean }> {
  const { host, port, secure, user, password, ca, inbox } = server;
  const client = new ImapFlow({
    ...{ host, port, secure, logger: false, auth: { user, pass: password } },
    ...(!secure && { doSTARTTLS: true }),
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  // A connection that breaks is also told by the command that was under way.
  client.on('error', () => {});
  try {
    await client.connect();
    const folders = (await client.list()).map(({ parent, name }) => [...parent, name].join('/'));
    // As levels: the server's own separator may be another.
    const { exists } = await client.mailboxOpen(inbox.split('/'), { readOnly: true });
    const { capabilities } = client;
    const canMove = ['MOVE', 'UIDPLUS', 'IMAP4rev2'].some((name) => capabilities.has(name));
    return { mails: exists, folders, canMove, canIdle: capabilities.has('IDLE') };
  } catch (cause) {
    const { responseText, message } = cause as ImapFlowError;
    throw new Error(responseText || message, { cause });
  } finally {
    client.close();
  }
}

/**
 * Connects and logs in; no mail is sent.
 * @throws with what the server, or the network, says.
 */
export async function probeSmtp(
  server: Server & { security: 'tls' | 'starttls' | 'none'; auth?: { user: string; password: string } },
): Promise<void> {
  const { host, port, security, auth, ca } = server;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(auth && { auth: { user: auth.user, pass: auth.password } }),
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/**
 * Whether the directory can be written to, or made; nothing is written.
 * @throws if it cannot, with the path that is in the way.
 */
export async function probeDirectory(path: string): Promise<{ there: boolean; freeBytes: number }> {
  let existing = path;
  for (;;) {
    try {
      if (!(await stat(existing)).isDirectory()) throw new Error(`${existing} is no directory`);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(existing) === existing) throw error;
      existing = dirname(existing);
    }
  }
  await access(existing, constants.W_OK | constants.X_OK).catch((cause: unknown) => {
    throw new Error(`${existing} cannot be written to`, { cause });
  });
  return { there: existing === path, freeBytes: await freeBytes(existing) };
}
