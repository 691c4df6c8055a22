import type { DeliveryState, RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Copy, Outcome } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { restsOn } from './deadline.ts';
import { extend } from './extension.ts';
import { passOn } from './newcomers.ts';
import { type Reader, substituteFor } from './readers.ts';

const minute = 60_000;
/** Waits after the first, second … deferral; after the last one the letter counts as refused (RFC 5321, 4.5.4.1). */
const retryMs = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440].map((minutes) => minutes * minute);
/** While the fault is ours no recipient is to blame: it is tried again for as long as it takes. */
const ownRetryMs = [1, 2, 5, 10, 15].map((minutes) => minutes * minute);

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
  const { response, ours } = outcome;
  // Its reader left while it was under way: only that a server took it is still news.
  if (letter.state === 'withdrawn' && outcome.state !== 'accepted')
    return { state: 'withdrawn', events: [], letters: [], copies: [] };
  const waitMs = outcome.state === 'deferred' ? waitFor(letter, ours) : undefined;
  const state = outcome.state === 'deferred' && waitMs === undefined ? 'refused' : outcome.state;
  const later = waitMs === undefined ? {} : { nextAt: new Date(now.getTime() + waitMs).toISOString() };
  const again = { ...later, ...(ours && { ours }) };
  return follow(id, letter, { state, response, ...again }, register, policy, now);
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
  return follow(id, letter, { state: 'bounced', response: diagnostic }, register, policy, now);
}

function waitFor({ attempt, deferrals = 0 }: LetterRecord, ours: true | undefined): number | undefined {
  return ours ? ownRetryMs[Math.min(attempt, ownRetryMs.length) - 1] : retryMs[deferrals];
}

interface Change {
  state: DeliveryState;
  response: string;
  nextAt?: string;
  ours?: true;
}

function follow(
  id: string,
  letter: LetterRecord,
  change: Change,
  register: Register,
  policy: Policy,
  now: Date,
): Followed {
  const { state, response } = change;
  const events: RegisterEvent[] = [{ kind: 'delivery-changed', letter: id, attempt: letter.attempt, ...change }];
  const { digest: digestId, partner: partnerId, to } = letter;
  if (!digestId || !partnerId) return { state, events, letters: [], copies: [] };

  const digest = register.digests.get(digestId);
  const failed = state === 'refused' || state === 'bounced';
  const partner = failed ? policy.partners.find((known) => known.id === partnerId) : undefined;
  const other = partner && reachable(partner, register, to.address);
  const substitute = partner && substituteFor(letter, partner, register, to.address);
  const handed =
    partner && substitute ? passOn(id, partner, substitute, register, policy) : { letters: [], copies: [] };
  if (failed)
    events.push({ kind: 'contact-failed', partner: partnerId, address: to.address, letter: id, why: response });
  const red = failed && !other ? partner : undefined;
  const followed = { state, events, ...handed, ...(red && { red }) };
  if (!digest) return followed;

  const planned = restsOn(id, partnerId, digest, register);
  // As it will stand after this: a substitute's letter is still to be sent, unless that one has it already.
  const open = handed.letters.length + handed.copies.length > 0;
  const after = { state: open ? ('planned' as const) : state, accepted: { at: now.toISOString(), response } };
  const reread = (reader: Reader) => {
    if (reader.partner !== partnerId || !failed) return [reader];
    return substitute ? [{ ...reader, to: substitute }] : [];
  };
  const extended = planned
    ? extend(digestId, digest, new Map([[id, after]]), register, policy, reread)
    : { events: [], letters: [] };
  return {
    ...followed,
    events: [...events, ...extended.events],
    letters: [...handed.letters, ...extended.letters],
  };
}
