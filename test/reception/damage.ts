import fc from 'fast-check';

/** As large as a mail gets that is looked at whole. */
export const megabyte = 1_000_000;

interface Wound {
  kind: 'flip' | 'cut' | 'repeat' | 'splice' | 'insert';
  /** Where, as a share of the mail. */
  at: number;
  length: number;
  times: number;
  piece: Uint8Array;
}

const wound: fc.Arbitrary<Wound> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'splice', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(300),
  times: fc.integer({ min: 2, max: 5 }),
  piece: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});

/** A mail with up to six wounds; splices are of another mail. */
export function damaged(seeds: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const seed = fc.constantFrom(...seeds);
  return fc
    .tuple(seed, seed, fc.array(wound, { maxLength: 6 }))
    .map(([mail, other, wounds]) => wounds.reduce((raw, each) => hurt(raw, other, each), mail).subarray(0, megabyte));
}

/** A mail that is damaged and of which one stretch is repeated up to a megabyte. */
export function blownUp(seeds: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const stretch = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 }));
  return fc.tuple(damaged(seeds), stretch).map(([mail, [at, length]]) => {
    const start = Math.floor(at * Math.max(0, mail.length - length));
    const end = start + length;
    const taken = mail.subarray(start, end);
    const times = taken.length > 0 ? Math.floor((megabyte - mail.length) / taken.length) : 0;
    const copies = Buffer.alloc(Math.max(0, times) * taken.length, taken);
    return Buffer.concat([mail.subarray(0, end), copies, mail.subarray(end)]);
  });
}

function hurt(raw: Buffer, other: Buffer, { kind, at, length, times, piece }: Wound): Buffer {
  const start = Math.floor(at * raw.length);
  const [before, stretch, after] = [raw.subarray(0, start), raw.subarray(start, start + length), raw.subarray(start)];
  const kinds: Record<Wound['kind'], () => Buffer[]> = {
    flip: () => [before, Buffer.from(stretch.map((byte, index) => byte ^ (piece[index % piece.length] ?? 0)))],
    cut: () => [before],
    repeat: () => [before, ...Array.from({ length: times }, () => stretch)],
    splice: () => [before, other.subarray(start, start + length * times)],
    insert: () => [before, Buffer.from(piece), stretch],
  };
  return Buffer.concat([...kinds[kind](), after.subarray(length)]);
}
