import { z } from 'zod';
import { hashNotice, makeNotice } from '../dissemination/notice.ts';
import { points } from '../model/request.ts';
import { categoryNames, pointTitles } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const diffuser = defineCommand({
  names: ['diffuser', 'disseminate', 'release'],
  level: 'X',
  usage: '#diffuser',
  label: 'Libérer la fiche vers les partenaires',
  summary: 'Libère la fiche pour le prochain bulletin à tous les partenaires; demande une confirmation par code.',
  statuses: ['complete'],
  args: z.string(),
  plan: ({ request, policy, person }) => {
    if (!person.roles.includes('approver'))
      return { refused: 'Seule une personne de la direction (rôle « approver ») peut libérer une fiche.' };
    if (request.notice) return { refused: 'La fiche est déjà libérée pour le prochain bulletin.' };
    if (!request.category) return { refused: 'La catégorie n’est pas confirmée : #catégorie.' };
    const notice = makeNotice(request, request.category.category);
    return {
      events: [{ kind: 'released', reference: request.reference, notice, hash: hashNotice(notice) }],
      lines: [
        {
          what: `Diffusion à ${policy.partners.length} partenaires, par le prochain bulletin`,
          before: 'non diffusée',
          after: categoryNames.fr[notice.category],
        },
      ],
      text: [
        `Organisation : ${notice.organisation}${notice.country ? ` (${notice.country})` : ''}`,
        ...points.map((point) => `${pointTitles.fr[point].title} : ${notice.points[point]}`),
      ].join('\n'),
    };
  },
});
