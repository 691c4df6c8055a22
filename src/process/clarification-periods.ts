import { alarm } from '../agenda/news.ts';
import { calendarTrouble, dueCalendars } from '../clarification/calendar-trouble.ts';
import { dueFollowUps, followUp } from '../clarification/follow-up.ts';
import { dueOnMeetings, meetingDay } from '../clarification/meeting-day.ts';
import { takeBack } from '../clarification/overtaken.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';

type Row = (
  cause: Extract<Cause, { kind: 'period' }>,
  register: Register,
  policy: Policy,
  now: Date,
) => Omit<Plan, 'author'>;

/** What falls due while a request is clarified. The ledger says whether it is still due: an answer may just have come. */
export const clarificationPeriods: Readonly<Record<string, Row>> = {
  'follow-up': ({ id }, register, policy, now) => {
    const due = dueFollowUps(register, policy, now).find((each) => each.id === id);
    return due ? { why: id, ...followUp(due, register, policy, now) } : nothing;
  },
  overtaken: ({ id }, register, _, now) => {
    const events = takeBack(id, register, now);
    return events.length > 0 ? { why: id, events, letters: [] } : nothing;
  },
  'day-before': ofMeeting,
  minutes: ofMeeting,
  calendars: ({ id }, register, policy, now) => {
    if (!dueCalendars(register, policy, now).some((each) => each.id === id)) return nothing;
    const { event, alarm: told } = calendarTrouble(policy);
    return { why: id, events: [event], letters: told ? alarm(told.trouble, told.what, told.todo, policy) : [] };
  },
};

function ofMeeting(...[{ id }, register, policy, now]: Parameters<Row>): ReturnType<Row> {
  const due = dueOnMeetings(register, policy, now).find((each) => each.id === id);
  return due ? { why: id, ...meetingDay(due, register, policy, now) } : nothing;
}

const nothing = { why: 'no longer due', events: [], letters: [] };
