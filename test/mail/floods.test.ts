import { expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { forwardedMail } from '../../src/mail/forwarded.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { triage } from '../../src/reception/triage.ts';
import { leastCost } from '../cost.ts';
import { circle } from '../reception/circle.ts';

/** Milliseconds in which a megabyte of anything is read and triaged. */
const bound = 250;

const typed = (type: string) => `From: a@x.example\nSubject: x\nContent-Type: ${type}\n`;

/** One that each step found hard at some time. */
test.each([
  [
    'uuencoded lines that hold nothing',
    `${typed('text/plain')}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n`,
    '\n',
  ],
  [
    'uuencoded lines',
    `${typed('text/plain')}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n`,
    `${'M'.repeat(61)}\n`,
  ],
  ['uuencoded files in the text', `${typed('text/plain')}\n`, 'begin 644 x\n`\n'],
  ['lines of format=flowed', `${typed('text/plain; format=flowed; delsp=yes')}\n`, '\n'],
  ['soft lines of format=flowed', `${typed('text/plain; format=flowed; delsp=yes')}\n`, 'a \n'],
  ['dashes in format=flowed', `${typed('text/plain; format=flowed')}\n`, '—\n'],
  ['commands of text/enriched', `${typed('text/enriched')}\n`, '<param>'],
  ['lines of text/enriched', `${typed('text/enriched')}\n`, '--b\n'],
  ['lines of a calendar', `${typed('text/calendar; method=REPLY')}\nBEGIN:VEVENT\n`, 'UID:1\n'],
  ['carriage returns', `${typed('text/plain')}\n`, '\ra'],
  ['parts', `${typed('multipart/mixed; boundary=b')}\n`, '--b\n\n'],
  ['brackets of text/enriched', `${typed('text/enriched')}\n`, '<'],
  ['separators of signatures', 'From: a@x.example\nSubject: Re: x\n\nok\n', '-- \n'],
  ['dashes', `${typed('text/plain')}\n`, '—\n'],
  ['UTF-8 that is broken everywhere', `${typed('text/plain')}\n`, Buffer.from([0xc3, 0xa9, 0xe9]).toString('latin1')],
  ['signs in HTML that open no tag', `${typed('text/html')}\n`, '</'],
  ['brackets in HTML', `${typed('text/html')}\n`, '<'],
  ['tags of HTML', `${typed('text/html')}\n`, '<a@b>:\n'],
  ['one line without an end', `From: a@x.example\nSubject: Re: x\nIn-Reply-To: <a@b>\n\n`, 'a'],
  ['heads of quoted mails', `From: a@x.example\nSubject: Re: x\nIn-Reply-To: <a@b>\n\nok\n`, 'To: a\n b\n'],
  ['quotes between blank lines', 'From: a@x.example\nSubject: Re: x\n\n', '\n\r>'],
  ['a header of blank lines', 'From: ', '\r '],
  ['addresses in open quotes', 'From: a@x.example\nTo: ', '"\\'],
])('a megabyte of %s', async (_, head, filling) => {
  const raw = Buffer.from(head + filling.repeat(1_000_000 / filling.length), 'latin1');
  expect(await leastCost(async () => triage(await readMail(raw), circle), bound)).toBeLessThan(bound);
});

test.each(['To: a@b.c\n', 'To: a\n b\n', 'From: a@b\nSent: x\n', '—\n', '-- \n', '-- \nAma\n', ' a\n'])(
  'so is what was forwarded and what is one’s own, in %j',
  async (filling) => {
    const mail = await readMail(Buffer.from(`From: a@x.example\nSubject: Re: x\n\nok\n${filling.repeat(20_000)}`));
    expect(await leastCost(() => forwardedMail(mail, []), bound)).toBeLessThan(bound);
    expect(await leastCost(() => visibleText(mail), bound)).toBeLessThan(bound);
  },
);
