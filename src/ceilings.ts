import type { Letter } from './model/letter.ts';
import type { Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';

/**
 * The letters that may go out now, and those that a ceiling holds back: a loop with a machine that no rule knows ends
 * here. Staff and digests are not counted.
 */
export function underCeilings(
  letters: readonly Letter[],
  register: Register,
  policy: Policy,
  now: Date,
): { allowed: Letter[]; heldBack: Letter[] } {
  const inHouse = new Set(policy.staff.map((person) => person.address));
  const allowed: Letter[] = [];
  const heldBack: Letter[] = [];
  for (const letter of letters) {
    const { address } = letter.to;
    const counts = letter.automatic && letter.digest === undefined && !inHouse.has(address);
    const dayBefore = now.getTime() - 86_400_000;
    const recent = (register.automaticTo.get(address) ?? []).filter((at) => Date.parse(at) > dayBefore);
    if (counts && recent.length >= policy.ceilings.perAddressPerDay) heldBack.push(letter);
    else allowed.push(letter);
  }
  return { allowed, heldBack };
}
