import { z } from 'zod';
import { missingPoints, proposeCategory } from '../categorisation/category.ts';
import { type Category, categories } from '../model/request.ts';
import { categoryNames, pointTitles } from '../model/wording.ts';
import { defineCommand, type Form } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';
import { fold } from './grammar.ts';
import { reasonForm, reasonIn } from './reason.ts';
import { approvalSuperseded } from './superseded.ts';

/** What people call the categories. */
export const terms: Record<string, Category> = {
  court: 'short',
  short: 'short',
  moyen: 'medium',
  medium: 'medium',
  long: 'long',
};

const words: Readonly<Record<Category, string>> = { short: 'court', medium: 'moyen', long: 'long' };

/** « moyen terme, financement confirmé » → the category, and the reason if one is given. */
export const categoryAndReason = z.string().transform((words, context) => {
  const match = /^(?:[àa]\s+)?(\p{L}+)(?:[\s-]+term(?:e)?(?![\p{L}\p{N}]))?(?:[\s,.:;–—-]+(.*))?$/isu.exec(
    withoutCourtesy(words),
  );
  const category = terms[fold(match?.[1] ?? '')];
  if (!category) {
    const read = words ? `« ${words} » n’est pas une catégorie` : 'La catégorie manque';
    context.addIssue({ code: 'custom', message: `${read} : écrivez court, moyen ou long terme.` });
    return z.NEVER;
  }
  return { category, reason: bare(match?.[2] ?? '') };
});

/** Without the brackets that the answer puts round it. */
function bare(reason: string): string {
  return (/^\(([^()]*)\)\.?$/.exec(reason.trim())?.[1] ?? reason).trim();
}

const onceReleased =
  'Une fois la fiche libérée, c’est « #rectifier », avec « Catégorie : long terme, motif » dans le corps; un addenda part à tous.';

export const categorie = defineCommand({
  names: ['catégorie', 'category'],
  level: 'W',
  usage: '#catégorie moyen terme, motif',
  forms: ({ request, policy, now }) => {
    const proposal = proposeCategory(request, policy, now);
    const others = categories.filter((category) => category !== request.category?.category);
    return others.map((category): Form => {
      const usage = `#catégorie ${words[category]} terme`;
      const label = `Catégorie : ${words[category]} terme`;
      if (category === proposal.category) return { usage, label: `${label} (proposée)` };
      return { usage, label: `${label} (motif dans le corps)`, body: reasonForm, open: true };
    });
  },
  summary: 'Confirme la catégorie : court, moyen ou long terme. Le motif suit, ou s’écrit dans le corps.',
  statuses: ['received', 'clarifying', 'categorised', 'complete'],
  instead: { disseminated: onceReleased },
  args: categoryAndReason,
  obstacle: ({ request }) => (request.notice ? `La fiche est déjà libérée. ${onceReleased}` : undefined),
  plan: (situation, { category, reason }) => {
    const { request, policy, now } = situation;
    const proposal = proposeCategory(request, policy, now);
    const given =
      reason || reasonIn(situation.body) || (proposal.category === category ? proposal.reasons.join(' ') : '');
    if (!given)
      return {
        refused: `Le greffier proposait ${categoryNames.fr[proposal.category]} (${proposal.reasons.join(' ')}). Pour une autre catégorie, donnez le motif dans le corps du courriel.`,
      };
    const { reference, status } = request;
    const asked = category === request.category?.category ? undefined : approvalSuperseded(request);
    return {
      events: [
        ...(asked?.events ?? []),
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
        ...(asked?.lines ?? []),
      ],
      missing: missingPoints(request).map((point) => pointTitles.fr[point].title),
    };
  },
});
