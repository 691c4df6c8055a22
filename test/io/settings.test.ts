import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { house, mistakesIn, partners, staff, write as writeIn } from '../configuration.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-config-'));
});
afterEach(() => rm(directory, { recursive: true }));

const write = (files: Parameters<typeof writeIn>[1]) => writeIn(directory, files);
const mistakes = (env?: Record<string, string>) => mistakesIn(directory, env);

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
    [
      'a change of a zone without its offset',
      { more: "zoneChanges: { America/Toronto: { since: '2027-11-07', offset: '-04:00' } }" },
      "zoneChanges.America/Toronto.since: read '2027-11-07', expected a moment such as 2026-09-20T01:00:00Z",
    ],
    [
      'a change of an unknown zone',
      { more: "zoneChanges: { America/Torronto: { since: '2027-11-07T06:00:00Z', offset: '-04:00' } }" },
      'America/Torronto',
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
