import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyRecord } from '../../src/io/verification.ts';
import { filesIn } from '../fakes/folder.ts';
import { smallRecord } from '../fakes/record.ts';

test('a byte changed anywhere is found, and the file is named', async () => {
  const { folder } = await smallRecord();
  const files = await filesIn(folder);
  const sizes = await Promise.all(files.map(async (file) => (await readFile(join(folder, file))).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(total - 1),
      fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constant('space')),
      async (at, how) => {
        let [index, offset] = [0, at];
        while (offset >= (sizes[index] ?? 0)) offset -= sizes[index++] ?? 0;
        const file = files[index] ?? '';
        const before = await readFile(join(folder, file));
        const after = Buffer.from(before);
        const byte = before[offset] ?? 0;
        after[offset] = how === 'space' ? (byte === 32 ? 9 : 32) : byte ^ how;
        await writeFile(join(folder, file), after);
        const verdict = await verifyRecord(folder);
        await writeFile(join(folder, file), before);
        expect(verdict.ok).toBe(false);
        const name = file.replace(/^journal\//, '').replace(/^register\/.*/, 'register/');
        if (!verdict.ok) expect(verdict.fault).toContain(name);
      },
    ),
    { numRuns: 400 },
  );
  expect((await verifyRecord(folder)).ok).toBe(true);
}, 60_000);
