import { beforeEach, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { desk, genuine, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  for (const [house, subject] of [
    ['tgtu', 'Mine rescue'],
    ['other', 'Suite de [INMQ-2026-0001]'],
    ['third', 'Relaves'],
  ] as const) {
    desk.world.clock.pass(60_000);
    const from = `Ama Boateng <ama@${house}.example>`;
    await desk.world.arrives(desk.clerk, await written({ from, subject, text: `We look for ${subject}.` }));
  }
});

async function command(subject: string, answers?: Mail): Promise<string> {
  desk.world.clock.pass(60_000);
  const mail = { from: officer, subject, text: 'Vu.', headers: genuine(officer), ...(answers && { answers }) };
  await desk.world.arrives(desk.clerk, await written(mail));
  return (await desk.world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
}
/** The requests that somebody has taken, by the last digit. */
const taken = () =>
  [...desk.clerk.register.requests.values()].filter(({ officer: by }) => by).map(({ reference }) => reference.at(-1));

test.each([
  '[INMQ-2026-0001] [INMQ-2026-0003] #prendre',
  'INMQ-2026-0001 et INMQ-2026-0003 #prendre',
  'INMQ-2026-0001 [INMQ-2026-0003] #prendre',
  'Re: [INMQ-2026-0003] voir [INMQ-2026-1] #note #prendre',
  '#note INMQ-2026-0001 #prendre INMQ-2026-0003',
  '[INMQ-2026-0001] #prendre #fusionner INMQ-2026-0002 [INMQ-2026-0003]',
])('« %s » names two requests: nothing is done, and the person reads why', async (subject) => {
  const told = await command(subject);
  expect(told).toMatch(/L’objet nomme plusieurs demandes, INMQ-2026-000\d et INMQ-2026-000\d/);
  expect(taken()).toEqual([]);
});

test.each([
  ['[INMQ-2026-0001] #prendre', ['1']],
  ['[INMQ-2026-0001] [INMQ-2026-1] #prendre', ['1']],
  ['[INMQ-2026-0003] Suite de INMQ-2026-0001 #prendre', ['3']],
  ['INMQ-2026-0003 #prendre #note voir INMQ-2026-0001', ['3']],
  ['[INMQ-2026-0003] #note voir [INMQ-2026-0001] #prendre', ['3']],
])('« %s » names one that it is about', async (subject, wanted) => {
  await command(subject);
  expect(taken()).toEqual(wanted);
});

test('one that is merged into the other is the same', async () => {
  await command('[INMQ-2026-0003] #fusionner INMQ-2026-0001');
  await command('[INMQ-2026-0003] [INMQ-2026-0001] #prendre');
  expect(taken()).toEqual(['1']);
});

test('in a thread, what the requester wrote into the subject is no second one', async () => {
  const letters = await desk.world.lettersTo(officer);
  const answers = letters.find(({ subject }) => subject.includes('[INMQ-2026-0002]'));
  if (!answers) throw new Error('staff was told nothing');
  await command('Re: [INMQ-2026-0002] Suite de [INMQ-2026-0001] #prendre', answers);
  expect(taken()).toEqual(['2']);
});
