import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig, locateData, trialConfig } from '../src/config.ts';
import { inWords } from '../src/io/yaml.ts';

const examples = join(import.meta.dirname, '../config');
const secrets = { GREFFIER_IMAP_PASSWORD: 'imap-geheim', GREFFIER_SMTP_PASSWORD: 'smtp-geheim' };

const house = {
  institute: `
institute:
  name: Institut national des mines
  address: info@inmq.example
  postalAddress: Val-d’Or
  telephone: 819 555-0142
  supervisor: Marie Tremblay
  privacy: https://inmq.example/vie-privee`,
  intake: 'intake: { imap: { host: imap.inmq.example } }',
  postman: 'postman: { smtp: { host: smtp.inmq.example } }',
  meeting: 'meeting: { location: https://rencontre.inmq.example }',
  more: '',
};
const staff = `staff:
  - { id: mtremblay, name: Marie Tremblay, address: mtremblay@inmq.example, roles: [officer] }
  - { id: dlavoie, name: Denis Lavoie, address: dlavoie@inmq.example, roles: [approver] }
`;
const partners = `partners:
  - { id: cfp, name: CFP Boréal, contacts: [{ name: Luc Gagnon, address: lg@cfp.example }] }
`;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-config-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function write(files: { greffier?: Partial<typeof house>; staff?: string; partners?: string }): Promise<void> {
  await writeFile(join(directory, 'greffier.yaml'), Object.values({ ...house, ...files.greffier }).join('\n'));
  await writeFile(join(directory, 'staff.yaml'), files.staff ?? staff);
  await writeFile(join(directory, 'partners.yaml'), files.partners ?? partners);
}

async function loaded(env: Record<string, string> = secrets) {
  const result = await loadConfig({ directory, env });
  if ('mistakes' in result) throw new Error(result.mistakes.map(inWords).join('\n'));
  return result;
}

/** The mistakes as they are printed, without the directory in front. */
async function mistakes(env: Record<string, string> = secrets): Promise<string[]> {
  const result = await loadConfig({ directory, env });
  return 'mistakes' in result ? result.mistakes.map((each) => inWords(each).replaceAll(`${directory}/`, '')) : [];
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

describe('what is wrong', () => {
  test('in all files is told at once, in the order of the lines', async () => {
    await write({
      greffier: {
        meeting: 'meeting: { host: mtremblai, location: Salle 2, minutes: 1.5 }',
        more: 'timeZone: America/Torronto',
      },
      staff: staff.replace('[approver]', '[aprover]'),
      partners: partners.replace('lg@cfp.example', 'MTremblay@inmq.example'),
    });
    expect(await mistakes({})).toEqual([
      expect.stringContaining('intake.imap.password'),
      expect.stringContaining('postman.smtp.password'),
      'greffier.yaml:11:18: meeting.host: read mtremblai, expected the id of a person in staff.yaml: mtremblay, dlavoie (did you mean mtremblay?)',
      'greffier.yaml:11:57: meeting.minutes: read 1.5, expected a whole number from 5 to 480',
      'greffier.yaml:12:11: timeZone: read America/Torronto, expected a time zone such as America/Toronto (did you mean America/Toronto?)',
      'staff.yaml:3:79: staff[1].roles[0]: read aprover, expected one of clerk, officer, approver, privacy-officer (did you mean approver?)',
      'partners.yaml:2:74: partners[0].contacts[0].address: read MTremblay@inmq.example, expected an address that stands nowhere else (it is in staff.yaml, staff[0].address)',
    ]);
  });

  const many: [string, Partial<typeof house>, string][] = [
    ['an unknown key', { more: 'refrencePrefix: INM' }, '12:1: refrencePrefix: read an unknown key'],
    ['an unknown key, its like', { more: 'refrencePrefix: INM' }, '(did you mean referencePrefix?)'],
    ['a missing section', { meeting: '' }, '2:1: meeting: read nothing, expected a section with the keys host'],
    ['an empty section', { meeting: 'meeting:' }, '11:1: meeting: read nothing, expected a section'],
    ['a number as text', { more: 'authservId: 12' }, '12:13: authservId: read 12, expected text, in quotes'],
    [
      'two ways in',
      { intake: 'intake: { maildir: /m, imap: { host: h } }' },
      'intake: read a section (maildir, imap), expected exactly one',
    ],
    [
      'no way in',
      { intake: 'intake: {}' },
      '9:9: intake: read a section (empty), expected exactly one of the keys imap, maildir',
    ],
    [
      'a port in the host',
      { intake: 'intake: { imap: { host: imap.x:993 } }' },
      'read imap.x:993, expected a host name',
    ],
    ['a time zone by offset', { more: "timeZone: '-05:00'" }, "timeZone: read '-05:00', expected a time zone"],
    ['a level that does not exist', { more: 'logLevel: loud' }, 'logLevel: read loud, expected one of debug, info'],
    [
      'a last day in cron',
      { more: "modalities: { short: { schedule: '0 9 L * *' } }" },
      "read '0 9 L * *', expected a cron expression (L is not supported in dayOfMonth",
    ],
    [
      'a nearest weekday in cron',
      { more: "modalities: { short: { schedule: '0 9 15W * *' } }" },
      '15W is not supported in dayOfMonth',
    ],
    [
      'an nth weekday in cron',
      { more: "modalities: { short: { schedule: '0 9 * * MON#2' } }" },
      '1#2 is not supported in dayOfWeek',
    ],
    ['a minute 61 in cron', { more: "modalities: { short: { schedule: '61 9 * * *' } }" }, '61 is no minute'],
    [
      'four fields in cron',
      { more: "modalities: { short: { schedule: '0 9 * *' } }" },
      'expected 5 or 6 fields but got 4',
    ],
    [
      'a schedule that never comes',
      { more: "modalities: { short: { schedule: '0 9 31 2 *' } }" },
      "read '0 9 31 2 *', expected a cron expression (31 2 is an impossible day of month for the given month)",
    ],
    [
      'an own address twice',
      { institute: house.institute.replace('address:', 'aliases: [info@inmq.example]\n  address:') },
      'institute.aliases[0]: read info@inmq.example',
    ],
    [
      'the inbox as a folder',
      { more: 'folders: { staff: Inbox }' },
      'folders.staff: read Inbox, expected another folder than the inbox',
    ],
    [
      'a password in clear',
      { postman: 'postman: { smtp: { host: mail.example, security: none } }' },
      'postman.smtp.security: read none, expected tls or starttls',
    ],
    ['a tab', { more: 'folders:\n\tstaff: x' }, '13:1: read a tab at the beginning of the line, expected valid YAML'],
    ['a key twice', { more: 'codeMinutes: 5\ncodeMinutes: 6' }, '13:1: read a key that the same section has already'],
    ['a second document', { more: '---\nx: 1' }, 'read a second document'],
  ];
  test.each(many)('%s', async (_, greffier, expected) => {
    await write({ greffier });
    expect((await mistakes()).join('\n')).toContain(expected);
  });

  test.each([
    [
      'an id twice',
      staff.replace('id: dlavoie', 'id: mtremblay'),
      '3:11: staff[1].id: read mtremblay, expected an id that no',
    ],
    ['no approver', staff.replace('[approver]', '[clerk]'), 'expected at least one person with the role approver'],
    ['nobody', 'staff: []', 'staff.yaml:1:8: staff: read a list, expected at least one person'],
    ['an empty file', '', 'staff.yaml:1:1: staff: read nothing, expected a list of people'],
    ['no mapping', '- x', 'staff.yaml:1:1: read a list, expected a section with the keys staff'],
    ['an id with spaces', staff.replace('id: dlavoie', 'id: Denis Lavoie'), 'read Denis Lavoie, expected an id'],
    ['aliases that explode', bomb(), 'read too many aliases (*), expected valid YAML'],
  ])('staff: %s', async (_, text, expected) => {
    await write({ staff: text });
    expect((await mistakes()).join('\n')).toContain(expected);
  });

  test('a file in another charset, and one that cannot be read', async () => {
    await write({});
    await writeFile(join(directory, 'staff.yaml'), Buffer.from('staff: # équipe', 'latin1'));
    await rm(join(directory, 'partners.yaml'));
    expect(await mistakes()).toEqual([
      'staff.yaml: read bytes that are not UTF-8, expected text in UTF-8',
      expect.stringMatching(/^partners\.yaml: read nothing, expected this file/),
    ]);
  });
});

function bomb(): string {
  const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'])
    rows.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]`);
  return rows.join('\n');
}
