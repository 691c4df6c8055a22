import { expect, test } from 'vitest';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

/** The answer to a command about a first request that came at half past eight, in one line. */
async function answer(subject: string, { empty = false } = {}): Promise<string> {
  const world = new FakeWorld();
  const clerk = await world.open();
  world.clock.at = new Date('2026-11-24T13:30:00.000Z');
  if (!empty)
    await world.arrives(
      clerk,
      await written({ from: 'Ama <ama@tgtu.example>', subject: 'Mine rescue', text: 'We look for training.' }),
    );
  world.clock.pass(60_000);
  await world.arrives(clerk, await written({ from: officer, subject, text: '', headers }));
  return (await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
}

test('hours are written in one way, and nobody is in charge for now', async () => {
  const told = await answer('[INMQ-2026-0001] #statut');
  expect(told).toContain(', 8 h 30 · ');
  expect(told).not.toMatch(/\b0\d h/);
  expect(told).toContain('Responsable : personne pour l’instant');
});

test.each([
  [true, '0 demande.'],
  [false, '1 demande.'],
])('the register counts as French does', async (empty, words) => {
  expect(await answer('#registre', { empty })).toContain(`Le registre de suivi est joint : ${words}`);
});

test('help says what to write for what has no subject of its own', async () => {
  expect(await answer('[INMQ-2026-0001] #aide')).toContain(
    'L’objet à écrire figure sous celles qui se donnent telles quelles; les autres s’écrivent comme leur titre le montre.',
  );
});
