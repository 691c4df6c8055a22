import { expect, test } from 'vitest';
import { inSlices } from '../../src/io/in-slices.ts';
import { Undecidable } from '../../src/undecidable.ts';

/** Takes some 50 ms. */
function* long(): Generator<undefined, string> {
  for (let step = 0; step < 50; step++) {
    for (const end = performance.now() + 1; performance.now() < end; );
    yield;
  }
  return 'done';
}

test('others get their turn while long work is done', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  expect(await inSlices('a test', long())).toBe('done');
  clearImmediate(next);
  expect(turns).toBeGreaterThan(2);
});

test('what the work throws is our fault, in whichever slice', async () => {
  function* broken(): Generator<undefined, string> {
    yield* long();
    throw new Error('broken');
  }
  await expect(inSlices('a test', broken())).rejects.toBeInstanceOf(Undecidable);
});
