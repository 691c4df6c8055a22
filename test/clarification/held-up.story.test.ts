import { beforeEach, describe, expect, test } from 'vitest';
import { ama, command, desk, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const hour = 3_600_000;

beforeEach(async () => {
  await opened();
});
const begins = async () => desk.world.arrives(desk.clerk, await written(request));
/** Every hour of so many days. */
async function live(days: number): Promise<void> {
  for (let passed = 0; passed < days * 24; passed++) {
    desk.world.clock.pass(hour);
    await desk.world.work(desk.clerk);
    await desk.clerk.followAgenda();
    await desk.clerk.sendDue();
  }
}
/** What the requester got, after the acknowledgement, by day. */
const got = async () =>
  (await desk.world.lettersTo(ama)).slice(1).map(({ subject }) => subject.replace(/^\[.*?\] /, ''));
const until = (moment: string) => {
  desk.world.clock.pass(Date.parse(moment) - desk.world.clock.now().getTime());
};
const days = () =>
  [...desk.clerk.register.letters.values()]
    .filter(({ to, accepted }) => to.address === ama && accepted)
    .map(({ letter, accepted }) => `${accepted?.at.slice(0, 10)} ${letter}`);

describe('while letters cannot leave', () => {
  test('no reminder is written during a pause: it could only pile up', async () => {
    await begins();
    await command(officer, '#pause');
    await live(25);
    expect([...desk.clerk.register.letters.values()].filter(({ letter }) => letter === 'follow-up')).toEqual([]);
    expect(days()).toEqual(['2026-11-23 acknowledgement']);
  });

  test('the time to answer runs from when the letter left, one reminder after the other', async () => {
    desk.world.postman.down = true;
    await begins();
    await live(18);
    desk.world.postman.down = false;
    await live(45);
    const [first, ...others] = days();
    expect(first).toBe('2026-12-11 acknowledgement');
    // Seven and fourteen business days from the eleventh.
    expect(others.slice(0, 2)).toEqual(['2026-12-22 follow-up', '2027-01-06 follow-up']);
  });

  test.each([
    ['an answer came meanwhile', async () => desk.world.arrives(desk.clerk, await reply(ama, 'We are working on it.'))],
    ['a meeting was fixed meanwhile', async () => command(officer, '#rencontre confirmer 2026-12-15 10 h')],
    ['the request was closed meanwhile', async () => command(officer, '#fermer doublon')],
  ])('a reminder is not sent after all when %s', async (_what, happens) => {
    await begins();
    await live(8);
    desk.world.postman.down = true;
    await live(2);
    await happens();
    desk.world.postman.down = false;
    await live(2);
    expect((await got()).filter((subject) => subject.includes('Reminder'))).toEqual([]);
    const states = [...desk.clerk.register.letters.values()].filter(({ letter }) => letter === 'follow-up');
    expect(states.map(({ state }) => state)).toEqual(['withdrawn']);
  });

  test('but it is sent when nothing came', async () => {
    await begins();
    await live(8);
    desk.world.postman.down = true;
    await live(2);
    desk.world.postman.down = false;
    await live(1);
    expect((await got()).filter((subject) => subject.includes('Reminder'))).toHaveLength(1);
  });

  test('nobody is reminded of a meeting that has begun, or was moved', async () => {
    await begins();
    await command(officer, '#rencontre confirmer 2026-12-03 10 h');
    until('2026-12-02T08:00:00Z');
    desk.world.postman.down = true;
    await live(2);
    desk.world.postman.down = false;
    await live(1);
    expect((await got()).filter((subject) => subject.includes('Meeting reminder'))).toEqual([]);
    expect(only().met).toBeDefined();
  });
});
