import { describe, expect, test } from 'vitest';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
import { languages, points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const forms: [string, string[], string[]][] = [
  [
    'fr',
    ['besoins', 'attentes', 'entente', 'budget', 'échéancier'],
    ['forage', 'un certificat', 'MoU', '80 000 $', 'dès que possible'],
  ],
  [
    'en',
    ['our needs', 'expectations', 'agreement type', 'resources', 'schedule'],
    ['drilling', 'a certificate', 'to be decided', 'our own staff', 'May 2027'],
  ],
  [
    'es',
    ['Necesidades', 'Expectativas', 'Tipo de acuerdo', 'Recursos disponibles', 'Plazo'],
    ['voladura', 'certificado', 'por definir', '100 000 USD', 'lo antes posible'],
  ],
];

describe.each(forms)('titles that a mere space parts from their answers (%s)', (_, titles, values) => {
  const five = Object.fromEntries(points.map((point, index) => [point, values[index]]));
  const line = (index: number) => `${titles[index]} ${values[index]}`;
  const all = points.map((__, index) => index);

  test.each([
    ['in order', all],
    ['from the last to the first', all.toReversed()],
    ['in another order', [2, 0, 1, 4, 3]],
  ])('all five, %s', (__, order) => {
    for (const between of ['\n', '\n\n']) {
      const text = order.map(line).join(between);
      expect(read(text), text).toEqual(five);
      expect(read(`Bonjour,\n\n${text}\n\nCordialement,\nAma`)).toEqual(five);
      expect(unplacedIn(text)).toEqual([]);
    }
  });

  test('behind their numbers, all or some', () => {
    for (const mark of ['. ', ') ', ' - '])
      for (const untitled of [[], [0, 2], [3], [0, 1, 2, 4]]) {
        const text = all
          .map((index) => `${index + 1}${mark}${untitled.includes(index) ? values[index] : line(index)}`)
          .join('\n');
        const answers = read(text);
        for (const [index, point] of points.entries())
          expect([values[index], line(index)], text).toContain(answers[point]);
      }
  });

  test.each(all)('the one without a number: %i', (at) => {
    const text = all.map((index) => (index === at ? line(index) : `${index + 1}. ${values[index]}`)).join('\n');
    const { [points[at] ?? 'needs']: told, ...others } = read(text);
    expect([values[at], undefined]).toContain(told);
    for (const [point, value] of Object.entries(others)) expect([point, value]).toEqual([point, five[point]]);
  });
});

test.each([
  ['attentes un certificat', { expectations: 'un certificat' }],
  ['budget 80 000 $', { resources: '80 000 $' }],
  ['Bonjour,\n\nbudget 80 000 $\n\nMerci,\nAma', { resources: '80 000 $' }],
  ['Besoins : forage\nbudget 80 000 $', { needs: 'forage', resources: '80 000 $' }],
])('%j: alone it is read by what it says', (text, answers) => expect(read(text)).toEqual(answers));

test.each([
  'Expectations are high in our country.',
  'Budget de 80 000 $ à confirmer',
  'Nous aurons sans doute un\nbudget 80 000 $ ou plus pour\nl’an prochain',
  'budget réunion jeudi',
  'Agenda:\n- Budget 2027\n- Schedule 2027',
  'Please find attached:\n1. Needs analysis\n2. Expectations report\n3. Budget 2027',
  'Attentes diverses ?',
])('%j is none', (text) => expect(read(text)).toEqual({}));

test.each([
  ['4. Budget de 80 000 $\n5. mars 2027', { resources: 'Budget de 80 000 $', timeline: 'mars 2027' }],
  [
    '1. Forage\n3. Entente cadre\n4. 80 000 $',
    { needs: 'Forage', agreementType: 'Entente cadre', resources: '80 000 $' },
  ],
  ['3. Entente avec le cégep\n4. 80 000 $', { agreementType: 'Entente avec le cégep', resources: '80 000 $' }],
])('%j: one phrase stays whole', (text, answers) => expect(read(text)).toEqual(answers));

describe('a number that contradicts such a title', () => {
  test('leaves all numbers to people', () => {
    const text = '1/ forage\n2/ certificat\n3/ budget 80 000 $\n4/ MoU';
    expect(read(text)).toEqual({ resources: '80 000 $' });
    expect(unplacedIn(text)).toEqual(['1/ forage\n2/ certificat', '4/ MoU']);
  });

  test('answers nothing where neither says what', () =>
    expect(read('1/ Asesoría\n2/ mejores resultados\n3/ presupuesto todavía no\n4/ lo antes posible')).toEqual({}));
});

describe.each(languages)('our own titles in bold, as mail programs write it in text (%s)', (language) => {
  const values = ['forage', 'diplôme', 'MoU', 'sans objet', 'mai 2027'];
  const titled = points.map((point) => pointTitles[language][point].title);
  const sets = [
    [1, 3, 4],
    [0, 2, 3],
    [0, 1, 2, 3, 4],
  ];

  test.each(['*', '**', '_'])('%s', (mark) => {
    for (const set of sets)
      for (const [before, between] of [
        ['', '\n'],
        ['', ' '],
        ['n', '\n'],
      ] as const) {
        const number = (index: number) => (before === 'n' ? `${index + 1}. ` : '');
        const text = set
          .map((index) => `${mark}${number(index)}${titled[index]}${mark}${between}${values[index]}`)
          .join('\n\n');
        const answers = Object.fromEntries(readAnswers(text).map((answer) => [answer.point, answer]));
        for (const index of set) {
          const answer = answers[points[index] ?? 'needs'];
          if (values[index] === 'sans objet') expect(answer?.applies, text).toBe(false);
          else expect(answer?.value, text).toBe(values[index]);
        }
      }
  });
});
