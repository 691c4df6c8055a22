import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';

const slots = ['24T14', '25T13', '26T15'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const read = (text: string, offered = slots) =>
  readChoice(text, 'Re:', offered, ['America/Toronto', 'Africa/Accra'], ['Ama Boateng']);

describe('who leaves the choice to us is asked', () => {
  test.each([
    'N’importe laquelle des trois.',
    "N'importe laquelle des trois plages nous convient",
    'Cualquiera de los tres horarios nos viene bien.',
    'A vous de choisir',
    'À vous de choisir.',
    'C’est comme vous voulez.',
    'Comme vous préférez',
    'Comme il vous plaira',
    'Comme cela vous arrange.',
    'Celle qui vous arrange le mieux',
    'Je vous laisse choisir.',
    'À votre convenance.',
    'Au choix',
    'Choisissez pour nous.',
    'Nous nous adaptons à vous.',
    'Como les convenga',
    'Como a ustedes les convenga mejor.',
    'El que ustedes prefieran.',
    'La que más les convenga.',
    'Lo que prefieran',
    'A su elección',
    'Ustedes eligen',
    'Elijan ustedes.',
    'Me da igual',
    'Whatever suits you',
    'Whichever suits you best.',
    'Whatever works best for you is fine with us.',
    'You choose',
    'Your choice.',
    "It's up to you",
    'Up to you!',
    'Please choose for us.',
    'At your convenience',
    'We leave it to you.',
    'We leave the choice to you',
    "I don't mind",
    'No preference.',
    'Aucune préférence',
    'Sin preferencia',
    'Todos menos el miércoles',
    'Todas excepto la del miércoles',
    'Everything but Wednesday',
    'All except Wednesday',
    'Tous sauf mercredi',
    'Toutes sauf celle de mercredi',
    'Any time except Wednesday',
    'Anything but the 25th',
    'Tal vez el 2',
    'Quizás el 2',
    'Quizá la segunda',
    'Peut-être la 2',
    'Maybe 2',
    'Perhaps the second',
    'Probablemente el 2',
  ])('« %s »', (text) => {
    expect(read(text)?.kind).toBe('unsure');
    expect(read(`Bonjour,\n\n${text}\n\nAma Boateng`)?.kind).toBe('unsure');
  });
});

describe('of something else, it says nothing of slots', () => {
  test.each([
    'N’importe laquelle de vos formations.',
    'Whatever suits you for the training programme.',
    'Please send the documents at your convenience.',
    'Choose the trainers as you prefer.',
    'Tous nos formateurs sauf un sont agréés.',
    'All but one of our students are in Accra.',
    'Les deux écoles sont publiques.',
    'Cualquier curso de perforación nos interesa.',
    'We leave the curriculum to you.',
    'Vous pouvez choisir la forme de l’entente.',
    'Tal vez el ministro venga.',
    "It's up to you to tell us the price.",
    'Everything but the budget is settled.',
    'The choice of the trainers is up to you.',
    'Merci de nous répondre à votre convenance.',
    'Please reply at your convenience.',
    'Take your time.',
    'Nuestro ministerio tiene dos direcciones.',
    'Lo que prefieran sobre el convenio.',
  ])('« %s »', (text) => expect(read(text)).toBeUndefined());

  test.each(['Comme vous voulez.', 'Whatever suits you.', 'Todos menos el miércoles'])(
    '« %s », where none is on offer',
    (text) => expect(read(text, [])).toBeUndefined(),
  );
});

test.each(['La 2, comme vous voulez.', 'Slot 2, or whatever suits you.'])('« %s » is asked too', (text) =>
  expect(read(text)?.kind).toBe('unsure'),
);
