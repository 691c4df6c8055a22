import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, genuine, release } from './release.ts';

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
  /** A mail comes in by the mail server, whose clock is right. */
  const comes = async (subject = 'Bonjour', received = new Date(world.clock.at.getTime() + 30 * day)) => {
    const raw = await written({ from: 'x@y.test', subject, text: `Une demande, ${subject}.` });
    world.mailbox.deliver(raw, received.toISOString());
    await world.work(clerk);
    await looks();
  };
  const setRight = async () => {
    world.clock.leap(30 * day);
    world.clock.pass(60_000);
    await looks();
  };
  const setBack = () => world.clock.leap(-30 * day);
  const restarted = async () => {
    setBack();
    clerk = await world.open();
  };

  test.each([
    ['set back at work', async () => setBack()],
    ['at a start', restarted],
  ])('%s: sends nothing, staff is asked, once', async (_, behind) => {
    await release(world, clerk);
    await behind();
    await looks();
    await looks();
    await comes();
    expect(await bulletins()).toEqual([]);
    const [asked, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(asked).toContain('samedi 24 octobre 2026');
    expect(asked).toContain('lundi 23 novembre 2026');
  });

  test.each([
    ['set back at work', async () => setBack()],
    ['at a start', restarted],
  ])('%s, and right again: it goes out as it would have, with all its days', async (_, behind) => {
    await release(world, clerk);
    await behind();
    await looks();
    await setRight();
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.values()]).toMatchObject([{ answerBy: '2026-12-08T04:59:59.999Z' }]);
    expect(await alarms()).toHaveLength(1);
  });

  test('what is released by it waits as well, until it is right', async () => {
    await comes('Avant', world.clock.at);
    await restarted();
    await release(world, clerk);
    world.clock.pass(60_000);
    await looks();
    expect(await bulletins()).toEqual([]);
    await setRight();
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.values()]).toMatchObject([{ answerBy: '2026-12-08T04:59:59.999Z' }]);
  });

  test('from the first day on, as only the mail server shows: nothing goes out, staff is asked once', async () => {
    setBack();
    clerk = await world.open();
    await comes();
    await comes('Encore');
    expect(await alarms()).toHaveLength(1);
    const reference = await release(world, clerk);
    await comes('Et encore');
    expect(reference).toBe('INMQ-2026-0003');
    expect(await bulletins()).toEqual([]);
    expect(await alarms()).toHaveLength(1);
  });

  test('what waits in the outbox waits on', async () => {
    await release(world, clerk);
    world.clock.pass(60_000);
    world.postman.answers.set(partner, { state: 'deferred', response: '451 4.7.1 greylisted' });
    await looks();
    world.postman.answers.clear();
    setBack();
    world.clock.pass(3_600_000);
    await looks();
    expect(await bulletins()).toEqual([]);
    await setRight();
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.values()].map(({ deadline }) => deadline)).toEqual(['2026-12-08T04:59:59.999Z']);
  });
});

test('a clock that was set back by an hour holds nothing up', async () => {
  await release(world, clerk);
  world.clock.leap(-3_600_000);
  await looks();
  expect(await bulletins()).toHaveLength(1);
  expect(await alarms()).toEqual([]);
});

test('a mail that waited at the mail server says nothing of the clock', async () => {
  await release(world, clerk);
  world.clock.pass(60_000);
  const raw = await written({ from: 'x@y.test', subject: 'Bonjour', text: 'Une demande.' });
  world.mailbox.deliver(raw, new Date(world.clock.at.getTime() - 5 * day).toISOString());
  await world.work(clerk);
  await looks();
  expect(await bulletins()).toHaveLength(1);
  expect(await alarms()).toEqual([]);
});

describe('a clock that was a year ahead when a notice was released, and is set right', () => {
  const right = () => world.clock.leap(-364 * day);
  const comes = async (subject: string) => {
    await world.arrives(clerk, await written({ from: 'x@y.test', subject, text: `Une demande, ${subject}.` }));
    await looks();
  };
  const references = () => [...clerk.register.digests.values()].map(({ references }) => references);

  test('with the mail server’s: what it shows is the time after a business day', async () => {
    world.clock.pass(365 * day);
    await release(world, clerk);
    right();
    await looks();
    await comes('Bonjour');
    expect(await bulletins()).toEqual([]);
    expect(await alarms()).toHaveLength(1);
    world.clock.pass(day + 60_000);
    await comes('Rebonjour');
    expect(references()).toEqual([['INMQ-2027-0001']]);
    expect(await bulletins()).toHaveLength(1);
    expect(await alarms()).toHaveLength(1);
  });

  test('while the mail server’s was right: it goes out at the next mail', async () => {
    const server = world.clock.at.getTime();
    world.clock.leap(365 * day);
    clerk = await world.open();
    const deliver = world.mailbox.deliver.bind(world.mailbox);
    world.mailbox.deliver = (raw, received = new Date(server).toISOString()) => deliver(raw, received);
    await release(world, clerk);
    world.mailbox.deliver = deliver;
    right();
    await looks();
    await comes('Bonjour');
    expect(references()).toEqual([['INMQ-2027-0001']]);
    expect(await bulletins()).toHaveLength(1);
  });
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

describe('a clock that leaps a year ahead while a notice waits for its digest', () => {
  let reference: string;
  beforeEach(async () => {
    reference = await release(world, clerk);
    world.clock.pass(60_000);
  });
  const deadlines = () => [...clerk.register.digests.values()].map(({ deadline }) => deadline?.slice(0, 10));
  const comes = async (received: Date) => {
    const raw = await written({ from: 'x@y.test', subject: 'Bonjour', text: `Une demande ${received.getTime()}.` });
    world.mailbox.deliver(raw, received.toISOString());
  };

  test.each<[string, () => Promise<void>]>([
    ['at work', async () => world.clock.leap(365 * day)],
    [
      'at a start',
      async () => {
        world.clock.leap(365 * day);
        clerk = await world.open();
      },
    ],
  ])('%s: nothing goes to partners, staff is told once, and it goes out once the clock is right', async (_, leaps) => {
    await leaps();
    await looks();
    world.clock.pass(day / 2);
    await looks();
    expect(await world.lettersTo(partner)).toEqual([]);
    const [told, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(told).toContain('Rien ne part aux partenaires');
    world.clock.leap(-365 * day);
    await looks();
    world.clock.pass(day / 2);
    await looks();
    expect(await bulletins()).toHaveLength(1);
    expect(deadlines()).toEqual(['2026-12-08']);
    expect(await alarms()).toHaveLength(1);
  });

  test('the alarm has a subject that people read', async () => {
    world.clock.leap(365 * day);
    await looks();
    const subjects = (await world.lettersTo(approver)).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringMatching(/^Alerte.: heure du greffier à vérifier$/));
  });

  test('that was right after all: it goes out once the mail server shows the same time', async () => {
    const right = world.clock.at;
    world.clock.leap(365 * day);
    await looks();
    await comes(right);
    await world.work(clerk);
    await looks();
    expect(await bulletins()).toEqual([]);
    await comes(world.clock.at);
    await world.work(clerk);
    await looks();
    expect(await bulletins()).toHaveLength(1);
  });

  test('what waits in the outbox waits on', async () => {
    world.postman.answers.set(partner, { state: 'deferred', response: '451 4.7.1 greylisted' });
    await looks();
    world.postman.answers.clear();
    world.clock.leap(365 * day);
    // Whoever hands letters over sees it first.
    await clerk.sendDue();
    await looks();
    expect(await bulletins()).toEqual([]);
    expect(await alarms()).toHaveLength(1);
    world.clock.leap(-365 * day);
    world.clock.pass(3_600_000);
    await looks();
    expect(await bulletins()).toHaveLength(1);
    expect(deadlines()).toEqual(['2026-12-08']);
  });

  test('no schedule that fires is believed before it is looked at', async () => {
    world.clock.leap(365 * day);
    await clerk.tick('short');
    await clerk.sendDue();
    expect(await bulletins()).toEqual([]);
  });

  test('no command sends by that clock either', async () => {
    const right = world.clock.at;
    await looks();
    await command(world, clerk, approver, `[${reference}] #fermer retirée`);
    const before = (await world.lettersTo(partner)).length;
    world.clock.leap(5 * day);
    await looks();
    // By the mail server's clock it is still November.
    const sends = async (subject: string) => {
      const raw = await written({ from: approver, subject, text: '', headers: genuine(approver) });
      world.mailbox.deliver(raw, right.toISOString());
      await world.work(clerk);
      return (await world.lastLetterTo(approver)).text.replace(/[\s\u00A0]+/g, ' ');
    };
    const code = /#confirmer ([0-9A-Z]{10})/.exec(await sends(`[${reference}] #rouvrir`))?.[1];
    expect(await sends(`[${reference}] #confirmer ${code}`)).toContain('heure du greffier n’est pas confirmée');
    expect(await world.lettersTo(partner)).toHaveLength(before);
    expect(deadlines()).toEqual(['2026-12-08']);
  });

  test('by a few hours, as a machine that slept: nothing is held up', async () => {
    world.clock.leap(5 * 3_600_000);
    await looks();
    expect(await bulletins()).toHaveLength(1);
    expect(reference).toBe('INMQ-2026-0001');
  });

  describe('because nobody was there so long, as the mails show that came meanwhile', () => {
    const mailsUntil = async (before: number) => {
      const since = world.clock.at.getTime();
      world.clock.leap(30 * day);
      for (let at = since + day; at <= world.clock.at.getTime() - before; at += day) await comes(new Date(at));
      clerk = await world.open();
    };

    test('it goes out at once, and nobody is alarmed', async () => {
      await mailsUntil(0);
      await looks();
      expect(await bulletins()).toHaveLength(1);
      expect(await alarms()).toEqual([]);
    });

    test('a time to answer that ended meanwhile is closed at once', async () => {
      await looks();
      expect(await bulletins()).toHaveLength(1);
      await mailsUntil(0);
      await looks();
      expect([...clerk.register.digests.values()].map(({ closed }) => closed !== undefined)).toEqual([true]);
      expect(await alarms()).toEqual([]);
    });

    test('and which stop a week before: what ended before that is closed, what waits is not sent', async () => {
      await looks();
      await release(world, clerk, { subject: 'Autre formation' });
      await mailsUntil(8 * day);
      await looks();
      expect([...clerk.register.digests.values()].map(({ closed }) => closed !== undefined)).toEqual([true]);
      expect(await bulletins()).toHaveLength(1);
      expect(await alarms()).toHaveLength(1);
    });

    test('while the mailbox cannot be reached, nothing is sent', async () => {
      await mailsUntil(0);
      world.mailbox.down = true;
      await looks();
      expect(await bulletins()).toEqual([]);
      world.mailbox.down = false;
      await world.work(clerk);
      await looks();
      expect(await bulletins()).toHaveLength(1);
    });
  });
});

test('by a clock that leaps ahead no sign of life goes to partners', async () => {
  await release(world, clerk);
  world.clock.pass(60_000);
  await looks();
  world.clock.pass(30 * day);
  await looks();
  const before = (await world.lettersTo(partner)).length;
  world.clock.leap(Date.parse('2027-10-04T14:00:00Z') - world.clock.at.getTime());
  await looks();
  await looks();
  expect(await world.lettersTo(partner)).toHaveLength(before);
});
