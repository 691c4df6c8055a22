import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../src/model/plain.ts';

test.each([
  ['Qu’est-ce que l’essai `ici`', "qu'est-ce que l'essai 'ici'"],
  ['It`s  a\tTAB\r\nand a line', "it's a tab \nand a line"],
  ['Œuvre à Québec', 'oeuvre a quebec'],
  ['a\u200bb\u00a0c', 'ab c'],
])('%j is compared as %j', (text, words) => {
  expect(plain(text)).toBe(words);
});

test('English alone reads as it does beside other letters', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(`${plain(text)}e`).toBe(plain(`${text}é`));
    }),
  );
});
