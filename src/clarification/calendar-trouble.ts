import type { RegisterEvent } from '../model/events.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Alarming } from '../model/trouble-names.ts';
import { localTime } from '../model/zones.ts';

const trouble = 'calendar';

/**
 * `calendars/2026-11-23`: once a day while a calendar of the host cannot be read; `calendars/over-…`: once it can be again.
 */
export function dueCalendars(
  register: Register,
  { meeting, timeZone }: Policy,
  now: Date,
): { id: string; due: string }[] {
  if (!meeting.busy) return [];
  const since = openSince(register);
  if (meeting.busy.unread.length === 0) return since ? [{ id: `calendars/over-${since}`, due: now.toISOString() }] : [];
  const day = localTime(now, timeZone).toPlainDate().toString();
  const told = since && localTime(new Date(since), timeZone).toPlainDate().toString() === day;
  return told ? [] : [{ id: `calendars/${day}`, due: now.toISOString() }];
}

/** What the record keeps of it; while it lasts, what staff is told, in French. */
export function calendarTrouble({ meeting }: Pick<Policy, 'meeting'>): {
  event: RegisterEvent;
  alarm?: { trouble: Alarming; what: string; todo: string };
} {
  const unread = meeting.busy?.unread ?? [];
  if (unread.length === 0) return { event: { kind: 'trouble-over', trouble } };
  const which = unread.map(({ calendar, why }) => `${calendar} (${why})`).join(', ');
  return {
    event: { kind: 'staff-alarmed', trouble, why: `cannot read ${which}` },
    alarm: {
      trouble,
      what: `Un agenda de l’hôte ne peut pas être lu : ${which}. Aucune plage n’est proposée aux demandeurs tant qu’il ne l’est pas.`,
      todo: 'Vérifiez l’adresse de l’agenda dans la configuration; d’ici là, proposez des dates par #rencontre.',
    },
  };
}

/** When staff was last told, if that is not over. */
function openSince(register: Register): string | undefined {
  const years = [...register.years.values()];
  const told = years.flatMap(({ alarms }) => alarms).findLast((alarm) => alarm.trouble === trouble);
  const over = years.flatMap(({ recoveries = [] }) => recoveries).findLast((each) => each.trouble === trouble);
  return told && (!over || over.at < told.at) ? told.at : undefined;
}
