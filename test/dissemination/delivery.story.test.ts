import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { closing } from '../../src/dissemination/deadline.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld } from '../world.ts';
import { command, release } from './release.ts';

const zone = 'America/Toronto';
const hour = 3_600_000;
const partners: readonly Partner[] = [
  { id: 'un', name: 'Cégep Un', contacts: [{ name: 'A', address: 'a@un.test' }] },
  {
    id: 'deux',
    name: 'Cégep Deux',
    contacts: [
      { name: 'B', address: 'b@deux.test' },
      { name: 'C', address: 'c@deux.test' },
    ],
  },
  { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] },
];

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  const { modalities } = world.policy;
  const short = { ...modalities.short, extensionDays: 2 };
  world.policy = { ...world.policy, partners, modalities: { ...modalities, short } };
  clerk = await world.open();
  await release(world, clerk);
  world.clock.pass(60_000);
});

const digest = () => {
  const [first] = clerk.register.digests.values();
  if (!first) throw new Error('no digest was planned');
  return first;
};
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);
const disseminate = async () => {
  await clerk.tick('short');
  await clerk.sendDue();
};
const later = async (ms: number) => {
  world.clock.pass(ms);
  await clerk.sendDue();
};
const endOf = (from: Date, days = 10) => closing(from, days, zone).toISOString();

describe('a contact that fails', () => {
  test('refused at once: the substitute gets the same bytes, staff is told', async () => {
    world.postman.answers.set('b@deux.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await disseminate();
    const { letters, earlier } = digest();
    expect(earlier?.deux).toHaveLength(1);
    const [first, second] = [earlier?.deux?.[0], letters.deux].map((id) => clerk.register.letters.get(id ?? ''));
    expect(second).toMatchObject({ to: { address: 'c@deux.test' }, state: 'accepted', content: first?.content });
    expect(second?.messageId).not.toBe(first?.messageId);
    expect(clerk.register.partners.get('deux')?.failed['b@deux.test']).toMatchObject({ why: '550 5.1.1 unknown' });
    const [alarm] = (await world.lettersTo('mtremblay@greffier.test')).slice(-1);
    expect(alarm?.text.replace(/\s+/g, ' ')).toContain('part à c@deux.test');
    // Everything on the same day: nothing to add.
    expect(digest().deadline).toBe(endOf(world.clock.now()));
    expect(await subjects('a@un.test')).toHaveLength(1);
  });

  test('bounced days later: the substitute is served, and the deadline is extended for all by addendum', async () => {
    await disseminate();
    const before = digest().deadline;
    expect(before).toBe(endOf(world.clock.now()));
    world.clock.pass(48 * hour);
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown'));
    await clerk.sendDue();
    expect(digest().deadline).toBe(endOf(world.clock.now()));
    expect(digest().deadline).not.toBe(before);
    expect(await subjects('c@deux.test')).toEqual([
      expect.stringContaining('Bulletin'),
      expect.stringContaining('échéance prolongée'),
    ]);
    for (const address of ['a@un.test', 'd@trois.test'])
      expect(await subjects(address)).toEqual([
        expect.stringContaining('Bulletin'),
        expect.stringContaining('échéance prolongée'),
      ]);
    expect(await subjects('b@deux.test')).toHaveLength(1);
    // The same report again changes nothing.
    const { position } = clerk.register;
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown again'));
    expect(clerk.register.position).toBe(position + 1);
    expect(await subjects('c@deux.test')).toHaveLength(2);
  });

  test('without a substitute the institution is in red, once told, and the others have their time', async () => {
    world.postman.answers.set('a@un.test', { state: 'refused', response: '554 5.7.1 closed' });
    await disseminate();
    expect(digest().deadline).toBe(endOf(world.clock.now()));
    const alarms = (await subjects('mtremblay@greffier.test')).filter((subject) =>
      /sans adresse valable/.test(subject),
    );
    expect(alarms).toHaveLength(1);
  });

  test('the extension stops at the cap', async () => {
    world.postman.answers.set('a@un.test', { state: 'deferred', response: '451 later' });
    await disseminate();
    expect(digest().deadline).toBeUndefined();
    const planned = world.clock.now();
    for (let tries = 0; tries < 8; tries++) await later(12 * hour);
    world.postman.answers.clear();
    await later(24 * hour);
    const { deadline, latest, answerBy } = digest();
    expect(answerBy).toBe(endOf(planned));
    // The acceptance came 5 days later; the policy grants two business days.
    expect(latest).toBe(endOf(planned, 12));
    expect(deadline).toBe(latest);
    expect((await subjects('d@trois.test'))[1]).toContain('échéance prolongée');
    expect(await subjects('a@un.test')).toHaveLength(2);
  });
});

test('what comes back after the end goes to no substitute, but for the result', async () => {
  await disseminate();
  const bulletin = (await world.lettersTo('b@deux.test')).at(-1)?.messageId;
  await later(30 * 24 * hour);
  await clerk.followAgenda();
  await clerk.sendDue();
  const result = (await world.lettersTo('b@deux.test')).at(-1)?.messageId;
  await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown', bulletin));
  await clerk.sendDue();
  expect(await subjects('c@deux.test')).toEqual([]);
  await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown', result));
  await clerk.sendDue();
  expect(await subjects('c@deux.test')).toEqual([expect.stringContaining('Résultat')]);
});

test('a letter that was taken back while a server thought of it stays so, and blames nobody', async () => {
  world.postman.answers.set('d@trois.test', { state: 'deferred', response: '451 4.7.1 later' });
  await disseminate();
  const { trois: id = '' } = digest().letters;
  world.policy = { ...world.policy, partners: partners.slice(0, 2) };
  clerk = await world.open();
  await clerk.followAgenda();
  const gone = { kind: 'delivery' as const, id: `delivery/${id}/1`, letter: id };
  await clerk.handle({ ...gone, outcome: { state: 'refused', response: '550 5.1.1 unknown' } });
  expect(clerk.register.letters.get(id)?.state).toBe('withdrawn');
  expect(clerk.register.partners.get('trois')?.failed ?? {}).toEqual({});
  await clerk.handle({ ...gone, id: `delivery/${id}/2`, outcome: { state: 'accepted', response: '250 taken' } });
  expect(clerk.register.letters.get(id)?.state).toBe('accepted');
});

test('a contact taken back while a letter waits leaves by no later try', async () => {
  const approver = 'dlavoie@greffier.test';
  world.postman.answers.set('d@trois.test', { state: 'deferred', response: '451 4.7.1 later' });
  const reference = await release(world, clerk, {
    from: 'Salma Idrissi <s.idrissi@ofm-ma.example>',
    subject: 'Visite',
  });
  await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : oui, appel du 3 mai');
  world.clock.pass(60_000);
  await disseminate();
  expect((await world.lastLetterTo('a@un.test')).text).toContain('s.idrissi@ofm-ma.example');
  world.clock.pass(1000);
  await command(world, clerk, approver, `[${reference}] #rectifier`, 'Coordonnées : non, appel du 4 mai');
  world.postman.answers.clear();
  await later(10 * 60_000);
  expect(await subjects('d@trois.test')).toEqual([]);
  await clerk.followAgenda();
  await clerk.sendDue();
  expect((await world.lastLetterTo('d@trois.test')).text).not.toContain('s.idrissi');
});
