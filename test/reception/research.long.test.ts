import fc from 'fast-check';
import { expect, test } from 'vitest';
import { research } from '../../src/reception/research.ts';
import { anyText } from '../any-text.ts';
import { cost } from '../cost.ts';
import { mailOf } from '../mail/make.ts';

test('any mail is researched, and soon', () => {
  const anything = anyText({ maxLength: 300 });
  fc.assert(
    fc.property(anything, anything, anything, (name, text, subject) => {
      const { requester } = research(mailOf({ from: { name, address: 'a@b.example' }, text, subject }), text, [], 2026);
      expect(requester.address).toBe('a@b.example');
    }),
    { numRuns: 50 },
  );
  for (const hostile of ['\n', ' ', 'a@', '+1 2 ', 'Ab ', '. ', '://', '---', 'formation de '].map((text) =>
    text.repeat(20_000),
  )) {
    expect(
      cost(() => research(mailOf({ from: 'a@b.example', text: hostile, subject: hostile }), hostile, [], 2026)),
    ).toBeLessThan(4000);
  }
});
