import type { Partner } from '../model/partner.ts';
import type { LetterRecord } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import { owedTo } from './sendings.ts';

/**
 * Whether the institution has all that was said about the digest before that letter, or will not get it: the last word
 * that is read must not be one that was replaced since.
 * @param partner - The institution as it stands; undefined when it has left.
 */
export function inTurn(
  id: string,
  letter: LetterRecord,
  partner: Partner | undefined,
  register: Register,
  now: Date,
): boolean {
  const { digest: about, partner: reader, letter: name } = letter;
  if (about === undefined || reader === undefined || name === 'digest') return true;
  const { places, byPartner } = placesAbout(about, register);
  const earlier = (other: string) => (places.get(other) ?? 0) < (places.get(id) ?? 0);
  const waits = (other: string) => awaitsSending(register.letters.get(other)?.state ?? 'withdrawn');
  if ((byPartner.get(reader) ?? []).some((other) => earlier(other) && waits(other))) return false;
  const digest = register.digests.get(about);
  if (!digest || digest.closed || !partner) return true;
  // What it lacks of that is about to be handed over to it, and goes first.
  const lacking = owedTo(partner, about, digest, register, now);
  return !lacking.some(({ sending }) => earlier(sending.letters[0]?.[0] ?? ''));
}

interface Places {
  count: number;
  /** By letter id. */
  places: Map<string, number>;
  byPartner: Map<string, string[]>;
}

/** By the register's own list of the letters about a digest, to which letters are only ever added. */
const known = new WeakMap<readonly string[], Places>();

/** The digest first, then everything in the order in which it was written: a copy has the place of its original. */
function placesAbout(digest: string, register: Register): Places {
  const letters = register.aboutDigest.get(digest) ?? [];
  const placed = known.get(letters) ?? { count: 0, places: new Map<string, number>(), byPartner: new Map() };
  for (; placed.count < letters.length; placed.count++) {
    const id = letters[placed.count] ?? '';
    const { letter, copyOf, partner = '' } = register.letters.get(id) ?? {};
    const own = letter === 'digest' ? 0 : placed.count + 1;
    placed.places.set(id, placed.places.get(copyOf ?? '') ?? own);
    placed.byPartner.set(partner, [...(placed.byPartner.get(partner) ?? []), id]);
  }
  known.set(letters, placed);
  return placed;
}
