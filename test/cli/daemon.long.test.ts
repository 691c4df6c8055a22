import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { openDaemon } from '../../src/cli/daemon.ts';
import { type Config, trialConfig } from '../../src/config.ts';
import { systemClock } from '../../src/io/clock.ts';
import { readMail } from '../../src/io/mime.ts';
import type { Clock } from '../../src/ports.ts';
import { temporaryFolder } from '../fakes/folder.ts';

const officer = 'mtremblay@greffier.test';

/** The daemon with everything real but the network, run while `work` goes on. */
async function whileRunning(
  config: Config,
  work: (alarms: () => Promise<string[]>) => Promise<void>,
  { before = async () => {}, clock = systemClock } = {},
) {
  const { trial: _, ...house } = config;
  const daemon = await openDaemon(house, pino({ level: 'silent' }), clock);
  await before();
  const stop = new AbortController();
  const running = daemon.run(stop.signal);
  const inbox = join(config.dataDirectory, officer, 'new');
  const alarms = async () => {
    const files = await readdir(inbox).catch(() => []);
    const mails = await Promise.all(files.map(async (file) => readMail(await readFile(join(inbox, file)))));
    return mails.map(({ subject }) => subject).filter((subject) => /^(?:Alerte|C’est réglé)/.test(subject));
  };
  try {
    await work(alarms);
  } finally {
    stop.abort();
    await running;
  }
}

test('a line of the journal that somebody changes while the daemon is at work is told to staff', async () => {
  const config = trialConfig(await temporaryFolder());
  const journal = join(config.dataDirectory, 'journal');
  await whileRunning(config, async () => {
    await vi.waitFor(async () => expect(await readdir(journal)).toHaveLength(1), 30_000);
  });
  const [file = ''] = await readdir(journal);
  const path = join(journal, file);
  const damage = async () => writeFile(path, (await readFile(path, 'utf8')).replace('"author":"', '"author":"x'));
  const told = async (alarms: () => Promise<string[]>) => {
    await vi.waitFor(
      async () => expect(await alarms()).toEqual([expect.stringContaining('chaîne du registre')]),
      30_000,
    );
  };
  await whileRunning(config, told, { before: damage });
});

test('a disk that is nearly full is told to staff, and said to be well when there is room again', async () => {
  const config = trialConfig(await temporaryFolder());
  const awaited = (what: string) => async (alarms: () => Promise<string[]>) =>
    vi.waitFor(async () => expect(await alarms()).toContainEqual(expect.stringContaining(what)), 30_000);
  await whileRunning({ ...config, leastFree: Number.MAX_SAFE_INTEGER }, awaited('peu de place sur le disque'));
  await whileRunning({ ...config, leastFree: 0 }, awaited('C’est réglé'));
});

test('a mailbox that cannot be reached is told to staff, and when it is back', async () => {
  const config = trialConfig(await temporaryFolder());
  const { intake } = config;
  if (intake.kind !== 'maildir') throw new Error('the trial world has another mailbox');
  const began = Date.now();
  /** A minute in a tenth of a second. */
  const clock: Clock = {
    now: () => new Date(began + (Date.now() - began) * 600),
    elapsedMs: () => (Date.now() - began) * 600,
    wait: (waitMs, signal) => systemClock.wait(waitMs / 600, signal),
  };
  const awaited = async (alarms: () => Promise<string[]>, what: string) =>
    vi.waitFor(async () => expect(await alarms()).toContainEqual(expect.stringContaining(what)), 30_000);
  await whileRunning(
    { ...config, pollMs: 50 },
    async (alarms) => {
      await vi.waitFor(() => readdir(join(intake.path, 'new')), 30_000);
      await rename(intake.path, `${intake.path}.away`);
      await writeFile(intake.path, 'no folder');
      await awaited(alarms, 'boîte de courriel injoignable');
      await rm(intake.path);
      await rename(`${intake.path}.away`, intake.path);
      await awaited(alarms, 'C’est réglé');
    },
    { clock },
  );
});
