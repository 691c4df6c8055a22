import { dueCalendars } from '../clarification/calendar-trouble.ts';
import { dueFollowUps } from '../clarification/follow-up.ts';
import { dueOnMeetings } from '../clarification/meeting-day.ts';
import { dueOvertaken } from '../clarification/overtaken.ts';
import { dueApprovals } from '../dissemination/approval.ts';
import { dueDigests } from '../dissemination/digest.ts';
import { dueNetwork } from '../dissemination/newcomers.ts';
import { dueRedating } from '../dissemination/redating.ts';
import { dueSchedules } from '../dissemination/schedules.ts';
import { dueSignOfLife } from '../dissemination/sign-of-life.ts';
import { dueSteps } from '../dissemination/steps.ts';
import { dueClock } from '../dissemination/time-jump.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { dueSummary } from './summary.ts';
import { dueTroubles } from './troubles.ts';
import { dueYearly } from './yearly.ts';

/** A period that the clock has reached: `id` names it once and for ever. */
export interface Due {
  id: string;
  due: string;
  /** True where a mail that waits in the inbox may change everything: it is read first. */
  afterMail?: boolean;
  /** An inbox that cannot be read is not waited for after that. */
  waitsUntil?: string;
}

/** What falls due by the register itself, beside the schedules of the configuration; each row names its own periods. */
const sources: readonly ((register: Register, policy: Policy, now: Date) => Due[])[] = [
  dueClock,
  dueNetwork,
  dueRedating,
  dueSchedules,
  // A firing that comes late is dropped by the timer: what is due is read from the schedule.
  dueDigests,
  dueApprovals,
  dueSteps,
  dueSignOfLife,
  dueOvertaken,
  dueFollowUps,
  dueOnMeetings,
  dueCalendars,
  dueSummary,
  dueTroubles,
  dueYearly,
];

/** Everything that is due by now and not done. */
export function dueNow(register: Register, policy: Policy, now: Date): Due[] {
  return sources.flatMap((source) => source(register, policy, now));
}
