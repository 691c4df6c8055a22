import { z } from 'zod';
import { defineCommand } from './command.ts';

export const note = defineCommand({
  names: ['note'],
  level: 'W',
  usage: '#note',
  forms: [{ usage: '#note', label: 'Ajouter une note interne (écrivez-la dans le corps)', open: true }],
  summary: 'Verse au dossier, comme note interne, le texte du courriel.',
  args: z.string(),
  plan: ({ request, body }, words) => {
    const text = [words, body].filter(Boolean).join('\n');
    if (!text) return { refused: 'La note est vide : écrivez-la dans le corps du courriel.' };
    return {
      events: [{ kind: 'note-added', reference: request.reference, text }],
      lines: [
        { what: 'Notes internes', before: String(request.notes.length), after: String(request.notes.length + 1) },
      ],
    };
  },
});
