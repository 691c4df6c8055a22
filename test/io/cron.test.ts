import { expect, test } from 'vitest';
import { parseCron } from '../../src/io/cron.ts';

test('seconds, lists, ranges, steps, names and Sunday as 7 become sorted numbers', () => {
  expect(parseCron('*/30 5,0 8-10 1,15 MAR-may sun,7,FRI')).toEqual({
    expression: '*/30 5,0 8-10 1,15 MAR-may sun,7,FRI',
    second: [0, 30],
    minute: [0, 5],
    hour: [8, 9, 10],
    dayOfMonth: [1, 15],
    month: [3, 4, 5],
    dayOfWeek: [0, 5],
  });
});

test('five fields begin with the minute; a star is every number of its field', () => {
  const { second, month, dayOfWeek } = parseCron('0 9 * * *');
  expect({ second, month, dayOfWeek }).toEqual({
    second: [0],
    month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    dayOfWeek: [0, 1, 2, 3, 4, 5, 6],
  });
});

test.each([
  ['', 'illegal characters'],
  ['every day', 'fields'],
  ['60 9 * * *', '60 is no minute'],
  ['0 24 * * *', '24 is no hour'],
  ['0 9 * 13 *', '13 is no month'],
  ['0 9 30 2 *', 'impossible day of month'],
  ['0 9 L * *', 'L is not supported in dayOfMonth'],
  ['0 9 L-2 * *', 'L-2 is not supported in dayOfMonth'],
  ['0 9 1,15W * *', '15W is not supported in dayOfMonth'],
  ['0 9 * * 5L', '5L is not supported in dayOfWeek'],
  ['0 9 * * 1#1', '1#1 is not supported in dayOfWeek'],
  ['@sometimes', 'illegal characters'],
])('%o is refused', (expression, expected) => {
  expect(() => parseCron(expression)).toThrow(expected);
});
