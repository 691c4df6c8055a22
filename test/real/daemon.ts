import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { entry } from '../../src/model/events.ts';
import type { Servers } from './servers.ts';

const run = promisify(execFile);

/** The built daemon as an operator runs it: configured by files, started as a process of its own. */
export interface House {
  /** Resolves when it is ready. */
  start(): Promise<void>;
  /** Resolves when every letter on the journal was taken or refused: the step is over. */
  settled(): Promise<void>;
  /** SIGKILL: at whatever instruction it is. */
  kill(): Promise<void>;
  /** Another cron expression for the short-term digest, and how late it may be, from the next start on. */
  reschedule(schedule: string, lateHours?: number): Promise<void>;
  /** Runs another verb of the command line; resolves with what it prints, throws when it fails. */
  greffier(...args: string[]): Promise<string>;
  /** What the daemon logged since its last start. */
  log(): string;
  end(): Promise<void>;
}

/** @param schedule - Cron expression of the short-term digest. */
export async function furnish(servers: Servers, partners: readonly string[], schedule: string): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'greffier-house-'));
  const config = join(folder, 'config');
  await mkdir(config);
  const { imap, submission, authservId } = servers;
  const info = servers.user('info');
  await writeFile(join(config, 'ca.pem'), imap.ca);
  await writeFile(join(config, 'password'), info.password, { mode: 0o600 });
  const password = { file: join(config, 'password') };
  const ca = join(config, 'ca.pem');
  const greffier = {
    institute: {
      name: 'Institut national des mines',
      address: info.address,
      postalAddress: '1, rue de l’Exemple, Val-d’Or (Québec) J9P 0A1',
      telephone: '819 555-0100',
      supervisor: 'Marie Tremblay',
      privacy: 'https://inm.test/confidentialite',
    },
    authservId,
    intake: { imap: { host: imap.host, port: imap.port, password, ca } },
    postman: { smtp: { host: submission.host, port: submission.port, security: 'starttls', password, ca } },
    dataDirectory: join(folder, 'data'),
    meeting: { location: 'https://rencontre.inm.test' },
    modalities: { short: { schedule } },
    checkpointSeconds: 1,
    // Everybody lies in one domain here.
    ceilings: { perAddressPerDay: 1000, perTextPerDay: 10_000, perHour: 10_000, perDomainPerMinute: 10_000 },
  };
  const staff = [
    {
      id: 'mtremblay',
      name: 'Marie Tremblay',
      address: servers.user('mtremblay').address,
      roles: ['clerk', 'officer'],
    },
    { id: 'dlavoie', name: 'Denis Lavoie', address: servers.user('dlavoie').address, roles: ['officer', 'approver'] },
  ];
  const network = partners.map((address) => {
    const id = address.replace(/@.*/, '').replace('+', '-');
    return { id, name: `Établissement ${id}`, contacts: [{ name: `Contact ${id}`, address }] };
  });
  await writeFile(join(config, 'greffier.yaml'), stringify(greffier));
  await writeFile(join(config, 'staff.yaml'), stringify({ staff }));
  await writeFile(join(config, 'partners.yaml'), stringify({ partners: network }));

  let child: ChildProcess | undefined;
  let log = '';
  const program = (...args: string[]) => ['dist/main.js', ...args, '--config', config];
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    start: async () => {
      const started = spawn(process.execPath, program('start'), { stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      log = '';
      started.stderr.on('data', (chunk) => {
        log += chunk;
      });
      for await (const line of createInterface({ input: started.stdout })) if (line.startsWith('ready')) return;
      throw new Error(`cannot start the daemon: ${log}`);
    },
    settled: async () => {
      while (await lettersUnderWay(join(folder, 'data', 'journal'))) await sleep(20);
    },
    kill,
    reschedule: (wanted, lateHours) => {
      const short = { schedule: wanted, ...(lateHours !== undefined && { lateHours }) };
      return writeFile(join(config, 'greffier.yaml'), stringify({ ...greffier, modalities: { short } }));
    },
    log: () => log,
    greffier: async (...args) => (await run(process.execPath, program(...args))).stdout,
    end: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Read from the lines on disk, as the next start will read them. */
async function lettersUnderWay(journal: string): Promise<boolean> {
  const states = new Map<string, string>();
  for (const file of (await readdir(journal)).filter((name) => name.endsWith('.jsonl')).toSorted())
    for (const line of (await readFile(join(journal, file), 'utf8')).split('\n').slice(0, -1)) {
      const { payload } = entry.parse(JSON.parse(line));
      for (const email of payload?.emails ?? []) states.set(email.id, 'planned');
      for (const event of payload?.events ?? [])
        if (event.kind === 'delivery-changed') states.set(event.letter, event.state);
    }
  return [...states.values()].some((state) => state === 'planned' || state === 'sending');
}
