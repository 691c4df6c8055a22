import type { DeliveryState, EventOf, RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { configuredHash, memberAddresses, network, strays } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Copy } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { digestAgain } from './digest.ts';
import { extend } from './extension.ts';
import { substituteFor } from './readers.ts';
import { has, type Owed, original, owed, recalled, sendings } from './sendings.ts';
import { withdrawnBecause } from './withdrawn.ts';

/**
 * Due whenever the configuration names other institutions than the record, one lacks what is open, or a letter waits for
 * somebody who has left, at an address that has failed while there is another, or with a contact that may not be shown any
 * more.
 */
export function dueNetwork(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const members = network(register, policy);
  const behind =
    changes(register, policy).length > 0 ||
    owed(members, register, now).length > 0 ||
    [...register.outbox].some((id) => isRecalled(id, register)) ||
    strayLetters(register, policy).length > 0;
  return behind ? [{ id: `network/${register.position + 1}`, due: now.toISOString() }] : [];
}

/**
 * Puts on record who joined, changed or left by the configuration; takes back what waits for somebody who has left, or
 * whom letters do not reach, for another contact of the same institution; and gives whoever lacks it what is open: the very letters that the others
 * had, to the byte.
 */
export function keepUp(
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[]; copies: Copy[] } {
  const members = network(register, policy);
  const taken = withdraw(members, register, policy);
  const handed = owed(members, register, now).map((one) => handOver(one, register, policy));
  return {
    events: [...changes(register, policy), ...taken.events],
    letters: [...taken.letters, ...handed.flatMap(({ letters }) => letters)],
    copies: [...taken.copies, ...handed.flatMap(({ copies }) => copies)],
  };
}

interface Handed {
  letters: Letter[];
  copies: Copy[];
}

function withdraw(members: readonly Partner[], register: Register, policy: Policy) {
  const events: RegisterEvent[] = [];
  const handed: Handed = { letters: [], copies: [] };
  const changed = new Map<string, Map<string, { state: DeliveryState }>>();
  const take = (letterId: string, response: string, anew: Handed) => {
    const { attempt = 0, digest = '' } = register.letters.get(letterId) ?? {};
    events.push({ kind: 'delivery-changed', letter: letterId, state: 'withdrawn', attempt, response });
    handed.letters.push(...anew.letters);
    handed.copies.push(...anew.copies);
    const state = anew.letters.length + anew.copies.length > 0 ? 'planned' : 'withdrawn';
    changed.set(digest, (changed.get(digest) ?? new Map()).set(letterId, { state }));
  };
  const strays = strayLetters(register, policy);
  for (const letterId of strays) {
    const letter = register.letters.get(letterId);
    const partner = members.find((member) => member.id === letter?.partner);
    const to = letter && partner && substituteFor(letter, partner, register);
    const failed = register.partners.get(letter?.partner ?? '')?.failed ?? {};
    const why = failed[letter?.to.address ?? ''] ? withdrawnBecause.failed : withdrawnBecause.left;
    take(letterId, why, partner && to ? passOn(letterId, partner, to, register, policy) : nobody);
  }
  for (const letterId of register.outbox) {
    const letter = register.letters.get(letterId);
    if (!letter || strays.includes(letterId)) continue;
    const recall = recalled(letter, register);
    if (recall) take(letterId, withdrawnBecause.consent, handOver({ ...recall, to: letter.to }, register, policy));
  }
  for (const [id, states] of changed) {
    const digest = register.digests.get(id);
    if (!digest) continue;
    const extended = extend(id, digest, states, register, policy);
    events.push(...extended.events);
    handed.letters.push(...extended.letters);
  }
  return { events, ...handed };
}

const nobody: Handed = { letters: [], copies: [] };

/** The same letter for another contact of the institution, unless that one has what the letter brings. */
export function passOn(
  letterId: string,
  partner: Partner,
  { name, address }: { name: string; address: string },
  register: Register,
  policy: Policy,
): Handed {
  const letter = register.letters.get(letterId);
  const to = { name, address };
  const digest = register.digests.get(letter?.digest ?? '');
  if (!letter) return nobody;
  const sending =
    digest &&
    letter.digest &&
    sendings(letter.digest, digest, register).find(({ letters }) => letters.some(([id]) => id === letterId));
  if (!sending || !letter.digest) return { letters: [], copies: [{ of: letterId, to, partner: partner.id }] };
  if (has(sending, partner.id, address, letterId)) return nobody;
  return handOver({ id: letter.digest, digest, sending, partner: partner.id, to }, register, policy);
}

function isRecalled(id: string, register: Register): boolean {
  const letter = register.letters.get(id);
  return letter !== undefined && recalled(letter, register) !== undefined;
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
    record.configured !== undefined && !configured.some((known) => known.id === id)
      ? [{ kind: 'partner-left', partner: id, why: 'not in the configuration any more', configured: false }]
      : [],
  );
  return [...changed, ...left];
}

/**
 * The very letter that the others had, to the byte; the digest as its notices read now, where no letter is left that may
 * be shown to somebody else.
 */
function handOver({ id, digest, sending, partner, to }: Owed, register: Register, policy: Policy): Handed {
  const [of] = original(sending, digest, register) ?? [];
  if (of !== undefined) return { letters: [], copies: [{ of, to, partner }] };
  return { letters: [digestAgain(id, digest, { partner, to }, register, policy)], copies: [] };
}

/** As a journal line holds it. */
function plain({ id, name, contacts: [first, ...others] }: Partner): EventOf<'partner-changed'>['partner'] {
  return { id, name, contacts: [first, ...others] };
}
