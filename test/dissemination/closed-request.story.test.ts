import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { buttonsIn, press } from '../pressing.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, genuine, release, un } from './release.ts';

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';

let world: FakeWorld;
let clerk: Clerk;
let first: string;
let second: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  first = await release(world, clerk);
  second = await release(world, clerk, { from: 'Salma Idrissi <s.idrissi@ofm-ma.example>', subject: 'Visite' });
  world.clock.pass(60_000);
});
const goesOut = async () => {
  await clerk.tick('short');
  await clerk.sendDue();
  world.clock.pass(60_000);
};
const days = async (count: number) => {
  world.clock.pass(count * day);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const letters = async (subject: RegExp) =>
  (await world.lettersTo('a@un.test')).filter((mail) => subject.test(mail.subject)).map(({ text }) => flat(text));

describe('a request that is closed once partners have it', () => {
  beforeEach(async () => {
    await goesOut();
    await command(world, clerk, officer, `[${first}] #fermer retirée`);
  });

  test('all are told at once, alike; nobody is reminded of it, and the result leaves it out', async () => {
    const [told = ''] = await letters(/demande fermée/);
    expect(told).toContain('Il n’y a plus rien à y répondre');
    expect(told).toContain(first);
    expect(flat((await world.lastLetterTo('b@deux.test')).text)).toBe(told);
    await days(8);
    const [reminder = ''] = await letters(/^Rappel/);
    expect(reminder).toContain(second);
    expect(reminder).not.toContain(first);
    await days(12);
    const [result = ''] = await letters(/^Résultat/);
    expect(result).toContain(second);
    expect(result).not.toContain(first);
  });
});

describe('closing, once partners may answer', () => {
  const close = async (headers: Record<string, string> = genuine(officer)) => {
    const since = world.postman.sent.length;
    const subject = `[${first}] #fermer retirée`;
    await world.arrives(clerk, await written({ from: officer, subject, text: 'Merci.', headers }));
    return world.postman.sent.slice(since).map(({ envelope }) => envelope.to);
  };

  test('writes to them, which asks for a code', async () => {
    await goesOut();
    expect(await close()).toEqual([officer]);
    const asked = await world.lastLetterTo(officer);
    expect(asked.subject).toContain('À confirmer');
    expect(flat(asked.text)).toContain('Lettre à : A <a@un.test>');
    expect(clerk.register.requests.get(first)?.status).toBe('disseminated');
  });

  test('writes to nobody who has left the network before it is confirmed', async () => {
    await clerk.followAgenda();
    await goesOut();
    await close();
    const asked = buttonsIn(await world.lastLetterTo(officer), officer).find(({ label }) => label === 'Confirmer');
    if (!asked) throw new Error('there is no button to confirm');
    await command(world, clerk, approver, '#partenaire deux retirer fermé');
    const since = world.postman.sent.length;
    await press(world, clerk, asked);
    expect(world.postman.sent.slice(since).map(({ envelope }) => envelope.to)).toEqual([officer]);
    expect(flat((await world.lastLetterTo(officer)).text)).toContain('a changé depuis que le code a été envoyé');
    expect(await close()).toEqual([officer]);
    const anew = buttonsIn(await world.lastLetterTo(officer), officer).find(({ label }) => label === 'Confirmer');
    if (anew) await press(world, clerk, anew);
    expect((await world.lettersTo('b@deux.test')).filter(({ subject }) => /demande fermée/.test(subject))).toEqual([]);
    expect(await letters(/demande fermée/)).toHaveLength(1);
  });

  test('asks two people where all that goes to partners does', async () => {
    world.policy = { ...world.policy, secondPerson: true };
    clerk = await world.open();
    await goesOut();
    expect(await close()).toEqual([approver]);
  });

  test('is refused without proof, with the button that gives it again', async () => {
    await goesOut();
    expect(await close({})).toEqual([officer]);
    expect((await world.lastLetterTo(officer)).subject).toContain('Rien n’a été changé');
  });

  test('leads to the code from its button too, where no mail server is believed', async () => {
    const { authservId: _, ...policy } = world.policy;
    world.policy = policy;
    clerk = await world.open();
    await goesOut();
    await world.arrives(clerk, await written({ from: officer, subject: `[${first}] #aide`, text: '' }));
    const button = buttonsIn(await world.lastLetterTo(officer), officer).find(({ subject }) => /#fermer/.test(subject));
    if (!button) throw new Error('there is no button to close the request');
    await press(world, clerk, button);
    expect((await world.lastLetterTo(officer)).subject).toContain('À confirmer');
  });

  test.each([
    ['before they have the notice', async () => {}],
    [
      'after they may answer',
      async () => {
        await goesOut();
        await days(20);
      },
    ],
  ])('writes to the requester alone %s, and asks for none', async (_, pass) => {
    await pass();
    expect(await close()).toEqual(['aboateng@tgtu.example', officer]);
    expect(clerk.register.requests.get(first)?.status).toBe('closed');
  });
});

test('who closes before the end is told that partners still answer, and reads at the end what they declared', async () => {
  await goesOut();
  await world.arrives(
    clerk,
    await written({ from: 'a@un.test', subject: `[${first}] Intérêt`, text: 'Notre équipe est prête.' }),
  );
  const done = flat((await command(world, clerk, officer, `[${first}] #fermer suite donnée`)).text);
  expect(done).toContain('les partenaires ont jusqu’au lundi 7 décembre 2026 pour répondre');
  expect(done).not.toMatch(/Cégep Un|Notre équipe/);
  await days(20);
  const told = (await world.lettersTo(officer)).find(
    ({ subject }) => /Échéance passée/.test(subject) && subject.includes(first),
  );
  expect(flat(told?.text ?? '')).toContain('Cégep Un : Notre équipe est prête.');
  expect((await world.lettersTo('aboateng@tgtu.example')).at(-1)?.text).not.toContain('Cégep Un');
});

test('an addendum after the end says that the time is over', async () => {
  await goesOut();
  await days(20);
  await command(world, clerk, approver, `[${first}] #rectifier`, 'Échéancier préliminaire : juin 2028');
  const [told = ''] = await letters(/fiche corrigée/);
  expect(told).toContain('Le temps pour répondre est écoulé');
  expect(told).not.toContain('L’échéance pour répondre');
});

test('a request that is reopened before its digest is not released by that', async () => {
  await command(world, clerk, officer, `[${first}] #fermer retirée`);
  await goesOut();
  await command(world, clerk, officer, `[${first}] #rouvrir`);
  expect(clerk.register.requests.get(first)?.notice).toBeUndefined();
  world.clock.pass(day);
  await clerk.followAgenda();
  expect([...clerk.register.digests.values()].flatMap(({ references }) => references)).toEqual([second]);
});
