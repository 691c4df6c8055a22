import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const colleague = 'dlavoie@greffier.test';
const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  const text = 'We look for training.';
  await world.arrives(clerk, await written({ from: 'Ama <ama@tgtu.example>', subject: 'Mine rescue', text }));
});

const give = async (subject: string, from = officer) => {
  world.clock.pass(1000);
  await world.arrives(clerk, await written({ from, subject, text: '', headers }));
};
test('sixty commands of a person are answered in an hour; those beyond are done, and not answered', async () => {
  const before = (await world.lettersTo(officer)).length;
  const sent = async () => (await world.lettersTo(officer)).length - before;
  for (let i = 0; i < 60; i++) await give('[INMQ-2026-0001] #statut');
  expect(await sent()).toBe(60);
  const warnings = (await world.lettersTo(officer)).filter(({ text }) =>
    text.replace(/\s+/g, ' ').includes('près de 60 réponses'),
  );
  expect(warnings).toHaveLength(5);
  await give('[INMQ-2026-0001] #statut');
  await give('[INMQ-2026-0001] #aide');
  await give('#registre');
  await give('[INMQ-2026-0001] #prendre');
  expect(await sent()).toBe(60);
  expect(clerk.register.requests.get('INMQ-2026-0001')?.officer).toBe('mtremblay');

  const others = (await world.lettersTo(colleague)).length;
  await give('[INMQ-2026-0001] #statut', colleague);
  expect((await world.lettersTo(colleague)).length).toBe(others + 1);

  await give('#pause');
  expect(await sent()).toBe(61);
  await give('#reprendre');
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await world.lastLetterTo(officer)).text)?.[1];
  await give(`#confirmer ${code}`);
  expect(await sent()).toBe(63);

  world.clock.pass(3_600_000);
  await give('[INMQ-2026-0001] #statut');
  expect(await sent()).toBe(64);
  expect((await world.lastLetterTo(officer)).text).not.toContain('réponses en une heure');
});

test('help counts as an answer too', async () => {
  const before = (await world.lettersTo(officer)).length;
  for (let i = 0; i < 62; i++) await give('#aide');
  expect((await world.lettersTo(officer)).length - before).toBe(60);
});
