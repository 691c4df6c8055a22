import { cancelMeeting } from '../clarification/meeting-change.ts';
import { momentLine } from '../clarification/wording.ts';
import { dateInWords } from '../model/date-format.ts';
import { isOver } from '../model/meetings.ts';
import type { Done, RequestSituation } from './command.ts';
import { approvalSuperseded } from './superseded.ts';

/**
 * With a request that is closed, its wait ends, its text is not to be approved any more, and the meeting to come is off: both calendars
 * are told (RFC 5546, 3.2.5).
 */
export function callOff({
  request,
  policy,
  now,
  person,
}: RequestSituation): Pick<Done, 'events' | 'lines'> & { letters: NonNullable<Done['letters']> } {
  const { meeting, held, reference } = request;
  const why = `${person.id} closed the request`;
  const { events: superseded, lines: were } = approvalSuperseded(request);
  const asked = { events: superseded, lines: were.map((line) => ({ ...line, after: 'retiré' })) };
  const ended: Pick<Done, 'events' | 'lines'> = held
    ? {
        events: [...asked.events, { kind: 'request-held', reference, why }],
        lines: [
          ...asked.lines,
          { what: 'En attente jusqu’au', before: dateInWords(held.until), after: 'fin de l’attente' },
        ],
      }
    : asked;
  if (!meeting || isOver(meeting, now)) return { ...ended, letters: [] };
  const { events, letters } = cancelMeeting(request, meeting, why, 'closed', policy, [], now);
  const before = momentLine(new Date(meeting.start), 'fr', policy.timeZone);
  return {
    events: [...ended.events, ...events],
    lines: [...ended.lines, { what: 'Rencontre', before, after: 'annulée, dans les deux agendas' }],
    letters: letters.map((letter) => ({ ...letter, automatic: false })),
  };
}
