import { counts, leftThisHour } from './ceilings.ts';
import { overtaken } from './clarification/overtaken.ts';
import { inTurn } from './dissemination/reading-order.ts';
import { needsNewTime } from './dissemination/redating.ts';
import { recalled } from './dissemination/sendings.ts';
import { dateInDoubt } from './dissemination/time-jump.ts';
import { domainOf } from './model/domain.ts';
import { memberAddresses, strays } from './model/network.ts';
import { type Policy, usualPace } from './model/policy.ts';
import { pauseOf, type Register } from './model/register.ts';

const minuteMs = 60_000;

/**
 * Ids of the letters that may be handed over now, oldest first, of those about a digest each in its turn. One that a crash left in `sending` is due again.
 * @param most - More are not looked for.
 * @param underWay - Letters that are being handed over just now.
 */
export function dueLetters(
  register: Register,
  policy: Policy,
  now: Date,
  most = Number.POSITIVE_INFINITY,
  underWay: ReadonlySet<string> = new Set(),
): string[] {
  const paused = pauseOf(register) !== undefined;
  let left = leftThisHour(register, policy, now);
  const given = new Map<string, number>();
  const staff = new Set(policy.staff.map(({ address }) => address));
  const members = memberAddresses(register, policy);
  let doubted: boolean | undefined;
  const stale = new Map<string, boolean>();
  const isStale = (id: string) => {
    const digest = register.digests.get(id);
    const known = stale.get(id) ?? (digest !== undefined && needsNewTime(id, digest, register, policy, now));
    stale.set(id, known);
    return known;
  };
  const due: string[] = [];
  for (const id of register.outbox) {
    if (due.length >= most) break;
    const letter = register.letters.get(id);
    if (!letter || underWay.has(id)) continue;
    if ((letter.nextAt && Date.parse(letter.nextAt) > now.getTime()) || strays(letter, members)) continue;
    if (recalled(letter, register) || overtaken(letter, register, now)) continue;
    if (letter.digest !== undefined) {
      doubted ??= dateInDoubt(register, policy, now);
      if (doubted) continue;
      if (letter.letter === 'digest' && isStale(letter.digest)) continue;
    }
    if (!inTurn(id, letter, members.get(letter.partner ?? '')?.partner, register, now)) continue;
    // A pause, the pace and the ceilings are for what leaves the house: those to staff still go, else nobody could ask
    // what happens, or end it.
    if (!staff.has(letter.to.address)) {
      if (paused) continue;
      const domain = domainOf(letter.to.address);
      const taken = given.get(domain) ?? 0;
      if (taken >= roomFor(domain, register, policy, now)) continue;
      if (letter.digest === undefined && counts(letter, policy) && left-- <= 0) continue;
      given.set(domain, taken + 1);
    }
    due.push(id);
  }
  return due;
}

/** How long until a letter that waits may be due, in milliseconds; a minute at the most. */
export function untilNextLetter(register: Register, now: Date): number {
  const waits = [...register.outbox].flatMap((id) => {
    const { nextAt, to } = register.letters.get(id) ?? {};
    if (nextAt && Date.parse(nextAt) > now.getTime()) return [Date.parse(nextAt) - now.getTime()];
    // Due, but its domain had its share: the first of those a minute ago makes room.
    const { tries: [oldest] = [], heldUntil } = register.pace.get(domainOf(to?.address ?? '')) ?? {};
    const room = Math.max(
      oldest === undefined ? 0 : Date.parse(oldest) + minuteMs,
      heldUntil === undefined ? 0 : Date.parse(heldUntil),
    );
    return room > now.getTime() ? [room - now.getTime()] : [];
  });
  return waits.reduce((least, wait) => Math.min(least, wait), minuteMs);
}

/** How many letters the domain may get now. */
function roomFor(domain: string, register: Register, { ceilings }: Policy, now: Date): number {
  const { tries = [], heldUntil } = register.pace.get(domain) ?? {};
  if (heldUntil !== undefined && Date.parse(heldUntil) > now.getTime()) return 0;
  const recent = tries.filter((at) => now.getTime() - Date.parse(at) < minuteMs);
  return Math.max(0, (ceilings.perDomainPerMinute ?? usualPace) - recent.length);
}
