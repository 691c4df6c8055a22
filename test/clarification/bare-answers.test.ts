import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import { points } from '../../src/model/request.ts';

const read = (text: string) =>
  Object.fromEntries(readAnswers(text).map(({ point, value, applies }) => [point, applies ? value : { not: value }]));

const five = {
  en: [
    'Training of 12 drilling instructors',
    'A recognised certificate',
    'Service contract',
    'CAD 100 000',
    'May 2027',
  ],
  fr: ['Formation de 12 formateurs', 'Un diplôme reconnu', 'Protocole d’entente', '50 000 euros votés', 'Mars 2028'],
  es: ['Capacitación de 12 operadores', 'Un certificado', 'Convenio marco', 'USD 100 000', 'Mayo de 2027'],
};
const told = (answers: readonly string[]) => Object.fromEntries(points.map((point, at) => [point, answers[at]]));

describe.each(Object.entries(five))('five answers in the order asked (%s)', (_, answers) => {
  test.each([
    ['lines', answers.join('\n')],
    ['paragraphs', answers.join('\n\n')],
    ['dashes', answers.map((each) => `- ${each}`).join('\n')],
    ['long dashes', answers.map((each) => `– ${each}`).join('\n')],
    ['bullets', answers.map((each) => `• ${each}`).join('\n\n')],
    ['stars', answers.map((each) => `* ${each}`).join('\n')],
    ['Outlook’s bullets', answers.map((each) => `·         ${each}`).join('\n')],
    ['in a letter', `Dear Marie,\n\nThank you for your message.\n\n${answers.join('\n')}\n\nBest regards,\nAma`],
    ['announced', `Bonjour,\n\nVoici nos réponses :\n\n${answers.map((each) => `- ${each}`).join('\n')}\n\nAma`],
    ['in one paragraph with its greeting', `Hola Marie,\n${answers.join('\n')}\nSaludos,\nAma`],
    ['above the choice of a slot', `${answers.join('\n')}\n\nSlot 2 please.`],
    ['below the choice of a slot', `Slot 2 please.\n\n${answers.join('\n')}`],
    ['above something else', `${answers.join('\n\n')}\n\nKofi Mensah will join us.`],
  ])('as %s', (_way, text) => expect(read(text)).toEqual(told(answers)));
});

test('a point that does not apply is one of the five', () =>
  expect(read('Training of 12 people\nA certificate\nMoU\nn/a\nMay 2027')).toEqual({
    ...told(['Training of 12 people', 'A certificate', 'MoU', '', 'May 2027']),
    resources: { not: '' },
  }));

test('bullets that are announced as answers need not all name their matter', () =>
  expect(
    read('Voici nos réponses :\n- Forage, 12 personnes\n- Des gens autonomes\n- MoU\n- 10 000 $\n- Mai 2027'),
  ).toEqual(told(['Forage, 12 personnes', 'Des gens autonomes', 'MoU', '10 000 $', 'Mai 2027'])));

test('a bullet that goes on below belongs together', () =>
  expect(
    read('- Training of 12 instructors,\nthree weeks on site\n- A certificate\n- MoU\n- CAD 100 000\n- May 2027'),
  ).toEqual(
    told(['Training of 12 instructors,\nthree weeks on site', 'A certificate', 'MoU', 'CAD 100 000', 'May 2027']),
  ));

test('the slot beside them is chosen', () => {
  const slots = [24, 25].map((day, at) => ({
    number: at + 1,
    start: `2026-11-${day}T14:30:00.000Z`,
    end: `2026-11-${day}T15:15:00.000Z`,
  }));
  for (const text of [five.en.join('\n'), five.en.map((each) => `- ${each}`).join('\n')]) {
    expect(readChoice(`${text}\n\nSlot 2 please.`, 'Re:', slots)).toEqual({ kind: 'slot', number: 2 });
    expect(readChoice(text, 'Re:', slots)).toBeUndefined();
  }
});

describe('anything less sure is left to people', () => {
  const [needs, expectations, agreement, resources, timeline] = five.en;
  test.each([
    ['another order', [expectations, needs, agreement, resources, timeline].join('\n')],
    ['four', [needs, expectations, agreement, resources].join('\n')],
    ['six', [needs, 'In Tarkwa', expectations, agreement, resources, timeline].join('\n')],
    [
      'six bullets',
      [needs, expectations, agreement, resources, timeline, 'Kofi'].map((each) => `- ${each}`).join('\n'),
    ],
    ['one that says nothing of its point', [needs, 'Kofi Mensah', agreement, resources, timeline].join('\n')],
    ['a question among them', [needs, 'Which certificate?', agreement, resources, timeline].join('\n')],
    ['subjects of a meeting', 'Agenda:\n- Training\n- Certificates\n- MoU\n- Budget 2027\n- Schedule 2027'],
    ['documents', 'Please find attached:\n- Training plan\n- Certificate\n- MoU\n- Budget 2027\n- Schedule 2027'],
    [
      'what they ask about',
      'Please tell us about:\n- training\n- certificates\n- contracts\n- grants\n- the 2027 calendar',
    ],
    ['nothing but headings', 'Training\nCertificate\nAgreement\nBudget\nCalendar'],
    ['a quote', [needs, expectations, agreement, resources, timeline].map((each) => `> ${each}`).join('\n')],
    ['people', 'Ama Boateng\nKofi Mensah\nYaw Asante\nEfua Owusu\nKwame Addo'],
  ])('%s', (_, text) => expect(read(text)).toEqual({}));

  test('two lists of five', () => expect(read(`${five.en.join('\n')}\n\n${five.fr.join('\n')}`)).toEqual({}));
});
