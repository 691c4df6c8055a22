import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKeys, rotateKeys } from '../../src/io/keys.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-keys-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a first start makes one key that only its owner can read', async () => {
  const data = join(directory, 'data');
  const [key, ...rest] = await loadKeys(data);
  expect(rest).toEqual([]);
  expect(Buffer.from(key.secret, 'base64url')).toHaveLength(32);
  expect((await stat(join(data, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(['keys.json']);
});

test('a later start reads the same keys, in the order of the file', async () => {
  const [made] = await loadKeys(directory);
  expect(await loadKeys(directory)).toEqual([made]);
  const newer = { id: 'newer', secret: 'n'.repeat(43) };
  await writeFile(join(directory, 'keys.json'), JSON.stringify({ keys: [newer, made] }));
  expect(await loadKeys(directory)).toEqual([newer, made]);
});

test('starts at the same moment agree on one key', async () => {
  const all = await Promise.all(Array.from({ length: 60 }, () => loadKeys(directory)));
  for (const keys of all) expect(keys).toEqual(all[0]);
  expect(await readdir(directory)).toEqual(['keys.json']);
});

test.each([
  ['not JSON', '{"keys": [{"id": "a", "secret": "geheim-geheim'],
  ['no key', '{"keys": []}'],
  ['a short secret', '{"keys": [{"id": "a", "secret": "geheim"}]}'],
  ['id and secret the wrong way round', `{"keys": [{"a": "id", "geheim${'x'.repeat(40)}": "secret"}]}`],
  ['an empty file', ''],
])('%s is refused, without a word of the secret, and kept', async (_, text) => {
  const path = join(directory, 'keys.json');
  await writeFile(path, text);
  const error: unknown = await loadKeys(directory).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toContain(path);
  expect(String(error)).not.toContain('geheim');
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('rotated keys: the new one signs, the old ones stay, nobody else can read them', async () => {
  const [first] = await loadKeys(directory);
  const { id, count } = await rotateKeys(directory);
  const [signs, ...verify] = await loadKeys(directory);
  expect([signs.id, count]).toEqual([id, 2]);
  expect(verify).toEqual([first]);
  expect(signs.secret).not.toBe(first.secret);
  expect((await stat(join(directory, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['keys.json']);
});

test('there is nothing to rotate before the first start', async () => {
  await expect(rotateKeys(directory)).rejects.toThrow('there are none yet');
});
