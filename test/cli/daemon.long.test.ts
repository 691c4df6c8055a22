import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { openDaemon } from '../../src/cli/daemon.ts';
import { type Config, trialConfig } from '../../src/config.ts';
import { readMail } from '../../src/io/mime.ts';
import { temporaryFolder } from '../fakes/folder.ts';

const officer = 'mtremblay@greffier.test';

/** The daemon with everything real but the network, run while `work` goes on. */
async function whileRunning(
  config: Config,
  work: (alarms: () => Promise<string[]>) => Promise<void>,
  before = async () => {},
) {
  const { trial: _, ...house } = config;
  const daemon = await openDaemon(house, pino({ level: 'silent' }));
  await before();
  const stop = new AbortController();
  const running = daemon.run(stop.signal);
  const inbox = join(config.dataDirectory, officer, 'new');
  const alarms = async () => {
    const files = await readdir(inbox).catch(() => []);
    const mails = await Promise.all(files.map(async (file) => readMail(await readFile(join(inbox, file)))));
    return mails.map(({ subject }) => subject).filter((subject) => subject.startsWith('Alerte'));
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
  await whileRunning(config, told, damage);
});
