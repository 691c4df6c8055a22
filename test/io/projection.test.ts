import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentRegister, openProjection } from '../../src/io/projection.ts';
import { documentHash, YearFile } from '../../src/io/year-file.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import { type Entry, entry as entrySchema } from '../../src/model/events.ts';
import { emptyRegister, type Register, type YearDocument } from '../../src/model/register.ts';
import { anyText } from '../any-text.ts';
import { chain, noon, payload, registration } from '../fakes/entries.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { FakeJournal } from '../fakes/journal.ts';
import { collectingLog } from '../fakes/log.ts';

const lastYear = '2025-12-30T12:00:00.000Z';

test('a checkpoint loads again as what it was', async () => {
  const { folder, register } = await checkpointed([lastYear, noon]);
  expect((await readdir(folder)).sort()).toEqual(['2025.json', '2026.json', 'checkpoint.json']);
  const loaded = await openProjection(folder, collectingLog().log).load();
  expect(loaded).toEqual({ position: 2, head: register.head, documents: [...register.years.values()] });
});

test('people can read it: indented, one line a field', async () => {
  const { folder, register } = await checkpointed([noon]);
  expect(await readFile(join(folder, '2026.json'), 'utf8')).toBe(
    `${JSON.stringify(register.years.get(2026), null, 2)}\n`,
  );
});

test('only the documents that changed are written again', async () => {
  const { folder, register, projection, journal } = await checkpointed([lastYear, noon]);
  const before = await Promise.all([2025, 2026].map(async (year) => (await stat(join(folder, `${year}.json`))).ino));
  for (const entry of chain([noon], journal.entries.at(-1))) apply(register, entry);
  expect(await projection.checkpoint(register)).toBe(true);
  const after = await Promise.all([2025, 2026].map(async (year) => (await stat(join(folder, `${year}.json`))).ino));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect((await openProjection(folder, collectingLog().log).load())?.position).toBe(3);
});

test('loaded, then continued: what did not change is not written', async () => {
  const { folder, journal } = await checkpointed([lastYear, noon]);
  const before = (await stat(join(folder, '2025.json'))).ino;
  const projection = openProjection(folder, collectingLog().log);
  for (const entry of chain([noon], journal.entries.at(-1))) await journal.append(entry, entry.seq - 1);
  expect(await projection.checkpoint(await currentRegister(projection, journal))).toBe(true);
  expect((await stat(join(folder, '2025.json'))).ino).toBe(before);
});

test.each([
  ['deleted', (path: string) => rm(path), 'checkpoint.json'],
  ['deleted', (path: string) => rm(path), '2026.json'],
  ['emptied', (path: string) => writeFile(path, ''), '2026.json'],
  ['emptied', (path: string) => writeFile(path, ''), 'checkpoint.json'],
  ['edited', async (path: string) => writeFile(path, `${await readFile(path, 'utf8')} `), '2025.json'],
  ['edited', async (path: string) => writeFile(path, `${await readFile(path, 'utf8')} `), 'checkpoint.json'],
])('%s: rebuilt from the journal, byte for byte (%#)', async (_, damage, name) => {
  const { folder, journal } = await checkpointed([lastYear, noon, noon]);
  const before = await contents(folder);
  await damage(join(folder, name));
  const projection = openProjection(folder, collectingLog().log);
  expect(await projection.load()).toBeUndefined();
  expect(await projection.checkpoint(await currentRegister(projection, journal))).toBe(true);
  expect(await contents(folder)).toEqual(before);
});

test('rebuilt from what the journal reads, a document is the same as the one that was lived', async () => {
  const folder = await temporaryFolder();
  const journal = new FakeJournal();
  const lived = emptyRegister();
  const mail = registration('INMQ-2026-0001', 'a'.repeat(64));
  const { why, kind, ...rest } = mail[0];
  // Key order of the code that decides, not of the schema.
  const events = [{ why, ...rest, messageId: undefined, kind }, mail[1]];
  const entry = seal(payload('mail/1', events as never), noon, undefined);
  await journal.append(entry, 0);
  apply(lived, entry);
  const rebuilt = emptyRegister();
  apply(rebuilt, entrySchema.parse(JSON.parse(JSON.stringify(entry))));
  const [one, other] = [lived, rebuilt].map((register) => documentHash(register.years.get(2026) as YearDocument));
  expect(one).toBe(other);
  expect(await openProjection(folder, collectingLog().log).checkpoint(lived)).toBe(true);
});

test.each([
  ['before shapes were counted', (text: string) => text.replace(/ {2}"shape": \d+,\n/, ''), 'shape 1,'],
  ['by a newer clerk', (text: string) => text.replace(/"shape": \d+/, '"shape": 99'), 'shape 99,'],
])('a checkpoint made %s is rebuilt from the journal, and that is told', async (_, made, said) => {
  const { folder, journal } = await checkpointed([lastYear, noon]);
  const before = await contents(folder);
  const path = join(folder, 'checkpoint.json');
  const manifest = made(before['checkpoint.json'] ?? '');
  expect(manifest).not.toBe(before['checkpoint.json']);
  await writeFile(path, manifest);
  const { log, lines } = collectingLog();
  const projection = openProjection(folder, log);
  expect(await projection.load()).toBeUndefined();
  expect(JSON.stringify(lines)).toContain(said);
  expect(await projection.checkpoint(await currentRegister(projection, journal))).toBe(true);
  expect(await contents(folder)).toEqual(before);
});

test('what makes it untrusted is told', async () => {
  const { folder } = await checkpointed([noon]);
  await writeFile(join(folder, '2026.json'), '{}');
  const { log, lines } = collectingLog();
  await openProjection(folder, log).load();
  expect(lines).toMatchObject([{ level: 40, year: '2026' }]);
});

test('when the register goes on meanwhile the last checkpoint stands', async () => {
  const { folder, register, projection, journal } = await checkpointed([lastYear, noon]);
  const before = await contents(folder);
  const [next, after] = chain([noon, noon], journal.entries.at(-1)) as [Entry, Entry];
  apply(register, next);
  const writing = projection.checkpoint(register);
  await Promise.resolve();
  apply(register, after);
  expect(await writing).toBe(false);
  expect(await contents(folder)).toEqual(before);
  expect(await projection.checkpoint(register)).toBe(true);
});

test('checkpoints asked for at once are taken one after the other', async () => {
  const { folder, register, projection, journal } = await checkpointed([lastYear, noon]);
  for (const entry of chain([noon], journal.entries.at(-1))) apply(register, entry);
  expect(await Promise.all([1, 2, 3].map(() => projection.checkpoint(register)))).toEqual([true, true, true]);
  expect((await openProjection(folder, collectingLog().log).load())?.position).toBe(3);
});

test('a checkpoint that failed leaves the next one free', async () => {
  const folder = join(await temporaryFolder(), 'register');
  const projection = openProjection(folder, collectingLog().log);
  const register = emptyRegister();
  for (const entry of chain([noon])) apply(register, entry);
  await writeFile(folder, 'a file where a folder should be');
  await expect(projection.checkpoint(register)).rejects.toThrow();
  await rm(folder);
  expect(await projection.checkpoint(register)).toBe(true);
});

test('a journal that is shorter than the checkpoint, or another, is not used', async () => {
  const { folder, journal } = await checkpointed([lastYear, noon]);
  const current = (entries: readonly Entry[]) =>
    currentRegister(openProjection(folder, collectingLog().log), new FakeJournal(entries));
  expect((await current(journal.entries)).position).toBe(2);
  await expect(current(journal.entries.slice(0, 1))).rejects.toThrow('entry 2 of the journal is not the one it names');
  await expect(current([])).rejects.toThrow('it ends at 0');
  const other = chain([lastYear, '2026-11-24T17:00:00.000Z']);
  await expect(current(other)).rejects.toThrow('entry 2 of the journal is not the one it names');
});

test('a document is written in pieces, and reads like one', async () => {
  const folder = await temporaryFolder();
  const text = anyText();
  const record = fc.record({ at: text, list: fc.array(text), empty: fc.constant({}) });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(text, record), fc.array(record), async (table, list) => {
      const document = { year: 2026, position: 7, requests: table, mails: {}, alarms: list } as unknown as YearDocument;
      const file = new YearFile(join(folder, '2026.json'));
      await file.write(document);
      await file.publish();
      const bytes = await readFile(join(folder, '2026.json'), 'utf8');
      expect(bytes).toBe(`${JSON.stringify(document, null, 2)}\n`);
      expect(documentHash(document)).toBe(file.hash);
    }),
    { numRuns: 40 },
  );
});

async function checkpointed(instants: readonly string[]) {
  const folder = join(await temporaryFolder(), 'register');
  const journal = new FakeJournal(chain(instants));
  const register: Register = emptyRegister();
  for (const entry of journal.entries) apply(register, entry);
  const projection = openProjection(folder, collectingLog().log);
  expect(await projection.checkpoint(register)).toBe(true);
  return { folder, journal, register, projection };
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}
