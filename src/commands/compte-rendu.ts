import { z } from 'zod';
import { missingPoints } from '../categorisation/category.ts';
import { readAnswers } from '../clarification/questionnaire.ts';
import type { RegisterEvent } from '../model/events.ts';
import { pointTitles } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const compteRendu = defineCommand({
  names: ['compte-rendu', 'minutes'],
  level: 'W',
  usage: '#compte-rendu',
  summary: 'Verse au dossier le compte rendu écrit dans le corps; sous les cinq titres, il remplit les précisions.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'dormant'],
  args: z.string(),
  plan: ({ request, person, mail, body }) => {
    if (!body.trim()) return { refused: 'Le compte rendu est vide : écrivez-le dans le corps du courriel.' };
    const { reference, status } = request;
    // The form comes with the answers that are known: what was left as it stood is no new answer.
    const answers = readAnswers(body).filter(({ point, value, applies }) => {
      const known = request.points[point];
      return known?.value !== value || known.applies !== applies;
    });
    const told = new Set(answers.map(({ point }) => point));
    const woken: RegisterEvent[] =
      status === 'received' || status === 'dormant'
        ? [{ kind: 'status-changed', reference, status: 'clarifying', why: 'the meeting was held' }]
        : [];
    return {
      events: [
        ...woken,
        { kind: 'note-added', reference, text: `Compte rendu de la rencontre\n${body.trim()}` },
        ...answers.map((answer) => ({
          kind: 'point-answered' as const,
          reference,
          author: person.id,
          mail,
          ...answer,
        })),
      ],
      lines: [
        { what: 'Compte rendu', before: '', after: 'versé au dossier' },
        ...answers.map(({ point, value, applies }) => ({
          what: pointTitles.fr[point].title,
          before: request.points[point]?.value ?? '—',
          after: applies ? value : 'sans objet',
        })),
      ],
      ...(answers.length === 0 && {
        text: 'Aucune précision n’a été lue sous les cinq titres; le texte est versé aux notes.',
      }),
      missing: missingPoints(request)
        .filter((point) => !told.has(point))
        .map((point) => pointTitles.fr[point].title),
    };
  },
});
