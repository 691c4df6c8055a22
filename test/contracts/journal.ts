import { describe, expect, test } from 'vitest';
import { seal } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import type { Journal } from '../../src/ports.ts';
import { chain, noon, payload } from '../fakes/entries.ts';

/** What every engine of the journal must do. @param open - An empty journal. */
export function journalContract(engine: string, open: () => Promise<Journal>): void {
  describe(`${engine} keeps the contract of the journal`, () => {
    test('an empty journal reads as nothing', async () => {
      const journal = await open();
      expect(await all(journal, 0)).toEqual([]);
      await journal.close();
    });

    test('what was appended is read, in order, from any position', async () => {
      const journal = await open();
      const entries = chain([noon, noon, noon, noon]);
      for (const entry of entries) await journal.append(entry, entry.seq - 1);
      for (const position of [0, 1, 3, 4]) expect(await all(journal, position)).toEqual(entries.slice(position));
      await journal.close();
    });

    test('appends need not wait for each other', async () => {
      const journal = await open();
      const entries = chain(Array.from({ length: 200 }, () => noon));
      await Promise.all(entries.map((entry) => journal.append(entry, entry.seq - 1)));
      expect(await all(journal, 0)).toEqual(entries);
      await journal.close();
    });

    test('of two entries for one position the second is refused and leaves no trace', async () => {
      const journal = await open();
      const [first, second] = chain([noon, noon]);
      if (!first || !second) throw new Error('the chain is too short');
      const rival = seal(payload('rival'), noon, undefined);
      const outcomes = await Promise.allSettled([journal.append(first, 0), journal.append(rival, 0)]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected']);
      await journal.append(second, 1);
      expect(await all(journal, 0)).toEqual([first, second]);
      await journal.close();
    });

    test('an entry that does not follow from the last is refused', async () => {
      const journal = await open();
      const [first] = chain([noon]);
      if (!first) throw new Error('the chain is too short');
      await journal.append(first, 0);
      const stranger = seal(payload('stranger'), noon, { seq: 1, hash: 'f'.repeat(64) });
      await expect(journal.append(stranger, 1)).rejects.toThrow('prev is not the hash of entry 1');
      expect(await all(journal, 0)).toEqual([first]);
      await journal.close();
    });

    test('reading after an entry that is not there says so', async () => {
      const journal = await open();
      for (const entry of chain([noon, noon])) await journal.append(entry, entry.seq - 1);
      await expect(all(journal, 3)).rejects.toThrow('it ends at 2');
      await journal.close();
    });
  });
}

async function all(journal: Journal, position: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of journal.read(position)) entries.push(entry);
  return entries;
}
