import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import type { Slot } from '../../src/model/request.ts';
import { points } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const slots: Slot[] = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day, index) => ({
  number: index + 1,
  start: `${day}T13:30:00.000Z`,
  end: `${day}T14:15:00.000Z`,
}));
const choice = (text: string) => readChoice(text, 'Re: Demande reçue', slots, ['America/Toronto', 'Africa/Accra']);

const titles = [
  'Nature of the needs',
  'Expectations',
  'Type of agreement sought',
  'Available resources',
  'Preliminary timeline',
];
const told = ['Mine rescue training', 'Certificates', 'MoU', 'None', 'May–July 2027'];
const five = Object.fromEntries(points.map((point, index) => [point, told[index]]));
const table = (rows: string[][], cell: (words: string) => string) =>
  `<table class="MsoTableGrid"><tbody>${rows.map((row) => `<tr>${row.map((words) => `<td>${cell(words)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
const cells: [string, (words: string) => string][] = [
  ['Outlook', (words) => `<p class="MsoNormal">${words}<o:p></o:p></p>`],
  ['Gmail', (words) => words],
  ['Apple Mail', (words) => `<div>${words}<br></div>`],
];
const rows: [string, string[][]][] = [
  ['titles', titles.map((title, index) => [title, told[index] ?? ''])],
  ['numbered titles', titles.map((title, index) => [`${index + 1}. ${title}`, told[index] ?? ''])],
  ['numbers beside titles', titles.map((title, index) => [`${index + 1}`, title, told[index] ?? ''])],
];

describe.each(cells)('a table of %s', (_, cell) => {
  test.each(rows)('is read by its %s', (__, body) => {
    const head = (body[0]?.length ?? 0) > 2 ? ['N°', 'Point', 'Answer'] : ['Point', 'Answer'];
    for (const all of [body, [head, ...body]]) {
      const text = htmlToText(`<p>Please find our answers:</p>${table(all, cell)}<p>Best regards,<br>Ama</p>`);
      expect(read(text)).toEqual(five);
      expect(unplacedIn(text)).toEqual([]);
      expect(choice(text)).toBeUndefined();
    }
  });

  test('of other things chooses nothing', () => {
    const text = htmlToText(
      `<p>Our visitors:</p>${table(
        [
          ['No.', 'Name'],
          ['1', 'Kofi Mensah'],
        ],
        cell,
      )}`,
    );
    expect(read(text)).toEqual({});
    expect(choice(text)?.kind).not.toBe('slot');
  });
});

test.each([
  ['| Attentes | Diplôme |\n| Ressources disponibles | Aucune |', { expectations: 'Diplôme', resources: 'Aucune' }],
  ['| Point | Réponse |\n|---|---|\n| Attentes | Diplôme |', { expectations: 'Diplôme' }],
  ['1\tAttentes\tDiplôme\n2\tÉchéancier\t2027', { expectations: 'Diplôme', timeline: '2027' }],
  [
    'Expectations A diploma\nType of agreement sought MoU\nAvailable resources None',
    { expectations: 'A diploma', agreementType: 'MoU', resources: 'None' },
  ],
  [
    '2. Expectations A diploma\n4. Available resources\nNone\n5. Preliminary timeline May 2027',
    { expectations: 'A diploma', resources: 'None', timeline: 'May 2027' },
  ],
])('as text: %j', (text, answers) => expect(read(text)).toEqual(answers));

test.each([
  'Agreement\t-',
  'Agreement\t–',
  'Agreement | -',
  'Agreement\t',
  'Type of agreement sought\t',
  'Contract\t-',
])('an empty row ends the answer above: %j', (row) => {
  const between = row.includes('|') ? ' | ' : '\t';
  const text = [`Needs${between}Drilling`, `Expectations${between}A diploma`, row, `Budget${between}CAD 100k`].join(
    '\n',
  );
  expect(read(text)).toEqual({ needs: 'Drilling', expectations: 'A diploma', resources: 'CAD 100k' });
  expect(unplacedIn(text)).toEqual([]);
});

test.each([
  ['<br>', ''],
  [' - ', ''],
  ['<p>', '</p>'],
  [' (', ')'],
])('help left beside the title is no answer: %s', (opens, closes) => {
  const text = htmlToText(
    table(
      titles.map((title, index) => [
        `${title}${opens}${Object.values(pointTitles.en)[index]?.help ?? ''}${closes}`,
        told[index] ?? '',
      ]),
      (words) => words,
    ),
  );
  expect(read(text)).toEqual(five);
});

test.each([
  'Expectations are high in our country.',
  'Available resources will be known later.\n\nExpectations differ from one school to another.',
])('is no table: %j', (text) => expect(read(text)).toEqual({}));

test('a number in the last cell of a row is part of the answer', () => {
  expect(read('1. Nature of the needs\tTeachers\t2\n2. Expectations\tDiplomas')).toEqual({
    needs: 'Teachers\t2',
    expectations: 'Diplomas',
  });
});

describe('a table whose titles stand across its columns', () => {
  test.each(cells)('of %s', (_, cell) => {
    const text = htmlToText(`<p>Our answers:</p>${table([titles, told], cell)}<p>Best regards,<br>Ama</p>`);
    expect(read(text)).toEqual(five);
    expect(choice(text)).toBeUndefined();
  });

  test.each<[string, Record<string, string>]>([
    [
      '| Besoins | Attentes | Ressources |\n|---|---|---|\n| Formation | Un certificat | 90 000 $ |',
      { needs: 'Formation', expectations: 'Un certificat', resources: '90 000 $' },
    ],
    [
      'Point\tNeeds\tExpectations\nAnswer\tTraining\tA certificate',
      { needs: 'Training', expectations: 'A certificate' },
    ],
    ['Necesidades   Expectativas\nCapacitación   Certificado', { needs: 'Capacitación', expectations: 'Certificado' }],
    [
      'Needs\tBudget\nTraining\tCAD 90,000\nMore training\tCAD 10,000',
      { needs: 'Training; More training', resources: 'CAD 90,000; CAD 10,000' },
    ],
  ])('%j', (text, answers) => expect(read(text)).toEqual(answers));

  test.each([0, 1, 2, 3, 4])('with the cell %i left empty: no answer stands under another point', (blank) => {
    const row = told.map((words, index) => (index === blank ? '' : words));
    for (const text of [
      `${titles.join('\t')}\n${row.join('\t')}`,
      `| ${titles.join(' | ')} |\n|---|---|---|---|---|\n| ${row.join(' | ')} |`,
      htmlToText(`<p>Our answers:</p>${table([titles, row], (words) => words)}<p>Best regards,<br>Ama</p>`),
    ])
      for (const [point, value] of Object.entries(read(text))) expect([point, value]).toEqual([point, five[point]]);
  });

  test('with an empty cell in its midst is read all the same', () => {
    const text = `${titles.join('\t')}\n${told.with(2, '').join('\t')}`;
    const { agreementType: _, ...others } = five;
    expect(read(text)).toEqual(others);
  });

  test.each<[string, Record<string, string>]>([
    ['Name\tNeeds\nAma\tTraining', {}],
    ['Needs\tTraining\nExpectations\tA certificate', { needs: 'Training', expectations: 'A certificate' }],
  ])('is none where the first row is no row of titles: %j', (text, answers) => expect(read(text)).toEqual(answers));
});

describe('a table whose numbers stand across its columns', () => {
  const [first = '', , third = '', , fifth = ''] = told;
  const more = new Map([
    ['outlook', `<p class="MsoNormal">${first}<o:p></o:p></p><p class="MsoNormal">for two years<o:p></o:p></p>`],
    ['gmail', `${first}<br>for two years`],
    ['apple', `<div>${first}</div><div>for two years<br></div>`],
  ]);

  test.each<[string, string[]]>([
    ['numbers', ['1', '2', '3', '4', '5']],
    ['numbers with signs', ['1.', '2.', '3.', '4.', '5.']],
    ['numbers in brackets', ['(1)', '(2)', '(3)', '(4)', '(5)']],
    ['points', ['Point 1', 'Point 2', 'Point 3', 'Point 4', 'Point 5']],
    ['points before a colon', ['Point 1 :', 'Point 2 :', 'Point 3 :', 'Point 4 :', 'Point 5 :']],
    ['titles before a colon', titles.map((title) => `${title}:`)],
    ['numbers and one title', ['1', '2', '3', '4. Budget', '5']],
    ['titles and one number', titles.with(2, '3')],
  ])('%s', (_, head) => {
    for (const [, cell] of cells) {
      const text = htmlToText(`<p>Our answers:</p>${table([head, told], cell)}<p>Best regards,<br>Ama</p>`);
      expect(read(text), text).toEqual(five);
      expect(unplacedIn(text)).toEqual([]);
      expect(choice(text)).toBeUndefined();
    }
  });

  test.each([...more])('with two paragraphs in a cell of %s', (_, cell) => {
    for (const head of [titles, ['1', '2', '3', '4', '5']])
      for (const at of [0, 2, 4]) {
        const rows = [head, told.with(at, cell)].map(
          (row) => `<tr>${row.map((words) => `<td>${words}</td>`).join('')}</tr>`,
        );
        const text = htmlToText(`<p>Our answers:</p><table>${rows.join('')}</table>`);
        const point = points[at] ?? 'needs';
        const answers = read(text);
        expect(answers[point]?.replace(/\s+/g, ' '), text).toBe(`${first} for two years`);
        expect(answers).toEqual({ ...five, [point]: answers[point] });
      }
  });

  test.each([0, 1, 2, 3])('with the cell %i left empty', (blank) => {
    const text = htmlToText(table([['1', '2', '3', '4', '5'], told.with(blank, '')], (words) => words));
    const { [points[blank] ?? 'needs']: _, ...others } = five;
    expect(read(text)).toEqual(others);
  });

  test.each([
    '1\t2\t3\n10\t20\t30',
    '1\t2\t3\nOuro\tPrata',
    'Year\t1\t2\t3\nTonnes\t10\t20\t30',
    '4\t5\nGold\tSilver',
    'Needs\tBudget\nDrilling',
  ])('answers nothing where its rows do not say what: %j', (text) => expect(read(text)).toEqual({}));

  test('a number that contradicts a title is asked', () => {
    const text = '1\t2\t3. Budget\nForage\tCertificat\t80 000 $';
    expect(read(text)).toEqual({ resources: '80 000 $' });
    expect(unplacedIn(text)).toEqual(['1. Forage\n2. Certificat']);
  });

  test('drawn by bars', () =>
    expect(read(`| 1 | 3 | 5 |\n|---|---|---|\n| ${first} | ${third} | ${fifth} |`)).toEqual({
      needs: first,
      agreementType: third,
      timeline: fifth,
    }));
});
