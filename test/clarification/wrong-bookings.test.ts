import { expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { htmlToText } from '../../src/mail/html-text.ts';
import type { Slot } from '../../src/model/request.ts';

/** Tuesday 1, Wednesday 2 and Thursday 3 December are no slots: 24, 25 and 26 November at 10:00 in Val-d'Or are. */
const offered = (days: readonly string[]): Slot[] =>
  days.map((day, index) => ({ number: index + 1, start: `${day}T15:00:00.000Z`, end: `${day}T15:45:00.000Z` }));
const slots = offered(['2026-11-24', '2026-11-25', '2026-11-26']);
/** The days have the numbers of the slots, in another order. */
const early = offered(['2026-12-02', '2026-12-03', '2026-12-01']);
const zones = ['America/Toronto', 'Africa/Accra'];
const read = (text: string, given = slots, subject = 'Re: [INMQ-2026-0001] Demande reçue') => {
  const choice = readChoice(text, subject, given, zones, ['Ama Boateng', 'Marie Tremblay']);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

/** Somebody is taken up then, is glad of it, thanks for it, or wishes that it were so. */
const noAcceptances = [
  'Slot 2 is our board meeting.',
  'Our board meeting is slot 2.',
  'Our team meeting is slot 2.',
  'I am attending a board meeting in slot 2.',
  'We are meeting our board in slot 2.',
  'In slot 2 we are meeting the minister.',
  'Our dean will be at the ministry in slot 2.',
  'I am in the ministry in slot 2.',
  'I am at the board in slot 2.',
  'Our director will be with the minister in slot 2.',
  'We welcome the delegation in slot 2.',
  'Slot 2: meeting with our minister.',
  'Slot 2: board.',
  'Slot 2 is the call with our ministry.',
  'We will meet our team in slot 2 and confirm.',
  'La plage 2 est notre réunion d’équipe.',
  'Plage 2 : réunion avec notre ministre.',
  'Plage 2 : entretien avec le ministre',
  'Notre réunion de direction est à la plage 2.',
  'Notre comité de direction est à la plage 2.',
  'Je suis au comité à la plage 2.',
  'Je suis dans une réunion à la plage 2',
  'Je serai avec le ministre à la plage 2.',
  'La plage 2 est l’horaire de notre comité.',
  'Attention : la plage 2 est notre accueil du ministre.',
  'El horario 2 es nuestra reunión de equipo.',
  'Horario 2: reunión con el ministro.',
  'Nuestro comité es en el horario 2.',
  'We wish slot 2 would work for us.',
  'I wish slot 2 would suit.',
  'Nous aimerions être disponibles à la plage 2.',
  'Vous disponibles à la plage 2',
  'You are free in slot 2',
  'Merci pour la plage 2.',
  'Thank you for slot 2.',
  'Gracias por el horario 2.',
  'We appreciate slot 2.',
  'Please call me for slot 2.',
  'Slot 2 -',
  'Slot 2 (-)',
  'Slot 2 :(',
  'Slot 2 :-/',
  'Slot 2...',
  'Slot 2 please. That day is a holiday here.',
  'La plage 2, merci. Je dois d’abord demander à ma direction.',
  'Slot 2\n\nThe minister travels that day.',
];

/** A day of a month, or a number of something else. */
const otherNumbers = [
  'Merci pour votre courriel du 2.',
  'Merci pour votre message du 1er.',
  'Gracias por su mensaje del 2.',
  'We meet our minister on the 3rd.',
  'Our board will meet on the 1st.',
  'Our board will meet on the 3rd.',
  'Notre comité est le 3.',
  'Nous serons présents, notre comité est le 3.',
  'Le comité du 3 sera présent.',
  'Notre ministre sera présent le 3.',
  'I book my visit on the 2nd.',
  'See you on the 2nd.',
  'Our team will be with you on the 2nd.',
  'Je vous remercie pour votre message du 1er et vous prie de noter nos salutations.',
  '2. We agree.',
  '2) Nous sommes d’accord.',
  'Thank you for your message. Your number is 3.',
  'Votre numéro est le 2.',
  'Votre message porte le numéro 2.',
  'Horario: 2',
];

/** After a click on the button of the second slot. */
const takenBack = [
  'This one does not work for us.',
  'Celle-ci ne va pas.',
  'Celle-ci ne nous convient pas.',
  'Esta no.',
  'No.',
  'Non',
  'Can’t do this one.',
  'Sorry, wrong button.',
  'I must ask my director first.',
  'Only if my director is free.',
  'Still to be approved by my minister.',
  'Not sure yet.',
  'Je dois d’abord demander à ma direction.',
  'I will confirm tomorrow.',
  '?',
  ':(',
  'Plage 2\n\nC’est un jour férié chez nous.',
  'Plage 2\n\nThe minister travels that day.',
  'Plage 2\n\nEst-ce possible à 14 h ?',
  'Plage 2\n\nIs there another one?',
  'Plage 2\n\nI have to check with my director before.',
  'Plage 2\n\nJe vous confirme demain.',
  'Plage 2\n\nAma Boateng\nPas certaine encore',
  'Plage 2\n\nMerci,\nAma\n\nP.-S. Le ministre voyage.',
];

/** After « Slot 2 works for us. » or the slot alone. */
const takenBackInWords = `
  ? | :( | Oops. | Hmm. | Forget it. | Scratch that. | Oubliez ça. | Sorry, ignore that. | Our board meets then. | I am busy then.
  Nous sommes en réunion. | Je serai en mission. | We are away that week. | I have a class. | Nous avons un cours.
  Depends on the minister. | My boss decides. | Lo consulto con mi jefe. | Mañana les confirmo. | Es feriado.
  Attendez ma confirmation. | Wait for our confirmation. | Espere mi confirmación. | Could it be at 2 pm?
  Est-ce possible à 14 h ? | Is there another one? | Je vous confirme demain. | I have to check with my director before.
  I must ask my director first. | Still to be approved by my minister. | Under reserve. | J’ai changé d’avis.
`
  .trim()
  .split(/\s*[|\n]\s*/);

/** Said beside a choice of the second slot, it leaves it as it is. */
const besideChoice = [
  'See you then!',
  'Thank you very much!',
  'Looking forward to meeting you.',
  'What should we bring?',
  'Could you send us the link of the call?',
  'Notre directeur participera avec deux collègues.',
  'Our budget of CAD 100 000 is approved.',
  'Nous aimerions un cours de sauvetage minier pour douze instructeurs.',
  'Because our minister travels on the other days.',
  'Kofi Mensah, P.Eng.\nDirector of training',
];

const unseen = [
  '<p><s>Slot 2</s></p>',
  '<span style="text-decoration:line-through">Slot 2</span>',
  '<p><del>Slot 2 works for us.</del></p><p>We will write again.</p>',
  '<strike>La plage 2 nous convient.</strike> Je vous reviens.',
  '<div style="display:none">Slot 3</div><p>Thank you</p>',
  '<p style="color:#fff;font-size:0">Slot 3 please</p>',
];

test.each(noAcceptances)('no acceptance books: « %s »', (text) => expect(read(text)).not.toBeTypeOf('number'));
test.each(otherNumbers)('no other number is that of a slot: « %s »', (text) => {
  expect(read(text)).not.toBeTypeOf('number');
  expect(read(text, early)).not.toBeTypeOf('number');
});
test.each(takenBack)('a click is asked about where the mail says more: %j', (text) =>
  expect(read(text, slots, '[INMQ-2026-0001] Plage 2')).toBe('unsure'),
);
test.each(takenBackInWords)('a choice is asked about where the mail takes it back: « %s »', (text) => {
  for (const choice of ['Slot 2 works for us.', 'Plage 2']) expect(read(`${choice}\n\n${text}`)).toBe('unsure');
});
test.each(besideChoice)('a choice stands beside « %s »', (text) => expect(read(`Slot 2, please.\n\n${text}`)).toBe(2));
test.each([
  'Je vous confirme mercredi',
  'We confirm on Wednesday',
  'See you Wednesday',
  'Merci pour votre courriel de mercredi',
  'Our board is Wednesday',
  'À mercredi',
])('a weekday may be of something else: « %s »', (text) => expect(read(text)).not.toBeTypeOf('number'));
test.each(unseen)('what is struck out or hidden is not said: %s', (html) =>
  expect(read(htmlToText(html))).not.toBeTypeOf('number'),
);

test.each(['Your number is 3.', 'Votre message porte le numéro 2.', 'Merci pour votre courriel du 2.'])(
  'nobody is asked what « %s » means',
  (text) => expect(read(text)).toBeUndefined(),
);

test.each([
  ['Nous choisissons le 3.', 2],
  ['D’accord pour le 1er, merci.', 3],
  ['We can do the meeting on the 2nd.', undefined],
  ['We choose the slot on the 2nd.', 1],
  ['Confirmamos el 3.', 2],
  ['Le 26', undefined],
])('a day of the month is the slot of that day: « %s »', (text, number) => {
  const told = read(text, early);
  expect(typeof told === 'number' ? told : undefined).toBe(number);
});

test.each([
  '',
  'Plage 2',
  'Plage 2\n\nMerci beaucoup, à bientôt !',
  'Bonjour Madame Tremblay,\n\nLa plage 2 nous convient.\n\nCordialement,\nAma Boateng\nDoyenne\nTarkwa Gold Technical University',
  'Slot 2\n\nAma Boateng\nDean, Tarkwa Gold Technical University\nTel +233 20 000 000',
  'Thank you, looking forward to it.',
  'Plage 2\n\nBest,\nAma\n\nSent from my phone',
  'Gracias\nSaludos cordiales',
])('a click with courtesies books: %j', (text) => expect(read(text, slots, '[INMQ-2026-0001] Plage 2')).toBe(2));
