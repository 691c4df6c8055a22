import type { Letter, LetterData } from '../model/letter.ts';
import { awaitsSending, type Digest, type Register } from '../model/register.ts';
import type { Standing } from './deadline.ts';

type Addendum = Pick<LetterData['addendum'], 'what' | 'deadline'> & { items?: LetterData['addendum']['items'] };

/**
 * One addendum to each of those whom a server took the digest for, or still may, at the address that it went to; all
 * with the same content.
 * @param ledger - As it stands after what is being decided.
 */
export function addenda(
  id: string,
  { category }: Digest,
  ledger: readonly Pick<Standing, 'partner' | 'id' | 'letter'>[],
  { what, deadline, items = [] }: Addendum,
  register: Register,
): Letter[] {
  const data: LetterData['addendum'] = { category, what, deadline, items };
  const served = ledger.filter(({ letter }) => letter.state === 'accepted' || awaitsSending(letter.state));
  return served.flatMap(({ partner, id: letter }) => {
    const to = register.letters.get(letter)?.to;
    return to ? [{ ...envelope(id, partner, to), name: 'addendum', data }] : [];
  });
}

/** What every letter about a digest has in common: it is on the digest's own ledger, not under the ceilings. */
export function envelope(digest: string, partner: string, to: { name: string; address: string }) {
  return { to, languages: ['fr'] as const, digest, partner, thread: [], automatic: true };
}
