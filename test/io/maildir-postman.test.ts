import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { maildirOf, openMaildirPostman } from '../../src/io/maildir-postman.ts';
import { postmanContract } from '../contracts/postman.ts';

const log = pino({ level: 'silent' });

postmanContract('Maildir', async () => {
  const base = await mkdtemp(join(tmpdir(), 'greffier-postman-'));
  const root = join(base, 'trial');
  const postman = openMaildirPostman({ root, log });
  await postman.send({ envelope: { from: '', to: 'first@x.example' }, raw: Buffer.from('makes the root\r\n') });
  // A file where the Maildir should be: the disk says no.
  await writeFile(join(root, 'later@x.example'), '');
  return {
    postman,
    deferring: 'later@x.example',
    refusing: 'never',
    received: (address) => mailsOf(join(root, address)),
    breakDown: async () => {
      await rm(root, { recursive: true });
      await writeFile(root, 'no folder');
    },
    end: () => rm(base, { recursive: true }),
  };
});

test('what the disk says is the response', async () => {
  const base = await mkdtemp(join(tmpdir(), 'greffier-postman-'));
  await writeFile(join(base, 'a@x.example'), '');
  const postman = openMaildirPostman({ root: base, log });
  const outcome = await postman.send({ envelope: { from: '', to: 'a@x.example' }, raw: Buffer.from('x\r\n') });
  expect(outcome.response).toMatch(/cannot deliver into .*a@x\.example: .*(ENOTDIR|EEXIST)/);
  await rm(base, { recursive: true });
});

describe('the folder of an address', () => {
  const root = '/data/trial';

  test.each([
    ['info@greffier.test', 'info@greffier.test'],
    ['K.Amani+mines@Mines-CI.example', 'k.amani+mines@mines-ci.example'],
    ['../../etc/passwd@x.example', '%2e.%2f..%2fetc%2fpasswd@x.example'],
    ['.hidden@x.example', '%2ehidden@x.example'],
    ['a/b\\c@x.example', 'a%2fb%5cc@x.example'],
    ['a@x/../../y', 'a@x%2f..%2f..%2fy'],
    ['inês@x.example', 'in%c3%aas@x.example'],
    ['ine\u0302s@x.example', 'in%c3%aas@x.example'],
    ['100%@x.example', '100%25@x.example'],
  ])('of %s is %s', (address, folder) => {
    expect(maildirOf(root, address)).toBe(join(root, folder));
  });

  test.each([
    '',
    '@',
    'a@',
    '@x.example',
    'nobody',
    'a b@x.example',
    'a@x.example\0',
    'a@x\n',
    '<a@x>',
    `${'a'.repeat(300)}@x`,
  ])('there is none for %j', (address) => {
    expect(maildirOf(root, address)).toBeUndefined();
  });

  test('whatever the address: directly in the root, and nobody else’s', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '..', '/', '\\', '%', '2', 'e', '~', ':', '\0', 'é', 'e\u0301'),
      minLength: 1,
    });
    const address = fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}`);
    fc.assert(
      fc.property(address, address, (one, other) => {
        const path = maildirOf(root, one);
        if (path === undefined) return;
        expect(dirname(resolve(path))).toBe(root);
        expect(basename(path)).toMatch(/^[a-z0-9@_+=%-][a-z0-9@._+=%-]*$/);
        const equal = (text: string) => text.normalize('NFC').toLowerCase();
        expect(maildirOf(root, other) === path).toBe(equal(one) === equal(other));
      }),
      { numRuns: 1000 },
    );
  });
});

async function mailsOf(path: string): Promise<Buffer[]> {
  const names = await readdir(join(path, 'new')).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(path, 'new', name))));
}
