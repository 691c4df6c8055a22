import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, lock } from '../../src/io/lock.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { compileRecord, run } from '../fakes/process.ts';

const linux = process.platform === 'linux';
let compiled: string;

beforeAll(async () => {
  compiled = await compileRecord();
});
afterAll(() => rm(compiled, { recursive: true, force: true }));

test('the second is refused and told who holds it; after release it is free', async () => {
  const folder = await temporaryFolder();
  const first = await lock(folder);
  await expect(lock(folder)).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
  expect(await holder(folder)).toContain(`process ${process.pid} on ${hostname()}`);
  await first.release();
  expect(await holder(folder)).toBeUndefined();
  await (await lock(folder)).release();
  expect(await readdir(join(folder, 'lock'))).toEqual([]);
});

test('released twice is released', async () => {
  const folder = await temporaryFolder();
  const held = await lock(folder);
  await held.release();
  await held.release();
});

test('of many takers at once exactly one wins', async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 3; round += 1) {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lock(folder)));
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value.release();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  }
}, 30_000);

test('another process holds it, and loses it by SIGKILL', async () => {
  const folder = await temporaryFolder();
  const child = await taker(folder);
  expect(child.said).toBe('held');
  await expect(lock(folder)).rejects.toThrow(`process ${child.process.pid} on`);
  child.process.kill('SIGKILL');
  await once(child.process, 'exit');
  expect(await holder(folder)).toBeUndefined();
  await (await lock(folder)).release();
}, 30_000);

test('of several processes that find a dead one’s lock exactly one wins', async () => {
  const folder = await temporaryFolder();
  await claim(folder, { pid: 4_194_304 + 1 });
  const takers = await Promise.all(Array.from({ length: 5 }, () => taker(folder)));
  expect(takers.map(({ said }) => said).sort()).toEqual(['held', 'refused', 'refused', 'refused', 'refused']);
}, 30_000);

test.runIf(linux)(
  'a number that belongs to another process by now is no holder: both pid 1 in a container',
  async () => {
    const folder = await temporaryFolder();
    await claim(folder, { pid: process.pid, started: '1' });
    await (await lock(folder)).release();
  },
);

test.runIf(linux)(
  'a claim without content, as a power cut leaves it, is waited for and then taken over',
  async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'lock'));
    await writeFile(join(folder, 'lock', 'empty.json'), '');
    await (await lock(folder, 1_000)).release();
  },
  30_000,
);

test.runIf(linux)(
  'a holder that cannot be seen from here holds as long as its heart beats',
  async () => {
    const folder = await temporaryFolder();
    const first = await lock(folder);
    // The same claim as another container would see it.
    const [name] = await readdir(join(folder, 'lock'));
    const path = join(folder, 'lock', name ?? '');
    const seen = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...seen, world: 'another world', host: 'elsewhere' }));
    await expect(lock(folder)).rejects.toThrow('on elsewhere');
    await first.release();
  },
  30_000,
);

test.runIf(linux)(
  'two takers that cannot see each other’s process do not both win',
  async () => {
    const folder = await temporaryFolder();
    await claim(folder, { pid: 1, world: 'a container that is gone' });
    // The second process takes itself to be in another world than this one, as in another container.
    const elsewhere = run(
      compiled,
      `const { syncBuiltinESMExports } = await import('node:module');
    const { default: files } = await import('node:fs/promises');
    files.readlink = async () => 'another world';
    syncBuiltinESMExports();
    const { lock } = await import('./io/lock.js');
    try { await lock(${JSON.stringify(folder)}, 3_000); console.log('held'); } catch { console.log('refused'); }
    setInterval(() => {}, 1000);`,
    );
    const [here, there] = await Promise.all([
      lock(folder, 3_000).then(
        () => 'held',
        () => 'refused',
      ),
      elsewhere.lines.next().then(({ value }) => value),
    ]);
    expect([here, there].sort()).toEqual(['held', 'refused']);
  },
  60_000,
);

/** A claim as a process of this machine would have left it. */
async function claim(folder: string, changed: { pid: number; started?: string; world?: string }): Promise<void> {
  const model = await lock(folder);
  const [name] = await readdir(join(folder, 'lock'));
  const text = await readFile(join(folder, 'lock', name ?? ''), 'utf8');
  await model.release();
  await writeFile(join(folder, 'lock', 'dead.json'), JSON.stringify({ ...JSON.parse(text), ...changed }));
}

/** Another process that tries to take the lock, and keeps what it got. */
async function taker(folder: string): Promise<{ process: ChildProcess; said: string }> {
  const started = run(
    compiled,
    `const { lock } = await import('./io/lock.js');
    try { await lock(${JSON.stringify(folder)}); console.log('held'); } catch { console.log('refused'); }
    setInterval(() => {}, 1000);`,
  );
  const { value } = await started.lines.next();
  return { process: started.process, said: value };
}
