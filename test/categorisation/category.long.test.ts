import { describe, expect, test } from 'vitest';
import { proposeCategory } from '../../src/categorisation/category.ts';
import { cost } from '../cost.ts';

describe('category', () => {
  const house = { timeZone: 'America/Toronto' };
  const now = new Date('2026-11-23T14:00:00Z');
  const given = (value: string) => ({ value, applies: true, author: 'a', mail: 'm', at: 't' });

  test('is soon made of hostile text', () => {
    for (const hostile of [
      'budget ',
      'avant ',
      '1 mai ',
      '2027 ',
      ' ',
      'no not ',
      'mai a ',
      'jusqu’au 1 mai et ',
      'reporte au ',
    ].map((text) => text.repeat(50_000))) {
      expect(
        cost(() => proposeCategory({ points: { timeline: given(hostile), resources: given(hostile) } }, house, now)),
      ).toBeLessThan(4000);
    }
  });
});
