import { Temporal } from 'temporal-polyfill';
import type { Entry, RegisterEvent } from '../../src/model/events.ts';
import type { Category } from '../../src/model/request.ts';

const zone = 'America/Toronto';
const hour = 3_600_000;
export const start = Date.parse('2026-11-23T15:00:00Z');
export const end = Date.parse('2027-12-01T15:00:00Z');
/** Nobody is there in these hours, Val-d'Or time: over schedules, and over both clock changes. */
const stops: [from: string, to: string][] = [
  ['2026-12-14T08:00', '2026-12-14T11:30'],
  ['2027-01-11T08:30', '2027-01-12T22:00'],
  ['2027-03-13T22:00', '2027-03-15T10:00'],
  ['2027-11-06T20:00', '2027-11-08T09:30'],
];
const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const absences = stops.map(([from, to]) => ({ from: instant(from), to: instant(to) }));
export const away = (at: number) => absences.some(({ from, to }) => at >= from && at < to);

/** Written out from the calendars of the two years; not computed. */
const holidays = new Set(
  `2026-12-24 2026-12-25 2026-12-26 2026-12-31 2027-01-01 2027-01-02 2027-03-26 2027-03-29 2027-05-24 2027-06-24 2027-07-01
   2027-09-06 2027-10-11 2027-12-24 2027-12-25 2027-12-26 2027-12-31 2028-01-01 2028-01-02`.split(/\s+/),
);

/** The last minute of the day, so many business days after that moment, ISO 8601. */
export function lastMinute(at: number, days: number): string {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) left -= 1;
  }
  return new Date(day.toPlainDateTime('23:59:59.999').toZonedDateTime(zone).epochMilliseconds).toISOString();
}

interface Counted {
  name: string;
  digest: string;
  partner: string;
  to: string;
  content: string;
  /** When it was planned. */
  at: number;
  last: string;
  accepted: number;
  bounced: number;
}

/** What the lines of the journal say, without the register. */
export function tally(entries: readonly Entry[]) {
  const letters = new Map<string, Counted>();
  const byMessageId = new Map<string, Counted>();
  const digests = new Map<
    string,
    {
      id: string;
      category: Category;
      at: number;
      references: string[];
      deadlines: string[];
      corrections: number;
      reminded: number;
      closed: number;
      answered: { partner: string; reference: string; at: number }[];
    }
  >();
  const carries = (reference: string) => [...digests.values()].find(({ references }) => references.includes(reference));
  for (const { at, payload } of entries) {
    for (const event of payload?.events ?? []) note(event, Date.parse(at));
    for (const email of payload?.emails ?? []) {
      if (!email.digest || !email.partner) continue;
      const { digest, partner: of, content, letter: name } = email;
      const counted = {
        name,
        digest,
        partner: of,
        to: email.to.address,
        content,
        at: Date.parse(at),
        last: '',
        accepted: 0,
        bounced: 0,
      };
      letters.set(email.id, counted);
      byMessageId.set(email.messageId, counted);
    }
  }
  return { letters: [...letters.values()], byMessageId, digests: [...digests.values()] };

  function note(event: RegisterEvent, at: number): void {
    if (event.kind === 'digest-planned')
      digests.set(event.digest, {
        id: event.digest,
        category: event.category,
        at,
        references: event.references,
        deadlines: [],
        corrections: 0,
        reminded: 0,
        closed: 0,
        answered: [],
      });
    if (event.kind === 'deadline-set') digests.get(event.digest)?.deadlines.push(event.deadline);
    const digest = event.kind === 'digest-step' ? digests.get(event.digest) : undefined;
    if (digest && event.kind === 'digest-step') digest[event.step] = at;
    if (event.kind === 'interest-recorded')
      carries(event.reference)?.answered.push({ partner: event.partner, reference: event.reference, at });
    if (event.kind === 'notice-corrected') {
      const digest = carries(event.reference);
      if (digest) digest.corrections += 1;
    }
    if (event.kind !== 'delivery-changed') return;
    const letter = letters.get(event.letter);
    if (!letter) return;
    letter.last = event.state;
    if (event.state === 'accepted') letter.accepted = at;
    if (event.state === 'bounced') letter.bounced = at;
  }
}

/** The same numbers in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When that category goes out on that day, written down once more, by hand. */
function scheduled(day: Temporal.PlainDate, category: Category): number | undefined {
  // What the clock skips is due as much later as it jumps; of what it repeats, the first counts (RFC 5545, 3.3.5).
  const at = (time: string) =>
    day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  if (category === 'short') return day.dayOfWeek <= 5 ? at('09:00') : undefined;
  if (category === 'medium') return [7, 14].includes(day.day) ? at('01:00') : undefined;
  return day.day === 14 && day.month % 3 === 0 ? at('02:00') : undefined;
}

/** The id of the digest that the rules give a request: by walking the schedules from its release. */
export function expectedDigest(at: number, category: Category): string | undefined {
  for (
    let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    ;
    day = day.add({ days: 1 })
  ) {
    const due = scheduled(day, category);
    if (due === undefined || due < at) continue;
    if (due >= end - hour) return undefined;
    let seen = due;
    while (away(seen) || (seen - start) % hour !== 0) seen += 60_000;
    const late = { short: 12, medium: 72, long: 168 }[category] * hour;
    if (seen - due <= late) return `digest/${category}/${new Date(due).toISOString()}`;
  }
}
