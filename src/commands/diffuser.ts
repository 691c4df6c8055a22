import { z } from 'zod';
import { askApproval } from '../dissemination/approval.ts';
import { hashNotice, makeNotice } from '../dissemination/notice.ts';
import type { Policy } from '../model/policy.ts';
import { type Notice, points, type Request } from '../model/request.ts';
import { categoryNames, pointTitles } from '../model/wording.ts';
import { defineCommand } from './command.ts';

export const diffuser = defineCommand({
  names: ['diffuser', 'disseminate', 'release'],
  level: 'X',
  usage: '#diffuser',
  forms: ({ request, policy }) =>
    asksApproval(request, policy)
      ? [
          { usage: '#diffuser', label: 'Demander au demandeur son bon à diffuser' },
          { usage: '#diffuser sans bon à diffuser', label: 'Libérer la fiche sans bon à diffuser' },
        ]
      : [{ usage: '#diffuser', label: 'Libérer la fiche vers les partenaires' }],
  summary: 'Libère la fiche pour le prochain bulletin à tous les partenaires; demande une confirmation par code.',
  statuses: ['complete'],
  args: z.string(),
  obstacle: ({ request, person }) => {
    if (!person.roles.includes('approver'))
      return 'Seule une personne de la direction (rôle « approver ») peut libérer une fiche.';
    if (request.notice) return 'La fiche est déjà libérée pour le prochain bulletin.';
    return request.category ? undefined : 'La catégorie n’est pas confirmée : #catégorie.';
  },
  plan: ({ request, policy, now }, words) => {
    const { approval } = policy;
    if (!request.category) throw new Error(`cannot find the category of ${request.reference}`);
    const notice = makeNotice(request, request.category.category);
    if (approval && asksApproval(request, policy) && !/^sans\b/i.test(words)) {
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

function asksApproval({ requester }: Request, { approval }: Policy): boolean {
  return approval !== undefined && requester.address !== '';
}

function sheet(notice: Notice): string {
  return [
    `Organisation : ${notice.organisation}${notice.country ? ` (${notice.country})` : ''}`,
    ...points.map((point) => `${pointTitles.fr[point].title} : ${notice.points[point]}`),
  ].join('\n');
}
