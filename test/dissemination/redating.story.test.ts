import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { attest } from '../../src/dissemination/attestation.ts';
import type { Partner } from '../../src/model/partner.ts';
import { FakeWorld } from '../world.ts';
import { command, deux, newsletterCame, release, un } from './release.ts';

// A digest of Monday, 23 November promises partners ten business days, until 7 December, and five more at the most. A
// relay that is down for a week and a half, or a pause, uses them up before anybody has it.

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const trois: Partner = { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] };
const addresses = ['a@un.test', 'b@deux.test', 'd@trois.test'];

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux, trois] };
  clerk = await world.open();
  await follows();
  reference = await release(world, clerk);
});
const follows = async () => {
  await clerk.followAgenda();
  await clerk.sendDue();
};
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};
/** Days pass, at work, while newsletters show the time. */
const passes = async (days: number) => {
  for (let half = 0; half < days * 2; half++) {
    world.clock.pass(day / 2);
    await newsletterCame(world);
    await clerk.takeWaiting();
    await follows();
  }
};
const only = () => {
  const [entry, ...others] = clerk.register.digests;
  if (!entry || others.length > 0) throw new Error(`${clerk.register.digests.size} digests were planned`);
  return { id: entry[0], digest: entry[1] };
};
const texts = async (address: string) =>
  (await world.lettersTo(address)).map(({ text }) => text.replace(/[\s\u00A0]+/g, ' '));
const alarms = async () =>
  (await world.lettersTo(approver)).filter(({ subject }) => subject.includes('refait après une longue attente'));

describe.each<[string, number, string]>([
  ['eight days', 8, '2026-12-16'],
  ['thirteen days', 13, '2026-12-19'],
])('a relay that is down for %s', (_, days, deadline) => {
  beforeEach(async () => {
    world.postman.down = true;
    await goesOut();
    await passes(days);
    world.postman.down = false;
    for (let hours = 0; hours < 6; hours++) {
      world.clock.pass(3_600_000);
      await follows();
    }
  });

  test('takes no day from anybody: all have the ten, once, and nobody reads of a day that is over', async () => {
    expect(only().digest.deadline?.slice(0, 10)).toBe(deadline);
    for (const address of addresses) {
      const [digest, ...others] = await texts(address);
      expect(digest).toContain('10 jours ouvrables');
      expect(digest).not.toContain('7 décembre');
      expect(others.filter((text) => text.includes('jours ouvrables'))).toEqual([]);
    }
  });

  test('leaves the same content for all, and an attestation that says so', async () => {
    const { id, digest } = only();
    const attested = attest(id, digest, clerk.register, new Map());
    expect(attested.content).toHaveLength(1);
    expect(attested).toMatchObject({ accepted: 3, pending: 0, failed: 0 });
    expect(attested.redated).toMatch(/^2026-12/);
    expect(await alarms()).not.toEqual([]);
  });

  test('leaves a newcomer the text that the others had', async () => {
    await command(world, clerk, approver, '#partenaire quatre ajouter e@quatre.test Cégep Quatre');
    await follows();
    expect(await texts('e@quatre.test')).toEqual(await texts('a@un.test'));
  });
});

test('a pause of three weeks does the same, and nothing is composed before its end', async () => {
  await command(world, clerk, approver, '#pause');
  await goesOut();
  await passes(20);
  expect(only().digest.redated).toBeUndefined();
  await command(world, clerk, approver, '#reprendre');
  await follows();
  await follows();
  const [digest, ...others] = await texts('a@un.test');
  expect(others).toEqual([]);
  expect(digest).toContain('mardi 29 décembre 2026');
  expect(only().digest.deadline?.slice(0, 10)).toBe('2026-12-30');
  expect(await alarms()).toHaveLength(1);
});

test('a correction meanwhile stands in the new text', async () => {
  for (const address of addresses)
    world.postman.answers.set(address, { state: 'deferred', response: '451 4.7.1 try later', ours: true });
  await goesOut();
  await command(world, clerk, approver, `[${reference}] #rectifier`, 'Échéancier préliminaire : septembre 2027');
  await passes(8);
  world.postman.answers.clear();
  await passes(1);
  expect((await texts('a@un.test'))[0]).toContain('septembre 2027');
});

test('a relay that is down for two days changes no letter: an addendum gives all their days', async () => {
  world.postman.down = true;
  await goesOut();
  await passes(2);
  world.postman.down = false;
  await passes(1);
  expect(only().digest).toMatchObject({ answerBy: '2026-12-08T04:59:59.999Z' });
  expect(only().digest.redated).toBeUndefined();
  expect((await texts('a@un.test'))[0]).toContain('7 décembre 2026');
  expect(await texts('a@un.test')).toHaveLength(2);
});

test('where somebody has it, the others are stragglers: within the cap', async () => {
  for (const address of ['b@deux.test', 'd@trois.test'])
    world.postman.answers.set(address, { state: 'deferred', response: '451 4.7.1 try later', ours: true });
  await goesOut();
  await passes(8);
  world.postman.answers.clear();
  await passes(1);
  expect(only().digest.redated).toBeUndefined();
  expect(only().digest.deadline).toBe('2026-12-15T04:59:59.999Z');
});
