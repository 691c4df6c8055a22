import { z } from 'zod';
import { momentLine } from '../clarification/wording.ts';
import { awaiting, planDigest, readPeriodId } from '../dissemination/digest.ts';
import { titleOf } from '../dissemination/notice.ts';
import { passed } from '../model/passed.ts';
import { categories } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';
import { defineOfficeCommand } from './command.ts';

const missedPeriod = z.string().transform((words, context) => {
  const [, name, at = ''] = /^envoyer[ \u00A0]+(?:digest\/)?([a-z]+)\/(\S+)$/i.exec(words) ?? [];
  const category = categories.find((known) => known === name?.toLowerCase());
  if (category && !Number.isNaN(Date.parse(at))) return `digest/${category}/${new Date(at).toISOString()}`;
  context.addIssue({
    code: 'custom',
    message: 'Le bulletin n’est pas reconnu : utilisez le bouton de l’alerte qui dit qu’il a été manqué.',
  });
  return z.NEVER;
});

export const bulletin = defineOfficeCommand({
  names: ['bulletin', 'digest'],
  level: 'X',
  usage: '#bulletin envoyer …',
  // Which one was missed, the alarm about it says.
  forms: [],
  summary:
    'Envoie maintenant un bulletin qui n’est pas parti à temps, une fois le délai prévu dépassé; le bouton est dans l’alerte. Sans cela, ses fiches partent avec le prochain de la même catégorie.',
  args: missedPeriod,
  plan: ({ register, policy, person, now }, id) => {
    if (!person.roles.includes('approver'))
      return { refused: 'Seule une personne de la direction (rôle « approver ») peut envoyer un bulletin.' };
    if (register.digests.has(id)) return { refused: 'Ce bulletin est déjà parti.' };
    const missed = passed(register, id);
    if (!missed) return { refused: 'Ce bulletin n’a pas été manqué : il part à l’heure prévue.' };
    const period = readPeriodId(id);
    const requests = awaiting(period, register, now);
    if (requests.length === 0)
      return { refused: 'Plus aucune fiche n’attend ce bulletin : elles sont parties avec un autre.' };
    const { events, letters } = planDigest(id, requests, register, policy, now);
    return {
      events,
      letters,
      lines: [
        {
          what: `Bulletin à ${categoryNames.fr[period.category]} du ${momentLine(period.due, 'fr', policy.timeZone)}`,
          before: 'manqué',
          after: `envoyé à ${new Set(letters.map(({ partner }) => partner)).size} partenaires`,
        },
      ],
      text: requests
        .flatMap(({ reference, notice }) => (notice ? [`${reference} : ${titleOf(notice.notice)}`] : []))
        .join('\n'),
    };
  },
});
