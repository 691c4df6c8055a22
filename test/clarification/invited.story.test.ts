import { beforeEach, describe, expect, test } from 'vitest';
import { ama, command, desk, last, officer, only, opened, reply } from '../correspondence.ts';
import { written } from '../world.ts';

const invitation = (...lines: string[]) =>
  [
    ...['BEGIN:VCALENDAR', 'PRODID:-//x//EN', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:abc@tgtu.example'],
    ...['DTSTAMP:20261123T120000Z', 'DTSTART:20261203T140000Z', `ORGANIZER:mailto:${ama}`, ...lines],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
const event = invitation(
  'SUMMARY:Mine rescue training with Québec',
  'LOCATION:Video call',
  'DESCRIPTION:We would like to train\\n12 instructors.',
);
const invites = async (content: string, text = '') =>
  desk.world.arrives(
    desk.clerk,
    await written({ from: ama, subject: 'Meeting', text, icalEvent: { method: 'REQUEST', content } }),
  );

beforeEach(opened);

describe('an invitation of somebody whom nobody knows', () => {
  test('without a word beside it is a request in the words of the event, and a person answers it', async () => {
    await invites(event);
    expect(only().requester.address).toBe(ama);
    const told = (await last(officer)).text.replace(/\s+/g, ' ');
    for (const words of ['Mine rescue training with Québec', '2026-12-03 14:00 UTC', 'Video call', '12 instructors'])
      expect(told).toContain(words);
    expect(await desk.world.lettersTo(ama)).toEqual([]);
  });

  test('with words beside it is a request in these', async () => {
    await invites(event, 'Could we meet about a training programme?');
    expect((await last(officer)).text).toContain('Could we meet about a training programme?');
    expect(only().status).toBe('received');
  });

  test.each(['REPLY', 'COUNTER', 'CANCEL'])(
    '%s of an unknown meeting beside a letter: the letter is a request',
    async (method) => {
      const content = event.replace('METHOD:REQUEST', `METHOD:${method}`);
      const text = 'Nous voulons former douze foreurs en mai 2027. Ci-joint la réponse de notre ambassade.';
      await desk.world.arrives(
        desk.clerk,
        await written({ from: ama, subject: 'Formation', text, icalEvent: { method, content } }),
      );
      expect(only().status).toBe('received');
      expect((await last(officer)).text).toContain('former douze foreurs');
    },
  );

  test('that says nothing at all is on the record, and no request', async () => {
    await invites(invitation().replace('DTSTART:20261203T140000Z\r\n', ''));
    expect(desk.clerk.register.requests.size).toBe(0);
    expect([...desk.clerk.register.mails.values()].map(({ disposition }) => disposition)).toEqual(['calendar-request']);
  });
});

describe('an invitation of the requester’s own, without a word and without a thread', () => {
  const first = { from: `Ama Boateng <${ama}>`, subject: 'Training', text: 'We look for training in Ghana.' };
  const alarms = async () => (await desk.world.lettersTo(officer)).filter(({ text }) => text.includes('machine'));
  const told = async () => (await last(officer)).text.replace(/\s+/g, ' ');
  const moved = event.replace('20261203T140000Z', '20261203T143000Z');
  let mails = 0;
  const sends = async (content: string) => {
    mails += 1;
    const head = `From: ${ama}\r\nTo: info@inm.example\r\nSubject: Meeting\r\nMessage-ID: <${mails}@tgtu.example>`;
    const type = 'MIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8';
    await desk.world.arrives(desk.clerk, Buffer.from(`${head}\r\n${type}\r\n\r\n${content}`));
  };

  test('proposes another time for the meeting, as a COUNTER does: one click accepts it', async () => {
    await desk.world.arrives(desk.clerk, await written(first));
    await desk.world.arrives(desk.clerk, await reply(ama, '2', `[${only().reference}] Plage 2`));
    const { meeting } = only();
    const letters = (await desk.world.lettersTo(ama)).length;
    await sends(moved);
    expect(only().meeting).toMatchObject({ start: meeting?.start, counter: { start: '2026-12-03T14:30:00.000Z' } });
    expect(await told()).toContain('sa propre invitation · Autre date proposée : jeudi 3 décembre 2026, 9 h 30');
    expect(await desk.world.lettersTo(ama)).toHaveLength(letters);
    expect(await alarms()).toEqual([]);
    await command(officer, '#rencontre confirmer');
    expect(only().meeting).toMatchObject({ start: '2026-12-03T14:30:00.000Z', sequence: 1 });
  });

  test('of a time that is past, or of a series, changes nothing and is told', async () => {
    await desk.world.arrives(desk.clerk, await written(first));
    await desk.world.arrives(desk.clerk, await reply(ama, '2', `[${only().reference}] Plage 2`));
    const letters = (await desk.world.lettersTo(ama)).length;
    for (const content of [
      event.replace('20261203T', '20261103T'),
      event.replace('DTSTART', 'RRULE:FREQ=DAILY\r\nDTSTART'),
    ]) {
      await sends(content);
      expect(only().meeting?.counter).toBeUndefined();
      expect((await last(officer)).text).toContain('sa propre invitation');
    }
    expect(only().meeting?.answers).toEqual({});
    expect(await desk.world.lettersTo(ama)).toHaveLength(letters);
  });

  test('proposes a first time where none is fixed', async () => {
    await desk.world.arrives(desk.clerk, await written(first));
    await sends(moved);
    expect(only().mails).toHaveLength(2);
    expect(await told()).toContain('Moment proposé : jeudi 3 décembre 2026, 9 h 30');
    expect(await alarms()).toEqual([]);
    await command(officer, '#rencontre confirmer 2026-12-03 09:30');
    expect(only().meeting?.start).toBe('2026-12-03T14:30:00.000Z');
  });

  test('of another length than ours is told to last as ours', async () => {
    await desk.world.arrives(desk.clerk, await written(first));
    await sends(moved.replace('SUMMARY', 'DURATION:PT1H30M\r\nSUMMARY'));
    expect((await told()).replace(/\s+/g, ' ')).toContain('(90 minutes; confirmée, elle en durera 45)');
  });

  test('is a request of its own where its matter, or whose it is, is not certain', async () => {
    await desk.world.arrives(desk.clerk, await written(first));
    desk.world.clock.pass(3_600_000);
    await desk.world.arrives(
      desk.clerk,
      await written({ ...first, subject: 'Simulators', text: 'We need simulators.' }),
    );
    const words = ['Slot 1 suits us.', 'Let us take slot 1, please.'];
    for (const reference of [...desk.clerk.register.requests.keys()]) {
      desk.world.clock.pass(3_600_000);
      await desk.world.arrives(
        desk.clerk,
        await written({ from: ama, subject: `[${reference}]`, text: words.pop() ?? '' }),
      );
    }
    desk.world.clock.pass(3_600_000);
    await sends(moved);
    expect(desk.clerk.register.requests.size).toBe(3);
    expect(await alarms()).toEqual([]);
    await desk.world.arrives(
      desk.clerk,
      await written({
        from: 'other@tgtu.example',
        subject: 'Meeting',
        text: '',
        icalEvent: { method: 'REQUEST', content: moved.replace('abc@', 'def@') },
      }),
    );
    expect(desk.clerk.register.requests.size).toBe(4);
  });
});

test('an invitation in the thread of a request is an answer there', async () => {
  await desk.world.arrives(
    desk.clerk,
    await written({ from: ama, subject: 'Training', text: 'We look for training.' }),
  );
  const answered = await reply(ama, '');
  const head = answered
    .toString()
    .replace(/^Content-[^\r]*\r\n|^MIME-Version[^\r]*\r\n/gm, '')
    .split('\r\n\r\n')[0];
  await desk.world.arrives(
    desk.clerk,
    Buffer.from(`${head}\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n${event}`),
  );
  expect(only().mails).toHaveLength(2);
  expect((await last(officer)).text).toContain('Mine rescue training with Québec');
});
