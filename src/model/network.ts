import type { Contact, Partner } from './partner.ts';
import type { Policy } from './policy.ts';
import type { Register } from './register.ts';

/** The contact that letters to the institution go to: the first that letters reach; undefined when none is left. */
export function reachable({ id, contacts }: Partner, register: Register): Contact | undefined {
  const failed = register.partners.get(id)?.failed ?? {};
  return contacts.find(({ address }) => !failed[address]);
}

/** Institutions without a working address: « in red » until a person names another. */
export function unreachable(register: Register, policy: Policy): Partner[] {
  return policy.partners.filter((partner) => !reachable(partner, register));
}
