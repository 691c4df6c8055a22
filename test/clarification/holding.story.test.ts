import { beforeEach, expect, test } from 'vitest';
import type { Request } from '../../src/model/request.ts';
import { desk, openedUnder } from '../correspondence.ts';
import { written } from '../world.ts';

const arrives = async (from: string) =>
  desk.world.arrives(
    desk.clerk,
    await written({ from, subject: `From ${from}`, text: `Could we meet? This is what ${from} needs.` }),
  );
const requestOf = (from: string): Request => {
  const found = [...desk.clerk.register.requests.values()].find(({ requester }) => requester.address === from);
  if (!found) throw new Error(`nothing is registered from ${from}`);
  return found;
};
const starts = (from: string) => requestOf(from).slots.map(({ start }) => start);
const chooses = async (from: string, number: number) => {
  const subject = `[${requestOf(from).reference}] Plage ${number}`;
  await desk.world.arrives(desk.clerk, await written({ from, subject, text: `Plage ${number}` }));
};

/** One slot a day, and a week to choose from: six days, three for each. */
beforeEach(async () => {
  const narrow = { hours: [{ from: '09:00', to: '09:45' }], minutes: 45, noticeHours: 24, daysAhead: 9, offered: 3 };
  await openedUnder((usual) => ({ ...usual, meeting: { ...usual.meeting, ...narrow, holdHours: 120 } }));
});

test('a slot is offered to no more requests than can be served, whoever comes first', async () => {
  for (const from of ['a@one.example', 'b@two.example', 'c@three.example']) await arrives(from);
  const offered = ['a@one.example', 'b@two.example', 'c@three.example'].flatMap(starts);
  expect(new Set(offered).size).toBe(offered.length);
  expect(starts('a@one.example')).toHaveLength(3);
  // Who comes last is offered what is left, or nothing; never what is held for another.
  expect(starts('c@three.example').length).toBeLessThan(3);
});

test('who has a meeting sets the other slots free, and they are offered to the next', async () => {
  await arrives('a@one.example');
  const [first, second, third] = starts('a@one.example');
  await chooses('a@one.example', 2);
  expect(requestOf('a@one.example').meeting?.start).toBe(second);
  await arrives('b@two.example');
  expect(starts('b@two.example')).toEqual(expect.arrayContaining([first, third]));
  expect(starts('b@two.example')).not.toContain(second);
});

test('what does not suit one is offered to the next; the other slots that it was offered instead are held', async () => {
  await arrives('a@one.example');
  const [first] = starts('a@one.example');
  await desk.world.arrives(
    desk.clerk,
    await written({
      from: 'a@one.example',
      subject: `[${requestOf('a@one.example').reference}] Re: slots`,
      text: 'None of these times suit us.',
    }),
  );
  const others = starts('a@one.example').slice(3);
  expect(others.length).toBeGreaterThan(0);
  await arrives('b@two.example');
  expect(starts('b@two.example')).toContain(first);
  for (const start of others) expect(starts('b@two.example')).not.toContain(start);
});
