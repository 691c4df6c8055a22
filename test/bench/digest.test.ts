import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Clerk } from '../../src/clerk.ts';
import { openArchive } from '../../src/io/archive.ts';
import { openJournal } from '../../src/io/journal.ts';
import { readMail } from '../../src/io/mime.ts';
import { renderEntity, wireMail } from '../../src/io/rendering.ts';
import { openSmtp } from '../../src/io/smtp.ts';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { compile } from '../../src/letters.ts';
import type { Partner } from '../../src/model/partner.ts';
import type { Postman } from '../../src/ports.ts';
import { release } from '../dissemination/release.ts';
import { FakeWorld } from '../world.ts';

const readers = 5000;
/** Letters under way at once, on both sides. */
const connections = 5;
const sink = '/usr/sbin/smtp-sink';

const partners = Array.from({ length: readers }, (_, index): Partner => {
  const id = `p${index}`;
  return { id, name: `Cégep ${id}`, contacts: [{ name: `Personne ${id}`, address: `a@${id}.test` }] };
});

describe('a digest to five thousand', () => {
  let directory: string;
  let server: ChildProcess;
  let port: number;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'digest-'));
    port = await freePort();
    server = spawn(sink, ['-u', 'nobody', `127.0.0.1:${port}`, '200'], { stdio: 'ignore' });
    await sleep(500);
  });
  afterAll(async () => {
    server.kill();
    await rm(directory, { recursive: true });
  });

  test('is handed over, each acceptance on the journal, several times as fast as by a pooled nodemailer that keeps no ledger', async () => {
    const world = new FakeWorld();
    world.policy = { ...world.policy, partners };
    const clerk = await world.open();
    await release(world, clerk);
    const log = world.log.log;
    const journal = await openJournal(join(directory, 'journal'), log);
    const archive = openArchive(join(directory, 'archive'));
    let at = 0;
    for await (const entry of world.journal.read(0)) await journal.append(entry, at++);
    const floor = openFloor(port);
    const smtp = openSmtp({ host: '127.0.0.1', port, security: 'none' });
    const postman = inRounds(smtp, (from, to) => floor.send(partners.slice(from, to)));
    const { clock, mailbox } = world;
    const outside = { clock, journal, archive, mailbox, postman, read: world.read, log };
    const projection = { load: async () => undefined, checkpoint: async () => true };
    const composer = compile(await loadTemplates(ownTemplates));
    const render = (content: Parameters<typeof renderEntity>[0]) => renderEntity(content, archive);
    const ours = await Clerk.open({ ...outside, projection, render, wire: wireMail, composer }, world.policy);
    world.clock.pass(60_000);
    await ours.tick('short');
    const [of] = [...ours.register.digests.values()];
    const content = ours.register.letters.get(Object.values(of?.letters ?? {})[0] ?? '')?.content ?? '';
    floor.content = await readMail(await archive.fetch(content));
    const began = performance.now();
    await ours.sendDue();
    const ourMs = performance.now() - began - postman.heldMs;
    const accepted = Object.values(of?.letters ?? {}).filter(
      (id) => ours.register.letters.get(id)?.state === 'accepted',
    );
    expect(accepted).toHaveLength(readers);
    await postman.close();
    await journal.close();
    floor.close();

    const pace = { ours: Math.round((readers * 1000) / ourMs), pooled: Math.round((readers * 1000) / postman.heldMs) };
    const ratio = postman.heldMs / ourMs;
    process.stdout.write(`digest to ${readers}: ${JSON.stringify(pace)} mails/s, ratio ${ratio.toFixed(2)}\n`);
    expect(ratio).toBeGreaterThan(1.6);
  });
});

/** Every so many letters ours wait, and the floor hands over as many: what else the machine does slows both. */
function inRounds(
  postman: Postman,
  between: (from: number, to: number) => Promise<void>,
): Postman & { readonly heldMs: number } {
  const every = readers / 10;
  let sent = 0;
  let heldMs = 0;
  let held: Promise<void> = Promise.resolve();
  const hold = async (from: number) => {
    const began = performance.now();
    await between(from, from + every);
    heldMs += performance.now() - began;
  };
  return {
    async send(mail) {
      if (sent % every === 0) held = hold(sent);
      sent += 1;
      await held;
      return postman.send(mail);
    },
    close: () => postman.close(),
    get heldMs() {
      return heldMs;
    },
  };
}

/** The usual way: each mail composed by itself. */
function openFloor(port: number) {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: connections,
  });
  return {
    content: { text: '', html: '' } as { text: string; html?: string },
    async send(to: readonly Partner[]): Promise<void> {
      const { text, html = '' } = this.content;
      await Promise.all(
        to.map(({ contacts: [{ name, address }] }) =>
          transport.sendMail({
            from: 'info@inm.example',
            to: { name, address },
            subject: 'Bulletin des demandes',
            text,
            html,
          }),
        ),
      );
    },
    close: () => transport.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
