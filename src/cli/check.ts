import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTask } from 'node-cron';
import { type Config, loadConfig } from '../config.ts';
import { holder } from '../io/lock.ts';
import { probeDirectory, probeImap, probeSmtp } from '../io/probes.ts';
import { loadTemplates, ownTemplates } from '../io/templates.ts';
import { compile } from '../letters.ts';
import { briefs, type LetterName } from '../model/letter.ts';
import { type Category, categories, type Language, languages } from '../model/request.ts';
import { hostCalendars } from './host-calendars.ts';
import { printMistakes } from './mistakes.ts';
import type { Output } from './output.ts';

/** What was found about one thing: a line of the answer. */
interface Finding {
  state: 'ok' | 'warn' | 'fail';
  what: string;
  found: string;
}
type Check = (config: Config) => Promise<Omit<Finding, 'what'>>;

const ok = (found: string) => ({ state: 'ok', found }) as const;
const warn = (found: string) => ({ state: 'warn', found }) as const;
const fail = (found: string) => ({ state: 'fail', found }) as const;

/**
 * Tries everything that the clerk needs, and prints a line for each; nothing is changed, no mail is sent.
 * The exit code is 1 if something fails, 2 for mistakes in the configuration.
 */
export async function check({ config: directory }: { config?: string | undefined }, io: Output): Promise<number> {
  const loaded = await loadConfig({ directory, env: process.env });
  if ('mistakes' in loaded) return printMistakes(loaded.mistakes, io);
  const { config, warnings } = loaded;
  const findings: Finding[] = [
    { what: 'configuration', ...configured(config) },
    ...warnings.map((found) => ({ what: 'secrets', ...warn(found) })),
    ...(await Promise.all(checks.map(async ([what, look]) => ({ what, ...(await looked(look, config)) })))),
    ...categories.map((category) => ({ what: `digest ${category}`, ...firings(config, category) })),
  ];
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { state, what, found } of findings) io.out(`${state.padEnd(4)}  ${what.padEnd(width)}  ${found}`);
  return findings.some(({ state }) => state === 'fail') ? 1 : 0;
}

const checks: readonly (readonly [string, Check])[] = [
  [
    'data directory',
    async ({ dataDirectory }) => {
      const { there, freeBytes } = await probeDirectory(dataDirectory);
      const free = `${Math.round(freeBytes / 1e6)} MB free`;
      if (freeBytes < leastFreeBytes) return warn(`${dataDirectory}: only ${free}`);
      return ok(`${dataDirectory}: ${there ? 'can be written to' : 'is made at the first start'}, ${free}`);
    },
  ],
  [
    'lock',
    async ({ dataDirectory }) => {
      const who = await holder(dataDirectory);
      return ok(who === undefined ? 'free: no clerk is running' : `held by ${who} a clerk is running`);
    },
  ],
  ['signing keys', signingKeys],
  ['templates', templates],
  ['intake', intake],
  ['postman', postman],
  ['calendars', calendars],
  [
    'authority',
    async ({ policy: { authservId, exchangeTenant } }) =>
      authservId === undefined && exchangeTenant === undefined
        ? warn('no authservId: staff commands count only in answers to the clerk’s letters')
        : ok(`verdicts of ${exchangeTenant ? `Exchange Online (${exchangeTenant})` : authservId} are believed`),
  ],
  [
    'runtime',
    async () => {
      const { node, tz = 'unknown' } = process.versions;
      const [major = 0, minor = 0] = node.split('.').map(Number);
      const found = `node ${node}, time zone tables ${tz}`;
      return major > 20 || (major === 20 && minor >= 19) ? ok(found) : fail(`${found}; node 20.19 or newer is needed`);
    },
  ],
];

/** What the host's calendars say now; they are only read. */
async function calendars(config: Config): Promise<Omit<Finding, 'what'>> {
  const opened = hostCalendars(config, { info: () => {}, warn: () => {} });
  if (!opened) return ok('none: the host is taken to be free in the hours of the configuration');
  await opened.refresh();
  const { times, unread } = opened.busy();
  if (unread.length > 0) return fail(unread.map(({ calendar, why }) => `${calendar}: ${why}`).join('; '));
  return ok(`read; busy ${times.length} times`);
}

const leastFreeBytes = 500e6;

async function looked(look: Check, config: Config): Promise<Omit<Finding, 'what'>> {
  try {
    return await look(config);
  } catch (error) {
    return fail(reason(error));
  }
}

function configured({ policy, trial }: Config): Omit<Finding, 'what'> {
  if (trial) return warn('none found: this is the trial world, with made-up people and partners');
  const { institute, staff, partners } = policy;
  return ok(`${institute.address}, ${staff.length} staff, ${partners.length} partners`);
}

/** Without the keys, answers to letters that were sent already prove nothing any more. */
async function signingKeys({ dataDirectory }: Config): Promise<Omit<Finding, 'what'>> {
  const path = join(dataDirectory, 'keys.json');
  const mode = await stat(path).then(({ mode }) => mode & 0o777, missing);
  if (mode !== undefined) {
    if ((mode & 0o077) === 0) return ok(path);
    return warn(`${path} can be read by others (mode ${mode.toString(8)}): chmod 600 ${path}`);
  }
  const journal = await readdir(join(dataDirectory, 'journal')).catch(missing);
  if (journal?.length) return fail(`${path} is missing beside a journal: restore it from the backup`);
  return ok('are made at the first start');
}

/** The languages that each letter must have: staff and partners are written to in French, a contact also in the language on record. */
const letters: Readonly<Record<LetterName | 'footer', readonly Language[]>> = {
  acknowledgement: languages,
  orientation: languages,
  'meeting-proposal': languages,
  'meeting-awaited': languages,
  'meeting-confirmed': languages,
  'meeting-changed': languages,
  'meeting-kept': languages,
  'meeting-reminder': languages,
  minutes: ['fr'],
  'follow-up': languages,
  dormant: languages,
  questionnaire: languages,
  closed: languages,
  reply: ['fr'],
  'new-request': ['fr'],
  news: ['fr'],
  summary: ['fr'],
  statistics: ['fr'],
  'command-done': ['fr'],
  'command-refused': ['fr'],
  confirm: ['fr'],
  help: ['fr'],
  alarm: ['fr'],
  addendum: ['fr'],
  reminder: ['fr'],
  result: ['fr'],
  'sign-of-life': ['fr'],
  introduction: languages,
  approval: languages,
  'contact-withheld': languages,
  digest: ['fr'],
  'interest-recorded': languages,
  'answer-confirm': languages,
  'answer-unclear': languages,
  'leaving-unclear': languages,
  'contact-stopped': languages,
  'contact-resumed': languages,
  'contact-confirm': languages,
  'confirmation-unclear': languages,
  'contact-changed': languages,
  footer: languages,
};

async function templates(): Promise<Omit<Finding, 'what'>> {
  const composer = compile(await loadTemplates(ownTemplates));
  const wanted = Object.entries(letters).flatMap(([name, all]) => all.map((language) => `${name}/${language}`));
  wanted.push(...briefs.map((language) => `brief/${language}`));
  const absent = wanted.filter((key) => !composer.has(key));
  return absent.length > 0 ? fail(`missing: ${absent.join(', ')}`) : ok(`all ${wanted.length}`);
}

async function intake({ intake: settings, policy }: Config): Promise<Omit<Finding, 'what'>> {
  if (settings.kind === 'maildir') {
    const { there } = await probeDirectory(settings.path);
    return ok(`Maildir ${settings.path}${there ? '' : ' is made at the first start'}`);
  }
  const place = `${settings.user} at ${settings.host}:${settings.port}`;
  try {
    const { mails, folders, canMove, canIdle } = await probeImap(settings);
    if (!canMove) return fail(`${place}: the server has neither MOVE nor UIDPLUS, so mail could not be filed`);
    const made = Object.values(policy.folders).filter((folder) => !folders.includes(folder));
    const toMake = made.length > 0 ? `; folders to be made: ${made.join(', ')}` : '';
    const idle = canIdle ? '' : '; no IDLE, so mail is seen only by polling';
    return ok(`${place}, ${settings.inbox}: ${mails} waiting${toMake}${idle}`);
  } catch (error) {
    return fail(`${place}, ${settings.inbox}: ${reason(error)}`);
  }
}

async function postman({ postman: settings }: Config): Promise<Omit<Finding, 'what'>> {
  if (settings.kind === 'maildir') {
    await probeDirectory(settings.root);
    return ok(`Maildirs in ${settings.root}: no mail leaves this machine`);
  }
  const who = settings.auth ? `logged in as ${settings.auth.user}` : 'without login';
  try {
    await probeSmtp(settings);
    return ok(`${settings.host}:${settings.port}, ${who}`);
  } catch (error) {
    return fail(`${settings.host}:${settings.port}, ${who}: ${reason(error)}`);
  }
}

function firings({ policy: { modalities, timeZone } }: Config, category: Category): Omit<Finding, 'what'> {
  const task = createTask(modalities[category].schedule.expression, () => {}, { timezone: timeZone });
  const next = task.getNextRuns(3).map((date) => localTime(date, timeZone));
  void task.destroy();
  return next.length > 0 ? ok(next.join(' · ')) : fail('the schedule never comes');
}

/** `Mon 2026-11-23 09:00:00 EST` */
function localTime(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, weekday: 'short', timeZoneName: 'short' }).formatToParts(
    date,
  );
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  // Sweden writes dates and times as ISO 8601 does.
  const when = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(date);
  return `${of('weekday')} ${when} ${of('timeZoneName')}`;
}

function missing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
