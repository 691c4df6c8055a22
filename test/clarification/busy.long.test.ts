import { expect, test } from 'vitest';
import { busyIn, calendar, event } from './host-calendar.ts';

test.each([
  [
    'a rule that names no day at all',
    calendar(...event('DTSTART:20000102T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')),
  ],
  [
    'a rule without end that repeats each second',
    calendar(...event('DTSTART:20000102T150000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')),
  ],
])('%s is given up after a while and told, never taken for free', (_what, source) => {
  const [from, to] = [new Date('2026-11-23T00:00:00Z'), new Date('2026-12-21T00:00:00Z')];
  expect(() => busyIn(source, from, to, 'America/Toronto')).toThrow();
});
