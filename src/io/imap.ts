import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { Logger } from 'pino';
import type { Mailbox } from '../ports.ts';
import { createHint } from './hint.ts';
import { type Listing, takeIn } from './listing.ts';
import { readAhead } from './read-ahead.ts';

interface ImapOptions {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS, without which nobody logs in. */
  secure: boolean;
  auth: { user: string; pass: string };
  tls?: { ca?: string; servername?: string };
  /** Levels are separated by `/`, whatever the server uses; INBOX when not given. */
  inbox?: string;
  /** In bytes; 50 MiB when not given. */
  sizeLimit?: number;
  log: Pick<Logger, 'info' | 'warn'>;
}

interface Session extends Listing {
  client: ImapFlow;
  uidValidity: bigint;
}

interface Connection {
  session: Promise<Session>;
  /** It will carry no further command. */
  over: boolean;
}

/** The server's temporary troubles (RFC 5530), which imapflow reports as failed authentication when they meet a login. */
const passing: ReadonlySet<string | undefined> = new Set([
  'LIMIT',
  'UNAVAILABLE',
  'INUSE',
  'SERVERBUG',
  'CONTACTADMIN',
]);
const batchSize = 50;
/** A connection that lived so long was a good one: its end is no reason to be patient. */
const goodLifeMs = 60_000;

/**
 * An IMAP mailbox. It connects when it is used and again after a loss: `waiting`, `file` and `raw` make one attempt and
 * throw; how long to wait before the next call is up to the caller. `changed` never throws; when the server keeps dropping
 * us it waits 1 s, 2 s, 4 s and so on, 5 minutes at most, before it hints that the connection is gone.
 *
 * `raw` throws a RangeError for a mail above the size limit, without downloading it.
 */
export function openImap(options: ImapOptions): Mailbox {
  const { log, sizeLimit = 50 * 2 ** 20 } = options;
  const inbox = options.inbox ?? 'INBOX';
  const hint = createHint();
  let connection: Connection | undefined;
  let closed = false;
  let drops = 0;
  let dropped: NodeJS.Timeout | undefined;

  const session = (): Promise<Session> => {
    if (closed) return Promise.reject(new Error(`cannot use the closed mailbox ${inbox}`));
    if (!connection || connection.over) connection = connect();
    return connection.session;
  };

  const connect = (): Connection => {
    // A client connects only once.
    const client = newClient(options);
    const made: Connection = { session: selectInbox(client, options, inbox), over: false };
    let since: number | undefined;
    client.on('exists', ({ count, prevCount }) => {
      if (count > prevCount) hint.give();
    });
    // Its end follows, and is dealt with there.
    client.on('error', (err) => log.warn({ err, inbox }, 'IMAP connection failed'));
    client.on('close', () => {
      made.over = true;
      if (since === undefined || closed) return;
      drops = Date.now() - since > goodLifeMs ? 1 : drops + 1;
      log.info({ inbox, drops }, 'IMAP connection ended');
      dropped = setTimeout(hint.give, drops === 1 ? 0 : Math.min(1000 * 2 ** (drops - 2), 300_000));
    });
    made.session.then(
      () => {
        since = Date.now();
      },
      () => {
        made.over = true;
        client.close();
      },
    );
    return made;
  };

  /** By UID, those of the same UIDVALIDITY that are there; never marks them as seen. */
  const download = async (uids: readonly number[], uidValidity: bigint): Promise<Map<number, Buffer>> => {
    const now = await session();
    // The same number would be another mail.
    if (now.uidValidity !== uidValidity) throw new Error('the server renumbered its mails');
    const raws = new Map<number, Buffer>();
    for await (const { uid, source } of now.client.fetch(uids.join(','), { uid: true, source: true }, { uid: true })) {
      // Dovecot answers without a source for a mail that somebody else just removed.
      if (Buffer.isBuffer(source)) raws.set(uid, source);
    }
    return raws;
  };

  return {
    async *waiting() {
      hint.clear();
      const now = await session();
      await update(now).catch((cause: unknown) => {
        throw new Error(`cannot list the mailbox ${inbox}`, { cause });
      });
      const oldestFirst = [...now.listed.values()].sort(
        (a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.uid - b.uid,
      );
      const { uidValidity } = now;
      const small = oldestFirst.filter(({ size }) => size <= sizeLimit);
      const read = readAhead(small, (uids) => download(uids, uidValidity));
      for (const { uid, size, receivedAt } of oldestFirst) {
        const source = `imap/${inbox}/${uidValidity}/${uid}`;
        const raw = async (): Promise<Buffer> => {
          if (size > sizeLimit)
            throw new RangeError(`cannot download ${source}: ${size} bytes, the limit is ${sizeLimit}`);
          const bytes = await read(uid).catch((cause: unknown) => {
            throw new Error(`cannot download ${source}`, { cause });
          });
          if (!bytes) throw new Error(`cannot download ${source}: it is no longer in the inbox`);
          return bytes;
        };
        yield { source, receivedAt, size, raw };
      }
    },

    async file(sources, folder) {
      const now = await session();
      // What has another UIDVALIDITY is no longer there under that name.
      const prefix = `imap/${inbox}/${now.uidValidity}/`;
      const uids = sources.flatMap((source) =>
        source.startsWith(prefix) ? [Number(source.slice(prefix.length))] : [],
      );
      for (let i = 0; i < uids.length; i += batchSize) {
        const batch = uids.slice(i, i + batchSize);
        await move(now.client, batch.join(','), folder);
        for (const uid of batch) now.listed.delete(uid);
      }
    },

    async changed(waitMs, signal) {
      if (!closed && connection && !connection.over) {
        const idle = connection.session.then(({ client }) => client.idle());
        // A lost connection is told by its end; a server without IDLE is asked again after `waitMs`.
        idle.catch(() => {});
      }
      await hint.wait(waitMs, signal);
    },

    async close() {
      closed = true;
      clearTimeout(dropped);
      hint.give();
      const client = await connection?.session.then(({ client }) => client).catch(() => undefined);
      if (client) await leave(client);
    },
  };
}

function newClient({ host, port, secure, auth, tls }: ImapOptions): ImapFlow {
  return new ImapFlow({
    ...{ host, port, secure, auth, logger: false, connectionTimeout: 20_000, socketTimeout: 60_000 },
    // Network equipment forgets connections that are silent for long.
    maxIdleTime: 4 * 60_000,
    ...(tls && { tls }),
    ...(!secure && { doSTARTTLS: true }),
  });
}

async function selectInbox(client: ImapFlow, { host, port, auth }: ImapOptions, inbox: string): Promise<Session> {
  try {
    await client.connect();
  } catch (cause) {
    const { authenticationFailed, serverResponseCode } = cause as ImapFlowError;
    const wrong = authenticationFailed && !passing.has(serverResponseCode);
    const attempt = wrong ? `log in as ${auth.user}, wrong name or password,` : 'connect';
    throw new Error(`cannot ${attempt} to imap://${host}:${port}`, { cause });
  }
  try {
    const { uidValidity } = await client.mailboxOpen(pathOf(client, inbox));
    // A server that renumbers its mails in the middle of a session is asked from the start.
    client.on('mailboxOpen', (mailbox) => {
      if (mailbox.uidValidity !== uidValidity) client.close();
    });
    return { client, uidValidity, listed: new Map(), cursor: 0 };
  } catch (cause) {
    throw new Error(`cannot open the mailbox ${inbox} of ${auth.user}`, { cause });
  }
}

/** Makes `listed` what the inbox holds; in one round trip after a hint, when nobody but us took mails away. */
async function update(session: Session): Promise<void> {
  const { client, listed } = session;
  // A server may answer from what it last told us, and tell the news only then (RFC 9051, 7).
  if ((await fetchNew(session)) === 0) await client.noop();
  // In a mailbox where others are busy too, the next listing finds the rest.
  for (let round = 0; round < 3 && exists(client) !== listed.size; round++) {
    await fetchNew(session);
    if (exists(client) !== listed.size) await forgetGone(session);
  }
}

/** How many mails it found that were not listed. */
async function fetchNew(session: Session): Promise<number> {
  const { client, cursor } = session;
  // An empty mailbox has no `*`.
  if (exists(client) === 0) return 0;
  // Never another command inside the loop over these: it would wait for the loop's end.
  return takeIn(session, client.fetch(`${cursor + 1}:*`, { uid: true, size: true, internalDate: true }, { uid: true }));
}

async function forgetGone({ client, listed }: Session): Promise<void> {
  const there = await client.search({ all: true }, { uid: true });
  if (!Array.isArray(there)) throw new Error('cannot search the mailbox');
  const kept = new Set(there);
  for (const uid of listed.keys()) if (!kept.has(uid)) listed.delete(uid);
}

function exists(client: ImapFlow): number {
  if (!client.mailbox) throw new Error('cannot read a mailbox that was closed');
  return client.mailbox.exists;
}

/** imapflow answers `false` where a command failed; a missing folder is the only failure that we can mend. */
async function move(client: ImapFlow, uids: string, name: string): Promise<void> {
  const folder = pathOf(client, name);
  const { capabilities } = client;
  if (!capabilities.has('MOVE') && !capabilities.has('UIDPLUS') && !capabilities.has('IMAP4rev2')) {
    // A plain EXPUNGE would also remove what somebody else marked as deleted.
    throw new Error(`cannot file mails into ${name}: the server has neither MOVE nor UIDPLUS`);
  }
  try {
    if (await client.messageMove(uids, folder, { uid: true })) return;
    const { created } = await client.mailboxCreate(folder);
    if (await client.messageMove(uids, folder, { uid: true })) return;
    throw new Error(`the server refuses, ${created ? 'also after making it' : 'though it exists'}`);
  } catch (cause) {
    throw new Error(`cannot file mails ${uids} into ${name}`, { cause });
  }
}

/** Levels between slashes, or the name as the server writes it; a prefix such as `INBOX.` is added by imapflow. */
function pathOf(client: ImapFlow, name: string): string | string[] {
  const { delimiter } = client.namespace ?? {};
  if (!name.includes('/') || !delimiter) return name;
  return name.split('/').map((level) => level.replaceAll(delimiter, '_'));
}

/** Says goodbye when the server still listens; nobody waits long for that. */
async function leave(client: ImapFlow): Promise<void> {
  const timer = setTimeout(() => client.close(), 2000);
  await client.logout().catch(() => {});
  clearTimeout(timer);
  client.close();
}
