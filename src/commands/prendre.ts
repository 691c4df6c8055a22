import { z } from 'zod';
import { type Done, defineCommand, nothing, type Refused, type RequestSituation } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';
import { fold } from './grammar.ts';
import { others, tell } from './tell.ts';

const open = ['quarantined', 'received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant'] as const;

export const prendre = defineCommand({
  names: ['prendre', 'take'],
  level: 'W',
  usage: '#prendre',
  forms: [{ usage: '#prendre', label: 'Prendre la demande en charge' }],
  summary: 'Vous inscrit comme responsable de la demande.',
  statuses: open,
  args: nothing,
  plan: (situation) => assign(situation, situation.person.id),
});

export const responsable = defineCommand({
  names: ['responsable', 'assign'],
  level: 'W',
  usage: '#responsable Prénom Nom',
  forms: [
    {
      usage: '#responsable',
      label: 'Confier la demande à quelqu’un (ajoutez son nom dans l’objet)',
      open: true,
    },
  ],
  summary: 'Confie la demande à la personne nommée, par son identifiant, son nom ou son adresse; elle en est avisée.',
  statuses: open,
  args: z.string(),
  obstacle: ({ request, policy: { staff } }) =>
    staff.some(({ id }) => id !== request.officer) ? undefined : 'Personne d’autre ne fait partie de l’équipe.',
  plan: (situation, words) => {
    const { staff } = situation.policy;
    const wanted = fold(withoutCourtesy(words)).replace(/^a /, '').trim();
    const named = staff.filter(({ id, name, address }) => [id, name, address].some((word) => fold(word) === wanted));
    const like =
      named.length > 0 || !wanted ? named : staff.filter(({ name }) => fold(name).split(/[ -]/).includes(wanted));
    const [only] = like;
    if (only && like.length === 1) return assign(situation, only.id);
    const known = staff.map(({ id, name }) => `${id} (${name})`).join(', ');
    return { refused: `${words ? `« ${words} » ne désigne pas une seule personne` : 'Le nom manque'} : ${known}.` };
  },
});

function assign({ request, policy, person }: RequestSituation, id: string): Done | Refused {
  const { reference, officer } = request;
  const named = (wanted: string | undefined) => policy.staff.find((colleague) => colleague.id === wanted);
  const next = named(id);
  if (officer === id || !next) return { refused: `${next?.name ?? id} est déjà responsable de la demande.` };
  const before = named(officer)?.name ?? officer ?? '—';
  const what = `Demande confiée à ${next.name}`;
  return {
    events: [{ kind: 'officer-assigned', reference, officer: id }],
    lines: [{ what: 'Responsable', before, after: next.name }],
    letters: others([id, officer], person, policy.staff).map((colleague) =>
      tell(colleague, request, what, person, request.subject),
    ),
  };
}
