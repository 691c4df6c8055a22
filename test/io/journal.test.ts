import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/io/journal.ts';
import { readLines } from '../../src/io/journal-lines.ts';
import { lineOf, seal } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import { journalContract } from '../contracts/journal.ts';
import { chain, noon } from '../fakes/entries.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { FakeJournal } from '../fakes/journal.ts';
import { collectingLog } from '../fakes/log.ts';
import { text, written } from './written-journal.ts';

journalContract('the fake', async () => new FakeJournal());
journalContract('the file journal', async () =>
  openJournal(join(await temporaryFolder(), 'journal'), collectingLog().log),
);

const october = '2026-10-31T23:59:59.999Z';
const november = '2026-11-01T00:00:00.000Z';

describe('files', () => {
  test('one a month; when the clock goes back the newest goes on', async () => {
    const { folder, entries } = await written([october, november, october, noon]);
    expect(await readdir(folder)).toEqual(['2026-10.jsonl', '2026-11.jsonl']);
    expect(await readFile(join(folder, '2026-10.jsonl'), 'utf8')).toBe(text(entries.slice(0, 1)));
    expect(await readFile(join(folder, '2026-11.jsonl'), 'utf8')).toBe(text(entries.slice(1)));
  });

  test('appends that come together keep the order of files too', async () => {
    const folder = join(await temporaryFolder(), 'journal');
    const journal = await openJournal(folder, collectingLog().log);
    const entries = chain([october, october, november, november, october]);
    await Promise.all(entries.map((entry) => journal.append(entry, entry.seq - 1)));
    await journal.close();
    expect(await readFile(join(folder, '2026-10.jsonl'), 'utf8')).toBe(text(entries.slice(0, 2)));
    expect(await readFile(join(folder, '2026-11.jsonl'), 'utf8')).toBe(text(entries.slice(2)));
  });

  test('opened again it knows its position and head, and goes on', async () => {
    const { folder, entries } = await written([october, november]);
    const journal = await openJournal(folder, collectingLog().log);
    expect(journal).toMatchObject({ position: 2, head: entries[1]?.hash });
    const [next] = chain([noon], entries[1]);
    if (!next) throw new Error('the chain is too short');
    await journal.append(next, 2);
    await journal.close();
    for (const position of [0, 1, 2, 3])
      expect(await read(folder, position)).toEqual([...entries, next].slice(position));
  });

  test('a line longer than the window that is read from the end', async () => {
    const folder = join(await temporaryFolder(), 'journal');
    const [first] = chain([noon]);
    const journal = await openJournal(folder, collectingLog().log);
    const event = { kind: 'staff-alarmed', trouble: 'x', why: 'é'.repeat(300_000) } as const;
    if (!first) throw new Error('the chain is too short');
    const big = seal({ cause: 'big', author: 'greffier', events: [event], emails: [] }, noon, first);
    await Promise.all([journal.append(first, 0), journal.append(big, 1)]);
    await journal.close();
    await appendFile(join(folder, '2026-11.jsonl'), 'torn'.repeat(100_000));
    expect(await openJournal(folder, collectingLog().log)).toMatchObject({ position: 2, head: big.hash });
    expect(await read(folder, 0)).toEqual([first, big]);
  });

  test('a closed journal takes no more', async () => {
    const journal = await openJournal(join(await temporaryFolder(), 'journal'), collectingLog().log);
    await journal.close();
    const [first] = chain([noon]);
    if (!first) throw new Error('the chain is too short');
    await expect(journal.append(first, 0)).rejects.toThrow('takes no more');
  });

  test('after a write that failed the journal takes no more', async () => {
    const { folder, entries } = await written([october]);
    const journal = await openJournal(folder, collectingLog().log);
    // The name of the next file is taken by a folder: creating it fails.
    await mkdir(join(folder, '2026-11.jsonl'));
    const [next, after] = chain([noon, noon], entries[0]) as [Entry, Entry];
    const outcomes = await Promise.allSettled([journal.append(next, 1), journal.append(after, 2)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    await expect(journal.append(next, 1)).rejects.toThrow('takes no more');
    await journal.close();
    expect(await readFile(join(folder, '2026-10.jsonl'), 'utf8')).toBe(text(entries));
  });
});

describe('a torn last line', () => {
  const fragments: [string, (line: string) => string][] = [
    ['cut in the middle', (line) => line.slice(0, line.length >> 1)],
    ['without its line end', (line) => line],
    ['zeros, as some file systems leave them', () => '\0'.repeat(4096)],
    ['with a line end, but no JSON', (line) => `${line.slice(0, -1)}\n`],
  ];

  test.each(fragments)('%s is cut, told and kept', async (_, tear) => {
    const { folder, entries } = await written([noon, noon]);
    const [third] = chain([noon], entries[1]) as [Entry];
    const fragment = tear(lineOf(third));
    await appendFile(join(folder, '2026-11.jsonl'), fragment);
    const { log, lines } = collectingLog();
    const journal = await openJournal(folder, log);
    expect(journal).toMatchObject({ position: 2, head: entries[1]?.hash });
    await journal.append(third, 2);
    await journal.close();
    expect(await readFile(join(folder, '2026-11.jsonl'), 'utf8')).toBe(text([...entries, third]));
    const kept = (await readdir(folder)).filter((name) => name.endsWith('.torn'));
    expect(kept).toHaveLength(1);
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe(fragment);
    expect(lines).toMatchObject([
      { level: 50, file: '2026-11.jsonl', bytes: Buffer.byteLength(fragment), keptAs: kept[0] },
    ]);
  });

  test('as the first line of a month: the file goes, the month before goes on', async () => {
    const { folder, entries } = await written([october]);
    await writeFile(join(folder, '2026-11.jsonl'), '{"seq":2,');
    const journal = await openJournal(folder, collectingLog().log);
    expect(journal.position).toBe(1);
    const [next] = chain([noon], entries[0]) as [Entry];
    await journal.append(next, 1);
    await journal.close();
    expect(await read(folder, 0)).toEqual([...entries, next]);
  });

  test('a file without any line, from a crash just after its creation', async () => {
    const { folder } = await written([october]);
    await writeFile(join(folder, '2026-11.jsonl'), '');
    expect((await openJournal(folder, collectingLog().log)).position).toBe(1);
    expect(await readdir(folder)).toEqual(['2026-10.jsonl']);
  });

  test('a whole last line that was changed is no torn line', async () => {
    const { folder } = await written([noon, noon]);
    await change(join(folder, '2026-11.jsonl'), 'trouble 2', 'trouble 7');
    const opening = openJournal(folder, collectingLog().log);
    await expect(opening).rejects.toThrow('cannot trust the last line of 2026-11.jsonl: the payload does not match');
  });

  test('a reader beside the writer passes it over, or refuses, and never cuts', async () => {
    const { folder, entries } = await written([noon]);
    await appendFile(join(folder, '2026-11.jsonl'), '{"seq":2,');
    const before = await readFile(join(folder, '2026-11.jsonl'), 'utf8');
    expect(await read(folder, 0, 'ignore')).toEqual(entries);
    await expect(read(folder, 0)).rejects.toThrow('cannot trust 2026-11.jsonl line 2: the line has no end');
    expect(await readFile(join(folder, '2026-11.jsonl'), 'utf8')).toBe(before);
  });

  test('a reader waits for a line that is being written', async () => {
    const { folder, entries } = await written([noon]);
    const [next] = chain([noon], entries[0]) as [Entry];
    const line = text([next]);
    await appendFile(join(folder, '2026-11.jsonl'), line.slice(0, 50));
    const lines = readLines(folder, 0);
    expect((await lines.next()).value?.entry).toEqual(entries[0]);
    const second = lines.next();
    await appendFile(join(folder, '2026-11.jsonl'), line.slice(50));
    expect((await second).value?.entry).toEqual(next);
    expect((await lines.next()).done).toBe(true);
  });
});

describe('a fault elsewhere names file and line', () => {
  test.each<[string, string, string, string]>([
    ['a changed word', 'trouble 2', 'trouble 7', '2026-11.jsonl line 1: the payload does not match payloadHash'],
    ['a space', '{"seq":2', '{"seq": 2', '2026-11.jsonl line 1: it is not written the way an entry is written'],
    ['no JSON', '{"seq":2', '["seq":2', '2026-11.jsonl line 1: it is not JSON'],
    [
      'another shape',
      '"kind":"staff-alarmed"',
      '"kind":"staff-olarmed"',
      '2026-11.jsonl line 1: it is not an entry: payload.events',
    ],
    ['a line lost', '"seq":2', '"seq":3', '2026-11.jsonl line 1: seq is 3 where 2 was expected'],
  ])('%s', async (_, from, to, fault) => {
    const { folder } = await written([october, noon, noon]);
    await change(join(folder, '2026-11.jsonl'), from, to);
    await expect(read(folder, 0)).rejects.toThrow(fault);
  });

  test('a month that is missing', async () => {
    const { folder, entries } = await written([october, noon]);
    await writeFile(join(folder, '2026-10.jsonl'), '');
    await expect(read(folder, 0)).rejects.toThrow('2026-11.jsonl line 1: seq is 2 where 1 was expected');
    expect(await read(folder, 2)).toEqual(entries.slice(2));
  });

  test('a journal that ends before the position asked for', async () => {
    const { folder } = await written([october, noon]);
    await expect(read(folder, 5)).rejects.toThrow('cannot read the journal after entry 5: it ends at 2');
  });

  test('bytes that only look right once decoded', async () => {
    const folder = join(await temporaryFolder(), 'journal');
    const event = { kind: 'staff-alarmed', trouble: 'x', why: 'badly decoded: \uFFFD' } as const;
    const entry = seal({ cause: 'c', author: 'greffier', events: [event], emails: [] }, noon, undefined);
    await mkdir(folder);
    const bytes = Buffer.from(text([entry]));
    bytes[bytes.indexOf(Buffer.from('\uFFFD'))] = 0xf0; // F0 BF BD decodes to U+FFFD as well.
    await writeFile(join(folder, '2026-11.jsonl'), bytes);
    await expect(read(folder, 0)).rejects.toThrow('2026-11.jsonl line 1: it is not UTF-8');
  });
});

async function read(folder: string, position: number, torn: 'refuse' | 'ignore' = 'refuse'): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { entry } of readLines(folder, position, { torn })) entries.push(entry);
  return entries;
}

async function change(path: string, from: string, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}
