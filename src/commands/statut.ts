import { z } from 'zod';
import { points } from '../model/request.ts';
import { categoryNames, interestNames, pointTitles, statusNames } from '../model/wording.ts';
import { defineCommand, type RequestSituation } from './command.ts';

export const statut = defineCommand({
  names: ['statut', 'status'],
  level: 'R',
  usage: '#statut',
  summary: 'Montre où en est la demande : les cinq précisions, la rencontre, la diffusion, l’historique.',
  args: z.string(),
  plan: (situation) => ({ events: [], lines: [], text: describe(situation) }),
});

function describe({ request, register, policy }: RequestSituation): string {
  const when = (at: string) =>
    new Intl.DateTimeFormat('fr-CA', { dateStyle: 'medium', timeStyle: 'short', timeZone: policy.timeZone }).format(
      new Date(at),
    );
  const digest = request.digest ? register.digests.get(request.digest) : undefined;
  const served = digest
    ? Object.values(digest.letters).filter((id) => register.letters.get(id)?.state === 'accepted').length
    : 0;
  return [
    `Demandeur : ${request.requester.name || request.requester.address} <${request.requester.address}>`,
    `Objet : ${request.subject}`,
    `État : ${statusNames[request.status]}`,
    ...(request.category
      ? [`Catégorie : ${categoryNames.fr[request.category.category]} (${request.category.reason})`]
      : []),
    ...(request.meeting ? [`Rencontre : ${when(request.meeting.start)}`] : []),
    ...(digest
      ? [
          `Diffusion : acceptée pour ${served} partenaires sur ${Object.keys(digest.letters).length}`,
          ...(digest.deadline ? [`Date limite des réponses : ${when(digest.deadline)}`] : []),
          ...digest.answers
            .filter((answer) => answer.reference === request.reference)
            .map((answer) => `Réponse de ${answer.partner} : ${interestNames[answer.interest]}`),
        ]
      : []),
    '',
    'Les cinq précisions',
    ...points.map((point) => {
      const known = request.points[point];
      return `${pointTitles.fr[point].title} : ${known ? (known.applies ? known.value : 'sans objet') : '—'}`;
    }),
    '',
    'Notes',
    ...(request.notes.length ? request.notes.map((note) => `${when(note.at)} · ${note.author} · ${note.text}`) : ['—']),
    '',
    'Historique',
    ...request.history.map((line) => `${when(line.at)} · ${line.author} · ${line.what}`),
  ].join('\n');
}
