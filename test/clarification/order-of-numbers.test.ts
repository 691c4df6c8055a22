import { describe, expect, test } from 'vitest';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import { points } from '../../src/model/request.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const values = ['Training of 12 instructors', 'Certificates', 'MoU', 'CAD 180,000', 'May 2027'];
const five = Object.fromEntries(points.map((point, index) => [point, values[index]]));
const languages = {
  fr: ['Besoins', 'Attentes', 'Entente', 'Budget', 'Échéancier'],
  en: ['Needs', 'Expectations', 'Agreement', 'Budget', 'Timeline'],
  es: ['Necesidades', 'Expectativas', 'Convenio', 'Presupuesto', 'Plazo'],
};

describe.each(Object.entries(languages))('numbers and one title (%s)', (_, titles) => {
  const lines = (mark: (number: number) => string, at: number, numbered: boolean) =>
    values.map((value, index) => {
      const title = `${titles[index]}: `;
      return `${index !== at || numbered ? mark(index + 1) : ''}${index === at ? title : ''}${value}`;
    });

  test.each([
    [1, true],
    [2, true],
    [3, true],
    [4, true],
    [5, true],
    [1, false],
    [3, false],
    [5, false],
  ])('at point %i, with its number or without: %s', (point, numbered) => {
    const marks = [(n: number) => `${n}. `, (n: number) => `${n}) `, (n: number) => `${n}- `, (n: number) => `${n}º `];
    for (const mark of marks) {
      const text = lines(mark, point - 1, numbered).join('\n');
      expect(read(text), text).toEqual(five);
      expect(read(`Hello,\n\n${text}\n\nBest regards,\nAma`)).toEqual(five);
      expect(unplacedIn(text)).toEqual([]);
    }
  });

  test('in a table', () => {
    const rows = values.map(
      (value, index) => `<tr><td>${index + 1}</td><td>${index === 3 ? `${titles[3]} : ` : ''}${value}</td></tr>`,
    );
    expect(read(htmlToText(`<table>${rows.join('')}</table>`))).toEqual(five);
  });
});

test.each([
  ['Needs: training\n3. MoU\nTimeline: 2027', { needs: 'training', agreementType: 'MoU', timeline: '2027' }],
  [
    'b) Expectations: a diploma\nc) MoU\nd) CAD 100k',
    { expectations: 'a diploma', agreementType: 'MoU', resources: 'CAD 100k' },
  ],
  [
    'Participants:\n1. Ama\n2. Kofi\n\n1. Training\n2. Certificates\n3. Agreement: MoU',
    { needs: 'Training', expectations: 'Certificates', agreementType: 'MoU' },
  ],
  [
    '- Needs: training\n- 2. Certificates\n- Agreement: MoU',
    { needs: 'training', expectations: 'Certificates', agreementType: 'MoU' },
  ],
  [
    '1. Needs: training\n2. Certificates\n3. Agreement\n4. Budget: CAD 5',
    { needs: 'training', expectations: 'Certificates', resources: 'CAD 5' },
  ],
  [
    'Needs = training; Expectations = a diploma; Budget = CAD 5',
    { needs: 'training', expectations: 'a diploma', resources: 'CAD 5' },
  ],
  [
    'Needs - training / Expectations - a diploma / Budget - CAD 5',
    { needs: 'training', expectations: 'a diploma', resources: 'CAD 5' },
  ],
  [
    'Timeline: 2027\nBudget: CAD 5\nNeeds: training\n2. Certificates\n3. MoU',
    { needs: 'training', expectations: 'Certificates', agreementType: 'MoU', resources: 'CAD 5', timeline: '2027' },
  ],
])('%j: what is next in the form opens its answer', (text, answers) => expect(read(text)).toEqual(answers));

describe('numbers and titles that contradict each other', () => {
  test.each([
    ['Needs: training\nTimeline: 2027\n2. Certificates', '2. Certificates'],
    ['Needs: training\n3. Certificates\n2. MoU\nTimeline: 2027', '3. Certificates\n2. MoU'],
    ['1. Needs: training\n3. Timeline: 2027\n4. MoU with the school', '4. MoU with the school'],
    ['1. Needs: training\n5. Timeline: 2027\n6. Ask for Kofi', '6. Ask for Kofi'],
    ['Needs: training\n3. as we said\nTimeline: 2027', '3. as we said'],
  ])('%j: the doubtful one ends the answer above and is told', (text, unplaced) => {
    expect(read(text)).toEqual({ needs: 'training', timeline: '2027' });
    expect(unplacedIn(text)).toEqual([unplaced]);
  });

  test('a list that goes on in the next title is no answer to the one above', () => {
    const text = 'Needs:\n1. Drilling\n2. Certificates\n3. MoU\n4. Budget: CAD 100k';
    expect(Object.keys(read(text))).toEqual(['needs', 'resources']);
    expect(read(text).needs).not.toContain('Certificates');
  });
});

describe('a list under a title', () => {
  test.each([
    ['Needs:\n1. Drilling\n2. Blasting\n3. Rescue', '1. Drilling\n2. Blasting\n3. Rescue'],
    ['Needs: training of\n1. drillers\n2. blasters', 'training of\n1. drillers\n2. blasters'],
    ['Needs: 1. Drilling\n2. Blasting', '1. Drilling\n2. Blasting'],
    ['1. Nature of the needs\n1. Drilling\n2. Blasting\n3. Rescue', '1. Drilling\n2. Blasting\n3. Rescue'],
    ['Needs: training in\n4-15 days\n2.5 hours each', 'training in\n4-15 days\n2.5 hours each'],
  ])('%j is its answer', (text, needs) => {
    expect(read(`${text}\nTimeline: 2027`)).toEqual({ needs, timeline: '2027' });
    expect(unplacedIn(`${text}\nTimeline: 2027`)).toEqual([]);
  });

  test('of other matters above the titles answers nothing', () =>
    expect(read('Please find attached:\n1. Training programme\n2. Letter\n\nBudget: CAD 100k')).toEqual({
      resources: 'CAD 100k',
    }));
});

const [, , , budget] = languages.fr;
const french = ['Forage', 'Certificat', 'MoU', '80 000 $', 'mars 2027'];
const fiveInFrench = Object.fromEntries(points.map((point, index) => [point, french[index]]));

describe('numbers out of their order, with one titled', () => {
  const written = (order: number[], mark: (number: number) => string, titled = 4) =>
    order
      .map(
        (number) => `${mark(number)}${number === titled ? `${languages.fr[number - 1]} : ` : ''}${french[number - 1]}`,
      )
      .join('\n');

  test.each([[[4, 1, 2, 3, 5]], [[1, 2, 3, 5, 4]], [[5, 4, 3, 2, 1]], [[2, 4, 1, 5, 3]], [[5, 1, 2, 3, 4]]])(
    '%j: the whole form is read in any order',
    (order) => {
      for (const mark of [
        (n: number) => `${n}. `,
        (n: number) => `${n})`,
        (n: number) => `${n} – `,
        (n: number) => `Point ${n} : `,
      ])
        for (const titled of order) {
          const text = written(order, mark, titled);
          expect(read(text), text).toEqual(fiveInFrench);
          expect(read(`Bonjour,\n\n${text}\n\nCordialement,\nAma`)).toEqual(fiveInFrench);
          expect(unplacedIn(text)).toEqual([]);
        }
    },
  );

  test('some of them from the last to the first are read, too', () =>
    expect(read('5. mars 2027\n4. Budget : 80 000 $\n3. MoU')).toEqual({
      agreementType: 'MoU',
      resources: '80 000 $',
      timeline: 'mars 2027',
    }));

  test.each([
    ['4. Budget : 80 000 $\n1. Forage\n2. Certificat', '1. Forage\n2. Certificat'],
    ['4. Budget :\n80 000 $\n1. personnel\n2. locaux\n5. mars 2027', '1. personnel\n2. locaux\n5. mars 2027'],
  ])('%j: some of them in no order are asked', (text, unplaced) => {
    expect(read(text)).toEqual({ resources: '80 000 $' });
    expect(unplacedIn(text)).toEqual([unplaced]);
  });

  test.each([
    ['4. Budget :\n1. personnel\n2. locaux', '1. personnel\n2. locaux'],
    ['4. Budget : comme suit :\n1. personnel\n2. locaux', 'comme suit :\n1. personnel\n2. locaux'],
    [
      'Budget : en trois parts\n1. personnel\n2. locaux\n3. outils',
      'en trois parts\n1. personnel\n2. locaux\n3. outils',
    ],
    ['1. Besoins : forage\n4. Budget : deux parts\n1. personnel\n2. locaux', 'deux parts\n1. personnel\n2. locaux'],
  ])('%j: a list is the answer to the title above', (text, resources) => expect(read(text).resources).toBe(resources));
});

describe('a title whose number is none of ours', () => {
  const above = (text: string, title = `${budget} : `) => text.replace('80 000 $', `${title}80 000 $`);

  test.each([
    [
      '1. Forage\n2. 80 000 $\n3. MoU\n4. Certificat\n5. mars 2027',
      ['1. Forage', '3. MoU\n4. Certificat\n5. mars 2027'],
    ],
    ['2. 80 000 $\n1. Forage\n3. MoU', ['1. Forage\n3. MoU']],
    ['3. 80 000 $\n4. MoU\n5. mars 2027', ['4. MoU\n5. mars 2027']],
    ['1. 80 000 $\n2. Forage\n3. Certificat', ['2. Forage\n3. Certificat']],
    ['1-Forage\n2-12 foreurs\n3-80 000 $\n4-15 jours', ['1-Forage\n2-12 foreurs', '4-15 jours']],
  ])('%j: alone is read, and every other number asked', (text, unplaced) => {
    for (const title of ['Budget : ', 'Ressources – ', 'budget\t']) {
      expect(read(above(text, title)), above(text, title)).toEqual({ resources: '80 000 $' });
      expect(unplacedIn(above(text, title))).toEqual(unplaced);
    }
  });

  test('leaves a list below a title to it', () =>
    expect(read('1. Forage\n2. Budget :\n1. personnel\n2. locaux\n3. outils')).toEqual({
      resources: '1. personnel\n2. locaux\n3. outils',
    }));
});

test.each([
  ['Besoins : forage\nAttentes : certificat\n1) MoU', '1) MoU'],
  ['Budget : 80 000 $\nAttentes : certificat\n4. MoU', '4. MoU'],
])('%j: a lone number that contradicts the titles ends the answer above', (text, unplaced) => {
  expect(read(text).expectations).toBe('certificat');
  expect(unplacedIn(text)).toEqual([unplaced]);
});

test('a lone number that is that of its title belongs to it', () =>
  expect(read('Besoins : forage\n1) trois mines\nAttentes : certificat').needs).toBe('forage\n1) trois mines'));
