import { z } from 'zod';
import { missingPoints, proposeCategory } from '../categorisation/category.ts';
import type { Category } from '../model/request.ts';
import { categoryNames, pointTitles } from '../model/wording.ts';
import { defineCommand } from './command.ts';
import { fold } from './grammar.ts';

const terms: Record<string, Category> = {
  court: 'short',
  short: 'short',
  moyen: 'medium',
  medium: 'medium',
  long: 'long',
};

/** « moyen terme, financement confirmé » → the category, and the reason if one is given. */
export const categoryAndReason = z.string().transform((words, context) => {
  const match = /^(\p{L}+)(?:[\s-]+term(?:e)?)?(?:[\s,:;–—-]+(.*))?$/isu.exec(words);
  const category = terms[fold(match?.[1] ?? '')];
  if (!category) {
    const read = words ? `« ${words} » n’est pas une catégorie` : 'La catégorie manque';
    context.addIssue({ code: 'custom', message: `${read} : écrivez court, moyen ou long terme.` });
    return z.NEVER;
  }
  return { category, reason: match?.[2]?.trim() ?? '' };
});

const onceReleased =
  'Une fois la fiche libérée, c’est « #rectifier », avec « Catégorie : long terme, motif » dans le corps; un addenda part à tous.';

export const categorie = defineCommand({
  names: ['catégorie', 'category'],
  level: 'W',
  usage: '#catégorie moyen terme, motif',
  choices: [
    { usage: '#catégorie court terme', label: 'Catégorie : court terme' },
    { usage: '#catégorie moyen terme', label: 'Catégorie : moyen terme' },
    { usage: '#catégorie long terme', label: 'Catégorie : long terme' },
  ],
  summary: 'Confirme la catégorie : court, moyen ou long terme. Le motif suit, ou s’écrit dans le corps.',
  statuses: ['received', 'clarifying', 'categorised', 'complete'],
  instead: onceReleased,
  args: categoryAndReason,
  plan: ({ request, policy, now, body }, { category, reason }) => {
    if (request.notice) return { refused: `La fiche est déjà libérée. ${onceReleased}` };
    const proposal = proposeCategory(request, policy, now);
    const given = reason || body || (proposal.category === category ? proposal.reasons.join(' ') : '');
    if (!given)
      return {
        refused: `Le greffier proposait ${categoryNames.fr[proposal.category]} (${proposal.reasons.join(' ')}). Pour une autre catégorie, donnez le motif dans le corps du courriel.`,
      };
    const { reference, status } = request;
    return {
      events: [
        { kind: 'category-set', reference, category, reason: given },
        ...(status === 'received' || status === 'clarifying'
          ? [{ kind: 'status-changed' as const, reference, status: 'categorised' as const, why: 'category confirmed' }]
          : []),
      ],
      lines: [
        {
          what: 'Catégorie',
          before: request.category ? categoryNames.fr[request.category.category] : '—',
          after: `${categoryNames.fr[category]} (${given})`,
        },
      ],
      missing: missingPoints(request).map((point) => pointTitles.fr[point].title),
    };
  },
});
