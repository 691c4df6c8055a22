import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
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
  const key: SigningKey = { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64url') };
  const draft = `${path}.${key.id}`;
  await makeDirectory(directory);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ keys: [key] }, undefined, 2)}\n`);
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
