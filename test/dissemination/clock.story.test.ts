import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, release } from './release.ts';

// A machine without a battery starts in another month until the network tells it the time. By such a clock a digest
// would promise a last day that is long over.

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const partner = 'international@cfp-boreal.test';

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});
const looks = async () => {
  await clerk.tick('short');
  await clerk.followAgenda();
  await clerk.sendDue();
};
const bulletins = async () => (await world.lettersTo(partner)).filter(({ subject }) => /^Bulletin/.test(subject));
const alarms = async () =>
  (await world.lettersTo(approver))
    .map(({ text }) => text.replace(/[\s\u00A0]+/g, ' '))
    .filter((text) => text.includes('horloge'));

describe('a clock that is a month behind', () => {
  beforeEach(async () => {
    await release(world, clerk);
    world.clock.pass(-30 * day);
    await looks();
  });

  test('sends nothing: staff is asked, once', async () => {
    await looks();
    expect(await bulletins()).toEqual([]);
    const [asked, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(asked).toContain('samedi 24 octobre 2026');
    expect(asked).toContain('lundi 23 novembre 2026');
  });

  test('and right again: it goes out as it would have, with all its days', async () => {
    world.clock.pass(30 * day + 60_000);
    await looks();
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.values()]).toMatchObject([{ answerBy: '2026-12-08T04:59:00.000Z' }]);
  });
});

test('a clock that was set back by an hour holds nothing up', async () => {
  await release(world, clerk);
  world.clock.pass(-3_600_000);
  await looks();
  expect(await bulletins()).toHaveLength(1);
});

test('what was released while the clock was a year ahead goes out once a person says so', async () => {
  world.clock.pass(365 * day);
  await release(world, clerk);
  world.clock.pass(-364 * day);
  await looks();
  expect(await bulletins()).toEqual([]);
  const button = /#bulletin envoyer \S+/.exec((await alarms())[0] ?? '')?.[0] ?? '';
  await command(world, clerk, approver, button);
  expect([...clerk.register.digests.values()].map(({ references }) => references)).toEqual([['INMQ-2027-0001']]);
  expect(await bulletins()).toHaveLength(1);
});

describe('a clock that leaps ahead while partners have time to answer', () => {
  beforeEach(async () => {
    await release(world, clerk);
    world.clock.pass(60_000);
    await looks();
    expect(await bulletins()).toHaveLength(1);
  });
  const closed = () => [...clerk.register.digests.values()].map(({ closed }) => closed !== undefined);

  test('closes nothing, and staff is told, once', async () => {
    world.clock.leap(28 * day);
    await looks();
    await looks();
    expect(closed()).toEqual([false]);
    expect(await alarms()).toHaveLength(1);
  });

  test('set right within a business day: it closes when its days have passed, and no sooner', async () => {
    world.clock.leap(28 * day);
    await looks();
    world.clock.pass(day / 2);
    world.clock.leap(-28 * day);
    await looks();
    world.clock.pass(13 * day);
    await looks();
    expect(closed()).toEqual([false]);
    world.clock.pass(3 * day);
    await looks();
    expect(closed()).toEqual([true]);
  });

  /** A mail comes in; its moment is told by the mail server, whose clock is its own. */
  const comes = async (received: Date) => {
    const raw = await written({ from: 'x@y.test', subject: 'Bonjour', text: 'Une autre demande.' });
    world.mailbox.deliver(raw, received.toISOString());
    await world.work(clerk);
  };

  test('that was right after all: it closes after a business day, once the mail server shows the same time', async () => {
    world.clock.leap(28 * day);
    await looks();
    await comes(world.clock.at);
    await looks();
    expect(closed()).toEqual([false]);
    world.clock.pass(day + 60_000);
    await looks();
    expect(closed()).toEqual([true]);
  });

  test('and that nobody sets right: nothing closes while no mail server shows that time', async () => {
    const right = world.clock.at.getTime();
    world.clock.leap(28 * day);
    await looks();
    for (let passed = 1; passed <= 4; passed++) {
      world.clock.pass(day);
      await comes(new Date(right + passed * day));
      await looks();
    }
    expect(closed()).toEqual([false]);
    await comes(world.clock.at);
    await looks();
    expect(closed()).toEqual([true]);
  });

  test('while nobody was there counts as well: a restart cannot tell it from a long absence', async () => {
    clerk = await world.open();
    world.clock.leap(28 * day);
    clerk = await world.open();
    await looks();
    expect(closed()).toEqual([false]);
    expect(await alarms()).toHaveLength(1);
  });

  test('time that the clerk saw pass is no leap', async () => {
    world.clock.pass(30 * day);
    await looks();
    expect(closed()).toEqual([true]);
    expect(await alarms()).toEqual([]);
  });

  test('by an hour at the most, or with nothing to answer any more, is no news', async () => {
    world.clock.leap(3_600_000);
    await looks();
    world.clock.pass(30 * day);
    await looks();
    world.clock.leap(28 * day);
    await looks();
    expect(await alarms()).toEqual([]);
  });
});
