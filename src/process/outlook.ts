import { Temporal } from 'temporal-polyfill';
import { proposeCategory } from '../categorisation/category.ts';
import { readDates } from '../categorisation/dates.ts';
import { feastAbout } from '../clarification/islamic-feasts.ts';
import { proposedMoments } from '../clarification/proposed-moments.ts';
import { momentLine } from '../clarification/wording.ts';
import { holidays } from '../model/calendar.ts';
import { dayText } from '../model/date-format.ts';
import type { Policy } from '../model/policy.ts';
import type { Finding, Requester } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { zoneOfPlace } from '../reception/zone-names.ts';

/**
 * What the later steps make of a first mail, for staff: the category that its own words point to, and the moments that
 * it proposes, at both places. Nothing is decided by it.
 * @param text - The sender's words.
 * @param findings - What research found.
 */
export function outlook(
  text: string,
  requester: Requester,
  findings: readonly Finding[],
  policy: Policy,
  now: Date,
): Finding[] {
  return [
    ...category(text, findings, policy, now),
    ...daysOff(text, requester, policy, now),
    ...proposedTimes(text, requester, policy, now),
  ];
}

function category(text: string, findings: readonly Finding[], policy: Policy, now: Date): Finding[] {
  if (findings.some(({ kind }) => kind === 'outOfMandate')) return [];
  const said = { value: text, applies: true, author: '', mail: '', at: now.toISOString() };
  // No question was asked: what may answer one about money says nothing of it here (« buscamos capacitación »).
  const { category: seen, reasons, hangsOnMoney } = proposeCategory({ points: { timeline: said } }, policy, now);
  const { short, long } = categoryNames.fr;
  const value = hangsOnMoney
    ? `${short} si le financement est engagé, sinon ${long}\u00A0: à demander`
    : `${categoryNames.fr[seen]}, provisoire`;
  return [{ kind: 'category', value, evidence: reasons.join(' '), confidence: 'possible' }];
}

/**
 * On the days that the text names, and on those between the two ends of a stay: Islamic feasts of the requester's country;
 * during a stay, holidays of the house too.
 */
function daysOff(text: string, { country }: Requester, { timeZone }: Policy, now: Date): Finding[] {
  const today = localTime(now, timeZone).toPlainDate();
  return readDates(text, today).flatMap(({ from, last = from, precision, words }) => {
    const { days: more } = from.until(last);
    if (precision !== 'day' || more >= longestStay || Temporal.PlainDate.compare(last, today) < 0) return [];
    const days = Array.from({ length: more + 1 }, (_, index) => from.add({ days: index }));
    const evidence = `«\u00A0${words}\u00A0»`;
    return [...feasts(days, country, evidence), ...(more > 0 ? closedDays(days, evidence) : [])];
  });
}

/** Whoever is anywhere for longer lives there, and keeps its holidays. */
const longestStay = 92;

function feasts(days: readonly Temporal.PlainDate[], country: string | undefined, evidence: string): Finding[] {
  const kept = days.map((day) => feastAbout(country, day));
  const names = new Set(kept.flatMap((name) => name ?? []));
  return [...names].map((name): Finding => {
    const [first, end] = [kept.indexOf(name), kept.lastIndexOf(name)].map((index) => dayLine(days[index]));
    const when = first === end ? `le ${first}` : `entre le ${first} et le ${end}`;
    const value = `peut-être ${name} chez le demandeur, ${when} (date estimée)`;
    return { kind: 'feast', value, evidence, confidence: 'possible' };
  });
}

function closedDays(days: readonly Temporal.PlainDate[], evidence: string): Finding[] {
  const off = new Set([...new Set(days.map(({ year }) => year))].flatMap(holidays));
  const closed = days.filter((day) => off.has(day.toString())).map((day) => `le ${dayLine(day)}`);
  const value = `au Québec, ${closed.join(', ')}`;
  return closed.length > 0 ? [{ kind: 'holiday', value, evidence, confidence: 'sure' }] : [];
}

function dayLine(day: Temporal.PlainDate | undefined): string {
  if (!day) return '';
  return dayText(new Date(`${day.toString()}T12:00Z`), 'fr', { dateStyle: 'long', timeZone: 'UTC' });
}

/**
 * The moments that the sender proposes in its words, at both places.
 * @param told - Moments that our letters named: where a clock shows one of them it is quoted, or answered.
 */
export function proposedTimes(
  text: string,
  { timeZone: theirs }: Requester,
  { timeZone: house }: Policy,
  now: Date,
  told: readonly string[] = [],
): Finding[] {
  if (!theirs) return [];
  const shown = (moment: Date, zone: string) => localTime(moment, zone).toString();
  const ours = new Set(told.flatMap((at) => [theirs, house].map((zone) => shown(new Date(at), zone))));
  const proposed = proposedMoments(text, now, { theirs, house, zoneOf: zoneOfPlace });
  const others = proposed.filter(({ moment, zone }) => !ours.has(shown(moment, zone ?? theirs)));
  return others.map(({ moment, words, zone }) => {
    const both = zone ? [...new Set([zone, house])].map((each) => momentLine(moment, 'fr', each)) : [unknownZone];
    return {
      kind: 'proposedTime',
      value: both.join(' = '),
      evidence: `«\u00A0${words}\u00A0»`,
      confidence: 'possible',
    };
  });
}

const unknownZone = 'à l’heure d’un lieu que le greffier ne connaît pas; voyez ses mots';
