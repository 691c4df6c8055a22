import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { parseCron } from '../../src/io/cron.ts';
import { FakeWorld, written } from '../world.ts';
import { command, release } from './release.ts';

const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const partners = [
  'international@cfp-boreal.test',
  'international@cegep-harricana.test',
  'international@universite-nord.test',
];
const missed = '#bulletin envoyer digest/short/2026-11-24T14:00:00.000Z';

let world: FakeWorld;
let clerk: Clerk;

/** At work since October; digests of short term are due on the 24th of each month at nine. */
beforeEach(async () => {
  world = new FakeWorld();
  const { modalities } = world.policy;
  world.policy = {
    ...world.policy,
    modalities: { ...modalities, short: { ...modalities.short, schedule: parseCron('0 9 24 * *') } },
  };
  world.clock.at = new Date('2026-10-20T14:00:00Z');
  clerk = await world.open();
  await world.arrives(clerk, await written({ from: 'x@y.test', subject: 'Bonjour', text: 'Une demande.' }));
});

/** The agenda is looked at, as a timer does. */
const looks = async (at: string) => {
  world.clock.at = new Date(at);
  await clerk.followAgenda();
  await clerk.followAgenda();
  await clerk.sendDue();
};
/** What every partner was told, each the same. */
const signs = async () => {
  const told = await Promise.all(partners.map((to) => world.lettersTo(to)));
  const [first = [], ...others] = told.map((mails) =>
    mails.filter(({ subject }) => /^Aucun bulletin/.test(subject)).map(({ text }) => text.replace(/\s+/g, ' ')),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
};
const releasedAt = async (at: string) => {
  world.clock.at = new Date(at);
  return release(world, clerk);
};

describe('the sign of life', () => {
  test('is sent once after a month without a digest, on its first business day', async () => {
    await looks('2026-12-01T13:59:00Z');
    expect(await signs()).toEqual([]);
    await looks('2026-12-01T14:00:00Z');
    await looks('2026-12-02T14:00:00Z');
    expect(await signs()).toHaveLength(1);
    expect((await world.lastLetterTo(partners[0] ?? '')).subject).toBe('Aucun bulletin en novembre 2026');
  });

  test('is not sent after a month with a digest', async () => {
    await releasedAt('2026-11-23T15:00:00Z');
    await looks('2026-11-24T14:00:00Z');
    await looks('2026-12-01T14:00:00Z');
    expect(await signs()).toEqual([]);
  });

  test('is not sent once the digest that was missed has gone out, if only in the month after', async () => {
    await releasedAt('2026-11-23T15:00:00Z');
    await looks('2026-11-29T15:00:00Z');
    world.clock.at = new Date('2026-12-01T13:00:00Z');
    await command(world, clerk, approver, missed);
    await looks('2026-12-01T14:00:00Z');
    expect(await signs()).toEqual([]);
  });

  const nothingWaits = 'Aucune demande n’attend d’être diffusée';
  const somethingWaits = 'Des demandes attendent d’être diffusées';
  const wasMissed = 'Un bulletin qui était prévu n’est pas parti';

  test.each<[string, () => Promise<unknown>, { says: string[]; not: string[] }]>([
    ['nothing was released', async () => {}, { says: [nothingWaits], not: [somethingWaits, wasMissed] }],
    [
      'a digest was missed past its late window',
      async () => {
        await releasedAt('2026-11-23T15:00:00Z');
        await looks('2026-11-29T15:00:00Z');
      },
      { says: [wasMissed, somethingWaits], not: [nothingWaits] },
    ],
    [
      'one was missed, and its request was withdrawn since',
      async () => {
        const reference = await releasedAt('2026-11-23T15:00:00Z');
        await looks('2026-11-29T15:00:00Z');
        await command(world, clerk, officer, `[${reference}] #fermer retirée`);
      },
      { says: [wasMissed, nothingWaits], not: [somethingWaits] },
    ],
    [
      'one was released after the last digest of the month',
      () => releasedAt('2026-11-25T15:00:00Z'),
      { says: [somethingWaits], not: [nothingWaits, wasMissed] },
    ],
  ])('tells the truth where %s', async (_what, happens, { says, not }) => {
    await happens();
    await looks('2026-12-01T14:00:00Z');
    const [told = '', ...others] = await signs();
    expect(others).toEqual([]);
    expect(told).toContain('Aucun bulletin n’a été envoyé en novembre 2026');
    for (const words of says) expect(told).toContain(words);
    for (const words of not) expect(told).not.toContain(words);
  });
});
