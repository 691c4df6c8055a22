import type { CalendarMethod, LetterData } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import { type Language, type Meeting, type Point, points, type Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { invitation } from './invitation.ts';
import { momentLine } from './wording.ts';

/**
 * Who receives the requesters.
 * @throws if the policy's host is not on the staff.
 */
export function hostOf({ staff, meeting }: Pick<Policy, 'staff' | 'meeting'>): Staff {
  const host = staff.find(({ id }) => id === meeting.host);
  if (!host) throw new Error(`cannot find the host ${meeting.host} on the staff`);
  return host;
}

/** The requester as the host knows them: « Ama Boateng (aboateng@tgtu.example) ». */
export function inFull({ name, address }: Pick<Request['requester'], 'name' | 'address'>): string {
  return name ? `${name} (${address})` : address;
}

/** What calendars show of the meeting: French first, then the requester's own language. */
export function meetingTitle(reference: string, language: Language = 'fr'): string {
  const own = language === 'fr' ? '' : ` · ${meetingNames[language]}`;
  return `[${reference}] ${meetingNames.fr}${own}`;
}

const meetingNames: Readonly<Record<Language, string>> = {
  fr: 'Rencontre de précision',
  en: 'Clarification meeting',
  es: 'Reunión de aclaración',
};

/** The iTIP message about the meeting: the same text for the requester and for the host. */
export function meetingCalendar(
  method: CalendarMethod,
  { uid, sequence, start, end }: Pick<Meeting, 'uid' | 'sequence' | 'start' | 'end'>,
  {
    reference,
    subject,
    requester,
    language,
    points: answers,
  }: Pick<Request, 'reference' | 'subject' | 'requester' | 'language' | 'points'>,
  policy: Policy,
  now: Date,
): { method: CalendarMethod; text: string } {
  const { institute, meeting, timeZone } = policy;
  const host = hostOf(policy);
  const agenda = (language === 'fr' ? (['fr'] as const) : (['fr', language] as const)).map((each) =>
    openPoints(answers).map((point) => `• ${pointTitles[each][point].title}`),
  );
  const text = invitation({
    uid,
    sequence,
    start: new Date(start),
    end: new Date(end),
    stamp: now,
    summary: meetingTitle(reference, language),
    description: [subject, ...agenda.map((lines) => lines.join('\n'))].filter(Boolean).join('\n\n'),
    location: meeting.location,
    organizer: { name: institute.name, address: institute.address },
    attendees: [requester, { name: host.name, address: host.address }],
    zone: timeZone,
    method,
  });
  return { method, text };
}

/** When the meeting is that stands meanwhile, at both places; empty without one. */
export function standingWords(
  language: Language,
  standing: Pick<Meeting, 'start'> | undefined,
  request: Pick<Request, 'requester' | 'points'>,
  policy: Pick<Policy, 'timeZone'>,
): { standing: string; standingThere: string } {
  if (!standing) return { standing: '', standingThere: '' };
  const { when, whenThere } = meetingWords(language, standing.start, request, policy);
  return { standing: when, standingThere: whenThere };
}

/** When the meeting is, at both places, and what is still to be settled there, in one language. */
export function meetingWords(
  language: Language,
  start: string,
  { requester, points: answers }: Pick<Request, 'requester' | 'points'>,
  { timeZone }: Pick<Policy, 'timeZone'>,
): NonNullable<LetterData['meeting-confirmed']['localised'][Language]> {
  const at = new Date(start);
  const zone = requester.timeZone;
  return {
    when: momentLine(at, language, timeZone),
    whenThere: zone && zone !== timeZone ? momentLine(at, language, zone) : '',
    missing: openPoints(answers).map((point) => pointTitles[language][point].title),
  };
}

function openPoints(answers: Request['points']): Point[] {
  return points.filter((point) => answers[point] === undefined);
}
