import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-program-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function greffier(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(words, {
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
  });
  return { code, ...said };
}

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s shows every command, with examples', async (word) => {
    const { code, out, err } = await greffier(word);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const verb of ['start', 'check', 'triage', 'register', 'verify', 'demo']) expect(out).toMatch(`\n  ${verb} `);
    expect(out).toContain('Examples:\n  greffier start');
    expect(out).toContain('Exit codes:');
  });

  test.each([
    [['start', '--help']],
    [['check', '-h']],
    [['triage', '--help']],
    [['register', 'list', '--help']],
    [['register', 'show', '--help']],
    [['verify', '--help']],
    [['demo', '--help']],
    [['help', 'verify']],
  ])('%o shows usage and examples', async (words) => {
    const { code, out, err } = await greffier(...words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const path = words.filter((word) => /^[a-z]/.test(word) && word !== 'help').join(' ');
    expect(out).toMatch(`Usage: greffier ${path}`);
    expect(out).toMatch(`Examples:\n  `);
    expect(out).toMatch(`greffier ${path}`);
  });

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await greffier('--version')).toEqual({ code: 0, out: `${version}\n\n`, err: '' });
  });
});

describe('wrong usage ends with 2 and changes nothing', () => {
  test.each([
    [[], 'Usage: greffier'],
    [['strat'], "unknown command 'strat'\n(Did you mean start?)"],
    [['register'], 'Usage: greffier register'],
    [['register', 'lst'], "unknown command 'lst'\n(Did you mean list?)"],
    [['register', 'show'], "missing required argument 'reference'"],
    [['register', 'show', 'A', 'B'], 'too many arguments'],
    [['check', '--confg', 'x'], "unknown option '--confg'\n(Did you mean --config?)"],
    [['verify', '--data'], 'argument missing'],
    [['demo', 'now'], 'too many arguments'],
  ])('%o', async (words, expected) => {
    const { code, out, err } = await greffier(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
  });

  test.each([[['start']], [['check']], [['register', 'list']], [['verify']], [['triage', 'x.eml']]])(
    '%o with a configuration that is not there',
    async (words) => {
      const { code, out, err } = await greffier(...words, '--config', join(directory, 'nowhere'));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${join(directory, 'nowhere', 'greffier.yaml')}: read nothing, expected this file`);
    },
  );
});

describe('the verbs get their words and options', () => {
  test('triage: paths, --json', async () => {
    const path = join(directory, 'a.eml');
    await writeFile(path, 'From: Ama <ama@tgtu.example>\nTo: info@inmq.example\nSubject: Rescue\n\nCould you help?\n');
    const { code, out } = await greffier('triage', path, '--json', join(directory, 'b.eml'));
    const rows = out.trim().split('\n');
    expect(code).toBe(0);
    expect(rows.map((row) => JSON.parse(row) as unknown)).toMatchObject([
      { file: path, kind: 'request', from: 'ama@tgtu.example', answerable: true },
      { file: join(directory, 'b.eml'), kind: 'unreadable', answerable: false },
    ]);
  });

  test('triage: with a configuration its people are known, without the passwords of its servers', async () => {
    const files = {
      'greffier.yaml': `
institute: { name: I, address: info@inmq.example, postalAddress: P, telephone: '1', supervisor: S, privacy: P }
intake: { imap: { host: imap.inmq.example } }
postman: { smtp: { host: smtp.inmq.example } }
meeting: { location: L }`,
      'staff.yaml': 'staff: [{ id: m, name: M, address: m@inmq.example, roles: [officer, approver] }]',
      'partners.yaml': 'partners: [{ id: p, name: P, contacts: [{ name: N, address: n@p.example }] }]',
      'staff.eml': 'From: m@inmq.example\nTo: info@inmq.example\nSubject: pour mémoire\n\nÀ suivre.\n',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    const mail = join(directory, 'staff.eml');
    const kind = (out: string) => (JSON.parse(out) as { kind: string }).kind;
    expect(kind((await greffier('triage', '--json', mail)).out)).toBe('request');
    expect(kind((await greffier('triage', '--json', '--config', directory, mail)).out)).toBe('note');
  });

  test('verify and register: --data goes without a configuration', async () => {
    const nowhere = join(directory, 'none');
    for (const words of [['verify'], ['register', 'list'], ['register', 'show', 'INMQ-2026-0042']]) {
      const { code, err } = await greffier(...words, '--data', nowhere);
      expect(code).toBe(1);
      expect(err).toContain(`no journal in ${nowhere}`);
    }
  });
});
