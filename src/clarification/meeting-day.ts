import type { RegisterEvent } from '../model/events.ts';
import { openRequests, timedFrom } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import { mailto } from '../model/mailto.ts';
import { isOver } from '../model/meetings.ts';
import { type Policy, usualFollowUp } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Meeting, Request } from '../model/request.ts';
import { localTime, momentAt } from '../model/zones.ts';
import { byLanguage, envelope } from './offer.ts';
import { questionLines, questionnaireBody } from './questionnaire.ts';
import { hostOf, meetingWords } from './sides.ts';

/** What falls due around a meeting: `day-before/INMQ-2026-0042/2026-11-26T15:00:00.000Z`, `minutes/…`. */
export interface MeetingDay {
  id: string;
  due: string;
  reference: string;
  what: 'day-before' | 'minutes';
}

type Held = Pick<Meeting, 'start' | 'end'>;

/** So long after the end the minutes of a request that was closed meanwhile are asked for. */
const closedMs = 31 * 86_400_000;

/** The reminder on the day before, and the form of the minutes when the meeting is over; each once, however late. */
export function dueOnMeetings(register: Register, policy: Policy, now: Date): MeetingDay[] {
  const ended = timedFrom(register, new Date(now.getTime() - closedMs)).filter(
    ({ status, outcome, meeting }) =>
      status === 'closed' && outcome !== 'spam' && meeting !== undefined && isOver(meeting, now),
  );
  return [...openRequests(register), ...ended].flatMap((request) => {
    const { meeting, met, status } = request;
    if (status === 'quarantined') return [];
    const last = meeting && isOver(meeting, now) ? meeting : met;
    return [
      (meeting && dayBefore(request, meeting, register, policy, now)) ?? [],
      (last && (last === meeting || !asked(request, last, register)) && overSince(request, last)) || [],
    ].flat();
  });
}

/** What one of them does: the reminder; or the record that the meeting is over, and the form unless it went out before. */
export function meetingDay(
  { reference, what }: MeetingDay,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const request = register.requests.get(reference);
  const { meeting } = request ?? {};
  const last = meeting ?? request?.met;
  if (!request || !last) throw new Error(`cannot find the meeting of ${reference} in the register`);
  if (what === 'day-before') return { events: [], letters: [reminder(request, last, policy)] };
  const letters = asked(request, last, register) ? [] : [form(request, last, policy)];
  return { events: meeting && isOver(meeting, now) ? [{ kind: 'meeting-held', reference }] : [], letters };
}

function dayBefore(
  request: Request,
  { start, at = '', answers }: Meeting,
  register: Register,
  policy: Policy,
  now: Date,
): MeetingDay | undefined {
  const { dayBeforeAt, dayBeforeLeastMinutes } = policy.followUp ?? usualFollowUp;
  const left = Date.parse(start) - now.getTime();
  // Three days before, it is the eve nowhere.
  if (left < dayBeforeLeastMinutes * 60_000 || left > 3 * 86_400_000) return undefined;
  const { reference, requester } = request;
  // Whose own calendar took it out has said so, and people settle it.
  if (answers[requester.address] === 'DECLINED') return undefined;
  const zone = requester.timeZone ?? policy.timeZone;
  const eve = localTime(new Date(start), zone).toPlainDate().subtract({ days: 1 });
  const due = momentAt(eve, dayBeforeAt, zone) ?? momentAt(eve, '12:00', zone);
  if (!due || due > now) return undefined;
  // Who was invited after that moment has just read when it is.
  if (at >= due.toISOString() || sent(request, 'meeting-reminder', at, register)) return undefined;
  return { id: `day-before/${reference}/${start}`, due: due.toISOString(), reference, what: 'day-before' };
}

function overSince({ reference }: Request, { start, end }: Held): MeetingDay {
  return { id: `minutes/${reference}/${start}`, due: end, reference, what: 'minutes' };
}

/** Whether its minutes were asked for. */
function asked(request: Request, { end }: Held, register: Register): boolean {
  return sent(request, 'minutes', end, register);
}

function sent({ letters }: Request, name: string, since: string, register: Register): boolean {
  return letters.some((id) => {
    const letter = register.letters.get(id);
    return letter?.letter === name && letter.at >= since;
  });
}

function reminder(request: Request, { start }: Held, policy: Policy): Letter {
  const { reference, subject, requester } = request;
  const localised = byLanguage(request, (language) => meetingWords(language, start, request, policy));
  const { location } = policy.meeting;
  const data = { name: requester.name, reference, subject, location, localised };
  return { ...envelope(request, []), name: 'meeting-reminder', data };
}

function form(request: Request, { start }: Held, policy: Policy): Letter {
  const host = hostOf(policy);
  const { reference, subject, requester } = request;
  const button = (label: string, line: string, body: string) => ({
    label,
    href: mailto({ to: policy.institute.address, subject: `[${reference}] ${line}`, body }),
    command: { line, reference, body, open: body !== '' },
  });
  return {
    ...envelope(request, []),
    to: { name: host.name, address: host.address },
    languages: ['fr'],
    name: 'minutes',
    data: {
      name: host.name,
      reference,
      subject,
      requester: requester.name || requester.address,
      when: meetingWords('fr', start, request, policy).when,
      questions: questionLines('fr', request.points),
      buttons: [
        button('Écrire le compte rendu', '#compte-rendu', questionnaireBody('fr', {})),
        button('Elle n’a pas eu lieu : proposer d’autres dates', '#rencontre', ''),
      ],
    },
  };
}
