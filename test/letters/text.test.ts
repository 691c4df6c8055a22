import fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from '../../src/letters/text.ts';

const words = fc.array(fc.stringMatching(/^[a-zéñ’\u00A0]{1,20}$/), { minLength: 1, maxLength: 60 });

/** Without the empty lines around it; `trim` would take no-break spaces too. */
const unframed = (block: string) => block.replace(/^\n+|\n+$/g, '');

test('a paragraph keeps every word and stays within 72 columns', () => {
  fc.assert(
    fc.property(words, (said) => {
      const folded = unframed(text.paragraph(said.join(' ')));
      expect(folded.split(/[ \n]+/)).toEqual(said.join(' ').split(/[ \n]+/));
      for (const line of folded.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
    }),
  );
});

test('a line is as long as it can be', () => {
  fc.assert(
    fc.property(words, (said) => {
      const lines = unframed(text.paragraph(said.join(' '))).split('\n');
      lines.slice(1).forEach((line, index) => {
        const [next = ''] = line.split(' ');
        expect(`${lines[index]} ${next}`.length).toBeGreaterThan(72);
      });
    }),
  );
});

test('no line of a quotation is without its mark', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          words.map((said) => said.join(' ')),
          fc.constant(''),
        ),
        { minLength: 1 },
      ),
      (lines) => {
        for (const line of text.quote(lines.join('\n')).trim().split('\n')) expect(line).toMatch(/^>/);
      },
    ),
  );
});

test.each([
  ['an address that is longer than the line', `Voir https://institut.example/${'a'.repeat(80)} ici`, 3],
  ['a no-break space at the end of the line', `${'mot '.repeat(17)}fin\u00A0: suite`, 2],
])('%s stays whole', (_case, said, count) => {
  expect(text.paragraph(said).trim().split('\n')).toHaveLength(count);
});

test.each([
  ['https://institut.example/aide', '→ Aide\n  https://institut.example/aide'],
  ['mailto:info@institut.example', '→ Aide\n  Écrire à info@institut.example'],
  [
    'mailto:info@institut.example?subject=Aide&body=Bonjour',
    '→ Aide\n  Écrire à info@institut.example\n  Objet\u00A0: Aide\n  Texte\u00A0: Bonjour',
  ],
  // A form that fills a page can't be typed off; the letter itself shows it.
  [
    'mailto:info@institut.example?subject=Aide&body=1.%0D%0A2.',
    '→ Aide\n  Écrire à info@institut.example\n  Objet\u00A0: Aide',
  ],
])('%s is written out', (href, written) => {
  expect(text.button({ label: 'Aide', href }, false, 'fr').trim()).toBe(written);
});
