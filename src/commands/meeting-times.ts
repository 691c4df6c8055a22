import { cautions, oddities } from '../clarification/cautions.ts';
import { readMoments } from '../clarification/moments.ts';
import { booked, nextNumber, timesToAvoid } from '../clarification/offer.ts';
import { overlap, widened } from '../clarification/slots.ts';
import { momentLine } from '../clarification/wording.ts';
import type { Slot } from '../model/request.ts';
import type { Refused, RequestSituation } from './command.ts';

/** The dates that staff wrote, as slots of the request; people may go outside the hours, and are told. */
export function slotsAt(words: string, situation: RequestSituation): { slots: Slot[] } | Refused {
  const { request, policy, now } = situation;
  const read = readMoments(words, now, policy.timeZone);
  if ('refused' in read) return read;
  const first = nextNumber(request);
  return {
    slots: read.moments.map((moment, index) => ({
      number: first + index,
      start: moment.toISOString(),
      end: new Date(moment.getTime() + policy.meeting.minutes * 60_000).toISOString(),
      written: true as const,
    })),
  };
}

/** What a person may well have meant, and should know: the host is busy then, or the requester's place is at rest. */
export function warningsOf(slots: readonly Pick<Slot, 'start' | 'end'>[], situation: RequestSituation): string[] {
  const { request, register, policy, now } = situation;
  const { bufferMinutes = 0, busy } = policy.meeting;
  const others = timesToAvoid(request.reference, register, policy, now);
  const meets = (slot: Pick<Slot, 'start' | 'end'>, minutes: number) => {
    const wanted = { start: new Date(slot.start), end: new Date(slot.end) };
    return others.some((other) => overlap(wanted, widened(other, minutes)));
  };
  return [
    ...(busy && busy.unread.length > 0
      ? ['Attention : un agenda de l’hôte n’a pas pu être lu; vérifiez qu’il est libre.']
      : []),
    ...slots.flatMap((slot) => {
      const at = when(slot.start, situation);
      if (meets(slot, 0)) return [`Attention : ${at} est occupé, ou offert à un autre demandeur.`];
      return meets(slot, bufferMinutes)
        ? [`Attention : ${at} laisse moins de ${bufferMinutes} minutes avec ce qui précède ou suit dans l’agenda.`]
        : [];
    }),
    ...cautions(slots, request.requester, policy.timeZone),
    ...slots.flatMap((slot) => oddities(slot, request.requester, policy)),
  ];
}

/** Why nobody can meet then, whoever wants it: it is past, or another meeting is fixed. */
export function obstacleAt(
  { start, end }: Pick<Slot, 'start' | 'end'>,
  situation: RequestSituation,
): Refused | undefined {
  const { request, register, now } = situation;
  if (Date.parse(start) <= now.getTime()) return { refused: `${when(start, situation)} est passé.` };
  const wanted = { start: new Date(start), end: new Date(end) };
  const meets = booked(register, now, request.reference).some((other) => overlap(wanted, other));
  return meets ? { refused: `Une autre rencontre est fixée ${when(start, situation)}.` } : undefined;
}

/** Why the clerk finds no slot itself; while a calendar is unread nobody knows what is free. */
export function noneFree(instead: string, { policy: { meeting } }: RequestSituation): Refused {
  const unread = meeting.busy !== undefined && meeting.busy.unread.length > 0;
  const why = unread
    ? 'Aucune plage ne peut être proposée : un agenda de l’hôte n’a pas pu être lu. Vous pouvez le faire vous-même'
    : 'Aucune plage libre ne convient aux deux endroits';
  return { refused: `${why} : ${instead}.` };
}

export function when(start: string, { policy }: RequestSituation): string {
  return momentLine(new Date(start), 'fr', policy.timeZone);
}
