import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { addenda } from './addendum.ts';
import { newDeadline, type Pending, standingOpen, standings } from './deadline.ts';
import { type Reader, readers } from './readers.ts';

/**
 * The deadline of a digest once these letters stand so, and the addendum to all when it is later than was promised.
 * @param after - By letter id, what is not on the ledger yet.
 * @param reread - Where the readers stand after that; as they do now unless given.
 */
export function extend(
  id: string,
  digest: Digest,
  after: Pending,
  register: Register,
  policy: Policy,
  reread: (reader: Reader) => Reader[] = (reader) => [reader],
): { events: RegisterEvent[]; letters: Letter[] } {
  if (standingOpen(id, digest, register, after)) return { events: [], letters: [] };
  const event = newDeadline(id, digest, standings(digest, register, after), policy);
  if (!event) return { events: [], letters: [] };
  const { deadline } = event;
  const promised = digest.deadline ?? digest.answerBy;
  if (promised === undefined || deadline <= promised) return { events: [event], letters: [] };
  const told = readers(digest, register, policy).flatMap(reread);
  return { events: [event], letters: addenda(id, digest, told, { what: 'deadline', deadline }) };
}
