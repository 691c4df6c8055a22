import { addBusinessDays } from '../model/calendar.ts';
import type { DeliveryState, RegisterEvent } from '../model/events.ts';
import type { Outcome } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { awaitsSending, type Register } from '../model/register.ts';

const minute = 60_000;
/** Waits after the first, second … deferral; after the last one the letter counts as refused (RFC 5321, 4.5.4.1). */
const retryMs = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440].map((minutes) => minutes * minute);

/**
 * What one attempt did to a letter: its new state on the ledger, when it is tried again, and, when it was the last open
 * letter of a digest, the deadline of the answers.
 */
export function followDelivery(
  id: string,
  outcome: Outcome,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; state: DeliveryState } {
  const letter = register.letters.get(id);
  if (!letter) throw new Error(`cannot find letter ${id} on the ledger`);
  const waitMs = outcome.state === 'deferred' ? retryMs[letter.attempt - 1] : undefined;
  const state = outcome.state === 'deferred' && waitMs === undefined ? 'refused' : outcome.state;
  const { attempt } = letter;
  const nextAt = waitMs === undefined ? {} : { nextAt: new Date(now.getTime() + waitMs).toISOString() };
  const change: RegisterEvent = {
    kind: 'delivery-changed',
    letter: id,
    state,
    attempt,
    response: outcome.response,
    ...nextAt,
  };
  return { state, events: [change, ...deadline(id, state, register, policy, now)] };
}

/** A bounce that came back later: the server had accepted the letter, but nobody received it. */
export function bounced(id: string, diagnostic: string, register: Register): RegisterEvent[] {
  const letter = register.letters.get(id);
  if (!letter || letter.state === 'bounced') return [];
  return [{ kind: 'delivery-changed', letter: id, state: 'bounced', attempt: letter.attempt, response: diagnostic }];
}

function deadline(id: string, state: DeliveryState, register: Register, policy: Policy, now: Date): RegisterEvent[] {
  const digestId = register.letters.get(id)?.digest;
  const digest = digestId === undefined ? undefined : register.digests.get(digestId);
  if (!digest || digestId === undefined || digest.deadline || awaitsSending(state)) return [];
  const others = Object.values(digest.letters).filter((other) => other !== id);
  const ledger = others.map((other) => register.letters.get(other));
  if (ledger.some((other) => !other || awaitsSending(other.state))) return [];
  const accepted = ledger.flatMap((other) =>
    other?.state === 'accepted' && other.triedAt ? [Date.parse(other.triedAt)] : [],
  );
  if (state === 'accepted') accepted.push(now.getTime());
  if (accepted.length === 0) return [];
  // The time to answer is the same for all: it runs from the last acceptance.
  const last = new Date(Math.max(...accepted));
  const end = addBusinessDays(last, policy.modalities[digest.category].answerDays, policy.timeZone);
  return [{ kind: 'deadline-set', digest: digestId, deadline: end.toISOString() }];
}
