import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../src/io/journal.ts';
import { noon } from '../fakes/entries.ts';
import { collectingLog } from '../fakes/log.ts';
import { text, written } from './written-journal.ts';

test('a last line torn at every byte is cut, and the rest stands', async () => {
  const { folder, entries } = await written([noon, noon]);
  const path = join(folder, '2026-11.jsonl');
  const whole = text(entries);
  const first = text(entries.slice(0, 1)).length;
  for (let length = Buffer.byteLength(whole) - 1; length >= Buffer.byteLength(whole) - first + 40; length -= 7) {
    await writeFile(path, whole);
    await truncate(path, length);
    const journal = await openJournal(folder, collectingLog().log);
    expect(journal.position).toBe(1);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(text(entries.slice(0, 1)));
  }
});
