import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file whole: whatever happens, a reader finds the old bytes or the new ones. Resolves when they are on disk.
 * @param temporary - Where the bytes are until they are complete; in the same file system, and nobody else's.
 */
export async function writeWhole(path: string, bytes: Uint8Array | string, temporary = `${path}.tmp`): Promise<void> {
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

/** Makes names in the directory (created, renamed, removed) survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Makes the directory and what is missing above it, all on disk when it resolves. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  // Every new directory is a new name in the one above it.
  for (let level = path; level.length >= first.length; level = dirname(level)) await syncDirectory(dirname(level));
}
