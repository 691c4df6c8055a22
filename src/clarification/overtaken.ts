import type { RegisterEvent } from '../model/events.ts';
import { keptAs } from '../model/filing.ts';
import { isOver } from '../model/meetings.ts';
import type { LetterRecord } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { lastAnswer } from './turn.ts';

type Why = (letter: LetterRecord, request: Request, register: Register, now: Date) => string | undefined;

const asksForAnswer: Why = ({ at }, request, register, now) => {
  const { status, meeting } = request;
  if (status === 'closed') return 'not sent: the request is closed';
  if (lastAnswer(request, register) > at) return 'not sent: the requester has answered';
  return meeting && !isOver(meeting, now) ? 'not sent: a meeting is fixed' : undefined;
};

/** Letters that the clerk writes by the calendar, and what makes each needless before it leaves. */
const reasons: Readonly<Record<string, Why>> = {
  'follow-up': asksForAnswer,
  dormant: asksForAnswer,
  'meeting-reminder': ({ at }, { meeting }, _, now) =>
    meeting && Date.parse(meeting.start) > now.getTime() && (meeting.at ?? '') <= at
      ? undefined
      : 'not sent: the meeting has begun, or is another one',
};

/** Why a letter that could not leave so far would say what is no longer so; undefined while it holds. */
export function overtaken(letter: LetterRecord, register: Register, now: Date): string | undefined {
  const why = reasons[letter.letter];
  // One that is just being handed over cannot be called back.
  if (!why || !awaitsSending(letter.state) || letter.state === 'sending') return undefined;
  const request = register.requests.get(keptAs(register, letter.reference ?? ''));
  return request && why(letter, request, register, now);
}

const prefix = 'overtaken/';

/** `overtaken/` and the letter: one that need not be sent any more, so that the ledger does not wait for it. */
export function dueOvertaken(register: Register, _: unknown, now: Date): { id: string; due: string }[] {
  return [...register.outbox].flatMap((id) => {
    const letter = register.letters.get(id);
    return letter && overtaken(letter, register, now) ? [{ id: `${prefix}${id}`, due: now.toISOString() }] : [];
  });
}

export function takeBack(period: string, register: Register, now: Date): RegisterEvent[] {
  const id = period.slice(prefix.length);
  const letter = register.letters.get(id);
  const response = letter && overtaken(letter, register, now);
  if (!letter || !response) return [];
  return [{ kind: 'delivery-changed', letter: id, state: 'withdrawn', attempt: letter.attempt, response }];
}
