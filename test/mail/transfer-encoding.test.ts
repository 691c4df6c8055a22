import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedPieces } from '../../src/mail/transfer-encoding.ts';

const decoded = (text: string | Buffer, encoding: string) =>
  Buffer.concat([...decodedPieces(Buffer.from(text), encoding)]);

describe('a transfer encoding is taken off', () => {
  test.each([
    ['base64', 'Ym9u\r\nam91cg==\r\n', 'bonjour'],
    ['base64', 'Ym9uam91cg', 'bonjour'],
    ['base64', 'Ym9u!am91 cg==', 'bonjour'],
    ['base64', 'Ym8=bmpvdXI=', 'bonjour'],
    ['quoted-printable', 'r=C3=A9f=E2=\r\n=80=99', 'réf’'],
    ['quoted-printable', 'bon=   \r\njour  \t\r\n fin ', 'bonjour\r\n fin'],
    ['quoted-printable', 'a=b = c=Z9=c3=a9=', 'a=b = c=Z9é'],
    ['7bit', 'a=C3', 'a=C3'],
    ['x-unheard', 'a=C3', 'a=C3'],
  ])('%s: %s', (encoding, text, expected) => {
    expect(`${decoded(text, encoding)}`).toBe(expected);
  });

  test.each(['-- \nList footer: http://x.example', '_____\nlist', 'This mail is confidential and privileged.'])(
    'a server’s footer below stays as it is: %s',
    (footer) => {
      const said = 'Chère Madame, nous cherchons des formateurs.';
      expect(`${decoded(`${Buffer.from(said).toString('base64')}\n\n${footer}\n`, 'base64')}`).toBe(
        `${said}\n${footer}\n`,
      );
      const long = said.repeat(999);
      const lines = Buffer.from(long).toString('base64').replace(/.{76}/g, '$&\r\n');
      expect(`${decoded(`${lines}\r\n${footer}\n`, 'base64')}`).toBe(`${long}\n${footer}\n`);
    },
  );

  test('what is longer than a piece comes out whole', () => {
    const bytes = Buffer.from(Array.from({ length: 900_001 }, (_, index) => (index * 7919) % 251));
    const lines = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
    expect(decoded(lines, 'base64').equals(bytes)).toBe(true);
    expect(decoded(bytes, '').equals(bytes)).toBe(true);
    const quoted = lines.replaceAll('=', '=3D');
    expect(`${decoded(quoted, 'quoted-printable')}`).toBe(lines);
  });

  test('any bytes come back from base64, wherever its lines are broken', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
        const text = Buffer.from(bytes).toString('base64');
        const lines = text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
        expect(decoded(lines.join('\n'), 'base64').equals(bytes)).toBe(true);
      }),
    );
  });
});
