import { addBusinessDays } from '../model/calendar.ts';
import type { EventOf } from '../model/events.ts';
import { type Modality, type Policy, usualHorizons } from '../model/policy.ts';
import type { Digest, LetterRecord } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import { localTime, momentAt } from '../model/zones.ts';

/** Partners have whole days: a deadline is the last minute of its day. */
const lastMinute = '23:59';

/** The end of that day, so many business days after `from`: the last moment to answer. */
export function closing(from: Date, days: number, timeZone: string): Date {
  const day = localTime(addBusinessDays(from, days, timeZone), timeZone).toPlainDate();
  const end = momentAt(day, lastMinute, timeZone);
  if (!end) throw new Error(`cannot find the end of ${day.toString()} in ${timeZone}`);
  // They read « 23 h 59 »: the minute is theirs to its end.
  return new Date(end.getTime() + 59_999);
}

/** What a digest promises when it is planned. */
export interface Promised {
  /** The last moment to answer as it is announced. */
  answerBy: string;
  /** No extension passes it. */
  latest: string;
  /** Business days to answer. */
  answerDays: number;
}

/**
 * The same time for all partners: that of the modality, or what an outside deadline leaves of it, with the days that the
 * house needs in between. One business day at the least: whether so little is enough was asked at the release.
 * @param outside - The requester's own last day, `YYYY-MM-DD`.
 */
export function announced(
  { answerDays, extensionDays = 0 }: Modality,
  outside: string | undefined,
  policy: Pick<Policy, 'timeZone' | 'horizons'>,
  now: Date,
): Promised {
  const most = answerDays + extensionDays;
  const left = outside === undefined ? most : Math.max(1, daysBefore(outside, most, policy, now));
  const end = (days: number) => closing(now, days, policy.timeZone).toISOString();
  const days = Math.min(answerDays, left);
  return { answerBy: end(days), latest: end(Math.min(most, left)), answerDays: days };
}

/**
 * Business days that partners who are written to at that moment have, at the most `most`, so that the house has its own
 * before the outside deadline.
 */
export function daysBefore(
  outside: string,
  most: number,
  { timeZone, horizons = usualHorizons }: Pick<Policy, 'timeZone' | 'horizons'>,
  from: Date,
): number {
  let days = 0;
  while (days < most) {
    const handedOver = addBusinessDays(from, days + 1 + horizons.leadDays, timeZone);
    if (localTime(handedOver, timeZone).toPlainDate().toString() > outside) break;
    days += 1;
  }
  return days;
}

/**
 * The partners' last day, if what they answer then cannot be handed over by the outside deadline with the days that the
 * house needs in between; undefined when it can.
 */
export function passesOutside(
  digest: Digest,
  outside: string | undefined,
  { timeZone, horizons = usualHorizons }: Pick<Policy, 'timeZone' | 'horizons'>,
): string | undefined {
  const end = new Date(toldEnd(digest));
  const day = (moment: Date) => localTime(moment, timeZone).toPlainDate().toString();
  const handedOver = day(addBusinessDays(end, horizons.leadDays, timeZone));
  return outside !== undefined && handedOver > outside ? day(end) : undefined;
}

/** Business days to the reminder: a shorter time to answer has it in the same proportion. */
export function reminderDays(
  { reminderDays: usual, answerDays }: Modality,
  days: number = answerDays,
): number | undefined {
  return usual === undefined ? undefined : Math.max(1, Math.round((usual * days) / answerDays));
}

/** The letter that a partner's standing rests on: the first that brought it the digest, else the last that tried to. */
export interface Standing {
  partner: string;
  id: string;
  letter: Pick<LetterRecord, 'state' | 'accepted' | 'triedAt'>;
}

/** By letter id, what is not on the ledger yet. */
export type Pending = ReadonlyMap<string, Pick<LetterRecord, 'state' | 'accepted'>>;

const nothing: Pending = new Map();

/** What became of the digest for each partner that the rules gave it; newcomers are left out. */
export function standings(digest: Digest, register: Register, after: Pending = nothing): Standing[] {
  const planned = new Set(digest.partners ?? Object.keys(digest.letters));
  return Object.keys(digest.letters).flatMap((partner) => {
    const standing = planned.has(partner) ? standingOf(partner, digest, register, after) : undefined;
    return standing ? [standing] : [];
  });
}

/** Whether a partner's standing rests on that letter; of one partner, for it is asked at every answer of a server. */
export function restsOn(id: string, partner: string, digest: Digest, register: Register): boolean {
  if (digest.partners && !digest.partners.includes(partner)) return false;
  return standingOf(partner, digest, register)?.id === id;
}

/** Ids of the letters that carried the digest to a partner, oldest first. */
export function carriers(partner: string, { earlier, letters }: Digest): string[] {
  return [...(earlier?.[partner] ?? []), ...(letters[partner] === undefined ? [] : [letters[partner]])];
}

/** Newcomers have one too, though no deadline rests on it. */
export function standingOf(
  partner: string,
  digest: Digest,
  register: Register,
  after: Pending = nothing,
): Standing | undefined {
  // Who takes over from a person has it sent once more; the institution was served before.
  const ids = carriers(partner, digest);
  const accepted = ids.find((id) => (after.get(id) ?? register.letters.get(id))?.state === 'accepted');
  const id = accepted ?? ids.at(-1) ?? '';
  const letter = register.letters.get(id);
  return letter && { partner, id, letter: { ...letter, ...after.get(id) } };
}

/**
 * Whether a letter that a standing rests on is still to be sent. Asked at every answer of a server: the ledger is not
 * gone through.
 * @param except - Letters of which that is known otherwise.
 */
export function standingOpen(
  id: string,
  digest: Digest,
  register: Register,
  except: { has(letter: string): boolean } = new Set(),
): boolean {
  for (const letterId of register.outbox) {
    if (except.has(letterId)) continue;
    const { digest: of, partner = '' } = register.letters.get(letterId) ?? {};
    if (of !== id || !(digest.partners ?? [partner]).includes(partner)) continue;
    if (standingOf(partner, digest, register)?.id === letterId) return true;
  }
  return false;
}

/** When a server took the letter; undefined when none did, or it came back. Older ledgers hold only the last try. */
export function acceptedAt({ state, accepted, triedAt }: Standing['letter']): string | undefined {
  return state === 'accepted' ? (accepted?.at ?? triedAt) : undefined;
}

/**
 * The deadline as the deliveries make it, when it is not that already. The time to answer is the same for all: it runs
 * from the last acceptance, never backwards, and no further than was promised.
 */
export function newDeadline(
  id: string,
  digest: Digest,
  ledger: readonly Standing[],
  policy: Policy,
): EventOf<'deadline-set'> | undefined {
  if (digest.closed || ledger.some(({ letter }) => awaitsSending(letter.state))) return undefined;
  const accepted = ledger.flatMap(({ letter }) => acceptedAt(letter) ?? []);
  if (accepted.length === 0) return undefined;
  const last = new Date(Math.max(...accepted.map((at) => Date.parse(at))));
  const { answerDays = policy.modalities[digest.category].answerDays } = digest;
  const reached = closing(last, answerDays, policy.timeZone).toISOString();
  const known = digest.deadline ?? digest.answerBy ?? '';
  // The cap is for stragglers: where nobody had it in time, all have their days from when it came.
  const { latest = reached } = digest;
  const capped = reached > latest && accepted.some((at) => at <= latest) ? latest : reached;
  const deadline = capped > known ? capped : known;
  return deadline === digest.deadline ? undefined : { kind: 'deadline-set', digest: id, deadline };
}

/**
 * The last moment to answer; while deliveries are open, the day that no extension passes. Undefined as long as nobody
 * was served by then: no time has run yet.
 */
export function endOf(id: string, digest: Digest, register: Register): string | undefined {
  const { deadline, latest } = digest;
  if (latest === undefined) return deadline;
  if (deadline !== undefined) return deadline < latest && standingOpen(id, digest, register) ? latest : deadline;
  const first = firstAcceptance(digest, register);
  return first !== undefined && first <= latest ? latest : undefined;
}

/** When the first of those that the rules gave it was served. */
export function firstAcceptance(digest: Digest, register: Register): string | undefined {
  let first: string | undefined;
  for (const { letter } of standings(digest, register)) {
    const at = acceptedAt(letter);
    if (at !== undefined && (first === undefined || at < first)) first = at;
  }
  return first;
}

/** The last moment to answer as partners have been told it. */
export function toldEnd({ deadline, answerBy, latest, at }: Digest): string {
  return deadline ?? answerBy ?? latest ?? at;
}

/**
 * How an answer of that moment stands: late for good; or after the deadline that partners were told, and late unless that
 * is extended for all while deliveries are open. Whoever was served after that day was told no other.
 */
export function lateness(
  receivedAt: string,
  id: string,
  digest: Digest,
  register: Register,
): { late: boolean; receivedAt?: string } {
  const { deadline, answerBy, latest, closed } = digest;
  const after = (end: string | undefined) => end !== undefined && Date.parse(receivedAt) > Date.parse(end);
  if (closed) return { late: after(deadline ?? answerBy ?? latest ?? closed) };
  if (after(endOf(id, digest, register))) return { late: true };
  const told = toldEnd(digest);
  const first = firstAcceptance(digest, register);
  return { late: false, ...(after(told) && first !== undefined && first <= told && { receivedAt }) };
}
