import { describe, expect, test } from 'vitest';
import { encodedPieces, piecesOf } from '../../src/io/pieces.ts';

/** The pieces, and how often others got their turn before each. */
async function gone(pieces: AsyncGenerator<Uint8Array>) {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  const seen: { bytes: Uint8Array; turns: number }[] = [];
  for await (const bytes of pieces) {
    seen.push({ bytes, turns });
    turns = 0;
  }
  clearImmediate(next);
  return { whole: Buffer.concat(seen.map(({ bytes }) => bytes)), turns: seen.map(({ turns: each }) => each) };
}

describe('bytes in pieces', () => {
  test('are the same bytes, and others get their turn between two pieces', async () => {
    const bytes = Buffer.alloc(1_000_000, 'abc');
    const { whole, turns } = await gone(piecesOf(bytes));
    expect(whole.equals(bytes)).toBe(true);
    expect(turns.length).toBeGreaterThan(10);
    for (const each of turns.slice(1)) expect(each).toBeGreaterThan(0);
  });

  test('that are few are one piece, at once; none are no piece', async () => {
    expect((await gone(piecesOf(Buffer.from('abc')))).turns).toEqual([0]);
    expect((await gone(piecesOf(Buffer.alloc(0)))).turns).toEqual([]);
  });
});

test('texts are encoded likewise, and each is made only when it is its turn', async () => {
  let made = 0;
  function* texts() {
    for (; made < 10_000; made++) yield `été ${made}, pour la suite et la fin de la ligne\n`;
  }
  const pieces = encodedPieces(texts());
  await pieces.next();
  expect(made).toBeLessThan(5000);
  const { whole, turns } = await gone(pieces);
  expect(whole.toString().trimEnd().split('\n').at(-1)).toBe('été 9999, pour la suite et la fin de la ligne');
  for (const each of turns.slice(1)) expect(each).toBeGreaterThan(0);
});
