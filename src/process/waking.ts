import type { RegisterEvent } from '../model/events.ts';
import type { Request } from '../model/request.ts';

/** A first answer opens the clarification; an answer wakes a dormant request, and ends a wait. */
export function woken({ reference, status, held }: Request, understood: boolean): RegisterEvent[] {
  const why = 'the requester answered';
  const events: RegisterEvent[] = held ? [{ kind: 'request-held', reference, why }] : [];
  if (status !== 'dormant' && !(status === 'received' && understood)) return events;
  return [...events, { kind: 'status-changed', reference, status: 'clarifying', why }];
}
