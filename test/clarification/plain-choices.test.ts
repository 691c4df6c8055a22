import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';

/** Tuesday 24, Wednesday 25 and Thursday 26 November; 9:30, 13:30 and 13:30 in Val-d'Or, five hours more in Accra. */
const slots = ['24T14', '25T18', '26T18'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const read = (text: string) => readChoice(text, 'Re:', slots, ['America/Toronto', 'Africa/Accra'], ['Ama Boateng']);

test.each([
  'Slot 2 is convenient for me and my team.',
  'La plage 2 est parfaite pour moi et mon équipe.',
  'Slot 2 (Wed)',
  'Slot 2 (Wed.)',
  'Plage 2 (mer)',
  'Wednesday 1330hrs',
  'Wednesday at 1830 hrs',
  'Nov 25th 13:30',
  'Nov 25th at 18:30',
  'Celle du mercredi',
  'Celui de mercredi',
  'La del miércoles',
])('« %s » is the second', (text) => expect(read(text)).toEqual({ kind: 'slot', number: 2 }));

test.each([
  'Slot 2 (Thu)',
  'Wednesday 1430hrs',
  'Nov 27th 13:30',
  'Slot 2 is convenient for me and the minister if he is in.',
])('« %s » is asked', (text) => expect(read(text)?.kind).toBe('unsure'));

describe('a list that is announced as something else', () => {
  test.each([
    'Our programme has 5 modules:\n1. Safety\n2. Drilling\n3. Blasting\n4. Rescue\n5. First aid',
    'Our programme has 5 modules: 1. Safety 2. Drilling 3. Blasting 4. Rescue 5. First aid',
    'Delegates:\n1. Kofi Mensah\n2. Ama Boateng\n3. Yaw Owusu',
    'Adjunto:\n1. Carta de presentación\n2. Plan de estudios\n3. Presupuesto',
    'Ci-joint :\n1. Lettre\n2. Budget',
  ])('says nothing of slots: %j', (text) => expect(read(text)).toBeUndefined());

  test('and another sentence still chooses', () =>
    expect(read('Slot 2, please.\n\nDelegates:\n1. Kofi Mensah\n2. Ama Boateng')).toEqual({ kind: 'slot', number: 2 }));

  test.each([
    'Our choices:\n1. Safety first\n2. Drilling',
    'As follows:\n1. no\n2. yes\n3. no',
    'Voici :\n1 : non\n2 : oui',
    'So:\n1. the minister is away\n2. good for us',
    'The slots:\n1. minister\n2. dean',
  ])('but where it may be the slots, it is asked: %j', (text) => expect(read(text)?.kind).toBe('unsure'));
});

test.each([
  'Ce sera la 2.',
  'Ce sera donc la plage 2, merci.',
  'Ce sera la plage du milieu.',
  'Je vous confirme la plage 2 pour notre rencontre',
  'I confirm slot 2 for our meeting.',
  'Confirmo el 2',
  'Confirmamos el 2, muchas gracias.',
  'The middle one',
  'The middle slot, please.',
  'Could we have the middle one?',
  'Celle du milieu',
  'Nous prenons celle du milieu.',
  'La del medio, por favor',
  'The second time works for us.',
  'La deuxième heure nous convient.',
  'La segunda hora nos conviene',
  'It will be the second one.',
  'Va pour la deuxième',
  'On prend le créneau 2 svp',
  "Let's go with number 2",
  'La opción 2, por favor',
  'Après échange avec notre Directeur de Cabinet, nous portons notre choix sur la plage 2.',
  'Notre choix s’est porté sur la plage 2.',
  'Option no. 2 is suitable for our side.',
  'Slot 2 works on our end.',
  'Mercredi ça marche pour moi',
  'La 2, cela nous convient.',
  'Nous serons présents à la rencontre du mercredi 25 novembre.',
  'We will attend the meeting on Wednesday, November 25.',
  'Asistiremos a la reunión del miércoles 25.',
  'Elegimos la opción del miércoles. Muchas gracias.',
  'La date du 25 novembre nous convient.',
])('« %s » takes the second, too', (text) => expect(read(text)).toEqual({ kind: 'slot', number: 2 }));

test.each([
  'Ce sera 2.',
  'Ce sera le 2.',
  'Ce sera la 2 ou la 3.',
  'Ce sera la 2, sauf si le ministre voyage.',
  'Ce ne sera pas la 2.',
  'Slot 2 for the meeting of our board',
  'Je vous confirme la plage 2 pour notre rencontre avec le ministre',
  'Prefiero el 2',
  'Le confirmo el 2',
  'Mañana confirmo el 2',
  'Confirmo el 2 por la tarde',
  'Confirmo el 2 o el 3',
  'The middle one does not work.',
  'The middle one of our mines works.',
  'The middle one or the last one',
  'Not the middle one',
  'The second time is not possible.',
  'La segunda hora no nos conviene.',
  'The second one does not work',
  '1 or 2',
  'Option 2 is suitable for our side project.',
  'Notre choix ne s’est pas porté sur la plage 2.',
  'La 2, cela ne nous convient pas.',
  'Slot 2 works on our end if the Dean agrees.',
])('« %s » is asked about', (text) => expect(read(text)).toMatchObject({ kind: 'unsure' }));

test.each([
  'The second time I write to you',
  'This is the second time that we ask.',
  'For the second time we have a budget.',
  'The second time of day',
  'Ce sera la deuxième fois.',
  'Au milieu de la semaine',
  'The middle of the week suits us',
  'Ce sera 2 personnes.',
  'No confirmo el 2',
  '2 personnes',
  'Nous serons présents à la rencontre des recteurs du mercredi 25 novembre.',
  'We will attend a meeting on Wednesday, November 25.',
  'We will attend the meeting of our board on Wednesday.',
  'Mercredi ça ne marche pas trop avec le ministre, on verra.',
])('« %s » speaks of no slot', (text) => expect(read(text)).toBeUndefined());

test.each([
  ['of two', slots.slice(0, 2)],
  ['of four', [...slots, { number: 4, start: '2026-11-27T18:30:00.000Z', end: '2026-11-27T18:59:00.000Z' }]],
])('no one is in the middle %s', (_, offered) =>
  expect(readChoice('The middle one', 'Re:', offered, ['America/Toronto'])?.kind).not.toBe('slot'),
);

test('« Confirmo el 2 » is the day where a slot is on a second', () => {
  const days = ['2026-12-02', '2026-12-03'].map((day, index) => ({
    number: index + 1,
    start: `${day}T15:00:00.000Z`,
    end: `${day}T15:45:00.000Z`,
  }));
  expect(readChoice('Confirmo el 2', 'Re:', days, ['America/Toronto'])).toEqual({ kind: 'slot', number: 1 });
});

describe('a choice that is called one, or stands beside what is ruled out', () => {
  test.each([
    'Notre choix : 2',
    'Our choice:\n2',
    'Nuestra elección:\n2',
    'Wednesday, yes. Thursday, no.',
    'Jeudi non, mercredi oui',
    'Not Thursday. Wednesday works.',
    '1 and 3 no, 2 yes',
    'La 1 non, la 2 oui',
    'Slot 1: no. Slot 2: yes. Slot 3: no.',
    'El 1 no, el 2 sí',
    'Sí al 2, no al 1',
    'Not 1, but 2 works',
    'No to 1, yes to 2',
    'Non pour la 1, oui pour la 2',
    'La 1 ne va pas mais la 2 oui',
    'Pas la 1, la 2.',
    'No el primero sino el segundo',
    '2, not 1',
    'La 2 et non la 1',
    'La deuxième, pas la première',
    'Slot 2 it is, not slot 1.',
    'Neither 1 nor 3, but 2.',
    'La 3 non plus, donc la 2.',
    'Numéro de plage : 2',
    'Número de horario: 2',
    'Slot number: 2',
    'Créneau n° : 2',
    'Preferred slot: 2',
    'Our preferred slot is 2',
    'The slot we want is 2.',
    'Selection: 2',
    'Date retenue : la 2',
    'Horario preferido: el 2',
    'Plage 2 validée',
    'Plage 2 acceptée.',
    'Slot 2 selected',
    'Slot no. 2 validated',
    'Horario 2, validado',
  ])('%j is the second', (text) => expect(read(text)).toEqual({ kind: 'slot', number: 2 }));

  test.each([
    'Notre choix : 2 ou 3',
    'Wednesday, no. Thursday, no.',
    'Wednesday yes, Thursday yes',
    'Wednesday, yes. Thursday, no idea.',
    'Wednesday, yes? Thursday, no.',
    'El 1 no; el 2 y el 3 sí',
    'No 2',
    'No to 2',
    'Non pour la 2',
    'Not 1 but 2 or 3',
    '2, not sure',
    'La 2 ou non',
    '2, no 3',
    '2, non 3',
    'La 2, non la 3',
    'Yes to 1 and 2',
    'Nombre de plages : 2',
    'Número de horarios: 2',
    'Number of slots: 2',
    'Slot number: 7',
    'Preferred slot: 2 or 3',
    'Preferred slot: not 2',
    'Plage 2 non validée',
    'Plage 2 à valider',
    'Plage 2 réservée',
    'Slot 2 is booked',
    'Slot 2 chosen by the Dean',
    'Horario 2 por confirmar',
    'Our slot 2 is busy',
    'Wednesday no, maybe Thursday',
  ])('%j is asked', (text) => expect(read(text)?.kind).toBe('unsure'));

  test.each([
    'Number of people: 2',
    'Numéro de la salle : 2',
    'Our choice of course: 2',
    'Selected courses: 2',
    'Choice of language: 2',
    'Preferred number of participants: 2',
  ])('%j takes none', (text) => expect(read(text)?.kind).not.toBe('slot'));

  test('« el 1 no, el 2 sí » is of days where a slot is on one of them', () => {
    const days = ['04', '07', '01'].map((day, index) => ({
      number: index + 1,
      start: `2026-12-${day}T18:30:00.000Z`,
      end: `2026-12-${day}T18:59:00.000Z`,
    }));
    const hear = (offered: typeof days) =>
      readChoice('El 1 no, el 2 sí', 'Re:', offered, ['America/Toronto', 'Africa/Accra']);
    expect(hear(days)?.kind).toBe('unsure');
    expect(hear(days.slice(0, 2))).toEqual({ kind: 'slot', number: 2 });
  });
});
