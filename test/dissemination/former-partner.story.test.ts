import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// A partner has left the network, and answers a digest that it had while it was there.

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
let digest: Awaited<ReturnType<FakeWorld['lettersTo']>>[number] | undefined;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await clerk.followAgenda();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  [digest] = await world.lettersTo('a@un.test');
});
const staff = async () => (await world.lettersTo('dlavoie@greffier.test')).at(-1);

const leaves = {
  'by #partenaire': async () =>
    void (await command(world, clerk, 'dlavoie@greffier.test', '#partenaire un retirer demande')),
  'by configuration': async () => {
    world.policy = { ...world.policy, partners: [deux] };
    clerk = await world.open();
  },
};

test.each(
  Object.entries(leaves).flatMap(([how, leave]) => [
    [how, 'in its thread', leave, (at: string) => ({ subject: `Re: ${at}`, answers: digest })] as const,
    [how, 'by the button', leave, (at: string) => ({ subject: `[${at}] Intérêt` })] as const,
  ]),
)('who left %s and answers %s: staff reads it, and nothing is sent or entered', async (_how, _where, leave, mail) => {
  await leave();
  const before = (await world.lettersTo('a@un.test')).length;
  const text = 'Nous sommes intéressés.';
  await world.arrives(clerk, await written({ from: 'a@un.test', text, ...mail(reference) }));
  expect((await world.lettersTo('a@un.test')).slice(before)).toEqual([]);
  expect([...clerk.register.requests.keys()]).toEqual([reference]);
  expect([...clerk.register.digests.values()].flatMap(({ answers }) => answers)).toEqual([]);
  const told = await staff();
  expect(told?.subject).toContain('réponse d’un partenaire à classer');
  expect(told?.text.replace(/\s+/g, ' ')).toMatch(/a@un\.test .* ne fait plus partie du réseau .* rien n’est inscrit/);
});

test.each(['by #partenaire', 'by configuration'] as const)(
  'who left %s and asks to be written to no more, as each footer says: that is on record, and no request',
  async (how) => {
    await leaves[how]();
    const before = (await world.lettersTo('a@un.test')).length;
    await world.arrives(clerk, await written({ from: 'a@un.test', subject: 'Désabonnement', text: '' }));
    expect(clerk.register.optedOut.has('a@un.test')).toBe(true);
    expect([...clerk.register.requests.keys()]).toEqual([reference]);
    expect((await world.lettersTo('a@un.test')).slice(before)).toEqual([]);
    expect((await staff())?.text.replace(/\s+/g, ' ')).toContain('ne veut plus rien recevoir');
  },
);

test('who never had a digest and writes the same is not of the network', async () => {
  await world.arrives(clerk, await written({ from: 'x@stranger.example', subject: 'Désabonnement', text: '' }));
  expect(clerk.register.optedOut.size).toBe(0);
});

test('a colleague of who left answers in the thread of the digest: staff reads it, and nothing is entered', async () => {
  await leaves['by #partenaire']();
  const mail = { from: 'nora@un.test', subject: `Re: ${digest?.subject}`, text: 'Nous sommes intéressés.' };
  await world.arrives(clerk, await written({ ...mail, ...(digest && { answers: digest }) }));
  expect([...clerk.register.requests.keys()]).toEqual([reference]);
  expect((await staff())?.text.replace(/\s+/g, ' ')).toMatch(/nora@un\.test .* ne fait plus partie du réseau/);
});

test('a request of its own is a request', async () => {
  await leaves['by #partenaire']();
  const text = 'Nous cherchons une formation de secouristes pour douze personnes en mai 2027.';
  await world.arrives(clerk, await written({ from: 'a@un.test', subject: 'Formation', text }));
  expect(clerk.register.requests.size).toBe(2);
  expect((await world.lettersTo('a@un.test')).at(-1)?.subject).toContain('Demande reçue');
});
