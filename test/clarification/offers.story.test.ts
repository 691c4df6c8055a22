import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { offerSlots } from '../../src/clarification/offer.ts';
import type { Busy, Policy } from '../../src/model/policy.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { FakeWorld, written } from '../world.ts';

const host = 'mtremblay@greffier.test';
const hour = 3_600_000;
let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

const request = {
  reference: 'INMQ-2026-0009',
  requester: { name: 'Ama', address: 'ama@tgtu.example', timeZone: 'Africa/Accra' },
  language: 'en' as const,
  subject: 'Rescue',
  points: {},
  slots: [],
};
const offered = (over: Partial<Policy['meeting']>) => {
  const policy = { ...world.policy, meeting: { ...world.policy.meeting, ...over } };
  return offerSlots(request, emptyRegister(), policy, world.clock.now());
};

describe('the host’s calendars', () => {
  const busyUntil = (end: string): Busy => ({
    times: [{ start: new Date('2026-11-23T00:00:00Z'), end: new Date(end) }],
    unread: [],
  });

  test('are kept free of', () => {
    const [first] = offered({ busy: busyUntil('2026-12-01T15:00:00Z') });
    expect(first?.start).toBe('2026-12-01T15:00:00.000Z');
  });

  test('with the buffer around what is in them', () => {
    const [first] = offered({ busy: busyUntil('2026-12-01T15:00:00Z'), bufferMinutes: 15 });
    expect(first?.start).toBe('2026-12-01T15:30:00.000Z');
  });

  test('nothing is offered while one cannot be read; staff is told once a day, until it is over', async () => {
    let busy: Busy = { times: [], unread: [{ calendar: 'agenda.example', why: 'timeout' }] };
    const meeting = {
      ...world.policy.meeting,
      get busy() {
        return busy;
      },
    };
    world.policy = { ...world.policy, meeting };
    const clerk = await world.open();
    await world.arrives(clerk, await written({ from: 'ama@tgtu.example', subject: 'Rescue', text: 'Could we meet?' }));
    expect([...clerk.register.requests.values()][0]?.slots).toEqual([]);
    const alarms = async () => (await world.lettersTo(host)).filter(({ text }) => text.includes('agenda.example'));
    for (let passed = 0; passed < 30; passed++) {
      await clerk.followAgenda();
      world.clock.pass(hour);
    }
    await clerk.sendDue();
    expect(await alarms()).toHaveLength(2);
    expect((await alarms())[0]?.text).toContain('Aucune plage');
    busy = { times: [], unread: [] };
    for (let passed = 0; passed < 30; passed++) {
      await clerk.followAgenda();
      world.clock.pass(hour);
    }
    await clerk.sendDue();
    expect(await alarms()).toHaveLength(2);
    const over = [...clerk.register.years.values()].flatMap(({ recoveries = [] }) => recoveries);
    expect(over.filter(({ trouble }) => trouble === 'calendar')).toHaveLength(1);
  });

  test('a slot that became busy since it was offered is not booked', async () => {
    let busy: Busy = { times: [], unread: [] };
    const meeting = {
      ...world.policy.meeting,
      get busy() {
        return busy;
      },
    };
    world.policy = { ...world.policy, meeting };
    const clerk = await world.open();
    await world.arrives(clerk, await written({ from: 'ama@tgtu.example', subject: 'Rescue', text: 'Could we meet?' }));
    const only = () => [...clerk.register.requests.values()][0];
    const [slot] = only()?.slots ?? [];
    if (!slot) throw new Error('nothing was offered');
    busy = { times: [{ start: new Date(slot.start), end: new Date(slot.end) }], unread: [] };
    const subject = `[${only()?.reference}] Slot 1`;
    await world.arrives(clerk, await written({ from: 'ama@tgtu.example', subject, text: 'Slot 1' }));
    expect(only()?.meeting).toBeUndefined();
    expect((await world.lettersTo('ama@tgtu.example')).at(-1)?.text).toContain('no longer free');
  });
});

test('no hours in common: the questionnaire alone, and staff is asked', async () => {
  const clerk = await world.open();
  const text = 'Hello,\n\nwe want advice on simulators.\n\nBat-Erdene T.\nUlaanbaatar, Mongolia';
  await world.arrives(clerk, await written({ from: 'bat@gobivoc.example', subject: 'Simulators', text }));
  const [request] = clerk.register.requests.values();
  expect(request).toMatchObject({ requester: { timeZone: 'Asia/Ulaanbaatar' }, slots: [] });
  const [letter] = await world.lettersTo('bat@gobivoc.example');
  expect(letter?.text).toContain('1. Nature of the needs');
  const told = (await world.lettersTo(host)).map((mail) => mail.text.replace(/\s+/g, ' '));
  expect(told.join(' ')).toContain('aucune plage libre aux heures ouvrables des deux endroits (Asia/Ulaanbaatar)');
});

test('no day of a closure is offered', () => {
  const days = offered({ closures: [{ from: '2026-11-23', to: '2026-12-06' }], offered: 9 }).map(({ start }) => start);
  expect(days[0]?.slice(0, 10)).toBe('2026-12-07');
});

describe('a slot that was offered', () => {
  const arrives = async (count: number) => {
    const clerk = await world.open();
    for (let each = 0; each < count; each++) {
      const from = `person${each}@place${each}.example`;
      await world.arrives(clerk, await written({ from, subject: `Request ${each}`, text: `Need number ${each}.` }));
    }
    return clerk;
  };

  test('is kept for one request, then is offered again, and goes to the first who takes it', async () => {
    // One slot a day: from Wednesday to Friday, then Monday.
    const narrow = { hours: [{ from: '09:00', to: '09:45' }], minutes: 45, noticeHours: 24, daysAhead: 7 };
    world.policy = { ...world.policy, meeting: { ...world.policy.meeting, ...narrow, holdHours: 20 } };
    const clerk = await arrives(2);
    const starts = () => [...clerk.register.requests.values()].map(({ slots }) => slots.map(({ start }) => start));
    const [first = [], second = []] = starts();
    expect(first.filter((start) => second.includes(start))).toEqual([]);
    world.clock.pass(21 * hour);
    await world.arrives(clerk, await written({ from: 'late@other.example', subject: 'Late', text: 'Hello there.' }));
    const third = starts()[2] ?? [];
    const shared = third.filter((start) => [...first, ...second].includes(start));
    expect(shared).toEqual(first);
    const [start = ''] = shared;
    const requests = [...clerk.register.requests.values()];
    const holders = requests.filter(({ slots }) => slots.some((slot) => slot.start === start));
    for (const { reference, slots, requester } of holders.toReversed()) {
      const number = slots.find((slot) => slot.start === start)?.number;
      const subject = `[${reference}] Plage ${number}`;
      await world.arrives(clerk, await written({ from: requester.address, subject, text: `Plage ${number}` }));
    }
    const met = requests.filter(({ meeting }) => meeting?.start === start).map(({ reference }) => reference);
    expect(met).toEqual([requests[2]?.reference]);
    const loser = holders.find(({ reference }) => reference !== requests[2]?.reference);
    const kind = (await world.lettersTo(loser?.requester.address ?? '')).at(-1);
    expect(kind?.text).toContain('n’est plus libre');
  });
});

test('never in a buffer, a closure or a busy time; told by arithmetic on local clocks alone', () => {
  const minute = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2030-01-01Z'), noInvalidDate: true });
  const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }));
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', dateStyle: 'short' });
  let some = 0;
  fc.assert(
    fc.property(
      minute,
      fc.array(span, { maxLength: 10 }),
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 20 }),
      (now, spans, bufferMinutes, closedFrom) => {
        const times = spans.map(([from, hours]) => ({
          start: new Date(now.getTime() + from * hour),
          end: new Date(now.getTime() + (from + hours) * hour),
        }));
        const closed = [closedFrom, closedFrom + 2].map((days) =>
          local.format(new Date(now.getTime() + days * 24 * hour)),
        );
        const [from = '', to = ''] = closed;
        const meeting = {
          ...world.policy.meeting,
          busy: { times, unread: [] },
          bufferMinutes,
          closures: [{ from, to }],
        };
        const slots = offerSlots(request, emptyRegister(), { ...world.policy, meeting }, now);
        some += slots.length;
        for (const slot of slots) {
          const day = local.format(new Date(slot.start));
          expect(day < from || day > to).toBe(true);
          for (const { start, end } of times) {
            const apart = Math.max(Date.parse(slot.start) - end.getTime(), start.getTime() - Date.parse(slot.end));
            expect(apart).toBeGreaterThanOrEqual(bufferMinutes * 60_000);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(some).toBeGreaterThan(0);
});
