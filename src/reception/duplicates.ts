import { domainOf } from '../model/domain.ts';
import { latestReferences, registeredDomain } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import type { Register } from '../model/register.ts';
import type { Request, Requester } from '../model/request.ts';
import { isFreeMail } from './free-mail.ts';

/** What is compared with the requests on record. */
interface Candidate {
  requester: Requester;
  subject: string;
  receivedAt: string;
}

/** By what a requester is known again: made once, compared with many. */
interface Signs {
  requester: Requester;
  /** Empty for a free service: its users have nothing in common. */
  domain: string;
  organisation: string[];
  name: string[];
}

/** A request on record that the new one may repeat, and why, in French. */
interface Duplicate {
  reference: string;
  reasons: string[];
}

/** Two requests of one organisation within this time are worth a look, whatever their subjects. */
const closeDays = 30;
/** An older request is another matter. */
const oldDays = 400;
const lookedAt = 500;
const mostProposed = 3;

/**
 * The requests that the new one may repeat, the likeliest first: the same person or organisation, and the same subject or
 * few days between. Proposals: staff decides.
 */
export function likelyDuplicates(candidate: Candidate, register: Register): Duplicate[] {
  const sought = { ...candidate, signs: signsOf(candidate.requester) };
  return latestRequests(register, lookedAt)
    .toReversed()
    .filter(({ mergedInto, outcome }) => mergedInto === undefined && outcome !== 'spam' && outcome !== 'mistake')
    .map((request) => ({ reference: request.reference, reasons: reasonsFor(sought, request) }))
    .filter(({ reasons }) => reasons.length > 1)
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.reference < b.reference ? 1 : -1))
    .slice(0, mostProposed);
}

function latestRequests(register: Register, most: number): Request[] {
  const found: Request[] = [];
  for (const reference of latestReferences(register)) {
    if (found.length === most) break;
    const request = register.requests.get(reference);
    if (request) found.push(request);
  }
  return found;
}

/** None unless it is the same requester: the same subject alone is what a call for proposals brings. */
function reasonsFor(candidate: Candidate & { signs: Signs }, request: Request): string[] {
  const days = Math.abs(Date.parse(candidate.receivedAt) - Date.parse(request.receivedAt)) / 86_400_000;
  const same = sameRequester(candidate.signs, request.requester);
  if (same.length === 0 || days > oldDays) return [];
  const matter = sameMatter(candidate.subject, request.subject);
  // A closed request was dealt with: another one in few days is no reason to reopen it.
  const near = days <= closeDays && request.status !== 'closed' ? [apart(Math.floor(days))] : [];
  const more = [...matter, ...near];
  return more.length > 0 ? [...same, ...more] : [];
}

function apart(days: number): string {
  if (days === 0) return 'le même jour';
  return days === 1 ? 'à un jour d’intervalle' : `à ${days} jours d’intervalle`;
}

function signsOf(requester: Requester): Signs {
  const { address, organisation = '', name } = requester;
  return { requester, domain: registrable(address), organisation: words(organisation), name: words(name) };
}

function sameRequester({ requester: one, domain, organisation, name }: Signs, other: Requester): string[] {
  if (one.address && one.address === other.address) return ['même adresse'];
  // What was registered ends the whole.
  const sameDomain = domain !== '' && domainOf(other.address).endsWith(domain) && registrable(other.address) === domain;
  return [
    sameDomain ? `même organisme (${domain})` : '',
    !sameDomain && organisation.length > 0 && same(organisation, words(other.organisation ?? ''))
      ? `même nom d’organisme (${one.organisation})`
      : '',
    name.length > 1 && same(name, words(other.name)) ? `même nom (${one.name})` : '',
  ].filter(Boolean);
}

function sameMatter(one: string, other: string): string[] {
  const [first, second] = [words(bare(one)), words(bare(other))];
  if (first.length === 0 || second.length === 0) return [];
  if (same(first, second)) return ['même objet'];
  const shared = first.filter((word) => second.includes(word)).length;
  return shared >= 2 && shared / Math.min(first.length, second.length) >= 0.6 ? ['objet semblable'] : [];
}

function registrable(address: string): string {
  const domain = domainOf(address);
  return isFreeMail(domain) ? '' : registeredDomain(domain);
}

function bare(subject: string): string {
  return subject
    .slice(0, 500)
    .replace(/^(?:\s*\p{L}{1,5}\s?:)+/u, '')
    .replace(/\[[^\]]{0,100}\]/g, ' ');
}

/** Without small words, in one order. */
function words(text: string): string[] {
  const found = plain(text.slice(0, 500))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !small.has(word));
  return [...new Set(found)].sort();
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

const small = new Set('les des une pour dans avec par sur the and for our los las del una para con que'.split(' '));
