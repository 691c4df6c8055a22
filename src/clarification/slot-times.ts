import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { bareNumbers } from './slot-words.ts';

/**
 * The numbers of the slots that a sentence names by day, or by day and time, « jeudi 10 h », at either place; empty when it
 * names a moment that was not offered. Undefined when it says anything beside choosing a moment: then it may be about
 * another matter.
 * @param sentence - As `plain` gives it.
 * @param zones - IANA names of both places.
 */
export function timedNumbers(sentence: string, slots: readonly Slot[], zones: readonly string[]): number[] | undefined {
  const said = momentIn(sentence);
  if (!said || (said.days.length === 0 && said.weekdays.length === 0)) return undefined;
  if (said.weekdays.length > 1 || bareNumbers(said.rest)?.length !== 0) return undefined;
  return slots.filter(({ start }) => zones.some((zone) => agrees(said, start, zone))).map(({ number }) => number);
}

/** Whether a sentence that names the slot by its number names another day or time than the slot's, at either place. */
export function contradicts(sentence: string, { start }: Pick<Slot, 'start'>, zones: readonly string[]): boolean {
  const said = momentIn(sentence);
  if (!said || zones.length === 0) return false;
  return !zones.some((zone) => said.weekdays.length > 1 || agrees(said, start, zone));
}

/** A day of the year; without a month, of whatever month: « vendredi 27 ». */
interface Day {
  day: number;
  month?: number;
}

/** A moment as a sentence says it. */
interface Said {
  clock: { hour: number; minute: number } | undefined;
  /** Several where a date in numbers can be read in two ways: then it is sure in none. */
  days: readonly Day[];
  weekdays: readonly string[];
  /** What the sentence says beside it. */
  rest: string;
}

function momentIn(sentence: string): Said | undefined {
  const found = [...sentence.matchAll(times)];
  const [time] = found;
  const clock = time && clockOf(time);
  if (found.length > 1 || (time && !clock)) return undefined;
  const timeless = time ? sentence.replace(time[0], ' ') : sentence;
  const date = onlyMatch(timeless, dates) ?? onlyMatch(timeless, numericDates) ?? onlyMatch(timeless, daysOfMonth);
  const dateless = date ? timeless.replace(date[0], ' ') : timeless;
  const named = dateless.match(weekdayWords) ?? [];
  const rest = dateless.replace(weekdayWords, ' ').replace(fillers, ' ');
  return { clock, days: date ? daysOf(date) : [], weekdays: named, rest };
}

function agrees({ clock, days, weekdays: named }: Said, start: string, zone: string): boolean {
  const local = localTime(new Date(start), zone);
  const sameDay =
    days.length === 0 ||
    days.every(({ day, month }) => local.day === day && (month === undefined || local.month === month));
  const sameWeekday = named.every((name) => weekdays[local.dayOfWeek - 1]?.includes(name));
  return sameDay && sameWeekday && (!clock || (local.hour === clock.hour && local.minute === clock.minute));
}

function daysOf(date: RegExpExecArray): Day[] {
  if (date.groups?.alone) return [{ day: Number(date.groups.alone) }];
  const [, first, second, isoMonth, isoDay] = date;
  if (!/^\d/.test(date[0]) || !/[/.-]/.test(date[0]))
    return [{ day: Number(date[1] ?? date[4]), month: monthOf(date[2] ?? date[3] ?? '') }];
  if (isoMonth) return [{ day: Number(isoDay), month: Number(isoMonth) }];
  const [a, b] = [Number(first), Number(second)];
  // « 12/3 » is March to some and December to others.
  return [
    { day: a, month: b },
    { day: b, month: a },
  ].filter(({ month }) => month <= 12);
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
const numericDates = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](?:20)?\d\d)?\b(?!\d)|\b20\d\d-(\d\d)-(\d\d)\b/g;
const daysOfMonth = new RegExp(
  `(?<=\\b(?:${anyOf(weekdays)}) (?:le |the |el )?)(?<alone>\\d{1,2})(?:er|st|nd|rd|th)?\\b(?! ?(?:h|heures?|[ap]\\.?m)\\b|:)`,
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
