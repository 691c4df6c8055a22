import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../src/clerk.ts';
import type { Partner } from '../src/model/partner.ts';
import { restore } from '../src/model/register.ts';
import { dueLetters, untilNextLetter } from '../src/outbox.ts';
import { command, release } from './dissemination/release.ts';
import { FakeWorld, written } from './world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const partner = (id: string, ...addresses: [string, ...string[]]): Partner => {
  const [first, ...others] = addresses.map((address) => ({ name: id, address }));
  return { id, name: `Cégep ${id}`, contacts: [first ?? { name: '', address: '' }, ...others] };
};

let world: FakeWorld;
let clerk: Clerk;
async function disseminated(partners: readonly Partner[], perDomainPerMinute?: number): Promise<void> {
  world = new FakeWorld();
  const pace = perDomainPerMinute === undefined ? {} : { perDomainPerMinute };
  world.policy = { ...world.policy, partners, ceilings: { ...world.policy.ceilings, ...pace } };
  clerk = await world.open();
  await clerk.followAgenda();
  await release(world, clerk);
  world.clock.pass(minute);
  await clerk.tick('short');
}
const digest = () => {
  const [first] = clerk.register.digests.values();
  if (!first) throw new Error('no digest was planned');
  return first;
};
const letterOf = (id: string) => clerk.register.letters.get(digest().letters[id] ?? '');
const states = () => Object.keys(digest().letters).map((id) => letterOf(id)?.state);
const later = async (ms: number) => {
  world.clock.pass(ms);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);

describe('the pace', () => {
  const network = ['a', 'b', 'c', 'd'].map((id) => partner(id, `${id}@one.test`)).concat(partner('e', 'e@other.test'));
  beforeEach(() => disseminated(network, 2));

  test('a domain gets so many letters in a minute; the others are not kept waiting', async () => {
    await clerk.sendDue();
    expect(states()).toEqual(['accepted', 'accepted', 'planned', 'planned', 'accepted']);
    expect(untilNextLetter(clerk.register, world.clock.now())).toBe(minute);
    await later(minute - 1);
    expect(states()).toEqual(['accepted', 'accepted', 'planned', 'planned', 'accepted']);
    await later(1);
    expect(states()).toEqual(Array(5).fill('accepted'));
    // One deadline, from the last of them.
    expect(digest().deadline).toBeDefined();
  });

  test('is kept after a restart', async () => {
    await clerk.sendDue();
    clerk = await world.open();
    await clerk.sendDue();
    expect(states()).toEqual(['accepted', 'accepted', 'planned', 'planned', 'accepted']);
  });

  test('a server that says it is sent too much is left alone; a greylisting one is not', async () => {
    world.postman.answers.set('a@one.test', { state: 'deferred', response: '450 4.7.1 too many messages, slow down' });
    await clerk.sendDue();
    world.postman.answers.clear();
    world.clock.pass(30_000);
    await clerk.sendDue();
    expect(states().slice(2, 4)).toEqual(['planned', 'planned']);
    await later(minute);
    await later(minute);
    expect(states()).toEqual(Array(5).fill('accepted'));
  });

  test('a server that asked for patience is left alone after a start from the yearly documents too', async () => {
    world.postman.answers.set('a@one.test', { state: 'deferred', response: '450 4.7.1 too many messages, slow down' });
    await clerk.sendDue();
    const { years, position, head } = clerk.register;
    const restored = restore(structuredClone([...years.values()]), position, head);
    expect(restored.pace.get('one.test')?.heldUntil).toBe(clerk.register.pace.get('one.test')?.heldUntil);
    world.clock.pass(30_000);
    expect(dueLetters(restored, world.policy, world.clock.now())).toEqual([]);
  });
});

describe('what is not the recipient’s fault', () => {
  beforeEach(() => disseminated([partner('a', 'a@one.test', 'a2@one.test'), partner('b', 'b@two.test')]));

  test('our server is away for a week: nobody is blamed, all are served, the deadline moves for all within its cap', async () => {
    world.postman.down = true;
    for (let hours = 0; hours < 7 * 24; hours++) await later(60 * minute);
    expect(states()).toEqual(['deferred', 'deferred']);
    expect(clerk.register.partners.get('a')?.failed).toEqual({});
    world.postman.down = false;
    await later(60 * minute);
    expect(states()).toEqual(['accepted', 'accepted']);
    expect(letterOf('a')?.to.address).toBe('a@one.test');
    expect(digest().deadline).toBe(digest().latest);
  });

  test('a server that puts us off for days is given up, and the substitute is served', async () => {
    world.postman.answers.set('a@one.test', { state: 'deferred', response: '451 4.3.2 later' });
    world.postman.down = true;
    for (let days = 0; days < 3; days++) await later(day);
    world.postman.down = false;
    for (let hours = 0; hours < 4 * 24; hours++) await later(60 * minute);
    expect(letterOf('a')).toMatchObject({ state: 'deferred', to: { address: 'a@one.test' } });
    for (let hours = 0; hours < 24; hours++) await later(60 * minute);
    expect(letterOf('a')).toMatchObject({ state: 'accepted', to: { address: 'a2@one.test' } });
    expect(clerk.register.partners.get('a')?.failed).toHaveProperty(['a@one.test']);
  });
});

describe('a letter that waits for somebody who leaves', () => {
  beforeEach(async () => {
    await disseminated([partner('a', 'a@one.test', 'a2@one.test'), partner('b', 'b@two.test')]);
    for (const address of ['a@one.test', 'b@two.test'])
      world.postman.answers.set(address, { state: 'deferred', response: '451 later' });
    await clerk.sendDue();
    expect(states()).toEqual(['deferred', 'deferred']);
    world.postman.answers.clear();
  });

  test('the institution: it is taken back, and the deadline of the others is set', async () => {
    await command(world, clerk, approver, '#partenaire b retirer fermeture');
    world.clock.pass(minute);
    await clerk.sendDue();
    expect(await subjects('b@two.test')).toEqual([]);
    await later(0);
    expect(states()).toEqual(['accepted', 'withdrawn']);
    expect(digest().deadline).toBe(digest().answerBy);
    await later(day);
    expect(await subjects('b@two.test')).toEqual([]);
    expect(clerk.register.outbox.size).toBe(0);
  });

  test('the person: it goes to the substitute instead, the same to the byte', async () => {
    await world.arrives(clerk, await written({ from: 'a@one.test', subject: 'Désabonnement', text: '' }));
    await later(minute);
    expect((await subjects('a@one.test')).filter((subject) => /Bulletin/.test(subject))).toEqual([]);
    expect(letterOf('a')).toMatchObject({ state: 'accepted', to: { address: 'a2@one.test' } });
    expect(letterOf('a')?.content).toBe(letterOf('b')?.content);
    expect(digest().earlier?.a?.map((id) => clerk.register.letters.get(id)?.state)).toEqual(['withdrawn']);
    expect((await subjects(officer)).filter((subject) => /sans adresse/.test(subject))).toEqual([]);
  });
});

describe('the order of letters about a digest', () => {
  const [late, other] = ['a@one.test', 'b@other.test'];
  const corrects = (needs: string) =>
    command(world, clerk, approver, `[${digest().references[0]}] #rectifier`, `Besoins : ${needs}`);
  const kinds = async (address: string) =>
    (await subjects(address)).map((subject) => /^(?:Bulletin|Rectification|Addenda)/.exec(subject)?.[0] ?? subject);
  beforeEach(async () => {
    await disseminated([partner('a', late), partner('b', other)]);
    world.postman.answers.set(late, { state: 'deferred', response: '451 4.7.1 greylisted' });
    await clerk.sendDue();
    world.postman.answers.clear();
  });

  test('an addendum waits for the digest that the server put off, in one institution alone', async () => {
    await corrects('quinze formateurs');
    expect(await kinds(late)).toEqual([]);
    expect(await kinds(other)).toHaveLength(2);
    await later(5 * minute);
    await later(5 * minute);
    expect(await kinds(late)).toEqual(await kinds(other));
  });

  test('and for the addendum before it', async () => {
    await later(5 * minute);
    world.postman.answers.set(late, { state: 'deferred', response: '451 4.7.1 greylisted' });
    await corrects('quinze formateurs');
    world.postman.answers.clear();
    await corrects('vingt formateurs');
    expect(await kinds(late)).toHaveLength(1);
    for (let round = 0; round < 3; round++) await later(5 * minute);
    const texts = async (address: string) => (await world.lettersTo(address)).map(({ text }) => text);
    expect(await kinds(late)).toHaveLength(3);
    expect(await texts(late)).toEqual(await texts(other));
  });

  test('where the digest will never come, what is about it is not held up for ever', async () => {
    world.postman.answers.set(late, { state: 'refused', response: '550 5.1.1 no such user' });
    await later(5 * minute);
    world.postman.answers.clear();
    await corrects('quinze formateurs');
    await later(minute);
    expect([...clerk.register.outbox]).toEqual([]);
  });
});
