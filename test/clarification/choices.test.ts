import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';
import { asked, ofPersons, others, taken } from './choices.ts';
import { doubted, ofOtherThings, refusedInHaste, takenInHaste, unbooked } from './hasty-choices.ts';

const slots: Slot[] = ['2026-11-24T15:00', '2026-11-25T13:30', '2026-11-26T13:30'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: new Date(Date.parse(`${start}:00.000Z`) + 45 * 60_000).toISOString(),
}));
const read = (text: string) => {
  const zones = ['America/Toronto', 'Africa/Accra'];
  const choice = readChoice(text, 'Re: [INMQ-2026-0001] Demande reçue', slots, zones, [
    'Ama Boateng',
    'Marie Tremblay',
  ]);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('a mail that answers three slots', () => {
  test.each(taken)('takes slot %i: %j', (slot, text) => expect(read(text)).toBe(slot));
  test.each(asked)('leaves a doubt: %j', (text) => expect(read(text)).toBe('unsure'));
  test.each(ofPersons)('books nothing: %j', (text) => expect(read(text)).not.toBeTypeOf('number'));
  test.each(others)('is about another matter: %j', (text) => expect(read(text)).toBeUndefined());
});

describe('a mail in haste', () => {
  test.each(takenInHaste)('takes slot 2: %j', (text) => expect(read(text)).toBe(2));
  test.each(doubted)('leaves a doubt: %j', (text) => expect(read(text)).toBe('unsure'));
  test.each(refusedInHaste)('refuses them: %j', (text) => expect(read(text)).toBe('none-fits'));
  test.each(unbooked)('books nothing: %j', (text) => expect(read(text)).not.toBeTypeOf('number'));
  test.each(ofOtherThings)('is about another matter: %j', (text) => expect(read(text)).toBeUndefined());
});
