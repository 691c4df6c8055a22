import { createHash } from 'node:crypto';
import { domainOf } from './domain.ts';
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
  const configured = partners.flatMap((partner) => asItStands(partner, register) ?? []);
  const known = configuredById(partners);
  const added = [...register.partners.keys()].flatMap((id) => (known.has(id) ? [] : (addedAs(id, register) ?? [])));
  return [...configured, ...added];
}

function asItStands(configured: Partner, register: Register): Partner | undefined {
  const record = register.partners.get(configured.id);
  if (record?.configured !== configuredHash(configured)) return configured;
  return record.left ? undefined : (record.partner ?? configured);
}

/** One that the configuration does not know. */
function addedAs(id: string, register: Register): Partner | undefined {
  const { partner, configured, left } = register.partners.get(id) ?? {};
  return configured === undefined && !left ? partner : undefined;
}

/** The configuration is read once; single institutions of it are asked for with every letter. */
const byId = new WeakMap<readonly Partner[], ReadonlyMap<string, Partner>>();

function configuredById(partners: readonly Partner[]): ReadonlyMap<string, Partner> {
  const known = byId.get(partners) ?? new Map(partners.map((partner) => [partner.id, partner]));
  byId.set(partners, known);
  return known;
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

/** The name of an institution: as it stands, or as it stood when it left. */
export function houseNamed(id: string, register: Register, { partners }: Pick<Policy, 'partners'>): string {
  return partners.find((known) => known.id === id)?.name ?? register.partners.get(id)?.partner?.name ?? id;
}

/** The institution that had letters about the digest at that address, whether it is in the network still or not. */
export function partnerServedAt(address: string, digest: string, register: Register): string | undefined {
  const letters = (register.aboutDigest.get(digest) ?? []).map((id) => register.letters.get(id));
  return letters.find((letter) => letter?.partner !== undefined && letter.to.address === address)?.partner;
}

/** Whether an institution had letters about the digest at an address of that domain. */
export function houseServedAt(domain: string, digest: string, register: Register): string | undefined {
  const letters = (register.aboutDigest.get(digest) ?? []).map((id) => register.letters.get(id));
  return letters.find((letter) => letter?.partner !== undefined && domainOf(letter.to.address) === domain)?.partner;
}

/** The institution that had any digest at that address, whether it is in the network still or not. */
export function onceServedAt(address: string, register: Register): string | undefined {
  for (const digest of [...register.digests.keys()].toReversed()) {
    const partner = partnerServedAt(address, digest, register);
    if (partner !== undefined) return partner;
  }
  return undefined;
}

/** Addresses that letters may come from: the contacts', and those that are asked to confirm themselves. */
export function networkAddresses(register: Register, { partners }: Pick<Policy, 'partners'>): string[] {
  return partners.flatMap(({ id, contacts }) => {
    const proposed = register.partners.get(id)?.proposed?.contact.address;
    return [...contacts.map(({ address }) => address), ...(proposed === undefined ? [] : [proposed])];
  });
}

/** The contacts that did not ask to be left alone. */
export function willing({ contacts }: Partner, { optedOut }: Register): Contact[] {
  return contacts.filter(({ address }) => !optedOut.has(address));
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

/**
 * By institution, the addresses that letters about digests may go to now: no contact that wanted out, nor one that letters
 * do not reach while there is another. Made for those that are asked about: of a large network a few letters are due at a
 * time.
 */
export function memberAddresses(register: Register, policy: Pick<Policy, 'partners' | 'configured'>): Members {
  const partners = configuredById(policy.configured ?? policy.partners);
  const asked = new Map<string, Member | undefined>();
  return {
    get(id) {
      if (asked.has(id)) return asked.get(id);
      const configured = partners.get(id);
      const partner = configured ? asItStands(configured, register) : addedAs(id, register);
      const member = partner && { partner, addresses: writtenTo(partner, register) };
      asked.set(id, member);
      return member;
    },
  };
}

interface Member {
  partner: Partner;
  addresses: ReadonlySet<string>;
}

type Members = Pick<ReadonlyMap<string, Member>, 'get'>;

function writtenTo(partner: Partner, register: Register): ReadonlySet<string> {
  const contacts = willing(partner, register);
  const failed = register.partners.get(partner.id)?.failed ?? {};
  const reached = contacts.filter(({ address }) => !failed[address]);
  return new Set((reached.length > 0 ? reached : contacts).map(({ address }) => address));
}

/**
 * Whether a letter about a digest is for somebody who has left the network, is no contact of it any more, or is not reached
 * while another is.
 */
export function strays({ digest, partner, to }: LetterRecord, members: Members): boolean {
  return digest !== undefined && partner !== undefined && !members.get(partner)?.addresses.has(to.address);
}
