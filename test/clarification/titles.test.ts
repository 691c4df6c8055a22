import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));

describe('short titles', () => {
  test.each([
    ['fr', ['Besoins', 'Attentes', 'Entente', 'Ressources', 'Échéancier']],
    ['fr, one each', ['Besoin', 'Attente', 'Type d’entente', 'Ressource', 'Échéance']],
    ['en', ['Needs', 'Expectations', 'Agreement', 'Resources', 'Timeline']],
    ['en, one each', ['Need', 'Expectation', 'Type of agreement', 'Resource', 'Time line']],
    ['es', ['Necesidades', 'Expectativas', 'Acuerdo', 'Recursos', 'Cronograma']],
    ['es, one each', ['Necesidad', 'Expectativa', 'Convenio', 'Recurso', 'Plazos']],
  ])('%s', (_, titles) => {
    const expected = { needs: 'a b', expectations: 'c', agreementType: 'd', resources: 'e', timeline: '2027' };
    const values = Object.values(expected);
    for (const mark of ['', '- ', '• ', '* ', '– ', '▪ ', '◦ ', '➢ ', '✓ ', '→ ', 'o '])
      expect(read(titles.map((title, at) => `${mark}${title} : ${values[at]}`).join('\n'))).toEqual(expected);
  });

  test.each([
    'Entente conclue hier',
    'Agreement was signed: good',
    'El convenio: gracias',
    'Convenido: sí',
    'o besoins',
  ])('%j is no title', (text) => expect(read(text)).toEqual({}));
});

describe('the paragraph about the meeting, below the last answer', () => {
  const slots = [24, 25].map((day, at) => ({
    number: at + 1,
    start: `2026-11-${day}T13:30:00.000Z`,
    end: `2026-11-${day}T14:15:00.000Z`,
  }));
  const numbered = '1. Training of 12 people\n2. A certificate\n3. MoU\n4. Under discussion\n5. May 2027';
  test.each([
    'For the meeting, Wednesday 25 November at 1:30 pm is perfect.',
    'As for the meeting, Wednesday 25 November at 1:30 pm suits us.',
    'Regarding the meeting: Wednesday 25 November at 1:30 pm.',
    'Pour la rencontre, le mercredi 25 novembre à 13 h 30 nous convient.',
    'Concernant la réunion, mercredi 25 novembre à 13 h 30.',
    'Quant au rendez-vous, mercredi 25 novembre à 13 h 30.',
    'Para la reunión, el miércoles 25 de noviembre a las 13:30 nos conviene.',
    'En cuanto a la reunión, miércoles 25 de noviembre a las 13:30.',
    'Meeting: Wednesday 25 November at 1:30 pm.',
    'Rencontre : mercredi 25 novembre à 13 h 30.',
  ])('« %s »', (paragraph) => {
    for (const form of [numbered, 'Needs: drilling\n\nTimeline: May 2027', 'Timeline\n\nMay 2027']) {
      const text = `${form}\n\n${paragraph}`;
      expect(read(text)).toMatchObject({ timeline: 'May 2027' });
    }
  });

  test('is heard as what it is: about a slot', () =>
    expect(
      readChoice(
        `${numbered}\n\nFor the meeting, Wednesday 25 November at 1:30 pm is perfect.`,
        'Re:',
        slots,
        ['America/Toronto', 'Africa/Accra'],
        ['Ama'],
      ),
    ).toEqual({ kind: 'slot', number: 2 }));

  test.each([
    'The meeting of our board in May decides.',
    'Meetings of the board are monthly.',
    'La rencontre des ministres est en mai.',
    'Para el año 2028 habrá otra cohorte.',
  ])('« %s » belongs to the answer', (paragraph) =>
    expect(read(`Timeline: May 2027\n\n${paragraph}`)).toEqual({ timeline: `May 2027\n\n${paragraph}` }),
  );

  test('what is about a meeting from the first word on is an answer', () =>
    expect(read('Needs: \n\nFor the meeting of our delegation, a visit.')).toEqual({
      needs: 'For the meeting of our delegation, a visit.',
    }));
});
