import { missingPoints, proposalTitle, proposeCategory } from '../categorisation/category.ts';
import { commandButtons } from '../commands/buttons.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Policy } from '../model/policy.ts';
import type { Category, Request } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';

/**
 * What the clerk proposes for staff to confirm once the five points are there, and again when what is said since speaks
 * for another category; undefined when there is nothing new to propose.
 * @param events - What has just been read, not applied yet.
 */
export function newProposal(
  request: Request,
  events: readonly RegisterEvent[],
  policy: Policy,
  now: Date,
): { what: string; reasons: string; buttons: Button[] } | undefined {
  const told = events.flatMap((event) => (event.kind === 'point-answered' ? [event] : []));
  if (told.length === 0 || request.notice) return undefined;
  const points = { ...request.points };
  for (const { point, value, applies, author, mail } of told)
    points[point] = { value, applies, author, mail, at: now.toISOString() };
  if (missingPoints({ points }).length > 0) return undefined;
  const proposal = proposeCategory({ points }, policy, now);
  const { category, reasons } = proposal;
  const confirmed = request.category?.category;
  if (confirmed === category) return undefined;
  const what = `${proposalTitle(proposal)}${confirmed ? ` (confirmée\u00A0: ${categoryNames.fr[confirmed]})` : ''}`;
  const usages = [
    { usage: `#catégorie ${words[category]} terme`, label: `Confirmer\u00A0: ${categoryNames.fr[category]}` },
  ];
  return { what, reasons: reasons.join(' '), buttons: commandButtons(usages, request, policy) };
}

const words: Record<Category, string> = { short: 'court', medium: 'moyen', long: 'long' };
