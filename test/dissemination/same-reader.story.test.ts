import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld } from '../world.ts';
import { command, deux, newsletterCame, release, un } from './release.ts';

const approver = 'dlavoie@greffier.test';
const minute = 60_000;
const day = 86_400_000;
const turned: Partner = { ...deux, contacts: [deux.contacts[1] ?? deux.contacts[0], deux.contacts[0]] };

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  await configured(deux);
  reference = await release(world, clerk);
  world.clock.pass(minute);
  await clerk.tick('short');
  await clerk.sendDue();
});

async function configured(...others: Partner[]): Promise<void> {
  world.policy = { ...world.policy, partners: [un, ...others] };
  clerk = await world.open();
  await follow();
}
async function follow(): Promise<void> {
  for (let look = 0; look < 3; look++) {
    await clerk.followAgenda();
    await clerk.sendDue();
  }
  world.clock.pass(minute);
}
const ends = async () => {
  for (let days = 0; days < 20; days++) {
    world.clock.pass(day);
    await newsletterCame(world);
    await world.work(clerk);
    await follow();
  }
};
const corrects = async () => {
  const done = await command(world, clerk, approver, `[${reference}] #rectifier`, 'Attentes : un diplôme');
  await follow();
  return done.text.replace(/\s+/g, ' ');
};
const read = async (address: string) =>
  (await world.lettersTo(address)).map(({ subject }) => /^[\p{L}]+/u.exec(subject)?.[0] ?? subject);

describe('contacts in another order', () => {
  test('who has the digest reads on, and the institution gets nothing twice', async () => {
    await configured(turned);
    expect(await read('c@deux.test')).toEqual([]);
    await corrects();
    await ends();
    expect(await read('c@deux.test')).toEqual([]);
    expect(await read('b@deux.test')).toEqual(await read('a@un.test'));
    expect(await read('b@deux.test')).toEqual(['Bulletin', 'Addenda', 'Rappel', 'Résultat']);
  });

  test('a new person in front of them is none who has to read what is out', async () => {
    await configured({ ...deux, contacts: [{ name: 'E', address: 'e@deux.test' }, ...deux.contacts] });
    await corrects();
    expect(await read('e@deux.test')).toEqual([]);
    expect(await read('b@deux.test')).toEqual(['Bulletin', 'Addenda']);
  });

  test('the next digest goes to the new first one', async () => {
    await configured(turned);
    await release(world, clerk, { from: 'Zoe Quist <zoe@zq.example>', subject: 'Visit' });
    world.clock.at = new Date('2026-11-24T14:00:00Z');
    await clerk.tick('short');
    await clerk.sendDue();
    expect(await read('c@deux.test')).toEqual(['Bulletin']);
    expect(await read('b@deux.test')).toEqual(['Bulletin']);
  });

  test('who had it and is not reached any more: the other one takes over, with all that is open', async () => {
    await configured(turned);
    await corrects();
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown'));
    await follow();
    expect(await read('c@deux.test')).toEqual(['Bulletin', 'Addenda']);
  });

  test('who had it and is no contact any more: the same', async () => {
    await corrects();
    await configured({ ...deux, contacts: [turned.contacts[0]] });
    expect(await read('c@deux.test')).toEqual(['Bulletin', 'Addenda']);
  });

  test('an address that counts again once its line is edited is given nothing that its substitute has', async () => {
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown'));
    await follow();
    expect(await read('c@deux.test')).toEqual(['Bulletin']);
    await configured({ ...deux, name: 'Cégep Deux-Lacs' });
    await corrects();
    expect(await read('b@deux.test')).toEqual(['Bulletin']);
    expect(await read('c@deux.test')).toEqual(['Bulletin', 'Addenda']);
  });
});

describe('an addendum after the end', () => {
  test('goes to those who had the digest, not to who never read of it, and staff is told whom it misses', async () => {
    await ends();
    await configured({ ...deux, contacts: [turned.contacts[0]] });
    const done = await corrects();
    expect(await read('c@deux.test')).toEqual([]);
    expect(await read('a@un.test')).toEqual(['Bulletin', 'Rappel', 'Résultat', 'Addenda']);
    expect(done).toContain('à 1 partenaires; à personne de : Cégep Deux');
  });

  test('reaches who had it in whatever order the contacts stand', async () => {
    await ends();
    await configured(turned);
    expect(await corrects()).not.toContain('à personne de');
    expect(await read('b@deux.test')).toEqual(['Bulletin', 'Rappel', 'Résultat', 'Addenda']);
    expect(await read('c@deux.test')).toEqual([]);
  });

  test('that comes back goes to nobody new', async () => {
    await ends();
    world.postman.answers.set('b@deux.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await corrects();
    expect(await read('c@deux.test')).toEqual([]);
  });
});
