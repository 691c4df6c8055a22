import { reachable } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';

export interface Reader {
  partner: string;
  to: { name: string; address: string };
}

/** Whom letters about the digest still go to: who was served and is still of the network, where it can be reached now. */
export function readers(digest: Digest, register: Register, policy: Policy): Reader[] {
  return Object.entries(digest.letters).flatMap(([id, letterId]) => {
    const partner = policy.partners.find((known) => known.id === id);
    const letter = register.letters.get(letterId);
    const contact = partner && reachable(partner, register);
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
