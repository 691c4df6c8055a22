import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { parseAddresses } from '../../src/mail/addresses.ts';
import { decodeText } from '../../src/mail/charset.ts';
import { forwardedMail } from '../../src/mail/forwarded.ts';
import { glimpse } from '../../src/mail/glimpse.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { triage } from '../../src/reception/triage.ts';
import { anyText } from '../any-text.ts';
import { cost, leastCost } from '../cost.ts';
import { circle } from '../reception/circle.ts';
import { mailOf } from './make.ts';

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

test.each([
  ['dashes that are no delimiter', `${typed('multipart/mixed; boundary=b')}\n--b\n\n`, '-- \n'],
  ['other delimiters', `${typed('multipart/mixed; boundary=b')}\n--b\n\n`, '--z\n\n'],
])('a megabyte of %s is read in a third of that', async (_, head, filling) => {
  const raw = Buffer.from(head + filling.repeat(1_000_000 / Buffer.byteLength(filling)));
  expect(await leastCost(() => readMail(raw), bound / 3)).toBeLessThan(bound / 3);
});

test.each(['To: a@b.c\n', 'To: a\n b\n', 'From: a@b\nSent: x\n', '—\n', '-- \n', '-- \nAma\n', ' a\n'])(
  'so is what was forwarded and what is one’s own, in %j',
  async (filling) => {
    const mail = await readMail(Buffer.from(`From: a@x.example\nSubject: Re: x\n\nok\n${filling.repeat(20_000)}`));
    expect(await leastCost(() => forwardedMail(mail, []), bound)).toBeLessThan(bound);
    expect(await leastCost(() => visibleText(mail), bound)).toBeLessThan(bound);
  },
);

describe('addresses', () => {
  test.each(['"', '(', '<', ',', 'a,', 'a@b,', '((((', '<>', ':', '\\', '"\\', '\\"', 'a '])(
    '%j over a hundred thousand characters: as quick as honest addresses',
    (piece) => {
      const filled = (text: string) => text.repeat(Math.ceil(100_000 / text.length));
      const floor = cost(() => parseAddresses(filled('"Boateng, Ama" <a@b.example>, ')));
      expect(cost(() => parseAddresses(filled(piece)))).toBeLessThan(20 * Math.max(floor, 10));
    },
  );
});

describe('charset guess', () => {
  test.each(['<', '<style>', '<a', '\xc7', '\xb0\xa1', '\xb0', '\xc7 '])(
    'a megabyte of %j is soon guessed',
    (piece) => {
      const bytes = Buffer.from(`\xc7\xe1${piece.repeat(1_000_000 / piece.length)}`, 'latin1');
      expect(cost(() => decodeText(bytes, 'windows-1252'))).toBeLessThan(1000);
    },
  );
});

describe('forwarded layouts', () => {
  test.each([
    '----- Forwarded Message -----From: a@b.cTo: xSubject: y\n',
    `${'-----'.repeat(300)}a@b\n`,
    '----- To:To:To: a@b >Subject:\n',
  ])('a flood of %j ends soon', async (line) => {
    const mail = mailOf({ text: line.repeat(1_000_000 / line.length) });
    expect(await leastCost(() => forwardedMail(mail, ['a@b.c']), 250)).toBeLessThan(250);
  });
});

describe('forwarded', () => {
  test('anything ends, and soon', () => {
    const line = fc.constantFrom(
      'From: a <a@b.example>',
      'De : x',
      '',
      '> ',
      'Subject: s',
      'À : '.repeat(50),
      'text',
      '*From:* ',
      '----',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), anyText(), (lines, noise) => {
        forwardedMail(mailOf({ text: lines.join('\n') + noise }), ['a@b.example']);
        forwardedMail(
          mailOf({ text: '', parts: [{ contentType: 'message/rfc822', text: lines.join('\n') + noise }] }),
          [],
        );
      }),
      { numRuns: 200 },
    );
    const blocks = mailOf({ text: 'From: a <a@b.example>\nSubject: s\nTo: x\n'.repeat(8000) });
    expect(cost(() => forwardedMail(blocks, ['a@b.example']))).toBeLessThan(4000);
    const fields = mailOf({ text: 'To: x\nmore\n'.repeat(20_000) });
    expect(cost(() => forwardedMail(fields, []))).toBeLessThan(4000);
  });
});

describe('notes head', () => {
  const who = 'Kouadio Amani <k.amani@mines-ci.example>';

  test.each(['a@b.example\n', '|------>\n', '        A\n', `${who}\n20/11/2026 10:12\n\nTo: x\n`])(
    'a flood of %j ends soon',
    async (line) => {
      const mail = mailOf({ subject: 'Re: x', text: line.repeat(1_000_000 / line.length) });
      expect(await leastCost(() => [forwardedMail(mail, []), visibleText(mail)], 800)).toBeLessThan(800);
    },
  );
});

describe('visible text', () => {
  test.each([
    '>',
    '> ',
    '\n',
    ' \n',
    '-- \n',
    '_',
    'De : a@b.example\n',
    'On 2026 ',
    'wrote:',
    'a@',
    '<',
    '-----BEGIN PGP SIGNED MESSAGE-----\n',
    '\u00a0',
  ])('%j, a megabyte of it', (piece) => {
    expect(cost(() => visibleText({ text: piece.repeat(1_000_000 / piece.length) }))).toBeLessThan(4000);
  });
});

describe('glimpse', () => {
  test('a head that has no end costs little', () => {
    const raw = Buffer.from(`From: a@b.example\r\nSubject: ${'x'.repeat(50_000_000)}`);
    expect(glimpse(raw).subject.length).toBeLessThanOrEqual(500);
  });
});
