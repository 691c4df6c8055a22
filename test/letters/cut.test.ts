import { expect, test } from 'vitest';
import { cutTo } from '../../src/letters/cut.ts';

test.each([
  ['what fits stays', 'précisions reçues', 17, 'précisions reçues'],
  ['a word is not cut', 'Budget, Échéancier préliminaire', 15, 'Budget,'],
  ['nor the one that just fits', 'Budget, Échéancier préliminaire', 18, 'Budget, Échéancier'],
  ['a word without end is', 'a'.repeat(100), 60, 'a'.repeat(60)],
  ['also behind another', `oui ${'a'.repeat(100)}`, 60, `oui ${'a'.repeat(56)}`],
  ['no character is halved', '😀'.repeat(10), 5, '😀😀'],
])('%s', (_, text, longest, cut) => {
  expect(cutTo(text, longest)).toBe(cut);
});
