import { beforeEach, expect, test } from 'vitest';
import { ama, command, desk, last, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

test.each([
  '-- \nMarie Tremblay\nConseillère',
  'Marie Tremblay\nConseillère',
  'Envoyé de mon iPhone',
  'Bonjour Madame,\n\n',
])('%j is no text of a command', async (text) => {
  const before = await desk.world.lettersTo(ama);
  for (const [line, why] of [
    ['#répondre', 'La réponse est vide'],
    ['#note', 'La note est vide'],
  ] as const) {
    await command(officer, line, text);
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain(why);
  }
  expect(await desk.world.lettersTo(ama)).toEqual(before);
  expect(only().notes).toEqual([]);
  await command(officer, '#note appelée hier', text);
  expect(only().notes.map((note) => note.text)).toEqual(['appelée hier']);
  await command(officer, '#fermer hors mandat', text);
  expect(only().status).toBe('closed');
  expect((await last(ama)).text).not.toContain(text.trim());
});
