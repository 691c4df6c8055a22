import type { RegisterEvent } from '../model/events.ts';
import { passed } from '../model/passed.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Category, categories, type Request } from '../model/request.ts';
import { awaiting, periodId } from './digest.ts';
import { lastDue, nextDue } from './periods.ts';

/** Due whenever the configuration has another schedule than the record. */
export function dueSchedules(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  return changed(register, policy).length > 0
    ? [{ id: `schedule/${register.position + 1}`, due: now.toISOString() }]
    : [];
}

/** A period that was due by a schedule which the clerk does not follow any more, and that never ran. */
export interface Forgotten {
  id: string;
  due: Date;
  requests: Request[];
  /** When they go out by themselves. */
  next: Date | undefined;
}

/**
 * Puts on record which schedules are followed from now on. What fell due by the one before while nobody was there, and
 * by the new one does not, is asked of people: it is neither forgotten, nor sent at a time that nobody wants any more.
 */
export function followSchedules(
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; forgotten: Forgotten[] } {
  const followed = changed(register, policy);
  const forgotten = followed.flatMap((category) => forgottenOf(category, register, policy, now));
  return {
    events: [
      ...followed.map((category): RegisterEvent => {
        const { expression, second, minute, hour, dayOfMonth, month, dayOfWeek } = policy.modalities[category].schedule;
        const days = { dayOfMonth: [...dayOfMonth], month: [...month], dayOfWeek: [...dayOfWeek] };
        const cron = { expression, second: [...second], minute: [...minute], hour: [...hour], ...days };
        return { kind: 'schedule-followed', category, timeZone: policy.timeZone, cron };
      }),
      ...forgotten.map(
        ({ id }): RegisterEvent => ({ kind: 'period-passed', period: id, why: 'missed, and the schedule was changed' }),
      ),
    ],
    forgotten,
  };
}

function changed({ schedules }: Register, { modalities, timeZone }: Policy): Category[] {
  return categories.filter((category) => {
    const known = schedules.get(category);
    return known?.cron.expression !== modalities[category].schedule.expression || known.timeZone !== timeZone;
  });
}

function forgottenOf(category: Category, register: Register, policy: Policy, now: Date): Forgotten[] {
  const known = register.schedules.get(category);
  const due = known && lastDue(known.cron, known.timeZone, now);
  if (!due || due.toISOString() < known.since) return [];
  const { schedule } = policy.modalities[category];
  // What is due by the new schedule since then carries it too.
  const covering = lastDue(schedule, policy.timeZone, now);
  const id = periodId({ category, due });
  if ((covering && covering >= due) || register.digests.has(id) || passed(register, id)) return [];
  const requests = awaiting({ category, due }, register, now);
  return requests.length > 0 ? [{ id, due, requests, next: nextDue(schedule, policy.timeZone, now) }] : [];
}
