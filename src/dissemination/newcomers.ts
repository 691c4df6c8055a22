import type { DeliveryState, EventOf, RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { configuredHash, memberAddresses, network, reachable, strays } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Copy } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { awaitsSending, type Digest, type Register } from '../model/register.ts';
import { endOf } from './deadline.ts';
import { digestAgain } from './digest.ts';
import { extend } from './extension.ts';
import type { Reader } from './readers.ts';
import { withdrawnBecause } from './withdrawn.ts';

/**
 * Due whenever the configuration names other institutions than the record, one lacks what is open, or a letter waits for
 * somebody who has left.
 */
export function dueNetwork(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const members = network(register, policy);
  const behind =
    changes(register, policy).length > 0 ||
    unserved(members, register, now).length > 0 ||
    strayLetters(register, policy).length > 0;
  return behind ? [{ id: `network/${register.position + 1}`, due: now.toISOString() }] : [];
}

/**
 * Puts on record who joined, changed or left by the configuration; takes back what waits for somebody who has left, for
 * another contact of the same institution; and gives whoever lacks it what is open: the very letters that the others
 * had, to the byte.
 */
export function keepUp(
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[]; copies: Copy[] } {
  const members = network(register, policy);
  const strays = withdraw(members, register, policy);
  const lacking = unserved(members, register, now);
  return {
    events: [...changes(register, policy), ...strays.events],
    letters: [...strays.letters, ...lacking.flatMap((lack) => anew(lack, register, policy))],
    copies: [...strays.copies, ...lacking.flatMap((lack) => copiesFor(lack, register))],
  };
}

function withdraw(members: readonly Partner[], register: Register, policy: Policy) {
  const events: RegisterEvent[] = [];
  const letters: Letter[] = [];
  const copies: Copy[] = [];
  const changed = new Map<string, Map<string, { state: DeliveryState }>>();
  for (const id of strayLetters(register, policy)) {
    const letter = register.letters.get(id);
    if (!letter) continue;
    const { attempt, digest = '', partner: of } = letter;
    const response = withdrawnBecause.left;
    events.push({ kind: 'delivery-changed', letter: id, state: 'withdrawn', attempt, response });
    const partner = members.find((member) => member.id === of);
    const to = partner && reachable(partner, register);
    if (partner && to) copies.push({ of: id, to: { name: to.name, address: to.address }, partner: partner.id });
    const states = changed.get(digest) ?? new Map();
    changed.set(digest, states.set(id, { state: to ? 'planned' : 'withdrawn' }));
  }
  for (const [id, states] of changed) {
    const digest = register.digests.get(id);
    if (!digest) continue;
    const extended = extend(id, digest, states, register, policy);
    events.push(...extended.events);
    letters.push(...extended.letters);
  }
  return { events, letters, copies };
}

function strayLetters(register: Register, policy: Policy): string[] {
  const members = memberAddresses(register, policy);
  return [...register.outbox].filter((id) => {
    const letter = register.letters.get(id);
    return letter !== undefined && strays(letter, members);
  });
}

function changes(register: Register, { partners, configured = partners }: Policy): RegisterEvent[] {
  const changed = configured.flatMap((partner): RegisterEvent[] => {
    const hash = configuredHash(partner);
    if (register.partners.get(partner.id)?.configured === hash) return [];
    return [{ kind: 'partner-changed', partner: plain(partner), configured: hash, why: 'configuration' }];
  });
  const left = [...register.partners].flatMap(([id, record]): RegisterEvent[] =>
    record.configured !== undefined && !record.left && !configured.some((known) => known.id === id)
      ? [{ kind: 'partner-left', partner: id, why: 'not in the configuration any more' }]
      : [],
  );
  return [...changed, ...left];
}

/** What an institution lacks of the digests that can still be answered: it joined later, or nothing reached it. */
function unserved(members: readonly Partner[], register: Register, now: Date): Lack[] {
  const open = [...register.digests].filter(([, digest]) => isOpen(digest, register, now));
  return open.flatMap(([id, digest]) =>
    members.flatMap((partner) => {
      const to = reachable(partner, register);
      const current = register.letters.get(digest.letters[partner.id] ?? '');
      // Also at an address that failed before: it is reachable since somebody answered for it again.
      if (!to || current?.state === 'accepted' || (current && awaitsSending(current.state))) return [];
      return [{ id, digest, partner: partner.id, to: { name: to.name, address: to.address } }];
    }),
  );
}

/** Also one that nobody was served with yet. */
function isOpen(digest: Digest, register: Register, now: Date): boolean {
  if (digest.closed || (digest.deadline ?? digest.latest) === undefined) return false;
  const end = endOf(digest, register);
  return end === undefined || now.toISOString() <= end;
}

interface Lack extends Reader {
  id: string;
  digest: Digest;
}

function copiesFor({ id, digest, partner, to }: Lack, register: Register): Copy[] {
  const all = originals(id, digest, register);
  return (takenBack(digest, register) ? all.slice(1) : all).map((of) => ({ of, to, partner }));
}

/** The digest as its notices read now, where what went out shows a contact whose consent was taken back. */
function anew({ id, digest, ...reader }: Lack, register: Register, policy: Policy): Letter[] {
  return takenBack(digest, register) ? [digestAgain(id, digest, reader, register, policy)] : [];
}

function takenBack({ references }: Digest, register: Register): boolean {
  return references.some((reference) => register.requests.get(reference)?.consent?.given === false);
}

/** One letter of each content that went out about the digest, in order: the digest itself, then its addenda. */
function originals(id: string, digest: Digest, register: Register): string[] {
  const byContent = new Map<string, string>();
  const [first] = Object.values(digest.letters);
  const content = first === undefined ? undefined : register.letters.get(first)?.content;
  if (first !== undefined && content !== undefined) byContent.set(content, first);
  for (const [letterId, letter] of register.letters)
    if (letter.letter === 'addendum' && letter.digest === id && !byContent.has(letter.content))
      byContent.set(letter.content, letterId);
  return [...byContent.values()];
}

/** As a journal line holds it. */
function plain({ id, name, contacts: [first, ...others] }: Partner): EventOf<'partner-changed'>['partner'] {
  return { id, name, contacts: [first, ...others] };
}
