import type { Slot } from '../model/request.ts';
import { type Standing, standingOf } from './bookable.ts';
import { byLanguage, envelope } from './offer.ts';
import { meetingWords, standingWords } from './sides.ts';
import type { Situation, Understood } from './understood.ts';

export function standingIn(slot: Slot, { request, register, policy, now }: Situation): Standing {
  return standingOf(slot, request, register, policy, now);
}

/** What staff is told of a slot that cannot be held, in French. */
export const gone = {
  taken: (chosen: number) => `La plage ${chosen} n’est plus libre.`,
  late: (chosen: number) => `La plage ${chosen} a été choisie trop tard\u00A0: le préavis est passé.`,
};

/** Nobody knows whether the host is free, unless there is another reason: people confirm by one click, and the requester is told so. */
export function leaveToPeople(slot: Slot, { request, policy, thread }: Situation, reason?: string): Understood {
  const { reference, subject, requester, meeting } = request;
  const { number: chosen } = slot;
  const localised = byLanguage(request, (language) => {
    const { when, whenThere } = meetingWords(language, slot.start, request, policy);
    return { when, whenThere, ...standingWords(language, meeting, request, policy) };
  });
  const unread = (policy.meeting.busy?.unread.length ?? 0) > 0;
  const why = reason ?? (unread ? 'l’agenda de l’hôte n’a pas pu être lu' : 'l’agenda de l’hôte y est occupé');
  return {
    events: [{ kind: 'slot-chosen', reference, slot: chosen }],
    // They were told so once.
    letters:
      reason && request.chosen
        ? []
        : [
            {
              ...envelope(request, thread),
              name: 'meeting-awaited',
              data: { name: requester.name, reference, subject, localised },
            },
          ],
    what: [`Plage ${chosen} choisie par le demandeur, à confirmer par une personne\u00A0: ${why}`],
    chosen,
  };
}
