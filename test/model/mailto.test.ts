import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailto } from '../../src/model/mailto.ts';
import { anyText } from '../any-text.ts';

describe('mailto', () => {
  test.each([
    [
      'line ends become CRLF, spaces are never +',
      { to: 'info@inmq.example', subject: 'Plage 2', body: 'Oui.\nMerci !' },
      'mailto:info@inmq.example?subject=Plage%202&body=Oui.%0D%0AMerci%20%21',
    ],
    [
      'the reference keeps its brackets encoded',
      { to: 'info@inmq.example', subject: '[INMQ-2026-0042] #note', body: '' },
      'mailto:info@inmq.example?subject=%5BINMQ-2026-0042%5D%20%23note&body=',
    ],
    [
      'an address cannot add fields',
      { to: 'a?bcc=x&y+z@inmq.example', subject: 'é', body: "l'œuvre (a)" },
      'mailto:a%3Fbcc%3Dx%26y%2Bz@inmq.example?subject=%C3%A9&body=l%27%C5%93uvre%20%28a%29',
    ],
    [
      'a subject stays one line',
      { to: 'a@b.example', subject: 'a\r\nBcc: x@y.example', body: '' },
      'mailto:a@b.example?subject=a%20Bcc%3A%20x%40y.example&body=',
    ],
  ])('%s', (_, link, expected) => {
    expect(mailto(link)).toBe(expected);
  });

  test('whatever the text, the link is one token that reads back', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (subject, body) => {
        const link = mailto({ to: 'info@inmq.example', subject, body });
        expect(link).toMatch(/^[\w@.~%:?=&-]+$/);
        const [, read] = /&body=(.*)$/.exec(link) ?? [];
        const wellFormed = body.replace(/\p{Surrogate}/gu, '\uFFFD');
        expect(decodeURIComponent(read ?? '')).toBe(wellFormed.replace(/\r\n|\r|\n/g, '\r\n'));
      }),
    );
  });
});
