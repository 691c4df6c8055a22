import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig, locateData, trialConfig } from '../src/config.ts';
import { inWords } from '../src/io/yaml.ts';
import { heedZoneChanges, offsetMinutes } from '../src/model/zones.ts';
import { mistakesIn, secrets, staff, write as writeIn } from './configuration.ts';

const examples = join(import.meta.dirname, '../config');

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-config-'));
});
afterEach(() => rm(directory, { recursive: true }));

const write = (files: Parameters<typeof writeIn>[1]) => writeIn(directory, files);
const mistakes = (env?: Record<string, string>) => mistakesIn(directory, env);

async function loaded(env: Record<string, string> = secrets) {
  const result = await loadConfig({ directory, env });
  if ('mistakes' in result) throw new Error(result.mistakes.map(inWords).join('\n'));
  return result;
}

describe('what is right', () => {
  test('the examples load as they are', async () => {
    for (const name of ['greffier', 'staff', 'partners'])
      await copyFile(join(examples, `${name}.example.yaml`), join(directory, `${name}.yaml`));
    const { config, warnings } = await loaded();
    expect(warnings).toEqual([]);
    expect(config.policy.authservId).toBe('mx.inmq.example');
    expect(config.policy.partners.map(({ id }) => id)).toEqual([
      'cfp-val-boreal',
      'cegep-harricana',
      'universite-du-nord',
    ]);
  });

  test('what the examples show as commented defaults are the defaults', async () => {
    await write({ greffier: { more: 'messageIdDomain: inmq.example\nauthservId: mx.inmq.example' } });
    const { config } = await loaded();
    const example = await readFile(join(examples, 'greffier.example.yaml'), 'utf8');
    const uncommented = example.replace(/^( *)# (?= *(?:[a-z]\w*:(?: |$)|- \{))/gm, '$1');
    await writeFile(join(directory, 'greffier.yaml'), uncommented.replace(/^ *(maildir|ca|aliases):.*$/gm, ''));
    const { config: shown } = await loaded();
    expect(uncommented).toContain('\nreferencePrefix: INMQ');
    expect(uncommented).toContain('\n  requests: Demandes');
    const { institute: _, ...defaults } = config.policy;
    const { institute: __, ...spelt } = shown.policy;
    expect(spelt).toEqual({
      ...defaults,
      staff: shown.policy.staff,
      partners: shown.policy.partners,
      meeting: { ...defaults.meeting, location: shown.policy.meeting.location },
    });
    expect({ ...shown, policy: undefined }).toEqual({ ...config, policy: undefined });
  });

  test('a change of law that it tells counts from then on', async () => {
    await write({
      greffier: { more: "zoneChanges: { America/Lima: { since: '2026-01-01T00:00:00Z', offset: '-04:30' } }" },
    });
    await loaded();
    expect(offsetMinutes(new Date('2026-06-01T00:00:00Z'), 'America/Lima')).toBe(-270);
    heedZoneChanges({});
  });

  test('a short file is enough', async () => {
    await write({});
    const { config } = await loaded();
    expect(config).toMatchObject({
      dataDirectory: 'data',
      intake: {
        kind: 'imap',
        host: 'imap.inmq.example',
        port: 993,
        secure: true,
        user: 'info@inmq.example',
        inbox: 'INBOX',
      },
      postman: {
        kind: 'smtp',
        port: 587,
        security: 'starttls',
        auth: { user: 'info@inmq.example', password: 'smtp-geheim' },
      },
      policy: {
        messageIdDomain: 'inmq.example',
        timeZone: 'America/Toronto',
        referencePrefix: 'INMQ',
        meeting: { host: 'mtremblay', hours: [{ from: '08:30' }, { to: '16:30' }] },
        modalities: { short: { answerDays: 10, lateWindowMs: 12 * 3_600_000, schedule: { hour: [9], minute: [0] } } },
        staff: [{ id: 'mtremblay', language: 'fr' }, {}],
      },
    });
    expect(config).not.toHaveProperty('trial');
    expect(config.policy).not.toHaveProperty('authservId');
  });

  test('names of months and days in schedules become numbers', async () => {
    await write({ greffier: { more: "modalities: { long: { schedule: '30 8 1-7 JAN,JUL MON' } }" } });
    const { config } = await loaded();
    expect(config.policy.modalities.long.schedule).toEqual({
      expression: '30 8 1-7 JAN,JUL MON',
      second: [0],
      minute: [30],
      hour: [8],
      dayOfMonth: [1, 2, 3, 4, 5, 6, 7],
      month: [1, 7],
      dayOfWeek: [1],
    });
  });

  test('addresses are compared in small letters, times written with two digits', async () => {
    await write({
      staff: staff.replace('dlavoie@inmq.example', 'DLavoie@INMQ.example'),
      greffier: { meeting: 'meeting: { location: Salle 2, hours: [{ from: 8:30, to: 16:00 }] }' },
    });
    const { config } = await loaded();
    expect(config.policy.staff[1]?.address).toBe('dlavoie@inmq.example');
    expect(config.policy.meeting.hours).toEqual([{ from: '08:30', to: '16:00' }]);
  });

  test.each([
    ['security: tls', { port: 465, auth: { user: 'info@inmq.example', password: 'smtp-geheim' } }],
    ['security: none, login: false', { port: 25 }],
    ['port: 2587, user: relay', { port: 2587, auth: { user: 'relay', password: 'smtp-geheim' } }],
  ])('SMTP with %s', async (settings, expected) => {
    await write({ greffier: { postman: `postman: { smtp: { host: smtp.inmq.example, ${settings} } }` } });
    const { config } = await loaded();
    expect(config.postman).toMatchObject(expected);
    expect('auth' in config.postman).toBe('auth' in expected);
  });
});

describe('the trial world', () => {
  test('is made up, has its own data directory and reads one Maildir of those that the door fills', () => {
    const config = trialConfig('data');
    expect(config.dataDirectory).toBe(join('data', 'trial'));
    expect(config.intake).toEqual({ kind: 'maildir', path: join('data', 'trial', 'info@greffier.test') });
    expect(config.postman).toEqual({ kind: 'maildir', root: join('data', 'trial') });
    expect(config.trial).toMatchObject({ port: 2525, root: join('data', 'trial'), domain: config.policy.authservId });
    expect(config.policy.modalities.short.schedule.second).toEqual([0, 30]);
    const { institute, staff: people, partners: network } = config.policy;
    const addresses = [institute, ...people, ...network.flatMap(({ contacts }) => contacts)].map(
      ({ address }) => address,
    );
    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect(address).toMatch(/\.test$/);
  });

  test('is never started beside a half-made configuration, nor for a directory that was named', async () => {
    expect(await mistakes()).toHaveLength(3);
    await writeFile(join(directory, 'staff.yaml'), staff);
    expect(await loadConfig({ env: { GREFFIER_CONFIG: directory } })).toMatchObject({
      mistakes: [
        { file: join(directory, 'greffier.yaml'), read: 'nothing' },
        { file: join(directory, 'partners.yaml') },
      ],
    });
  });
});

describe('the data directory alone', () => {
  test('is found without secrets, and beside mistakes that do not concern it', async () => {
    await write({ greffier: { more: 'dataDirectory: /var/lib/greffier\ncodeMinutes: soon' }, staff: '' });
    expect(await locateData({ directory, env: {} })).toMatchObject({ dataDirectory: '/var/lib/greffier' });
    await write({});
    expect(await locateData({ env: { GREFFIER_CONFIG: directory } })).toMatchObject({ dataDirectory: 'data' });
  });

  test('is a mistake when it is none, or in a file that is none', async () => {
    await write({ greffier: { more: 'dataDirectory: [x]' } });
    expect(await locateData({ directory, env: {} })).toMatchObject({ mistakes: [{ key: 'dataDirectory', line: 12 }] });
    await write({ greffier: { more: '- x' } });
    expect(await locateData({ directory, env: {} })).toMatchObject({ mistakes: [{ expected: 'valid YAML' }] });
    await rm(join(directory, 'greffier.yaml'));
    expect(await locateData({ directory, env: {} })).toMatchObject({ mistakes: [{ read: 'nothing' }] });
  });
});

describe('secrets', () => {
  const fromFile = (path: string) => `intake: { imap: { host: imap.inmq.example, password: { file: ${path} } } }`;

  test('come from a file, without its line end; a file that others may read is warned of', async () => {
    const path = join(directory, 'imap.secret');
    await writeFile(path, 'aus der Datei \n');
    await chmod(path, 0o600);
    await write({ greffier: { intake: fromFile(path) } });
    const { config, warnings } = await loaded();
    expect(config.intake).toMatchObject({ password: 'aus der Datei ' });
    expect(warnings).toEqual([]);
    await chmod(path, 0o644);
    expect((await loaded()).warnings).toEqual([
      expect.stringContaining(`${path} holds a secret and others may read it`),
    ]);
  });

  test('come from .env beside the configuration; the environment goes before it', async () => {
    await write({});
    await writeFile(join(directory, '.env'), 'GREFFIER_IMAP_PASSWORD="von .env"\nGREFFIER_SMTP_PASSWORD=auch\n');
    const { config } = await loaded({ GREFFIER_SMTP_PASSWORD: 'davor' });
    expect(config.intake).toMatchObject({ password: 'von .env' });
    expect(config.postman).toMatchObject({ auth: { password: 'davor' } });
  });

  test('that are missing are mistakes, all of them beside the others', async () => {
    await write({ greffier: { more: 'codeMinutes: soon' } });
    expect(await mistakes({ GREFFIER_SMTP_PASSWORD: '' })).toEqual([
      expect.stringMatching(/^greffier\.yaml:9:11: intake\.imap\.password: read no variable GREFFIER_IMAP_PASSWORD/),
      expect.stringMatching(
        /^greffier\.yaml:10:12: postman\.smtp\.password: read an empty variable GREFFIER_SMTP_PASS/,
      ),
      'greffier.yaml:12:14: codeMinutes: read soon, expected a whole number from 1 to 1440',
    ]);
    await write({ greffier: { intake: fromFile('/nowhere/secret') } });
    expect(await mistakes()).toEqual([
      'greffier.yaml:9:62: intake.imap.password.file: read /nowhere/secret, which is not there, expected a file that can be read',
    ]);
  });

  test.each([
    ['a plain password', 'password: hunter2'],
    ['a list', 'password: [hunter2]'],
    ['a password as the name of a variable', 'password: { env: hunter-2 hunter2 }'],
    ['a misspelt key', 'pasword: hunter2'],
    ['an alias', 'password: *hunter2'],
    ['a tag', 'password: !hunter2 x'],
    ['a quote that does not end', "password: 'hunter2"],
    ['a duplicate', 'password: hunter2, password: hunter2'],
  ])('written where they should not be are not repeated: %s', async (_, line) => {
    await write({ greffier: { intake: `intake: { imap: { host: imap.inmq.example, ${line} } }` } });
    const found = await mistakes();
    expect(found).not.toEqual([]);
    expect(found.join('\n')).not.toContain('hunter2');
  });
});
