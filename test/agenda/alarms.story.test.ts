import { expect, test } from 'vitest';
import { type Trouble, troubleId } from '../../src/agenda/troubles.ts';
import { withinCeiling } from '../../src/ceilings.ts';
import type { Clerk } from '../../src/clerk.ts';
import { watchMailbox } from '../../src/io/watch.ts';
import type { Mailbox } from '../../src/ports.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const outside = 'ama@tgtu.example';
const half = 30 * 60_000;

/** One run of the daemon: what it sees each half hour while the trouble lasts, and once it is over. */
interface Run {
  lasts(): Promise<void>;
  ended(): Promise<void>;
}
type Start = (world: FakeWorld, clerk: Clerk) => Run;

/** What a watch tells again and again. */
const told =
  (trouble: Trouble): Start =>
  (world, clerk) => {
    const tell = async (step: 'began' | 'over') => {
      const now = world.clock.now();
      await clerk.handle({ kind: 'period', id: troubleId(trouble, step, now), due: now.toISOString() });
    };
    return { lasts: () => tell('began'), ended: () => tell('over') };
  };

const mailbox: Start = (world, clerk) => {
  const { lasts, ended } = told('mailbox')(world, clerk);
  let down = true;
  const inner: Mailbox = {
    file: async () => {},
    changed: async () => {},
    close: async () => {},
    waiting: async function* () {
      if (down) throw new Error('connection refused');
      yield* world.mailbox.waiting();
    },
  };
  const watched = watchMailbox(inner, world.clock, (step) => (step === 'began' ? lasts() : ended()));
  const look = async () => {
    for await (const _ of watched.waiting());
  };
  return {
    lasts: () => expect(look()).rejects.toThrow('refused'),
    ended: () => {
      down = false;
      return look();
    },
  };
};

let count = 0;
const arrives = async (world: FakeWorld, clerk: Clerk, from: string) => {
  count += 1;
  const text = `We look for training number ${'x'.repeat(count)} in mine number ${'y'.repeat(count)}.`;
  await world.arrives(clerk, await written({ from, subject: `Request ${count}`, text }));
};

const outbox: Start = (world, clerk) => {
  world.postman.answers.set(outside, { state: 'deferred', response: '421 later' });
  return {
    lasts: async () => {
      if (clerk.register.requests.size === 0) await arrives(world, clerk, outside);
    },
    ended: async () => {
      world.postman.answers.clear();
      world.clock.pass(24 * 3_600_000);
      await clerk.sendDue();
    },
  };
};

const perHour: Start = (world, clerk) => ({
  lasts: () => arrives(world, clerk, `p${count}@s${count}.example`),
  ended: async () => world.clock.pass(2 * 3_600_000),
});

const perAddress: Start = (world, clerk) => ({
  lasts: () => arrives(world, clerk, outside),
  ended: async () => world.clock.pass(25 * 3_600_000),
});

const raw = await written({ from: outside, subject: 'Unreadable', text: 'We look for training in mine rescue.' });
const poison: Start = (world, clerk) => {
  const { read } = new FakeWorld();
  world.read = async (bytes) => {
    if (bytes.includes('Unreadable')) throw new Error('no such charset');
    return read(bytes);
  };
  return {
    // Put back again and again, in vain.
    lasts: () => world.arrives(clerk, raw),
    ended: async () => {
      world.read = read;
      await world.arrives(clerk, raw);
      expect([...clerk.register.requests.values()]).toMatchObject([{ subject: 'Unreadable', status: 'received' }]);
    },
  };
};

test.each<[string, Start, RegExp]>([
  ['the mailbox out of reach', mailbox, /boîte de courriel injoignable/],
  ['an outbox that is stuck', outbox, /lettres qui ne partent pas/],
  ['a disk that is nearly full', told('disk'), /peu de place sur le disque/],
  ['a chain that is broken', told('journal'), /chaîne du registre rompue/],
  ['the ceiling of an hour', perHour, /plafond d’envoi atteint/],
  ['the ceiling of an address', perAddress, /plafond d’envoi atteint/],
  ['a poison mail', poison, /courriel mis à l’écart/],
])('%s is told once, not again in a day nor by a new start, and once when it is over', async (_, start, name) => {
  const world = new FakeWorld();
  world.policy = { ...world.policy, ceilings: { perAddressPerDay: 1, perHour: start === perHour ? 1 : 1000 } };
  let clerk = await world.open();
  let run = start(world, clerk);
  const alarms = async () =>
    (await world.lettersTo(officer))
      .map(({ subject }) => subject)
      .filter((subject) => /^(?:Alerte|C’est réglé)/.test(subject));
  for (let tick = 0; tick < 48; tick++) {
    if (tick === 24) {
      clerk = await world.open();
      run = start(world, clerk);
    }
    await run.lasts();
    await clerk.followAgenda();
    await clerk.sendDue();
    world.clock.pass(half);
  }
  expect(await alarms()).toEqual([expect.stringMatching(name)]);
  await run.ended();
  for (let tick = 0; tick < 4; tick++) {
    await clerk.followAgenda();
    await clerk.sendDue();
    world.clock.pass(half);
    if (tick === 1) clerk = await world.open();
  }
  expect(await alarms()).toEqual([expect.stringMatching(name), expect.stringMatching(/^C’est réglé/)]);
});

test.each([
  ['lasted more than a week and has just ended', 10, 2, true],
  ['still lasts', 10, 0.5, false],
  ['stands in a journal of before, its end never told', 30, 20, false],
])('of a ceiling that %s, the end is told: %$', async (_, began, last, ended) => {
  const world = new FakeWorld();
  const clerk = await world.open();
  await arrives(world, clerk, outside);
  const [letter] = clerk.register.automaticTo.get(outside) ?? [];
  if (!letter) throw new Error('nothing was sent');
  const now = world.clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  clerk.register.automaticTo.set(outside, Array(2).fill({ ...letter, at: ago(last) }));
  const policy = { ...world.policy, ceilings: { perAddressPerDay: 2, perHour: 1000 } };
  expect(withinCeiling(`ceiling/${outside}`, ago(began), clerk.register, policy, now)).toBe(ended);
});
