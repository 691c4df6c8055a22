import { alarm } from './agenda/news.ts';
import type { RegisterEvent } from './model/events.ts';
import type { Letter } from './model/letter.ts';
import type { Plan } from './model/plan.ts';
import type { Policy } from './model/policy.ts';
import type { LetterRecord } from './model/records.ts';
import type { Register } from './model/register.ts';
import { openTrouble } from './model/troubles.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The plan under the ceilings: letters to an address that had its share today are left out, and staff is told, once
 * until it is over. A loop with a machine that no rule knows ends here; what came in stays entered. Letters to staff and digests are
 * not counted.
 */
export function underCeilings(plan: Plan, register: Register, policy: Policy, now: Date): Plan {
  const { perAddressPerDay, perHour } = policy.ceilings;
  const counted = plan.letters.filter((letter) => letter.digest === undefined && counts(letter, policy));
  if (counted.length === 0) return plan;
  const full = new Set<Letter>(counted.filter(({ to }) => sentTo(to.address, register, now) >= perAddressPerDay));
  const [heldBack] = full;
  const letters = plan.letters.filter((letter) => !full.has(letter));
  const address = heldBack?.to.address;
  if (heldBack)
    return told({ ...plan, letters }, `${ceilingNames}${address}`, {
      why: `${heldBack.name} not sent: ${perAddressPerDay} automatic letters in 24 hours`,
      what: `Le plafond des lettres automatiques à ${address} est atteint : la lettre n’est pas partie.`,
      todo: 'Le courriel reçu est inscrit au registre; écrivez vous-même à cette personne s’il le faut.',
    });
  if (planned(register, policy, now) < perHour) return plan;
  return told(plan, `${ceilingNames}hour`, {
    why: `${perHour} automatic letters in one hour`,
    what: `Plus de ${perHour} lettres automatiques en une heure : les suivantes attendent leur tour.`,
    todo: 'Regardez au registre ce qui arrive; rien n’est perdu, les lettres partiront peu à peu.',
  });

  function told(held: Plan, trouble: `ceiling/${string}`, words: { why: string; what: string; todo: string }): Plan {
    const open = openTrouble(trouble, register);
    if (open && !forgotten(trouble, open.at, register, now)) return held;
    const event: RegisterEvent = { kind: 'staff-alarmed', trouble, why: words.why };
    const alarmed = alarm(trouble, words.what, words.todo, policy);
    return { ...held, events: [...held.events, event], letters: [...held.letters, ...alarmed] };
  }
}

/** What the troubles are called: `ceiling/hour`, `ceiling/ama@tgtu.example`. */
export const ceilingNames = 'ceiling/';

/**
 * Whether the ceiling that was reached at `at` is well left behind: at half of it, so that who hovers around it is not
 * told again and again. One of long ago ended without anybody being told.
 */
export function withinCeiling(trouble: string, at: string, register: Register, policy: Policy, now: Date): boolean {
  if (forgotten(trouble, at, register, now)) return false;
  const { perAddressPerDay, perHour } = policy.ceilings;
  const of = trouble.slice(ceilingNames.length);
  if (of === 'hour') return planned(register, policy, now) <= perHour / 2;
  return sentTo(of, register, now) <= perAddressPerDay / 2;
}

/** Journals of before hold beginnings whose end was never told: no such letter has been sent for days. */
function forgotten(trouble: string, at: string, register: Register, now: Date): boolean {
  const of = trouble.slice(ceilingNames.length);
  const last = (of === 'hour' ? register.automatic : (register.automaticTo.get(of) ?? [])).at(-1);
  const since = last && last.at > at ? last.at : at;
  return now.getTime() - Date.parse(since) > 7 * dayMs;
}

/** How many more automatic letters may be handed over in this hour. Those over it wait in the outbox. */
export function leftThisHour(register: Register, policy: Policy, now: Date): number {
  const tried = within(hourMs, register.tries, now).filter(({ letter }) => counts(letter, policy));
  return Math.max(0, policy.ceilings.perHour - tried.length);
}

/** Whether a letter is one that the ceilings count. */
export function counts({ automatic, to }: Pick<LetterRecord, 'automatic' | 'to'>, policy: Policy): boolean {
  return automatic && !policy.staff.some((person) => person.address === to.address);
}

function planned(register: Register, policy: Policy, now: Date): number {
  return within(hourMs, register.automatic, now).filter((letter) => counts(letter, policy)).length;
}

function sentTo(address: string, register: Register, now: Date): number {
  return within(dayMs, register.automaticTo.get(address) ?? [], now).length;
}

/** The newest of a list in order of time; only those are looked at. */
function within<T extends { at: string }>(periodMs: number, ordered: readonly T[], now: Date): T[] {
  const older = ordered.findLastIndex(({ at }) => now.getTime() - Date.parse(at) >= periodMs);
  return ordered.slice(older + 1);
}
