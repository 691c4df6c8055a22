import { plain } from '../model/plain.ts';
import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { isAcceptance, isCourtesy, isOrder } from './acceptance.ts';
import { monthOf, monthWords, unabbreviated, weekdays } from './date-words.ts';
import { namesOfPlace } from './wording.ts';

/**
 * The numbers of the slots that a sentence names by day, or by day and time, « jeudi 10 h », at either place; empty when it
 * names a moment that was not offered. Undefined when it says anything beside choosing a moment: then it may be about
 * another matter.
 * @param sentence - Plain, with the names of months and weekdays in full.
 * @param zones - IANA names: that of the house first.
 */
export function timedNumbers(
  sentence: string,
  slots: readonly Slot[],
  zones: readonly string[],
  names: ReadonlySet<string>,
): number[] | undefined {
  const said = momentIn(sentence, zones);
  const ordered = isOrder(said.rest, names);
  if (!isMoment(said) || !(ordered || isAcceptance(said.rest, names))) return undefined;
  const timed = said.clocks.length > 0;
  // « À mercredi » takes leave.
  if (!timed && isCourtesy(said.rest, names)) return undefined;
  // « Could we meet on Wednesday? » leaves the hour open; an hour alone, or the day of whatever month, may be of anything.
  if (/§ +(?:ou|or|o|u) +§/.test(said.rest)) return [];
  if (ordered && !(timed && namesDay(said))) return [];
  if (!/\p{L}/u.test(said.rest.replace(bareWords, ' ')) && (!namesDay(said) || isDayAlone(said))) return [];
  // « Je vous confirme mercredi »: the day of the meeting, or the day on which they will tell.
  if (said.days.length === 0 && said.clocks.length === 0 && deferring.test(said.rest)) return [];
  const theirs = slots.filter((slot) => agrees(said, slot, zones));
  return said.clockOf === 'local' && !isTheirsAlone(said, slots, zones) ? [] : theirs.map(({ number }) => number);
}

/** Local time is that of who writes; where theirs is not known, or a slot is at that time in the other place, either may be meant. */
function isTheirsAlone(said: Said, slots: readonly Slot[], [house, requester]: readonly string[]): boolean {
  if (!house || !requester) return false;
  return slots.every((slot) => agrees(said, slot, [requester, requester]) || !agrees(said, slot, [house]));
}

/** « Le 25 » */
function isDayAlone({ clocks, days, weekdays: named }: Said): boolean {
  const inMonth = days.flat().some(({ month }) => month !== undefined);
  return clocks.length === 0 && named.length === 0 && !inMonth;
}

const bareWords = /\b(?:le|la|el|the|on|a|at|las|les|vers)\b/g;
const deferring = /\bconfirm|\b(?:choose|agree|decided?) on\b/;

/** Whether a sentence names a day, whatever it says of it. */
export function speaksOfDay(sentence: string): boolean {
  return namesDay(momentIn(sentence, []));
}

/** Whether a sentence names a day or an hour, whatever it says of it. */
export function speaksOfTime(sentence: string): boolean {
  return isMoment(momentIn(sentence, []));
}

/** Whether a sentence that names the slot by its number names another day or time than the slot's, at either place. */
export function contradicts(sentence: string, slot: Pick<Slot, 'start' | 'end'>, zones: readonly string[]): boolean {
  const said = momentIn(sentence, zones);
  return isMoment(said) && zones.length > 0 && !agrees(said, slot, zones);
}

/** Whether a sentence names the day, or the hour, of that slot, at either place. */
export function momentsAgree(sentence: string, slot: Pick<Slot, 'start' | 'end'>, zones: readonly string[]): boolean {
  const said = momentIn(sentence, zones);
  return isMoment(said) && agrees(said, slot, zones);
}

/** Whether all days that a text names, if any, are other days or times than the slot's, at either place. */
export function namesOtherDay(text: string, slot: Pick<Slot, 'start' | 'end'>, zones: readonly string[]): boolean {
  const dated = unabbreviated(plain(text))
    .split(/\n+|(?<=[.!?;])\s+/)
    .filter(speaksOfDay);
  return dated.length > 0 && dated.every((sentence) => contradicts(sentence, slot, zones));
}

/** The sentence with `§` for its days and times. */
export function withoutMoment(sentence: string, zones: readonly string[]): string {
  return momentIn(sentence, zones).rest;
}

/** A day of the year; without a month, of whatever month: « vendredi 27 ». */
interface Day {
  day: number;
  month?: number;
}

interface Clock {
  hour: number;
  minute: number;
}

/** A moment as a sentence says it. */
interface Said {
  clocks: Clock[];
  /** Each as the readings that it allows: a date in numbers that can be read in two ways is sure in none. */
  days: (readonly Day[])[];
  weekdays: string[];
  years: number[];
  /** Whose clock: the house's, the requester's, that of no place that is told, or one by its distance from UTC, in hours. */
  clockOf: 'house' | 'requester' | 'local' | number | undefined;
  /** What the sentence says beside it, with `§` in its places. */
  rest: string;
}

function namesDay({ days, weekdays: named }: Said): boolean {
  return days.length > 0 || named.length > 0;
}

function isMoment(said: Said): boolean {
  return namesDay(said) || said.clocks.length > 0;
}

function momentIn(written: string, zones: readonly string[]): Said {
  const sentence = withCitiesTold(written, zones).replace(solidTimes, '$1:$2');
  const said: Said = { clocks: [], days: [], weekdays: [], years: [], clockOf: clockNamed(sentence), rest: '' };
  const take = (text: string, pattern: RegExp, keep: (groups: Groups) => boolean) =>
    text.replace(pattern, (found, ...rest) => (keep(rest.at(-1) as Groups) ? ' § ' : found));
  const timed = (groups: Groups) => {
    const clock = readClock(groups);
    if (clock) said.clocks.push(clock);
    return clock !== undefined;
  };
  const dated = (groups: Groups) => {
    const days = daysOf(groups);
    const year = groups.year ?? groups.yearLast;
    if (days.length > 0) said.days.push(days);
    if (days.length > 0 && year) said.years.push(2000 + (Number(year) % 100));
    return days.length > 0;
  };
  let text = sentence.replace(zoneWords, ' ');
  text = take(text, times, timed);
  for (const pattern of [dates, datesAfterMonth, numericDates]) text = take(text, pattern, dated);
  text = take(text, dottedTimes, timed);
  text = take(text, said.clocks.length > 0 ? datedDays : daysOfMonth, dated);
  for (const pattern of [lateDays, plainDays]) text = take(text, pattern, dated);
  if (namesDay(said) || text.match(weekdayWords)) text = take(text, bareTimes, timed);
  said.weekdays = text.match(weekdayWords) ?? [];
  said.years.push(...(text.match(years) ?? []).map(Number));
  said.rest = text
    .replace(weekdayWords, ' § ')
    .replace(years, ' ')
    .replace(/\(\s*\)/g, ' ');
  return said;
}

function agrees(
  { clocks, days, weekdays: named, years: told, clockOf }: Said,
  { start, end }: Pick<Slot, 'start' | 'end'>,
  zones: readonly string[],
): boolean {
  const [house, requester] = zones;
  const at = typeof clockOf === 'number' ? [inOffset(clockOf)] : zonesOf(clockOf, house, requester).map(inZone);
  if (!told.every((year) => at.some((shown) => shown(start).year === year))) return false;
  const sameDay = (local: Local, readings: readonly Day[]) =>
    readings.every(({ day, month }) => local.day === day && (month === undefined || local.month === month));
  const sameWeekday = (local: Local, name: string) =>
    weekdays[local.dayOfWeek - 1]?.some((day) => day === name) === true;
  const sameTime = (local: Local, { hour, minute }: Clock) => local.hour === hour && local.minute === minute;
  const [first, ...others] = clocks;
  if (others.length === 0 && days.length <= 1 && named.length <= 1)
    return at.some((shown) => {
      const local = shown(start);
      return (
        days.every((readings) => sameDay(local, readings)) &&
        named.every((name) => sameWeekday(local, name)) &&
        (!first || sameTime(local, first))
      );
    });
  // « jeudi 26, 10 h – 10 h 45 (Val-d'Or), 15 h (Accra) »: each of them must be true of the slot at one of the places.
  return (
    days.every((readings) => at.some((shown) => sameDay(shown(start), readings))) &&
    named.every((name) => at.some((shown) => sameWeekday(shown(start), name))) &&
    (!first || at.some((shown) => sameTime(shown(start), first))) &&
    others.every((clock) => at.some((shown) => sameTime(shown(start), clock) || sameTime(shown(end), clock)))
  );
}

type Local = ReturnType<typeof localTime>;

const inZone = (zone: string) => (moment: string) => localTime(new Date(moment), zone);
const inOffset = (hours: number) => (moment: string) =>
  localTime(new Date(Date.parse(moment) + hours * 3_600_000), 'UTC');

function zonesOf(clockOf: Said['clockOf'], house: string | undefined, requester: string | undefined): string[] {
  const meant =
    clockOf === 'house'
      ? [house]
      : clockOf === 'requester' || clockOf === 'local'
        ? [requester ?? house]
        : [house, requester];
  return meant.flatMap((zone) => zone ?? []);
}

/** « 10 h, heure d’Accra » as « 10 h, notre heure », by the city of the zone. */
function withCitiesTold(sentence: string, zones: readonly string[]): string {
  const [house = [], requester = []] = zones.map(namesOfPlace);
  const cities = [
    house.map((city) => [city, 'your time'] as const),
    requester.map((city) => [city, 'our time'] as const),
  ];
  return cities.flat().reduce((told, [city, said]) => {
    if (!told.includes(city)) return told;
    return told.replace(
      new RegExp(`\\(${city}\\)|(?:\\b(?:heure (?:de |d')|hora de |in |a ))?\\b${city}\\b(?: time\\b)?`),
      ` ${said} `,
    );
  }, sentence);
}

/** « your time » is the house's; « notre heure » that of who writes. Two clocks in one sentence are both meant. */
function clockNamed(sentence: string): Said['clockOf'] {
  const [offset, ...others] = sentence.matchAll(/\b(?:utc|gmt)\b(?: ?([+−–-]) ?(\d{1,2})(?::(\d\d))?)?/g);
  if (others.length > 0) return undefined;
  if (offset) {
    const hours = Number(offset[2] ?? 0) + Number(offset[3] ?? 0) / 60;
    return offset[1] === '+' ? hours : -hours;
  }
  const local = nobodysTime.test(sentence.replace(houseTime, ' '));
  if (houseTime.test(sentence)) return local || requesterTime.test(sentence) ? undefined : 'house';
  if (requesterTime.test(sentence)) return 'requester';
  return local ? 'local' : undefined;
}

const houseTime =
  /\b(?:your (?:local )?time|votre heure|su hora|heure (?:de |du |d')?(?:chez vous|quebec|montreal|val-d'or|l'est|toronto|canada)|(?:quebec|montreal|val-d'or|toronto|eastern|canadian?) time|hora (?:de |del )?(?:quebec|montreal|val-d'or|toronto|este|canada))\b|(?<=(?::\d\d|\b[ap]\.?m\b\.?) ?)e[sd]t\b|(?<=\d ?(?:h|heures?)? ?(?:\d\d)?,? )chez vous\b/;
const requesterTime =
  /\b(?:our|my) (?:local )?time\b|(?<=\d ?(?:h|heures?)? ?(?:\d\d)?,? )chez nous\b|\b(?:notre|mon) heure\b|\b(?:nuestra|mi) hora\b|\bheure de chez nous\b/;
const nobodysTime = /\b(?:heure locale|local time|hora local)\b/;
const zoneWords = new RegExp(
  `\\((?:[^()\\d]{1,40}, ?)?utc[^()]{0,10}\\)|\\b(?:utc|gmt)\\b(?: ?[+−–-] ?\\d{1,2}(?::\\d\\d)?)?|${houseTime.source}|${requesterTime.source}|${nobodysTime.source}`,
  'g',
);

function daysOf({ alone, day, month, isoMonth, isoDay, first, sign, second }: Groups): Day[] {
  if (alone) return [{ day: Number(alone) }];
  if (isoMonth) return [{ day: Number(isoDay), month: Number(isoMonth) }];
  if (month) return [{ day: Number(day), month: monthOf(month) }];
  const [a, b] = [Number(first), Number(second)];
  // « 12/3 » is March to some and December to others; « 8.30 » is August to nobody.
  return [{ day: a, month: b }, ...(sign === '.' ? [] : [{ day: b, month: a }])].filter(
    ({ day: inMonth, month: ofYear }) => ofYear >= 1 && ofYear <= 12 && inMonth >= 1 && inMonth <= 31,
  );
}

function readClock({ las, hour, unit, minute, half, morning, evening }: Groups): Clock | undefined {
  const hours = Number(hour);
  const before = half === 'a' || morning !== undefined;
  const after = half === 'p' || evening !== undefined;
  if ((!las && !unit && !before && !after) || (unit === ':' && !minute)) return undefined;
  if (hours > 23 || (half && (hours < 1 || hours > 12))) return undefined;
  return {
    hour: before && hours === 12 ? 0 : after && hours < 12 ? hours + 12 : hours,
    minute: Number(minute ?? 0),
  };
}

const anyOf = (rows: readonly (readonly string[])[]) => rows.flat().join('|');

const weekdayWords = new RegExp(`\\b(?:${anyOf(weekdays)})\\b`, 'g');
/** Hour, minutes, and the half of the day: « 10 h 30 », « 10:30 », « 2:30 p.m. », « 2 pm », « a las 10 ». */
const times =
  /\b(?<las>a las? )?(?<hour>\d{1,2})(?:(?<unit> ?(?:heures?|hrs?|horas|o'clock|h)(?![a-z])|:|\.(?=[0-5]\d ?[ap]\.?m)) ?(?<minute>[0-5]\d(?!\d))?)?(?: ?(?<half>[ap])\.?m\b\.?| (?<morning>du matin|in the morning|(?:de|por) la manana)| (?<evening>de l'apres-midi|du soir|in the (?:afternoon|evening)|(?:de|por) la tarde))?/g;
/** « 1330hrs » */
const solidTimes = /\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours|horas)\b/g;
/** « 13.30 », where it can be no date. */
const dottedTimes = /\b(?<hour>\d{1,2})(?<unit>\.)(?<minute>[0-5]\d)\b/g;
/** Beside a day: « jeudi à 10 ». */
const bareTimes = /\b(?<las>a|at) (?<hour>\d{1,2})\b(?! ?[h:./])/g;
const namedMonth = `(?<month>${monthWords})`;
const dates = new RegExp(`\\b(?<day>\\d{1,2})(?:er|st|nd|rd|th)? (?:de |of )?${namedMonth}\\b`, 'g');
const datesAfterMonth = new RegExp(`\\b${namedMonth} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?:)`, 'g');
const numericDates =
  /\b(?<year>20\d\d)-(?<isoMonth>\d\d)-(?<isoDay>\d\d)\b|\b(?<first>\d{1,2})(?<sign>[/.-])(?<second>\d{1,2})(?:[/.-](?<yearLast>(?:20)?\d\d))?\b(?!\d)/g;
const dayNumber = '(?<alone>\\d{1,2})(?:er|st|nd|rd|th)?\\b(?! ?(?:h|heures?|[ap]\\.?m)\\b|:)';
const daysOfMonth = new RegExp(`(?<=\\b(?:${anyOf(weekdays)}),? (?:le |the |el )?)${dayNumber}`, 'g');
/** With an hour beside it « le 27 » is a day, and no number of a slot. */
const datedDays = new RegExp(`(?<=\\b(?:${anyOf(weekdays)}|le|the|el|on|du|del),? (?:le |the |el )?)${dayNumber}`, 'g');
/** « the 27th », where no list of slots is so long. */
const lateDays = /(?<=\b(?:the|on) )(?<alone>[7-9]|[12]\d|3[01])(?:st|nd|rd|th)\b/g;
/** « le 2 », « del 3 », "on the 1st": the day of a month, never the number of a slot. */
const plainDays =
  /(?<=\b(?:le|el|du|del) |\bon (?:the )?(?=\d{1,2}(?:st|nd|rd|th)\b))(?<alone>[12]?\d|3[01])(?:er|st|nd|rd|th)?\b(?! ?(?:h|heures?|[ap]\.?m)\b|[:.,]?\d)/g;
const years = /\b20\d\d\b/g;
type Groups = Readonly<Record<string, string | undefined>>;
