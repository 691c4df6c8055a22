import { expect, test } from 'vitest';
import { counterTime } from '../../src/clarification/counter.ts';

const read = (...lines: string[]) =>
  counterTime(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'METHOD:COUNTER',
      'BEGIN:VEVENT',
      'UID:m@inm.example',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
    'm@inm.example',
    45,
    'Africa/Accra',
  );

test.each<[string, string[], string]>([
  ['an end', ['DTSTART:20261202T150000Z', 'DTEND:20261202T163000Z'], '16:30'],
  ['a length', ['DTSTART:20261202T150000Z', 'DURATION:PT2H'], '17:00'],
  ['a length, on their clock', ['DTSTART:20261202T150000', 'DURATION:PT1H30M'], '16:30'],
  ['neither', ['DTSTART:20261202T150000Z'], '15:45'],
])('a time that is proposed with %s ends as it says', (_, lines, end) => {
  expect(read(...lines)).toMatchObject({ start: '2026-12-02T15:00:00.000Z', end: `2026-12-02T${end}:00.000Z` });
});

test.each([
  ['is a whole day', ['DTSTART;VALUE=DATE:20261202']],
  ['is several days', ['DTSTART;VALUE=DATE:20261202', 'DURATION:P2D']],
  ['ends on a mere day', ['DTSTART:20261202T150000Z', 'DTEND;VALUE=DATE:20261203']],
  ['ends before it begins', ['DTSTART:20261202T150000Z', 'DTEND:20261202T140000Z']],
  ['has a negative length', ['DTSTART:20261202T150000Z', 'DURATION:-PT1H']],
])('a time that %s is for people to read', (_, lines) => {
  expect(read(...lines)).toBeUndefined();
});
