import { describe, expect, test } from 'vitest';
import { questionLines, questionnaireBody, readAnswers } from '../../src/clarification/questionnaire.ts';
import { mailto } from '../../src/model/mailto.ts';
import { languages, type PointValue } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const told = (value: string, applies = true): PointValue => ({ value, applies, author: 'a', mail: 'm', at: 't' });
const read = (text: string) =>
  Object.fromEntries(readAnswers(text).map(({ point, value, applies }) => [point, applies ? value : { not: value }]));
const { needs, expectations, timeline } = pointTitles.fr;

const replies: [string, string, Record<string, unknown>][] = [
  [
    'titles in French, partly filled',
    '1. Nature des besoins\nFormation en sauvetage minier, 12 personnes\n\n2. Attentes\n\n\n4. Ressources disponibles\n180 000 $ CA\n5. Échéancier préliminaire\n',
    { needs: 'Formation en sauvetage minier, 12 personnes', resources: '180 000 $ CA' },
  ],
  [
    'on the same line, in any order, without accents, in capitals',
    'ECHEANCIER PRELIMINAIRE : mai 2027\nnature des besoins: forage\n* **Attentes** — une formation reconnue',
    { timeline: 'mai 2027', needs: 'forage', expectations: 'une formation reconnue' },
  ],
  [
    'English, several lines',
    'Hello,\n\nNature of the needs:\nMine rescue.\nThree weeks on site.\n\nPreliminary timeline\nMay 2027\n\nBest regards,\nAma Boateng\nDean',
    { needs: 'Mine rescue.\nThree weeks on site.', timeline: 'May 2027' },
  ],
  [
    'Spanish, with short titles',
    'Necesidades: simuladores\n3) Tipo de acuerdo buscado\ncontrato de servicios\nRecursos: por definir',
    { needs: 'simuladores', agreementType: 'contrato de servicios', resources: 'por definir' },
  ],
  [
    'two languages at once',
    'Attentes\nun diplôme\nPreliminary timeline\n2028',
    { expectations: 'un diplôme', timeline: '2028' },
  ],
  [
    'a list inside an answer is no heading',
    '1. Nature des besoins\n1. forage\n2. géologie\n3. topographie\n2. Attentes\nun programme',
    { needs: '1. forage\n2. géologie\n3. topographie', expectations: 'un programme' },
  ],
  [
    'numbers without titles',
    '1. Mine rescue training\n2) twelve instructors certified\n5 - May 2027',
    { needs: 'Mine rescue training', expectations: 'twelve instructors certified', timeline: 'May 2027' },
  ],
  [
    'answers that begin with a number',
    '1. 12 instructeurs\n2) 3 visites\n3: 2 contrats\n4. 180 000 $ CA\n5. 2 mai 2027',
    {
      needs: '12 instructeurs',
      expectations: '3 visites',
      agreementType: '2 contrats',
      resources: '180 000 $ CA',
      timeline: '2 mai 2027',
    },
  ],
  ['ranges and decimals', '1 - 3 personnes\n2.5 millions', {}],
  ['when they are free', 'Nos disponibilités :\n1. 2 décembre, 10 h\n2. 3 décembre, 14 h 30', {}],
  [
    'a slot below the last answer',
    'Attentes : un diplôme\nÉchéancier : mai 2027\n\nPour la rencontre, la plage 2 nous convient.',
    { expectations: 'un diplôme', timeline: 'mai 2027' },
  ],
  ['bare numbers over answers', '1\nforage\n4\nbudget voté', { needs: 'forage', resources: 'budget voté' }],
  [
    'the help line left in place is no answer',
    `1. ${needs.title}\n${needs.help}\n\n2. ${expectations.title}\n${expectations.help}\nUn programme reconnu\n5. ${timeline.title}\n${timeline.help.slice(0, 20)}\n${timeline.help.slice(20)}\n`,
    { expectations: 'Un programme reconnu' },
  ],
  [
    'not applicable, with and without a reason',
    'Nature des besoins : s.o.\nAttentes : Sans objet – une simple visite\nType d’entente recherché : n/a\nAvailable resources: Not applicable (paid by the bank)\nCalendario preliminar: no aplica.',
    {
      needs: { not: '' },
      expectations: { not: 'une simple visite' },
      agreementType: { not: '' },
      resources: { not: 'paid by the bank' },
      timeline: { not: '' },
    },
  ],
  [
    'words that only begin like « s.o. » and « n/a »',
    'Needs: so far, drilling\nExpectations: national certification\nRessources : na, nous verrons',
    { needs: 'so far, drilling', expectations: 'national certification', resources: 'na, nous verrons' },
  ],
  [
    'between the quoted questions',
    `Voici nos réponses.\n\nLe lun. 23 nov. 2026, INMQ <info@inmq.example> a écrit :\n> Bonjour,\n> 1. ${needs.title}\n> ${needs.help.slice(0, 40)}\n> ${needs.help.slice(40)}\n\nforage au diamant\n\n> 2. ${expectations.title}\n> ${expectations.help}\n>\n> 5. ${timeline.title}\n> ${timeline.help}\n> Message automatisé\n\nCordialement\nKouadio`,
    { needs: 'forage au diamant' },
  ],
  [
    'an answer above the whole quoted letter says nothing of the questions',
    `La plage 2 svp.\n\n> 1. ${needs.title}\n> ${needs.help}\n> 5. ${timeline.title}\n> ${timeline.help}\n`,
    {},
  ],
  [
    'text below the quoted letter is no answer to its last question',
    `> 1. ${needs.title}\n> ${needs.help}\n>\n> 5. ${timeline.title}\n> ${timeline.help}\n>\n> 455, 3e Avenue\n\nLa plage 2 svp.`,
    {},
  ],
  [
    'a letter below Outlook’s line is only read between its questions',
    `See below.\n\nFrom: INMQ <info@inmq.example>\nSent: Monday\nSubject: x\n\n1. Nature of the needs\n${pointTitles.en.needs.help}\nmine rescue\n2. Expectations\n${pointTitles.en.expectations.help}\n5. Preliminary timeline\n${pointTitles.en.timeline.help}\nThis message was automated.\nInstitut national des mines`,
    { needs: 'mine rescue' },
  ],
  [
    'what a mail client adds below the form',
    `${questionnaireBody('fr', {}).replace('Attentes\n', 'Attentes\nun programme\n')}\nKouadio Amani\nMinistère des Mines`,
    { expectations: 'un programme' },
  ],
  ['a single number is rather a slot', '2. Merci', {}],
  ['a list of questions is no form', 'We have two questions:\n1. The fees\n2. The place', {}],
  ['questions are no answers', '1. What does it cost?\n2. Who teaches?', {}],
  ['a list that goes on is no form', '1. a\n2. b\n3. c\n4. d\n5. e\n6. f', {}],
  ['a title inside a sentence is no heading', 'Attentes fortes de notre direction\nNous avons des besoins.', {}],
  [
    'underlined titles',
    'Attentes\n--------\nun diplôme\n\nÉchéancier\n==========\n\nmai 2027',
    { expectations: 'un diplôme', timeline: 'mai 2027' },
  ],
  ['a rule below an answer', 'Attentes : un diplôme\n-------\nune visite', { expectations: 'un diplôme' }],
  ['nothing but marks', 'Attentes : …\nNature des besoins : ____', {}],
];

/** Not one of them is an answer. */
const questions = [
  'Could you explain what you mean?',
  '\nQue voulez-vous dire ?\nMerci.',
  '¿Qué significa? ¿Cuánto cuesta?',
];

describe('answers', () => {
  test('titles that follow a full stop are titles', () =>
    expect(read('Besoins : formation. Attentes : un certificat. Échéancier : mai 2027.')).toEqual({
      needs: 'formation.',
      expectations: 'un certificat.',
      timeline: 'mai 2027.',
    }));

  test.each(questions)('the question %j is no answer', (text) =>
    expect(read(`Needs? ${text}\n\nTimeline: 2027`)).toEqual({ timeline: '2027' }),
  );

  test('an answer that asks too is one', () =>
    expect(read('Needs: Drilling. Could you also visit us?')).toEqual({
      needs: 'Drilling. Could you also visit us?',
    }));

  test.each(['Slot 2 please', 'La plage 2 svp.', '\nEl horario 2, por favor'])(
    'the choice « %s » behind an answer is no part of it',
    (choice) => expect(read(`Timeline: May 2027\n${choice}`)).toEqual({ timeline: 'May 2027' }),
  );

  test.each(replies)('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });
});

describe('questions', () => {
  test('are numbered and carry the answers so far', () => {
    const lines = questionLines('fr', {
      needs: told('forage'),
      resources: told('visite', false),
      timeline: told('', false),
    });
    expect(lines.map(({ number, answer }) => [number, answer])).toEqual([
      [1, 'forage'],
      [2, ''],
      [3, ''],
      [4, 'sans objet (visite)'],
      [5, 'sans objet'],
    ]);
    expect(lines[0]).toMatchObject(needs);
  });

  test('only the open ones are asked again', () => {
    const body = questionnaireBody('en', { needs: told('x'), resources: told('', false) });
    expect(body.match(/^\d\. .*$/gm)).toEqual([
      '2. Expectations',
      '3. Type of agreement sought',
      '5. Preliminary timeline',
    ]);
    expect(readAnswers(body)).toEqual([]);
  });

  test.each(languages)('the prefilled form fits a link in %s', (language) => {
    expect(
      mailto({ to: 'info@inmq.example', subject: 'x'.repeat(60), body: questionnaireBody(language, {}) }).length,
    ).toBeLessThan(2000);
  });
});
