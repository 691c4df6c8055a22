import { describe, expect, test } from 'vitest';
import { busyIn, calendar, event } from './host-calendar.ts';

const zone = 'America/Toronto';
const from = new Date('2026-11-23T00:00:00Z');
const to = new Date('2026-12-21T00:00:00Z');
const read = (...lines: string[]) =>
  busyIn(calendar(...lines), from, to, zone).map(
    ({ start, end }) => `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(11, 16)}`,
  );
const windows = [
  'BEGIN:VTIMEZONE',
  'TZID:Customized Time Zone',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('the host is busy', () => {
  test.each<[string, string[], string[]]>([
    ['in UTC', ['DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z'], ['2026-12-02T15:00/16:00']],
    ['in another zone', ['DTSTART;TZID=Europe/Paris:20261202T150000', 'DURATION:PT1H'], ['2026-12-02T14:00/15:00']],
    [
      'in a zone newer than the tables',
      ['DTSTART;TZID=Africa/Casablanca:20261202T150000', 'DURATION:PT1H'],
      ['2026-12-02T15:00/16:00'],
    ],
    [
      'in a zone that Windows names, without its rules',
      ['DTSTART;TZID=Romance Standard Time:20261202T150000', 'DURATION:PT1H'],
      ['2026-12-02T14:00/15:00'],
    ],
    [
      'at a floating time: the house’s',
      ['DTSTART:20261202T100000', 'DTEND:20261202T110000'],
      ['2026-12-02T15:00/16:00'],
    ],
    [
      'each week but for one that is left out in UTC, behind another that meets none',
      [
        'DTSTART;TZID=America/Toronto:20261124T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE:20261126T150000Z',
        'EXDATE:20261201T150000Z',
      ],
      ['2026-11-24T15:00/16:00', '2026-12-08T15:00/16:00'],
    ],
    ['a whole day of the house', ['DTSTART;VALUE=DATE:20261202'], ['2026-12-02T05:00/05:00']],
    [
      'each week at another time from one of them on',
      [
        'DTSTART:20261202T150000Z',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:one@host.example',
        'DTSTAMP:20261101T000000Z',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20261209T150000Z',
        'DTSTART:20261209T180000Z',
        'DURATION:PT1H',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-09T18:00/19:00', '2026-12-16T18:00/19:00'],
    ],
    [
      'until a day, that day too',
      ['DTSTART;TZID=America/Toronto:20261202T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261203'],
      ['2026-12-02T15:00/16:00', '2026-12-03T15:00/16:00'],
    ],
    [
      'until a moment in UTC that is on another clock the last one, far in the east',
      ['DTSTART;TZID=Asia/Kolkata:20261202T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261203T043000Z'],
      ['2026-12-02T04:30/05:30', '2026-12-03T04:30/05:30'],
    ],
    [
      'and not once more, in the west',
      ['DTSTART;TZID=America/Toronto:20261202T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261203T145900Z'],
      ['2026-12-02T15:00/16:00'],
    ],
    ['not when transparent', ['DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z', 'TRANSP:TRANSPARENT'], []],
    ['not when cancelled', ['DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z', 'STATUS:CANCELLED'], []],
    ['not outside the window', ['DTSTART:20270202T150000Z', 'DTEND:20270202T160000Z'], []],
    [
      'every week at the same local time, but on exceptions',
      [
        'DTSTART;TZID=America/Toronto:20261006T100000',
        'DURATION:PT30M',
        'RRULE:FREQ=WEEKLY;BYDAY=TU',
        'EXDATE;TZID=America/Toronto:20261201T100000',
      ],
      ['2026-11-24T15:00/15:30', '2026-12-08T15:00/15:30', '2026-12-15T15:00/15:30'],
    ],
    [
      'on additional days',
      ['DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z', 'RDATE:20261204T150000Z'],
      ['2026-12-02T15:00/16:00', '2026-12-04T15:00/16:00'],
    ],
    [
      'on additional days, each in whatever zone it is written in',
      [
        'DTSTART;TZID=America/Toronto:20261202T100000',
        'DURATION:PT1H',
        'RDATE;TZID=Europe/Paris:20261204T160000',
        'RDATE:20261207T150000Z,20261208T150000Z',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-04T15:00/16:00', '2026-12-07T15:00/16:00', '2026-12-08T15:00/16:00'],
    ],
    [
      'on additional days that are dates, at its own hour',
      ['DTSTART;TZID=America/Toronto:20261202T100000', 'DURATION:PT1H', 'RDATE;VALUE=DATE:20261204'],
      ['2026-12-02T15:00/16:00', '2026-12-04T15:00/16:00'],
    ],
    [
      'for additional times of another length',
      [
        'DTSTART;TZID=America/Toronto:20261202T100000',
        'DURATION:PT1H',
        'RDATE;VALUE=PERIOD;TZID=America/Toronto:20261204T100000/PT3H',
        'RDATE;VALUE=PERIOD:20261207T150000Z/20261207T153000Z',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-04T15:00/18:00', '2026-12-07T15:00/15:30'],
    ],
    [
      'not on an additional day that is left out again',
      [
        'DTSTART:20261202T150000Z',
        'DURATION:PT1H',
        'RDATE:20261204T150000Z,20261207T150000Z',
        'EXDATE:20261204T150000Z',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-07T15:00/16:00'],
    ],
    [
      'not on a day that is left out by its date',
      [
        'DTSTART;TZID=America/Toronto:20261202T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;VALUE=DATE:20261203',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-04T15:00/16:00'],
    ],
    [
      'by each of two rules',
      ['DTSTART:20261130T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=DAILY;INTERVAL=4;COUNT=3'],
      ['2026-11-30T15:00/16:00', '2026-12-04T15:00/16:00', '2026-12-07T15:00/16:00', '2026-12-08T15:00/16:00'],
    ],
    [
      'at its start too when the rule does not name that day',
      ['DTSTART:20261202T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261215T000000Z'],
      ['2026-12-02T15:00/16:00', '2026-12-07T15:00/16:00', '2026-12-14T15:00/16:00'],
    ],
    [
      'again and again from a clock of one zone to one of another',
      [
        'DTSTART;TZID=America/Toronto:20261202T100000',
        'DTEND;TZID=Europe/Paris:20261202T170000',
        'RRULE:FREQ=WEEKLY;COUNT=2',
      ],
      ['2026-12-02T15:00/16:00', '2026-12-09T15:00/16:00'],
    ],
    [
      'for whole days again and again, though the clock changes',
      ['DTSTART;VALUE=DATE:20261028', 'DURATION:P2D', 'RRULE:FREQ=WEEKLY;INTERVAL=5'],
      ['2026-12-02T05:00/05:00'],
    ],
    [
      'between its ends, whichever is written first',
      ['DTSTART:20261202T160000Z', 'DTEND:20261202T150000Z'],
      ['2026-12-02T15:00/16:00'],
    ],
    [
      'every 60 hours since years, by a clock that changed meanwhile',
      [
        'DTSTART;TZID=America/Toronto:20200101T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=HOURLY;INTERVAL=60;UNTIL=20261130T000000Z',
      ],
      ['2026-11-23T03:00/04:00', '2026-11-25T15:00/16:00', '2026-11-28T03:00/04:00'],
    ],
    [
      'for a rule that began long ago',
      ['DTSTART;TZID=America/Toronto:20020107T090000', 'DURATION:PT15M', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=7'],
      ['2026-12-07T14:00/14:15'],
    ],
  ])('%s', (_what, lines, times) => {
    expect(read(...event(...lines))).toEqual(times);
  });

  test('by the rules that come with a zone of another name', () => {
    const lines = [
      'DTSTART;TZID=Customized Time Zone:20261202T100000',
      'DTEND;TZID=Customized Time Zone:20261202T110000',
    ];
    expect(read(...windows, ...event(...lines))).toEqual(['2026-12-02T15:00/16:00']);
  });

  test('at the new time of an occurrence that was moved, and not at the old one', () => {
    const series = event('DTSTART:20261201T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const moved = event('RECURRENCE-ID:20261208T150000Z', 'DTSTART:20261209T180000Z', 'DURATION:PT1H');
    expect(read(...series, ...moved)).toContain('2026-12-09T18:00/19:00');
    expect(read(...series, ...moved)).not.toContain('2026-12-08T15:00/16:00');
    const freed = event(
      'RECURRENCE-ID:20261208T150000Z',
      'DTSTART:20261208T150000Z',
      'DURATION:PT1H',
      'TRANSP:TRANSPARENT',
    );
    expect(read(...series, ...freed)).toEqual(['2026-12-01T15:00/16:00']);
  });

  test.each([
    'RECURRENCE-ID:20261208T150000Z',
    'RECURRENCE-ID;TZID=Europe/Paris:20261208T160000',
    'RECURRENCE-ID;VALUE=DATE:20261208',
  ])('not at the old time of an occurrence that is moved, however it is named: %s', (named) => {
    const series = event('DTSTART;TZID=America/Toronto:20261201T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const moved = event(named, 'DTSTART:20261209T180000Z', 'DURATION:PT1H');
    expect(read(...series, ...moved)).toEqual(['2026-12-01T15:00/16:00', '2026-12-09T18:00/19:00']);
  });

  test('by a free-busy list', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'UID:f',
      'DTSTAMP:20261101T000000Z',
      'FREEBUSY;FBTYPE=BUSY:20261202T150000Z/PT1H,20261203T150000Z/20261203T160000Z',
      'FREEBUSY;FBTYPE=FREE:20261204T150000Z/PT1H',
      'END:VFREEBUSY',
    ];
    expect(read(...lines)).toEqual(['2026-12-02T15:00/16:00', '2026-12-03T15:00/16:00']);
  });

  test('not by our own invitations, which the register knows better', () => {
    const lines = event('DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z').map((line) =>
      line.replace('one@host.example', 'inmq-2026-0001-1@greffier'),
    );
    expect(read(...lines)).toEqual([]);
  });

  test('by all calendars of a file, and by an event that is folded throughout', () => {
    const one = calendar(...event('DTSTART:20261202T150000Z', 'DURATION:PT1H'));
    const folded = calendar(...event('DTSTART:20261203T150000Z', 'DURATION:PT1H')).replace(':VEVENT', ':VEV\r\n ENT');
    expect(busyIn(`${one}\r\n${folded}`, from, to, zone)).toHaveLength(2);
  });

  test('by a changed occurrence that nothing tells the series of', () => {
    const series = event('DTSTART:20261201T150000Z', 'DURATION:PT1H');
    const changed = event('RECURRENCE-ID:20261208T150000Z', 'DTSTART:20261209T180000Z', 'DURATION:PT1H');
    const lines = [...series, ...changed].filter((line) => !line.startsWith('UID'));
    expect(read(...lines)).toEqual(['2026-12-01T15:00/16:00', '2026-12-09T18:00/19:00']);
  });

  test('by a rule that names the calendar it is in', () => {
    const rule = 'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;BYMONTHDAY=2';
    expect(read(...event('DTSTART:20251202T150000Z', 'DURATION:PT1H', rule))).toEqual(['2026-12-02T15:00/16:00']);
  });

  test('not by an empty calendar', () => expect(read()).toEqual([]));
});

test.each([
  ['nothing', ''],
  ['a web page', '<!doctype html><title>Sign in</title>'],
  ['a calendar that was cut', calendar(...event('DTSTART:20261202T150000Z')).slice(0, 120)],
  ['a zone that nobody knows', calendar(...event('DTSTART;TZID=Mars/Olympus:20261202T150000', 'DURATION:PT1H'))],
  ...[
    ['the weeks of a year', 'FREQ=YEARLY;BYWEEKNO=50;BYDAY=MO'],
    ['days of a year among others', 'FREQ=YEARLY;BYYEARDAY=60;BYMONTH=3'],
    ['the last day of a leap year', 'FREQ=YEARLY;BYYEARDAY=366'],
    ['the nth of days of weeks', 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1'],
    ['the nth of days by number', 'FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=-1'],
    ['a day put back to the end of the month', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31'],
    ['another calendar', 'RSCALE=CHINESE;FREQ=YEARLY'],
  ].map(([what = '', rule]): [string, string] => [
    `a rule by ${what}`,
    calendar(...event('DTSTART:20251231T150000Z', 'DURATION:PT1H', `RRULE:${rule}`)),
  ]),
])('%s is told, never taken for free', (_what, source) => {
  expect(() => busyIn(source, from, to, zone)).toThrow();
});
