import { join } from 'node:path';
import { openJournal } from '../../src/io/journal.ts';
import { lineOf } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import { chain } from '../fakes/entries.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';

/** A journal that was written and closed, with an entry of each instant. */
export async function written(instants: readonly string[]): Promise<{ folder: string; entries: Entry[] }> {
  const folder = join(await temporaryFolder(), 'journal');
  const entries = chain(instants);
  const journal = await openJournal(folder, collectingLog().log);
  for (const entry of entries) await journal.append(entry, entry.seq - 1);
  await journal.close();
  return { folder, entries };
}

/** The entries as they stand in its files. */
export function text(entries: readonly Entry[]): string {
  return entries.map((entry) => `${lineOf(entry)}\n`).join('');
}
