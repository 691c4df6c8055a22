import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { FakeWorld, written } from '../world.ts';
import { calendarOf, calendarReply, property } from './calendar-client.ts';

const ama = 'aboateng@tgtu.example';
const host = 'mtremblay@greffier.test';
const day = 86_400_000;
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
let mails = 0;
const request = () => {
  const [only] = clerk.register.requests.values();
  if (!only) throw new Error('nothing is registered');
  return only;
};
const last = async (address: string): Promise<Mail> => {
  const mail = (await world.lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
};
const withCalendar = async (address: string) =>
  (await world.lettersTo(address)).filter((mail) => mail.parts.some((part) => part.contentType === 'text/calendar'));
const invitation = async (address: string) => calendarOf((await withCalendar(address)).at(-1));
const buttons = async () => (await last(host)).html?.replaceAll('&#x3D;', '=') ?? '';
const command = async (line: string) => {
  const subject = `[${request().reference}] ${line}`;
  mails += 1;
  await world.arrives(clerk, await written({ from: host, subject, text: `${mails}`, headers: genuine }));
};
const chooses = async (number: number) =>
  world.arrives(
    clerk,
    await written({ from: ama, subject: `[${request().reference}] Plage ${number}`, text: `${number}` }),
  );
const answers = async (answer: Omit<Parameters<typeof calendarReply>[0], 'invitation'>) =>
  world.arrives(clerk, await calendarReply({ invitation: await invitation(ama), ...answer }));

beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  const text = 'Dear Sir,\n\nwe would like to train 12 instructors in mine rescue.\n\nAma Boateng\nGhana';
  await world.arrives(clerk, await written({ from: `Ama Boateng <${ama}>`, subject: 'Mine rescue', text }));
});

describe('an answer by calendar', () => {
  beforeEach(() => chooses(1));

  test.each([true, false])('is recorded when it accepts, with ORGANIZER or without (%s)', async (organizer) => {
    const before = (await world.lettersTo(host)).length;
    await answers({ from: ama, partstat: 'ACCEPTED', organizer });
    expect(request().meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
    expect(await world.lettersTo(host)).toHaveLength(before);
  });

  test('of « maybe » is told to staff, and the meeting stays', async () => {
    await answers({ from: ama, partstat: 'TENTATIVE' });
    expect(request().meeting?.answers).toEqual({ [ama]: 'TENTATIVE' });
    expect((await last(host)).text).toContain('sous réserve');
  });

  test('from another address of the person counts in the thread of our invitation', async () => {
    const [letter] = await withCalendar(ama);
    await answers({
      from: 'Ama Boateng <ama.home@mail.example>',
      partstat: 'ACCEPTED',
      ...(letter && { answers: letter }),
    });
    expect(request().meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
  });

  test('from a stranger who guessed the UID, and writes the name of the requester, changes nothing', async () => {
    await answers({ from: 'x@stranger.example', attendee: ama, partstat: 'DECLINED' });
    expect(request().meeting?.answers).toEqual({});
    expect((await last(host)).text).toContain('adresse inconnue');
    expect((await withCalendar(ama)).length).toBe(1);
  });

  test('of a colleague to whom the invitation was passed on cancels nothing', async () => {
    const [letter] = await withCalendar(ama);
    await answers({
      ...{ from: 'kofi@tgtu.example', attendee: 'kofi@tgtu.example', partstat: 'DECLINED' },
      ...(letter && { answers: letter }),
    });
    expect(request().meeting).toBeDefined();
    expect((await last(host)).text.replace(/\s+/g, ' ')).toContain('la rencontre reste fixée');
    // From an alias of hers, whose calendar still names the address that was invited, it is hers.
    await answers({
      ...{ from: 'ama.home@mail.example', attendee: ama, partstat: 'DECLINED' },
      ...(letter && { answers: letter }),
    });
    expect(request().meeting).toBeUndefined();
  });

  test.each([
    ['CANCEL', 'I am sorry, I cannot come.'],
    ['REQUEST', 'Please also invite Kofi Mensah.'],
  ])('that sends our invitation back (%s) with words is told to staff', async (method, text) => {
    const content = (await invitation(ama)).replace(/METHOD:\w+/, `METHOD:${method}`);
    const before = (await world.lettersTo(host)).length;
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Re: Mine rescue', text, icalEvent: { method, content } }),
    );
    expect(request().meeting).toBeDefined();
    expect(await world.lettersTo(host)).toHaveLength(before + 1);
    expect((await last(host)).text).toContain(text.split(' ').at(-1));
  });

  test('that declines cancels for both and offers other slots, in one letter; the second time people decide', async () => {
    const { start } = request().meeting ?? {};
    await answers({ from: ama, partstat: 'DECLINED', comment: 'We are travelling' });
    expect(request().meeting).toBeUndefined();
    for (const address of [ama, host]) {
      const cancelled = await invitation(address);
      expect(cancelled).toContain('METHOD:CANCEL');
      expect(property(cancelled, 'SEQUENCE')).toBe('1');
      expect(property(cancelled, 'STATUS')).toBe('CANCELLED');
    }
    const proposed = request().slots.filter(({ withdrawn }) => !withdrawn);
    expect(proposed.map(({ number }) => number)).toEqual([4, 5, 6]);
    expect(proposed.map((slot) => slot.start)).not.toContain(start);
    expect((await last(ama)).text).toContain('You declined the invitation');
    expect((await last(host)).text).toContain('We are travelling');

    await chooses(1);
    expect(request().meeting).toBeUndefined();
    await chooses(5);
    expect(property(await invitation(ama), 'UID')).toBe('inmq-2026-0001-5@greffier');
    await answers({ from: ama, partstat: 'DECLINED' });
    expect(request().meeting).toBeUndefined();
    expect((await last(ama)).subject).toContain('Rencontre annulée');
    expect((await last(host)).text).toContain('À vous de proposer une date');
  });

  test('of the host who declines is told, nothing more', async () => {
    await answers({ from: host, partstat: 'DECLINED', headers: genuine });
    expect(request().meeting?.answers).toEqual({ [host]: 'DECLINED' });
    expect(await buttons()).toContain(encodeURIComponent('#rencontre reporter'));
  });

  test('to an invitation that was replaced since does not count', async () => {
    const old = await invitation(ama);
    await command('#rencontre reporter 2026-12-03 10 h');
    await world.arrives(clerk, await calendarReply({ from: ama, invitation: old, partstat: 'DECLINED' }));
    expect(request().meeting).toMatchObject({ sequence: 1, answers: {} });
    expect((await last(host)).text).toContain('remplacée');
  });
});

describe('another time proposed by calendar', () => {
  beforeEach(() => chooses(1));
  const counter = (times: string[], from = ama) =>
    answers({ from, method: 'COUNTER', partstat: 'TENTATIVE', times, comment: 'One hour later?' });

  test.each([
    ['UTC', ['DTSTART:20261202T150000Z', 'DTEND:20261202T154500Z']],
    ['their zone', ['DTSTART;TZID=Africa/Accra:20261202T150000', 'DTEND;TZID=Africa/Accra:20261202T154500']],
    ['ours', ['DTSTART;TZID=America/Toronto:20261202T100000', 'DTEND;TZID=America/Toronto:20261202T104500']],
    [
      'ours as Windows names it',
      ['DTSTART;TZID="Eastern Standard Time":20261202T100000', 'DTEND;TZID="Eastern Standard Time":20261202T104500'],
    ],
    ['ours as a vendor registers it', ['DTSTART;TZID=/vendor.example/20240101_1/America/Toronto:20261202T100000']],
    ['a zone newer than the tables', ['DTSTART;TZID=Africa/Casablanca:20261202T150000', 'DURATION:PT45M']],
  ])('in %s is told with one click, and accepted goes to both as a change', async (_zone, times) => {
    await counter(times);
    const { uid, start } = request().meeting ?? {};
    expect(request().meeting?.counter?.start).toBe('2026-12-02T15:00:00.000Z');
    expect(request().meeting?.start).toBe(start);
    expect(await buttons()).toContain(encodeURIComponent('#rencontre confirmer'));
    await command('#rencontre confirmer');
    expect(request().meeting).toMatchObject({ uid, sequence: 1, start: '2026-12-02T15:00:00.000Z', answers: {} });
    for (const address of [ama, host]) {
      const changed = await invitation(address);
      expect(changed).toContain('METHOD:REQUEST');
      expect([property(changed, 'UID'), property(changed, 'SEQUENCE')]).toEqual([uid, '1']);
      expect(property(changed, 'DTSTART')).toContain('20261202T100000');
    }
    expect((await last(ama)).subject).toContain('Rencontre déplacée');
  });

  test.each([
    ['no time', []],
    ['a whole day', ['DTSTART;VALUE=DATE:20261202']],
    ['a zone nobody knows', ['DTSTART;TZID=Mars/Olympus:20261202T150000']],
    ['an end before its start', ['DTSTART:20261202T150000Z', 'DTEND:20261202T140000Z']],
  ])('with %s is left to people', async (_what, times) => {
    await counter(times);
    expect(request().meeting?.counter).toBeUndefined();
    expect((await last(host)).text).toMatch(/avec certitude/);
  });

  test('refused with one click: who proposed it is told by calendar, and the meeting stays', async () => {
    await counter(['DTSTART:20261202T150000Z', 'DTEND:20261202T154500Z']);
    const { counter: proposed, ...meeting } = request().meeting ?? { uid: '' };
    expect(proposed).toBeDefined();
    for (const click of ['#rencontre confirmer', '#rencontre refuser'])
      expect(await buttons()).toContain(encodeURIComponent(click));
    const before = (await withCalendar(host)).length;
    await command('#rencontre refuser');
    expect(request().meeting).toEqual(meeting);
    const told = await last(ama);
    expect(told.subject).toContain('Rencontre maintenue');
    expect(told.text).toContain('the clarification meeting stays as planned');
    const declined = calendarOf(told);
    expect(declined).toContain('METHOD:DECLINECOUNTER');
    expect([property(declined, 'UID'), property(declined, 'SEQUENCE')]).toEqual([meeting.uid, '0']);
    expect((await withCalendar(host)).length).toBe(before);
    expect((await last(host)).text).toContain('reste fixée');
    await command('#rencontre confirmer');
    expect(request().meeting?.sequence).toBe(0);
    await command('#rencontre refuser');
    expect((await last(host)).text).toContain('Aucune autre date n’a été proposée');
  });

  test('of the host, refused by a colleague, is answered to the host alone', async () => {
    await answers({
      from: host,
      method: 'COUNTER',
      partstat: 'TENTATIVE',
      times: ['DTSTART:20261202T150000Z'],
      headers: genuine,
    });
    const before = (await world.lettersTo(ama)).length;
    await command('#rencontre refuser');
    expect(calendarOf((await withCalendar(host)).at(-1))).toContain('METHOD:DECLINECOUNTER');
    expect(await world.lettersTo(ama)).toHaveLength(before);
  });

  test('by a stranger changes nothing', async () => {
    await counter(['DTSTART:20261202T150000Z'], 'x@stranger.example');
    expect(request().meeting?.counter).toBeUndefined();
  });
});

test('the record of all this reads the same when it is opened again', async () => {
  await chooses(1);
  await answers({ from: ama, method: 'COUNTER', partstat: 'TENTATIVE', times: ['DTSTART:20261202T150000Z'] });
  await command('#rencontre confirmer');
  world.clock.pass(day);
  await command('#rencontre annuler');
  const again = await world.open();
  expect(again.register).toEqual(clerk.register);
});
