import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import { pauseOf, type Register } from '../model/register.ts';
import { announced, closing, type Promised, reminderDays } from './deadline.ts';
import { digestAgain } from './digest.ts';
import { withdrawnBecause } from './withdrawn.ts';

/**
 * What a digest promises now that has waited for so long, and reached nobody, that no extension would give all their days:
 * its text names a day that is too near or over. Undefined for one that may go out as it is.
 */
function promisedAnew(id: string, digest: Digest, register: Register, policy: Policy, now: Date): Promised | undefined {
  const modality = policy.modalities[digest.category];
  const { answerBy, latest, answerDays = modality.answerDays, deadline, closed } = digest;
  if (closed || deadline !== undefined || answerBy === undefined || latest === undefined) return undefined;
  if (closing(now, answerDays, policy.timeZone).toISOString() <= latest) return undefined;
  const reached = (register.aboutDigest.get(id) ?? []).some((letterId) => {
    const { accepted, state, uncertain } = register.letters.get(letterId) ?? {};
    return accepted !== undefined || state === 'sending' || uncertain === true;
  });
  if (reached) return undefined;
  const outside = digest.references.flatMap((reference) => {
    return register.requests.get(reference)?.notice?.notice.deadline ?? [];
  });
  const promised = announced(modality, outside.toSorted()[0], policy, now);
  return promised.answerBy > answerBy ? promised : undefined;
}

export function needsNewTime(id: string, digest: Digest, register: Register, policy: Policy, now: Date): boolean {
  return promisedAnew(id, digest, register, policy, now) !== undefined;
}

/** While sending is stopped it waits on: it is dated when it can go. `redating/digest/short/2026-11-23T14:00:00.000Z/217` */
export function dueRedating(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  if (pauseOf(register)) return [];
  return [...register.digests].flatMap(([id, digest]) => {
    if (digest.closed || waiting(id, register).length === 0) return [];
    if (!needsNewTime(id, digest, register, policy, now)) return [];
    return [{ id: `redating/${id}/${register.position}`, due: now.toISOString() }];
  });
}

/** The digest that such a period is about. @throws if the id is not one that `dueRedating` made. */
export function readRedatingId(id: string): string {
  const [, digest] = /^redating\/(.+)\/\d+$/.exec(id) ?? [];
  if (!digest) throw new Error(`cannot read the period id ${id}`);
  return digest;
}

/** The letters that wait are taken back, and composed anew with the time that all have now: again the same for all. */
export function redate(
  id: string,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[]; answerBy?: string } {
  const digest = register.digests.get(id);
  const promised = digest && promisedAnew(id, digest, register, policy, now);
  if (!promised) return { events: [], letters: [] };
  const modality = policy.modalities[digest.category];
  const shorter = promised.answerDays < modality.answerDays;
  const remindAfter = reminderDays(modality, promised.answerDays);
  const dated = { ...promised, shorter, ...(remindAfter !== undefined && { reminderDays: remindAfter }) };
  const letters = waiting(id, register);
  const events = letters.map(
    ([letter, { attempt }]): RegisterEvent => ({
      ...{ kind: 'delivery-changed', letter, state: 'withdrawn', attempt, response: withdrawnBecause.waited },
    }),
  );
  const anew = letters.map(([, { partner = '', to }]) =>
    digestAgain(id, { ...digest, ...dated }, { partner, to }, register, policy),
  );
  return {
    events: [...events, { kind: 'digest-redated', digest: id, ...dated }],
    letters: anew,
    answerBy: promised.answerBy,
  };
}

function waiting(id: string, register: Register) {
  return [...register.outbox].flatMap((letterId) => {
    const letter = register.letters.get(letterId);
    return letter?.letter === 'digest' && letter.digest === id ? [[letterId, letter] as const] : [];
  });
}
