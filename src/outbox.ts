import { counts, leftThisHour } from './ceilings.ts';
import type { Policy } from './model/policy.ts';
import { type LetterRecord, pauseOf, type Register } from './model/register.ts';

/** Ids of the letters that may be handed over now, oldest first. One that a crash left in `sending` is due again. */
export function dueLetters(register: Register, policy: Policy, now: Date): string[] {
  const paused = pauseOf(register) !== undefined;
  let left = leftThisHour(register, policy, now);
  return [...register.outbox].filter((id) => {
    const letter = register.letters.get(id);
    if (!letter || (paused && leaves(letter, policy)) || (letter.nextAt && Date.parse(letter.nextAt) > now.getTime()))
      return false;
    return letter.digest !== undefined || !counts(letter, policy) || left-- > 0;
  });
}

/** Whether a pause holds the letter: those to staff still go, else nobody could ask what happens, or end it. */
function leaves({ to }: Pick<LetterRecord, 'to'>, { staff }: Policy): boolean {
  return !staff.some(({ address }) => address === to.address);
}

/** How long until the next deferred letter is due, in milliseconds; a minute at the most. */
export function untilNextLetter(register: Register, now: Date): number {
  const waits = [...register.outbox].flatMap((id) => {
    const nextAt = register.letters.get(id)?.nextAt;
    return nextAt ? [Math.max(Date.parse(nextAt) - now.getTime(), 0)] : [];
  });
  return Math.min(60_000, ...waits);
}
