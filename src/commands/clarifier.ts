import { z } from 'zod';
import { missingPoints } from '../categorisation/category.ts';
import { questionnaireBody, readAnswers } from '../clarification/questionnaire.ts';
import { pointTitles } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const clarifier = defineCommand({
  names: ['clarifier', 'préciser', 'clarify'],
  level: 'W',
  usage: '#clarifier',
  label: 'Inscrire des précisions',
  body: questionnaireBody('fr', {}),
  summary: 'Inscrit les précisions écrites dans le corps, sous les cinq titres du questionnaire.',
  statuses: ['received', 'clarifying', 'categorised', 'dormant'],
  args: z.string(),
  plan: ({ request, person, mail, body }) => {
    const answers = readAnswers(body);
    if (answers.length === 0)
      return {
        refused:
          'Aucune des cinq précisions n’a été reconnue dans le corps du courriel : écrivez chaque réponse sous son titre, par exemple « Nature des besoins : … ».',
      };
    const { reference, status } = request;
    const known = new Set(answers.map((answer) => answer.point));
    return {
      events: [
        ...(status === 'received' || status === 'dormant'
          ? [{ kind: 'status-changed' as const, reference, status: 'clarifying' as const, why: 'staff clarified' }]
          : []),
        ...answers.map((answer) => ({
          kind: 'point-answered' as const,
          reference,
          author: person.id,
          mail,
          ...answer,
        })),
      ],
      lines: answers.map(({ point, value, applies }) => ({
        what: pointTitles.fr[point].title,
        before: request.points[point]?.value ?? '—',
        after: applies ? value : 'sans objet',
      })),
      missing: missingPoints(request)
        .filter((point) => !known.has(point))
        .map((point) => pointTitles.fr[point].title),
    };
  },
});
