import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';

const mail = (...lines: string[]) =>
  readMail(Buffer.from(['From: a@tgtu.example', 'Subject: x', 'Message-ID: <1@tgtu.example>', ...lines].join('\r\n')));

describe('text is read though it is sent as something else', () => {
  test.each([
    ['the only part, as attachment', ['Content-Disposition: attachment; filename=lettre.txt', '', 'Bonjour.']],
    ['a type without its half', ['Content-Type: text', '', 'Bonjour.']],
    ['no type at all', ['Content-Type: ; charset=utf-8', '', 'Bonjour.']],
    ['HTML that is all in a comment', ['Content-Type: text/html', '', '<!-- <p>Bonjour.</p>']],
    ['base64 with a comment', ['Content-Transfer-Encoding: base64 (MIME)', '', 'Qm9uam91ci4=']],
  ])('%s', async (_, lines) => {
    expect((await mail(...lines)).text.trim()).toBe('Bonjour.');
  });

  test('plain sentences that are announced as base64', async () => {
    const text = 'Bonjour, nous cherchons 12 formateurs pour la mine. Merci !';
    expect((await mail('Content-Transfer-Encoding: base64', '', text)).text).toBe(text);
  });

  const mixed = (...parts: string[][]) => [
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...parts.flatMap((part) => ['--b', ...part]),
    '--b--',
  ];
  const letter = (type: string, name: string, words = 'Bonjour.') => [
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    words,
  ];

  test.each([
    ['a text', letter('text/plain', 'lettre.txt')],
    ['a page', letter('text/html', 'lettre.html', '<p>Bonjour.</p>')],
    ['a text whose type nobody knew', letter('application/octet-stream', 'Lettre.TXT')],
    ['a page whose type nobody knew', letter('application/octet-stream', 'lettre.htm', '<p>Bonjour.</p>')],
  ])('%s attached to a mail that says nothing itself', async (_, part) => {
    const image = ['Content-Type: image/png', 'Content-Disposition: attachment; filename=a.png', '', 'x'];
    for (const lines of [mixed(part), mixed(['', '\u00a0', ''], part), mixed(image, part)])
      expect((await mail(...lines)).text.trim()).toBe('Bonjour.');
  });

  test.each([
    ['a table', letter('text/csv', 'a.csv', '1;2')],
    ['a card', letter('text/vcard', 'a.vcf', 'BEGIN:VCARD')],
    ['a calendar', letter('text/calendar', 'a.ics', 'BEGIN:VCALENDAR')],
    ['a program', letter('text/x-python', 'a.py', 'print(1)')],
  ])('%s is no letter', async (_, part) => {
    expect((await mail(...mixed(part))).text.trim()).toBe('');
  });

  test('a text beside another is an attachment as it says', async () => {
    const part = (...lines: string[]) => ['--b', ...lines];
    const read = await mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part('', 'Bonjour.'),
      ...part('Content-Disposition: attachment; filename=a.txt', '', 'annexe'),
      '--b--',
    );
    expect(read.text).toBe('Bonjour.');
  });

  test('a file known by its name alone stays a file', async () => {
    const file = ['Content-Type: application/octet-stream; name=journal.txt', '', 'annexe'];
    expect((await mail(...mixed(['', 'Bonjour.'], file))).text).toBe('Bonjour.');
  });
});
