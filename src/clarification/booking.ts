import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Meeting, Request, Slot } from '../model/request.ts';
import { cautions } from './cautions.ts';
import type { Choice } from './choice.ts';
import { bookMeeting } from './meeting.ts';
import { moveMeeting } from './meeting-change.ts';
import { booked, offerSlots, proposal } from './offer.ts';

/** What was understood, in French, for staff; and at most one letter to the requester. */
export interface Understood {
  events: RegisterEvent[];
  letters: Letter[];
  what: string[];
  /** The slot that it names for certain, free or not. */
  chosen?: number;
}

interface Situation {
  request: Request;
  register: Register;
  policy: Policy;
  thread: readonly string[];
  now: Date;
}

/** Books the slot, or offers others; an unsure choice is asked, never guessed. */
export function bookChoice(choice: Choice, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  switch (choice.kind) {
    case 'unsure':
      return {
        events: [],
        letters: [proposal(request, open(situation), 'unsure', policy, thread)],
        what: [`Plage non comprise\u00A0: ${choice.why}`],
      };
    case 'none-fits':
      return others('none-fits', 'Aucune plage ne convient au demandeur.', situation);
    case 'slot': {
      const { number: chosen } = choice;
      const slot = open(situation).find(({ number }) => number === chosen);
      if (!slot) return { ...others('taken', `La plage ${chosen} n’est plus offerte.`, situation), chosen };
      if (isTaken(slot, situation)) return { ...others('taken', `La plage ${chosen} est prise.`, situation), chosen };
      return {
        ...bookMeeting(request, slot, policy, thread, now),
        what: [`Rencontre fixée\u00A0: plage ${chosen}`],
        chosen,
      };
    }
    default:
      return choice satisfies never;
  }
}

/**
 * What who has a meeting says of another time: an offered slot that is still free is a change of the meeting (RFC 5546,
 * 2.1.4); what is not clear is for people to settle. The meeting stands until another slot is chosen.
 */
export function changeChoice(choice: Choice, meeting: Meeting, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  switch (choice.kind) {
    case 'unsure':
      return toStaff(
        `La rencontre est déjà fixée; le demandeur parle d’une plage sans que ce soit clair\u00A0: ${choice.why}`,
      );
    case 'none-fits':
      return offerChange(meeting, situation);
    case 'slot': {
      const { number: chosen } = choice;
      const offered = request.slots.find(({ number }) => number === chosen);
      if (offered?.start === meeting.start)
        return { ...toStaff(`Le demandeur confirme la plage ${chosen}, déjà fixée.`), chosen };
      const slot = open(situation).find(({ number }) => number === chosen);
      if (!slot || isTaken(slot, situation))
        return { ...offerChange(meeting, situation, `La plage ${chosen} n’est plus libre.`), chosen };
      return {
        ...moveMeeting(request, meeting, slot, policy, thread, now),
        what: [`Rencontre déplacée à la plage ${chosen}, choisie par le demandeur`],
        chosen,
      };
    }
    default:
      return choice satisfies never;
  }
}

/** To who has a meeting: the slots that are still open, else new ones, once; then people take over. The meeting stands meanwhile. */
export function offerChange(meeting: Meeting, situation: Situation, gone?: string): Understood {
  const { request, register, policy, thread, now } = situation;
  const what = gone ?? 'Le demandeur souhaite déplacer la rencontre.';
  const reason = gone ? 'taken' : 'none-fits';
  const free = open(situation).filter((slot) => slot.start !== meeting.start && !isTaken(slot, situation));
  const before = request.slots.filter(({ number }) => number > policy.meeting.offered);
  const fresh = free.length > 0 || before.length > 0 ? [] : offerSlots(request, register, policy, now);
  const slots = [...free, ...fresh];
  if (slots.length === 0) return toStaff(what, 'À vous de proposer une date\u00A0: #rencontre reporter.');
  return {
    events: fresh.length > 0 ? [{ kind: 'slots-offered', reference: request.reference, slots: fresh }] : [],
    letters: [proposal(request, slots, reason, policy, thread, meeting)],
    what: [
      what,
      'D’autres plages lui sont proposées; la rencontre reste fixée d’ici là.',
      ...cautionsOf(fresh, situation),
    ],
  };
}

function others(reason: LetterData['meeting-proposal']['reason'], what: string, situation: Situation): Understood {
  const { request, register, policy, thread, now } = situation;
  const letter = (slots: readonly Slot[]) => proposal(request, slots, reason, policy, thread);
  // What does not suit is answered by other slots once; then people take over. Who was too late is offered others.
  if (reason === 'none-fits' && request.slots.length > policy.meeting.offered)
    return { events: [], letters: [letter([])], what: [what, 'À vous de proposer une date.'] };
  const slots = offerSlots(request, register, policy, now);
  if (slots.length === 0)
    return { events: [], letters: [letter([])], what: [what, 'Aucune autre plage commune\u00A0: à vous de proposer.'] };
  return {
    events: [{ kind: 'slots-offered', reference: request.reference, slots }],
    letters: [letter(slots)],
    what: [what, 'D’autres plages sont proposées.', ...cautionsOf(slots, situation)],
  };
}

function toStaff(...what: string[]): Understood {
  return { events: [], letters: [], what };
}

function cautionsOf(slots: readonly Slot[], { request, policy }: Situation): string[] {
  return cautions(slots, request.requester, policy.timeZone);
}

function open({ request, now }: Situation): Slot[] {
  return request.slots.filter(({ withdrawn, start }) => !withdrawn && Date.parse(start) > now.getTime());
}

function isTaken(slot: Slot, { request, register, policy, now }: Situation): boolean {
  const busy = [...booked(register, now, request.reference), ...(policy.meeting.busy?.times ?? [])];
  return busy.some(({ start, end }) => start.toISOString() < slot.end && slot.start < end.toISOString());
}
