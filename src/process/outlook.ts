import type { Temporal } from 'temporal-polyfill';
import { proposeCategory } from '../categorisation/category.ts';
import { readDates } from '../categorisation/dates.ts';
import { feastAbout } from '../clarification/islamic-feasts.ts';
import { proposedMoments } from '../clarification/proposed-moments.ts';
import { momentLine } from '../clarification/wording.ts';
import { dayText } from '../model/date-format.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Finding, Requester } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { countries } from '../reception/countries.ts';
import { places } from '../reception/places.ts';

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
    ...feasts(text, requester, policy, now),
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

/** Islamic feasts of the requester's country on the days that the text names, or between them. */
function feasts(text: string, { country }: Requester, { timeZone }: Policy, now: Date): Finding[] {
  const dates = readDates(text, localTime(now, timeZone).toPlainDate());
  return dates.flatMap(({ from, last = from, precision, words }) => {
    if (precision !== 'day') return [];
    const days = Array.from({ length: from.until(last).days + 1 }, (_, index) => from.add({ days: index }));
    const names = new Set(days.flatMap((day) => feastAbout(country, day) ?? []));
    return [...names].map((name): Finding => {
      const during = days.filter((day) => feastAbout(country, day) === name);
      const [first, end] = [during[0], during.at(-1)].map((day) => day && dayLine(day));
      const when = first === end ? `le ${first}` : `entre le ${first} et le ${end}`;
      return {
        kind: 'feast',
        value: `peut-être ${name} chez le demandeur, ${when} (date estimée)`,
        evidence: `«\u00A0${words}\u00A0»`,
        confidence: 'possible',
      };
    });
  });
}

function dayLine(day: Temporal.PlainDate): string {
  return dayText(new Date(`${day.toString()}T12:00Z`), 'fr', { dateStyle: 'long', timeZone: 'UTC' });
}

/** The moments that the sender proposes in its words, at both places. */
export function proposedTimes(
  text: string,
  { timeZone: theirs }: Requester,
  { timeZone: house }: Policy,
  now: Date,
): Finding[] {
  if (!theirs) return [];
  return proposedMoments(text, now, { theirs, house, zoneOf }).map(({ moment, words, zone }) => {
    const both = [...new Set([zone, house])].map((each) => momentLine(moment, 'fr', each));
    return {
      kind: 'proposedTime',
      value: both.join(' = '),
      evidence: `«\u00A0${words}\u00A0»`,
      confidence: 'possible',
    };
  });
}

function zoneOf(name: string): string | undefined {
  const place = places.find((each) => plain(each.name) === name);
  return place && (place.timeZone ?? countries.get(place.country)?.timeZone);
}
