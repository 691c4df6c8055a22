import { busyTimes } from '../../src/clarification/busy.ts';

/** What a calendar says, read at one go. */
export function busyIn(...asked: Parameters<typeof busyTimes>) {
  const reading = busyTimes(...asked);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The lines of an event. */
export const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:one@host.example',
  'DTSTAMP:20261101T000000Z',
  ...lines,
  'END:VEVENT',
];

/** The file of a calendar that holds those lines. */
export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
