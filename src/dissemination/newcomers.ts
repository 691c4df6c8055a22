import type { EventOf, RegisterEvent } from '../model/events.ts';
import { configuredHash, network, reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Copy } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { awaitsSending, type Digest, type Register } from '../model/register.ts';
import { endOf } from './steps.ts';

/** Due whenever the configuration names other institutions than the record, or one lacks what is open. */
export function dueNetwork(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const members = network(register, policy);
  const behind = changes(register, policy).length > 0 || unserved(members, register, now).length > 0;
  return behind ? [{ id: `network/${register.position + 1}`, due: now.toISOString() }] : [];
}

/**
 * Puts on record who joined, changed or left by the configuration, and gives whoever lacks it what is open: the very
 * letters that the others had, to the byte.
 */
export function keepUp(
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: []; copies: Copy[] } {
  return {
    events: changes(register, policy),
    letters: [],
    copies: unserved(network(register, policy), register, now),
  };
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
function unserved(members: readonly Partner[], register: Register, now: Date): Copy[] {
  const open = [...register.digests].filter(
    ([, digest]) => !digest.closed && now.toISOString() <= (endOf(digest) ?? ''),
  );
  return open.flatMap(([id, digest]) =>
    members.flatMap((partner) => {
      const to = reachable(partner, register);
      const current = register.letters.get(digest.letters[partner.id] ?? '');
      if (!to || current?.state === 'accepted' || (current && awaitsSending(current.state))) return [];
      if (current?.to.address === to.address) return [];
      const { name, address } = to;
      return originals(id, digest, register).map((of) => ({ of, to: { name, address }, partner: partner.id }));
    }),
  );
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
