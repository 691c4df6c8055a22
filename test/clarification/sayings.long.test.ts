import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { doubtSecond } from './doubting-sayings.ts';
import { otherMatters, refuseAll } from './refusing-sayings.ts';
import { takeSecond } from './sayings.ts';

/** The pure reader hears them all; by mail every sixth. */
const some = (texts: readonly string[]) => texts.filter((_, index) => index % 6 === 0);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
const theirs = async () => (await desk.world.lettersTo(ama)).length;

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('the clerk', () => {
  test.each(some(takeSecond))('books the second slot: « %s »', async (text) => {
    await says(text);
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect((await last(ama)).subject).toContain('Rencontre');
  });

  test.each(some(doubtSecond))('books nothing and asks, once: « %s »', async (text) => {
    await says(text);
    expect(only().meeting).toBeUndefined();
    expect(only().slots).toHaveLength(3);
    expect(await theirs()).toBe(2);
    expect(oneLine((await last(ama)).text)).toContain('Nous n’avons pas pu y lire avec certitude');
    expect(oneLine((await last(officer)).text)).toContain('Plage non comprise');
  });

  test.each(some(refuseAll))('offers others: « %s »', async (text) => {
    await says(text);
    expect(only().meeting).toBeUndefined();
    expect(only().slots).toHaveLength(6);
    expect(await theirs()).toBe(2);
    expect(oneLine((await last(ama)).text)).toContain('cherchons ensemble une autre date');
  });

  test.each(some(otherMatters))('books nothing, asks nothing, tells staff: « %s »', async (text) => {
    await says(text);
    expect(only().meeting).toBeUndefined();
    expect(await theirs()).toBe(1);
    expect(oneLine((await last(officer)).text)).toContain('Nouveau courriel du demandeur');
  });
});

describe('the clerk, where another slot is booked', () => {
  beforeEach(() => says('Slot 1, please.'));

  test.each(some(doubtSecond))('moves nothing: « %s »', async (text) => {
    await says(text);
    expect(only().meeting?.sequence).toBe(0);
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
  });
});
