import type { Confidence, Finding, Requester } from './request.ts';
import { requesterKinds } from './request.ts';

type Fact = Exclude<keyof Requester, 'address'>;

/** The finding that keeps each fact of whom a request is passed on for, until staff says that this is who asks. */
const kept: readonly [Fact, kind: string][] = [
  ['name', 'forwardedName'],
  ['organisation', 'forwardedOrganisation'],
  ['kind', 'forwardedKind'],
  ['country', 'forwardedCountry'],
  ['timeZone', 'forwardedTimeZone'],
];

export function findingsOfAsker(asker: Requester, evidence: string, confidence: Confidence): Finding[] {
  return kept.flatMap(([fact, kind]) => {
    const value = asker[fact];
    return value ? [{ kind, value, evidence, confidence }] : [];
  });
}

/** What was found of the one with that address; nothing where the request is passed on for another, or for nobody. */
export function askerIn(findings: readonly Finding[], address: string): Partial<Requester> {
  const value = (kind: string) => findings.find((finding) => finding.kind === kind)?.value;
  if (value('forwardedFor') !== address) return {};
  const facts = Object.fromEntries(kept.flatMap(([fact, kind]) => (value(kind) ? [[fact, value(kind)]] : [])));
  const { kind, ...others } = facts;
  const known = requesterKinds.find((each) => each === kind);
  return { ...others, ...(known && { kind: known }) };
}
