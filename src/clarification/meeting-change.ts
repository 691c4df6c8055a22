import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Meeting, Request, Slot } from '../model/request.ts';
import { byLanguage, envelope, proposal } from './offer.ts';
import { hostOf, inFull, meetingCalendar, meetingWords } from './sides.ts';

type Planned = { events: RegisterEvent[]; letters: Letter[] };

/** Another time for the meeting: SEQUENCE grows, and both calendars are told (RFC 5546, 2.1.4 and 3.2.2.1). */
export function moveMeeting(
  request: Request,
  meeting: Meeting,
  to: Pick<Slot, 'start' | 'end'>,
  policy: Policy,
  thread: readonly string[],
  now: Date,
): Planned {
  const { reference } = request;
  const { start, end } = to;
  const moved = { uid: meeting.uid, sequence: meeting.sequence + 1, start, end };
  const calendar = meetingCalendar('REQUEST', moved, request, policy, now);
  return {
    events: [{ kind: 'meeting-moved', reference, sequence: moved.sequence, start, end }],
    letters: toBoth('moved', request, meeting.start, start, calendar, policy, thread),
  };
}

/**
 * The meeting is off: both calendars are told (RFC 5546, 3.2.5).
 * @param instead - Slots that the requester is offered in the same letter; without any, the letter says that it is
 *   cancelled, and that the request is open still unless that is `closed` in the same plan.
 */
export function cancelMeeting(
  request: Request,
  meeting: Meeting,
  why: string,
  instead: { slots: readonly Slot[]; reason: 'declined' | 'moved' } | 'closed' | undefined,
  policy: Policy,
  thread: readonly string[],
  now: Date,
): Planned {
  const { reference } = request;
  const sequence = meeting.sequence + 1;
  const calendar = meetingCalendar('CANCEL', { ...meeting, sequence }, request, policy, now);
  const others = instead === 'closed' ? undefined : instead;
  const change = instead === 'closed' ? 'closed' : 'cancelled';
  const [theirs, ours] = toBoth(change, request, meeting.start, meeting.start, calendar, policy, thread);
  const offered = others && { ...proposal(request, others.slots, others.reason, policy, thread), calendar };
  const events: RegisterEvent[] = [{ kind: 'meeting-cancelled', reference, sequence, why }];
  if (others) events.push({ kind: 'slots-offered', reference, slots: [...others.slots] });
  return { events, letters: [offered ?? theirs, ours] };
}

/** The other time does not suit: who proposed it is told, and the meeting stays as it was (RFC 5546, 3.2.8). */
export function declineCounter(
  request: Request,
  meeting: Meeting,
  { attendee, start }: Pick<NonNullable<Meeting['counter']>, 'attendee' | 'start'>,
  policy: Policy,
  thread: readonly string[],
  now: Date,
): Planned {
  const { reference, subject } = request;
  const { location } = policy.meeting;
  const host = hostOf(policy);
  const localised = byLanguage(request, (language) => {
    const { when, whenThere } = meetingWords(language, meeting.start, request, policy);
    const other = meetingWords(language, start, request, policy);
    return { when, whenThere, proposed: other.whenThere || other.when };
  });
  const calendar = meetingCalendar('DECLINECOUNTER', meeting, request, policy, now);
  const reader =
    attendee === host.address
      ? { ...envelope(request, []), to: { name: host.name, address: host.address }, languages: ['fr'] as const }
      : envelope(request, thread);
  const data = { name: reader.to.name, reference, subject, location, localised };
  return {
    events: [{ kind: 'meeting-counter-declined', reference, attendee }],
    letters: [{ ...reader, name: 'meeting-kept', data, calendar }],
  };
}

function toBoth(
  change: LetterData['meeting-changed']['change'],
  request: Request,
  before: string,
  start: string,
  calendar: NonNullable<Letter['calendar']>,
  policy: Policy,
  thread: readonly string[],
): [Letter, Letter] {
  const host = hostOf(policy);
  const { reference, subject, requester } = request;
  const { location } = policy.meeting;
  const localised = byLanguage(request, (language) => {
    const { when, whenThere } = meetingWords(language, before, request, policy);
    return { ...meetingWords(language, start, request, policy), before: when, beforeThere: whenThere };
  });
  const common = { reference, subject, location, change };
  const { fr } = localised;
  return [
    {
      ...envelope(request, thread),
      name: 'meeting-changed',
      data: { ...common, name: requester.name, localised, requester: '' },
      calendar,
    },
    {
      ...envelope(request, []),
      to: { name: host.name, address: host.address },
      languages: ['fr'],
      name: 'meeting-changed',
      data: { ...common, name: host.name, localised: fr ? { fr } : {}, requester: inFull(requester) },
      calendar,
    },
  ];
}
