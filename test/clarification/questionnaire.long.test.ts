import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionnaireBody, readAnswers } from '../../src/clarification/questionnaire.ts';
import { languages, points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { anyText } from '../any-text.ts';
import { cost } from '../cost.ts';

test('any text is read, and soon', () => {
  fc.assert(fc.property(anyText({ maxLength: 500 }), (text) => void readAnswers(text)));
  for (const hostile of [
    '\n',
    ' ',
    '.',
    '>',
    '1. ',
    ')',
    'Attentes : )',
    'Ama\nwe are\n',
    'Budget\nBesoin\n',
    'Needs: a\nHue: b\n',
  ].map((text) => text.repeat(200_000))) {
    expect(cost(() => readAnswers(`Attentes : n/a ${hostile}x`))).toBeLessThan(4000);
  }
});

test('any five bare answers are read soon', () => {
  const five = [
    'Training of 12 drilling instructors',
    'A recognised certificate',
    'Service contract',
    'CAD 100 000',
    'May 2027',
  ];
  const paragraph = `${five.join(' ')}\n\n`;
  for (const hostile of [paragraph, `${five.join('\n')}\n\n`, '- 1\n', 'Bonjour .-', '- ', 'o ', '①', 'En a, '])
    expect(cost(() => readAnswers(hostile.repeat(100_000 / hostile.length)))).toBeLessThan(4000);
});

test.each(languages)('the form of every language reads back what was written into it', (language) => {
  const answer = fc
    .stringMatching(/^[a-zàéñ][a-z àéñ,.]{0,40}[a-zé]$/)
    .filter((text) => readAnswers(`Attentes : ${text}`)[0]?.value === text);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...points), answer), (answers) => {
      const form = questionnaireBody(language, {}).split('\n');
      const filled = form.flatMap((line) => {
        const point = points.find((p) => line.endsWith(pointTitles[language][p].title));
        return [line, ...(point && answers[point] !== undefined ? [answers[point]] : [])];
      });
      const read = readAnswers(filled.join('\n')).map(({ point, value, applies }) => [point, applies && value]);
      expect(Object.fromEntries(read)).toEqual({ ...answers });
    }),
  );
});
