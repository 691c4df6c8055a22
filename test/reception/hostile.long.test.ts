import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { bounceReport } from '../../src/mail/bounce.ts';
import { calendarPart } from '../../src/mail/calendar.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { type Circle, triage } from '../../src/reception/triage.ts';
import { cost } from '../cost.ts';

const circle: Circle = { own: [], staff: [], partners: [], thread: undefined, signedByUs: false, command: false };

/** Places of a mail that a stranger fills. */
const places: readonly [string, (filling: string) => string][] = [
  ['the text of a report', (s) => `From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n${s}`],
  ['HTML', (s) => `From: a@x.example\nContent-Type: text/html\n\n${s}`],
  ['the subject', (s) => `From: a@x.example\nSubject: ${s.replaceAll('\n', ' ')}\n\nx`],
  ['the sender', (s) => `From: ${s.replaceAll('\n', ' ')}\n\nx`],
  ['the header', (s) => s],
  [
    'a part',
    (s) => `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${s}`,
  ],
  [
    'a delivery status',
    (s) =>
      `From: a@x.example\nContent-Type: multipart/report; boundary=z\n\n--z\nContent-Type: message/delivery-status\n\n${s}`,
  ],
  [
    'a calendar',
    (s) => `From: a@x.example\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n${s}`,
  ],
];
const fillings = [
  'a',
  '>',
  '\n',
  '-',
  '=?utf-8?q?a?= ',
  '<a@b>:\n',
  'a@b,',
  '<',
  '<div>',
  '<script>',
  '&',
  '(',
  '"',
  ': ',
  'De : a@b\n',
  'On 2026 a@b wrote:\n',
  'Final-Recipient: rfc822;a@b.c\n',
  '--b\n\n',
  '\u001b$B',
  'X-A: b\n',
  '\0',
  'é',
];

describe('a megabyte of one thing is triaged in bounded time', () => {
  test.each(places)('in %s', { timeout: 60_000 }, async (_, fill) => {
    for (const filling of fillings) {
      const raw = Buffer.from(fill(filling.repeat(1_000_000 / filling.length)).slice(0, 1_000_000));
      const mail = await readMail(raw);
      const spent = cost(() => [triage(mail, circle), visibleText(mail)]);
      // On a quiet machine it is below 250.
      expect(spent, JSON.stringify(filling)).toBeLessThan(1000);
    }
  });
});

/** Sound mails, to be cut, doubled and mixed. */
const sound = [
  'Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\n<a@x.example>:\n550 5.1.1 unknown\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <42@inm.example>\n\nx\n--b--\n',
  'From: =?utf-8?Q?Ke=C3=AFta?= <a@tgtu.example>\nSubject: =?iso-2022-jp?B?GyRCOVs7MxsoQg==?=\nIn-Reply-To: <42@inm.example>\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nLa plage 2=2E \nmerci\n\nOn Mon, Nov 2, 2026 x@y.example wrote:\n> Bonjour\n--c\nContent-Type: text/html\n\n<p>La plage 2.</p><blockquote>Bonjour</blockquote>\n--c--\n',
  'From: a@tgtu.example\nSubject: Accepted\nContent-Type: text/calendar; method=REPLY; charset=utf-8\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNCkJFR0lOOlZFVkVOVA0KVUlEOjENCkVORDpWRVZFTlQNCg==\n',
].map((mail) => Buffer.from(mail, 'latin1'));

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  times: fc.nat(4),
  piece: fc.uint8Array({ maxLength: 8 }),
});
const mutated = fc
  .tuple(fc.constantFrom(...sound), fc.constantFrom(...sound), fc.array(mutation, { maxLength: 6 }))
  .map(([mail, other, mutations]) =>
    mutations.reduce((raw, { at, length, times, piece }) => {
      const start = Math.floor(at * raw.length);
      const taken = (times % 2 === 0 ? raw : other).subarray(start, start + length);
      return Buffer.concat([
        raw.subarray(0, start),
        piece,
        ...Array.from({ length: times }, () => taken),
        raw.subarray(start + (times === 0 ? length : 0)),
      ]);
    }, mail),
  );

describe('damaged mail', () => {
  test('is triaged, whatever the damage', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        expect(triage(await readMail(raw), circle).why).toMatch(/./);
      }),
      { numRuns: 300 },
    );
  });

  test('says the same with every kind of line end', async () => {
    const reading = async (raw: Buffer) => {
      const mail = await readMail(raw);
      const { subject, from, defects } = mail;
      return {
        triage: triage(mail, circle),
        subject,
        from,
        defects,
        text: visibleText(mail),
        bounce: bounceReport(mail),
        calendar: calendarPart(mail)?.uid,
      };
    };
    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        const text = raw.toString('latin1').replace(/\r\n?/g, '\n');
        const [lf, crlf, cr] = await Promise.all(
          ['\n', '\r\n', '\r'].map((end) => reading(Buffer.from(text.replaceAll('\n', end), 'latin1'))),
        );
        expect(crlf).toEqual(lf);
        expect(cr).toEqual(lf);
      }),
      { numRuns: 300 },
    );
  });
});
