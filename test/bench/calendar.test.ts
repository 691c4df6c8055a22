import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { busyTimes } from '../../src/clarification/busy.ts';
import { openCalendars } from '../../src/io/calendars.ts';
import { systemClock } from '../../src/io/clock.ts';
import { collectingLog } from '../fakes/log.ts';
import { longestPause, median } from './figures.ts';

const dayMs = 86_400_000;
const [singles, series, years] = [4_000, 60, 5];
const from = new Date('2026-11-28T00:00:00Z');
const to = new Date('2028-01-01T00:00:00Z');
const rounds = 7;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-calendar-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The floor is what the library takes for the bare lines; behind the 60 of them that are series stand 17,000 meetings. */
test('five years of an office are read at a few times the cost of their lines, and keep nobody waiting', async () => {
  const text = calendar();
  const place = join(folder, 'host.ics');
  await writeFile(place, text);
  const calendars = openCalendars({
    places: [place],
    everyMs: 900_000,
    clock: systemClock,
    log: collectingLog().log,
    read: (source) => busyTimes(source, from, to, 'America/Toronto'),
  });
  const took: { floor: number[]; whole: number[]; pause: number[] } = { floor: [], whole: [], pause: [] };
  for (let round = 0; round < rounds; round++) {
    const cpu = process.cpuUsage();
    ICAL.parse(text);
    took.floor.push(spentMs(cpu));
    const again = process.cpuUsage();
    took.pause.push(await longestPause(() => calendars.refresh()));
    took.whole.push(spentMs(again));
  }
  expect(calendars.busy().times.length).toBeGreaterThan(10_000);
  const told = { floorMs: median(took.floor), readMs: median(took.whole), longestPauseMs: median(took.pause) };
  process.stdout.write(`calendar, ${singles} events and ${series} series: ${JSON.stringify(told)}\n`);
  expect(told.readMs / told.floorMs).toBeLessThan(30);
  expect(told.longestPauseMs).toBeLessThan(50);
});

const spentMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

function calendar(): string {
  const single = (index: number) => {
    const day = new Date(from.getTime() - (years * 365 - (index * (years + 1) * 365) / singles) * dayMs);
    const hour = `${8 + (index % 9)}`.padStart(2, '0');
    const date = day.toISOString().slice(0, 10).replaceAll('-', '');
    return event(index, `${date}T${hour}0000`, [`DESCRIPTION:${'Join the meeting by this link. '.repeat(10)}`]);
  };
  const weekdays = (index: number) => {
    const start = `2020010${6 + (index % 4)}T${`${8 + (index % 9)}`.padStart(2, '0')}3000`;
    return event(singles + index, start, ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR']);
  };
  const events = Array.from({ length: singles }, (_, index) => single(index));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//EN',
    ...events.flat(),
    ...Array.from({ length: series }, (_, index) => weekdays(index)).flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const event = (uid: number, start: string, more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}@host.example`,
  'DTSTAMP:20260101T000000Z',
  `DTSTART;TZID=America/Toronto:${start}`,
  'DURATION:PT30M',
  'SUMMARY:Meeting',
  'ATTENDEE;CN=One;PARTSTAT=ACCEPTED:mailto:one@partner.example',
  ...more,
  'END:VEVENT',
];
