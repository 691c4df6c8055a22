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
