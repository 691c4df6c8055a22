import { beforeEach, describe, expect, test } from 'vitest';
import { dutyOf } from '../../src/agenda/duties.ts';
import { ama, approver, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { calendarOf, calendarReply, property } from './calendar-client.ts';

const hour = 3_600_000;
const day = 24 * hour;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
const withCalendar = async (address: string) =>
  (await desk.world.lettersTo(address)).filter(({ parts }) =>
    parts.some((part) => part.contentType === 'text/calendar'),
  );
const forms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ subject }) => subject.includes('Compte rendu'));
const agenda = async () => {
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
};
/** To so long after the end of the meeting. */
const passesEnd = (ms: number) => {
  const { end = '' } = only().meeting ?? {};
  desk.world.clock.pass(Date.parse(end) - desk.world.clock.now().getTime() + ms);
};

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  await says('Slot 1, please.');
});

describe('a meeting that is over', () => {
  test('is on the record as held, and the host is asked for its minutes once', async () => {
    passesEnd(60_000);
    for (let look = 0; look < 3; look++) {
      await agenda();
      desk.world.clock.pass(hour);
    }
    expect(only().meeting).toBeUndefined();
    expect(only().met?.start).toBe(only().slots[0]?.start);
    expect(await forms()).toHaveLength(1);
    const form = (await forms())[0]?.html?.replaceAll('&#x3D;', '=') ?? '';
    expect(form).toContain(encodeURIComponent('#compte-rendu'));
    expect(form).toContain(encodeURIComponent('#rencontre'));
    expect(form).not.toContain(encodeURIComponent('#rencontre reporter'));
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);
  });

  test('is asked the minutes of once, though the clerk was down for a month', async () => {
    passesEnd(31 * day);
    desk.clerk = await desk.world.open();
    await agenda();
    await agenda();
    expect(await forms()).toHaveLength(1);
  });

  const live = async (days: number) => {
    const before = (await desk.world.lettersTo(ama)).length;
    for (let passed = 0; passed < days; passed++) {
      await agenda();
      desk.world.clock.pass(day);
    }
    return (await desk.world.lettersTo(ama)).slice(before);
  };

  test('is for the host to tell of: until then staff is reminded, and not the requester', async () => {
    passesEnd(60_000);
    expect(await live(60)).toEqual([]);
    expect(dutyOf(only(), desk.clerk.register, desk.world.policy, desk.world.clock.now())).toMatchObject({
      what: 'Verser le compte rendu de la rencontre',
      usage: '#compte-rendu',
    });
  });

  test('leaves what is open to be followed up, from its minutes on, without the old slots', async () => {
    passesEnd(60_000);
    await live(20);
    await command(officer, '#compte-rendu', 'Attentes\nUn certificat.');
    expect(await live(5)).toEqual([]);
    const letters = await live(8);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('Nature of the needs');
    expect(letters[0]?.text).not.toContain('Plage 3');
    await live(50);
    expect(only().status).toBe('dormant');
  });

  test.each(['on the record', 'not on the record yet'])('(%s) may be followed by another', async (known) => {
    passesEnd(60_000);
    if (known === 'on the record') await agenda();
    await command(officer, '#rencontre reporter 2027-01-12 10 h');
    expect(oneLine((await last(officer)).text)).toContain('La rencontre est passée');
    await command(officer, '#rencontre');
    expect(only().slots.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(only().slots.filter(({ withdrawn }) => !withdrawn)).toHaveLength(3);
    await says('Slot 5, please.');
    expect(only().meeting).toMatchObject({ uid: 'inmq-2026-0001-5@greffier', sequence: 0 });
    await agenda();
    expect(await forms()).toHaveLength(1);
  });

  test.each([
    ['on the record', 'Slot 3 please.'],
    ['not on the record yet', 'Slot 3 please.'],
    ['on the record', 'None of these times suit us.'],
    ['not on the record yet', 'Could we reschedule the meeting?'],
  ])('(%s) is not moved by « %s »', async (known, text) => {
    passesEnd(60_000);
    if (known === 'on the record') await agenda();
    const before = (await withCalendar(ama)).length;
    const letters = (await desk.world.lettersTo(ama)).length;
    await says(text);
    expect(await withCalendar(ama)).toHaveLength(before);
    expect(await desk.world.lettersTo(ama)).toHaveLength(letters);
    expect(only().slots).toHaveLength(3);
    expect(oneLine((await last(officer)).text)).toMatch(/a eu lieu|Nouveau courriel/);
  });

  test.each(['on the record', 'not on the record yet'])('(%s) is not cancelled by a late answer', async (known) => {
    const invitation = calendarOf((await withCalendar(ama)).at(-1));
    passesEnd(60_000);
    if (known === 'on the record') await agenda();
    const before = (await withCalendar(ama)).length;
    await desk.world.arrives(desk.clerk, await calendarReply({ from: ama, invitation, partstat: 'DECLINED' }));
    expect(await withCalendar(ama)).toHaveLength(before);
    expect(oneLine((await last(officer)).text)).toContain('après la rencontre');
  });
});

describe('with the request that is closed', () => {
  test.each([
    [approver, '#fermer hors mandat'],
    [officer, '#fermer doublon'],
    [officer, '#indésirable'],
  ])('the meeting to come is cancelled in both calendars (%s %s)', async (person, line) => {
    await command(person, line);
    expect(only()).toMatchObject({ status: 'closed' });
    expect(only().meeting).toBeUndefined();
    for (const address of [ama, officer]) {
      const letter = (await withCalendar(address)).at(-1);
      const cancelled = calendarOf(letter);
      expect(cancelled).toContain('METHOD:CANCEL');
      expect(property(cancelled, 'SEQUENCE')).toBe('1');
      expect(letter?.text).not.toContain('reste ouverte');
    }
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);
  });

  test('a slot that is chosen then fixes nothing: staff is told, and may reopen it', async () => {
    await command(officer, '#rencontre annuler');
    await command(officer, '#rencontre');
    const offered = only().slots.find(({ withdrawn }) => !withdrawn)?.number;
    await command(officer, '#fermer retirée');
    const sent = (await desk.world.lettersTo(ama)).length;
    desk.world.clock.pass(hour);
    await desk.world.arrives(desk.clerk, await reply(ama, `Slot ${offered}`));
    expect(only().meeting).toBeUndefined();
    expect(await desk.world.lettersTo(ama)).toHaveLength(sent);
    const told = await last(officer);
    expect(oneLine(told.text)).toContain('la demande est fermée; rouvrez-la');
    expect(told.html).toContain(encodeURIComponent('#rouvrir'));
  });

  test('a meeting that was held is asked the minutes of, once', async () => {
    passesEnd(60_000);
    await command(officer, '#fermer retirée');
    for (let look = 0; look < 3; look++) {
      await agenda();
      desk.world.clock.pass(hour);
    }
    expect(await forms()).toHaveLength(1);
    await command(officer, '#compte-rendu', 'Elle se retire du projet.');
    expect(only().notes.at(-1)?.text).toContain('Elle se retire du projet.');
    expect(only().status).toBe('closed');
  });

  test('a meeting that is over stays as it was', async () => {
    passesEnd(60_000);
    const before = (await withCalendar(ama)).length;
    await command(officer, '#fermer hors mandat');
    expect(only().status).toBe('closed');
    expect(await withCalendar(ama)).toHaveLength(before);
  });
});
