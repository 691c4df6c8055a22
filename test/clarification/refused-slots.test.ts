import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';
import { doubtSecond } from './doubting-sayings.ts';
import { otherMatters, refuseAll } from './refusing-sayings.ts';
import { takeSecond } from './sayings.ts';

/** Thursday 26 November at 10:00, Friday 27 at 13:30, Thursday 3 December at 10:00 in Val-d'Or; five hours more in Accra. */
const slots: Slot[] = ['2026-11-26T15:00', '2026-11-27T18:30', '2026-12-03T15:00'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: `${start.slice(0, 14)}45:00.000Z`,
}));
const zones = ['America/Toronto', 'Africa/Accra'];
const read = (text: string) => {
  const choice = readChoice(text, 'Re: [INMQ-2026-0042] Demande reçue', slots, zones, ['Ama Boateng']);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('takes the second slot', () => {
  test.each(takeSecond)('« %s »', (text) => expect(read(text)).toBe(2));
  test('in as many words as people have', () => expect(takeSecond.length).toBeGreaterThanOrEqual(100));
});

describe('names the second slot without taking it', () => {
  test.each(doubtSecond)('« %s »', (text) => expect(read(text)).toBe('unsure'));
  test('in as many words as people have', () => expect(doubtSecond.length).toBeGreaterThanOrEqual(150));
});

describe('refuses all', () => {
  test.each(refuseAll)('« %s »', (text) => expect(read(text)).toBe('none-fits'));
});

describe('is about another matter', () => {
  test.each(otherMatters)('« %s »', (text) => expect(read(text)).toBeUndefined());
});
