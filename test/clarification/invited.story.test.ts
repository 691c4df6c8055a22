import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, last, officer, only, opened, reply } from '../correspondence.ts';
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
