import { describe, expect, test } from 'vitest';
import { endOfQuestionnaire } from '../../src/clarification/headings.ts';
import { readMinutes } from '../../src/clarification/questionnaire.ts';

const read = (text: string) => {
  const { answers, remarks } = readMinutes(text, ['Marie Tremblay']);
  return { ...Object.fromEntries(answers.map(({ point, value }) => [point, value])), remarks };
};
const above = 'Attentes : un certificat\nÉchéancier : mai 2027';

describe('below the points that staff wrote down', () => {
  test.each([
    ['a paragraph', 'Le recteur est en procès, restons prudents.'],
    ['two of them', 'Le recteur est en procès.\n\nRestons prudents.'],
    ['an internal note', 'Note interne : le recteur est en procès.'],
    ['a note that says it is for us', '(À l’interne seulement) Le recteur est en procès.'],
    ['a postscript', 'P.-S. Le recteur est en procès.'],
    ['a paragraph that begins with a number', '3 autres cégeps ont refusé.'],
  ])('%s is no answer', (_, remark) => {
    expect(read(`${above}\n\n${remark}`)).toMatchObject({ timeline: 'mai 2027' });
    expect(read(`${above}\n\n${remark}\n\nMarie Tremblay\nConseillère`)).toMatchObject({ timeline: 'mai 2027' });
  });

  test('what was kept apart is told, without who signs', () => {
    expect(read(`${above}\n\nLe recteur est en procès.\n\nMarie Tremblay`).remarks).toEqual([
      { point: 'timeline', remark: 'Le recteur est en procès.' },
    ]);
    expect(read(`${above}\n\nMarie Tremblay`).remarks).toEqual([]);
    expect(read(`${above}\n\nMerci, bonne journée!`).remarks).toEqual([]);
  });

  test.each([
    ['the next line', 'trois semaines sur place'],
    ['a line that goes on in small letters', '\npuis en septembre'],
    ['items', '\n- mai : formation\n\n- juin : stages'],
    ['numbered items', '\n1) mai : formation\n2) juin : stages'],
  ])('%s belongs to the last point', (_, more) => {
    expect(read(`${above}\n${more}`)).toEqual({
      expectations: 'un certificat',
      timeline: `mai 2027\n${more}`,
      remarks: [],
    });
  });

  test('so does what a colon announces', () => {
    expect(read('Échéancier :\nEn deux temps :\n\nMai 2027.')).toMatchObject({
      timeline: 'En deux temps :\n\nMai 2027.',
    });
  });

  test('what the form encloses is an answer, unless it says that it is for us', () => {
    const end = endOfQuestionnaire.fr;
    expect(
      read(`5. Échéancier préliminaire\nMai 2027.\n\nTrois semaines.\n\n${end}\nLe recteur est en procès.`),
    ).toEqual({
      timeline: 'Mai 2027.\n\nTrois semaines.',
      remarks: [],
    });
    expect(read(`5. Échéancier préliminaire\nMai 2027.\n\nNote interne : en procès.\n\n${end}`)).toMatchObject({
      timeline: 'Mai 2027.',
    });
  });
});

test.each([
  ['an internal note', 'Note interne : le recteur est en procès.'],
  ['one on the next line', 'Confidentiel : le recteur est en procès.'],
])('%s within a point that others follow is no answer', (_, remark) => {
  expect(read(`Attentes : un certificat\n${remark}\nÉchéancier : mai 2027`)).toMatchObject({
    expectations: 'un certificat',
    timeline: 'mai 2027',
  });
});

test('paragraphs of a point that others follow belong to it', () => {
  expect(read('1. Attentes\nUn certificat.\n\nUn stage en cégep.\n\n2. Échéancier\nMai 2027')).toEqual({
    expectations: 'Un certificat.\n\nUn stage en cégep.',
    timeline: 'Mai 2027',
    remarks: [],
  });
});

test('a point that does not apply has no remark for its reason', () => {
  const { answers } = readMinutes('Ressources : sans objet\n\nLe recteur est en procès.', []);
  expect(answers).toEqual([{ point: 'resources', applies: false, value: '' }]);
});

test.each([
  'Note d’entente signée avec le ministère',
  'Interne en médecine du travail',
  'Confidentialité des données garantie',
])('« %s » is no note to ourselves', (line) => {
  expect(read(`Attentes : formation\n${line}\nÉchéancier : mai 2027`)).toMatchObject({
    expectations: `formation\n${line}`,
  });
});
