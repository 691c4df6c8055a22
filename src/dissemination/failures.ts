import type { DeliveryState } from '../model/events.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';

/** A letter about a digest that did not reach its reader, and what was done then. */
export interface Failure {
  partner: string;
  /** `digest`, `reminder`, `addendum` or `result`. */
  letter: string;
  address: string;
  /** Withdrawn only where another was sent in its place. */
  state: DeliveryState;
  /** Why, in the words of the server, or as the ledger says why it was withdrawn. */
  response: string;
  /** Who had the same, after that or before. */
  instead: string | null;
  /** Else to whom the next letters about the digest went. */
  afterwards: string | null;
  /** Nothing could be answered any more when it failed. */
  over: boolean;
}

/** From the ledger alone, in the order in which the letters were written. */
export function failures(digest: string, register: Register): Failure[] {
  const letters = (register.aboutDigest.get(digest) ?? []).flatMap((id) => register.letters.get(id) ?? []);
  const closed = register.digests.get(digest)?.closed;
  return letters.flatMap((failed, index) => {
    const { letter, partner = '', to, state, response, triedAt = '' } = failed;
    if (!lost.has(state)) return [];
    const before = letters.slice(0, index).filter((other) => other.partner === partner && other.state === 'accepted');
    const after = letters.slice(index + 1).filter((other) => other.partner === partner);
    const instead = [...after, ...before.filter(elsewhere(to.address))].find((other) => same(other, failed));
    if (state === 'withdrawn' && !instead) return [];
    const next = after.filter(elsewhere(to.address)).find((other) => other.state === 'accepted');
    const [done, afterwards] = [instead?.to.address ?? null, next?.to.address ?? null];
    const over = closed !== undefined && triedAt >= closed;
    return [{ partner, letter, address: to.address, state, response, instead: done, afterwards, over }];
  });
}

const lost: ReadonlySet<DeliveryState> = new Set(['refused', 'bounced', 'withdrawn']);

function elsewhere(address: string): (letter: LetterRecord) => boolean {
  return ({ to }) => to.address !== address;
}

/** The digest may read otherwise since; any other letter is the same to the byte. */
function same(one: LetterRecord, other: LetterRecord): boolean {
  return one.letter === other.letter && (one.letter === 'digest' || one.content === other.content);
}
