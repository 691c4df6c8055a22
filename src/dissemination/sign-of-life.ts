import { addBusinessDays } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import { openRequests } from '../model/kin.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import { passed } from '../model/passed.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { momentShown, readClock } from '../model/zones.ts';
import { readPeriodId } from './digest.ts';

/** After that day of the month a sign of life says nothing any more. */
const latestDay = 14;
const dayMs = 86_400_000;

/**
 * `sign-of-life/2026-10`: due at nine on the first business day of the month after one whose digests, if it had any, are
 * still to go out. None for a month that began before anything was on the record.
 */
export function dueSignOfLife(register: Register, { timeZone }: Policy, now: Date): { id: string; due: string }[] {
  const today = new Date(readClock(now, timeZone).day * dayMs);
  if (today.getUTCDate() > latestDay) return [];
  const [year, monthNow] = [today.getUTCFullYear(), today.getUTCMonth()];
  const month = new Date(Date.UTC(year, monthNow - 1, 1)).toISOString().slice(0, 7);
  const id = `sign-of-life/${month}`;
  const eve = momentShown(Date.UTC(year, monthNow, 0, 9), timeZone);
  if (!eve || passed(register, id) || !atWorkBefore(register, month, timeZone)) return [];
  const due = addBusinessDays(eve, 1, timeZone);
  if (now < due) return [];
  // Of every digest there ever was it is asked at each tick of the clock: the calendar is looked at for few.
  const inMonth = (moment: Date) =>
    Math.abs(moment.getTime() - eve.getTime()) < 32 * dayMs && monthOf(moment, timeZone) === month;
  // One that was missed, and sent after the month was over, tells partners more than this letter would.
  const busy = [...register.digests].some(([digest, { at }]) => [new Date(at), readPeriodId(digest).due].some(inMonth));
  return busy ? [] : [{ id, due: due.toISOString() }];
}

/** One letter to every partner: no digest went out, whether there was one to send, and whether there is now. */
export function signOfLife(
  id: string,
  register: Register,
  policy: Policy,
): { events: RegisterEvent[]; letters: Letter[] } {
  const month = id.slice('sign-of-life/'.length);
  const waits = openRequests(register).some(({ notice, digest, status }) => notice && !digest && status !== 'closed');
  const data: LetterData['sign-of-life'] = { month, missed: missedIn(month, register, policy), waits };
  const letters = policy.partners.flatMap((partner): Letter[] => {
    const to = reachable(partner, register);
    if (!to) return [];
    const { name, address } = to;
    const shell = { to: { name, address }, languages: ['fr'] as const, partner: partner.id, digest: id };
    return [{ ...shell, name: 'sign-of-life', data, thread: [], automatic: true }];
  });
  return { events: [{ kind: 'period-passed', period: id, why: 'nothing was disseminated that month' }], letters };
}

/** Whether a digest was due in that month that did not go out at its time. */
function missedIn(month: string, { years }: Register, { timeZone }: Policy): boolean {
  const periods = [...years.values()].flatMap((year) => Object.keys(year.periods));
  return periods.some((id) => id.startsWith('digest/') && monthOf(readPeriodId(id).due, timeZone) === month);
}

/** Whether the first mail on the record came before that month began. */
function atWorkBefore(register: Register, month: string, timeZone: string): boolean {
  const [first] = register.mails.values();
  return first !== undefined && monthOf(new Date(first.at), timeZone) < month;
}

/** `2026-10` */
function monthOf(instant: Date, timeZone: string): string {
  return new Date(readClock(instant, timeZone).day * dayMs).toISOString().slice(0, 7);
}
