import type { Request } from '../model/request.ts';
import type { Done } from './command.ts';

/** Takes back the question to the requester whether the text may go out: the text that it asked about has changed. */
export function approvalSuperseded({ reference, approval }: Request): Pick<Done, 'events' | 'lines'> {
  if (!approval) return { events: [], lines: [] };
  return {
    events: [{ kind: 'approval-answered', reference, answer: 'superseded' }],
    lines: [
      {
        what: 'Bon à diffuser',
        before: 'demandé',
        after: 'retiré; «\u00A0#diffuser\u00A0» le redemande pour ce texte',
      },
    ],
  };
}
