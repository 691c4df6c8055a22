import type { EventOf } from './events.ts';
import type { Happening, Meeting, Request } from './request.ts';

export type MeetingEvent = EventOf<
  | 'slot-chosen'
  | 'meeting-booked'
  | 'meeting-moved'
  | 'meeting-cancelled'
  | 'meeting-held'
  | 'meeting-answered'
  | 'meeting-countered'
  | 'meeting-counter-declined'
>;

/** What the request's history keeps of it. */
export function meetingLine(event: MeetingEvent): Happening {
  switch (event.kind) {
    case 'slot-chosen':
      return { kind: event.kind, number: event.slot };
    case 'meeting-booked':
    case 'meeting-moved':
      return { kind: event.kind, start: event.start };
    case 'meeting-cancelled':
    case 'meeting-held':
      return { kind: event.kind };
    case 'meeting-answered':
      return { kind: event.kind, attendee: event.attendee, partstat: event.partstat };
    case 'meeting-countered':
      return { kind: event.kind, attendee: event.attendee, start: event.start };
    case 'meeting-counter-declined':
      return { kind: event.kind, attendee: event.attendee };
    default:
      return event satisfies never;
  }
}

/** What is compared of a UID: some systems change its case on its way. */
export function bareUid(uid: string): string {
  return uid.trim().toLowerCase();
}

/** Whether the meeting's end has come, on the record or not yet. */
export function isOver({ end }: Pick<Meeting, 'end'>, now: Date): boolean {
  return Date.parse(end) <= now.getTime();
}

/** Changes the request's meeting in place. */
export function alterMeeting(request: Request, event: MeetingEvent, at: string): void {
  if (event.kind === 'slot-chosen') {
    request.chosen = { number: event.slot, at };
    return;
  }
  if (settling.has(event.kind)) delete request.chosen;
  if (event.kind === 'meeting-booked') {
    const { uid, sequence, start, end } = event;
    request.meeting = { uid, sequence, start, end, at, answers: {} };
    return;
  }
  if (event.kind === 'meeting-cancelled' || event.kind === 'meeting-held') {
    if (event.kind === 'meeting-held' && request.meeting) {
      const { uid, start, end } = request.meeting;
      request.met = { uid, start, end };
    }
    delete request.meeting;
    // A slot of that time would be booked under a UID that calendars know as cancelled.
    request.slots = request.slots.map((slot) => ({ ...slot, withdrawn: true }));
    return;
  }
  // The answer may come after the cancellation.
  if (request.meeting) amend(request.meeting, event, at);
}

/** After these nobody has to confirm a slot any more. */
const settling: ReadonlySet<string> = new Set(['meeting-booked', 'meeting-moved', 'meeting-cancelled', 'meeting-held']);

function amend(
  meeting: Meeting,
  event: EventOf<'meeting-moved' | 'meeting-answered' | 'meeting-countered' | 'meeting-counter-declined'>,
  at: string,
): void {
  switch (event.kind) {
    case 'meeting-moved': {
      const { sequence, start, end } = event;
      // Answers were to another time.
      Object.assign(meeting, { sequence, start, end, at, answers: {} });
      delete meeting.counter;
      return;
    }
    case 'meeting-answered':
      meeting.answers[event.attendee] = event.partstat;
      return;
    case 'meeting-countered': {
      const { attendee, start, end, comment } = event;
      meeting.counter = { attendee, start, end, comment, at };
      return;
    }
    case 'meeting-counter-declined':
      delete meeting.counter;
      return;
    default:
      event satisfies never;
  }
}
