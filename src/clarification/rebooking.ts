import type { RegisterEvent } from '../model/events.ts';
import { isOver } from '../model/meetings.ts';
import type { Meeting, Request } from '../model/request.ts';
import { answeredSlots, askAgain, type Doubt, wasAnswered } from './asking-again.ts';
import { openSlots, unrefused } from './bookable.ts';
import { cautions } from './cautions.ts';
import type { Choice } from './choice.ts';
import { moveMeeting } from './meeting-change.ts';
import { offerSlots, proposal } from './offer.ts';
import { afterwards, type Situation, type Understood } from './understood.ts';
import { gone, leaveToPeople, standingIn } from './unheld.ts';
import { momentLine } from './wording.ts';

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
        what: [
          `Rencontre déplacée par le demandeur\u00A0: plage ${chosen}, ${momentLine(new Date(slot.start), 'fr', policy.timeZone)}`,
        ],
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
  const toPeople = 'À vous de proposer une date\u00A0: #rencontre reporter.';
  if (!gone && wasAnswered(request, 'none-fits'))
    return { events: answered, letters: [], what: [what, toPeople], commands };
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
    what: [what],
    offered: [
      'D’autres plages lui sont proposées; la rencontre reste fixée d’ici là.',
      ...cautions(fresh, request.requester, policy.timeZone),
    ],
    commands,
  };
}

/** Who writes that the meeting is off is told once that a person sees to it; only people cancel a meeting. */
export function callOff(meeting: Meeting, situation: Situation): Understood {
  const { request, policy, thread, now } = situation;
  if (isOver(meeting, now)) return afterwards;
  const told = wasAnswered(request, 'none-fits');
  return {
    events: told ? [] : [answeredSlots('none-fits', situation)],
    letters: told ? [] : [proposal(request, [], 'called-off', policy, thread, meeting)],
    what: [
      'Le demandeur écrit que la rencontre est à annuler\u00A0: «\u00A0#rencontre annuler\u00A0» l’ôte des deux agendas.',
    ],
    commands: ['#rencontre annuler', '#rencontre reporter'],
  };
}

function toStaff(...what: string[]): Understood {
  return { events: [], letters: [], what };
}
