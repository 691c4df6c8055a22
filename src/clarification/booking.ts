import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { isOver } from '../model/meetings.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Meeting, Request, Slot } from '../model/request.ts';
import { openSlots, type Standing, standingOf, unrefused } from './bookable.ts';
import { cautions } from './cautions.ts';
import type { Choice } from './choice.ts';
import { bookMeeting } from './meeting.ts';
import { moveMeeting } from './meeting-change.ts';
import { byLanguage, envelope, offerSlots, proposal } from './offer.ts';
import { meetingWords, standingWords } from './sides.ts';
import { momentLine } from './wording.ts';

/** What was understood, in French, for staff; and at most one letter to the requester. */
export interface Understood {
  events: RegisterEvent[];
  letters: Letter[];
  what: string[];
  /** The slot that it names for certain, free or not. */
  chosen?: number;
  /** What staff may do about it, each the whole of a subject after the reference. */
  commands?: string[];
}

interface Situation {
  request: Request;
  register: Register;
  policy: Policy;
  thread: readonly string[];
  now: Date;
  /** Weekdays on which the requester says, in this mail, that they cannot meet. */
  weekdays?: readonly number[];
  /** Whether this mail names days, and none of them is that of the meeting. */
  anotherDay?: boolean;
}

type Doubt = Extract<Choice, { kind: 'unsure' }>;

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
        what: [`Rencontre fixée\u00A0: ${whenOf(slot, policy)}`],
        chosen,
      };
    }
    default:
      return choice satisfies never;
  }
}

const whenOf = ({ number, start }: Slot, { timeZone }: Policy) =>
  `plage ${number}, ${momentLine(new Date(start), 'fr', timeZone)}`;

/**
 * What who has a meeting says of another time: an offered slot that is still free is a change of the meeting (RFC 5546,
 * 2.1.4); what is not clear is for people to settle. The meeting stands until another slot is chosen.
 */
export function changeChoice(choice: Choice, meeting: Meeting, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  if (isOver(meeting, now)) return afterwards;
  switch (choice.kind) {
    case 'unsure':
      return doubtedChange(choice, meeting, situation);
    case 'none-fits':
      return offerChange(meeting, situation);
    case 'slot': {
      const { number: chosen } = choice;
      const offered = request.slots.find(({ number }) => number === chosen);
      if (offered?.start === meeting.start)
        return { ...toStaff(`Le demandeur confirme la plage ${chosen}, déjà fixée.`), chosen };
      const slot = openSlots(situation.request, situation.now).find(({ number }) => number === chosen);
      const standing = slot ? standingIn(slot, situation) : 'taken';
      if (slot && standing === 'unsure') return leaveToPeople(slot, situation);
      if (!slot || standing !== 'free')
        return { ...offerChange(meeting, situation, gone[standing === 'late' ? 'late' : 'taken'](chosen)), chosen };
      if (movedBy(request) >= mostMoves)
        return leaveToPeople(slot, situation, 'le demandeur a déjà déplacé la rencontre plusieurs fois');
      return {
        ...moveMeeting(request, meeting, slot, policy, thread, now),
        what: [`Rencontre déplacée par le demandeur\u00A0: ${whenOf(slot, policy)}`],
        chosen,
      };
    }
    default:
      return choice satisfies never;
  }
}

/** A change of mind that is not clear is asked about; what is said of the slot of the meeting itself is for people. */
function doubtedChange(choice: Doubt, meeting: Meeting, situation: Situation) {
  const { why, numbers } = choice;
  const what = `La rencontre est déjà fixée; le demandeur parle d’une plage sans que ce soit clair\u00A0: ${why}`;
  const { slots } = situation.request;
  const ofOthers = numbers.some((named) =>
    slots.some(({ number, start }) => number === named && start !== meeting.start),
  );
  if (!ofOthers && !(numbers.length === 0 && situation.anotherDay)) return toStaff(what);
  return { ...askAgain(what, situation, choice, meeting), commands: ['#rencontre reporter', '#rencontre annuler'] };
}

/** Who chooses again and again may be a machine, or undecided: from then on a person confirms. */
const mostMoves = 2;

function movedBy({ history, requester }: Request): number {
  const since = history.findLastIndex(({ kind }) => kind === 'meeting-booked');
  return history.slice(since + 1).filter(({ kind, author }) => kind === 'meeting-moved' && author === requester.address)
    .length;
}

/** To who has a meeting: the slots that are still open, else new ones, once; then people take over. The meeting stands meanwhile. */
export function offerChange(meeting: Meeting, situation: Situation, gone?: string): Understood {
  const { request, register, policy, thread, now } = situation;
  if (isOver(meeting, now)) return afterwards;
  const what = gone ?? 'Le demandeur souhaite déplacer la rencontre.';
  const commands = gone ? [] : ['#rencontre reporter', '#rencontre annuler'];
  const reason = gone ? 'taken' : 'none-fits';
  const answered = gone ? [] : [answeredSlots('none-fits', situation)];
  const times = gone ? 0 : timesAnswered(request);
  const toPeople = 'À vous de proposer une date\u00A0: #rencontre reporter.';
  if (times > 0)
    return {
      events: answered,
      letters: times === 1 ? [proposal(request, [], reason, policy, thread, meeting)] : [],
      what: [what, toPeople],
      commands,
    };
  const free = unrefused(situation.request, situation.now).filter(
    (slot) => slot.start !== meeting.start && standingIn(slot, situation) === 'free',
  );
  const before = request.slots.filter(({ number }) => number > policy.meeting.offered);
  const fresh = free.length > 0 || before.length > 0 ? [] : offerSlots(request, register, policy, now);
  const slots = [...free, ...fresh];
  if (slots.length === 0)
    return {
      events: answered,
      letters: [proposal(request, [], reason, policy, thread, meeting)],
      what: [what, toPeople],
      commands,
    };
  const offered: RegisterEvent[] =
    fresh.length > 0 ? [{ kind: 'slots-offered', reference: request.reference, slots: fresh }] : [];
  return {
    events: [...answered, ...offered],
    letters: [proposal(request, slots, reason, policy, thread, meeting)],
    what: [
      what,
      'D’autres plages lui sont proposées; la rencontre reste fixée d’ici là.',
      ...cautionsOf(fresh, situation),
    ],
    commands,
  };
}

/** Who writes that the meeting is off is told once that a person sees to it; only people cancel a meeting. */
export function callOff(meeting: Meeting, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  if (isOver(meeting, now)) return afterwards;
  const told = timesAnswered(request) > 0;
  return {
    events: told ? [] : [answeredSlots('none-fits', situation)],
    letters: told ? [] : [proposal(request, [], 'called-off', policy, thread, meeting)],
    what: [
      'Le demandeur écrit que la rencontre est à annuler\u00A0: «\u00A0#rencontre annuler\u00A0» l’ôte des deux agendas.',
    ],
    commands: ['#rencontre annuler', '#rencontre reporter'],
  };
}

/** What is not understood is asked about once, and once more while a person is told to write; then people take over. */
function askAgain(what: string, situation: Situation, { orPoint }: Doubt, standing?: Meeting): Understood {
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

function answeredSlots(answer: 'unsure' | 'none-fits', { request, weekdays = [] }: Situation): RegisterEvent {
  const { reference } = request;
  return { kind: 'slots-answered', reference, answer, ...(weekdays.length > 0 && { weekdays: [...weekdays] }) };
}

/**
 * How often the requester answered about slots without choosing one, since one was chosen last: two letters answer that,
 * then people take over, for a machine too may speak of slots.
 */
function timesAnswered({ history }: Request, answer?: 'none-fits'): number {
  const since = history.findLastIndex(({ kind }) => kind === 'meeting-booked' || kind === 'meeting-moved');
  return history
    .slice(since + 1)
    .filter((each) => each.kind === 'slots-answered' && each.answer === (answer ?? each.answer)).length;
}

function others(reason: LetterData['meeting-proposal']['reason'], what: string, situation: Situation): Understood {
  const { request, register, policy, thread, now } = situation;
  const letter = (slots: readonly Slot[]) => proposal(request, slots, reason, policy, thread);
  // What does not suit is answered by other slots once; then people take over. Who was too late is offered others.
  const answered = reason === 'none-fits' ? [answeredSlots(reason, situation)] : [];
  const before = reason === 'none-fits' ? timesAnswered(request, reason) : 0;
  if (reason === 'none-fits' && timesAnswered(request) > 1)
    return { events: answered, letters: [], what: [what, 'À vous de proposer une date.'] };
  if (reason === 'none-fits' && (before > 0 || request.slots.length > policy.meeting.offered))
    return { events: answered, letters: [letter([])], what: [what, 'À vous de proposer une date.'] };
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
    what: [what, 'D’autres plages sont proposées.', ...cautionsOf(slots, situation)],
  };
}

/** Another meeting is for people to propose. */
const afterwards: Understood = {
  events: [],
  letters: [],
  what: [
    'La rencontre a eu lieu, selon l’agenda; le demandeur parle d’une autre date. «\u00A0#rencontre\u00A0» en propose une.',
  ],
};

function toStaff(...what: string[]): Understood {
  return { events: [], letters: [], what };
}

function cautionsOf(slots: readonly Slot[], { request, policy }: Situation): string[] {
  return cautions(slots, request.requester, policy.timeZone);
}

function standingIn(slot: Slot, { request, register, policy, now }: Situation): Standing {
  return standingOf(slot, request, register, policy, now);
}

/** What staff is told of a slot that cannot be held, in French. */
const gone = {
  taken: (chosen: number) => `La plage ${chosen} n’est plus libre.`,
  late: (chosen: number) => `La plage ${chosen} a été choisie trop tard\u00A0: le préavis est passé.`,
};

/** Nobody knows whether the host is free, unless there is another reason: people confirm by one click, and the requester is told so. */
function leaveToPeople(slot: Slot, { request, policy, thread }: Situation, reason?: string): Understood {
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
