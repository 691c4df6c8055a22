import { beforeEach, expect, test } from 'vitest';
import { pauseOf } from '../../src/model/register.ts';
import { desk, genuine, last, officer, opened } from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { written } from '../world.ts';

beforeEach(opened);

const office = async (subject: string, text = '') => {
  desk.world.clock.pass(1000);
  const headers = genuine(officer);
  await desk.world.arrives(desk.clerk, await written({ from: officer, subject, text, headers }));
};
const words = async () => (await last(officer)).text.replace(/\s+/g, ' ');
const buttons = async () => buttonsIn(await last(officer), officer).map(({ label }) => label);

test('the way back is the first button of the answer to #pause', async () => {
  await office('#pause panne');
  expect((await buttons())[0]).toBe('Reprendre les envois');
  expect((await buttons()).filter((label) => label === 'Reprendre les envois')).toHaveLength(1);
});

test('#annuler without a request names the way back while sending is stopped, and only then', async () => {
  await office('#annuler');
  expect(await words()).toContain('Aucune demande n’est nommée');
  expect(await words()).not.toContain('#reprendre');
  await office('#pause panne');
  await office('#annuler');
  expect(await words()).toContain('« #pause » ne s’annule pas : « #reprendre » relance les envois');
  expect((await buttons())[0]).toBe('Reprendre les envois');
  expect(pauseOf(desk.clerk.register)).toBeDefined();
});
