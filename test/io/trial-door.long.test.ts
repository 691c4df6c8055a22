import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTrialDoor } from '../../src/io/trial-door.ts';

const log = pino({ level: 'silent' });
const staff = [
  { address: 'mtremblay@greffier.test', password: 'mot de passe' },
  { address: 'dlavoie@greffier.test', password: 'autre' },
];
const tremblay = { user: 'mtremblay@greffier.test', pass: 'mot de passe' };

let root: string;
let door: Awaited<ReturnType<typeof openTrialDoor>>;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'greffier-door-'));
  door = await openTrialDoor({ port: 0, root, staff, domain: 'greffier.test', log, sizeLimit: 5000 });
});
afterEach(async () => {
  await door.close();
  await rm(root, { recursive: true });
});

describe('what it takes', () => {
  test('lands in the Maildir of each recipient, once, with its own fields on top', async () => {
    const raw = 'From: k.amani@mines-ci.example\r\nSubject: Demande\r\n folded\r\n\r\nBonjour\r\n.\r\nfin\r\n';
    const to = ['info@greffier.test', 'INFO@greffier.test', 'mtremblay@greffier.test'];
    await send(raw, { from: 'k.amani@mines-ci.example', to });
    const [mail, ...more] = await mails('info@greffier.test');
    expect(more).toEqual([]);
    expect(await mails('mtremblay@greffier.test')).toEqual([mail]);
    expect(mail).toMatch(
      new RegExp(
        [
          '^Return-Path: <k\\.amani@mines-ci\\.example>\\r\\n',
          'Authentication-Results: greffier\\.test; dmarc=none\\r\\n',
          'Received: from [\\w.:[\\]-]+ \\(\\[127\\.0\\.0\\.1\\]\\)\\r\\n',
          '\\tby greffier\\.test with ESMTP id \\w+; \\w{3}, .* \\+0000\\r\\n',
          'Date: \\w{3}, .* \\+0000\\r\\n',
          'Message-ID: <\\w+\\.\\d+@greffier\\.test>\\r\\n',
          'From: ',
        ].join(''),
      ),
    );
    expect(mail?.endsWith(raw)).toBe(true);
  });

  test('the null sender and the body’s bytes stay as they are', async () => {
    const body = Buffer.from([0xe9, 0x80, 0xff, 0x0d, 0x0a, 0x0d, 0x0a, 0x41, 0x0d, 0x0a]);
    await send(Buffer.concat([Buffer.from('Subject: \xe9\r\n\r\n', 'latin1'), body]), {
      from: '',
      to: ['a@x.example'],
    });
    const [bytes] = await rawMails('a@x.example');
    expect(bytes?.subarray(-body.length)).toEqual(body);
    expect(bytes?.includes(Buffer.from('Subject: \xe9\r\n', 'latin1'))).toBe(true);
    expect(bytes?.toString()).toContain('Return-Path: <>\r\n');
  });

  test.each([
    ['only a body', '\r\nBonjour\r\n', /Message-ID: .*\r\n\r\nBonjour\r\n$/],
    ['only a header', 'Subject: x\r\n', /\r\nSubject: x\r\n\r\n$/],
    ['LF only', 'Subject: x\n\nBonjour', /\r\nSubject: x\r\n\r?\nBonjour\r?\n$/],
    ['nothing', '', /Message-ID: .*\r\n\r\n$/],
  ])('a mail with %s is whole', async (_, raw, expected) => {
    await wire(
      'MAIL FROM:<a@x.example>',
      'RCPT TO:<info@greffier.test>',
      'DATA',
      `${raw}${raw.endsWith('\n') || raw === '' ? '' : '\r\n'}.`,
    );
    expect((await mails('info@greffier.test'))[0]).toMatch(expected);
  });
});

describe('the verdict on the From', () => {
  const cases: [string, string, typeof tremblay | undefined, boolean][] = [
    ['without a login', 'From: mtremblay@greffier.test', undefined, false],
    ['one’s own address', 'From: mtremblay@greffier.test', tremblay, true],
    ['one’s own address, named and in capitals', 'From: "Tremblay, Marie" <MTremblay@Greffier.test>', tremblay, true],
    ['one’s own address, folded', 'From:\r\n =?utf-8?q?Marie?=\r\n <mtremblay@greffier.test>', tremblay, true],
    ['a colleague’s address', 'From: dlavoie@greffier.test', tremblay, false],
    [
      'a colleague’s address, one’s own as the name',
      'From: "mtremblay@greffier.test" <dlavoie@greffier.test>',
      tremblay,
      false,
    ],
    ['two addresses', 'From: mtremblay@greffier.test, dlavoie@greffier.test', tremblay, false],
    ['two From fields', 'From: mtremblay@greffier.test\r\nFrom: dlavoie@greffier.test', tremblay, false],
    ['two From fields, one odd', 'From: mtremblay@greffier.test\r\nfrom : dlavoie@greffier.test', tremblay, false],
    ['two From fields, one empty', 'From: mtremblay@greffier.test\r\nFROM:', tremblay, false],
    ['a group', 'From: x: mtremblay@greffier.test, dlavoie@greffier.test;', tremblay, false],
    ['no From', 'Sender: mtremblay@greffier.test', tremblay, false],
    ['a From in the body', 'Subject: x\r\n\r\nFrom: mtremblay@greffier.test', tremblay, false],
  ];
  test.each(cases)('%s', async (_, head, auth, proven) => {
    await send(
      `${head}\r\nSubject: x\r\n\r\nx\r\n`,
      { from: 'mtremblay@greffier.test', to: ['info@greffier.test'] },
      auth,
    );
    const [mail = ''] = await mails('info@greffier.test');
    const verdicts = [...mail.matchAll(/^Authentication-Results: (.*)\r\n/gm)].map(([, value]) => value);
    expect(verdicts).toEqual([`greffier.test; ${proven ? 'dmarc=pass header.from=greffier.test' : 'dmarc=none'}`]);
  });

  test.each([
    'Authentication-Results: greffier.test; dmarc=pass header.from=greffier.test',
    'authentication-results:\r\n\tGREFFIER.test 1; dmarc=pass header.from=greffier.test',
    'Authentication-Results : (comment) greffier.test; dmarc=pass',
    'Authentication-Results: "greffier\\.test"; dmarc=pass',
    'Authentication-Results: =?utf-8?q?greffier.test?=; dmarc=pass',
    'Return-Path: <mtremblay@greffier.test>',
  ])('what a stranger brings along is taken off: %j', async (field) => {
    const raw = `Subject: x\r\n${field}\r\nFrom: mtremblay@greffier.test\r\n\r\nx\r\n`;
    await send(raw, { from: 'evil@x.example', to: ['info@greffier.test'] });
    const [mail = ''] = await mails('info@greffier.test');
    expect(mail).not.toContain('dmarc=pass');
    expect(mail.match(/^Return-Path:.*$/gim)).toEqual(['Return-Path: <evil@x.example>']);
    expect(mail).toMatch(/\r\nSubject: x\r\nFrom: mtremblay@greffier\.test\r\n\r\nx\r\n$/);
  });
});

describe('what it refuses', () => {
  test.each([
    ['an unknown person', { user: 'nobody@greffier.test', pass: 'x' }],
    ['a wrong password', { ...tremblay, pass: 'mot de passe ' }],
    ['a colleague’s password', { ...tremblay, pass: 'autre' }],
    ['an empty password', { ...tremblay, pass: '' }],
  ])('the login of %s: 535', async (_, { user, pass }) => {
    const plain = Buffer.from(`\0${user}\0${pass}`).toString('base64');
    expect(await wire(`AUTH PLAIN ${plain}`)).toMatch(/^535 /m);
    const login = ['AUTH LOGIN', Buffer.from(user).toString('base64'), Buffer.from(pass).toString('base64')];
    expect(await wire(...login)).toMatch(/^535 /m);
  });

  test('a mail that is too large: 552 with the limit, and nothing is kept', async () => {
    const raw = `Subject: x\r\n\r\n${'x'.repeat(70)}\r\n`.padEnd(6000, 'y');
    const to = ['info@greffier.test'];
    await expect(send(raw, { from: 'a@x.example', to })).rejects.toThrow(/552 .*5000 bytes/s);
    expect(await mails('info@greffier.test')).toEqual([]);
    await send('Subject: x\r\n\r\nx\r\n', { from: 'a@x.example', to });
    expect(await mails('info@greffier.test')).toHaveLength(1);
  });

  test('a mail while the disk says no: 451, so that the sender tries again', async () => {
    await writeFile(join(root, 'info@greffier.test'), '');
    const sending = send('Subject: x\r\n\r\nx\r\n', { from: 'a@x.example', to: ['info@greffier.test'] });
    await expect(sending).rejects.toThrow(/451/);
  });

  test('a recipient that is no address', async () => {
    expect(await wire('MAIL FROM:<a@x.example>', 'RCPT TO:<nobody>')).toMatch(/^5\d\d .*$/m);
  });

  test('a path as a recipient stays inside the root', async () => {
    await wire('MAIL FROM:<a@x.example>', 'RCPT TO:<../../../../tmp/evil@x.example>', 'DATA', 'x\r\n.');
    for (const name of await readdir(root)) expect(name).toMatch(/^%2e/);
  });

  test('a second door on the same port, in words', async () => {
    const second = openTrialDoor({ port: door.port, root, staff, domain: 'greffier.test', log });
    await expect(second).rejects.toThrow(`cannot open the trial door on 127.0.0.1:${door.port}: the port is taken`);
  });
});

test('closed, it takes nothing, and closing twice is no error', async () => {
  await door.close();
  await door.close();
  await expect(send('x\r\n', { from: 'a@x.example', to: ['info@greffier.test'] })).rejects.toThrow('ECONNREFUSED');
});

async function send(
  raw: string | Buffer,
  envelope: { from: string; to: string[] },
  auth?: typeof tremblay,
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true, ...(auth && { auth }) });
  await transport.sendMail({ raw, envelope: { ...envelope, from: envelope.from === '' ? false : envelope.from } });
}

/** Says the lines one after the other, each when the last was answered, and gives back all answers. */
function wire(...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const waiting = ['EHLO test', ...lines, 'QUIT'];
    let said = '';
    const socket = connect(door.port, '127.0.0.1');
    socket.on('error', reject).on('close', () => resolve(said));
    socket.on('data', (chunk) => {
      said += chunk;
      // A last line of an answer: code and space.
      if (/(^|\n)\d{3} .*\r\n$/.test(chunk.toString())) socket.write(`${waiting.shift() ?? ''}\r\n`);
    });
  });
}

async function mails(address: string): Promise<string[]> {
  return (await rawMails(address)).map((raw) => raw.toString());
}

async function rawMails(address: string): Promise<Buffer[]> {
  const folder = join(root, address, 'new');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}
