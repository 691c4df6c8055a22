import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the letters of the program are found from where the code lies', async () => {
  expect((await loadTemplates(ownTemplates)).get('acknowledgement/es')).toContain('Solicitud recibida');
});

test('every template is read by letter and language; other files are left alone', async () => {
  await mkdir(join(folder, 'news'));
  await writeFile(join(folder, 'news', 'fr.hbs'), '\uFEFFsubject: Nouvelle – été');
  await writeFile(join(folder, 'news', 'en.hbs'), 'subject: News');
  await writeFile(join(folder, 'news', 'fr.hbs~'), 'old');
  await writeFile(join(folder, 'README.md'), 'about');
  expect([...(await loadTemplates(folder))]).toEqual([
    ['news/en', 'subject: News'],
    ['news/fr', 'subject: Nouvelle – été'],
  ]);
});

test('a folder that is not there is named', async () => {
  await expect(loadTemplates(join(folder, 'none'))).rejects.toThrow(
    `cannot read the templates in ${join(folder, 'none')}`,
  );
});

test('a folder without templates is a fault', async () => {
  await expect(loadTemplates(folder)).rejects.toThrow('cannot find a template');
});

test('a template that can’t be read is named', async () => {
  await mkdir(join(folder, 'news', 'fr.hbs'), { recursive: true });
  await expect(loadTemplates(folder)).rejects.toThrow(join('news', 'fr.hbs'));
});
