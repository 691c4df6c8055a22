import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive } from '../ports.ts';
import { makeDirectory, syncDirectory, writeWhole } from './files.ts';
import { ignoreMissing } from './missing.ts';
import { piecesOf } from './pieces.ts';

/** Where the bytes of that name are, below the archive's directory: `ab/abcdef….eml`. */
export function archivePath(id: string): string {
  return join(id.slice(0, 2), `${id}.eml`);
}

/** Raw mail and letters as files named by the SHA-256 of their bytes; nothing is ever overwritten or removed. */
export function openArchive(directory: string): Archive {
  // A second keep of the same bytes must not return before the first has them on disk.
  const underWay = new Map<string, Promise<void>>();
  const folders = new Map<string, Promise<void>>();

  function prepare(folder: string): Promise<void> {
    const known = folders.get(folder);
    if (known) return known;
    const made = makeDirectory(folder);
    folders.set(folder, made);
    made.catch(() => folders.delete(folder));
    return made;
  }

  async function store(id: string, bytes: Uint8Array): Promise<void> {
    const path = join(directory, archivePath(id));
    await Promise.all([prepare(dirname(path)), prepare(join(directory, 'tmp'))]);
    if ((await sizeOf(path)) === bytes.byteLength) await persist(path);
    else await writeWhole(path, bytes, join(directory, 'tmp', `${id}.${randomUUID()}`));
  }

  return {
    async keep(bytes) {
      const id = await nameOf(bytes);
      const running = underWay.get(id);
      if (running) {
        await running;
        return id;
      }
      const stored = store(id, bytes);
      underWay.set(id, stored);
      try {
        await stored;
      } catch (cause) {
        throw new Error(`cannot keep ${id} in the archive`, { cause });
      } finally {
        underWay.delete(id);
      }
      return id;
    },

    async fetch(id) {
      const path = join(directory, archivePath(id));
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new Error(`cannot fetch ${id} from the archive`, { cause });
      });
      const found = await nameOf(bytes);
      if (found !== id) throw new Error(`cannot trust ${path}: its bytes have the SHA-256 ${found}`);
      return bytes;
    },
  };
}

async function nameOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(bytes)) hash.update(piece);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(ignoreMissing))?.size;
}

/** What an earlier run renamed and then was killed may not be on disk yet. */
async function persist(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await syncDirectory(dirname(path));
}
