import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// An addendum corrects what was read before it: whoever takes over reads all in the order of those who had it from the
// start, for the last word that one has read is the one that one believes.

const day = 86_400_000;
const hour = 3_600_000;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const deferred = { state: 'deferred', response: '452 4.2.2 mailbox full' } as const;

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await clerk.followAgenda();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await later(60_000);
});

async function configured(...partners: Partner[]): Promise<void> {
  world.policy = { ...world.policy, partners };
  clerk = await world.open();
}
async function later(ms: number): Promise<void> {
  await clerk.sendDue();
  world.clock.pass(ms);
  await clerk.followAgenda();
  await clerk.sendDue();
}
const rectify = async (timeline: string) => {
  await command(world, clerk, approver, `[${reference}] #rectifier`, `Échéancier préliminaire : ${timeline}`);
  await later(60_000);
};
/** As it came over the wire. */
const read = async (address: string) => (await world.lettersTo(address)).map(({ subject, text }) => subject + text);
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);
const comesBack = async (address: string, place: number) => {
  const { messageId } = (await world.lettersTo(address)).at(place) ?? {};
  const bounce = await bounceOf(world, address, '550 5.1.1 unknown', messageId);
  await world.arrives(clerk, bounce);
};

describe('a substitute has everything in the order of the others, once', () => {
  beforeEach(async () => {
    await rectify('juin 2028');
    await rectify('juillet 2028');
  });

  test.each([
    ['the last addendum', -1],
    ['the one before', -2],
    ['the digest', 0],
  ])('when %s comes back', async (_what, place) => {
    await comesBack('b@deux.test', place);
    await later(60_000);
    await later(60_000);
    expect(await read('c@deux.test')).toEqual(await read('a@un.test'));
    expect((await read('c@deux.test')).at(-1)).toContain('juillet 2028');
  });

  test('when an addendum is refused at once', async () => {
    world.postman.answers.set('b@deux.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await rectify('mars 2028');
    await later(60_000);
    expect(await read('c@deux.test')).toEqual(await read('a@un.test'));
  });

  test('when the clerk is killed after each letter', async () => {
    await comesBack('b@deux.test', -1);
    for (let start = 0; start < 8; start++) {
      clerk = await world.open();
      await later(60_000);
    }
    expect(await read('c@deux.test')).toEqual(await read('a@un.test'));
  });

  test('when its server puts the first of them off', async () => {
    world.postman.answers.set('c@deux.test', deferred);
    await comesBack('b@deux.test', -1);
    await later(30_000);
    expect(world.postman.sent.filter(({ envelope }) => envelope.to === 'c@deux.test')).toEqual([]);
    world.postman.answers.clear();
    await later(hour);
    expect(await read('c@deux.test')).toEqual(await read('a@un.test'));
  });

  test('when the reminder comes back: what it reminds of stands before it', async () => {
    await later(7 * day);
    expect((await subjects('b@deux.test')).at(-1)).toContain('Rappel');
    await comesBack('b@deux.test', -1);
    await later(60_000);
    expect(await read('c@deux.test')).toEqual(await read('a@un.test'));
  });

  test('and of the result alone, which comes back when nothing can be answered any more', async () => {
    await later(20 * day);
    expect((await subjects('b@deux.test')).at(-1)).toContain('Résultat');
    await comesBack('b@deux.test', -1);
    await later(60_000);
    expect(await subjects('c@deux.test')).toEqual([expect.stringContaining('Résultat')]);
  });
});

test('what waits for an address that has failed goes to who takes over, before what is written later', async () => {
  world.postman.answers.set('b@deux.test', deferred);
  await rectify('juin 2028');
  await comesBack('b@deux.test', 0);
  await rectify('juillet 2028');
  world.postman.answers.clear();
  for (let days = 0; days < 5; days++) await later(day);
  const ours = (await read('a@un.test')).slice(0, 3);
  expect((await read('c@deux.test')).slice(0, 3)).toEqual(ours);
  // It waits there no more.
  const waited = [...clerk.register.letters.values()].filter(({ to }) => to.address === 'b@deux.test');
  expect(waited.map(({ letter, state }) => [letter, state])).toEqual([
    ['digest', 'bounced'],
    ['addendum', 'withdrawn'],
  ]);
});

test('what waits for an address that fails goes on waiting where there is nobody else', async () => {
  world.postman.answers.set('a@un.test', deferred);
  await rectify('juin 2028');
  await comesBack('a@un.test', 0);
  world.postman.answers.clear();
  await later(day);
  expect(await subjects('a@un.test')).toHaveLength(2);
});

test('a person who leaves in the same minute as an addendum is written: the colleague reads the digest first', async () => {
  world.mailbox.deliver(await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' }));
  await command(world, clerk, officer, `[${reference}] #fermer retirée`);
  await later(60_000);
  const ours = await read('a@un.test');
  expect(ours).toHaveLength(2);
  const [toldWhy, ...theirs] = await read('c@deux.test');
  expect(toldWhy).toContain('vous est maintenant adressé');
  expect(theirs).toEqual(ours);
});

describe('who takes over because another digest came back has this one first, too', () => {
  let second: string;
  beforeEach(async () => {
    second = await release(world, clerk, { from: 'Zoe Quist <zoe@zq.example>', timeline: 'mai 2029' });
    world.clock.pass(day);
    await clerk.tick('short');
    await later(60_000);
  });
  const correctsSecond = async () => {
    await command(world, clerk, approver, `[${second}] #rectifier`, 'Échéancier préliminaire : juin 2029');
    for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
  };
  const aboutSecond = async (address: string) => {
    const letters = clerk.register.aboutDigest.get(clerk.register.requests.get(second)?.digest ?? '') ?? [];
    const ids = new Set(letters.map((id) => clerk.register.letters.get(id)?.messageId));
    const read = (await world.lettersTo(address)).filter(({ messageId }) => ids.has(messageId));
    return read.map(({ subject, text }) => subject + text);
  };

  test.each([
    ['a correction', async () => {}],
    [
      'the dead address is dropped after it',
      async () => configured(un, { ...deux, contacts: [deux.contacts[1] ?? deux.contacts[0]] }),
    ],
    [
      'the person leaves after it',
      async () => world.arrives(clerk, await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' })),
    ],
  ])('%s', async (_what, happens) => {
    await comesBack('b@deux.test', 0);
    await correctsSecond();
    await happens();
    for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
    expect(await aboutSecond('a@un.test')).toHaveLength(2);
    expect(await aboutSecond('c@deux.test')).toEqual(await aboutSecond('a@un.test'));
  });

  test('a correction that waited in the outbox', async () => {
    world.postman.answers.set('b@deux.test', deferred);
    await correctsSecond();
    await comesBack('b@deux.test', 0);
    for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
    expect(await aboutSecond('c@deux.test')).toEqual(await aboutSecond('a@un.test'));
  });

  test('and whose address works again is given nothing that the other has read meanwhile, who reads on', async () => {
    await comesBack('b@deux.test', 0);
    await correctsSecond();
    await command(world, clerk, approver, '#partenaire deux remplaçant b@deux.test B');
    for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
    await command(world, clerk, approver, `[${second}] #rectifier`, 'Échéancier préliminaire : juillet 2029');
    for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
    expect(await aboutSecond('b@deux.test')).toEqual((await aboutSecond('a@un.test')).slice(0, 1));
    expect(await aboutSecond('c@deux.test')).toEqual(await aboutSecond('a@un.test'));
  });
});

test('what came back is given again once the address works, and what followed it after it', async () => {
  await rectify('juin 2028');
  await comesBack('a@un.test', 0);
  await command(world, clerk, approver, '#partenaire un remplaçant a@un.test A');
  for (let minutes = 0; minutes < 3; minutes++) await later(60_000);
  const [, , ...again] = await read('a@un.test');
  expect(again).toEqual(await read('b@deux.test'));
  expect(again.at(-1)).toContain('juin 2028');
});
