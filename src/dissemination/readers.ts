import { reachable } from '../model/network.ts';
import type { Contact, Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest, LetterRecord } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import { carriers } from './deadline.ts';

export interface Reader {
  partner: string;
  to: { name: string; address: string };
}

/** Whom letters about the digest still go to: who was served and is still of the network, where it can be reached now. */
export function readers(digest: Digest, register: Register, policy: Policy): Reader[] {
  return Object.entries(digest.letters).flatMap(([id, letterId]) => {
    const partner = policy.partners.find((known) => known.id === id);
    const letter = register.letters.get(letterId);
    const contact = partner && readerOf(partner, digest, register);
    if (!contact || !letter || !(letter.state === 'accepted' || awaitsSending(letter.state))) return [];
    return [{ partner: id, to: { name: contact.name, address: contact.address } }];
  });
}

/** The readers whom the digest itself has reached: who is still without it is not reminded of it. */
export function served(digest: Digest, register: Register, policy: Policy): Reader[] {
  return readers(digest, register, policy).filter(
    ({ partner }) => register.letters.get(digest.letters[partner] ?? '')?.state === 'accepted',
  );
}

/**
 * The contact that reads about the digest for the institution: who has it, in whatever order the contacts stand by now; the
 * first that letters reach, where nobody has. Undefined where nobody can be written to, or would read of it for the first
 * time after its end.
 * @param failing - An address that has just failed.
 */
export function readerOf(partner: Partner, digest: Digest, register: Register, failing?: string): Contact | undefined {
  const { failed = {} } = register.partners.get(partner.id) ?? {};
  const { optedOut } = register;
  // The last of several, who took over from the others. Asked of every institution twice a minute, of nearly all in vain.
  for (const id of carriers(partner.id, digest).reverse()) {
    const { state, to } = register.letters.get(id) ?? {};
    if (state === undefined || !(state === 'accepted' || awaitsSending(state))) continue;
    const contact = partner.contacts.find(({ address }) => address === to?.address);
    if (contact && contact.address !== failing && !failed[contact.address] && !optedOut.has(contact.address))
      return contact;
  }
  return digest.closed === undefined ? reachable(partner, register, failing) : undefined;
}

/**
 * Who gets that letter of the institution in the place of its addressee; once the time to answer is over only its result is
 * still news to somebody new.
 */
export function substituteFor(
  { digest: id, letter }: LetterRecord,
  partner: Partner,
  register: Register,
  failing?: string,
): Contact | undefined {
  const digest = register.digests.get(id ?? '');
  const reader = digest && readerOf(partner, digest, register, failing);
  const over = digest?.closed !== undefined && letter !== 'result';
  return reader ?? (over ? undefined : reachable(partner, register, failing));
}
