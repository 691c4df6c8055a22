import { alarm } from './agenda/news.ts';
import type { Letter } from './model/letter.ts';
import type { Plan } from './model/plan.ts';
import type { Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';

const dayMs = 86_400_000;

/**
 * The plan without the letters that a ceiling holds back; staff is told once a day. A loop with a machine that no rule
 * knows ends here; what came in stays entered. Staff and digests are not counted.
 */
export function underCeilings(plan: Plan, register: Register, policy: Policy, now: Date): Plan {
  const inHouse = new Set(policy.staff.map((person) => person.address));
  const since = now.getTime() - dayMs;
  const full = ({ to, automatic, digest }: Letter) =>
    automatic &&
    digest === undefined &&
    !inHouse.has(to.address) &&
    recent(register.automaticTo.get(to.address) ?? [], since) >= policy.ceilings.perAddressPerDay;
  const heldBack = plan.letters.find(full);
  if (!heldBack) return plan;
  const { address } = heldBack.to;
  const trouble = `ceiling/${address}`;
  const told = [...register.years.values()].flatMap((year) => year.alarms).findLast((past) => past.trouble === trouble);
  const why = `${heldBack.name} not sent: ${policy.ceilings.perAddressPerDay} automatic letters in 24 hours`;
  const what = `Le plafond des lettres automatiques à ${address} est atteint : la lettre n’est pas partie.`;
  const todo = 'Le courriel reçu est inscrit au registre; écrivez vous-même à cette personne s’il le faut.';
  const letters = plan.letters.filter((letter) => !full(letter));
  if (told && Date.parse(told.at) > since) return { ...plan, letters };
  return {
    ...plan,
    events: [...plan.events, { kind: 'staff-alarmed', trouble, why }],
    letters: [...letters, ...alarm(trouble, what, todo, policy)],
  };
}

function recent(times: readonly string[], since: number): number {
  return times.filter((at) => Date.parse(at) > since).length;
}
