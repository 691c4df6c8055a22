import { cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/cli/verify.ts';
import { openJournal } from '../../src/io/journal.ts';
import { openProjection } from '../../src/io/projection.ts';
import { verifyRecord } from '../../src/io/verification.ts';
import { apply } from '../../src/model/apply.ts';
import { lineOf } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import { chain } from '../fakes/entries.ts';
import { filesIn, temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';
import { smallRecord } from '../fakes/record.ts';

const late = '2027-01-02T09:00:00.000Z';

test('a record that nobody touched is whole', async () => {
  const { folder, register } = await smallRecord();
  const verdict = await verifyRecord(folder);
  expect(verdict).toEqual({ ok: true, entries: 3, head: register.head, archived: 3, documents: 2 });
});

test('the verb prints it and returns 0, or prints the fault and returns 1', async () => {
  const { folder } = await smallRecord();
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  expect(await verify({ data: folder }, io)).toBe(0);
  expect(out.join('\n')).toContain('journal   3 entries, head ');
  expect(err).toEqual([]);
  await change(join(folder, 'journal', '2027-01.jsonl'), 'Appelée', 'Appelés');
  expect(await verify({ data: folder }, io)).toBe(1);
  expect(err.join('\n')).toContain('2027-01.jsonl line 2: the payload does not match payloadHash');
});

test('where there is no record, that is said', async () => {
  const folder = await temporaryFolder();
  expect(await verifyRecord(folder)).toEqual({ ok: false, fault: `there is no journal in ${folder}` });
});

test('white space between the words of a line or a document is found', async () => {
  for (const [file, from, to] of [
    ['journal/2027-01.jsonl', '"at":', '"at": '],
    ['journal/2026-12.jsonl', '\n', '\r\n'],
    ['register/2026.json', '\n  "', '\n "'],
    ['register/checkpoint.json', '": ', '":  '],
  ] as const) {
    const { folder } = await smallRecord();
    await change(join(folder, file), from, to);
    expect(await verifyRecord(folder)).toMatchObject({ ok: false, fault: expect.stringContaining(file.slice(-10)) });
  }
});

test('a journal that lost its end is found, wherever it ends now', async () => {
  const { folder } = await smallRecord();
  const path = join(folder, 'journal', '2027-01.jsonl');
  const whole = await readFile(path);
  const ends = [0, whole.indexOf('\n') + 1, whole.length - 1, whole.length >> 1];
  for (const end of ends) {
    await truncate(path, end);
    expect(await verifyRecord(folder)).toMatchObject({ ok: false, fault: expect.stringContaining('journal') });
    await writeFile(path, whole);
  }
  await rm(path);
  expect(await verifyRecord(folder)).toEqual({
    ok: false,
    fault: 'journal: it ends at entry 1, but register/checkpoint.json shows entry 3',
  });
  await rm(join(folder, 'register', 'checkpoint.json'));
  expect(await verifyRecord(folder)).toEqual({
    ok: false,
    fault: 'journal: it ends at entry 1, but register/2026.json shows entry 3',
  });
});

describe('what is missing or out of place', () => {
  test('an archived mail', async () => {
    const { folder, register } = await smallRecord();
    const id = register.requests.get('INMQ-2026-0001')?.mails[0] ?? '';
    await rm(join(folder, 'archive', id.slice(0, 2), `${id}.eml`));
    const fault = `archive/${id.slice(0, 2)}/${id}.eml: it is missing, and journal/2026-12.jsonl line 1 names it`;
    expect(await verifyRecord(folder)).toEqual({ ok: false, fault });
  });

  test('an archived file under another name', async () => {
    const { folder } = await smallRecord();
    const [file] = (await filesIn(folder)).filter((name) => name.startsWith('archive/'));
    await rename(join(folder, file ?? ''), join(folder, file ?? '').replace('.eml', '.txt'));
    expect(await verifyRecord(folder)).toMatchObject({
      fault: expect.stringContaining('it is not a name of the archive'),
    });
  });

  test.each([
    ['register/2026.json', 'register/2026.json: it is missing'],
    ['journal/2026-12.jsonl', 'journal: cannot trust 2027-01.jsonl line 1: seq is 2 where 1 was expected'],
  ])('%s', async (file, fault) => {
    const { folder } = await smallRecord();
    await rm(join(folder, file));
    expect(await verifyRecord(folder)).toEqual({ ok: false, fault });
  });

  test('the whole register: it will be rebuilt, nothing is lost', async () => {
    const { folder } = await smallRecord();
    await rm(join(folder, 'register'), { recursive: true });
    expect(await verifyRecord(folder)).toMatchObject({ ok: true, entries: 3, documents: 0 });
  });

  test('of two faults the journal’s is named first, then the archive’s', async () => {
    const { folder, register } = await smallRecord();
    const id = register.requests.get('INMQ-2027-0001')?.mails[0] ?? '';
    await change(join(folder, 'register', '2026.json'), 'Amani', 'Amano');
    await writeFile(join(folder, 'archive', id.slice(0, 2), `${id}.eml`), 'other');
    expect(await verifyRecord(folder)).toMatchObject({ fault: expect.stringContaining('archive/') });
    await change(join(folder, 'journal', '2027-01.jsonl'), 'Appelée', 'Appelés');
    expect(await verifyRecord(folder)).toMatchObject({ fault: expect.stringContaining('journal') });
  });
});

describe('what a crash leaves is no fault', () => {
  test('mails that no entry names yet, entries past the checkpoint', async () => {
    const { folder, register } = await smallRecord();
    await append(folder, chain([late], { seq: 3, hash: register.head }));
    expect(await verifyRecord(folder)).toMatchObject({ ok: true, entries: 4 });
  });

  test('a checkpoint cut short: documents newer than the manifest, until one byte of them changes', async () => {
    const { folder, register } = await smallRecord();
    const older = await readFile(join(folder, 'register', 'checkpoint.json'));
    const entries = chain([late, late], { seq: 3, hash: register.head });
    await append(folder, entries);
    for (const entry of entries) apply(register, entry);
    await openProjection(join(folder, 'register'), collectingLog().log).checkpoint(register);
    await writeFile(join(folder, 'register', 'checkpoint.json'), older);
    expect(await verifyRecord(folder)).toMatchObject({ ok: true, entries: 5 });
    await change(join(folder, 'register', '2027.json'), 'trouble 2', 'trouble 7');
    expect(await verifyRecord(folder)).toEqual({
      ok: false,
      fault: 'register/2027.json: its bytes are not what the journal gives at entry 5',
    });
  });

  test('a torn last line is told, and left as it is; once cut and kept it is whole again', async () => {
    const { folder, register } = await smallRecord();
    const path = join(folder, 'journal', '2027-01.jsonl');
    const [next] = chain([late], { seq: 3, hash: register.head }) as [Entry];
    await writeFile(path, lineOf(next).slice(0, 99), { flag: 'a' });
    const before = await readFile(path);
    expect(await verifyRecord(folder)).toMatchObject({ fault: expect.stringContaining('line 3: the line has no end') });
    expect(await readFile(path)).toEqual(before);
    await (await openJournal(join(folder, 'journal'), collectingLog().log)).close();
    expect((await verifyRecord(folder)).ok).toBe(true);
    const [torn] = (await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.torn'));
    await writeFile(join(folder, 'journal', torn ?? ''), 'x', { flag: 'a' });
    expect(await verifyRecord(folder)).toMatchObject({
      fault: expect.stringContaining(`${torn}: its bytes do not match`),
    });
  });
});

test('someone who rewrites journal and hashes alike is found by the checkpoint', async () => {
  const { folder } = await smallRecord();
  const other = await smallRecord();
  const forged = chain(['2027-01-01T09:00:00.000Z'], await entryAt(other.folder, 2));
  const lines = (await readFile(join(folder, 'journal', '2027-01.jsonl'), 'utf8')).split('\n');
  await writeFile(join(folder, 'journal', '2027-01.jsonl'), `${lines[0]}\n${forged.map(lineOf).join('\n')}\n`);
  expect(await verifyRecord(folder)).toEqual({
    ok: false,
    fault: 'register/checkpoint.json: head is not the hash of entry 3',
  });
});

test('reads only', async () => {
  const { folder } = await smallRecord();
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  await verifyRecord(folder);
  const files = await filesIn(folder);
  expect(files).toEqual(await filesIn(copy));
  for (const file of files) expect(await readFile(join(folder, file))).toEqual(await readFile(join(copy, file)));
});

async function change(path: string, from: string, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

async function append(folder: string, entries: readonly Entry[]): Promise<void> {
  const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
  for (const entry of entries) await journal.append(entry, entry.seq - 1);
  await journal.close();
}

async function entryAt(folder: string, seq: number): Promise<Entry> {
  const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
  for await (const entry of journal.read(seq - 1)) return entry;
  throw new Error(`cannot find entry ${seq}`);
}
