import { addBusinessDays } from '../model/calendar.ts';
import { openRequests } from '../model/kin.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { endOf } from './deadline.ts';

/** A leap of the clock that nothing else on record bears out: it was set, or nobody was there to see the time pass. */
export interface Jump {
  from: Date;
  to: Date;
}

/** `clock/2026-11-24T15:00:00.000Z/2026-12-24T15:00:00.000Z` */
export function jumpId({ from, to }: Jump): string {
  return `clock/${from.toISOString()}/${to.toISOString()}`;
}

/** @throws if the id is not one that `jumpId` made. */
export function readJumpId(id: string): Jump {
  const [, from = '', to = ''] = /^clock\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  const jump = { from: new Date(from), to: new Date(to) };
  if (Number.isNaN(jump.from.getTime()) || Number.isNaN(jump.to.getTime()))
    throw new Error(`cannot read the period id ${id}`);
  return jump;
}

/**
 * From the last letter that was written or handed over to now, if more than a business day lies between: each has one at
 * least, the summary. A start cannot tell a long absence from a clock that is wrong.
 */
export function absence(register: Register, policy: Policy, now: Date): Jump | undefined {
  let last = '';
  for (const { at, triedAt = '' } of register.letters.values()) {
    if (at > last) last = at;
    if (triedAt > last) last = triedAt;
  }
  if (last === '') return undefined;
  const jump = { from: new Date(last), to: now };
  return isLong(jump, policy) ? jump : undefined;
}

/**
 * Whether anything hangs on such a leap: a time to answer that runs beyond the moment from which the clock leapt, and would
 * end with it, or what is still to go to partners, and would promise them a day of another time.
 */
export function hangsOn({ from }: Jump, register: Register): boolean {
  const beyond = (end: string | undefined) => end !== undefined && Date.parse(end) >= from.getTime();
  return (
    [...register.digests].some(([id, digest]) => !digest.closed && beyond(endOf(id, digest, register))) ||
    [...register.requests.values()].some(({ approval }) => beyond(approval?.until)) ||
    openRequests(register).some(({ notice, digest, status }) => notice && !digest && status !== 'closed') ||
    [...register.outbox].some((id) => register.letters.get(id)?.digest !== undefined)
  );
}

/**
 * Whether an end is not believed yet: it was reached by a leap of the clock alone. Staff has a business day to set the
 * clock right; when it is set back, the end is not reached any more. What it shows after that day is the time, once a
 * mail came in of which the mail server, by its own clock, says so too.
 */
export function inDoubt(end: string, register: Register, policy: Policy, now: Date): boolean {
  return doubts(register, policy, now).some(({ from }) => Date.parse(end) >= from.getTime());
}

/**
 * Whether today's date is not believed yet, by which partners would be told a day: as soon as a mail comes that the mail
 * server dates so too, it is. A leap within a day moves no day that is worth waiting for.
 */
export function dateInDoubt(register: Register, policy: Policy, now: Date): boolean {
  return doubts(register, policy, now).some(
    (jump) => isLong(jump, policy) && !borneOut(jump.to.toISOString(), register, 'another machine'),
  );
}

/** To staff, who would have a last day told to partners or to a requester that is counted from today. */
export const dateNotBelieved =
  'L’heure du greffier n’est pas confirmée : une fausse échéance serait annoncée. Vérifiez l’heure du serveur; si elle est juste, redonnez la commande : un courriel arrivé depuis la confirme.';

/**
 * What is left of a leap once the mails are looked at that the mail server took meanwhile, by its own clock: from the last
 * of them. Undefined when that is no leap at all.
 */
export function unexplained({ from, to }: Jump, { mails }: Register, policy: Policy): Jump | undefined {
  // What came with the leap may have had its time from the same wrong clock.
  const before = new Date(to.getTime() - hourMs).toISOString();
  let last = from.toISOString();
  for (const { receivedAt } of mails.values()) if (receivedAt > last && receivedAt <= before) last = receivedAt;
  const left = { from: new Date(last), to };
  return last > from.toISOString() && !isLong(left, policy) ? undefined : left;
}

/** Over more than a business day. */
export function isLong({ from, to }: Jump, { timeZone }: Policy): boolean {
  return to > addBusinessDays(from, 1, timeZone);
}

const hourMs = 3_600_000;

/** The leaps that nothing bears out yet, as far as they are unexplained. */
function doubts(register: Register, policy: Policy, now: Date): Jump[] {
  const doubted: Jump[] = [];
  for (const jump of jumps(register).filter(({ to }) => now >= to)) {
    // A time that is borne out bears out all before it.
    if (now >= addBusinessDays(jump.to, 1, policy.timeZone) && borneOut(jump.to.toISOString(), register)) break;
    const left = unexplained(jump, register, policy);
    if (left) doubted.push(left);
  }
  return doubted;
}

/** @param by - Mail in a Maildir bears the time of this machine. */
function borneOut(moment: string, { mails }: Register, by?: 'another machine'): boolean {
  for (const { receivedAt, source } of mails.values())
    if (receivedAt >= moment && !(by && source.startsWith('maildir/'))) return true;
  return false;
}

/** Those that led furthest first. */
function jumps(register: Register): Jump[] {
  return [...register.years.values()]
    .flatMap(({ periods }) =>
      Object.keys(periods)
        .filter((id) => id.startsWith('clock/'))
        .map(readJumpId),
    )
    .sort((a, b) => b.to.getTime() - a.to.getTime());
}
