import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/io/archive.ts';
import { openImap } from '../../src/io/imap.ts';
import { openJournal } from '../../src/io/journal.ts';
import { collectingLog } from '../fakes/log.ts';
import { type Servers, serversMissing, startServers } from '../real/servers.ts';
import { FakeWorld, written } from '../world.ts';
import { median } from './figures.ts';

const rounds = 3;
const count = 300;

/** Mails that wait after a stop, from the mailbox onto the journal and into their folders, against reading them alone. */
describe.skipIf(serversMissing())('a backlog', () => {
  let servers: Servers;
  let root: string;
  beforeAll(async () => {
    servers = await startServers();
    root = await mkdtemp(join(tmpdir(), 'greffier-backlog-'));
  });
  afterAll(async () => {
    await servers?.stop();
    await rm(root, { recursive: true, force: true });
  });

  const client = async () => {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user('info');
    const auth = { user: address, pass: password };
    const imap = new ImapFlow({ host, port, secure: true, auth, tls: { ca }, logger: false });
    await imap.connect();
    await imap.mailboxOpen('INBOX');
    return imap;
  };

  test('of newsletters is worked off at a quarter at least of the speed at which mailparser reads it', async () => {
    const perSecond: Record<'read' | 'machines' | 'requests', number[]> = { read: [], machines: [], requests: [] };
    for (let round = 0; round < rounds; round++)
      for (const what of ['machines', 'requests'] as const) {
        const mails = await Promise.all(
          Array.from({ length: count }, (_, index) => mailOf[what](round * count + index)),
        );
        const imap = await client();
        for (const mail of mails) await imap.append('INBOX', mail);
        perSecond.read.push(await rate(() => readAll(imap)));
        await imap.logout();
        perSecond[what].push(await rate(() => workOff(join(root, `${what}-${round}`))));
      }
    const figures = Object.fromEntries(Object.entries(perSecond).map(([name, rates]) => [name, median(rates)]));
    process.stdout.write(`backlog, mails a second: ${JSON.stringify(figures)}\n`);
    expect(figures.machines).toBeGreaterThan((figures.read ?? 0) / 4);
  });

  async function readAll(imap: ImapFlow): Promise<void> {
    for await (const { source } of imap.fetch('1:*', { source: true })) if (source) await simpleParser(source);
  }

  async function workOff(folder: string): Promise<void> {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user('info');
    const { log } = collectingLog();
    const world = new FakeWorld();
    // Their texts differ by numbers only, and each is to have its answer.
    world.policy = { ...world.policy, ceilings: { ...world.policy.ceilings, perTextPerDay: 10_000 } };
    const journal = await openJournal(join(folder, 'journal'), log);
    const auth = { user: address, pass: password };
    const mailbox = openImap({ host, port, secure: true, tls: { ca }, sizeLimit: 50_000_000, auth, log });
    const clerk = await world.open({ mailbox, journal, archive: openArchive(join(folder, 'archive')) });
    await clerk.takeWaiting();
    await mailbox.close();
    await journal.close();
  }
});

/** Some forty kilobytes on average. */
const mailOf = {
  machines: (number: number) =>
    written({
      from: `Lettre <news@editor${number % 50}.example>`,
      subject: `Nouvelles ${number}`,
      text: paragraph(number),
      headers: { 'List-Id': `<news.editor${number % 50}.example>`, Precedence: 'bulk' },
      attachments: attached(number),
    }),
  requests: (number: number) =>
    written({
      from: `A. Person <a@mine${number}.example>`,
      subject: `Training ${number}`,
      text: paragraph(number),
      attachments: attached(number),
    }),
};

/** One in ten carries a file. */
const attached = (number: number) =>
  number % 10 === 0 ? [{ filename: 'plan.pdf', content: Buffer.alloc(250_000, `${number} `) }] : [];

const paragraph = (number: number) =>
  `Madam,\n\n${`our works ask for training number ${number} in mine rescue for ${number + 3} people. `.repeat(12)}\n\nA. Person\n`;

async function rate(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
}
