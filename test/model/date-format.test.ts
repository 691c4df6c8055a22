import { expect, test } from 'vitest';
import { dayText } from '../../src/model/date-format.ts';

test.each([
  ['2026-12-01', 'fr', 'full', 'mardi 1er décembre 2026'],
  ['2026-12-01', 'fr', 'long', '1er décembre 2026'],
  ['2026-12-11', 'fr', 'long', '11 décembre 2026'],
  ['2026-12-21', 'fr', 'full', 'lundi 21 décembre 2026'],
  ['2026-12-01', 'fr', 'medium', '1er déc. 2026'],
  ['2026-12-01', 'en', 'long', 'December 1, 2026'],
  ['2026-12-01', 'es', 'long', '1 de diciembre de 2026'],
] as const)('%s in %s, %s: %s', (day, language, dateStyle, text) => {
  expect(dayText(new Date(day), language, { dateStyle, timeZone: 'UTC' })).toBe(text);
});
