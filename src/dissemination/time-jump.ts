import { addBusinessDays } from '../model/calendar.ts';
import { openRequests } from '../model/kin.ts';
import { passed } from '../model/passed.ts';
import type { Policy } from '../model/policy.ts';
import { byAnotherMachine, type Register } from '../model/register.ts';
import { endOf } from './deadline.ts';

/**
 * A leap of the clock, ahead or back, that nothing else on record bears out: it was set, or nobody was there to see the time
 * pass.
 */
export interface Jump {
  from: Date;
  to: Date;
  /** Position of the journal when it was noticed. */
  after: number;
}

/** `clock/2026-11-24T15:00:00.000Z/2026-12-24T15:00:00.000Z/217` */
export function jumpId({ from, to, after }: Jump): string {
  return `clock/${from.toISOString()}/${to.toISOString()}/${after}`;
}

/** @throws if the id is not one that `jumpId` made. */
export function readJumpId(id: string): Jump {
  // Older records do not say where in the journal.
  const [, from = '', to = '', after = '0'] = /^clock\/([^/]+)\/([^/]+?)(?:\/(\d+))?$/.exec(id) ?? [];
  const jump = { from: new Date(from), to: new Date(to), after: Number(after) };
  if (Number.isNaN(jump.from.getTime()) || Number.isNaN(jump.to.getTime()))
    throw new Error(`cannot read the period id ${id}`);
  return jump;
}

/**
 * From the last line of the journal to now, if more than a business day lies between, for each has one at least, the
 * summary; or if the clock stands before it. A start cannot tell a long absence from a clock that is wrong.
 */
export function sinceLastLine(register: Register, policy: Policy, now: Date): Jump | undefined {
  if (register.at === '') return undefined;
  const jump = { from: new Date(register.at), to: now, after: register.position };
  return isLong(jump, policy) || wentBack(jump) ? jump : undefined;
}

/** The clock stands before a moment that is certain to be past; one that is set right by so much was not wrong. */
export function wentBack({ from, to }: Pick<Jump, 'from' | 'to'>): boolean {
  return to.getTime() < from.getTime() - settingMs;
}

/**
 * A mail that the mail server, by its own clock, took later than it is here: due once, where no leap back is on record that
 * tells it already.
 */
export function dueClock(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const { dated } = register;
  if (!dated || leapBack(register, policy, now)) return [];
  const jump = { from: new Date(dated.receivedAt), to: new Date(dated.at), after: dated.seq };
  const id = jumpId(jump);
  return wentBack(jump) && wentBack({ ...jump, to: now }) && !passed(register, id)
    ? [{ id, due: now.toISOString() }]
    : [];
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
 * server dates so too, it is. A leap ahead within a day moves no day that is worth waiting for.
 */
export function dateInDoubt(register: Register, policy: Policy, now: Date): boolean {
  const { dated } = register;
  if (dated && wentBack({ from: new Date(dated.receivedAt), to: now })) return true;
  if (leapBack(register, policy, now)) return true;
  return doubts(register, policy, now).some(
    (jump) => isLong(jump, policy) && !borneOut(jump.to.toISOString(), register, 'another machine'),
  );
}

/** To staff, who would have a last day told to partners or to a requester that is counted from today. */
export const dateNotBelieved =
  'L’heure du greffier n’est pas confirmée : une fausse échéance serait annoncée. Vérifiez l’heure du serveur; si elle est juste, redonnez la commande : un courriel arrivé depuis la confirme.';

/**
 * What is left of a leap once the mails are looked at that the mail server took meanwhile, by its own clock, and an earlier
 * leap that this one undoes: from the last moment that is borne out. Undefined when that is no leap at all.
 */
export function unexplained(jump: Jump, register: Register, policy: Policy): Jump | undefined {
  const { from, to, after } = jump;
  if (wentBack(jump)) {
    const setRight = doubts(register, policy, from).some((ahead) => !wentBack({ from: ahead.from, to }));
    return setRight || agreed(jump, register, policy, to) ? undefined : jump;
  }
  // What came with the leap may have had its time from the same wrong clock.
  const before = new Date(to.getTime() - hourMs).toISOString();
  const behind = leapBack(register, policy, from)?.from;
  let last = (behind && behind > from && behind <= to ? behind : from).toISOString();
  for (const { receivedAt } of register.mails.values())
    if (receivedAt > last && receivedAt <= before) last = receivedAt;
  const left = { from: new Date(last), to, after };
  return last > from.toISOString() && !isLong(left, policy) ? undefined : left;
}

/** Over more than a business day. */
export function isLong({ from, to }: Pick<Jump, 'from' | 'to'>, { timeZone }: Policy): boolean {
  return to > addBusinessDays(from, 1, timeZone);
}

const hourMs = 3_600_000;
const settingMs = hourMs;

/** The leap back that led to where the clock stands now, while nothing shows that it was ahead before. */
function leapBack(register: Register, policy: Policy, now: Date): Jump | undefined {
  return jumps(register).find(
    (jump) => wentBack(jump) && wentBack({ ...jump, to: now }) && !agreed(jump, register, policy, now),
  );
}

/**
 * Whether a mail that came after a leap back bears out the earlier time, as long as the mail server itself never showed a
 * later one; after a business day, in which staff could have set the clock right, it is believed in any case.
 */
function agreed({ to, after }: Jump, { mails, dated }: Register, { timeZone }: Policy, now: Date): boolean {
  const since = (seq: number | undefined) => seq !== undefined && seq > after;
  if (now >= addBusinessDays(to, 1, timeZone)) {
    for (const { seq, receivedAt } of mails.values()) if (since(seq) && receivedAt >= to.toISOString()) return true;
    return false;
  }
  if (!since(dated?.seq)) return false;
  for (const mail of mails.values())
    if (byAnotherMachine(mail) && wentBack({ from: new Date(mail.receivedAt), to: now })) return false;
  return true;
}

/** The leaps ahead that nothing bears out yet, as far as they are unexplained. */
function doubts(register: Register, policy: Policy, now: Date): Jump[] {
  const doubted: Jump[] = [];
  for (const jump of jumps(register).filter(({ from, to }) => to > from && now >= to)) {
    // A time that is borne out bears out all before it.
    if (now >= addBusinessDays(jump.to, 1, policy.timeZone) && borneOut(jump.to.toISOString(), register)) break;
    const left = unexplained(jump, register, policy);
    if (left) doubted.push(left);
  }
  return doubted;
}

function borneOut(moment: string, { mails }: Register, by?: 'another machine'): boolean {
  for (const mail of mails.values()) if (mail.receivedAt >= moment && !(by && !byAnotherMachine(mail))) return true;
  return false;
}

/** Those that led furthest first. */
function jumps({ leaps }: Register): Jump[] {
  return leaps.map(readJumpId).sort((a, b) => b.to.getTime() - a.to.getTime());
}
