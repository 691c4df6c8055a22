import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import { points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';
import { closings, type Form, leads, numbers, randomForm, said, titles } from './random-forms.ts';

/** Any five answers in any layout: each line with its number, its title or both. */
const form = fc
  .record({
    language: fc.constantFrom('fr' as const, 'en' as const, 'es' as const),
    marks: fc.oneof(
      ...(['number', 'title', 'both'] as const).map((mark) => fc.constant(points.map(() => mark))),
      fc.array(fc.constantFrom('number' as const, 'title' as const, 'both' as const), { minLength: 5, maxLength: 5 }),
    ),
    number: fc.constantFrom(...numbers),
    behindTitle: fc.constantFrom(': ', ' : ', ' – ', ' - ', ':\n', '\t', ' | ', '.- '),
    between: fc.constantFrom('\n', '\n\n', '; ', '. ', ', ', 'row'),
    words: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
    title: fc.nat(2),
    lead: fc.nat(2),
    closed: fc.boolean(),
  })
  .map(({ language, marks, number, between, words, title, lead, closed, ...rest }) => {
    const oneLine = [';', '.', ','].includes(between.trim());
    const behindTitle = oneLine || between === 'row' ? ': ' : rest.behindTitle;
    const answers = points.map((_, index) => said[language][index]?.[words[index] ?? 0] ?? '');
    const lines = points.map((point, index) => {
      const own = titles[language][index]?.[title] ?? pointTitles[language][point].title;
      const mark = marks[index];
      const sign = between === 'row' ? `${index + 1}</td><td>` : number.replace('#', `${index + 1}`);
      return [
        mark === 'title' ? (between === 'row' ? '</td><td>' : '') : sign,
        mark === 'number' ? '' : `${own}${behindTitle}`,
        answers[index],
      ].join('');
    });
    const body =
      between === 'row'
        ? htmlToText(`<table>${lines.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`)
        : lines.join(between);
    return { text: `${leads[language][lead]}${body}${closed ? `\n\n${closings[language]}` : ''}`, answers };
  });

const ended = (value: string) => value.replace(/[\s.;,]+$/, '');

test('each point holds its own answer or none, however the form is laid out', () => {
  fc.assert(
    fc.property(form, ({ text, answers }) => {
      for (const { point, value, applies } of readAnswers(text))
        if (applies) expect(ended(value), text).toBe(ended(answers[points.indexOf(point)] ?? ''));
    }),
    { numRuns: 2000 },
  );
});

test('nearly all are read', () => {
  const forms = fc.sample(form, { numRuns: 1000, seed: 1 });
  const read = forms.map(({ text }) => readAnswers(text).length).reduce((all, each) => all + each, 0);
  expect(read / forms.length / points.length).toBeGreaterThan(0.95);
});

const spaced = (value: string) => ended(value.replace(/[\s;]+/g, ' ').trim());

/** « wrong » where an answer stands under a point that is not its own, or holds another; « asked » where one is left to people. */
function outcome({ text, answers }: Form): 'right' | 'asked' | 'wrong' {
  const read = readAnswers(text);
  const isOwn = ({ point, value, applies }: (typeof read)[number]) =>
    !applies || (answers.get(point) ?? []).map(spaced).includes(spaced(value));
  if (!read.every(isOwn)) return 'wrong';
  return read.length === answers.size ? 'right' : 'asked';
}

test.each([1, 2])(
  'out of order, in part, contradicting or in any table: next to none is read wrong (seed %i)',
  (seed) => {
    const outcomes = fc.sample(randomForm, { numRuns: 4000, seed }).map(outcome);
    const share = (kind: string) => outcomes.filter((each) => each === kind).length / outcomes.length;
    expect(share('wrong')).toBeLessThan(0.012);
    expect(share('right')).toBeGreaterThan(0.65);
  },
);
