import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { parseCron } from '../../src/io/cron.ts';
import { FakeWorld } from '../world.ts';
import { command, newsletterCame, release } from './release.ts';

const hour = 3_600_000;
const day = 24 * hour;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const partner = 'international@cfp-boreal.test';

let world: FakeWorld;
let clerk: Clerk;
let button: string;

/** Released on Monday; the clerk was away on Tuesday at nine, when it was due, and until the evening of Wednesday. */
beforeEach(async () => {
  world = new FakeWorld();
  const { modalities } = world.policy;
  const short = { ...modalities.short, schedule: parseCron('0 9 * * 2'), lateWindowMs: 12 * hour };
  world.policy = { ...world.policy, modalities: { ...modalities, short } };
  clerk = await world.open();
  await release(world, clerk);
  world.clock.pass(2 * day);
  await newsletterCame(world);
  clerk = await world.open();
  await clerk.tick('short');
  await clerk.sendDue();
  const alarm = await world.lastLetterTo(approver);
  button = /#bulletin envoyer \S+/.exec(alarm.text.replace(/\s+/g, ' '))?.[0] ?? '';
});

const bulletins = async () => (await world.lettersTo(partner)).filter(({ subject }) => /^Bulletin/.test(subject));
const press = (from: string) => command(world, clerk, from, button);

describe('a digest that was missed past its late window', () => {
  test('is not sent by itself: staff is asked, once, with a button', async () => {
    expect(button).toBe('#bulletin envoyer digest/short/2026-11-24T14:00:00.000Z');
    const { position } = clerk.register;
    clerk = await world.open();
    await clerk.tick('short');
    expect(clerk.register.position).toBe(position);
    expect(await bulletins()).toEqual([]);
  });

  test('one click of the direction, and it goes to all, exactly once', async () => {
    await press(approver);
    await press(approver);
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.keys()]).toEqual(['digest/short/2026-11-24T14:00:00.000Z']);
    expect(clerk.register.requests.get('INMQ-2026-0001')?.status).toBe('disseminated');
    // The time to answer runs from now.
    expect([...clerk.register.digests.values()][0]?.answerBy?.slice(0, 10)).toBe('2026-12-10');
    world.clock.pass(7 * day);
    clerk = await world.open();
    await clerk.tick('short');
    await clerk.sendDue();
    expect(await bulletins()).toHaveLength(1);
  });

  test('a second click says that it is gone, and takes along nothing that was released since', async () => {
    await press(approver);
    const sent = clerk.register.digests.get('digest/short/2026-11-24T14:00:00.000Z')?.references;
    await release(world, clerk, { from: 'Kouadio <k@mines-ci.example>', subject: 'Forage' });
    await press(approver);
    expect((await world.lastLetterTo(approver)).text).toContain('déjà parti');
    expect(clerk.register.digests.get('digest/short/2026-11-24T14:00:00.000Z')?.references).toEqual(sent);
    expect(await bulletins()).toHaveLength(1);
  });

  test('without a click its notices go with the next one, and the button does nothing any more', async () => {
    world.clock.pass(6 * day);
    await clerk.tick('short');
    await clerk.sendDue();
    expect(await bulletins()).toHaveLength(1);
    await press(approver);
    expect((await world.lastLetterTo(approver)).text).toContain('Plus aucune fiche n’attend');
    expect(await bulletins()).toHaveLength(1);
  });

  test.each([
    ['by somebody who is not of the direction', officer, () => button, 'Seule une personne de la direction'],
    [
      'of one that was not missed',
      approver,
      () => '#bulletin envoyer digest/short/2026-12-01T14:00:00.000Z',
      'n’a pas été manqué',
    ],
    ['of none at all', approver, () => '#bulletin envoyer demain', 'n’est pas reconnu'],
  ])('is refused: %s', async (_what, from, line, why) => {
    expect((await command(world, clerk, from, line())).text).toContain(why);
    expect(await bulletins()).toEqual([]);
  });
});

describe('a firing that the timer dropped', () => {
  beforeEach(async () => {
    const { modalities } = world.policy;
    world = new FakeWorld();
    world.policy = { ...world.policy, modalities };
    clerk = await world.open();
    await release(world, clerk);
  });
  const looks = async () => {
    await clerk.followAgenda();
    await clerk.sendDue();
  };

  test('is made up for by the next look at the agenda, once', async () => {
    await looks();
    expect(await bulletins()).toEqual([]);
    world.clock.at = new Date('2026-11-24T14:10:00Z');
    await looks();
    await looks();
    await clerk.tick('short');
    expect(await bulletins()).toHaveLength(1);
    expect([...clerk.register.digests.keys()]).toEqual(['digest/short/2026-11-24T14:00:00.000Z']);
  });

  test('past the late window staff is asked, once', async () => {
    world.clock.at = new Date('2026-11-25T14:00:00Z');
    await looks();
    await looks();
    expect(await bulletins()).toEqual([]);
    const alarms = await world.lettersTo(approver);
    expect(alarms.filter(({ text }) => text.includes('#bulletin'))).toHaveLength(1);
  });
});
