import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import { type Language, points, type Request, type Slot } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { invitation } from './invitation.ts';
import { byLanguage, envelope } from './offer.ts';
import { momentLine } from './wording.ts';

/** The UID of the meeting on that slot: the same whenever it is asked, no other meeting's (RFC 5545, 3.8.4.7). */
export function meetingUid(reference: string, slot: Pick<Slot, 'number'>): string {
  return `${reference.toLowerCase()}-${slot.number}@greffier`;
}

/**
 * Books the slot: the same iTIP REQUEST goes to the requester and to the host, each with a letter.
 * @param thread - Message-IDs that the requester's letter answers.
 * @throws if the policy's host is not on the staff.
 */
export function bookMeeting(
  request: Request,
  slot: Slot,
  policy: Policy,
  thread: readonly string[],
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const host = policy.staff.find(({ id }) => id === policy.meeting.host);
  if (!host) throw new Error(`cannot find the host ${policy.meeting.host} on the staff`);
  const { reference, subject, requester } = request;
  const { start, end } = slot;
  const uid = meetingUid(reference, slot);
  const sequence = 0;
  const calendar = { method: 'REQUEST' as const, text: invite(host) };
  const location = policy.meeting.location;
  const confirmed = (name: string, localised: LetterData['meeting-confirmed']['localised']) => ({
    name: 'meeting-confirmed' as const,
    data: { name, reference, subject, location, localised },
    calendar,
  });
  return {
    events: [{ kind: 'meeting-booked', reference, slot: slot.number, uid, sequence, start, end }],
    letters: [
      { ...envelope(request, thread), ...confirmed(requester.name, byLanguage(request, when)) },
      {
        ...envelope(request, []),
        to: { name: host.name, address: host.address },
        languages: ['fr'],
        ...confirmed(host.name, { fr: when('fr') }),
      },
    ],
  };

  function when(language: Language) {
    const at = new Date(start);
    const zone = requester.timeZone;
    return {
      when: momentLine(at, language, policy.timeZone),
      whenThere: zone && zone !== policy.timeZone ? momentLine(at, language, zone) : '',
      missing: points
        .filter((point) => request.points[point] === undefined)
        .map((point) => pointTitles[language][point].title),
    };
  }

  function invite({ name: hostName, address: hostAddress }: Staff): string {
    const { name, address } = policy.institute;
    return invitation({
      uid,
      sequence,
      start: new Date(start),
      end: new Date(end),
      stamp: now,
      summary: `[${reference}] Rencontre de précision`,
      description: [subject, ...points.map((point) => `• ${pointTitles.fr[point].title}`)].join('\n'),
      location: policy.meeting.location,
      organizer: { name, address },
      attendees: [requester, { name: hostName, address: hostAddress }],
      zone: policy.timeZone,
      method: 'REQUEST',
    });
  }
}
