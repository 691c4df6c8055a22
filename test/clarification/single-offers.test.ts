import { describe, expect, test } from 'vitest';
import { anyNumbering } from '../../src/clarification/answered-letter.ts';
import { readChoice } from '../../src/clarification/choice.ts';

/** Tuesday 24, Wednesday 25 and Thursday 26 November. */
const slots = ['24T14', '25T18', '26T18'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const zones = ['America/Toronto', 'Africa/Accra'];
/** What answers a letter that offers the first alone. */
const readOne = (text: string) =>
  readChoice(text, 'Re:', slots, zones, ['Ama Boateng'], { slotsShown: true, numbering: anyNumbering, only: 1 });
const readAny = (text: string) => readChoice(text, 'Re:', slots, zones, ['Ama Boateng']);

const coming = [
  'Parfait, nous serons là.',
  'Nous serons présents.',
  'J’y serai.',
  'C’est noté, nous serons disponibles.',
  'Nous participerons.',
  'Nous confirmons notre participation.',
  'Rencontre confirmée.',
  'Oui, nous pouvons participer.',
  'Ma directrice et moi serons présents.',
  'Ça marche, on se voit alors.',
  'We’ll be there.',
  'Sure, I’ll be there.',
  'We will attend.',
  'We’ll join the meeting.',
  'Count us in.',
  'Happy to meet then.',
  'Good, we’ll be available then.',
  'My dean and I will be there.',
  'Ahí estaré.',
  'De acuerdo, allí estaremos.',
  'Sí, asistiré.',
  'Confirmamos nuestra participación.',
  'Nos conectaremos a esa hora.',
  'Mi decano y yo estaremos presentes.',
  'Cuenten con nosotros.',
];
const accepting = [
  'De acuerdo con esa fecha.',
  'Entendu pour cette date.',
  'Nous acceptons la date proposée.',
  'We accept the proposed date.',
  'We are happy with that date.',
  'Estamos de acuerdo con la fecha y hora.',
];

describe('the one date that a letter offers', () => {
  test.each([...coming, ...accepting])('is taken by %j', (text) =>
    expect(readOne(`Bonjour,\n\n${text}\n\nAma Boateng`)).toEqual({ kind: 'slot', number: 1 }),
  );

  test.each([
    'Nous serons là si le ministre rentre.',
    'Nous serons là en mai 2027.',
    'Nous serons présents au congrès.',
    'Nous serons là, sauf le ministre.',
    'Nous serons là une heure après.',
    'Nous serons trois.',
    'J’y serai peut-être.',
    'Serons-nous là ?',
    'We’ll be there in March.',
    'We will attend the conference.',
    'We will attend if the minister is free.',
    'We’ll be there if possible.',
    'We hope to be there.',
    'We’d be there.',
    'I can make it at 5.',
    'Count us out.',
    'Asistiremos a la feria.',
    'Allí estaremos, salvo imprevistos.',
    'Estaremos atentos.',
    'Cuenten con nosotros para el proyecto.',
    'De acuerdo con el convenio.',
    'Take your time.',
    'Please confirm the time.',
    'Merci de confirmer la date.',
    'Choose the date.',
    'Por favor confirmen la hora.',
  ])('is not taken by %j', (text) => expect(readOne(text)?.kind).not.toBe('slot'));

  test.each(['Nous serons là vendredi.', 'Asistiremos el viernes.', 'I will join on Friday.'])(
    'nor by another day: %j',
    (text) => expect(readOne(text)?.kind).not.toBe('slot'),
  );
});

test.each([...coming, ...accepting])('of three, nobody knows which: %j is asked', (text) =>
  expect(readAny(text)?.kind).toBe('unsure'),
);

test.each(['La plage 2 nous convient. Nous y serons.', 'Slot 2, please. We’ll be there.', 'Horario 2, ahí estaremos.'])(
  'beside a choice it says the same: %j',
  (text) => expect(readAny(text)).toEqual({ kind: 'slot', number: 2 }),
);
