import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';

/** Thursday 26 November at 10:00, Friday 27 at 14:30, Thursday 3 December at 10:00 in Val-d'Or; five hours more in Accra. */
const slots: Slot[] = ['2026-11-26T15:00', '2026-11-27T19:30', '2026-12-03T15:00'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: `${start.slice(0, 14)}59:00.000Z`,
}));
const zones = ['America/Toronto', 'Africa/Accra'];
const read = (text: string, offered = slots) => {
  const choice = readChoice(text, 'Re: [INMQ-2026-0042] Demande reçue', offered, zones);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('is asked, not guessed', () => {
  test.each([
    // In the negative.
    ['Surtout pas la plage 2.'],
    ['Slot 2 is impossible for the dean.'],
    ['La plage 1 ne va pas, la plage 3 non plus.'],
    ['Todos menos el horario 2, no podemos.'],
    ['We would rather not take slot 3.'],
    // Two slots, or any.
    ['La 1, sinon la 3'],
    ['Either slot 2 or slot 3'],
    ['2 de préférence, 3 à défaut'],
    ['Les deux nous conviennent.'],
    ['All three work for us.'],
    ['Any of them is fine'],
    ['N’importe laquelle, merci'],
    ['Cualquiera, gracias'],
    ['Toutes les plages nous conviennent.'],
    // Which is liked best.
    ['2e choix'],
    ['1er choix : plage 3; 2e choix : plage 1'],
    ['Our second choice'],
    // A question, a condition.
    ['La plage 2, à quelle heure est-ce à Accra ?'],
    ['Is slot 2 still available?'],
    ['What time is slot 3 in Accra'],
    ['Slot 2 if our minister agrees.'],
    ['La plage 2 sous réserve de l’accord du ministre.'],
    ['Peut-être la plage 3.'],
    ['We will probably take slot 1.'],
    ['La plage 1 si le ministre est là'],
    // Another moment beside the number.
    ['La plage 2 à 15 h'],
    ['Slot 1, Friday'],
    ['El horario 3, el viernes 27 de noviembre'],
    // A moment that is none of the slots, or two of them.
    ['jeudi'],
    ['Jeudi me convient.'],
    ['Thursday works for us'],
    ['El jueves, por favor'],
    ['jeudi 15 h'],
    ['Monday at 9:00'],
    ['le 2 décembre'],
    ['vendredi 2'],
    ['jeudi 27 à 10 h'],
    ['2026-12-04 à 10 h'],
    // A date in numbers that can be read in two ways.
    ['12/3'],
    ['3/12 à 10 h'],
    ['12/03, 10:00'],
    // A day of the month that is not the slot's number.
    ['le 26 ou le 27'],
    ['le 2'],
    // A day of whatever month, and no word.
    ['le 26'],
  ])('« %s »', (text) => {
    expect(read(text)).toBe('unsure');
  });
});

describe('says nothing of slots, or not for certain', () => {
  test.each([
    ['Merci!\n\n-- \nAma Boateng\nSlot 3 Mining Ltd, Plage 2'],
    ['Merci beaucoup.\n\nOn Mon, Nov 23, 2026 at 9:00 AM INMQ <info@inm.example> wrote:\n> Slot 2\n> 3'],
    ['Nous regardons cela.\n\nLe lun. 23 nov. 2026 à 09:00, INMQ a écrit :\n> Plage 2\n> 2'],
    ['OK, merci.'],
    ['Bien reçu, merci.'],
    ['ok'],
    ['Both schools need three simulators each.'],
    ['Les deux écoles sont à Bouaflé.'],
    ['We have two mines and one school.'],
    ['Notre budget : 12/3 millions'],
    ['Je vous réponds jeudi.'],
    ['Friday is a holiday here.'],
    ['The second phase starts on Thursday.'],
    ['Nuestro jefe llega el viernes.'],
    ['Kofi Mensah\n2, avenue de la Plage, Accra'],
    ['Tel. 2 33 30 2'],
  ])('« %s »', (text) => {
    expect(read(text)).not.toBeTypeOf('number');
  });
});

describe('is sure', () => {
  test.each<[string, number]>([
    ['vendredi', 2],
    ['Vendredi 27 à 14h30', 2],
    ['jeudi 26', 1],
    ['Le jeudi 3, merci', 3],
    ['Friday 27th at 2:30 pm', 2],
    ['Friday works for us, thank you.', 2],
    ['El viernes nos conviene', 2],
    ['le 27 novembre', 2],
    ['December 3 is fine', 3],
    ['27/11 à 14 h 30', 2],
    ['2026-11-27 14:30', 2],
    ['le 26, merci', 1],
    ['el 3, gracias', 3],
    ['la segunda', 2],
    ['La tercera nos conviene', 3],
    ['Slot 2, Friday at 2:30 pm', 2],
    ['La plage 2, vendredi 27 novembre à 19 h 30', 2],
    ['Plage 3 (3 décembre)', 3],
    ['Slot 2 if possible', 2],
    ['La 2, si c’est possible, merci', 2],
    ['Slot 1 if it is still free', 1],
    ['La deuxième option', 2],
  ])('« %s » is slot %i', (text, number) => {
    expect(read(text)).toBe(number);
  });
});

describe('with one slot on offer', () => {
  test.each<[string, 1 | 'unsure' | 'none-fits' | undefined]>([
    ['Cela nous convient, merci.', 1],
    ['That works for us.', 1],
    ['Nous acceptons.', 1],
    ['Nos conviene, gracias', 1],
    ['jeudi', 1],
    ['ok', 'unsure'],
    ['Oui, d’accord.', 'unsure'],
    ['Yes, confirmed', 'unsure'],
    ['Cela convient?', undefined],
    ['Cela ne convient pas.', 'none-fits'],
    ['Merci beaucoup', undefined],
    ['None of these works for us.', 'none-fits'],
  ])('« %s »', (text, expected) => {
    expect(read(text, slots.slice(0, 1))).toBe(expected);
  });

  test('« that works » among several asks which', () => {
    expect(read('That works for us.')).toBe('unsure');
  });
});
