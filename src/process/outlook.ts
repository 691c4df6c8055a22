import { proposeCategory } from '../categorisation/category.ts';
import { proposedMoments } from '../clarification/proposed-moments.ts';
import { momentLine } from '../clarification/wording.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import type { Finding, Requester } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';
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
  return [...category(text, findings, policy, now), ...proposedTimes(text, requester, policy, now)];
}

function category(text: string, findings: readonly Finding[], policy: Policy, now: Date): Finding[] {
  if (findings.some(({ kind }) => kind === 'outOfMandate')) return [];
  const said = { value: text, applies: true, author: '', mail: '', at: now.toISOString() };
  // No question was asked: what may answer one about money says nothing of it here (« buscamos capacitación »).
  const { category: seen, reasons } = proposeCategory({ points: { timeline: said } }, policy, now);
  const value = `${categoryNames.fr[seen]}, provisoire`;
  return [{ kind: 'category', value, evidence: reasons.join(' '), confidence: 'possible' }];
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
