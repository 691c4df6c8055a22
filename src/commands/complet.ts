import { missingPoints } from '../categorisation/category.ts';
import { pointTitles, statusNames } from '../model/wording.ts';
import { defineCommand, nothing } from './command.ts';

export const complet = defineCommand({
  names: ['complet', 'complete'],
  level: 'W',
  usage: '#complet',
  forms: [{ usage: '#complet', label: 'Déclarer le dossier complet' }],
  summary: 'Déclare le dossier complet, ou dit ce qui manque encore.',
  statuses: ['received', 'clarifying', 'categorised'],
  args: nothing,
  plan: ({ request }) => {
    const missing = [
      ...missingPoints(request).map((point) => pointTitles.fr[point].title),
      ...(request.category ? [] : ['Catégorie confirmée']),
    ];
    if (missing.length > 0) return { refused: `Il manque encore : ${missing.join(', ')}.` };
    return {
      events: [{ kind: 'status-changed', reference: request.reference, status: 'complete', why: 'nothing is missing' }],
      lines: [{ what: 'État', before: statusNames[request.status], after: statusNames.complete }],
    };
  },
});
