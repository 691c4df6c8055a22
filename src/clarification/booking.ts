import type { LetterData } from '../model/letter.ts';
import type { Slot } from '../model/request.ts';
import { answeredSlots, askAgain, wasAnswered } from './asking-again.ts';
import { openSlots } from './bookable.ts';
import { cautions } from './cautions.ts';
import type { Choice } from './choice.ts';
import { bookMeeting } from './meeting.ts';
import { offerSlots, proposal } from './offer.ts';
import { afterwards, type Situation, type Understood } from './understood.ts';
import { gone, leaveToPeople, standingIn } from './unheld.ts';
import { momentLine } from './wording.ts';

/** Books the slot, or offers others; an unsure choice is asked, never guessed. */
export function bookChoice(choice: Choice, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  if (request.met && openSlots(situation.request, situation.now).length === 0) return afterwards;
  switch (choice.kind) {
    case 'unsure':
      return askAgain(`Plage non comprise\u00A0: ${choice.why}`, situation, choice);
    case 'none-fits':
      return others('none-fits', 'Aucune plage ne convient au demandeur.', situation);
    case 'slot': {
      const { number: chosen } = choice;
      const slot = openSlots(situation.request, situation.now).find(({ number }) => number === chosen);
      if (!slot) return { ...others('taken', `La plage ${chosen} n’est plus offerte.`, situation), chosen };
      const standing = standingIn(slot, situation);
      if (standing === 'unsure') return leaveToPeople(slot, situation);
      if (standing !== 'free') return { ...others(standing, gone[standing](chosen), situation), chosen };
      return {
        ...bookMeeting(request, slot, policy, thread, now),
        what: [`Rencontre fixée\u00A0: plage ${chosen}, ${momentLine(new Date(slot.start), 'fr', policy.timeZone)}`],
        chosen,
      };
    }
    default:
      return choice satisfies never;
  }
}

function others(reason: LetterData['meeting-proposal']['reason'], what: string, situation: Situation): Understood {
  const { request, register, policy, thread, now } = situation;
  const letter = (slots: readonly Slot[]) => proposal(request, slots, reason, policy, thread);
  // One letter answers what does not suit or is not clear; then people take over. Who was too late is offered others.
  const answered = reason === 'none-fits' ? [answeredSlots(reason, situation)] : [];
  const toPeople = [what, 'À vous de proposer une date.'];
  const before = wasAnswered(request, 'none-fits') || wasAnswered(request, 'unsure');
  if (reason === 'none-fits' && before) return { events: answered, letters: [], what: toPeople };
  if (reason === 'none-fits' && request.slots.length > policy.meeting.offered)
    return { events: answered, letters: [letter([])], what: toPeople };
  const slots = offerSlots(request, register, policy, now, situation.weekdays);
  if (slots.length === 0)
    return {
      events: answered,
      letters: [letter([])],
      what: [what, 'Aucune autre plage commune\u00A0: à vous de proposer.'],
    };
  return {
    events: [...answered, { kind: 'slots-offered', reference: request.reference, slots }],
    letters: [letter(slots)],
    what: [what],
    offered: ['D’autres plages sont proposées.', ...cautions(slots, request.requester, policy.timeZone)],
  };
}
