import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clerk } from '../../src/clerk.ts';
import { trialConfig } from '../../src/config.ts';
import { openArchive } from '../../src/io/archive.ts';
import { openImap } from '../../src/io/imap.ts';
import { openJournal } from '../../src/io/journal.ts';
import { readMail } from '../../src/io/mime.ts';
import { openProjection } from '../../src/io/projection.ts';
import { renderEntity, wireMail } from '../../src/io/rendering.ts';
import { openSmtp } from '../../src/io/smtp.ts';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { compile } from '../../src/letters.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Mailbox } from '../../src/ports.ts';
import { collectingLog } from '../fakes/log.ts';
import { people } from './people.ts';
import { startServers } from './servers.ts';

/** The clerk on real servers, and on a clock that stands still until the test moves it. */
export type Office = Awaited<ReturnType<typeof openOffice>>;

export async function openOffice(partners: Policy['partners'] = []) {
  const clock = { at: Date.parse('2026-11-23T15:00:00Z') };
  const servers = await startServers();
  const folder = await mkdtemp(join(tmpdir(), 'greffier-office-'));
  const log = collectingLog().log;
  const info = servers.user('info');
  const { imap, submission } = servers;
  const real = openImap({
    host: imap.host,
    port: imap.port,
    secure: true,
    tls: { ca: imap.ca },
    sizeLimit: 50e6,
    auth: { user: info.address, pass: info.password },
    log,
  });
  // The server’s own clock is not the simulated one.
  const mailbox: Mailbox = {
    waiting: async function* () {
      for await (const waiting of real.waiting()) {
        const raw = () => waiting.raw();
        yield { source: waiting.source, size: waiting.size, receivedAt: new Date(clock.at).toISOString(), raw };
      }
    },
    file: (sources, name) => real.file(sources, name),
    changed: (waitMs, signal) => real.changed(waitMs, signal),
    close: () => real.close(),
  };
  const postman = openSmtp({
    host: submission.host,
    port: submission.port,
    security: 'starttls',
    auth: { user: info.address, password: info.password },
    ca: submission.ca,
  });
  const trial = trialConfig(folder).policy;
  const policy: Policy = {
    ...trial,
    institute: { ...trial.institute, address: info.address },
    messageIdDomain: 'inm.test',
    authservId: servers.authservId,
    staff: trial.staff.map((person) => ({ ...person, address: people[person.id as 'mtremblay' | 'dlavoie'] })),
    partners,
    keys: [{ id: 'test', secret: 'a secret that only the tests know, long enough' }],
  };
  const journal = await openJournal(join(folder, 'journal'), log);
  const archive = openArchive(join(folder, 'archive'));
  const world = {
    mailbox,
    journal,
    archive,
    postman,
    projection: openProjection(join(folder, 'register'), log),
    clock: { now: () => new Date(clock.at), elapsedMs: () => clock.at, wait: async () => {} },
    log,
    read: readMail,
    render: (content: Parameters<typeof renderEntity>[0]) => renderEntity(content, archive),
    wire: wireMail,
    composer: compile(await loadTemplates(ownTemplates)),
  };
  const clerk = await Clerk.open(world, policy);
  /** What is sent comes in by IMAP, is decided upon, and its letters go out. */
  const takes = async (send: () => Promise<unknown>): Promise<void> => {
    const before = clerk.register.mails.size;
    await send();
    for (const end = Date.now() + 30_000; clerk.register.mails.size === before; await sleep(20)) {
      if (Date.now() > end) throw new Error('what was sent never came');
      await clerk.takeWaiting();
    }
    await clerk.sendDue();
  };
  const close = async () => {
    await Promise.allSettled([mailbox.close(), postman.close()]);
    await journal.close();
    await servers.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { servers, clerk, clock, policy, journal, archive, takes, close };
}
