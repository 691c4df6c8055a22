import type { EventOf } from './events.ts';
import { dividedBy, joined } from './point-values.ts';
import type { Request } from './request.ts';

/**
 * Puts what is known of one request into another, in place: what the other knows already stays. The one that goes stays on
 * record, closed, as an alias.
 */
export function merge(from: Request, into: Request): void {
  into.aliases = [...(into.aliases ?? []), from.reference];
  into.points = joined(from.points, into.points);
  into.notes = [...into.notes, ...from.notes].sort((a, b) => (a.at < b.at ? -1 : 1));
  into.findings = [...into.findings, ...from.findings.filter((finding) => !has(into, finding))];
  const { name, address } = from.requester;
  if (address !== into.requester.address) {
    const value = name ? `${name} <${address}>` : address;
    into.findings = [...into.findings, { kind: 'otherRequester', value, evidence: from.reference }];
  }
  if (from.officer && !into.officer) into.officer = from.officer;
  if (from.category && !into.category) into.category = from.category;
  if (from.intermediary && !into.intermediary) into.intermediary = from.intermediary;
  if (from.meeting && !into.meeting) into.meeting = from.meeting;
  delete from.meeting;
  if (from.met && !into.met) into.met = from.met;
  from.mergedInto = into.reference;
  from.status = 'closed';
  from.outcome = 'duplicate';
}

/**
 * Takes a mail out of a request, in place, and with it the points that it answered.
 * @param owner - The request that the mail came to.
 * @param kept - The same, or the one it was merged into.
 */
export function splitOff(owner: Request, kept: Request, mail: string, into: Request): void {
  owner.split = { ...owner.split, [mail]: into.reference };
  const { taken, left } = dividedBy(mail, kept.points);
  into.points = taken;
  kept.points = left;
}

/** Puts the requester in place whom staff named. */
export function nameRequester(request: Request, { requester, intermediary, language }: EventOf<'requester-set'>): void {
  request.requester = requester;
  if (language) request.language = language;
  if (intermediary) request.intermediary = intermediary;
  delete request.proposed;
}

function has(request: Request, { kind, value }: Request['findings'][number]): boolean {
  return request.findings.some((known) => known.kind === kind && known.value === value);
}
