import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectory, syncDirectory, writeWhole } from '../../src/io/files.ts';
import { temporaryFolder } from '../fakes/folder.ts';

test('a file is replaced whole, and nothing is left beside it', async () => {
  const folder = await temporaryFolder();
  await writeWhole(join(folder, 'a.json'), 'a long first text');
  await writeWhole(join(folder, 'a.json'), Buffer.from('second'));
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('second');
  expect(await readdir(folder)).toEqual(['a.json']);
});

test('what an earlier try left is written over', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.json.tmp'), 'half of something much longer');
  await writeWhole(join(folder, 'a.json'), 'whole');
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('whole');
});

test('when the new bytes cannot be written the old ones stay', async () => {
  const folder = await temporaryFolder();
  await writeWhole(join(folder, 'a.json'), 'old');
  await mkdir(join(folder, 'a.json.tmp'));
  await expect(writeWhole(join(folder, 'a.json'), 'new')).rejects.toThrow();
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old');
});

test('directories are made with what is missing above them, and making them again is no error', async () => {
  const folder = await temporaryFolder();
  const deep = join(folder, 'a', 'b', 'c');
  await makeDirectory(deep);
  await makeDirectory(deep);
  await syncDirectory(deep);
  expect(await readdir(join(folder, 'a'))).toEqual(['b']);
});

test('a directory that is not there cannot be made durable', async () => {
  await expect(syncDirectory(join(await temporaryFolder(), 'missing'))).rejects.toThrow('ENOENT');
});
