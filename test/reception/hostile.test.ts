import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { type Circle, triage } from '../../src/reception/triage.ts';

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

describe('a megabyte of one thing is triaged within 250 ms of processor time', () => {
  test.each(places)('in %s', { timeout: 60_000 }, async (_, fill) => {
    for (const filling of fillings) {
      const raw = Buffer.from(fill(filling.repeat(1_000_000 / filling.length)).slice(0, 1_000_000));
      const mail = await readMail(raw);
      const before = process.cpuUsage();
      triage(mail, circle);
      visibleText(mail);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, JSON.stringify(filling)).toBeLessThan(250);
    }
  });
});
