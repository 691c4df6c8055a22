import type { Address } from '../mail/mail.ts';
import type { Policy } from '../model/policy.ts';
import { registrable, split } from './domain.ts';
import { isFreeMail } from './free-mail.ts';
import { skeleton } from './look-alike.ts';

/** What the shown name and the address of a sender have in common with those of somebody whom the house believes. */
export interface Likeness {
  /** True: the mail wants to be taken for that person's; false: it may be a namesake's, and staff should know. */
  poses: boolean;
  /** In French, for staff. */
  why: string;
}

/**
 * Whom of staff, house and partners the sender is like; undefined for them and for strangers. The whole name poses
 * anywhere; an initial or the same account only at a free service, where anybody may have it: an organisation gives
 * its addresses to people it knows.
 */
export function likeness(from: Address, policy: Policy): Likeness | undefined {
  const people = knownPeople(policy);
  if (people.some(({ address }) => address === from.address)) return undefined;
  const { local, domain } = split(from.address);
  const free = isFreeMail(domain);
  const own = (address: string) => !free && registrable(split(address).domain) === registrable(domain);
  const others = people.filter(({ address }) => !own(address));
  for (const { alike, poses, how } of ways) {
    const person = others.find((each) => alike(from.name, local, each));
    if (person)
      return { poses: poses || free, why: `${how} celui de ${person.name}, mais l’adresse est ${from.address}.` };
  }
  return undefined;
}

/** An address in the shown name that belongs to us or to a partner while the mail comes from elsewhere. */
export function shownAddress(from: Address, policy: Policy): string | undefined {
  const shown = addressIn(from.name);
  if (!shown || shown === from.address) return undefined;
  const known = knownPeople(policy).map(({ address }) => address);
  const { domain } = split(shown);
  const house = known.map((address) => registrable(split(address).domain)).filter((each) => !isFreeMail(each));
  const elsewhere = registrable(domain) !== registrable(split(from.address).domain);
  return known.includes(shown) || (elsewhere && house.includes(registrable(domain))) ? shown : undefined;
}

interface Known {
  name: string;
  address: string;
}

const ways: readonly {
  alike: (shown: string, local: string, person: Known) => boolean;
  poses: boolean;
  how: string;
}[] = [
  { alike: (shown, _, { name }) => sameName(shown, name), poses: true, how: 'Le nom affiché est' },
  {
    alike: (shown, _, { name }) => shortName(shown, name),
    poses: false,
    how: 'Le nom affiché, avec une initiale, est',
  },
  {
    alike: (shown, local, person) => sameAccount(local, person.address) && !otherName(shown, person.name),
    poses: false,
    how: 'Le nom du compte de courriel est',
  },
];

/** Everybody whose name would be believed: staff, the house itself, partners and their contacts. */
function knownPeople({ institute, staff, partners }: Policy): Known[] {
  return [
    ...staff,
    { name: institute.name, address: institute.address },
    ...partners.flatMap(({ name, contacts }) => [
      ...contacts.map((contact) => ({ name, address: contact.address })),
      ...contacts,
    ]),
  ];
}

/** In whatever order, case, alphabet and punctuation: « TREMBLAY, Marie », « Mаrie Tremblay » with a Cyrillic а. */
function sameName(shown: string, known: string): boolean {
  const words = nameWords(known);
  return words.length > 1 && words.sort().join(' ') === nameWords(bare(shown)).sort().join(' ');
}

/** « M. Tremblay », « Tremblay M. »: the family name, and initials of the other names. */
function shortName(shown: string, known: string): boolean {
  const words = nameWords(bare(shown));
  const names = nameWords(known);
  const family = names.pop() ?? '';
  const initials = words.filter((word) => word !== family);
  if (names.length === 0 || initials.length === 0 || initials.length === words.length) return false;
  return initials.every((word) => word.length === 1 && names.some((name) => name.startsWith(word)));
}

/** Names of accounts that everybody has tell nothing: info, contact. */
function sameAccount(local: string, address: string): boolean {
  const account = (each: string) => skeleton(each).replace(/[^\p{L}]/gu, '');
  const known = account(split(address).local);
  return known.length >= shortestAccount && !common.has(known) && account(local) === known;
}

/** Whether the shown name is that of somebody else: « Marc Tremblay » is not Marie. */
function otherName(shown: string, known: string): boolean {
  const words = nameWords(bare(shown)).filter((word) => word.length > 1);
  const names = nameWords(known);
  return words.length > 1 && words.some((word) => !names.includes(word));
}

const shortestAccount = 6;
const common = new Set(
  ['contact', 'international', 'direction', 'secretariat', 'formation', 'reception', 'bureau'].map(skeleton),
);

function bare(shown: string): string {
  return shown.replace(/[(<].*$/s, '');
}

function nameWords(name: string): string[] {
  return skeleton(name.slice(0, 200))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function addressIn(name: string): string | undefined {
  return /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:@]{1,190}/.exec(name.slice(0, 500))?.[0].toLowerCase();
}
