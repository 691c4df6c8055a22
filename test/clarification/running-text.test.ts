import { describe, expect, test } from 'vitest';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
import { points } from '../../src/model/request.ts';

const read = (text: string) =>
  Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value.replace(/\.$/, '')]));
const values = ['forage', 'certificat', 'MoU', 'pas encore', 'mars 2027'];
const five = Object.fromEntries(points.map((point, index) => [point, values[index]]));
const titles = ['Besoins', 'Attentes', 'Entente', 'Budget', 'Échéancier'];
const line = (mark: (index: number) => string, between: string) =>
  values.map((value, index) => `${mark(index)}${value}`).join(between);

const marks: [string, (index: number) => string][] = [
  ['titles', (index) => `${titles[index]}: `],
  ['titles in small letters', (index) => `${index > 0 ? titles[index]?.toLowerCase() : titles[index]} : `],
  ['numbers', (index) => `${index + 1}. `],
  ['numbers and dashes', (index) => `${index + 1}- `],
  ['dashes apart', (index) => `${index + 1} – `],
  ['numbers without a space', (index) => `${index + 1})`],
  ['ordinals', (index) => `${index + 1}º `],
  ['numbers and titles', (index) => `${index + 1}. ${titles[index]} : `],
  ['numbers, and one title', (index) => `${index + 1}) ${index === 3 ? 'Budget: ' : ''}`],
];

test.each(marks)('all in one line, by %s', (_, mark) => {
  for (const between of ['; ', '. ', ', ', ' ']) {
    expect(read(line(mark, between)), between).toEqual(five);
    expect(read(`Bonjour,\n\nVoici nos réponses.\n\n${line(mark, between)}\n\nCordialement,\nAma`)).toEqual(five);
  }
});

test.each([
  ['1.forage 2.certificat 3.MoU 4.pas encore 5.mars 2027', five],
  [
    'Needs: drilling Expectations: a diploma Timeline: 2027',
    { needs: 'drilling', expectations: 'a diploma', timeline: '2027' },
  ],
  ['Needs: drilling; 2. a diploma', { needs: 'drilling', expectations: 'a diploma' }],
  [
    'Besoins: forage, contrat: de services, budget: 50 000 $',
    { needs: 'forage', agreementType: 'de services', resources: '50 000 $' },
  ],
])('%j is parted at each', (text, answers) => expect(read(text)).toEqual(answers));

test.each([
  'training in drilling, budget: approved',
  'visit of pit 2. Then of pit 3. All in one week',
  'three mines, 1. Obuasi, 2. Tarkwa, 3. Prestea',
  'training from 1:30 pm to 2:30 pm, then 3:30 pm',
  'training that meets our expectations: high',
])('%j is one answer', (text) => expect(read(`Needs: ${text}`)).toEqual({ needs: text }));

describe('some answers in a line', () => {
  const mars = { resources: '80 000 $', timeline: 'mars 2027' };

  test.each<[string, Record<string, string>]>([
    ['4) 80 000 $ 5) mars 2027', mars],
    ['3. MoU 4. CAD 180,000', { agreementType: 'MoU', resources: 'CAD 180,000' }],
    ['4 - 80 000 $ 5 - mars 2027', mars],
    ['1. forage 2. certificat\n3. MoU\n4. 80 000 $ 5. mars 2027', { ...five, ...mars }],
    ['besoins: forage attentes: certificat', { needs: 'forage', expectations: 'certificat' }],
    ['1) forage 3) MoU 5) mars 2027', { needs: 'forage', agreementType: 'MoU', timeline: 'mars 2027' }],
  ])('%j', (text, answers) => {
    expect(read(text)).toEqual(answers);
    expect(read(`Bonjour,\n\n${text}\n\nCordialement,\nAma`)).toEqual(answers);
  });

  test.each([
    ['1. visite de la mine 2. Puis formation', { needs: 'visite de la mine 2. Puis formation' }],
    ['1. forage au puits 2 - le plus profond', { needs: 'forage au puits 2 - le plus profond' }],
    ['2. certificat de niveau 3. Puis un diplôme', { expectations: 'certificat de niveau 3. Puis un diplôme' }],
  ])('%j: a number of something else is none', (text, answers) =>
    expect(read(`${text}\n5. mars 2027`)).toEqual({ ...answers, timeline: 'mars 2027' }),
  );
});

test.each([[[5, 4, 3, 2, 1]], [[2, 1, 3, 4, 5]], [[3, 5, 2, 1, 4]]])(
  'all in one line in the order %j, one of them titled',
  (order) => {
    for (const sign of ['. ', ') ', '- ', ' - ', ')', '.- ', 'º '])
      for (const between of ['; ', '. ', ', ', ' '])
        for (const titled of order) {
          const text = order
            .map((n) => `${n}${sign}${n === titled ? `${titles[n - 1]} : ` : ''}${values[n - 1]}`)
            .join(between);
          expect(read(text), text).toEqual(five);
        }
  },
);

test.each([
  [
    'budget: 80 000 $ attentes: un certificat entente: à définir',
    { resources: '80 000 $', expectations: 'un certificat', agreementType: 'à définir' },
  ],
  ['Besoins: forage, 2. Budget: 80 000 $, 3. mars 2027', { needs: 'forage', resources: '80 000 $' }],
])('%j: none holds another', (text, answers) => expect(read(text)).toEqual(answers));

test('numbers that contradict the title between them are asked, none is swallowed', () => {
  const text = '1. forage, 2. Budget: 80 000 $, 3. MoU; 4. mars 2027';
  expect(read(text)).toEqual({ resources: '80 000 $' });
  expect(unplacedIn(text)).toEqual(['1. forage', '3. MoU\n4. mars 2027']);
});
