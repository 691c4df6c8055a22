import { expect, test } from 'vitest';
import { enclose } from '../../src/io/enclosures.ts';
import type { Cell } from '../../src/model/sheet.ts';
import { Undecidable } from '../../src/undecidable.ts';
import { FakeArchive } from '../fakes/archive.ts';

const columns = [{ name: 'Référence', width: 18 }];

test.each(['xlsx', 'csv'] as const)(
  'a line that cannot be made is our fault, not the disk’s: the mail is set aside (%s)',
  async (as) => {
    const rows = {
      length: 1,
      // biome-ignore lint/correctness/useYield: it throws where a line would be.
      *[Symbol.iterator](): Generator<readonly Cell[]> {
        throw new RangeError('Invalid time value');
      },
    };
    const attachment = {
      filename: `r.${as}`,
      contentType: 'x/y',
      content: { sheet: { title: '', columns, rows }, as },
    };
    await expect(enclose([attachment], new FakeArchive())).rejects.toBeInstanceOf(Undecidable);
  },
);

test('a sheet is written line by line', async () => {
  const sheet = { title: '', columns, rows: [['INMQ-2026-0001'], ['INMQ-2026-0002']] };
  const attachment = { filename: 'r.csv', contentType: 'text/csv', content: { sheet, as: 'csv' as const } };
  const [enclosed] = await enclose([attachment], new FakeArchive());
  expect(enclosed?.content.toString()).toBe('\uFEFFRéférence\r\nINMQ-2026-0001\r\nINMQ-2026-0002\r\n');
});
