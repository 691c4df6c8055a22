import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJournal } from '../../src/io/journal.ts';
import { currentRegister, openProjection } from '../../src/io/projection.ts';
import { verifyRecord } from '../../src/io/verification.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';
import { compileRecord, run } from '../fakes/process.ts';

let compiled: string;

beforeAll(async () => {
  compiled = await compileRecord();
});
afterAll(() => rm(compiled, { recursive: true, force: true }));

/** Keeps mails, commits them four at a time, checkpoints now and then, and says each seq once it is on disk. */
const writer = (folder: string) => `
  import { join } from 'node:path';
  import { pino } from 'pino';
  import { openArchive } from './io/archive.js';
  import { openJournal } from './io/journal.js';
  import { lock } from './io/lock.js';
  import { currentRegister, openProjection } from './io/projection.js';
  import { apply } from './model/apply.js';
  import { seal } from './model/chain.js';
  const folder = ${JSON.stringify(folder)};
  const log = pino({ level: 'silent' });
  await lock(folder);
  const archive = openArchive(join(folder, 'archive'));
  const journal = await openJournal(join(folder, 'journal'), log);
  const projection = openProjection(join(folder, 'register'), log);
  const register = await currentRegister(projection, journal);
  for (;;) {
    const commits = [];
    for (let i = 0; i < 4; i += 1) {
      const mail = await archive.keep(Buffer.from('Subject: ' + process.pid + ' ' + register.position));
      const at = new Date().toISOString();
      const event = { kind: 'mail-received', mail, fingerprint: mail, from: 'a@b.example', subject: 'é'.repeat(3000), receivedAt: at,
        source: 'test/' + mail, size: 1, disposition: 'bulk', why: 'test', folder: 'setAside' };
      const last = register.position === 0 ? undefined : { seq: register.position, hash: register.head };
      const entry = seal({ cause: 'mail/' + mail, author: 'greffier', events: [event], emails: [] }, at, last);
      commits.push(journal.append(entry, register.position).then(() => console.log(entry.seq)));
      apply(register, entry);
    }
    await Promise.all(commits);
    if (register.position % 12 === 0) await projection.checkpoint(register);
  }`;

test('killed at any moment: nothing that was said to be on disk is lost, and the record is whole', async () => {
  const folder = await temporaryFolder();
  let before = 0;
  for (const commits of [1, 7, 30, 61, 24, 90]) {
    const { process, lines } = run(compiled, writer(folder));
    let said = 0;
    while (said < before + commits) said = Number((await lines.next()).value);
    process.kill('SIGKILL');
    await once(process, 'exit');
    // What it had still said when it was killed.
    for (let next = await lines.next(); !next.done; next = await lines.next()) said = Number(next.value);
    const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
    expect(journal.position).toBeGreaterThanOrEqual(said);
    const register = await currentRegister(openProjection(join(folder, 'register'), collectingLog().log), journal);
    expect(register.position).toBe(journal.position);
    before = journal.position;
    await journal.close();
    expect(await verifyRecord(folder)).toMatchObject({ ok: true, entries: before });
  }
  expect(before).toBeGreaterThanOrEqual(213);
}, 60_000);

test('verified beside a writer at work, the record is whole at any moment', async () => {
  const folder = await temporaryFolder();
  const { process, lines } = run(compiled, writer(folder));
  let seen = 0;
  while (Number((await lines.next()).value) < 100);
  for (let round = 0; round < 15; round += 1) {
    const verdict = await verifyRecord(folder);
    expect(verdict).toMatchObject({ ok: true });
    if (verdict.ok) seen = verdict.entries;
  }
  expect(seen).toBeGreaterThan(100);
  process.kill('SIGKILL');
  await once(process, 'exit');
}, 60_000);
