import { beforeEach, expect, test } from 'vitest';
import { ama, desk, officer, only, opened, request } from '../correspondence.ts';
import { bounceOf, written } from '../world.ts';

const returned = 'Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: info@inm.example\r\n';
const arrives = (raw: Buffer | string) => desk.world.arrives(desk.clerk, Buffer.from(raw));
const filed = () => [...desk.clerk.register.mails.values()].at(-1);
const record = () => [...desk.clerk.register.letters.values()].find(({ to }) => to.address === ama);
const alarms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /n’a pas été livrée|semble être revenue/.test(text));

beforeEach(async () => {
  await opened();
  await arrives(await written(request));
});

test('a report of another address than we wrote to reaches the letter that it returns, and its request', async () => {
  const { messageId = '' } = await desk.world.lastLetterTo(ama);
  await arrives(await bounceOf(desk.world, 'a.boateng@mailbox.tgtu.example', '550 5.1.1 unknown', messageId));
  expect(record()).toMatchObject({ state: 'bounced', response: expect.stringContaining('550') });
  expect(filed()).toMatchObject({ disposition: 'bounce', reference: only().reference });
  expect(await alarms()).toHaveLength(1);
});

test('so does one that names no address at all', async () => {
  const { messageId = '' } = await desk.world.lastLetterTo(ama);
  await arrives(
    `${returned}Subject: Undelivered mail\r\n\r\nYour message could not be delivered: mailbox full.\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: ${messageId}\r\nSubject: x\r\n\r\nx`,
  );
  expect(record()).toMatchObject({ state: 'bounced' });
  expect(filed()).toMatchObject({ disposition: 'bounce', reference: only().reference });
});

test('so does one of a relay that gave the letter another Message-ID: ours is in its References', async () => {
  const { messageId = '' } = await desk.world.lastLetterTo(ama);
  await arrives(
    `${returned}Subject: failure notice\r\n\r\n<x@relay.example>:\r\n550 no such user\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <0100@relay.example>\r\nReferences: <1@tgtu.example>\r\n ${messageId}\r\n\r\nx`,
  );
  expect(record()).toMatchObject({ state: 'bounced' });
  expect(filed()).toMatchObject({ disposition: 'bounce', reference: only().reference });
});

test('a delay is filed with the request, and the letter counts as accepted', async () => {
  const { messageId = '' } = await desk.world.lastLetterTo(ama);
  await arrives(
    `${returned}Subject: Delayed Mail (still being retried)\r\n\r\n<${ama}>: 451 4.7.1 try again later\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: ${messageId}\r\n\r\nx`,
  );
  expect(record()?.state).toBe('accepted');
  expect(filed()).toMatchObject({ disposition: 'bounce', reference: only().reference });
  expect(await alarms()).toEqual([]);
});

test('one that names none of our letters proves nothing: staff is told, once', async () => {
  const report = (number: number) =>
    `${returned}Date: Tue, 24 Nov 2026 10:0${number}:00 +0000\r\nSubject: failure notice\r\n\r\nHi. I wasn't able to deliver your message.\r\n\r\n<${ama}>:\r\n550 no such user\r\n`;
  await arrives(report(1));
  await arrives(report(2));
  expect(record()?.state).toBe('accepted');
  expect(filed()).toMatchObject({ disposition: 'bounce', reference: only().reference });
  expect(await alarms()).toHaveLength(1);
});

test('of an address that we did not write to nobody hears', async () => {
  await arrives(await bounceOf(desk.world, 'x@elsewhere.example', '550 unknown', '<forged@inm.example>'));
  expect(filed()).toMatchObject({ disposition: 'bounce' });
  expect(filed()?.reference).toBeUndefined();
  expect(await alarms()).toEqual([]);
});
