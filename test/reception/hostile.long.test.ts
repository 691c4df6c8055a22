import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { triage } from '../../src/reception/triage.ts';
import { leastCost } from '../cost.ts';
import { circle } from './circle.ts';
import { blownUp, damaged, megabyte } from './damage.ts';
import { asOneReading, readAndTriaged } from './reading.ts';
import { soundMails } from './sound-mails.ts';

/** Milliseconds of processor time in which any megabyte is read and triaged, and in which its own words are found then. */
const bound = 250;

/** Said anew at each run; with GREFFIER_SEED the run is repeated. */
const seed = Number(process.env.GREFFIER_SEED ?? Date.now() % 0x7fffffff);
process.stdout.write(`hostile mail: GREFFIER_SEED=${seed}\n`);

/** Our own mails, and those of the corpus where it is at hand. */
const seeds = [...soundMails, ...corpus(process.env.GREFFIER_CORPUS)];

function corpus(folder: string | undefined): Buffer[] {
  if (!folder) return [];
  const rows = readFileSync(join(folder, 'mails', 'labels.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => readFileSync(join(folder, 'mails', (JSON.parse(row) as { file: string }).file)));
}

async function staysBelow(raw: Buffer): Promise<void> {
  const work = async () => {
    const mail = await readMail(raw);
    triage(mail, circle);
  };
  expect(await leastCost(work, bound)).toBeLessThan(bound);
  const mail = await readMail(raw);
  expect(await leastCost(() => visibleText(mail), bound)).toBeLessThan(bound);
}

/** Places of a mail that a stranger fills. */
const places: readonly [string, (filling: string) => string][] = [
  ['the text of a report', (s) => `From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n${s}`],
  ['the text of an answer', (s) => `From: a@x.example\nSubject: Re: x\nIn-Reply-To: <a@b>\n\nhello\n${s}`],
  ['HTML', (s) => `From: a@x.example\nContent-Type: text/html\n\n${s}`],
  ['the subject', (s) => `From: a@x.example\nSubject: ${flat(s)}\n\nx`],
  ['the sender', (s) => `From: ${flat(s)}\n\nx`],
  ['the recipients', (s) => `From: a@x.example\nTo: ${flat(s)}\n\nx`],
  ['a type', (s) => `From: a@x.example\nContent-Type: multipart/mixed; boundary=${flat(s)}\n\nx`],
  ['the header', (s) => s],
  ['a part', (s) => `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${s}`],
  ['the head of a part', (s) => `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${s}`],
  ...['quoted-printable', 'base64', 'x-uuencode'].map(encoded),
  ...['utf-7', 'iso-2022-jp', 'hz-gb-2312', 'gb18030', 'utf-16'].map(inCharset),
  ['format=flowed', (s) => `From: a@x.example\nContent-Type: text/plain; format=flowed; delsp=yes\n\n${s}`],
  ['text/enriched', (s) => `From: a@x.example\nContent-Type: text/enriched\n\n${s}`],
  [
    'a delivery status',
    (s) =>
      `From: a@x.example\nContent-Type: multipart/report; boundary=z\n\n--z\nContent-Type: message/delivery-status\n\n${s}`,
  ],
  ['an attached mail', (s) => `From: a@x.example\nContent-Type: message/rfc822\n\n${s}`],
  [
    'a calendar',
    (s) => `From: a@x.example\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n${s}`,
  ],
];

function flat(filling: string): string {
  return filling.replaceAll('\n', ' ');
}

function encoded(encoding: string): (typeof places)[number] {
  return [encoding, (s) => `From: a@x.example\nContent-Transfer-Encoding: ${encoding}\n\nbegin 644 x\n${s}`];
}

function inCharset(charset: string): (typeof places)[number] {
  return [charset, (s) => `From: a@x.example\nContent-Type: text/plain; charset=${charset}\n\n${s}`];
}

/** What headers, texts, HTML, reports and calendars are made of. */
const pieces = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
    '-',
    '_',
    '—',
    '>',
    '<',
    '&',
    '(',
    ')',
    '"',
    '\\',
    ':',
    ';',
    ',',
    '.',
    '=',
    '@',
  ],
  ...['?', '/', '+', '~', '[', ']', '*', '1', 'é', 'Ã©', 'я', 'ي', '中', '😀', '\u00a0', '\u001b$B', '\u001b(B'],
  ...['=?utf-8?q?a?=', '=20', '=C3=A9', '+AOk-', '<a@b.c>', '<div>', '</p>', '<script>', '<!--', '&#65;', '&eacute;'],
  ...['De : a@b.c\n', 'From: a@b.c\n', 'Sent: x\n', 'To: a\n b\n', 'Objet : x\n', 'On 2026 a@b.c wrote:\n', '-- \n'],
  ...['Final-Recipient: rfc822;a@b.c\n', 'Status: 5.1.1\n', '550 5.1.1 ', 'user unknown\n', 'could not be delivered\n'],
  ...[
    '--b\n',
    '--z\n\n',
    'Content-Type: text/html\n',
    'Message-ID: <a@b>\n',
    'X-A: b\n',
    'begin 644 x\n',
    'end\n',
    '`\n',
  ],
  ...[
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    'ATTENDEE:a\n',
    'UID:1\n',
    'I am out of office. ',
    'réponse automatique ',
    'Re: ',
  ],
);

const flood = fc
  .tuple(fc.constantFrom(...places), fc.array(pieces, { minLength: 1, maxLength: 3 }))
  .map(([[place, fill], filling]) => {
    const one = filling.join('');
    const raw = Buffer.from(fill(one.repeat(megabyte / one.length))).subarray(0, megabyte);
    return { place, one, raw, toString: () => `${place}: ${JSON.stringify(one)}` };
  });

describe('a megabyte is read and triaged in bounded time', () => {
  test('of one thing, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(flood, ({ raw }) => staysBelow(raw)),
      { seed, numRuns: 150 },
    );
  });

  test('of a damaged mail that is blown up', async () => {
    await fc.assert(fc.asyncProperty(blownUp(seeds), staysBelow), { seed, numRuns: 120 });
  });
});

describe('damaged mail', () => {
  test('is triaged, whatever the damage', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(seeds), async (raw) => {
        expect((await readAndTriaged(raw, circle)).triage.why).toMatch(/./);
      }),
      { seed, numRuns: 800 },
    );
  });

  test('says the same with every kind of line end', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(seeds), (raw) => asOneReading(raw, circle)),
      { seed, numRuns: 500 },
    );
  });
});
