import { cancelMeeting } from '../clarification/meeting-change.ts';
import { momentLine } from '../clarification/wording.ts';
import { isOver } from '../model/meetings.ts';
import type { Done, RequestSituation } from './command.ts';

/** With a request that is closed, the meeting to come is off: both calendars are told (RFC 5546, 3.2.5). */
export function callOff({
  request,
  policy,
  now,
  person,
}: RequestSituation): Pick<Done, 'events' | 'lines'> & { letters: NonNullable<Done['letters']> } {
  const { meeting } = request;
  if (!meeting || isOver(meeting, now)) return { events: [], lines: [], letters: [] };
  const why = `${person.id} closed the request`;
  const { events, letters } = cancelMeeting(request, meeting, why, 'closed', policy, [], now);
  const before = momentLine(new Date(meeting.start), 'fr', policy.timeZone);
  return {
    events,
    lines: [{ what: 'Rencontre', before, after: 'annulée, dans les deux agendas' }],
    letters: letters.map((letter) => ({ ...letter, automatic: false })),
  };
}
