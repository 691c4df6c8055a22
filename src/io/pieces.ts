import { setImmediate } from 'node:timers/promises';

/** So much is worked on at once; more would hold up what else is to be done meanwhile. */
const pieceLength = 1 << 16;

/** The bytes piece by piece, between which others get their turn. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceLength) {
    if (start > 0) await setImmediate();
    yield bytes.subarray(start, start + pieceLength);
  }
}

/** Texts likewise, which are made only when it is their turn, as UTF-8. */
export async function* encodedPieces(texts: Iterable<string>): AsyncGenerator<Buffer> {
  await setImmediate();
  let text = '';
  for (const each of texts) {
    text += each;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
    await setImmediate();
  }
  yield Buffer.from(text);
}
