import type { RegisterEvent } from '../model/events.ts';
import type { Register } from '../model/register.ts';
import { points, type Request } from '../model/request.ts';
import type { Reading } from './reading.ts';

/** The buttons of slots write mails that differ by the number alone, which does not count among the words of a mail. */
export function underNewSubject({ cause: { mail } }: Reading, request: Request, register: Register): boolean {
  return !request.mails.some((id) => register.mails.get(id)?.subject === mail.subject);
}

/**
 * Whether anything in it was not known: slots that are offered anew are our doing, not the sender's.
 * @param answering - Whether a letter would answer it: « Aucune » in the same word is said of other slots once.
 */
export function addsTo(request: Request, events: readonly RegisterEvent[], answering: boolean): boolean {
  return events.some((event) => {
    if (event.kind === 'slots-offered') return false;
    if (event.kind === 'slots-answered') return event.answer === 'none-fits' && answering;
    return event.kind !== 'point-answered' || isOtherwise(request, event);
  });
}

/** Whether the request is further on for it: what was answered before is only answered otherwise. */
export function advances({ points }: Request, events: readonly RegisterEvent[]): boolean {
  return events.some((event) =>
    event.kind === 'point-answered'
      ? points[event.point] === undefined
      : event.kind === 'meeting-booked' || event.kind === 'meeting-moved' || event.kind === 'meeting-cancelled',
  );
}

/** Unsure, none, or another time: few words say so. */
export function isOfSlots(events: readonly RegisterEvent[]): boolean {
  return events.some(({ kind }) => kind === 'slots-answered' || kind === 'slots-offered');
}

/** Whether a part of what was answered is answered otherwise; a machine’s list says all anew each time. */
export function corrects(request: Request, events: readonly RegisterEvent[]): boolean {
  return !tellsAll(events) && events.some((event) => event.kind === 'point-answered' && isOtherwise(request, event));
}

/**
 * Whether all points are answered that were all answered before. Nothing is left to ask, and who fills in the whole form at
 * each letter may be a machine: people see it, and no letter thanks for it.
 */
export function answersAllAnew({ points: known }: Request, events: readonly RegisterEvent[]): boolean {
  const alone = events.every(({ kind }) => kind === 'point-answered');
  return alone && tellsAll(events) && points.every((point) => known[point] !== undefined);
}

function tellsAll(events: readonly RegisterEvent[]): boolean {
  return points.every((point) => events.some((event) => event.kind === 'point-answered' && event.point === point));
}

function isOtherwise({ points: known }: Request, event: Extract<RegisterEvent, { kind: 'point-answered' }>): boolean {
  return known[event.point]?.value !== event.value;
}
