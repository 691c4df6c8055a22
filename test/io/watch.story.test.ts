import { beforeEach, expect, test } from 'vitest';
import { troubleId } from '../../src/agenda/troubles.ts';
import { watchDisk } from '../../src/io/watch.ts';
import { desk, officer, opened } from '../correspondence.ts';

beforeEach(opened);

const least = 500;

/** The watch looks once a minute, and finds so much free each time. */
async function looks(...found: (number | Error)[]): Promise<void> {
  const { world } = desk;
  const ended = new AbortController();
  const free = async () => {
    const now = found.shift();
    if (found.length === 0) ended.abort();
    if (now instanceof Error) throw now;
    return now ?? 0;
  };
  const clock = {
    now: () => world.clock.now(),
    elapsedMs: () => world.clock.elapsedMs(),
    wait: async (waitMs: number) => world.clock.pass(waitMs),
  };
  const tell = async (step: 'began' | 'over') => {
    const now = world.clock.now();
    await desk.clerk.handle({ kind: 'period', id: troubleId('disk', step, now), due: now.toISOString() });
    await desk.clerk.sendDue();
  };
  await watchDisk(free, least, clock, tell, world.log.log, ended.signal);
}

const alarms = async () =>
  (await desk.world.lettersTo(officer))
    .map(({ subject }) => subject.replace(/\s/g, ' '))
    .filter((subject) => /^(?:Alerte|C’est réglé)/.test(subject));
const began = 'Alerte : peu de place sur le disque';
const over = 'C’est réglé : peu de place sur le disque';

test('a disk with room enough is nothing to tell of', async () => {
  await looks(10_000, 500, 501, 624, 500);
  expect(await alarms()).toEqual([]);
});

test('one that hovers about the least is told of once', async () => {
  await looks(...Array.from({ length: 20 }, (_, minute) => (minute % 2 === 0 ? 499 : 501)));
  expect(await alarms()).toEqual([began]);
});

test('it is over when there is room to spare, also for a daemon that starts anew', async () => {
  await looks(499, 560, 624);
  desk.clerk = await desk.world.open();
  await looks(600, 510);
  expect(await alarms()).toEqual([began]);
  await looks(625, 499.5, 700);
  expect(await alarms()).toEqual([began, over, began, over]);
});

test('a disk that cannot be looked at is looked at again', async () => {
  await looks(new Error('EIO: i/o error, statfs'), 499, new Error('EIO: i/o error, statfs'), 10_000);
  expect(await alarms()).toEqual([began, over]);
  expect(desk.world.log.lines.map(({ msg }) => msg)).toContain('the disk was not looked at; trying again');
});
