import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const approver = 'dlavoie@greffier.test';

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await clerk.followAgenda();
  reference = await release(world, clerk);
});

const says = async (subject: string) => {
  await command(world, clerk, approver, subject);
  return (await world.lastLetterTo(approver)).text.replace(/\s+/g, ' ');
};
const writes = async (from: string, subject: string, text: string) => {
  await world.arrives(clerk, await written({ from, subject, text }));
  await clerk.sendDue();
};

test('a contact who reads English gets French first, then English, but the same digest as all', async () => {
  const answer = await says('#partenaire deux langue B@deux.test English');
  expect(answer).toMatch(/lettres à b@deux\.test : en français seulement → en français, puis en anglais/);
  expect(answer).toContain('restent en français, les mêmes pour tous');

  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  const [a, b] = await Promise.all([world.lastLetterTo('a@un.test'), world.lastLetterTo('b@deux.test')]);
  expect(b.text).toBe(a.text);

  await writes('b@deux.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
  const { text, html } = await world.lastLetterTo('b@deux.test');
  expect(text).toMatch(/Votre réponse\s: intérêt[\s\S]*ENGLISH VERSION[\s\S]*Your answer: interested/);
  expect(html).toContain('<div lang="en"');
  await writes('b@deux.test', 'Désabonnement', '');
  expect((await world.lastLetterTo('b@deux.test')).text).toContain('b@deux.test no longer receives the bulletin');

  await writes('a@un.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
  expect((await world.lastLetterTo('a@un.test')).text).not.toContain('ENGLISH VERSION');
});

test('is listed, taken back with one click, and kept by a register that is read again', async () => {
  await says('#partenaire un langue espagnol');
  const { html = '' } = await world.lastLetterTo(approver);
  expect(html).toContain(encodeURIComponent('#partenaire un langue a@un.test français'));
  expect(await says('#partenaire')).toContain('a@un.test : lettres en français, puis en espagnol');
  clerk = await world.open();
  expect(clerk.register.partners.get('un')?.languages).toEqual({ 'a@un.test': 'es' });
  await says('#partenaire un langue a@un.test français');
  expect(await says('#partenaire')).not.toContain('a@un.test : lettres');
});

test('leaves an address that fails marked as failing', async () => {
  const record = () => clerk.register.partners.get('deux');
  const failed = { 'b@deux.test': { at: '2026-11-23T15:00:00.000Z', letter: 'x', why: 'User unknown' } };
  Object.assign(record() ?? {}, { failed });
  await says('#partenaire deux langue b@deux.test anglais');
  expect(record()).toMatchObject({ failed, languages: { 'b@deux.test': 'en' } });
});

test.each([
  ['#partenaire un langue', 'Dites français, anglais ou espagnol'],
  ['#partenaire un langue klingon', 'Dites français, anglais ou espagnol'],
  ['#partenaire un langue x@ailleurs.test anglais', 'Nommez une adresse de'],
  ['#partenaire trois langue anglais', '« trois » n’est pas du réseau'],
  ['#partenaire un langue français', 'sont déjà en français seulement'],
])('%s is refused', async (subject, why) => {
  expect(await says(subject)).toContain(why);
  expect(clerk.register.partners.get('un')?.languages).toBeUndefined();
});
