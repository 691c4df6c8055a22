import type { Policy } from '../model/policy.ts';
import type { Request } from '../model/request.ts';

/** What the house does about a text that nobody has released, and since when it is on the house: an empty time is always. */
export function toRelease({ history }: Request, { staff }: Pick<Policy, 'staff'>): { what: string; from: string } {
  // The days that the requester had are not the house's.
  const last = history.findLast(({ kind }) => kind === 'approval-answered' || kind === 'release-withdrawn');
  const people = new Set(['greffier', ...staff.map(({ id }) => id)]);
  const objected = last?.kind === 'release-withdrawn' && !people.has(last.author);
  const what = objected
    ? 'Libérer de nouveau la fiche, la rectifier ou fermer la demande (fiche retenue\u00A0: le demandeur a parlé contre elle)'
    : 'Libérer la fiche vers les partenaires';
  return { what, from: last?.at ?? '' };
}
