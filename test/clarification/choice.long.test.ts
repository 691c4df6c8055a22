import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';
import { anyText } from '../any-text.ts';
import { cost } from '../cost.ts';
import { takeSecond } from './sayings.ts';

// Any text, and text that is made to take long, beside a choice.

/** Tuesday 24 November at 10:00, Wednesday 25 and Thursday 26 at 08:30 in Val-d'Or. */
const slots: Slot[] = ['2026-11-24T15:00', '2026-11-25T13:30', '2026-11-26T13:30'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: new Date(Date.parse(`${start}:00.000Z`) + 45 * 60_000).toISOString(),
}));
const zones = ['America/Toronto', 'Africa/Accra'];
const subject = 'Re: [INMQ-2026-0042] Demande reçue';
const shown = (choice: Choice | undefined) => (choice?.kind === 'slot' ? choice.number : choice?.kind);

describe('choice', () => {
  const read = (text: string) => shown(readChoice(text, subject, slots));

  test('any text is read, soon, and never books what was not offered', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (text) => {
        expect([1, 2, 3, 'none-fits', 'unsure', undefined]).toContain(read(text));
      }),
    );
    for (const hostile of ['\n', ' ', '2 ', '.', 'aucune a ', 'plage 1 et ', 'not '].map((text) =>
      text.repeat(50_000),
    )) {
      expect(cost(() => readChoice(`${hostile}x`, hostile, slots))).toBeLessThan(4000);
    }
  });
});

describe('choices', () => {
  const read = (text: string) => readChoice(text, subject, slots, zones, ['Ama Boateng', 'Marie Tremblay']);

  test('a long mail beside a choice is read soon', () => {
    const words = [
      'our network ',
      'notre directeur est ',
      'si ',
      'this e-mail ',
      'plge 2 ',
      'apres avoir consulte ',
      'en decembre ',
      'la 1 ne convient pas, donc ',
    ];
    for (const word of words) expect(cost(() => read(`Slot 2.\n${word.repeat(20_000)}`))).toBeLessThan(4000);
  });
});

describe('refused slots', () => {
  /** Thursday 26 November at 10:00, Friday 27 at 13:30, Thursday 3 December at 10:00 in Val-d'Or. */
  const offered: Slot[] = ['2026-11-26T15:00', '2026-11-27T18:30', '2026-12-03T15:00'].map((start, index) => ({
    number: index + 1,
    start: `${start}:00.000Z`,
    end: `${start.slice(0, 14)}45:00.000Z`,
  }));
  const read = (text: string) => shown(readChoice(text, subject, offered, zones, ['Ama Boateng']));

  test('a word more beside the slot is asked about or changes nothing: it never books another', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z]{3,12}$/),
      fc.constantFrom(
        'pas',
        'not',
        'no',
        'non',
        'avoid',
        'jamais',
        'never',
        'sauf',
        'nunca',
        'hardly',
        'late',
        'si',
        '❌',
      ),
    );
    const plainOnes = takeSecond.filter((text) => !/\n|\. \S/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...plainOnes), word, fc.nat(), (text, added, at) => {
        const words = text.split(' ');
        words.splice(at % (words.length + 1), 0, added);
        expect([2, 'unsure', 'none-fits', undefined]).toContain(read(words.join(' ')));
      }),
      { numRuns: 500 },
    );
  });
});
