import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { encodedPieces } from './pieces.ts';

/** A ZIP archive of those files (APPNOTE 6.3.3, 4.3): the same files give the same bytes. */
export async function zip(files: readonly { name: string; content: Iterable<string> }[]): Promise<Buffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name, 'utf8');
    const { size, sum, bytes } = await deflated(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(deflate, 4);
    // 1 January 1980, midnight: the first that DOS can tell.
    common.writeUInt32LE(0x0021_0000, 6);
    common.writeUInt32LE(sum, 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(path.length, 22);
    common.writeUInt16LE(0, 24);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    bodies.push(signature(0x0403_4b50), common, path, bytes);
    directory.push(signature(0x0201_4b50), version, common, entry, path);
    offset += 4 + common.length + path.length + bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listing, signature(0x0605_4b50), end]);
}

const deflate = 8;
const version = Buffer.from([20, 0]);

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Compressed (RFC 1951) by another thread, while the next piece is made. */
async function deflated(content: Iterable<string>): Promise<{ size: number; sum: number; bytes: Buffer }> {
  let size = 0;
  let sum = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of encodedPieces(content)) {
      size += piece.length;
      sum = crc32(piece, sum);
      yield piece;
    }
  }
  const bytes = await pipeline(counted(), createDeflateRaw(), (compressed) => buffer(compressed));
  return { size, sum, bytes };
}
