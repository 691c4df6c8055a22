import { z } from 'zod';
import { itemOf, type Standing, standings } from '../agenda/items.ts';
import type { Staff } from '../model/partner.ts';
import { plain } from '../model/plain.ts';
import { defineOfficeCommand } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';

const longest = 100;

const filters: readonly { names: RegExp; title: string; wanted(standing: Standing, person: Staff): boolean }[] = [
  { names: /^(?:|tout|toutes)$/, title: 'Demandes ouvertes', wanted: ({ request }) => request.status !== 'closed' },
  {
    names: /^(?:mes|moi|mine|mes demandes)$/,
    title: 'Vos demandes',
    wanted: ({ request }, { id }) => request.officer === id,
  },
  { names: /^(?:en )?(?:retards?|late)$/, title: 'Demandes en retard', wanted: ({ urgency }) => urgency === 'late' },
  {
    names: /^(?:a verifier|verifier|quarantaine)$/,
    title: 'Demandes à vérifier',
    wanted: ({ request }) => request.status === 'quarantined' || request.findings.some(({ kind }) => kind === 'thread'),
  },
];

const filterWords = z.string().transform((words, context) => {
  const found = filters.find(({ names }) => names.test(plain(withoutCourtesy(words))));
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: `« ${words} » n’est pas une liste : écrivez #liste, #liste mes, #liste retard ou #liste à vérifier.`,
  });
  return z.NEVER;
});

export const liste = defineOfficeCommand({
  names: ['liste', 'list'],
  level: 'R',
  usage: '#liste mes',
  forms: [
    { usage: '#liste', label: 'Voir la liste des demandes' },
    { usage: '#liste mes', label: 'Voir mes demandes' },
    { usage: '#liste retard', label: 'Voir les demandes en retard' },
    { usage: '#liste à vérifier', label: 'Voir les demandes à vérifier' },
  ],
  summary: 'Donne les demandes ouvertes, numérotées, la plus urgente d’abord : #liste mes, retard ou à vérifier.',
  args: filterWords,
  plan: ({ register, policy, person, now }, { title, wanted }) => {
    const these = standings(register, policy, now).filter((standing) => wanted(standing, person));
    const items = these.slice(0, longest).map((standing, index) => itemOf(standing, index + 1, policy));
    const lines = items.map(
      ({ rank, reference, subject, requester, what, officer }) =>
        `${rank} ${reference} · ${subject} · ${requester}\n   ${what}${officer ? ` · ${officer}` : ''}`,
    );
    const more =
      these.length > longest
        ? [`et ${these.length - longest} ${these.length - longest === 1 ? 'autre' : 'autres'} : voyez #registre`]
        : [];
    return {
      events: [],
      lines: [],
      title: `${title} : ${these.length}`,
      text: [`${title} : ${these.length}`, '', ...lines, ...more].join('\n'),
      listed: items.map(({ reference }) => reference),
    };
  },
});
