import { describe, expect, test } from 'vitest';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
import { type Point, points } from '../../src/model/request.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const values = ['training', 'a certificate', 'MoU', 'CAD 100k', '2027'];
const five = Object.fromEntries(points.map((point, index) => [point, values[index]]));
const listed = (titles: string, mark: (index: number) => string, separator: string) =>
  titles
    .split(' ')
    .map((title, index) => `${mark(index)}${title}${separator}${values[index]}`)
    .join('\n');

const marks: [string, (index: number) => string][] = [
  ['nothing', () => ''],
  ['-', () => '- '],
  ['*', () => '* '],
  ['•', () => '• '],
  ['1.', (index) => `${index + 1}. `],
  ['1)', (index) => `${index + 1}) `],
  ['(1)', (index) => `(${index + 1}) `],
  ['a.', (index) => `${'abcde'[index]}. `],
  ['B)', (index) => `${'ABCDE'[index]}) `],
  ['iv.', (index) => `${['i', 'ii', 'iii', 'iv', 'v'][index]}. `],
];

describe.each([
  'Besoins Attentes Entente Budget Calendrier',
  'Needs Expectations Agreement Budget Timeframe',
  'Requirements Expectations Partnership Funding Schedule',
  'Necesidades Expectativas Convenio Presupuesto Plazo',
  'Necesitamos Esperamos Convenio Recursos Cronograma',
])('one line each: %s', (titles) => {
  test.each(marks)('marked by %s', (_, mark) => {
    for (const separator of [': ', ' : ', ' – ', ' - ', '\t', ' | ', ' = ', ' → ', ' -> '])
      expect(read(listed(titles, mark, separator)), separator).toEqual(five);
    expect(read(listed(titles, mark, ': ').replaceAll('\n', '\n\n'))).toEqual(five);
  });
});

test.each([
  ['Type of partnership: MoU', 'agreementType', 'MoU'],
  ['Our budget: CAD 100k', 'resources', 'CAD 100k'],
  ['Source de financement : la Banque mondiale', 'resources', 'la Banque mondiale'],
  ['Available budget (estimated): CAD 100k', 'resources', 'CAD 100k'],
  ['Calendario previsto del proyecto: 2027', 'timeline', '2027'],
  ['Concernant les ressources : 100 k$', 'resources', '100 k$'],
  ['Our needs are: drilling', 'needs', 'drilling'],
  ['Training needs\ndrilling', 'needs', 'drilling'],
  ['Correction - Resources: CAD 120,000, confirmed.', 'resources', 'CAD 120,000, confirmed.'],
  ['Mise à jour : Échéancier : mai 2028', 'timeline', 'mai 2028'],
  ['Quels sont vos besoins ? Former 12 foreurs.', 'needs', 'Former 12 foreurs.'],
  ['Budget? CAD 100k', 'resources', 'CAD 100k'],
  ['Primero (necesidades): voladura', 'needs', 'voladura'],
  ['Point 4 (resources): CAD 100k', 'resources', 'CAD 100k'],
  ['Question 5 – Timeline: 2027', 'timeline', '2027'],
  ['Respecto al plazo: 2027', 'timeline', '2027'],
  ['We need: drilling', 'needs', 'drilling'],
  ['Recursos financieros: USD 100k', 'resources', 'USD 100k'],
  ['Cronograma tentativo\n2027', 'timeline', '2027'],
  ['Corrected budget: CAD 120k', 'resources', 'CAD 120k'],
])('%j is a title by itself', (text, point, value) => expect(read(text)).toEqual({ [point]: value }));

test.each([
  'Contract: attached',
  'Partnership – a long story',
  'Agreement – signed',
  'Training\ndrilling',
  'The agreement: thanks',
  'Budget and timeline: see below',
  'Duration: three weeks',
  'Budget?',
  'Primero: voladura',
  'A first (needs) assessment: done',
  'We want: drilling',
  'Needs analysis: done',
  'Q2 2027: budget',
  'Update: we are back',
])('%j is no title by itself', (text) => expect(read(text)).toEqual({}));

test.each([
  ['Necesidades Expectativas Acuerdo Recursos Cronograma', '.- '],
  ['Necesidades Expectativas Convenio Presupuesto Plazo', '.-'],
  ['Necesidades Expectativas Acuerdo Recursos Cronograma', '.— '],
  ['Necesidades Expectativas Acuerdo Recursos Cronograma', '. – '],
  ['Necesidades Expectativas Acuerdo Recursos Cronograma', ':- '],
  ['Besoins Attentes Entente Ressources Échéancier', '.- '],
])('as Spanish parts a title from its answer: %s%s', (titles, separator) => {
  for (const [, mark] of [...marks, ['1.-', (index: number) => `${index + 1}.- `] as const])
    for (const greeting of ['', 'Estimados señores:\n\nLe respondemos.\n\n'])
      expect(read(`${greeting}${listed(titles, mark, separator)}`)).toEqual(five);
  expect(read(`Necesidades${separator}training`)).toEqual({ needs: 'training' });
});

test.each(['Costo.- 200\nSede.- Lima', 'Recursos. Pronto le escribo.', 'Plazo.', 'El 3.- acuerdo'])(
  '%j has no title',
  (text) => expect(read(text)).toEqual({}),
);

describe('a noun alone on its line, said of much else', () => {
  test.each([
    'Besoins Attentes Entente Moyens Échéancier',
    'Needs Expectations Agreement Means Timeline',
    'Necesidades Expectativas Acuerdo Medios Cronograma',
    'Formation Objectifs Partenariat Moyens Calendrier',
  ])('is a title among all five in order: %s', (titles) => {
    for (const between of ['\n', '\n\n'])
      for (const mark of ['', '• ', '## '])
        expect(read(listed(titles, () => mark, '\n').replaceAll(/(?<=[a-z0-9])\n(?=[•#\p{Lu}])/gu, between))).toEqual(
          five,
        );
  });

  test.each([
    [
      'Besoins\nforage\nType d’entente\nProtocole\nMoyens\nBudget de l’État\nÉchéancier\n2029',
      'Moyens\nBudget de l’État',
    ],
    ['Needs\ndrilling\n\nType of agreement\nMoU\n\nFunds\nours\n\nTimeline\n2029', 'Funds\nours'],
  ])('ends the answer above and is told, or keeps its words, where one is missing: %j', (text, passage) => {
    const { agreementType, resources } = read(text);
    expect(agreementType).toMatch(/^(?:Protocole|MoU)$/);
    expect([...unplacedIn(text), resources]).toContain(passage);
  });

  test.each([
    // Nothing stands under it.
    ['Attentes\nCertificat\nPartenariat\n\nRessources\nÉtat', 'Certificat\nPartenariat'],
    ['Attentes\nPartenariat\nCertificat\n\nRessources\nÉtat', 'Partenariat\nCertificat'],
    // The others stand apart.
    ['Attentes\nCertificat\nPartenariat\nEmplois\n\nRessources\nÉtat', 'Certificat\nPartenariat\nEmplois'],
    // It is of a point that has its title, or has no place here.
    ['Attentes\nCertificat\nContrat\nEmplois\nType d’entente\nMoU', 'Certificat\nContrat\nEmplois'],
    ['Attentes\nCertificat\nFormation\nEmplois\nRessources\nÉtat', 'Certificat\nFormation\nEmplois'],
  ])('belongs to the answer in %j', (text, value) => expect(read(text).expectations).toBe(value));
});

test.each([
  ['Needs - training. Expectations - a certificate. Timeline - 2027'],
  ['Needs – training. Expectations – a certificate. Timeline – 2027'],
  ['Needs: training; 2. Expectations: a certificate; 5) Timeline: 2027'],
])('%j holds three titles', (text) =>
  expect(
    Object.fromEntries(Object.entries(read(text)).map(([point, value]) => [point, value.replace(/\.$/, '')])),
  ).toEqual({
    needs: 'training',
    expectations: 'a certificate',
    timeline: '2027',
  }),
);

test.each([
  'training. No needs – no agreement',
  'training in drilling, budget: approved',
  'training. Two agreements – MoU and NDA',
])('no title begins within %j', (text) => expect(read(`Needs: ${text}`)).toEqual({ needs: text }));

describe('a part of a point', () => {
  test.each([
    'Needs: training\nAudience: 12 instructors\nPlace: Obuasi',
    'Ressources : à confirmer\nBudget : 100 k$\nPersonnel : deux formateurs',
    'Resources:\n- Budget: 100k\n- Staff: 12',
    'Timeline: May 2027\nDuration: three weeks\nDeadline: June',
  ])('stays under it: %j', (text) => {
    const [, value = ''] = /^[^:]*:\s*([\s\S]*)$/.exec(text) ?? [];
    expect(Object.values(read(`${text}\n\nExpectations: a certificate`))).toContain(value);
  });

  test('opens the answer where no title does, its words kept', () =>
    expect(read('Needs: training\nBudget: 100k\nStart date: May 2027\nDuration: three weeks')).toEqual({
      needs: 'training',
      resources: '100k',
      timeline: 'Start date: May 2027\nDuration: three weeks',
    }));
});

describe('a title of the list that is none of ours', () => {
  test('is placed by its number, its words kept', () =>
    expect(
      read('1. Needs: training\n2. Expectations: a certificate\n3. MoU\n4. Sponsor: the bank\n5. Timeline: 2027'),
    ).toEqual({
      ...five,
      resources: 'Sponsor: the bank',
    }));

  test('is placed by its Roman number', () =>
    expect(
      read('I. Needs\ntraining\n\nII. Expectations\na certificate\n\nIV. The bank\npays\n\nV. Timeline\n2027'),
    ).toEqual({
      needs: 'training',
      expectations: 'a certificate',
      resources: 'The bank\npays',
      timeline: '2027',
    }));

  test('is placed between its neighbours where it says what is asked there', () =>
    expect(
      read('Needs: training\nExpectations: a certificate\nLegal form: MoU\nResources: CAD 100k\nTimeline: 2027'),
    ).toEqual({
      ...five,
      agreementType: 'Legal form: MoU',
    }));

  test('is placed above the first title in the same way', () =>
    expect(read('Hello,\n\n- Purpose: training\n- Expectations: a certificate')).toEqual({
      needs: 'Purpose: training',
      expectations: 'a certificate',
    }));

  test.each([
    ['- Needs / resources: both\n- Needs: training\n- Timeline: 2027', ['- Needs / resources: both']],
    ['- Needs: training\n- Colour: red\n- Timeline: 2027', ['- Colour: red']],
    ['Needs: training\nColour: red\nand blue\nTimeline: 2027', ['Colour: red\nand blue']],
    ['Needs – training\nColour – red\nTimeline – 2027', ['Colour – red']],
    ['1. Needs: training\n1. Timeline: 2027\n7. Colour: red', ['7. Colour: red']],
    ['Needs: training\nTimeline: 2027\n\nSuivi : j’envoie le programme.', ['Suivi : j’envoie le programme.']],
    ['Needs\ntraining\n\nTimeline\n2027\n\nNext steps: we write.\nSoon.', ['Next steps: we write.\nSoon.']],
    ['Needs: training\nTimeline: 2027\n\nContact: the dean\n\nBest regards,\nAma', ['Contact: the dean']],
  ])('ends the answer before, and is told: %j', (text, unplaced) => {
    expect(read(text)).toEqual({ needs: 'training', timeline: '2027' });
    expect(unplacedIn(text)).toEqual(unplaced);
  });

  test.each([
    [
      'Needs: training in:\nDrilling: 12 people\nBlasting: 5 people',
      'training in:\nDrilling: 12 people\nBlasting: 5 people',
    ],
    ['Needs:\nDrilling: 12 people\nBlasting: 5 people', 'Drilling: 12 people\nBlasting: 5 people'],
    ['Needs: training for\n- Operators: 12\n- Engineers: 5', 'training for\n- Operators: 12\n- Engineers: 5'],
    ['Needs: training\nWe need: helmets', 'training\nWe need: helmets'],
    ['Needs: training\nsee also: http://tgtu.example', 'training\nsee also: http://tgtu.example'],
    ['Needs\ntraining\nNote: in French', 'training\nNote: in French'],
  ])('is not what the answer itself lists: %j', (text, value) => {
    expect(read(`${text}\n\nTimeline: 2027`)).toEqual({ needs: value, timeline: '2027' });
    expect(unplacedIn(text)).toEqual([]);
  });

  test('is not the subject above them', () =>
    expect(unplacedIn('Subject: our answers\n\nNeeds: training\nTimeline: 2027')).toEqual([]));

  test('is none of the head of an older mail, nor of a signature', () => {
    const text =
      'Timeline: 2027\n\nBest regards,\nAma\nOffice: Tarkwa\n\nFrom: INMQ <info@inm.example>\nSent: Monday\nTo: Ama\nSubject: x';
    expect(unplacedIn(text)).toEqual([]);
    expect(unplacedIn('Timeline: 2027\n\nFrom: INMQ <info@inm.example>\nSent: Monday\nTo: Ama\nSubject: x')).toEqual(
      [],
    );
  });
});

describe('below the last title', () => {
  test.each([
    'Resources: USD 40,000\nContact: Kofi Mensah, Monday to Friday',
    'Resources: USD 40,000\n\nMeeting: Tuesday if possible',
    'Ressources : 40 000 $\n\nRencontre : mardi si possible',
    'Ressources : 40 000 $\nDisponibilités : lundi et mardi matin',
    'Recursos: 40 000 USD\n\nReunión: el martes, si es posible',
    'Resources: 40 000 USD\nFax: 030 222 2027',
    'Resources: 40 000 USD\nSignature: Accra, 24 November 2026',
    'Budget : CAD 5 000\n\nNote : rappeler lundi',
  ])('another label is no timeline: %j', (text) => {
    expect(Object.keys(read(text))).toEqual(['resources']);
  });

  test.each(['Contact: Kofi Mensah, Monday to Friday', 'Meeting: Tuesday if possible'])(
    'it is for people: %s',
    (line) => {
      expect(unplacedIn(`Resources: USD 40,000\n${line}`)).toEqual([line]);
    },
  );

  test('a label between two titles that says what is asked there is read, one of other matter is not', () => {
    const between = (line: string) => read(`Expectations: diplomas\n${line}\nResources: USD 40,000`);
    expect(between('Partenaire : protocole d’entente').agreementType).toContain('protocole d’entente');
    expect(between('Contact: Kofi, about the contract')).not.toHaveProperty('agreementType');
  });

  test('nor one where its only point is told already; one of two is meant where the other is told', () => {
    const text = 'Needs: training\nThe paper: MoU, three years\nResources: CAD 90,000';
    const given = (...answered: Point[]) =>
      Object.fromEntries(readAnswers(text, new Set(answered)).map(({ point, value }) => [point, value]));
    expect(given('expectations').agreementType).toBe('The paper: MoU, three years');
    expect(given()).not.toHaveProperty('agreementType');
    expect(given('expectations', 'agreementType')).not.toHaveProperty('agreementType');
    expect(unplacedIn(text, [], new Set(['expectations', 'agreementType']))).toEqual(['The paper: MoU, three years']);
  });
});
