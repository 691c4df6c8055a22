import { commandButtons } from '../commands/buttons.ts';
import type { Form } from '../commands/command.ts';
import { openRequests } from '../model/kin.ts';
import { latecomers } from '../model/latecomers.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { type Duty, dayOf, dutyOf, urgency } from './duties.ts';

/** A request in a list that staff reads: numbered, with what is next. */
export interface Item {
  rank: string;
  reference: string;
  subject: string;
  requester: string;
  /** « Prendre la demande en charge, au plus tard le 24 novembre ». */
  what: string;
  officer: string;
  buttons: Button[];
}

export type Standing = { request: Request; duty: Duty; urgency: 'late' | 'today' | 'later' };

/** Every open request with what is next, and closed ones that somebody must look at again; the most urgent first. */
export function standings(register: Register, policy: Policy, now: Date): Standing[] {
  const open = [...openRequests(register), ...latecomers(register)].flatMap(
    (request) => standingOf(request, register, policy, now) ?? [],
  );
  const order = ({ duty }: Standing) => (duty.kind === 'due' ? duty.due.getTime() : Number.POSITIVE_INFINITY);
  return open.sort((a, b) => order(a) - order(b) || (a.request.receivedAt < b.request.receivedAt ? -1 : 1));
}

/** The request with what is next; undefined when nothing is. */
export function standingOf(request: Request, register: Register, policy: Policy, now: Date): Standing | undefined {
  const duty = dutyOf(request, register, policy, now);
  return duty && { request, duty, urgency: urgency(duty, policy, now) };
}

export function itemOf(standing: Standing, number: number, policy: Policy): Item {
  const { request, duty, urgency: how } = standing;
  const { reference, subject, requester, officer } = request;
  const due: Form[] = duty.kind === 'due' && how !== 'later' ? [duty] : [];
  const other: Partial<Record<Request['status'], Form[]>> = {
    quarantined: [{ usage: '#indésirable', label: 'Indésirable' }],
    closed: [
      { usage: '#rouvrir', label: 'Rouvrir la demande' },
      { usage: '#note rien à répondre', label: 'Classer sans répondre' },
    ],
  };
  const help = due.some(({ usage }) => usage === '#aide') ? [] : [{ usage: '#aide', label: 'Ce qui est possible' }];
  return {
    rank: `${number}.`,
    reference,
    subject,
    requester: requester.organisation || requester.name || requester.address,
    what: inWords(standing, policy),
    officer: policy.staff.find(({ id }) => id === officer)?.name ?? officer ?? '',
    buttons: commandButtons([...due, ...(other[request.status] ?? []), ...help], request, policy),
  };
}

/** « Prendre la demande en charge, au plus tard le 24 novembre » */
export function inWords({ duty, urgency: how }: Standing, policy: Policy): string {
  switch (duty.kind) {
    case 'held':
      return `En attente ${duty.what}`;
    case 'waiting':
      return `On attend ${duty.what}`;
    case 'due': {
      const words = dayOf(duty.due, policy);
      return how === 'late' ? `${duty.what} : c’était pour le ${words}` : `${duty.what}, au plus tard le ${words}`;
    }
    default:
      return duty satisfies never;
  }
}
