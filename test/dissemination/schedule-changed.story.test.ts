import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { parseCron } from '../../src/io/cron.ts';
import { categories } from '../../src/model/request.ts';
import { FakeWorld } from '../world.ts';
import { command, newsletterCame, release } from './release.ts';

const approver = 'dlavoie@greffier.test';
const partner = 'international@cfp-boreal.test';
const missed = 'digest/short/2026-11-24T14:00:00.000Z';

let world: FakeWorld;
let clerk: Clerk;

/** As the daemon starts: what is due by the schedules first, then by the register. */
const starts = async (at: string, schedule?: string, timeZone?: string) => {
  world.clock.at = new Date(at);
  const { modalities } = world.policy;
  const short = { ...modalities.short, ...(schedule !== undefined && { schedule: parseCron(schedule) }) };
  world.policy = { ...world.policy, modalities: { ...modalities, short }, ...(timeZone && { timeZone }) };
  await newsletterCame(world);
  clerk = await world.open();
  for (const category of categories) await clerk.tick(category);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const bulletins = async () => (await world.lettersTo(partner)).filter(({ subject }) => /^Bulletin/.test(subject));
const alarms = async () =>
  (await world.lettersTo(approver)).filter(({ text }) => text.includes('horaire')).map(({ text }) => flat(text));
const flat = (text: string) => text.replace(/[\s\u00A0]+/g, ' ');

/** Released on Monday, 23 November; due on Tuesday at nine. */
beforeEach(async () => {
  world = new FakeWorld();
  await starts('2026-11-23T15:00:00Z', '0 9 * * 2');
  await release(world, clerk);
});

describe('a schedule that changed while the clerk was away', () => {
  test('past a period that it would have run: staff is asked, once, and may send it', async () => {
    await starts('2026-11-24T16:00:00Z', '0 9 * * 5');
    expect(await bulletins()).toEqual([]);
    const [asked, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(asked).toContain('mardi 24 novembre 2026');
    expect(asked).toContain('1 fiche');
    expect(asked).toContain('vendredi 27 novembre 2026');
    expect(asked).toContain(`#bulletin envoyer ${missed}`);
    const { position } = clerk.register;
    await starts('2026-11-24T17:00:00Z');
    expect(clerk.register.position).toBe(position);
    await command(world, clerk, approver, `#bulletin envoyer ${missed}`);
    expect(await bulletins()).toHaveLength(1);
    await starts('2026-11-27T14:01:00Z');
    expect(await bulletins()).toHaveLength(1);
  });

  test('and nobody clicks: it goes with the next one', async () => {
    await starts('2026-11-24T16:00:00Z', '0 9 * * 5');
    await starts('2026-11-27T14:01:00Z');
    expect(await bulletins()).toHaveLength(1);
  });

  test.each([
    ['to one that was due meanwhile: that one goes out', '0 10 * * 2', 1],
    ['in words only: the same digest goes out', '0 0 9 * * TUE', 1],
    ['before anything was due', '0 9 * * 3', 0],
  ])('%s', async (what, schedule, sent) => {
    await starts(what.startsWith('before') ? '2026-11-24T13:00:00Z' : '2026-11-24T16:00:00Z', schedule);
    expect(await alarms()).toEqual([]);
    expect(await bulletins()).toHaveLength(sent);
  });

  test('with the zone: the period of the former one is asked about too', async () => {
    await starts('2026-11-24T15:00:00Z', undefined, 'America/Vancouver');
    expect(await alarms()).toHaveLength(1);
    await starts('2026-11-24T16:01:00Z');
    expect(await bulletins()).toHaveLength(1);
  });

  test('twice: only what is still owed is asked about', async () => {
    await starts('2026-11-24T13:00:00Z', '0 9 * * 3');
    await starts('2026-11-25T15:00:00Z', '0 9 * * 5');
    const asked = await alarms();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('mercredi 25 novembre 2026');
  });
});

test('while it was there nothing is asked: what was due had gone out', async () => {
  world.clock.at = new Date('2026-11-24T14:00:00Z');
  await clerk.tick('short');
  await clerk.sendDue();
  await starts('2026-11-24T16:00:00Z', '0 9 * * 5');
  expect(await alarms()).toEqual([]);
  expect(await bulletins()).toHaveLength(1);
});
