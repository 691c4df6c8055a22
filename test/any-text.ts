import fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

const codePoint = fc
  .nat({ max: 0x10ffff - surrogates.count })
  .map((place) => String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count), placeOf);

/**
 * Text of whatever code points, but no half of a pair: what fast-check calls `binary`, and draws alike. Its own first
 * makes a table of a million strings, which costs more than most tests that ask for it.
 */
export function anyText(constraints: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: codePoint });
}

/** @throws if it is anything but one code point, as fast-check asks of the way back. */
function placeOf(text: unknown): number {
  const point = typeof text === 'string' ? text.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== text || isSurrogate(point))
    throw new Error(`cannot place ${JSON.stringify(text)} among the code points`);
  return point < surrogates.first ? point : point - surrogates.count;
}

function isSurrogate(point: number): boolean {
  return point >= surrogates.first && point < surrogates.first + surrogates.count;
}
