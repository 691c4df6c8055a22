import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { bareNumbers } from './slot-words.ts';

/**
 * The numbers of the slots that a sentence names by day and time, « jeudi 10 h », at either place; empty when it names a
 * moment that was not offered. Undefined when it says anything beside choosing a moment: then it may be about another matter.
 * @param sentence - As `plain` gives it.
 * @param zones - IANA names of both places.
 */
export function timedNumbers(sentence: string, slots: readonly Slot[], zones: readonly string[]): number[] | undefined {
  const time = onlyMatch(sentence, times);
  const clock = time && clockOf(time);
  if (!time || !clock) return undefined;
  const rest = sentence.replace(time[0], ' ');
  const date = onlyMatch(rest, dates);
  const undated = date ? rest.replace(date[0], ' ') : rest;
  const named = undated.match(weekdayWords) ?? [];
  const weekday = named[0] ? weekdays.findIndex((names) => names.includes(named[0] ?? '')) + 1 : undefined;
  if (named.length > 1 || (!date && !weekday)) return undefined;
  const beside = undated.replace(weekdayWords, ' ').replace(fillers, ' ');
  if (bareNumbers(beside)?.length !== 0) return undefined;
  const day = date && { day: Number(date[1] ?? date[4]), month: monthOf(date[2] ?? date[3] ?? '') };
  const matching = slots.filter(({ start }) =>
    zones.some((zone) => {
      const local = localTime(new Date(start), zone);
      const sameDay = !day || (local.day === day.day && local.month === day.month);
      const sameWeekday = !weekday || local.dayOfWeek === weekday;
      return sameDay && sameWeekday && local.hour === clock.hour && local.minute === clock.minute;
    }),
  );
  return matching.map(({ number }) => number);
}

const weekdays = [
  ['lundi', 'monday', 'lunes'],
  ['mardi', 'tuesday', 'martes'],
  ['mercredi', 'wednesday', 'miercoles'],
  ['jeudi', 'thursday', 'jueves'],
  ['vendredi', 'friday', 'viernes'],
  ['samedi', 'saturday', 'sabado'],
  ['dimanche', 'sunday', 'domingo'],
];
const months = [
  ['janvier', 'january', 'enero'],
  ['fevrier', 'february', 'febrero'],
  ['mars', 'march', 'marzo'],
  ['avril', 'april', 'abril'],
  ['mai', 'may', 'mayo'],
  ['juin', 'june', 'junio'],
  ['juillet', 'july', 'julio'],
  ['aout', 'august', 'agosto'],
  ['septembre', 'september', 'septiembre'],
  ['octobre', 'october', 'octubre'],
  ['novembre', 'november', 'noviembre'],
  ['decembre', 'december', 'diciembre'],
];
const anyOf = (rows: readonly (readonly string[])[]) => rows.flat().join('|');
const monthOf = (name: string) => months.findIndex((names) => names.includes(name)) + 1;

const weekdayWords = new RegExp(`\\b(?:${anyOf(weekdays)})\\b`, 'g');
/** Hour, minutes, and the half of the day: « 10 h 30 », « 10:30 », « 2:30 p.m. », « 2 pm », « a las 10 ». */
const times =
  /\b(\d{1,2}) ?(?:heures?|hrs?|horas|h)(?![a-z]) ?(?:([0-5]\d)\b)?()|\b(\d{1,2}):([0-5]\d)\b ?(?:([ap])\.?m\b\.?)?|\b(\d{1,2})() ?([ap])\.?m\b\.?|\ba las? (\d{1,2})()(?!\d|:)()/g;
const dates = new RegExp(
  `\\b(\\d{1,2})(?:er|st|nd|rd|th)? (?:de |of )?(${anyOf(months)})\\b|\\b(${anyOf(months)}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?:)`,
  'g',
);
const fillers = /\b(?:a|las|at|on|le|el|the|de|of|20\d\d)\b/g;

function onlyMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const [first, ...others] = text.matchAll(pattern);
  return others.length === 0 ? first : undefined;
}

function clockOf(match: RegExpExecArray): { hour: number; minute: number } | undefined {
  const hours = Number(match[1] ?? match[4] ?? match[7] ?? match[10]);
  const half = match[6] || match[9];
  if (half && (hours < 1 || hours > 12)) return undefined;
  const hour = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  return { hour, minute: Number(match[2] || match[5] || 0) };
}
