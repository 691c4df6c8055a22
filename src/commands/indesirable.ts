import { outcomeNames, statusNames } from '../model/wording.ts';
import { callOff } from './call-off.ts';
import { defineCommand, nothing } from './command.ts';

export const indesirable = defineCommand({
  names: ['indésirable', 'pourriel', 'spam'],
  level: 'W',
  usage: '#indésirable',
  forms: [{ usage: '#indésirable', label: 'C’est un courriel indésirable' }],
  summary:
    'Ferme la demande comme indésirable, sans rien écrire au demandeur; elle garde son numéro. Une rencontre à venir est annulée dans les deux agendas.',
  statuses: ['quarantined', 'received', 'clarifying', 'dormant'],
  args: nothing,
  plan: (situation) => {
    const { reference, status } = situation.request;
    const off = callOff(situation);
    return {
      events: [
        ...off.events,
        { kind: 'status-changed', reference, status: 'closed', why: outcomeNames.fr.spam, outcome: 'spam' },
      ],
      lines: [
        { what: 'État', before: statusNames[status], after: `${statusNames.closed} (${outcomeNames.fr.spam})` },
        ...off.lines,
      ],
      letters: off.letters,
    };
  },
});
