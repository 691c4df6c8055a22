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

test('a full stop is no word', async () => {
  const mail = { from: officer, subject: '[INMQ-2026-0001] #prendre.', text: '', headers: genuine(officer) };
  await desk.world.arrives(desk.clerk, await written(mail));
  expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.officer).toBe('mtremblay');
});
