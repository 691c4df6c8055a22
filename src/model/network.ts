import { createHash } from 'node:crypto';
import type { Contact, Partner } from './partner.ts';
import type { Policy } from './policy.ts';
import type { LetterRecord } from './records.ts';
import type { Register } from './register.ts';
import type { Language } from './request.ts';

/**
 * The institutions as they stand: what the configuration says, and what people changed since by command. A configuration
 * that was edited after such a change is newer than it.
 */
export function network(register: Register, policy: Pick<Policy, 'partners' | 'configured'>): Partner[] {
  const partners = policy.configured ?? policy.partners;
  const configured = partners.flatMap((partner) => {
    const record = register.partners.get(partner.id);
    if (record?.configured !== configuredHash(partner)) return [partner];
    return record.left ? [] : [record.partner ?? partner];
  });
  const added = [...register.partners].flatMap(([id, { partner, configured: hash, left }]) =>
    partner && hash === undefined && !left && !partners.some((known) => known.id === id) ? [partner] : [],
  );
  return [...configured, ...added];
}

/** The configuration is read once, and its hashes are asked for with every decision. */
const hashes = new WeakMap<Partner, string>();

/** Hexadecimal SHA-256 of what the configuration says of an institution. */
export function configuredHash(partner: Partner): string {
  const known = hashes.get(partner);
  if (known !== undefined) return known;
  const { id, name, contacts } = partner;
  const said = contacts.map(({ name: person, address, consent }) => [person, address, consent?.date, consent?.source]);
  const made = createHash('sha256')
    .update(JSON.stringify([id, name, said]))
    .digest('hex');
  hashes.set(partner, made);
  return made;
}

/** Addresses that letters may come from: the contacts', and those that are asked to confirm themselves. */
export function networkAddresses(register: Register, { partners }: Pick<Policy, 'partners'>): string[] {
  return partners.flatMap(({ id, contacts }) => {
    const proposed = register.partners.get(id)?.proposed?.contact.address;
    return [...contacts.map(({ address }) => address), ...(proposed === undefined ? [] : [proposed])];
  });
}

/** The contacts that did not ask to be left alone. */
export function willing({ id, contacts }: Partner, register: Register): Contact[] {
  const stopped = register.partners.get(id)?.stopped ?? {};
  return contacts.filter(({ address }) => !stopped[address]);
}

/**
 * The contact that letters to the institution go to: the first that they reach; undefined when none is left.
 * @param failing - An address that has just failed.
 */
export function reachable(partner: Partner, register: Register, failing?: string): Contact | undefined {
  const failed = register.partners.get(partner.id)?.failed ?? {};
  return willing(partner, register).find(({ address }) => address !== failing && !failed[address]);
}

/** Letters about a contact's own address and answers: in French, with a courtesy version where one is on record. */
export function lettersIn(register: Register, partner: string, address: string): readonly ['fr', ...Language[]] {
  const language = register.partners.get(partner)?.languages?.[address] ?? 'fr';
  return language === 'fr' ? ['fr'] : ['fr', language];
}

/** By institution, the addresses that letters about digests may go to now. */
export function memberAddresses(
  register: Register,
  policy: Pick<Policy, 'partners' | 'configured'>,
): Map<string, Set<string>> {
  return new Map(
    network(register, policy).map((partner) => [
      partner.id,
      new Set(willing(partner, register).map(({ address }) => address)),
    ]),
  );
}

/** Whether a letter about a digest is for somebody who has left the network, or is no contact of it any more. */
export function strays(
  { digest, partner, to }: LetterRecord,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return digest !== undefined && partner !== undefined && !members.get(partner)?.has(to.address);
}
