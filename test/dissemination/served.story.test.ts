import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const ama = 'aboateng@tgtu.example';
const late = { state: 'deferred', response: '451 4.7.1 greylisted' } as const;

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
});

const follow = async () => {
  await clerk.followAgenda();
  await clerk.sendDue();
};
const days = async (count: number) => {
  for (let day_ = 0; day_ < count; day_++) {
    world.clock.pass(day);
    await follow();
  }
};
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};
const digest = () => {
  const [found] = clerk.register.digests.values();
  if (!found) throw new Error('no digest was planned');
  return found;
};
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);
const told = async (address: string, words: RegExp) =>
  (await world.lettersTo(address)).filter(({ text }) => words.test(text.replace(/\s+/g, ' ')));

const fails = (down: boolean) => {
  world.postman.down = down;
};

describe.each<[string, () => unknown, () => unknown]>([
  ['our own server is down', async () => fails(true), async () => fails(false)],
  [
    'staff stopped all sending',
    async () => void (await command(world, clerk, approver, '#pause vérification')),
    async () => void (await command(world, clerk, approver, '#reprendre')),
  ],
])('while nobody was served, since %s', (_why, begins, ends) => {
  test('no time runs: nothing is reminded or closed; all have their days from the delivery', async () => {
    const reference = await release(world, clerk);
    await begins();
    await goesOut();
    await days(25);
    expect(digest().closed).toBeUndefined();
    expect(digest().reminded).toBeUndefined();
    await ends();
    await days(1);
    // Dated anew where it waited too long; where that was not enough, an addendum says so. The last word is the day.
    const [bulletin, ...more] = await subjects('a@un.test');
    expect(bulletin).toContain('Bulletin');
    for (const subject of more) expect(subject).toContain('échéance prolongée');
    expect((await world.lettersTo('a@un.test')).at(-1)?.text).toMatch(/jusqu.au[^.]*7\s+janvier\s+2027/);
    expect(await told(ama, /Aucun établissement/)).toEqual([]);
    const served = world.clock.now().toISOString();
    expect(digest().deadline?.slice(0, 10) ?? '').toBe('2027-01-08');
    expect(served.slice(0, 10)).toBe('2026-12-19');
    await days(10);
    await world.arrives(
      clerk,
      await written({ from: 'a@un.test', subject: `[${reference}] Intérêt`, text: 'Notre établissement participe.' }),
    );
    expect(digest().answers).toMatchObject([{ late: false }]);
    await days(10);
    expect(digest().closed).toBeDefined();
    expect(await told(ama, /Cégep Un/)).toHaveLength(1);
  });
});

describe('a straggler whose server puts off until the last day that no extension passes', () => {
  beforeEach(async () => {
    world.postman.answers.set('b@deux.test', late);
    world.policy = { ...world.policy, partners: [un, { ...deux, contacts: [deux.contacts[0]] }] };
    clerk = await world.open();
    await release(world, clerk, { timeline: 'mai 2027; candidature au financement avant le 2 décembre 2026' });
    await goesOut();
    for (let quarter = 0; quarter < 20; quarter++) {
      world.clock.pass(day / 4);
      await follow();
    }
  });

  test('gets no reminder, no result and no digest after its end; staff hears of it, the attestation says so', async () => {
    expect(digest().closed).toBeDefined();
    world.postman.answers.delete('b@deux.test');
    await days(2);
    expect(await subjects('b@deux.test')).toEqual([]);
    const states = [...clerk.register.letters.values()].filter(({ to }) => to.address === 'b@deux.test');
    expect(states.map(({ letter, state }) => [letter, state])).toEqual([['digest', 'withdrawn']]);
    expect(await told(officer, /sans que le bulletin ait été livré à : Cégep Deux/)).toHaveLength(1);
    expect((await subjects('a@un.test')).at(-1)).toContain('Résultat');
  });

  test('an answer after that end is marked late, though no deadline was ever set', async () => {
    const [reference] = digest().references;
    world.clock.pass(4 * day);
    await world.arrives(
      clerk,
      await written({ from: 'a@un.test', subject: `[${reference}] Intérêt`, text: 'Notre établissement participe.' }),
    );
    expect(digest().answers).toMatchObject([{ late: true }]);
    expect(await told(officer, /arrivé après l’échéance/)).toHaveLength(1);
  });
});

test('where every server refused, the requester is not told that nobody cares', async () => {
  for (const address of ['a@un.test', 'b@deux.test', 'c@deux.test'])
    world.postman.answers.set(address, { state: 'refused', response: '550 5.1.1 unknown' });
  await release(world, clerk);
  await goesOut();
  await days(25);
  expect(digest().closed).toBeUndefined();
  expect(await told(ama, /Aucun établissement/)).toEqual([]);
  world.postman.answers.delete('a@un.test');
  await command(world, clerk, approver, '#partenaire un remplaçant a@un.test A');
  await days(2);
  expect((await subjects('a@un.test'))[0]).toContain('Bulletin');
});

test.each([3, 30])('a configuration of %d days changes nothing for what is out', async (answerDays) => {
  world.postman.answers.set('b@deux.test', late);
  await release(world, clerk);
  await goesOut();
  const { answerBy } = digest();
  const { modalities } = world.policy;
  world.policy = { ...world.policy, modalities: { ...modalities, short: { ...modalities.short, answerDays } } };
  clerk = await world.open();
  world.postman.answers.delete('b@deux.test');
  await days(1);
  expect(answerBy?.slice(0, 10)).toBe('2026-12-08');
  expect(digest().deadline?.slice(0, 10)).toBe('2026-12-09');
});
