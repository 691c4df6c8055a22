import { parse } from 'tldts';
import { domainOf } from './domain.ts';
import { Layer, peek } from './layer.ts';
import { bareUid } from './meetings.ts';
import { plain } from './plain.ts';
import type { Request } from './request.ts';
import { forwardMark, replyMark } from './subject-marks.ts';

/** By what requests are found to be of one kind; a subject and an address never look the same. */
type About = Pick<Request, 'requester' | 'subject'>;

/** Requests, and by what they are found without going through all of them. */
export interface Kindred {
  requests: Map<string, Request>;
  /** Those that are not closed, the oldest first. */
  open: Map<string, Request>;
  /** References by address, registered domain and bare subject; some may have another one by now. */
  kin: Map<string, string[]>;
  /** References by their place among all, from 1. */
  order: Map<number, string>;
  /** References by each day (UTC) on which a time ends that the request was offered, or meets at; perhaps no longer. */
  times: Map<string, string[]>;
  /** References by the bare UID of each meeting that the request has, or had once. */
  meetings: Map<string, string[]>;
}

export function noKindred(): Kindred {
  return {
    requests: new Map(),
    open: new Map(),
    kin: new Map(),
    order: new Map(),
    times: new Map(),
    meetings: new Map(),
  };
}

/** Files the request under its address, domain and subject; again when its requester changes. */
export function indexKin(register: Kindred, reference: string, about: About): void {
  for (const key of keysOf(about)) {
    const known = register.kin.get(key);
    if (!known) register.kin.set(key, [reference]);
    else if (known.at(-1) !== reference) known.push(reference);
  }
}

/** The requests that have the address, the domain or the subject, or had it once; the oldest first. */
export function kinOf(register: Kindred, about: About): Request[] {
  const references = new Set(keysOf(about).flatMap((key) => register.kin.get(key) ?? []));
  return [...references]
    .flatMap((reference) => register.requests.get(reference) ?? [])
    .sort((a, b) => order(a.reference) - order(b.reference));
}

/** References of the requests whose requester has that address, or had it once. */
export function kinReferences(register: Kindred, address: string): readonly string[] {
  return register.kin.get(address) ?? [];
}

/** The requests whose requester has that address now; the oldest first. */
export function requestsFrom(register: Kindred, address: string): Request[] {
  return kinOf(register, { requester: { name: '', address }, subject: '' }).filter(
    ({ requester }) => requester.address === address,
  );
}

/** Files the request among the open ones, or takes it out; again when its status changes. */
export function indexOpen(register: Kindred, request: Request): void {
  const { open } = register;
  const { reference, status } = request;
  if (status === 'closed') open.delete(reference);
  // Opened anew: it goes back to its place.
  else if (!open.has(reference) && register.order.get(register.requests.size) !== reference)
    register.open = new Map([...open, [reference, request] as const].sort(([a], [b]) => order(a) - order(b)));
  else open.set(reference, request);
}

/** The requests that are not closed, the oldest first. */
export function openRequests(register: Kindred): Request[] {
  return [...eachOpen(register)];
}

/** The same one by one, for who looks for the first that fits. */
export function* eachOpen({ open, requests }: Kindred): Generator<Request> {
  if (!(requests instanceof Layer)) return yield* open.values();
  // A layer has copies of those that were looked at.
  for (const [reference, request] of open) yield requests.copyOf(reference) ?? request;
}

/** Files the request under the times and the meetings that it has now. */
export function indexTimes(register: Kindred, { reference, slots, meeting, met }: Request): void {
  for (const { end } of meeting ? [...slots, meeting] : slots) file(register.times, end.slice(0, 10), reference);
  for (const known of [meeting, met]) if (known) file(register.meetings, bareUid(known.uid), reference);
}

function file(index: Map<string, string[]>, key: string, reference: string): void {
  const known = index.get(key);
  if (!known) index.set(key, [reference]);
  else if (!known.includes(reference)) known.push(reference);
}

/** Every request with a time that is not over, and perhaps some others. */
export function timedFrom(register: Kindred, now: Date): Request[] {
  const today = now.toISOString().slice(0, 10);
  const references = new Set<string>();
  for (const [day, those] of register.times) if (day >= today) for (const one of those) references.add(one);
  return [...references].flatMap((reference) => peek(register.requests, reference) ?? []);
}

/** The requests with a meeting of that UID, or that had one once; the oldest first. */
export function meetingsUnder(register: Kindred, uid: string): Request[] {
  const references = register.meetings.get(bareUid(uid)) ?? [];
  return references
    .flatMap((reference) => peek(register.requests, reference) ?? [])
    .sort((a, b) => order(a.reference) - order(b.reference));
}

/** References from the last one on that was given. */
export function* latestReferences(register: Kindred): Generator<string> {
  for (let place = register.requests.size; place > 0; place--) {
    const reference = register.order.get(place);
    if (reference !== undefined) yield reference;
  }
}

/**
 * What an organisation registered of its domain (public suffix list), or was given under the name that all of a government
 * share; the whole where that cannot be told.
 */
export function registeredDomain(domain: string): string {
  const { domain: registered, publicSuffix = '', subdomain } = parse(domain, { validateHostname: false });
  if (!registered) return domain;
  const own = subdomain && shared.test(registered) && /(?:^|\.)[a-z]{2}$/.test(publicSuffix ?? '');
  return own ? `${subdomain.split('.').at(-1)}.${registered}` : registered;
}

/** The list lacks many of them: « gouv.ne », « gouv.qc.ca », « gov.on.ca ». */
const shared = /^(?:gouv|gov|govt|gob|gub|gc|mil|edu|educ)\./;

/** A subject without the marks of answers and forwards, and the tags, that mail programs put before it. */
export function unmarked(subject: string): string {
  return subject.slice(0, longestSubject).replace(marks, '').trim();
}

/** What is compared of a subject: also without references, case and accents. */
export function bareSubject(subject: string): string {
  return unmarked(plain(subject.slice(0, longestSubject)))
    .replace(/\[[^\]]*\]/g, '')
    .trim();
}

const longestSubject = 500;

const marks = new RegExp(String.raw`^(?:\s*(?:${replyMark}|${forwardMark}|\[[^\]]*\]))+`, 'iu');

function keysOf({ requester: { address }, subject }: About): string[] {
  const bare = bareSubject(subject);
  return [...(address ? [address, `@${registeredDomain(domainOf(address))}`] : []), ...(bare ? [`: ${bare}`] : [])];
}

/** `INMQ-2026-0042` comes after every reference of 2025. */
function order(reference: string): number {
  const [number, year] = reference.split('-').reverse().map(Number);
  return (year ?? 0) * 1e9 + (number ?? 0);
}
