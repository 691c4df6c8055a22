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
