import { expect, test } from 'vitest';
import { readAnswers } from '../../src/clarification/questionnaire.ts';

const read = (text: string) =>
  Object.fromEntries(readAnswers(text).map(({ point, value, applies }) => [point, applies ? value : { not: value }]));

/** Not one of them says that the point does not apply. */
const apply = [
  'Not applicable to instructors; 100 000 USD for the mine.',
  'sans objet pour les machines, 50 000 $ pour la formation',
  'Sans objet, sauf 50 000 $ pour la formation',
  'n/a, but the ministry gives € 20 000',
  'N.A. Mensah will tell you',
  'n/a at this stage of the course',
  'S.O. Mensah, our director, decides in May',
  'no aplica a los instructores',
  'Not applicable, however a diploma would be good',
];

test.each(apply)('« %s » applies', (text) => expect(read(`Ressources : ${text}`)).toEqual({ resources: text }));

test.each([
  ['n/a', ''],
  ['n/a at this stage', ''],
  ['s.o. pour nous, car tout est payé', 'car tout est payé'],
  ['N.A.', ''],
  ['pas applicable', ''],
  ['No es aplicable', ''],
  ['Sans objet. Nous venons avec nos machines.', 'Nous venons avec nos machines.'],
  ['Sans objet pour nous, car tout est payé', 'car tout est payé'],
  ['not applicable because the bank pays', 'because the bank pays'],
  ['No aplica: paga el banco', 'paga el banco'],
  ['s.o. — visite seulement', 'visite seulement'],
])('« %s » does not apply', (text, reason) =>
  expect(read(`Ressources : ${text}`)).toEqual({ resources: { not: reason } }),
);
