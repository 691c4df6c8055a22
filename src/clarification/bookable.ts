import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request, Slot } from '../model/request.ts';
import { booked } from './offer.ts';
import { type Interval, overlap, widened } from './slots.ts';

/**
 * What has become of a slot since it was offered: still `free`; `taken` meanwhile; so `late` that the host would hardly
 * hear of it; or `unsure`, for people to confirm: nobody knows whether the host is free, or people offered the time although
 * the host seems busy.
 */
export type Standing = 'free' | 'taken' | 'late' | 'unsure';

/** Unless configured: a night. */
const usualChoiceHours = 12;

export function standingOf(slot: Slot, request: Request, register: Register, policy: Policy, now: Date): Standing {
  const { meeting } = policy;
  const start = new Date(slot.start);
  const end = new Date(slot.end);
  const meets = (others: readonly Interval[], bufferMinutes: number) =>
    others.some((other) => overlap({ start, end }, widened(other, bufferMinutes)));
  const meetings = booked(register, now, request.reference);
  const busy = meeting.busy?.times ?? [];
  // Whoever wrote the time was told what stands against it.
  if (slot.written) {
    if (meets(meetings, 0)) return 'taken';
    return meets(busy, 0) ? 'unsure' : 'free';
  }
  if (meets([...meetings, ...busy], meeting.bufferMinutes ?? 0)) return 'taken';
  const leastHours = Math.min(meeting.choiceHours ?? usualChoiceHours, meeting.noticeHours);
  if (start.getTime() < now.getTime() + leastHours * 3_600_000) return 'late';
  return meeting.busy && meeting.busy.unread.length > 0 ? 'unsure' : 'free';
}

/** What may still be chosen. */
export function openSlots({ slots }: Pick<Request, 'slots'>, now: Date): Slot[] {
  return slots.filter(({ withdrawn, start }) => !withdrawn && Date.parse(start) > now.getTime());
}

/** What is listed once more: what was refused may still be chosen, but need not be read again. */
export function unrefused(request: Pick<Request, 'slots' | 'history'>, now: Date): Slot[] {
  const { history } = request;
  const refused = history.findLastIndex((each) => each.kind === 'slots-answered' && each.answer === 'none-fits');
  const open = openSlots(request, now);
  if (refused < 0) return open;
  const since = history.slice(refused).flatMap((each) => (each.kind === 'slots-offered' ? each.numbers : []));
  return open.filter(({ number }) => since.includes(number));
}
