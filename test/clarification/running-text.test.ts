import { expect, test } from 'vitest';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
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
