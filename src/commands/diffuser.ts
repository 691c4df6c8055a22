import { z } from 'zod';
import { askApproval } from '../dissemination/approval.ts';
import { hashNotice, makeNotice } from '../dissemination/notice.ts';
import { type Notice, points } from '../model/request.ts';
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
  plan: ({ request, policy, person, now }, words) => {
    if (!person.roles.includes('approver'))
      return { refused: 'Seule une personne de la direction (rôle « approver ») peut libérer une fiche.' };
    if (request.notice) return { refused: 'La fiche est déjà libérée pour le prochain bulletin.' };
    if (!request.category) return { refused: 'La catégorie n’est pas confirmée : #catégorie.' };
    const notice = makeNotice(request, request.category.category);
    const { approval } = policy;
    if (approval && request.requester.address && !/^sans\b/i.test(words)) {
      const { event, letter } = askApproval(request, notice, approval.days, policy, now);
      return {
        events: [event],
        letters: [letter],
        lines: [{ what: 'Bon à diffuser', before: 'non demandé', after: `demandé à ${request.requester.address}` }],
        text: sheet(notice),
      };
    }
    return {
      events: [{ kind: 'released', reference: request.reference, notice, hash: hashNotice(notice) }],
      lines: [
        {
          what: `Diffusion à ${policy.partners.length} partenaires, par le prochain bulletin`,
          before: 'non diffusée',
          after: categoryNames.fr[notice.category],
        },
      ],
      text: sheet(notice),
    };
  },
});

function sheet(notice: Notice): string {
  return [
    `Organisation : ${notice.organisation}${notice.country ? ` (${notice.country})` : ''}`,
    ...points.map((point) => `${pointTitles.fr[point].title} : ${notice.points[point]}`),
  ].join('\n');
}
