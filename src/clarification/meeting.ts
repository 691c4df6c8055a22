import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { bareUid } from '../model/meetings.ts';
import type { Policy } from '../model/policy.ts';
import type { Language, Request, Slot } from '../model/request.ts';
import { byLanguage, envelope } from './offer.ts';
import { hostOf, inFull, meetingCalendar, meetingWords } from './sides.ts';

/** What the note of a meeting begins with. */
export const minutesHeading = 'Compte rendu de la rencontre';

/** The UID of the meeting on that slot: the same whenever it is asked, no other meeting's (RFC 5545, 3.8.4.7). */
export function meetingUid(reference: string, slot: Pick<Slot, 'number'>): string {
  return `${reference.toLowerCase()}-${slot.number}@greffier`;
}

/** The reference that a UID of ours names; undefined when it is no UID of ours. */
export function referenceOf(uid: string, prefix: string): string | undefined {
  const [, reference] = /^([\p{L}\d]+-\d{4}-\d+)-\d+@greffier$/iu.exec(uid.trim()) ?? [];
  return reference?.toUpperCase().startsWith(`${prefix.toUpperCase()}-`) ? reference.toUpperCase() : undefined;
}

export function sameUid(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && bareUid(one) === bareUid(other);
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
  const host = hostOf(policy);
  const { reference, subject, requester } = request;
  const { start, end } = slot;
  const meeting = { uid: meetingUid(reference, slot), sequence: 0, start, end };
  const calendar = meetingCalendar('REQUEST', meeting, request, policy, now);
  const { location } = policy.meeting;
  const confirmed = (name: string, localised: LetterData['meeting-confirmed']['localised'], withWhom = '') => ({
    name: 'meeting-confirmed' as const,
    data: { name, reference, subject, location, localised, requester: withWhom },
    calendar,
  });
  const words = (language: Language) => meetingWords(language, start, request, policy);
  return {
    events: [{ kind: 'meeting-booked', reference, slot: slot.number, ...meeting }],
    letters: [
      { ...envelope(request, thread), ...confirmed(requester.name, byLanguage(request, words)) },
      {
        ...envelope(request, []),
        to: { name: host.name, address: host.address },
        languages: ['fr'],
        ...confirmed(host.name, { fr: words('fr') }, inFull(requester)),
      },
    ],
  };
}
