import { beforeEach, expect, test } from 'vitest';
import { desk, genuine, officer, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

test.each([
  '#prendre 2',
  '#complet non',
  '#indésirable 2',
  '#statut de la demande',
  '#clarifier le budget',
  '#catégorie moyen terme, motif #prendre 2',
])('« %s » is refused: nobody would read the last words', async (line) => {
  const subject = `[INMQ-2026-0001] ${line}`;
  await desk.world.arrives(desk.clerk, await written({ from: officer, subject, text: '', headers: genuine(officer) }));
  expect((await desk.world.lastLetterTo(officer)).text.replace(/\s+/g, ' ')).toContain('est de trop');
  const known = desk.clerk.register.requests.get('INMQ-2026-0001');
  expect([known?.status, known?.undo]).toEqual(['received', undefined]);
});

test.each([
  '#prendre.',
  '#prendre svp',
  '#prendre, s.v.p.',
  '#prendre s’il vous plaît !',
  '#prendre S.V.P., merci d’avance',
  '#prendre - merci beaucoup',
  '#prendre merci',
  '#prendre please',
  '#take, thank you very much',
  '#prendre por favor, gracias',
  'svp #prendre',
])('a full stop or a courtesy is no word of a command: « %s »', async (line) => {
  const mail = { from: officer, subject: `[INMQ-2026-0001] ${line}`, text: '', headers: genuine(officer) };
  await desk.world.arrives(desk.clerk, await written(mail));
  expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.officer).toBe('mtremblay');
});

test.each([
  ['#note elle dit merci', 'elle dit merci'],
  ['#prendre, #note texte', 'texte'],
  ['#note texte, #prendre', 'texte'],
  ['#prendre et #note texte', 'texte'],
  ['#note texte et merci ; puis #prendre', 'texte et merci'],
])('« %s » notes « %s »', async (line, text) => {
  const mail = { from: officer, subject: `[INMQ-2026-0001] ${line}`, text: '', headers: genuine(officer) };
  await desk.world.arrives(desk.clerk, await written(mail));
  const { notes = [], undo = [] } = desk.clerk.register.requests.get('INMQ-2026-0001') ?? {};
  expect(notes.map((note) => note.text)).toEqual([text]);
  expect(undo.map((each) => each.line)).not.toContain('#prendre ,');
});

test('a courtesy is no reason for a category, and no part of a name', async () => {
  const subject = '[INMQ-2026-0001] #catégorie moyen terme, svp #responsable mtremblay, merci';
  const mail = { from: officer, subject, text: 'Motif : ils cherchent des fonds.', headers: genuine(officer) };
  await desk.world.arrives(desk.clerk, await written(mail));
  const known = desk.clerk.register.requests.get('INMQ-2026-0001');
  expect(known?.category?.reason).not.toContain('svp');
  expect([known?.officer, known?.category?.category]).toEqual(['mtremblay', 'medium']);
});
