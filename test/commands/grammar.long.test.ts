import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLine, readSubject } from '../../src/commands/grammar.ts';

const read = (subject: string) => readSubject(subject, 'INMQ');
const reference = 'INMQ-2026-0007';
/** What people put behind a verb, and what mail programs add. */
const word = fc.constantFrom(
  ...['moyen', 'terme', 'équipe', 'l’accord', 'et', 'puis', 'and', 'nº', '3', '#3', '2027-01-15', '10:00', '5 %'],
  ...['a@b.example', 'INMQ-2026-0002', '[INMQ-2026-0003]', reference, `[${reference}]`, 'inmq-2026-7', '[EXT]'],
  ...['[clé 0k7aabcdefghijklmnopqrst]', ',', '.', ';', ':', '::', '!', '?', '…', '-', '–', '&', '+', '/', '#', '#b'],
  ...['«', '»', '“', '”', '‘', '’', '„', '‹', '›', '"', "'", '(', ')', '[', ']', '<', '>'],
  ...['e\u200B\u0301', '\u0301', '\u00A0', '\uFF03c', 'É'],
);
const verb = fc.constantFrom('note', 'fermer', 'partenaire', 'fusionner', 'catégorie', 'xyz');
const written = fc
  .array(fc.tuple(verb, fc.array(fc.tuple(word, fc.constantFrom('', ' ')), { maxLength: 7 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lines) => lines.map(([name, words]) => `#${name} ${words.flat().join('')}`).join(' '));

test('what was printed is read back, alone and with the others', () => {
  fc.assert(
    fc.property(written, fc.constantFrom('', `[${reference}] `, `Re: ${reference} `), (line, before) => {
      const first = read(before + line);
      const printed = first.lines.map((one) => one.line);
      const about = first.reference ?? reference;
      expect(read(`[${about}] ${printed.join(' ')}`)).toMatchObject({ reference: about, lines: first.lines });
      for (const one of first.lines) {
        expect(read(`[${about}] ${one.line}`).lines).toEqual([one]);
        expect(readLine(one.line)).toEqual(one);
      }
    }),
    { numRuns: 2000 },
  );
});
