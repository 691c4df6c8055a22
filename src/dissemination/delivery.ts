import type { DeliveryState, RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Copy, Outcome } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import { addenda } from './addendum.ts';
import { newDeadline, standings } from './deadline.ts';
import { readers } from './readers.ts';

const minute = 60_000;
/** Waits after the first, second … deferral; after the last one the letter counts as refused (RFC 5321, 4.5.4.1). */
const retryMs = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440].map((minutes) => minutes * minute);

/** What follows from an answer of a mail server, at once or by a bounce. */
export interface Followed {
  state: DeliveryState;
  events: RegisterEvent[];
  letters: Letter[];
  /** The letter goes to a substitute. */
  copies: Copy[];
  /** The institution whose last contact failed: it is in red until a person names another. */
  red?: Partner;
}

/** What one attempt did to a letter: its new state, when it is tried again, who gets it instead, the deadline. */
export function followDelivery(id: string, outcome: Outcome, register: Register, policy: Policy, now: Date): Followed {
  const letter = register.letters.get(id);
  if (!letter) throw new Error(`cannot find letter ${id} on the ledger`);
  const waitMs = outcome.state === 'deferred' ? retryMs[letter.attempt - 1] : undefined;
  const state = outcome.state === 'deferred' && waitMs === undefined ? 'refused' : outcome.state;
  const nextAt = waitMs === undefined ? undefined : new Date(now.getTime() + waitMs).toISOString();
  return follow(id, state, outcome.response, register, policy, now, nextAt);
}

/** A bounce that came back later: the server had accepted the letter, but nobody received it. */
export function bounced(
  id: string,
  diagnostic: string,
  register: Register,
  policy: Policy,
  now: Date,
): Followed | undefined {
  const letter = register.letters.get(id);
  if (!letter || letter.state === 'bounced') return undefined;
  return follow(id, 'bounced', diagnostic, register, policy, now);
}

function follow(
  id: string,
  state: DeliveryState,
  response: string,
  register: Register,
  policy: Policy,
  now: Date,
  nextAt?: string,
): Followed {
  const letter = register.letters.get(id);
  const attempt = letter?.attempt ?? 0;
  const change = { kind: 'delivery-changed' as const, letter: id, state, attempt, response };
  const events: RegisterEvent[] = [{ ...change, ...(nextAt !== undefined && { nextAt }) }];
  const { digest: digestId, partner: partnerId, to } = letter ?? {};
  const digest = digestId === undefined ? undefined : register.digests.get(digestId);
  if (!digest || !digestId || !partnerId || !to) return { state, events, letters: [], copies: [] };

  const failed = state === 'refused' || state === 'bounced';
  const partner = policy.partners.find((known) => known.id === partnerId);
  const substitute = failed && partner && !digest.closed ? reachable(partner, register, to.address) : undefined;
  const copies = substitute ? [{ of: id, to: substitute, partner: partnerId }] : [];
  if (failed)
    events.push({ kind: 'contact-failed', partner: partnerId, address: to.address, letter: id, why: response });

  // As it will stand after this: a substitute's letter is still to be sent.
  const ledger = standings(digest, register).map((standing) => {
    if (standing.id !== id) return standing;
    const accepted = { at: now.toISOString(), response };
    return { ...standing, letter: { state: substitute ? ('planned' as const) : state, accepted } };
  });
  const deadline = ledger.some((standing) => standing.id === id)
    ? newDeadline(digestId, digest, ledger, policy)
    : undefined;
  if (deadline) events.push(deadline);
  const promised = digest.deadline ?? digest.answerBy;
  const extended = deadline && promised !== undefined && deadline.deadline > promised ? deadline.deadline : undefined;
  const told = readers(digest, register, policy).flatMap((reader) => {
    if (reader.partner !== partnerId || !failed) return [reader];
    return substitute ? [{ ...reader, to: substitute }] : [];
  });
  const letters = extended ? addenda(digestId, digest, told, { what: 'deadline', deadline: extended }) : [];
  const red = failed && !awaitsSending(state) && !substitute ? partner : undefined;
  return { state, events, letters, copies, ...(red && { red }) };
}
