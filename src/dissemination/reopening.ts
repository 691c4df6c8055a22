import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { closing, passesOutside, toldEnd } from './deadline.ts';

/**
 * The last moment to answer once that closed request of the digest is open again. Partners were told that there was
 * nothing to answer any more: they have the business days anew that were left then, one at the least, and nobody has
 * fewer than were promised.
 */
export function endReopened({ since }: Request, digest: Digest, { timeZone }: Policy, now: Date): string {
  const end = toldEnd(digest);
  const closed = since === undefined ? now : new Date(since);
  // By the end that partners knew then: another request that was opened again since may have moved it.
  const known = digest.moved?.find(({ at }) => at > closed.toISOString())?.from ?? end;
  let left = 1;
  while (closing(closed, left + 1, timeZone).toISOString() <= known) left += 1;
  const anew = closing(now, left, timeZone).toISOString();
  return anew > end ? anew : end;
}

/** The first request of the digest whose outside deadline is too near for that later end; undefined when none is. */
export function overrun(
  reopened: Request,
  digest: Digest,
  end: string,
  register: Register,
  policy: Policy,
): Request | undefined {
  if (end <= toldEnd(digest)) return undefined;
  return digest.references
    .flatMap((reference) => register.requests.get(reference) ?? [])
    .filter(({ reference, status }) => status !== 'closed' || reference === reopened.reference)
    .find(({ notice }) => passesOutside({ ...digest, deadline: end }, notice?.notice.deadline, policy) !== undefined);
}
