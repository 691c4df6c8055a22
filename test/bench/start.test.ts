import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJournal } from '../../src/io/journal.ts';
import { openProjection } from '../../src/io/projection.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { house, write } from '../configuration.ts';
import { payload, registration } from '../fakes/entries.ts';
import { collectingLog } from '../fakes/log.ts';
import { median } from './figures.ts';

const run = promisify(execFile);
const rounds = 3;

/** What a bare process of Node takes to read and parse the same documents. */
const reading = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const folder = join(process.argv[1], 'register');
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) JSON.parse(readFileSync(join(folder, name), 'utf8'));
`;

/** The more requests, the more of it is the documents; with few of them it is the loading of the program. */
describe.each([
  [10_000, 12],
  [100_000, 4],
])('a daemon with %i requests', (count, times) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greffier-start-'));
    await record(folder, count);
    await configure(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test(`is ready in ${times} times at most what a bare process takes to parse its documents`, async () => {
    const took: Record<'parsed' | 'ready', number[]> = { parsed: [], ready: [] };
    for (let round = 0; round < rounds; round++) {
      took.parsed.push(await timed(() => run(process.execPath, ['-e', reading, folder])));
      took.ready.push(await timed(async () => (await started(folder)).end()));
    }
    const ms = { parsed: median(took.parsed), ready: median(took.ready) };
    process.stdout.write(`start with ${count} requests: ${JSON.stringify(ms)} ms\n`);
    expect(ms.ready / ms.parsed).toBeLessThan(times);
  });
});

/** The record of that many requests, as a stop leaves it: the journal, and the documents that show all of it. */
async function record(folder: string, count: number): Promise<void> {
  const { log } = collectingLog();
  const journal = await openJournal(join(folder, 'journal'), log);
  const register = emptyRegister();
  let last: Entry | undefined;
  const appended: Promise<void>[] = [];
  for (let number = 1; number <= count; number++) {
    const events = registration(referenceOf(number), String(number).padStart(64, '0'));
    const entry = seal(payload(`mail/${number}`, events), '2026-11-23T15:00:00.000Z', last);
    appended.push(journal.append(entry, last?.seq ?? 0));
    apply(register, entry);
    last = entry;
  }
  await Promise.all(appended);
  await openProjection(join(folder, 'register'), log).checkpoint(register);
  await journal.close();
}

function referenceOf(number: number): string {
  return `INMQ-2026-${String(number).padStart(4, '0')}`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

interface Started {
  pid: number;
  end(): Promise<void>;
}

/** The built daemon, once it says that it is ready. */
async function started(folder: string): Promise<Started> {
  const child = spawn(process.execPath, ['dist/main.js', 'start', '--config', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const gone = once(child, 'exit');
  const end = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('ready')) return { pid: child.pid ?? 0, end };
  await end();
  throw new Error(`cannot start the daemon: ${log}`);
}

/** Without servers: mail comes from a folder and goes to others. */
async function configure(folder: string): Promise<void> {
  const more = [
    `dataDirectory: ${folder}`,
    `intake: { maildir: ${join(folder, 'in')} }`,
    `postman: { maildir: ${join(folder, 'out')} }`,
  ].join('\n');
  await write(folder, { greffier: { ...house, intake: '', postman: '', more } });
}
