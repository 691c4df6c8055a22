import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';

const head = ['From: Ama Boateng <a@tgtu.example>', 'Message-ID: <1@tgtu.example>', 'MIME-Version: 1.0'];
const read = (...lines: string[]) => readMail(Buffer.from([...head, ...lines].join('\r\n')));
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 600 }, (_, index) => (index * 7) % 256)]);

describe('what a part is, whatever it is called', () => {
  test('a picture that is called a text is none, and staff is told', async () => {
    const mail = await read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      'Content-Transfer-Encoding: base64',
      '',
      png.toString('base64'),
      '--b',
      '',
      'Voici le plan.',
      '--b--',
    );
    expect(mail).toMatchObject({ text: 'Voici le plan.', defects: [expect.stringContaining('annoncée comme texte')] });
  });

  test.each([
    ['UTF-16', 'utf-16le', Buffer.from('Bonjour, voici le plan de la mine.', 'utf16le')],
    ['a printout with form feeds', 'us-ascii', Buffer.from(`${'plan\f\x08_'.repeat(30)}\x1b[0m`)],
  ])('%s is a text', async (_, charset, bytes) => {
    const mail = await read(
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    );
    expect(mail.text).toContain('plan');
  });

  test('the messages of a digest are its text', async () => {
    const mail = await read(
      'Content-Type: multipart/digest; boundary=b',
      '',
      '--b',
      '',
      'From: Kofi <k@tgtu.example>',
      'Subject: =?utf-8?Q?Mine_=C3=A0_ciel_ouvert?=',
      '',
      'Premier message.',
      '--b',
      '',
      'From: Awa <aw@tgtu.example>',
      'Content-Type: text/html',
      '',
      '<p>Deuxi&egrave;me message.</p>',
      '--b--',
    );
    expect(mail.text).toBe('Premier message.\n\nDeuxième message.');
  });
});
