import { Temporal } from 'temporal-polyfill';
import { addBusinessDays } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import { mailsOf } from '../model/filing.ts';
import { openRequests } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import { isOver } from '../model/meetings.ts';
import { takenForMachine } from '../model/person-shown.ts';
import { type FollowUpPolicy, type Policy, usualFollowUp } from '../model/policy.ts';
import type { LetterRecord } from '../model/records.ts';
import { awaitsSending, pauseOf, type Register } from '../model/register.ts';
import { points, type Request } from '../model/request.ts';
import { localTime, momentAt } from '../model/zones.ts';
import { byLanguage, envelope, questionnaireButton, slotLines } from './offer.ts';
import { questionLines } from './questionnaire.ts';
import { answers, turnOf } from './turn.ts';

/** What falls due for a request that waits for its requester. */
export interface FollowUp {
  /** `follow-up/INMQ-2026-0042/2026-11-23T15:00:00.000Z/1`: by the letter that waits for an answer, and the step. */
  id: string;
  due: string;
  afterMail: true;
  reference: string;
  step: 'reminder' | 'last-reminder' | 'dormant';
}

/**
 * The next step for each request whose requester owes an answer: reminders, then dormancy. Read from the ledger alone:
 * after a time without the clerk each step still comes, in its order and with its distance to the one before.
 */
export function dueFollowUps(register: Register, policy: Policy, now: Date): FollowUp[] {
  // What cannot leave now would come in one heap with what follows.
  if (pauseOf(register)) return [];
  return openRequests(register).flatMap((request) => {
    const next = waits(request, now) ? nextStep(request, register, policy, now) : undefined;
    return next && Date.parse(next.due) <= now.getTime() ? [next] : [];
  });
}

/** The events and the letter of one step. */
export function followUp(
  { reference, step }: FollowUp,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const request = register.requests.get(reference);
  if (!request) throw new Error(`cannot find request ${reference} in the register`);
  const { subject, requester } = request;
  const thread = threadOf(request, register);
  const isMachine = takenForMachine(requester.address, register);
  const data = { name: requester.name, reference, subject };
  const answerAll = (language: Parameters<typeof questionnaireButton>[1]) =>
    questionnaireButton(request, language, policy);
  if (step === 'dormant') {
    const localised = byLanguage(request, (language) => ({ answerAll: answerAll(language) }));
    return {
      events: [{ kind: 'status-changed', reference, status: 'dormant', why: 'the requester did not answer' }],
      letters: isMachine ? [] : [{ ...envelope(request, thread), name: 'dormant', data: { ...data, localised } }],
    };
  }
  // With a meeting that is over, what was offered before it is gone.
  const open = request.meeting
    ? []
    : request.slots.filter(({ start, withdrawn }) => !withdrawn && Date.parse(start) > now.getTime());
  const localised = byLanguage(request, (language) => ({
    missing: questionLines(language, request.points).filter((_, index) => !request.points[points[index] ?? 'needs']),
    slots: slotLines(request, open, language, policy),
    answerAll: answerAll(language),
  }));
  const last = step === 'last-reminder';
  return {
    events: [],
    letters: [{ ...envelope(request, thread), name: 'follow-up', data: { ...data, last, localised } }],
  };
}

/** Whether an answer is what the request waits for; who has a meeting, or has said everything, owes none. */
function waits({ status, requester, meeting, chosen, points: answers }: Request, now: Date): boolean {
  if (status !== 'received' && status !== 'clarifying') return false;
  if (!requester.address || (meeting && !isOver(meeting, now)) || chosen) return false;
  return !points.every((point) => answers[point]);
}

function nextStep(request: Request, register: Register, policy: Policy, now: Date): FollowUp | undefined {
  const { reminderDays, dormantDays }: FollowUpPolicy = policy.followUp ?? usualFollowUp;
  const turn = turnOf(request, register, now);
  if (turn.of === 'house') return undefined;
  const { asked, written } = turn;
  // Nobody is late with an answer to what waits to be sent.
  if (written.some(({ state }) => awaitsSending(state))) return undefined;
  const reminders = written.filter(({ letter, at }) => letter === 'follow-up' && at > asked.at);
  const days = [...reminderDays, dormantDays];
  // A machine would answer a reminder too.
  const isMachine = takenForMachine(request.requester.address, register);
  const index = isMachine ? reminderDays.length : Math.min(reminders.length, reminderDays.length);
  const after = (at: string, count: number) => addBusinessDays(new Date(at), count, policy.timeZone);
  const before = reminders.at(-1);
  const due = after(leftAt(asked), days[index] ?? dormantDays);
  const spaced = before && after(leftAt(before), Math.max(1, (days[index] ?? dormantDays) - (days[index - 1] ?? 0)));
  const resumed = request.held && reopens(request.held.until, leftAt(asked), policy);
  const latest = Math.max(...[due, spaced, resumed].map((each) => each?.getTime() ?? 0));
  const last = index === reminderDays.length - 1 ? 'last-reminder' : 'reminder';
  return {
    id: `follow-up/${request.reference}/${asked.at}/${index + 1}`,
    due: new Date(latest).toISOString(),
    afterMail: true,
    reference: request.reference,
    step: index < reminderDays.length ? last : 'dormant',
  };
}

/** That day, or the next one on which the house works, at the hour of the letter that waits for an answer. */
function reopens(until: string, at: string, { timeZone }: Policy): Date {
  const eve = Temporal.PlainDate.from(until).subtract({ days: 1 });
  const hour = localTime(new Date(at), timeZone).toPlainTime().toString();
  const same = momentAt(eve, hour, timeZone) ?? momentAt(eve, '12:00', timeZone);
  if (!same) throw new Error(`cannot find noon of ${eve} in ${timeZone}`);
  return addBusinessDays(same, 1, timeZone);
}

/** When a server took it; what a meeting left open, from its end on. */
function leftAt({ at, accepted }: LetterRecord): string {
  return accepted && accepted.at > at ? accepted.at : at;
}

/** In the thread of what they wrote last. */
function threadOf(request: Request, register: Register): string[] {
  const ids = mailsOf(register, request).flatMap((id) => {
    const mail = register.mails.get(id);
    return mail && answers.has(mail.disposition) && mail.messageId ? [mail.messageId] : [];
  });
  return ids.slice(-1);
}
