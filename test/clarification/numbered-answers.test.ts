import { describe, expect, test } from 'vitest';
import { numberingIn } from '../../src/clarification/answered-letter.ts';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers, unplacedIn } from '../../src/clarification/questionnaire.ts';
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
  listed('1.-', '2.-', '3.-', '4.-', '5.-'),
  listed('a.-', 'b.-', 'c.-', 'd.-', 'e.-'),
  listed('I.-', 'II.-', 'III.-', 'IV.-', 'V.-'),
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

/** Numbered lists of other matters than the five points. */
const otherLists = [
  'Participants:\n1. Ama Boateng, Dean\n2. Kofi Mensah, Director of training\n3. Yaw Asante, engineer',
  'Participants (3)\n1. Ama Boateng\n2. Kofi Mensah, training\n3. Yaw Asante',
  'Les participants seront :\n1) Ama Boateng\n2) Kofi Mensah',
  'Please find attached:\n1. Our brochure\n2. The budget',
  'Pièces jointes :\n\n1. Formation\n2. Certificat\n3. Protocole\n4. Budget\n5. Calendrier',
  'Here is our agenda for the meeting:\n1. Welcome\n2. Presentation of the school\n3. Discussion',
  'Here is our agenda for the meeting.\n\n1. Training\n2. Results\n3. Discussion',
  'We need the following documents from you:\n1. a letter of invitation\n2. a programme',
  'Nous avons trois mines :\n1. Obuasi\n2. Tarkwa\n3. Prestea',
  'Tenemos tres minas.\n1. Cerro Verde\n2. Antamina\n3. Yanacocha',
  'Los participantes son:\n1. María Quispe\n2. Luis Rojas, capacitación',
  '1. Ama Boateng\n2. Kofi Mensah\n3. Yaw Asante\n4. Efua Owusu\n5. Kwame Addo',
  'Our training plan has these parts:\n1. Training in rescue\n2. Certificates\n3. An exam',
];

/** Five answers however they are numbered. */
const formats = [
  '1/ Training of 12 people\n2/ A certificate\n3/ MoU\n4/ 100 000 CAD\n5/ May 2027',
  '1 Training of 12 people\n2 A certificate\n3 MoU\n4 100 000 CAD\n5 May 2027',
  '1. Training of 12 people 2. A certificate 3. MoU 4. 100 000 CAD 5. May 2027',
  'Answer to question 1: Training of 12 people\nAnswer to question 2: A certificate\nAnswer to question 3: MoU\nAnswer to question 4: 100 000 CAD\nAnswer to question 5: May 2027',
  'Réponse à la question 1 : Training of 12 people\nRéponse à la question 2 : A certificate\nRéponse à la question 3 : MoU\nRéponse à la question 4 : 100 000 CAD\nRéponse à la question 5 : May 2027',
  'Hello, 1) Training of 12 people 2) A certificate 3) MoU\n4) 100 000 CAD 5) May 2027',
  'Q1: Training of 12 people\nQ2: A certificate\nQ3: MoU\nQ4: 100 000 CAD\nQ5: May 2027',
  '#1 Training of 12 people\n#2 A certificate\n#3 MoU\n#4 100 000 CAD\n#5 May 2027',
  'a) Training of 12 people\nb) A certificate\nc) MoU\nd) 100 000 CAD\ne) May 2027',
  'Dear Sir:\n\n**1.** Training of 12 people\n**2.** A certificate\n**3.** MoU\n**4.** 100 000 CAD\n**5.** May 2027',
  'Estimados:\n1. Training of 12 people\n2. A certificate\n3. MoU\n4. 100 000 CAD\n5. May 2027',
  'Here are our responses:\n1. Training of 12 people\n2. A certificate\n3. MoU\n4. 100 000 CAD\n5. May 2027',
  'Please find our answers below:\n1. Training of 12 people\n2. A certificate\n3. MoU\n4. 100 000 CAD\n5. May 2027',
  'Our project:\n1. Training of 12 people\n2. A certificate\n3. MoU\n4. 100 000 CAD\n5. May 2027',
  'Needs: Training of 12 people; Expectations: A certificate; Agreement type: MoU; Resources: 100 000 CAD; Timeline: May 2027',
];

const all = {
  needs: 'Training of 12 people',
  expectations: 'A certificate',
  agreementType: 'MoU',
  resources: '100 000 CAD',
  timeline: 'May 2027',
};

describe('a numbered list', () => {
  test.each(otherLists)('%j is a list of something else', (text) => expect(read(text)).toEqual({}));

  test.each(formats)('%j is the form', (text) => expect(read(text)).toEqual(all));

  test.each(['Point', 'Question', 'Réponse', 'Pregunta'])('%s before the numbers says what they are', (noun) => {
    const text = (mark: string) =>
      `For now I can only tell you this:\n\n${mark} 3 – a framework\n${mark} 5 – not before 2028`;
    expect(read(text(noun))).toEqual({ agreementType: 'a framework', timeline: 'not before 2028' });
    expect(read(text('Room'))).toEqual({});
    expect(read(text('').replaceAll(' 3', '3').replaceAll(' 5', '5'))).toEqual({});
  });

  test('a numbered list writes over an answer only where it is the whole form', () => {
    const answered = new Set(['needs', 'expectations'] as const);
    const among = (text: string) => readAnswers(text, answered).map(({ point }) => point);
    expect(among('3. MoU\n4. 100 000 CAD\n5. May 2027')).toEqual(['agreementType', 'resources', 'timeline']);
    expect(among('1. Training\n2. A certificate\n3. MoU')).toEqual(['agreementType']);
    expect(among('2. A certificate\n3. MoU')).toEqual([]);
    expect(among(formats[0] ?? '')).toEqual(points);
    expect(among('Needs: drilling\nTimeline: 2027')).toEqual(['needs', 'timeline']);
  });
});

describe('two numbers before one answer', () => {
  test.each([
    '1 & 2 – training with a certificate\n3 – MoU\n4 – 40 000 $\n5 – 2027',
    '1 et 2 : training with a certificate\n3 : MoU\n4 : 40 000 $\n5 : 2027',
    '1-2: training with a certificate\n3: MoU\n4: 40 000 $\n5: 2027',
    '1. et 2. training with a certificate\n3. MoU\n4. 40 000 $\n5. 2027',
    '1. y 2. training with a certificate\n3. MoU\n4. 40 000 $\n5. 2027',
    '1) & 2) training with a certificate\n3) MoU\n4) 40 000 $\n5) 2027',
    'Points 1 et 2 : training with a certificate\nPoint 3 : MoU\nPoint 4 : 40 000 $\nPoint 5 : 2027',
  ])('%j is said of both', (text) => {
    expect(read(text)).toEqual({
      needs: 'training with a certificate',
      expectations: 'training with a certificate',
      agreementType: 'MoU',
      resources: '40 000 $',
      timeline: '2027',
    });
    expect(unplacedIn(text)).toEqual([]);
  });

  test('what speaks of neither is for people to place', () => {
    const text = '1. Training\n2. A certificate\n3 & 4: as we said\nat the embassy\n5. May 2027\n\nAma Boateng\nDean';
    expect(read(text)).toEqual({ needs: 'Training', expectations: 'A certificate', timeline: 'May 2027' });
    expect(unplacedIn(text)).toEqual(['3 & 4: as we said\nat the embassy']);
    const first = '1 et 2 : voir notre lettre\n3 : contrat\n4 : N/A\n5 : 2027';
    expect(Object.keys(read(first))).toEqual(['agreementType', 'resources', 'timeline']);
    expect(unplacedIn(first)).toEqual(['1 et 2 : voir notre lettre']);
  });

  test.each(['1-2: weeks', '1 – 2 – 3: none', '1-2 people', '1 et 2 : oui\n3 : non', '1 & 2 work for us'])(
    '%j is no such answer',
    (text) => {
      expect(read(text)).toEqual({});
      expect(unplacedIn(text)).toEqual([]);
    },
  );
});

describe('one answer to a range of points', () => {
  const numbering = numberingIn('acknowledgement', { slots, points: {} });
  const asked = { slotsShown: true, numbering };
  const told = (text: string) =>
    Object.fromEntries(readAnswers(text, new Set(), [], numbering).map(({ point, value }) => [point, value]));
  const heard = (text: string) => readChoice(text, 'Re:', slots, ['America/Toronto', 'Africa/Accra'], [], asked);

  test.each([
    '1. à 3. : voir notre lettre',
    'Points 1-3: see attached',
    'Points 1 à 5 : voir notre lettre du 3 novembre',
    'Aux points 1 à 3, voir notre lettre.',
    'Puntos 1 a 3: ver carta adjunta',
    '1–3. See our letter of 3 November',
    '1., 2. et 3. : voir notre lettre',
    'Questions 1 through 5: see the attached form',
    'Points 2 et 4 : voir pièce jointe',
  ])('is for people to place, and chooses nothing: %j', (text) => {
    expect(told(text)).toEqual({});
    expect(unplacedIn(text, [], new Set(), numbering)).toEqual([text]);
    expect(heard(text)).toBeUndefined();
    const whole = `${text}\n\nPlage 2 svp`;
    expect(heard(whole)).toEqual({ kind: 'slot', number: 2 });
  });

  test.each([
    ['1 à 3 : voir notre lettre\n4 : 90 000 $\n5 : mai 2027', '90 000 $', 'mai 2027'],
    ['1.-3. ver nuestra carta\n4. USD 90 000\n5. 2027', 'USD 90 000', '2027'],
    ['1 through 3: as discussed with Mr Roy\n4: CAD 90,000\n5: June 2027', 'CAD 90,000', 'June 2027'],
  ])('leaves the others what they say: %j', (text, resources, timeline) => {
    expect(told(text)).toEqual({ resources, timeline });
    expect(heard(text)).toBeUndefined();
  });

  test.each([
    '1 et 2 : pas possibles\n3 : oui',
    '1 and 2: board meetings\n3: fine',
    '1-3: ok',
    '1 à 3',
    'Slots 1-3 are fine',
    'Plages 1 à 3 possibles',
    '1-2: busy\n3: ok for us',
    '1 au 3 décembre : absent',
  ])('what may be said of slots is asked about: %j', (text) => {
    expect(told(text)).toEqual({});
    expect(heard(text)?.kind).toBe('unsure');
  });

  test('and a range in an answer stays in it', () =>
    expect(told('1. Formation\n2. 3 à 5 certificats\n3. MoU\n4. 10-15 k$\n5. 1-3 mai 2027')).toMatchObject({
      expectations: '3 à 5 certificats',
      timeline: '1-3 mai 2027',
    }));
});

test('a dash before a figure parts it from its number, where only that number is missing', () =>
  expect(read('1-Formation\n2-Attestation\n3-Convention\n4-15 millions FCFA\n5-Dès janvier 2027')).toMatchObject({
    agreementType: 'Convention',
    resources: '15 millions FCFA',
  }));

test.each(['3- MoU\n4- 90 000 $\n5- 2028', '3- MoU\n4- 80 000 $\n5- 2027-2028'])('nor behind the last: %j', (rows) => {
  const [, resources, timeline] = rows.split('\n').map((row) => row.slice(3));
  expect(read(`1- Training\n2- A certificate\n${rows}`)).toMatchObject({ agreementType: 'MoU', resources, timeline });
});

test('what skips one, written as those above, ends the last and is told', () => {
  const text = '1- Training\n2- A certificate\n3- MoU\n5- 2028';
  expect(read(text)).toEqual({ needs: 'Training', expectations: 'A certificate', agreementType: 'MoU' });
  expect(unplacedIn(text)).toEqual(['5- 2028']);
});

describe('a number before a figure, without a space', () => {
  const above = (space: string) =>
    ['Training of 12', 'Certificates', 'MoU'].map((each, index) => `${index + 1}.${space}${each}`).join('\n');

  test.each(['4.180,000 CAD\n5.2027', '4.50 000 CAD\n5.2027', '4.50 000 CAD\n5.May 2027', '4/50 000 CAD\n5/2027'])(
    'is that of a point where the others are written so: %j',
    (rows) => {
      const [resources, timeline] = rows.split('\n').map((row) => row.slice(2));
      const text = `${above('')}\n${rows}`.replaceAll(/(?<=^\d)\./gm, rows.slice(1, 2));
      expect(read(text)).toMatchObject({ agreementType: 'MoU', resources, timeline });
    },
  );

  test.each([
    '1-12 instructors\n2-3 certified trainers\n3-2 contracts\n4-50 000 $\n5-2027',
    '1- 12 drillers\n2- Diplomas\n3- 2 contracts\n4- 50 000 $\n5- 2027',
  ])('even from the first: %j', (text) =>
    expect(read(text)).toEqual(
      Object.fromEntries(points.map((point, index) => [point, text.split('\n')[index]?.slice(2).trim()])),
    ),
  );

  test('is that of a point beside spaced ones, too, where only that is missing and it says what is asked', () =>
    expect(read(`${above(' ')}\n4.50 000 CAD\n5. 2027`)).toMatchObject({
      agreementType: 'MoU',
      resources: '50 000 CAD',
    }));

  test.each(['1. Training for\n2.5 days\n3. MoU', '1.Training for\n2.5 days\n3.MoU'])(
    'ends the answer above where it is in doubt: %j',
    (text) => {
      expect(read(text)).toEqual({ needs: 'Training for', agreementType: 'MoU' });
      expect(unplacedIn(text)).toEqual(['2.5 days']);
    },
  );

  test.each(['1. Training for\n2.5 days\n2. Certificates', '1.Training for\n2.5 days\n2.Certificates'])(
    'is a decimal where its number stands elsewhere: %j',
    (text) => expect(read(text)).toEqual({ needs: 'Training for\n2.5 days', expectations: 'Certificates' }),
  );
});

test.each(['4-6 people', '4 - 12 weeks'])('a range below the last stays in it: %j', (line) =>
  expect(read(`1- Training\n2- A certificate\n3- MoU for\n${line}`)).toMatchObject({
    agreementType: `MoU for\n${line}`,
  }),
);

test('but not of two such lines', () =>
  expect(read('1-Training\n3-Contract\n4-15 people in May\n4-12 people in June\n5-May 2027')).toMatchObject({
    agreementType: 'Contract\n4-15 people in May\n4-12 people in June',
  }));

test.each(['2 – 3 people', '4 - 12 weeks', '2 – 3 000 miners'])('a range is no number of a point: %j', (line) =>
  expect(read(`1. Training for\n${line}\n3. MoU`)).toMatchObject({ needs: `Training for\n${line}` }),
);
