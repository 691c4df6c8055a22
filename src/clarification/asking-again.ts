import type { RegisterEvent } from '../model/events.ts';
import type { Meeting, Request } from '../model/request.ts';
import { unrefused } from './bookable.ts';
import type { Choice } from './choice.ts';
import { proposal } from './offer.ts';
import type { Situation, Understood } from './understood.ts';

export type Doubt = Extract<Choice, { kind: 'unsure' }>;

/** What is not understood is asked about once, and once more while a person is told to write; then people take over. */
export function askAgain(what: string, situation: Situation, { orPoint }: Doubt, standing?: Meeting): Understood {
  const { request, policy, thread } = situation;
  const before = timesAnswered(request);
  const slots = unrefused(situation.request, situation.now).filter(({ start }) => start !== standing?.start);
  const ask = (reason: 'unsure' | 'slot-or-point' | 'unsure-again') => [
    proposal(request, slots, reason, policy, thread, standing),
  ];
  const toPeople = 'Ce n’est pas la première fois\u00A0: à vous d’écrire au demandeur.';
  return {
    events: [answeredSlots('unsure', situation)],
    letters: before === 0 ? ask(orPoint ? 'slot-or-point' : 'unsure') : before === 1 ? ask('unsure-again') : [],
    what: [what, ...(before > 0 ? [toPeople] : [])],
  };
}

export function answeredSlots(answer: 'unsure' | 'none-fits', { request, weekdays = [] }: Situation): RegisterEvent {
  const { reference } = request;
  return { kind: 'slots-answered', reference, answer, ...(weekdays.length > 0 && { weekdays: [...weekdays] }) };
}

/**
 * How often the requester answered about slots without choosing one, since one was chosen last: two letters answer that,
 * then people take over, for a machine too may speak of slots.
 */
export function timesAnswered({ history }: Request, answer?: 'none-fits'): number {
  const since = history.findLastIndex(({ kind }) => kind === 'meeting-booked' || kind === 'meeting-moved');
  return history
    .slice(since + 1)
    .filter((each) => each.kind === 'slots-answered' && each.answer === (answer ?? each.answer)).length;
}
