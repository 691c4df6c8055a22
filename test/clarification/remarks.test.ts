import { describe, expect, test } from 'vitest';
import { endOfQuestionnaire } from '../../src/clarification/headings.ts';
import { readAnswers, readMinutes } from '../../src/clarification/questionnaire.ts';

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

describe('below the last point that a requester answered', () => {
  const last = (text: string) => readAnswers(text).at(-1);

  test.each([
    ['Entente : contrat de services', 'contrat de services'],
    ['Type of agreement: MoU, then a contract', 'MoU, then a contract'],
  ])('%j says all: a sentence is of the mail, and told', (answer, value) =>
    expect(last(`Attentes : un certificat\n${answer}\n\nOur minister travels until Friday.`)).toEqual({
      point: 'agreementType',
      value,
      applies: true,
      aside: 'Our minister travels until Friday.',
    }),
  );

  test.each([
    ['Timeline: May 2027', 'Our minister travels until Friday.'],
    ['Timeline: May 2027', 'Also, our Vice-Chancellor will visit Quebec in April.'],
    ['Timeline: May 2027', 'My colleague will take over from Monday.'],
    ['Timeline: May 2027', 'We have also contacted the Colorado School of Mines.'],
    ['Timeline: May 2027', 'It was a pleasure to talk with you.'],
    ['Échéancier : mai 2027', 'Par ailleurs, notre ministre sera à Montréal en avril.'],
    ['Échéancier : mai 2027', 'Mon collègue prendra le relais'],
    ['Échéancier : mai 2027', 'Nous avons eu un problème de courriel la semaine dernière.'],
    ['Échéancier : mai 2027', 'Mme Diallo, notre juriste, vous écrira séparément.'],
    ['Calendario: mayo de 2027', 'Además, nuestro rector viajará a Canadá en abril.'],
    ['Calendario: mayo de 2027', 'Estaré de vacaciones hasta el lunes.'],
    ['Resources: CAD 50,000', 'Our minister travels until Friday.'],
    ['Needs: training of instructors', 'I will be out of the office next week.'],
    ['Besoins : formation de formateurs', 'Mon collègue vous appellera demain.'],
    ['Expectations: a certificate', 'By the way, our dean knows Val-d’Or well.'],
  ])('%j is of one thing, %j of another: told, not entered', (answer, aside) =>
    expect(last(`${answer}\n\n${aside}\n\nAma Boateng\nDean`)).toMatchObject({
      value: answer.replace(/^\p{L}+ ?: /u, ''),
      aside,
    }),
  );

  test.each([
    ['Resources: N/A', ''],
    ['Recursos: no aplica, todo lo paga el Estado', 'todo lo paga el Estado'],
    ['Ressources : sans objet', ''],
  ])('%j says all, too', (answer, value) =>
    expect(last(`${answer}\n\nOur minister travels until Friday.\n\nAma Boateng\nDean`)).toMatchObject({
      value,
      applies: false,
      aside: 'Our minister travels until Friday.',
    }),
  );

  test.each([
    ['Agreement: MoU', 'Then a contract with each college.'],
    ['Agreement: MoU.', 'It would be signed by our Minister.'],
    ['Acuerdo: contrato.', 'Nuestro rector firmará en Lima.'],
    ['Entente : protocole.', 'Nous souhaitons une durée de trois ans.'],
    ['Agreement: MoU', 'five years, renewable.'],
    ['Agreement: MoU', '- renewable every five years.'],
    ['Agreement: MoU', 'Five years, renewable'],
    ['Agreement: a contract that says:', 'Our minister travels until Friday.'],
    ['Timeline: May 2027', 'A second group could follow in September.'],
    ['Timeline: May 2027', 'Also, a second group would come in September.'],
    ['Timeline: May 2027', 'It must end before the rainy season.'],
    ['Timeline: May 2027', 'Three weeks on site, one week online.'],
    ['Timeline: May 2027', 'This depends on the visas.'],
    ['Échéancier : mai 2027', 'Notre année scolaire commence en octobre.'],
    ['Échéancier : mai 2027', 'Cela nous laisse le temps de recruter.'],
    ['Calendario: mayo de 2027', 'Además, un segundo grupo viajaría en octubre.'],
    ['Calendario: mayo de 2027', 'Un segundo grupo iría en setiembre.'],
    ['Calendario: mayo de 2027', 'De ser posible, antes de las lluvias.'],
    ['Needs: training of instructors', 'They all speak English.'],
    ['Needs: training of instructors', 'The Dean and Kofi Mensah will follow it.'],
    ['Besoins : formation de formateurs', 'Notre école compte 300 élèves.'],
    ['Expectations: a certificate', 'Accidents should fall by half.'],
    ['Ressources : 175 000 $', 'Le ministère prend en charge les billets.'],
    ['Resources: CAD 50,000', 'Our Board approved it in October.'],
    ['Recursos: 50 000 USD', 'Tenemos dos aulas y un taller.'],
    ['Timeline: May 2027', 'Our minister travels until Friday.\n\nThe course would last three weeks.'],
  ])('%j goes on with %j', (answer, more) => {
    expect(last(`${answer}\n\n${more}`)?.value).toBe(`${answer.replace(/^\p{L}+ ?: /u, '')}\n\n${more}`);
  });

  test('the reason of « sans objet » may stand below it', () => {
    expect(last('Resources: N/A\n\nBecause our ministry pays.')).toMatchObject({ value: 'Because our ministry pays.' });
    for (const reason of [
      'The State pays for everything.',
      'Le ministère prend tout en charge.',
      'Todo lo cubre el Estado.',
    ])
      expect(last(`Resources: N/A\n\n${reason}`)).toMatchObject({ value: reason, applies: false });
    expect(last('Resources: N/A\n\nWe have no budget this year.')).toMatchObject({
      value: 'We have no budget this year.',
    });
  });

  test('in the form all above its end is the answer', () =>
    expect(
      last(`3. Type d’entente recherché\nUn contrat.\n\nNotre ministre voyage.\n\n${endOfQuestionnaire.fr}`),
    ).toMatchObject({ value: 'Un contrat.\n\nNotre ministre voyage.' }));

  test('above another point nothing is cut', () =>
    expect(readAnswers('Agreement: MoU\n\nOur minister travels.\n\nTimeline: May')[0]).toMatchObject({
      value: 'MoU\n\nOur minister travels.',
    }));

  test.each(['Thank you,\nAma', 'Ama Boateng\nDean', '____________\nAma Boateng'])('%j is nobody’s remark', (below) =>
    expect(last(`Agreement: MoU\n\n${below}`)).toEqual({ point: 'agreementType', value: 'MoU', applies: true }),
  );
});
