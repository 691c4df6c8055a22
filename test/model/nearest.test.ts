import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest } from '../../src/model/nearest.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['intkae', 'intake', 1],
  ['ca', 'abc', 3],
  ['short', 'short', 0],
])('from %o to %o it is %i', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
});

test('the distance is the same both ways, zero only for equals, and at most the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const away = distance(a, b);
      expect(away).toBe(distance(b, a));
      expect(away === 0).toBe(a === b);
      expect(away).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(away).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test.each([
  ['intkae', ['intake', 'postman'], 'intake'],
  ['Schedual', ['schedule', 'answerDays'], 'schedule'],
  ['colour', ['schedule', 'answerDays'], undefined],
  ['to', ['from', 'id'], undefined],
  ['hots', ['hosts', 'host'], 'hosts'],
])('%s was probably meant as', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
