import { addBusinessDays } from '../model/calendar.ts';
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
export function absence(register: Register, { timeZone }: Policy, now: Date): Jump | undefined {
  let last = '';
  for (const { at, triedAt = '' } of register.letters.values()) {
    if (at > last) last = at;
    if (triedAt > last) last = triedAt;
  }
  if (last === '') return undefined;
  const from = new Date(last);
  return now > addBusinessDays(from, 1, timeZone) ? { from, to: now } : undefined;
}

/** Digests and approvals whose time to answer runs beyond the moment from which the clock leapt, and would end with it. */
export function runningAt({ from }: Jump, register: Register): boolean {
  const beyond = (end: string | undefined) => end !== undefined && Date.parse(end) >= from.getTime();
  return (
    [...register.digests].some(([id, digest]) => !digest.closed && beyond(endOf(id, digest, register))) ||
    [...register.requests.values()].some(({ approval }) => beyond(approval?.until))
  );
}

/**
 * Whether an end is not believed yet: it was reached by a leap of the clock alone. Staff has a business day to set the
 * clock right; when it is set back, the end is not reached any more. What it shows after that day is the time, once a
 * mail came in of which the mail server, by its own clock, says so too.
 */
export function inDoubt(end: string, register: Register, { timeZone }: Policy, now: Date): boolean {
  return jumps(register).some(
    ({ from, to }) =>
      Date.parse(end) >= from.getTime() &&
      now >= to &&
      (now < addBusinessDays(to, 1, timeZone) || !borneOut(to.toISOString(), register)),
  );
}

function borneOut(moment: string, { mails }: Register): boolean {
  for (const { receivedAt } of mails.values()) if (receivedAt >= moment) return true;
  return false;
}

function jumps(register: Register): Jump[] {
  return [...register.years.values()].flatMap(({ periods }) =>
    Object.keys(periods)
      .filter((id) => id.startsWith('clock/'))
      .map(readJumpId),
  );
}
