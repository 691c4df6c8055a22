import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivePath, openArchive } from '../../src/io/archive.ts';
import type { Archive } from '../../src/ports.ts';
import { FakeArchive } from '../fakes/archive.ts';
import { temporaryFolder } from '../fakes/folder.ts';

const mail = Buffer.from('Subject: Centre des m\xe9tiers\r\n\r\nBonjour\r\n', 'latin1');

const engines: [string, () => Promise<Archive>][] = [
  ['the fake', async () => new FakeArchive()],
  ['the files', async () => openArchive(join(await temporaryFolder(), 'archive'))],
];

describe.each(engines)('%s', (_, open) => {
  test('the same bytes come back under the name of their SHA-256', async () => {
    const archive = await open();
    const id = await archive.keep(mail);
    expect(id).toBe(createHash('sha256').update(mail).digest('hex'));
    expect(await archive.fetch(id)).toEqual(mail);
    expect(await archive.keep(mail)).toBe(id);
  });

  test('nothing at all can be kept', async () => {
    const archive = await open();
    expect(await archive.fetch(await archive.keep(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  test('what is not there is told by name', async () => {
    await expect((await open()).fetch('a'.repeat(64))).rejects.toThrow(`cannot fetch ${'a'.repeat(64)}`);
  });

  test('many at once, some of them the same', async () => {
    const archive = await open();
    const bytes = Array.from({ length: 60 }, (__, index) => Buffer.from(`mail ${index % 20}`));
    const ids = await Promise.all(bytes.map((one) => archive.keep(one)));
    expect(new Set(ids).size).toBe(20);
    for (const [index, id] of ids.entries()) expect(await archive.fetch(id)).toEqual(bytes[index]);
  });
});

describe('the files', () => {
  test('fan out by the first two digits, and nothing is left beside them', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const id = await openArchive(folder).keep(mail);
    expect(archivePath(id)).toBe(`${id.slice(0, 2)}/${id}.eml`);
    expect(await readFile(join(folder, archivePath(id)))).toEqual(mail);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  test('known bytes are not written again', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const id = await openArchive(folder).keep(mail);
    const before = await stat(join(folder, archivePath(id)));
    await openArchive(folder).keep(mail);
    expect((await stat(join(folder, archivePath(id)))).ino).toBe(before.ino);
  });

  test('a file that lost its end is made whole by the next keep', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const id = await openArchive(folder).keep(mail);
    await writeFile(join(folder, archivePath(id)), mail.subarray(0, 10));
    await openArchive(folder).keep(mail);
    expect(await openArchive(folder).fetch(id)).toEqual(mail);
  });

  test('a changed byte is found at fetch', async () => {
    const folder = join(await temporaryFolder(), 'archive');
    const archive = openArchive(folder);
    const id = await archive.keep(mail);
    await writeFile(join(folder, archivePath(id)), 'Subject: something else\r\n\r\n');
    await expect(archive.fetch(id)).rejects.toThrow('its bytes have the SHA-256');
  });

  test('a place that cannot be written is an error with its cause, and no lasting one', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'archive'), 'a file where a folder should be');
    const archive = openArchive(join(folder, 'archive'));
    await expect(archive.keep(mail)).rejects.toThrow(/cannot keep [0-9a-f]{64} in the archive/);
    await writeFile(join(folder, 'archive'), '');
    await expect(archive.keep(mail)).rejects.toHaveProperty('cause');
  });
});
