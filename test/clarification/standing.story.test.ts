import { beforeEach, describe, expect, test } from 'vitest';
import type { Busy, MeetingPolicy } from '../../src/model/policy.ts';
import { ama, command, desk, last, officer, only, openedUnder, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const hour = 3_600_000;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
let meeting: Partial<MeetingPolicy> & { busy: Busy };
const says = async (text: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
const unreadable: Busy = { times: [], unread: [{ calendar: 'agenda.example', why: 'it does not answer' }] };
/** The host is busy from and to so many minutes around the slot. */
const busyAround = (number: number, before: number, after: number): Busy => {
  const slot = only().slots.find((each) => each.number === number);
  const from = Date.parse(slot?.start ?? '') + before * 60_000;
  return { times: [{ start: new Date(from), end: new Date(from + (after - before) * 60_000) }], unread: [] };
};

beforeEach(async () => {
  meeting = { bufferMinutes: 15, choiceHours: 12, busy: { times: [], unread: [] } };
  await openedUnder((usual) => ({
    ...usual,
    get meeting() {
      return { ...usual.meeting, ...meeting };
    },
  }));
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('at the moment of choosing', () => {
  test('a slot that is free is booked', async () => {
    await says('Slot 1');
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
  });

  test('a slot whose buffer is broken since is not booked, and others are offered', async () => {
    meeting.busy = busyAround(1, -40, -10);
    await says('Slot 1');
    expect(only().meeting).toBeUndefined();
    expect((await last(ama)).text).toContain('no longer free');
    expect(only().slots.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a slot that is next to begin is not booked, and others are offered', async () => {
    desk.world.clock.pass(Date.parse(only().slots[0]?.start ?? '') - desk.world.clock.now().getTime() - 11 * hour);
    await says('Slot 1');
    expect(only().meeting).toBeUndefined();
    expect(oneLine((await last(ama)).text)).toContain('now too close');
    expect(only().slots).toHaveLength(6);
    expect(oneLine((await last(officer)).text)).toContain('le préavis est passé');
  });

  test('the promise of a slot outlasts the notice by the night that a choice takes', async () => {
    desk.world.clock.pass(Date.parse(only().slots[0]?.start ?? '') - desk.world.clock.now().getTime() - 13 * hour);
    await says('Slot 1');
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
  });
});

describe('while a calendar of the host cannot be read', () => {
  test('nothing is booked silently: a person confirms with one click, and the requester is told so', async () => {
    meeting.busy = unreadable;
    await says('Slot 2');
    expect(only()).toMatchObject({ chosen: { number: 2 } });
    expect(only().meeting).toBeUndefined();
    const letter = await last(ama);
    expect(letter.subject).toContain('à confirmer');
    expect(oneLine(letter.text)).toContain('A member of our team still has to confirm it');
    const told = await last(officer);
    expect(oneLine(told.text)).toContain('l’agenda de l’hôte n’a pas pu être lu');
    expect(told.html?.replaceAll('&#x3D;', '=')).toContain(encodeURIComponent('#rencontre confirmer 2'));
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);

    desk.world.clock.pass(600_000);
    await command(officer, '#rencontre confirmer 2');
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect(only().chosen).toBeUndefined();
    expect(oneLine((await last(officer)).text)).toContain('n’a pas pu être lu');
  });

  test('who waits for a person is not reminded, and the slot stays theirs', async () => {
    meeting = { ...meeting, holdHours: 1, busy: unreadable };
    await says('Slot 2');
    const before = (await desk.world.lettersTo(ama)).length;
    for (let day = 0; day < 20; day++) {
      desk.world.clock.pass(24 * hour);
      await desk.clerk.followAgenda();
    }
    await desk.clerk.sendDue();
    expect(await desk.world.lettersTo(ama)).toHaveLength(before);
  });

  test('a meeting that stands is moved by a person alone', async () => {
    await says('Slot 1');
    meeting.busy = unreadable;
    await says('Slot 3 please.');
    expect(only().meeting).toMatchObject({ sequence: 0, start: only().slots[0]?.start });
    expect(oneLine((await last(ama)).text)).toContain('Until then the meeting stays at the time agreed on');
    await command(officer, '#rencontre confirmer 3');
    expect(only().meeting).toMatchObject({ sequence: 1, start: only().slots[2]?.start });
  });
});

describe('a time that staff wrote', () => {
  test('outside the notice and the buffers is booked as it was offered', async () => {
    await command(officer, '#rencontre demain 7 h');
    expect(only().slots.at(-1)).toMatchObject({ number: 4, written: true });
    await says('Slot 4');
    expect(only().meeting?.start).toBe(only().slots[3]?.start);
  });

  test('where the host is busy is confirmed by a person', async () => {
    await command(officer, '#rencontre 2026-12-03 10 h');
    meeting.busy = busyAround(4, 0, 30);
    await says('Slot 4');
    expect(only().meeting).toBeUndefined();
    expect(oneLine((await last(officer)).text)).toContain('l’agenda de l’hôte y est occupé');
    await command(officer, '#rencontre confirmer 4');
    expect(only().meeting?.start).toBe(only().slots[3]?.start);
    expect(oneLine((await last(officer)).text)).toContain('est occupé');
  });

  test('and that breaks a buffer is confirmed with a warning', async () => {
    meeting.busy = busyAround(1, -40, -10);
    await command(officer, '#rencontre confirmer 1');
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
    expect(oneLine((await last(officer)).text)).toContain('moins de 15 minutes');
  });
});
