import { copyFile, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileJournal, openJournal } from '../../src/io/journal.ts';
import { JournalWatch } from '../../src/io/journal-watch.ts';
import { lineOf, seal } from '../../src/model/chain.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';

let folder: string;
let journal: FileJournal;
beforeEach(async () => {
  folder = await temporaryFolder();
  journal = await openJournal(folder, collectingLog().log);
});
afterEach(() => journal.close());

const last = () => (journal.head === undefined ? undefined : { seq: journal.position, hash: journal.head });
const append = async (count: number, month = '2026-11') => {
  // What arrives together shares one wait for the disk.
  const appended = Array.from({ length: count }, () => {
    const payload = { cause: `mail/${journal.position}`, author: 'greffier', events: [], emails: [] };
    return journal.append(seal(payload, `${month}-23T15:00:00.000Z`, last()), journal.position);
  });
  await Promise.all(appended);
};
const file = (month = '2026-11') => join(folder, `${month}.jsonl`);
const change = async (path: string, from: string, to: string) =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
/** Turns until something is said of the whole. */
const verdict = async (watch: JournalWatch) => {
  for (let i = 0; i < 500; i++) {
    const found = await watch.turn();
    if (found !== undefined) return found;
  }
  throw new Error('nothing was said in 500 turns');
};

describe('a journal that holds', () => {
  test('is read a piece each turn, over its files, and is whole after a round', async () => {
    await append(20, '2026-10');
    await append(20);
    const watch = await JournalWatch.open(folder, last(), 900);
    let turns = 1;
    while ((await watch.turn()) === undefined) turns += 1;
    expect(turns).toBeGreaterThan(10);
    await append(5);
    await append(3, '2026-12');
    for (let i = 0; i < 60; i++) expect(await watch.turn()).toBe('whole');
  });

  test('may be empty at first, and be in the middle of a line', async () => {
    const watch = await JournalWatch.open(folder, undefined);
    expect(await watch.turn()).toBe('whole');
    await append(2);
    await writeFile(file(), '{"seq":3,"at"', { flag: 'a' });
    expect(await verdict(watch)).toBe('whole');
    expect(await watch.turn()).toBe('whole');
  });
});

test.each<[string, () => Promise<void>, RegExp]>([
  ['a byte of an old line', () => change(file('2026-10'), 'mail/3', 'mail/4'), /2026-10.*after entry 3.*payloadHash/],
  ['a byte of the last line', () => change(file(), 'mail/39', 'mail/38'), /2026-11.*after entry 39/],
  [
    'a line taken out',
    async () => {
      const lines = (await readFile(file(), 'utf8')).split('\n');
      await writeFile(file(), [...lines.slice(0, 5), ...lines.slice(6)].join('\n'));
    },
    /shorter|seq is/,
  ],
  ['the end cut off', async () => truncate(file(), 1000), /2026-11.*shorter than it was/],
  ['an old file emptied', () => truncate(file('2026-10'), 0), /2026-11.*after entry 0.*seq is 21/],
  ['a file gone', () => rename(file(), join(folder, 'away')), /2026-11.jsonl is gone/],
  [
    'a file replaced by its copy',
    async () => {
      await copyFile(file(), join(folder, 'copy'));
      await rename(join(folder, 'copy'), file());
    },
    /replaced/,
  ],
  [
    'something appended by somebody else',
    () => writeFile(file(), 'hello\n', { flag: 'a' }),
    /after entry 40.*not JSON/,
  ],
])('%s is found, with its place', async (_, damage, fault) => {
  await append(20, '2026-10');
  await append(20);
  const watch = await JournalWatch.open(folder, last(), 900);
  await damage();
  expect(await verdict(watch)).toEqual({ fault: expect.stringMatching(fault) });
  // It stays so, as long as nobody mends it.
  for (let i = 0; i < 100; i++) expect(await watch.turn()).not.toBe('whole');
});

test('a chain that was written anew from its beginning is found, though it holds by itself', async () => {
  await append(20);
  const watch = await JournalWatch.open(folder, last(), 900);
  const lines: string[] = [];
  let before: { seq: number; hash: string } | undefined;
  for (let i = 0; i < 20; i++) {
    const payload = { cause: `MAIL/${i}`, author: 'greffier', events: [], emails: [] };
    const entry = seal(payload, '2026-11-23T15:00:00.000Z', before);
    lines.push(`${lineOf(entry)}\n`);
    before = entry;
  }
  await writeFile(file(), lines.join(''));
  expect(await verdict(watch)).toEqual({ fault: 'entry 20 is another one than was written' });
});

test('what was mended in its place is whole again after a round', async () => {
  await append(40);
  const watch = await JournalWatch.open(folder, last(), 900);
  await change(file(), 'mail/3"', 'mail/4"');
  expect(await verdict(watch)).toMatchObject({ fault: expect.stringContaining('after entry 3') });
  await change(file(), 'mail/4"', 'mail/3"');
  expect(await verdict(watch)).toBe('whole');
});
