import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';

const slots: Slot[] = ['2026-11-26T15:00', '2026-11-27T18:30', '2026-12-03T15:00'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: `${start.slice(0, 14)}45:00.000Z`,
}));
const read = (text: string) =>
  readChoice(text, 'Re: [INMQ-2026-0042] Demande reçue', slots, ['America/Toronto', 'Africa/Accra'], [])?.kind;

/** As people write who refused once already. */
const refused = [
  'These do not suit us either. We are free December 10 to 12.',
  'Unfortunately these don’t work either',
  'They don’t work for us either, sorry.',
  'Those will not suit us, I am afraid.',
  'The new ones do not suit us either.',
  'Neither do these.',
  'Not these either, sorry.',
  'Still not possible for us.',
  'Still no good for us, unfortunately.',
  'Tampoco nos convienen estas fechas',
  'Estas tampoco nos sirven.',
  'Tampoco estas, lamentablemente.',
  'Todavía no es posible para nosotros.',
  'Celles-ci ne nous conviennent pas davantage.',
  'Elles ne nous conviennent toujours pas.',
  'Celles-là ne nous vont pas non plus.',
  'Celles-ci non plus, malheureusement.',
  'Toujours pas possible pour nous.',
];

/** The same words, of one slot, of all of them, or of another matter. */
const others: readonly (readonly [string, string | undefined])[] = [
  ['Either works for us.', 'unsure'],
  ['Either of the first two suits us.', 'unsure'],
  ['Slot 2 does not suit us either.', 'unsure'],
  ['La plage 2 ne nous convient pas davantage.', 'unsure'],
  ['They do not work on our campus.', undefined],
  ['They do not suit our students.', undefined],
  ['It is still not possible for us to send the budget.', undefined],
  ['Il n’est toujours pas possible pour nous d’envoyer le budget.', undefined],
  ['Tampoco nos conviene un convenio marco.', undefined],
  ['Ces formations ne nous conviennent pas davantage.', undefined],
  ['Elles ne sont pas encore diplômées.', undefined],
];

describe('a further refusal', () => {
  test.each(refused)('is heard: « %s »', (text) => expect(read(text)).toBe('none-fits'));
  test.each(others)('is not made of like words: « %s »', (text, kind) => expect(read(text)).toBe(kind));
});

describe('who will not come', () => {
  test.each([
    'We cannot attend.',
    'Unfortunately we will not be able to join you.',
    'I am unable to attend the meeting.',
    'We regret that we cannot attend at these times.',
    'Nous ne pourrons pas assister.',
    'Malheureusement, je ne pourrai pas y participer.',
    'Nous regrettons de ne pouvoir assister à cette rencontre.',
    'No podremos asistir, lo siento.',
    'Lamentamos no poder participar en la reunión.',
  ])('refuses all: « %s »', (text) => expect(read(text)).toBe('none-fits'));

  test.each([
    ['We cannot attend. Slot 2 please.', 'unsure'],
    ['We cannot attend slot 2.', 'unsure'],
    ['We cannot attend the launch of your programme.', undefined],
    ['We cannot attend in person.', undefined],
    ['Our Dean cannot attend.', undefined],
    ['Nous ne pourrons pas assister à la formation.', undefined],
    ['Nous ne pourrons pas participer aux frais.', undefined],
    ['If we cannot attend, we will tell you.', undefined],
    ['What if we cannot attend?', undefined],
    ['We cannot attend?', undefined],
    ['No podremos asistir al congreso.', undefined],
  ])('« %s » is something else', (text, kind) => expect(read(text)).toBe(kind));

  test('says nothing of slots where none is on offer', () =>
    expect(readChoice('We cannot attend.', 'Re:', [], ['America/Toronto'])).toBeUndefined());
});
