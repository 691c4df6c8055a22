import { missingPoints } from '../categorisation/category.ts';
import { addBusinessDays } from '../model/calendar.ts';
import { lettersOf } from '../model/filing.ts';
import type { AgendaPolicy, Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { localTime } from '../model/zones.ts';

/** When nothing is configured. */
export const usualAgenda: AgendaPolicy = {
  at: '08:00',
  takeDays: 1,
  categoriseDays: 3,
  completeDays: 3,
  releaseDays: 3,
  closeDays: 3,
};

interface DueDuty {
  kind: 'due';
  what: string;
  due: Date;
  usage: string;
  label: string;
  /** As of a form: the person has something to write. */
  open?: true;
}

/** What is next in a request: something that the house does by a time, or something that it waits for. */
export type Duty = DueDuty | { kind: 'waiting'; what: string } | { kind: 'held'; what: string };

/** What is next in a request that is open; undefined when nothing is. */
export function dutyOf(request: Request, register: Register, policy: Policy, now: Date): Duty | undefined {
  const { status, held } = request;
  if (status === 'closed') return undefined;
  const today = localTime(now, policy.timeZone).toPlainDate().toString();
  if (held && held.until > today) return { kind: 'held', what: `jusqu’au ${held.until} (${held.why})` };
  return (
    (status === 'quarantined' ? undefined : confirmation(request, policy, now)) ??
    next[status](request, register, policy)
  );
}

/** Whether a duty is late, to be done today, or later. */
export function urgency(duty: Duty, policy: Policy, now: Date): 'late' | 'today' | 'later' {
  if (duty.kind !== 'due') return 'later';
  if (duty.due.getTime() < now.getTime()) return 'late';
  const day = (moment: Date) => localTime(moment, policy.timeZone).toPlainDate().toString();
  return day(duty.due) === day(now) ? 'today' : 'later';
}

type Next = (request: Request, register: Register, policy: Policy) => Duty;

const next: Readonly<Record<Exclude<Request['status'], 'closed'>, Next>> = {
  quarantined: (request, _, policy) =>
    due('Décider si la demande est authentique', since(request), 'takeDays', '#rouvrir', 'Accueillir', policy),
  received: (request, register, policy) =>
    request.officer === undefined
      ? due('Prendre la demande en charge', request.receivedAt, 'takeDays', '#prendre', 'Prendre en charge', policy)
      : next.clarifying(request, register, policy),
  clarifying: (request, register, policy) => {
    if (missingPoints(request).length > 0) return awaited(request, register, policy);
    const answered = Object.values(request.points).map(({ at }) => at);
    const complete = answered.toSorted().at(-1) ?? since(request);
    return due('Confirmer la catégorie', complete, 'categoriseDays', '#aide', 'Catégoriser', policy);
  },
  categorised: (request, register, policy) =>
    missingPoints(request).length > 0
      ? awaited(request, register, policy)
      : due('Déclarer le dossier complet', since(request), 'completeDays', '#complet', 'Dossier complet', policy),
  complete: (request, _, policy) =>
    request.notice
      ? { kind: 'waiting', what: 'le prochain bulletin' }
      : due('Libérer la fiche vers les partenaires', since(request), 'releaseDays', '#diffuser', 'Diffuser', policy),
  disseminated: (request, register, policy) => {
    const deadline = request.digest ? register.digests.get(request.digest)?.deadline : undefined;
    if (!deadline) return { kind: 'waiting', what: 'la livraison du bulletin à tous les partenaires' };
    const duty = due(
      'Fermer la demande',
      deadline,
      'closeDays',
      '#fermer suite donnée',
      'Fermer : suite donnée',
      policy,
    );
    return duty;
  },
  dormant: () => ({ kind: 'waiting', what: 'le demandeur (en dormance)' }),
};

/** The requester chose a slot that a person has to confirm. */
function confirmation({ chosen, slots }: Request, policy: Policy, now: Date): Duty | undefined {
  if (!chosen) return undefined;
  const { number, at } = chosen;
  const usage = `#rencontre confirmer ${number}`;
  const open = slots.some((slot) => slot.number === number && slot.start > now.toISOString());
  return open
    ? due(`Confirmer la plage ${number}, choisie par le demandeur`, at, 'takeDays', usage, 'Confirmer la plage', policy)
    : due('Proposer une autre date au demandeur', at, 'takeDays', '#rencontre', 'Proposer une rencontre', policy);
}

/** The requester's turn to clarify, if anybody wrote to them; else it is the house that owes the first word. */
function awaited(request: Request, register: Register, policy: Policy): Duty {
  const { requester, proposed, receivedAt, notes } = request;
  if (proposed) return due('Confirmer le demandeur', receivedAt, 'takeDays', '#aide', 'Confirmer le demandeur', policy);
  const asked = lettersOf(register, request).some(
    (id) => requester.address !== '' && register.letters.get(id)?.to.address === requester.address,
  );
  if (asked) return { kind: 'waiting', what: 'les précisions du demandeur' };
  // Who can't be written to is called; the note of a call says that it was tried.
  const from = notes.at(-1)?.at ?? receivedAt;
  const [usage, label] = requester.address
    ? ['#répondre', 'Écrire au demandeur (dans le corps)']
    : ['#clarifier', 'Inscrire ses précisions (dans le corps)'];
  return { ...due('Joindre le demandeur', from, 'takeDays', usage, label, policy), open: true };
}

function due(
  what: string,
  from: string,
  days: Exclude<keyof AgendaPolicy, 'at'>,
  usage: string,
  label: string,
  { agenda = usualAgenda, timeZone }: Policy,
): DueDuty {
  return { kind: 'due', what, due: addBusinessDays(new Date(from), agenda[days], timeZone), usage, label };
}

function since({ since: at, receivedAt }: Request): string {
  return at ?? receivedAt;
}
