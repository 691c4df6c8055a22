import type { DeliveryState } from '../model/events.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';

/** A letter about a digest that did not reach its reader, and where the same was sent after that. */
export interface Failure {
  partner: string;
  /** `digest`, `reminder`, `addendum` or `result`. */
  letter: string;
  address: string;
  /** Withdrawn only where another was sent in its place. */
  state: DeliveryState;
  /** Why, in the words of the server, or as the ledger says why it was withdrawn. */
  response: string;
  instead: string | null;
}

/** From the ledger alone, in the order in which the letters were written. */
export function failures(digest: string, register: Register): Failure[] {
  const letters = (register.aboutDigest.get(digest) ?? []).flatMap((id) => register.letters.get(id) ?? []);
  return letters.flatMap((failed, index) => {
    const { letter, partner = '', to, state, response } = failed;
    if (!lost.has(state)) return [];
    const instead = letters.slice(index + 1).find((later) => sameFor(later, failed))?.to.address ?? null;
    if (state === 'withdrawn' && instead === null) return [];
    return [{ partner, letter, address: to.address, state, response, instead }];
  });
}

const lost: ReadonlySet<DeliveryState> = new Set(['refused', 'bounced', 'withdrawn']);

function sameFor(later: LetterRecord, failed: LetterRecord): boolean {
  return later.partner === failed.partner && later.letter === failed.letter;
}
