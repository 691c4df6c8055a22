import type { RegisterEvent } from '../model/events.ts';
import type { Meeting, Request } from '../model/request.ts';
import { unrefused } from './bookable.ts';
import type { Choice } from './choice.ts';
import { proposal } from './offer.ts';
import type { Situation, Understood } from './understood.ts';

export type Doubt = Extract<Choice, { kind: 'unsure' }>;

/** What is not understood is asked about once; then people take over, as the letter that asked said. */
export function askAgain(what: string, situation: Situation, doubt: Doubt, standing?: Meeting): Understood {
  const { request, policy, thread, now } = situation;
  const { orPoint, numbers } = doubt;
  const open = unrefused(request, now);
  // Who hesitates between the new slots has read the letter that offers them.
  const unread = !standing && !open.some(({ number }) => numbers.includes(number));
  const asked = wasAnswered(request, 'unsure') || (unread && wasAnswered(request, 'none-fits'));
  const slots = open.filter(({ start }) => start !== standing?.start);
  const reason = orPoint ? 'slot-or-point' : 'unsure';
  const toPeople = 'Ce n’est pas la première fois\u00A0: à vous d’écrire au demandeur.';
  return {
    events: [answeredSlots('unsure', situation)],
    letters: asked ? [] : [proposal(request, slots, reason, policy, thread, standing)],
    what: [what, ...(asked ? [toPeople] : [])],
  };
}

export function answeredSlots(answer: 'unsure' | 'none-fits', { request, weekdays = [] }: Situation): RegisterEvent {
  const { reference } = request;
  return { kind: 'slots-answered', reference, answer, ...(weekdays.length > 0 && { weekdays: [...weekdays] }) };
}

/**
 * Whether a letter answered such a word about slots, since one was chosen last: the next one is for people, for a machine
 * too may speak of slots, at every letter and in ever other words.
 */
export function wasAnswered({ history }: Request, answer: 'unsure' | 'none-fits'): boolean {
  const since = history.findLastIndex(({ kind }) => kind === 'meeting-booked' || kind === 'meeting-moved');
  return history.slice(since + 1).some((each) => each.kind === 'slots-answered' && each.answer === answer);
}
