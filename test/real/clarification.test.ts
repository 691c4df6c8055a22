import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addBusinessDays } from '../../src/model/calendar.ts';
import { calendarReaderMissing, readCalendars } from './calendars.ts';
import { cast, type Months, type Requester, startMonths } from './months.ts';
import { people } from './people.ts';
import { serversMissing } from './servers.ts';

const missing = serversMissing() ?? (await calendarReaderMissing());
const day = 86_400_000;

describe.skipIf(missing)('two months of clarification, on Dovecot and Postfix', () => {
  let months: Months;
  beforeAll(async () => {
    months = await startMonths();
  });
  afterAll(() => months?.close());

  test('six requesters and the house settle their meetings by mail alone', async () => {
    const { clerk, requestOf, writes, commands, chooses, lettersTo, answersCalendar, live, told } = months;
    for (const [name, [, , subject, text]] of Object.entries(cast)) await writes(name as Requester, subject, text);
    for (const [name, [, zone]] of Object.entries(cast))
      expect(requestOf(name as Requester).requester.timeZone, name).toBe(zone);
    // No hours in common with Mongolia: the questionnaire alone.
    expect(requestOf('mallory').slots).toEqual([]);
    const { slots } = requestOf('kone');
    expect(slots).toHaveLength(3);

    // An absence note changes nothing, and is not answered.
    for (const name of ['mallory', 'p12'] as const) {
      const [letter] = await lettersTo(name);
      const subject = `Réponse automatique : ${letter?.mail.subject}`;
      await writes(name, subject, 'Je suis absent du bureau.', letter?.mail);
      expect(told(name)).toHaveLength(1);
    }

    // One click, and an acceptance by calendar.
    await chooses('kone', 2);
    await answersCalendar('kone', { partstat: 'ACCEPTED' });
    expect(requestOf('kone').meeting).toMatchObject({ start: slots[1]?.start, answers: { [people.kone]: 'ACCEPTED' } });

    // Another time by calendar, which staff refuses; then another of the slots on offer, which is a change.
    const later = ['DTSTART:20261204T210000Z', 'DTEND:20261204T214500Z'];
    await answersCalendar('kone', { method: 'COUNTER', partstat: 'TENTATIVE', times: later });
    await commands('kone', '#rencontre refuser');
    expect(requestOf('kone').meeting).toMatchObject({ start: slots[1]?.start, sequence: 0 });
    await chooses('kone', 3);
    expect(requestOf('kone').meeting).toMatchObject({ start: slots[2]?.start, sequence: 1 });

    // A conflict: staff proposed the same hour to two; the first has it, the other is offered others.
    await commands('smith', '#rencontre 2026-12-08 10 h');
    await commands('traore', '#rencontre 2026-12-08 10 h; 2026-12-09 9 h');
    const number = (name: Requester) =>
      requestOf(name).slots.find(({ start }) => start === '2026-12-08T15:00:00.000Z')?.number ?? 0;
    await chooses('smith', number('smith'));
    await chooses('traore', number('traore'));
    expect(requestOf('smith').meeting?.start).toBe('2026-12-08T15:00:00.000Z');
    expect(requestOf('traore').meeting).toBeUndefined();
    const kind = (await lettersTo('traore')).at(-1)?.mail;
    expect(kind?.text).toContain('n’est plus libre');

    // A refusal: the meeting goes out of both calendars, others are offered in the same letter.
    await chooses('boateng', 1);
    await live('2026-11-24T15:00:00Z');
    await answersCalendar('boateng', { partstat: 'DECLINED' });
    expect(requestOf('boateng').meeting).toBeUndefined();
    await chooses('boateng', requestOf('boateng').slots.at(-1)?.number ?? 0);
    expect(requestOf('boateng').meeting).toBeDefined();
    await commands('boateng', '#rencontre annuler');

    // A counter-proposal, at three in the afternoon in Rabat: UTC+0 since September.
    await commands('traore', '#rencontre confirmer 2026-12-10 9 h');
    const times = ['DTSTART;TZID=Africa/Casablanca:20261211T150000', 'DTEND;TZID=Africa/Casablanca:20261211T154500'];
    await answersCalendar('traore', { method: 'COUNTER', partstat: 'TENTATIVE', times, comment: 'Plutôt vendredi?' });
    await commands('traore', '#rencontre confirmer');
    expect(requestOf('traore').meeting).toMatchObject({ start: '2026-12-11T15:00:00.000Z', sequence: 1 });

    // A change by staff.
    await commands('smith', '#rencontre reporter jeudi 17 décembre 14 h 30');
    expect(requestOf('smith').meeting).toMatchObject({ start: '2026-12-17T19:30:00.000Z', sequence: 1 });

    await live('2026-12-05T15:00:00Z');
    // One answers after its first reminder, the other sleeps until the end of January.
    expect(told('p12').map(({ letter }) => letter)).toEqual(['acknowledgement', 'follow-up']);
    await writes(
      'p12',
      `Re: [${requestOf('p12').reference}]`,
      '1. Nature des besoins\nForage au diamant.\n\n5. Échéancier préliminaire\nMars 2027.\n',
    );
    expect(Object.keys(requestOf('p12').points).toSorted()).toEqual(['needs', 'timeline']);
    await commands(
      'kone',
      '#compte-rendu',
      '1. Nature des besoins\nProtocole pour trois écoles.\n\n2. Attentes\nDes référentiels.\n',
    );
    expect(requestOf('kone').points.needs?.value).toBe('Protocole pour trois écoles.');

    await live('2027-01-20T15:00:00Z');
    expect(requestOf('mallory').status).toBe('dormant');
    await writes('mallory', `Re: [${requestOf('mallory').reference}]`, '4. Available resources\nNo budget yet.\n');
    expect(requestOf('mallory').status).toBe('clarifying');
    await live('2027-01-23T15:00:00Z');

    const names = (name: Requester) => told(name).map(({ letter }) => letter);
    expect(names('mallory')).toEqual(['acknowledgement', 'follow-up', 'follow-up', 'dormant', 'questionnaire']);
    const first = new Date('2026-11-23T15:00:00Z');
    const [, seventh, fourteenth, thirtieth] = told('mallory').map((letter) => letter.day);
    const after = (days: number) => addBusinessDays(first, days, 'America/Toronto').toISOString().slice(0, 10);
    expect([seventh, fourteenth, thirtieth]).toEqual([after(7), after(14), after(30)]);
    expect(names('kone').filter((name) => name === 'meeting-reminder')).toHaveLength(1);
    expect(told('smith').filter(({ letter }) => letter === 'meeting-reminder')).toEqual([
      { letter: 'meeting-reminder', day: '2026-12-16' },
    ]);
    // Recalled the day before, and declined that same day; the next one was called off before its eve.
    expect(told('boateng').filter(({ letter }) => letter === 'meeting-reminder')).toEqual([
      { letter: 'meeting-reminder', day: '2026-11-24' },
    ]);
    const asked = [...clerk.register.letters.values()].filter(({ letter }) => letter === 'minutes');
    expect(asked.map(({ reference }) => reference)).toEqual(
      [requestOf('kone'), requestOf('traore'), requestOf('smith')].map(({ reference }) => reference),
    );
  });

  test('every calendar part is valid for an independent reader, and both calendars end as the register says', async () => {
    const { clerk, lettersTo } = months;
    const uids = new Set<string>();
    let refusals = 0;
    for (const name of [...(Object.keys(cast) as Requester[]), 'mtremblay' as const]) {
      const calendars = await readCalendars((await lettersTo(name)).map(({ raw }) => raw));
      const last = new Map<string, (typeof calendars)[number]>();
      for (const calendar of calendars) {
        expect(calendar, `${name}: ${calendar.uid}`).toMatchObject({
          faults: [],
          attached: true,
          mimeMethod: calendar.method,
          organizer: `mailto:${people.info}`,
        });
        expect(calendar.attendees).toContain(`mailto:${people.mtremblay}`);
        const before = last.get(calendar.uid);
        uids.add(calendar.uid);
        // The other time is refused: the meeting stays as it was (RFC 5546, 3.2.8).
        const refused = calendar.method === 'DECLINECOUNTER';
        refusals += refused ? 1 : 0;
        if (before) expect(calendar.sequence).toBe(before.sequence + (refused ? 0 : 1));
        if (!refused) last.set(calendar.uid, calendar);
      }
      const kept = [...last.values()].filter(({ method }) => method === 'REQUEST');
      const requests = [...clerk.register.requests.values()].filter(
        ({ requester }) => name === 'mtremblay' || requester.address === people[name],
      );
      const times = (meetings: readonly { uid: string; start: string; end: string }[]) =>
        meetings.map(({ uid, start, end }) => [uid, start, end]).toSorted();
      // A meeting that was held stays in the calendars.
      const wanted = requests.flatMap(({ meeting, met }) => [meeting ?? [], met ?? []].flat());
      expect(times(kept), name).toEqual(times(wanted));
      // Each of them was changed once.
      expect(
        kept.map(({ sequence }) => sequence),
        name,
      ).toEqual(wanted.map(() => 1));
    }
    expect(uids.size).toBe(5);
    expect(refusals).toBe(1);
  });

  test('every moment is printed as clocks show it, there and here', async () => {
    const { requestOf, lettersTo, now } = months;
    const invited: string[] = [];
    for (const [name, [, zone]] of Object.entries(cast) as [Requester, (typeof cast)[Requester]][]) {
      const letters = await lettersTo(name);
      const calendars = await Promise.all(letters.map(({ raw }) => readCalendars([raw])));
      const starts = [...requestOf(name).slots, ...calendars.flat(), { start: refused }].map(({ start }) => start);
      const right = new Set(starts.flatMap((start) => [zone, house].map((place) => clockIn(place, start))));
      for (const [index, { mail }] of letters.entries()) {
        const printed = mail.text.replace(/\s+/g, ' ').match(moment) ?? [];
        for (const each of printed) expect(right, `${name}: ${each}`).toContain(each.replace(/\(.*, /, '('));
        for (const { method, start } of calendars[index] ?? []) {
          if (method !== 'REQUEST') continue;
          invited.push(name);
          const told = printed.map((each) => each.replace(/\(.*, /, '('));
          expect(told, name).toEqual(expect.arrayContaining([clockIn(zone, start), clockIn(house, start)]));
        }
      }
    }
    expect(invited).toEqual(['kone', 'kone', 'traore', 'traore', 'boateng', 'boateng', 'smith', 'smith']);
    expect(now() - Date.parse('2026-11-23T15:00:00Z')).toBeGreaterThan(60 * day);
  });
});

const house = 'America/Toronto';
/** The time that a calendar proposed and staff did not take. */
const refused = '2026-12-04T21:00:00Z';
/** « jeudi 3 décembre 2026, 15 h 00 (Abidjan, UTC+0) » */
const moment = /\p{L}+ \d{1,2}(?:er)? \p{L}+ \d{4}, \d{1,2} h \d{2} \([^()]{1,40}, UTC[+−]\d{1,2}(?::\d{2})?\)/gu;

/** The same without its city, by another implementation; its table is older than Morocco’s change of 2026. */
function clockIn(zone: string, start: string): string {
  const timeZone = zone === 'Africa/Casablanca' ? 'UTC' : zone;
  const at = new Date(start);
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-CA', { timeZone, ...options }).format(at);
  const date = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(/ 1 /, ' 1er ');
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' })
    .format(at)
    .split(':');
  const ahead = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).format(at);
  const [, sign = '+', hours = '0', minutes = '00'] = /GMT([+-])(\d\d):(\d\d)/.exec(ahead) ?? [];
  const offset = `UTC${sign.replace('-', '−')}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return `${date.replaceAll('\u00A0', ' ')}, ${Number(hour)} h ${minute} (${offset})`;
}
