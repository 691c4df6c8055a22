import { z } from 'zod';
import { outcomeNames, statusNames } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const indesirable = defineCommand({
  names: ['indésirable', 'pourriel', 'spam'],
  level: 'W',
  usage: '#indésirable',
  forms: [{ usage: '#indésirable', label: 'C’est un courriel indésirable' }],
  summary: 'Ferme la demande comme indésirable, sans rien envoyer au demandeur; elle garde son numéro.',
  statuses: ['quarantined', 'received', 'clarifying', 'dormant'],
  args: z.string(),
  plan: ({ request: { reference, status } }) => ({
    events: [{ kind: 'status-changed', reference, status: 'closed', why: outcomeNames.fr.spam, outcome: 'spam' }],
    lines: [{ what: 'État', before: statusNames[status], after: `${statusNames.closed} (${outcomeNames.fr.spam})` }],
  }),
});
