import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { loadKeys } from '../../src/io/keys.ts';
import { lock } from '../../src/io/lock.ts';

let directory: string;
let data: string;
const open: SMTPServer[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-check-'));
  data = join(directory, 'data');
});
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(resolve));
  await rm(directory, { recursive: true });
});

interface Parts {
  intake?: string;
  postman?: string;
  more?: string;
}

/** The lines of `check` by what they are about. */
async function checked({
  intake,
  postman,
  more = '',
}: Parts = {}): Promise<{ code: number; lines: Map<string, string> }> {
  await writeFile(
    join(directory, 'greffier.yaml'),
    `
institute: { name: I, address: info@inmq.example, postalAddress: P, telephone: '1', supervisor: S, privacy: P }
dataDirectory: ${data}
intake: ${intake ?? `{ maildir: ${join(directory, 'in')} }`}
postman: ${postman ?? `{ maildir: ${join(directory, 'out')} }`}
meeting: { location: L }
${more}`,
  );
  await writeFile(
    join(directory, 'staff.yaml'),
    'staff: [{ id: m, name: M, address: m@inmq.example, roles: [officer, approver] }]',
  );
  await writeFile(
    join(directory, 'partners.yaml'),
    'partners: [{ id: p, name: P, contacts: [{ name: N, address: n@p.example }] }]',
  );
  const said: string[] = [];
  const code = await check({ config: directory }, { out: (text) => said.push(text), err: (text) => said.push(text) });
  return {
    code,
    lines: new Map(
      said.map((line) => [line.slice(6, 22).trim(), `${line.slice(0, 4).trim()}: ${line.slice(22).trim()}`]),
    ),
  };
}

/** A server that takes the password `geheim`; the result is its port. */
async function smtp(): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _, answer) => answer(password === 'geheim' ? null : new Error('wrong'), { user: 'info' }),
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.server.address() as AddressInfo).port;
}

test('a configuration that is enough passes, and nothing was written', async () => {
  const { code, lines } = await checked({ more: 'authservId: mx.inmq.example' });
  expect(Object.fromEntries(lines)).toMatchObject({
    configuration: 'ok: info@inmq.example, 1 staff, 1 partners',
    'data directory': expect.stringMatching(/^ok: .* is made at the first start/),
    lock: 'ok: free: no clerk is running',
    'signing keys': 'ok: are made at the first start',
    templates: expect.stringMatching(/^ok: all \d\d$/),
    intake: expect.stringMatching(/^ok: Maildir/),
    postman: expect.stringMatching(/^ok: Maildirs/),
    authority: 'ok: verdicts of mx.inmq.example are believed',
    runtime: expect.stringMatching(/^ok: node \d+\.\d+\.\d+, time zone tables 20/),
  });
  expect(code).toBe(0);
  await expect(rm(data, { recursive: true })).rejects.toThrow('ENOENT');
});

test('schedules are shown as local times to come', async () => {
  const { lines } = await checked({
    more: "timeZone: Africa/Abidjan\nmodalities: { short: { schedule: '30 8 * * MON' } }",
  });
  const when = /(?:^ok: | · )Mon (\d{4}-\d\d-\d\d) 08:30:00 GMT/g;
  const days = [...(lines.get('digest short') ?? '').matchAll(when)].map(([, day = '']) => Date.parse(day));
  expect(days).toHaveLength(3);
  expect(days.map((day) => new Date(day).getUTCDay())).toEqual([1, 1, 1]);
  expect((days[2] ?? 0) - (days[0] ?? 0)).toBe(14 * 86_400_000);
});

test('a clerk at work is seen', async () => {
  const held = await lock(data);
  expect((await checked()).lines.get('lock')).toMatch(
    new RegExp(`^ok: held by process ${process.pid} on .* is running`),
  );
  await held.release();
  expect((await checked()).lines.get('lock')).toBe('ok: free: no clerk is running');
});

test('signing keys that others may read, or that are missing beside a journal', async () => {
  await loadKeys(data);
  expect((await checked()).lines.get('signing keys')).toBe(`ok: ${join(data, 'keys.json')}`);
  await chmod(join(data, 'keys.json'), 0o640);
  const { code, lines } = await checked();
  expect(lines.get('signing keys')).toMatch(/^warn: .*\(mode 640\)/);
  expect(code).toBe(0);
  await rm(join(data, 'keys.json'));
  await mkdir(join(data, 'journal'));
  await writeFile(join(data, 'journal', '2026-11.jsonl'), '');
  const lost = await checked();
  expect(lost.lines.get('signing keys')).toMatch(/^fail: .*missing beside a journal/);
  expect(lost.code).toBe(1);
});

test('a data directory that is a file', async () => {
  await writeFile(data, '');
  const { code, lines } = await checked();
  expect(lines.get('data directory')).toMatch(/^fail: .*data is no directory/);
  expect(code).toBe(1);
});

test('an SMTP server is tried, with its login', async () => {
  const port = await smtp();
  const secret = join(directory, 'secret');
  await writeFile(secret, 'geheim', { mode: 0o600 });
  const settings = `host: 127.0.0.1, port: ${port}, security: none, password: { file: ${secret} }`;
  const right = await checked({ postman: `{ smtp: { ${settings} } }` });
  expect(right.lines.get('postman')).toBe(`ok: 127.0.0.1:${port}, logged in as info@inmq.example`);
  await writeFile(secret, 'falsch');
  const wrong = await checked({ postman: `{ smtp: { ${settings} } }` });
  expect(wrong.lines.get('postman')).toMatch(/^fail: 127.0.0.1:\d+, logged in as info@inmq.example: .*535/);
  expect(wrong.lines.get('postman')).not.toContain('falsch');
  expect(wrong.code).toBe(1);
  const plain = await checked({ postman: `{ smtp: { host: 127.0.0.1, port: ${port}, login: false } }` });
  expect(plain.lines.get('postman')).toMatch(/^fail: .*STARTTLS/);
});

test('servers that do not answer fail, each on its own line', async () => {
  const port = await smtp();
  const [server] = open.splice(0);
  await new Promise<void>((resolve) => server?.close(resolve));
  const secret = join(directory, 'secret');
  await writeFile(secret, 'geheim', { mode: 0o644 });
  const { code, lines } = await checked({
    intake: `{ imap: { host: 127.0.0.1, port: ${port}, password: { file: ${secret} } } }`,
    postman: `{ smtp: { host: 127.0.0.1, port: ${port}, security: none, login: false } }`,
  });
  expect(lines.get('intake')).toMatch(/^fail: info@inmq.example at 127.0.0.1:\d+, INBOX: .*ECONNREFUSED/);
  expect(lines.get('postman')).toMatch(/^fail: 127.0.0.1:\d+, without login: .*ECONNREFUSED/);
  expect(lines.get('secrets')).toMatch(/^warn: .*chmod 600/);
  expect(lines.get('authority')).toMatch(/^warn: no authservId/);
  expect(code).toBe(1);
});
