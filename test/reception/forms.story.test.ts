import { expect, test } from 'vitest';
import { FakeWorld, written } from '../world.ts';

const visitor = 'awa@mine-ci.example';

test('the form on our own site: the visitor is the requester, gets the letter, and staff sees how it came', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const from = world.policy.institute.address;
  const text = `Nom : Awa Traoré\nCourriel : ${visitor}\nMessage : nous cherchons une formation de foreurs.`;
  const headers = { 'Auto-Submitted': 'auto-generated' };
  await world.arrives(clerk, await written({ from, subject: 'Formulaire de contact', text, headers }));
  const [entered] = clerk.register.requests.values();
  expect(entered).toMatchObject({ requester: { address: visitor, name: 'Awa Traoré' } });
  expect(entered?.findings).toContainEqual(expect.objectContaining({ kind: 'passedOnBy', value: from }));
  expect(await world.lettersTo(visitor)).toHaveLength(1);
  expect((await world.lettersTo('mtremblay@greffier.test'))[0]?.text).toMatch(/Transmis par/);
});
