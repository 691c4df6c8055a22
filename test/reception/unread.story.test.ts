import { beforeEach, describe, expect, test } from 'vitest';
import { desk, last, officer, only, opened } from '../correspondence.ts';

const sender = 'k.amani@mines-ci.example';
const arrives = (type: string, ...body: string[]) =>
  desk.world.arrives(
    desk.clerk,
    Buffer.from(
      [
        `From: Kouadio Amani <${sender}>`,
        'To: info@greffier.test',
        'Subject: Formation de foreurs',
        'Date: Mon, 23 Nov 2026 10:00:00 +0000',
        'Message-ID: <1@mines-ci.example>',
        'MIME-Version: 1.0',
        `Content-Type: ${type}`,
        '',
        ...body,
      ].join('\r\n'),
    ),
  );
const part = (type: string, content: string) => ['--b', `Content-Type: ${type}`, '', content];
const words = (text: string) => text.replace(/\s+/gu, ' ');

beforeEach(opened);

describe('what could not be read is entered, told to staff, and asked for in another form', () => {
  test.each([
    [
      'winmail.dat beside the text',
      'multipart/mixed; boundary=b',
      [
        ...part('text/plain', 'Nous cherchons une formation.'),
        ...part('application/ms-tnef; name=winmail.dat', 'x'),
        '--b--',
      ],
      /winmail\.dat.*Outlook/,
      /winmail\.dat.*PDF/,
    ],
    ['winmail.dat alone', 'application/ms-tnef; name=winmail.dat', ['x'], /winmail\.dat/, /winmail\.dat.*PDF/],
    [
      'PGP/MIME, encrypted',
      'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
      [...part('application/pgp-encrypted', 'Version: 1'), ...part('application/octet-stream', 'x'), '--b--'],
      /Courriel chiffré/,
      /sans chiffrement/,
    ],
    [
      'PGP in the text',
      'text/plain',
      ['-----BEGIN PGP MESSAGE-----', '', 'hQEMA', '-----END PGP MESSAGE-----'],
      /Courriel chiffré/,
      /sans chiffrement/,
    ],
    [
      'S/MIME, encrypted',
      'application/pkcs7-mime; smime-type=enveloped-data',
      ['x'],
      /Courriel chiffré/,
      /sans chiffrement/,
    ],
  ])('%s', async (_, type, body, told, asked) => {
    await arrives(type, ...body);
    expect(only().requester.address).toBe(sender);
    expect(words((await last(officer)).text)).toMatch(told);
    expect(words((await last(sender)).text)).toMatch(asked);
  });

  test.each([
    ['a charset nobody knows', 'text/plain; charset=x-unheard', ['Bonjour'], /Caractères illisibles/],
    ['a boundary that never comes', 'multipart/mixed; boundary=nowhere', ['Bonjour'], /mal construit ou tronqué/],
  ])('told to staff alone: %s', async (_, type, body, told) => {
    await arrives(type, ...body);
    expect(words((await last(officer)).text)).toMatch(told);
    expect((await last(sender)).text).not.toMatch(/winmail|chiffr/);
  });

  test('a sound mail says nothing of it', async () => {
    await arrives('text/plain', 'Nous cherchons une formation.');
    expect((await last(officer)).text).not.toContain('Non lu');
    expect((await last(sender)).text).not.toMatch(/winmail|chiffr/);
  });
});
