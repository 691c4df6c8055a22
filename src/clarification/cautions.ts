import { isBusinessDate } from '../model/calendar.ts';
import type { Hours, Policy } from '../model/policy.ts';
import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { feastAbout } from './islamic-feasts.ts';
import { dayOffAbroad, type Whereabouts } from './slots.ts';
import { momentLine } from './wording.ts';

/**
 * What staff should know of slots that the requester is offered, in French: that a date which people chose is no working day
 * there, or that it may be an Islamic feast, whose date is not certain before it is announced.
 * @param houseZone - Counts where the requester's is not known.
 */
export function cautions(slots: readonly Pick<Slot, 'start'>[], requester: Whereabouts, houseZone: string): string[] {
  const zone = requester.timeZone ?? houseZone;
  return slots.flatMap(({ start }) => {
    const date = localTime(new Date(start), zone).toPlainDate();
    const off = dayOffAbroad(date, requester);
    const feast = feastAbout(requester.country, date);
    const why = off
      ? `${dayOffNames[off]} chez le demandeur`
      : feast && `peut-être ${feast} chez le demandeur, à une date estimée`;
    return why ? [`${capital(momentLine(new Date(start), 'fr', zone))}\u00A0: ${why}.`] : [];
  });
}

/**
 * What speaks against a time that a person wrote, in French: the clerk offers none on a day when nobody works here, outside
 * the hours of either side, or of another length than usual.
 */
export function oddities(
  { start, end }: Pick<Slot, 'start' | 'end'>,
  { timeZone: theirZone }: Whereabouts,
  { meeting, timeZone }: Pick<Policy, 'meeting' | 'timeZone'>,
): string[] {
  const here = span(start, end, timeZone);
  const closed = meeting.closures?.some(({ from, to }) => from <= here.day && here.day <= to);
  const there = theirZone && theirZone !== timeZone ? span(start, end, theirZone) : undefined;
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  const why = [
    ...(closed || !isBusinessDate(here.date) ? ['jour non ouvrable chez nous'] : []),
    ...(meeting.hours.some((hours) => within(here, hours)) ? [] : ['en dehors de nos heures']),
    ...(there && !within(there, meeting.requesterHours) ? ['en dehors des heures de travail chez le demandeur'] : []),
    ...(minutes === meeting.minutes ? [] : [`${minutes}\u00A0minutes au lieu de ${meeting.minutes}`]),
  ];
  if (why.length === 0) return [];
  const moment = new Date(start);
  const when = there && theirZone ? ` · ${momentLine(moment, 'fr', theirZone)}` : '';
  return [`${capital(momentLine(moment, 'fr', timeZone))}${when}\u00A0: ${why.join('; ')}.`];
}

/** The day and the local times, `HH:MM`; what ends on another day ends after every hour of this one. */
function span(start: string, end: string, zone: string) {
  const [from, to] = [start, end].map((moment) => localTime(new Date(moment), zone));
  if (!from || !to) throw new Error(`cannot place ${start}`);
  const date = from.toPlainDate();
  const sameDay = to.toPlainDate().equals(date);
  const clock = (local: typeof from) => local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { date, day: date.toString(), from: clock(from), to: sameDay ? clock(to) : '24:00' };
}

function within({ from, to }: { from: string; to: string }, hours: Hours): boolean {
  return hours.from <= from && to <= hours.to;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const dayOffNames = { weekend: 'jour de repos hebdomadaire', holiday: 'jour férié' } as const;
