import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { triageFiles } from '../../src/cli/triage.ts';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-'));
  await writeFile(
    path('request.eml'),
    'From: Ama <a@tgtu.example>\nSubject: Re: Formation\n\nBonjour, nous cherchons une formation.\n\nLe 2 nov. 2026, X a écrit :\n> oui\n',
  );
  await writeFile(
    path('bounce.eml'),
    'From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n<a@x.example>:\n550 5.1.1 unknown\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function run(paths: string[], json: boolean, lines: string[] = []) {
  const out: string[] = [];
  const stdin = (async function* () {
    yield* lines;
  })();
  const code = await triageFiles({ json, paths }, { out: (text) => out.push(text), err: () => {}, lines: stdin });
  return { code, out };
}

test('one line of JSON a mail, in order; what cannot be read is a line too', async () => {
  const { code, out } = await run([path('request.eml'), path('missing.eml'), path('bounce.eml')], true);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    {
      file: path('request.eml'),
      kind: 'request',
      why: expect.any(String),
      answerable: true,
      from: 'a@tgtu.example',
      subject: 'Re: Formation',
      text: 'Bonjour, nous cherchons une formation.',
      language: 'fr',
      deliveries: [],
      calendar: null,
    },
    {
      file: path('missing.eml'),
      kind: 'unreadable',
      why: expect.stringContaining('ENOENT'),
      answerable: false,
      from: '',
      subject: '',
      text: '',
      language: '',
      deliveries: [],
      calendar: null,
    },
    expect.objectContaining({
      kind: 'bounce',
      answerable: false,
      deliveries: [
        {
          recipient: 'a@x.example',
          status: '5.1.1',
          action: 'failed',
          diagnostic: expect.stringContaining('550 5.1.1'),
        },
      ],
    }),
  ]);
});

test.each([[['-']], [[]]])('paths come from standard input for %j', async (paths) => {
  const { out } = await run(paths, true, [path('request.eml'), '', path('bounce.eml')]);
  expect(out.map((line) => JSON.parse(line).kind)).toEqual(['request', 'bounce']);
});

test('without --json each line is for people', async () => {
  const { out } = await run([path('request.eml')], false);
  expect(out).toEqual([expect.stringMatching(/^request\s+\S*request\.eml/)]);
});
