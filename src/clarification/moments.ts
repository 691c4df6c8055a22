import { Temporal } from 'temporal-polyfill';
import { plain } from '../model/plain.ts';
import { localTime, momentAt } from '../model/zones.ts';

/** Farther than this a date is rather a slip of the pen. */
const furthestDays = 366;

/**
 * The moments that staff wrote, in French or English, each with a date and a time: « 2026-12-03 10h; jeudi 14 h 30 ».
 * Strict: what could mean two things is refused, in French, with what was understood.
 * @param zone - The house's: times are its own.
 */
export function readMoments(words: string, now: Date, zone: string): { moments: Date[] } | { refused: string } {
  const moments: Date[] = [];
  for (const item of words.split(';').map(withoutCourtesy)) {
    if (!item) continue;
    const read = readMoment(item, now, zone);
    if ('refused' in read) return { refused: `« ${item} » : ${read.refused}` };
    if (moments.some((other) => other.getTime() === read.moment.getTime()))
      return { refused: `« ${item} » : ce moment figure deux fois.` };
    moments.push(read.moment);
  }
  if (moments.length === 0) return { refused: 'Aucune date : écrivez par exemple « 2026-12-03 10 h ».' };
  return { moments };
}

/** The words without what one only says politely, nor the mark that ends them: « jeudi 10 h, svp. » */
export function withoutCourtesy(words: string): string {
  return words
    .replace(courtesy, ' ')
    .replace(/[\s,.!]+$/, '')
    .trim();
}

const courtesy =
  /(?<!\p{L})(?:svp|stp|s['’]il (?:vous|te) pla[iî]t|please|merci(?: beaucoup)?|thanks|thank you)(?!\p{L})[,.!]?/giu;

type Read<T> = T | { refused: string };

function readMoment(item: string, now: Date, zone: string): Read<{ moment: Date }> {
  const text = plain(item)
    .replace(/\b(?:le|a|au|at|on|the|de|of|pour|for)\b(?!\.m)|,/g, ' ')
    .replace(/(?<=\d-\d{1,2})t(?=\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(timeFirst, '$2 $1');
  const [, offset] = behindClock.exec(item) ?? [];
  if (offset) return { refused: `« ${offset} » n’est pas lu; les heures sont celles de l’Institut.` };
  if ((plain(item).match(everyTime) ?? []).length > 1)
    return { refused: 'deux heures y ont été lues; séparez les moments par « ; » et écrivez seulement leur début.' };
  const clock = timeIn(text);
  const [, behind] = afterTime.exec(text) ?? [];
  if (!clock && behind)
    return { refused: `« ${behind} », après l’heure, n’a pas été compris; les heures sont celles de l’Institut.` };
  const today = localTime(now, zone).toPlainDate();
  if (!clock) {
    const day = dateIn(text, today) ?? { refused: '' };
    if ('refused' in day && day.refused) return day;
    const missing = 'day' in day ? `compris comme le ${day.day.toString()}; l’heure manque` : 'l’heure manque';
    return { refused: `${missing} ou n’a pas été comprise. Écrivez par exemple « 10 h », « 14 h 30 » ou « 2:30 pm ».` };
  }
  if ('refused' in clock) return clock;
  const at = `${`${clock.hour}`.padStart(2, '0')}:${`${clock.minute}`.padStart(2, '0')}`;
  if (!clock.rest)
    return { refused: `l’heure lue est ${at}; la date manque. Écrivez par exemple « 2026-12-03 10\u00A0h ».` };
  const date = dateIn(clock.rest, today) ?? {
    refused: `${notUnderstood(item, clock.rest)}; l’heure lue est ${at}. Écrivez la date comme 2026-12-03.`,
  };
  if ('refused' in date) return date;
  const understood = `compris comme le ${date.day.toString()} à ${at}`;
  const moment = momentAt(date.day, at, zone);
  if (!moment)
    return { refused: `${understood}, une heure qui n’existe pas ou revient deux fois au changement d’heure.` };
  if (moment <= now) return { refused: `${understood}, qui est passé.` };
  if (today.until(date.day).days > furthestDays) return { refused: `${understood}, qui est trop loin.` };
  return { moment };
}

/** The words that belong to no date, as they were written; else that it is none. */
function notUnderstood(item: string, rest: string): string {
  const strange = new Set(rest.split(' ').filter((word) => !ofDates(word)));
  const written = item.split(/[\s,]+/).filter((word) => strange.has(plain(word)));
  return written.length > 0 ? `« ${written.join(' ')} » n’a pas été compris` : `« ${rest} » n’est pas une date`;
}

function ofDates(word: string): boolean {
  return /\d/.test(word) || [...weekdayNames, ...monthNames].some((names) => names.includes(word.replace(/\.$/, '')));
}

const timeWords =
  '\\d{1,2} ?(?:heures?|h)(?: ?[0-5]\\d(?: ?min\\b\\.?)?)?(?!\\d)|\\d{1,2}:[0-5]\\d(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?';
const everyTime = new RegExp(`(?<!\\d)(?:${timeWords})`, 'gu');
/** « 10:00-05:00 », « 15:00Z » */
const behindClock = /\d:\d\d(?::\d\d)?(z|[+−-]\d\d(?::?\d\d)?)$/i;
/** « 10 h le 3 décembre » */
const timeFirst = new RegExp(`^(${timeWords}) (?!\\d{1,2}$)(.*[\\p{L}\\d])$`, 'u');
/** « jeudi 10 h (Abidjan) » */
const afterTime = new RegExp(`(?:^|\\s)(?:${timeWords}) ?([^\\d\\s].*)$`, 'u');

function timeIn(text: string): Read<{ hour: number; minute: number; rest: string }> | undefined {
  const noon = /^(.*?)(?<![-\p{L}])(?:midi|noon)$/u.exec(text);
  if (noon) return { hour: 12, minute: 0, rest: (noon[1] ?? '').trim() };
  const match =
    /^(.*?)(?:^|\s)(\d{1,2})\s?(?:heures?|h)\s?([0-5]\d(?=$| ?min))?(?: ?min\.?)?$/.exec(text) ??
    /^(.*?)(?:^|\s)(\d{1,2}):([0-5]\d)(?:\s?([ap])\.?m\.?)?$/.exec(text) ??
    /^(.*?)(?:^|\s)(\d{1,2})()\s?([ap])\.?m\.?$/.exec(text);
  if (!match) return undefined;
  const [, rest = '', hours, minutes, half] = match;
  const hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return { refused: `${hours} ${half}.m. n’est pas une heure.` };
  const full = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  if (full > 23) return { refused: `${hours} h n’est pas une heure.` };
  return { hour: full, minute: Number(minutes || 0), rest: rest.trim() };
}

const monthNames: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
// « mar. » is a month too.
const weekdayNames: readonly (readonly string[])[] = [
  ['lundi', 'monday', 'lun', 'mon'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday', 'mer', 'wed'],
  ['jeudi', 'thursday', 'jeu', 'thu'],
  ['vendredi', 'friday', 'ven', 'fri'],
  ['samedi', 'saturday', 'sam', 'sat'],
  ['dimanche', 'sunday', 'dim', 'sun'],
];
const frenchDays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** 1 for the first row; 0 when no row holds the word. */
const position = (rows: readonly (readonly string[])[], word = '') =>
  rows.findIndex((names) => names.includes(word.replace(/\.$/, ''))) + 1;

/**
 * The day that the words name, in French or English: « 2027-01-15 », « 15/01/2027 », « jeudi 3 décembre », « demain ».
 * @returns undefined when they name none; `refused`, in French, when they may name two, or one that there is not.
 */
export function readDay(words: string, today: Temporal.PlainDate): Read<{ day: Temporal.PlainDate }> | undefined {
  const text = plain(words).replace(/,/g, ' ').replace(/\s+/g, ' ').trim();
  return text ? dateIn(text, today) : undefined;
}

function dateIn(text: string, today: Temporal.PlainDate): Read<{ day: Temporal.PlainDate }> | undefined {
  const [first = '', ...others] = text.split(' ');
  const weekday = isTuesday(first, others.join(' ')) ? 2 : position(weekdayNames, first);
  const rest = weekday ? others.join(' ') : text;
  // Today's own name means the next one: who means today writes its date.
  if (!rest) return { day: today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 }) };
  const read = calendarDate(rest, today);
  if (!read || 'refused' in read) return read;
  if (weekday && read.day.dayOfWeek !== weekday)
    return { refused: `le ${read.day.toString()} est un ${frenchDays[read.day.dayOfWeek - 1]}.` };
  return read;
}

/** « mar. 1er déc. » is a Tuesday, « mar 1 » the first of March. */
function isTuesday(first: string, rest: string): boolean {
  return /^mar\.?$/.test(first) && dayMonth.test(rest);
}

const nearDays: readonly (readonly string[])[] = [
  ["aujourd'hui", 'today'],
  ['demain', 'tomorrow'],
  ['apres-demain', 'day after tomorrow'],
];

const dayMonth = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+\.?)(?: (\d{4}))?$/;

function calendarDate(text: string, today: Temporal.PlainDate): Read<{ day: Temporal.PlainDate }> | undefined {
  const near = nearDays.findIndex((names) => names.includes(text));
  if (near >= 0) return { day: today.add({ days: near }) };
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const figures = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (/^(?:[01]?\d|2[0-3])\.(?:1[3-9]|[2-5]\d)$/.test(text))
    return { refused: `« ${text} » n’est pas une date; une heure s’écrit « ${text.replace('.', ' h ')} ».` };
  if (figures) return inFigures(Number(figures[1]), Number(figures[3]), figures[4], today);
  const dayFirst = dayMonth.exec(text);
  const monthFirst = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const number = position(monthNames, month);
  if (!day || !number) return undefined;
  return comingDay(year, number, Number(day), today);
}

/** « 15/01/2027 » can only be one day; « 03/04/2027 » is in April here and in March a little farther south. */
function inFigures(
  one: number,
  other: number,
  year: string | undefined,
  today: Temporal.PlainDate,
): Read<{ day: Temporal.PlainDate }> {
  if (year?.length === 2) return { refused: 'l’année manque de chiffres; écrivez la date comme 2026-12-03.' };
  const dayFirst = comingDay(year, other, one, today);
  const monthFirst = comingDay(year, one, other, today);
  if (one === other || 'refused' in monthFirst) return dayFirst;
  if ('refused' in dayFirst) return monthFirst;
  return {
    refused: `le jour et le mois se confondent; écrivez ${dayFirst.day.toString()} ou ${monthFirst.day.toString()}.`,
  };
}

/** Without a year, the next day of that name. */
function comingDay(
  year: string | undefined,
  month: number,
  day: number,
  today: Temporal.PlainDate,
): Read<{ day: Temporal.PlainDate }> {
  const read = dayOf(Number(year ?? today.year), month, day);
  const past = 'day' in read && year === undefined && Temporal.PlainDate.compare(read.day, today) < 0;
  return past ? dayOf(today.year + 1, month, day) : read;
}

function dayOf(year: number, month: number, day: number): Read<{ day: Temporal.PlainDate }> {
  try {
    return { day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) };
  } catch {
    return { refused: month > 12 ? `le mois ${month} n’existe pas.` : `le jour ${day} n’existe pas dans ce mois.` };
  }
}
