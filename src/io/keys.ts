import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SigningKey } from '../model/policy.ts';
import { makeDirectory, syncDirectory } from './files.ts';

const signingKey = z.strictObject({ id: z.string().min(1), secret: z.string().min(32) });
const keyFile = z.strictObject({ keys: z.tuple([signingKey], signingKey) });

/**
 * The keys of `keys.json` in the data directory, the signing one first; the file is made (mode 0600) at first start.
 * @throws if the file cannot be read or does not hold keys; a secret is never in the message.
 */
export async function loadKeys(dataDirectory: string): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const path = join(dataDirectory, 'keys.json');
  const text = (await textOf(path)) ?? (await makeKeys(dataDirectory, path));
  const read = keyFile.safeParse(json(text, path));
  // zod's messages name places and types, not values, but a secret may be the name of a key written the wrong way round.
  if (!read.success) throw new Error(`cannot read ${path}: it must hold {"keys": [{"id": …, "secret": …}]}`);
  return read.data.keys;
}

/**
 * A new key that signs; those before it stay, so that letters of years ago still lead to their request.
 * @throws if there are no keys yet, or the file cannot be read or written.
 */
export async function rotateKeys(dataDirectory: string): Promise<{ id: string; count: number }> {
  const path = join(dataDirectory, 'keys.json');
  if ((await textOf(path)) === undefined) throw new Error(`cannot rotate the keys of ${path}: there are none yet`);
  const before = await loadKeys(dataDirectory);
  const key = newKey();
  const draft = `${path}.${key.id}`;
  // Opened with its mode: the secrets are never readable by others, not even for a moment.
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(keyText([key, ...before]));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncDirectory(dataDirectory);
  return { id: key.id, count: before.length + 1 };
}

function newKey(): SigningKey {
  return { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

function keyText(keys: readonly SigningKey[]): string {
  return `${JSON.stringify({ keys }, undefined, 2)}\n`;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`cannot read ${path}`, { cause });
  }
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: JSON.parse quotes the text, which holds secrets.
    throw new Error(`cannot read ${path}: it is not JSON`);
  }
}

/** The text that the file holds in the end, ours or that of a process that was faster. */
async function makeKeys(directory: string, path: string): Promise<string> {
  const key = newKey();
  const draft = `${path}.${key.id}`;
  await makeDirectory(directory);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(keyText([key]));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link, not a rename: it refuses to replace the keys of another first start.
    await link(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw new Error(`cannot write ${path}`, { cause });
  } finally {
    await unlink(draft);
  }
  await syncDirectory(directory);
  return readFile(path, 'utf8');
}
