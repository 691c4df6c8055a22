import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import { points } from '../../src/model/request.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));
const slots = ['24T14', '25T13', '26T15'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const choice = (text: string) => readChoice(text, 'Re:', slots, ['America/Toronto', 'Africa/Accra'], ['Ama Boateng']);

const said = {
  needs: 'Formation de 12 instructeurs',
  expectations: 'Un certificat reconnu',
  agreementType: 'Protocole d’entente',
  resources: '100 000 $ CA',
  timeline: 'Mai 2027',
};
const listed = (...marks: string[]) => points.map((point, index) => `${marks[index]} ${said[point]}`).join('\n');

const ways = [
  listed('①', '②', '③', '④', '⑤'),
  listed('❶', '❷', '❸', '❹', '❺'),
  listed('⑴', '⑵', '⑶', '⑷', '⑸'),
  listed('1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣'),
  listed('I.', 'II.', 'III.', 'IV.', 'V.'),
  listed('i)', 'ii)', 'iii)', 'iv)', 'v)'),
  listed('(i)', '(ii)', '(iii)', '(iv)', '(v)'),
  listed('Ⅰ.', 'Ⅱ.', 'Ⅲ.', 'Ⅳ.', 'Ⅴ.'),
  listed('a)', 'b)', 'c)', 'd)', 'e)'),
  listed('A.', 'B.', 'C.', 'D.', 'E.'),
  listed('First:', 'Second:', 'Third:', 'Fourth:', 'Fifth:'),
  listed('Firstly,', 'Secondly,', 'Thirdly,', 'Fourthly,', 'Fifthly,'),
  listed('First question:', 'Second question:', 'Third question:', 'Fourth question:', 'Fifth question:'),
  listed('Premier :', 'Deuxième :', 'Troisième :', 'Quatrième :', 'Cinquième :'),
  listed('Premièrement,', 'Deuxièmement,', 'Troisièmement,', 'Quatrièmement,', 'Cinquièmement,'),
  listed('1er point :', '2e point :', '3e point :', '4e point :', '5e point :'),
  listed('Primero:', 'Segundo:', 'Tercero:', 'Cuarto:', 'Quinto:'),
  listed('En primer lugar,', 'En segundo lugar,', 'En tercer lugar,', 'En cuarto lugar,', 'En quinto lugar,'),
  listed('Question 1:', 'Question 2:', 'Question 3:', 'Question 4:', 'Question 5:'),
  listed('Réponse 1 :', 'Réponse 2 :', 'Réponse 3 :', 'Réponse 4 :', 'Réponse 5 :'),
  listed('Pregunta 1:', 'Pregunta 2:', 'Pregunta 3:', 'Pregunta 4:', 'Pregunta 5:'),
  listed('Answer 1:', 'Answer 2:', 'Answer 3:', 'Answer 4:', 'Answer 5:'),
  listed('Question 1:', 'Question 2:', 'Question 3:', 'Question 4:', 'Question 5:').replaceAll('\n', ' '),
];

describe('five answers, however they are numbered', () => {
  test.each(ways)('%j', (text) => {
    expect(read(text)).toEqual(said);
    expect(read(`Bonjour,\n\nVoici nos réponses.\n\n${text}\n\nCordialement,\nAma`)).toEqual(said);
  });

  test.each(ways)('%j chooses no slot by its numbers', (text) => {
    expect(choice(text)).toBeUndefined();
    expect(choice(`${text}\n\nSlot 2, please.`)).toEqual({ kind: 'slot', number: 2 });
    expect(choice(`La plage 2 nous convient.\n\n${text}`)).toEqual({ kind: 'slot', number: 2 });
  });
});

describe('no form', () => {
  test.each([
    ['people', 'Participants:\ni) Ama Boateng\nii) Kofi Mensah\niii) Yaw Asante\niv) Efua Owusu\nv) Kwame Addo'],
    ['part of it', 'I. Training of 12 instructors\nII. A certificate\nIII. MoU'],
    ['a preference', 'First: slot 2\nSecond: slot 3'],
    ['documents', 'Pièces jointes :\n① Formation\n② Certificat\n③ Protocole\n④ Budget\n⑤ Calendrier'],
    ['questions', 'Premièrement, quel est le coût ?\nDeuxièmement, qui enseigne ?'],
    ['an initial', 'I. Boateng and V. Mensah will attend in May 2027'],
  ])('%s', (_, text) => expect(read(text)).toEqual({}));

  test.each(['②', '2️⃣ svp', 'The second one, please'])('« %s » chooses', (text) =>
    expect(choice(text)).toEqual({ kind: 'slot', number: 2 }),
  );
});
