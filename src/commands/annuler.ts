import { z } from 'zod';
import { changedSince } from '../model/undo.ts';
import { fieldNames } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const annuler = defineCommand({
  names: ['annuler', 'undo'],
  level: 'W',
  usage: '#annuler',
  forms: [{ usage: '#annuler', label: 'Annuler la dernière commande' }],
  summary: 'Annule la dernière commande de cette demande : tout redevient comme avant elle.',
  args: z.string(),
  plan: ({ request, register }) => {
    const last = request.undo?.at(-1);
    if (!last) return { refused: 'Il n’y a rien à annuler : aucune commande de cette demande ne peut plus l’être.' };
    const changed = changedSince(last.changes, register.requests);
    if (changed.length > 0) {
      const what = [...new Set(changed.map((name) => fieldNames[name] ?? name))].join(', ');
      return { refused: `« ${last.line} » ne peut plus être annulée : depuis, ceci a changé encore (${what}).` };
    }
    const { mail, line, changes } = last;
    return {
      events: [
        {
          kind: 'command-undone',
          reference: request.reference,
          mail,
          line,
          fields: changes.map(({ reference, before }) => ({ reference, values: before })),
        },
      ],
      lines: [{ what: 'Annulée', before: '', after: line }],
    };
  },
});
