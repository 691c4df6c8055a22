import { missingPoints, proposalTitle, proposeCategory } from '../categorisation/category.ts';
import { type Attestation, attest } from '../dissemination/attestation.ts';
import { attestationPage, attestationSummary } from '../dissemination/attestation-page.ts';
import { told } from '../model/chronicle.ts';
import { dateFormat } from '../model/date-format.ts';
import { correspondence } from '../model/filing.ts';
import { findingWords } from '../model/finding-words.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import { points, type Request } from '../model/request.ts';
import { categoryNames, interestNames, outcomeNames, pointTitles, statusNames } from '../model/wording.ts';
import { defineCommand, nothing, type RequestSituation } from './command.ts';

export const statut = defineCommand({
  names: ['statut', 'status'],
  level: 'R',
  usage: '#statut',
  forms: [{ usage: '#statut', label: 'Voir l’état de la demande' }],
  summary: 'Montre où en est la demande : les cinq précisions, la rencontre, la diffusion, l’historique.',
  args: nothing,
  plan: (situation) => {
    const attested = attestationOf(situation);
    const { timeZone } = situation.policy;
    const text = describe(situation, attested && attestationSummary(attested, timeZone));
    if (!attested) return { events: [], lines: [], text };
    const content = { base64: Buffer.from(attestationPage(attested, timeZone)).toString('base64') };
    const filename = `attestation-${situation.request.reference}.html`;
    return { events: [], lines: [], text, attachments: [{ filename, contentType: 'text/html', content }] };
  },
});

function attestationOf({ request, register, policy }: RequestSituation): Attestation | undefined {
  const digest = request.digest === undefined ? undefined : register.digests.get(request.digest);
  if (!digest || request.digest === undefined) return undefined;
  const names = new Map(policy.partners.map((partner) => [partner.id, partner.name]));
  return attest(request.digest, digest, register, names);
}

function describe({ request, register, policy, now }: RequestSituation, attested: string | undefined): string {
  const when = (at: string) =>
    dateFormat('fr-CA', { dateStyle: 'medium', timeStyle: 'short', timeZone: policy.timeZone }).format(new Date(at));
  const digest = request.digest ? register.digests.get(request.digest) : undefined;
  return [
    `Demandeur : ${request.requester.name || request.requester.address} <${request.requester.address}>`,
    `Objet : ${request.subject}`,
    `État : ${statusNames[request.status]}${request.outcome ? ` (${outcomeNames.fr[request.outcome]})` : ''}`,
    `Responsable : ${policy.staff.find(({ id }) => id === request.officer)?.name ?? request.officer ?? '—'}`,
    ...(request.held ? [`En attente jusqu’au ${request.held.until} (${request.held.why})`] : []),
    ...(request.intermediary ? [`Transmise par : ${request.intermediary.name} <${request.intermediary.address}>`] : []),
    ...(request.aliases ? [`Anciennes références : ${request.aliases.join(', ')}`] : []),
    ...(request.category || missingPoints(request).length > 0 ? [] : [proposed(request, policy, now)]),
    ...(request.category
      ? [`Catégorie : ${categoryNames.fr[request.category.category]} (${request.category.reason})`]
      : []),
    ...(request.meeting ? [`Rencontre : ${when(request.meeting.start)}`] : []),
    ...(attested ? ['', attested] : []),
    ...(digest ? answersTo(request, digest, policy) : []),
    '',
    'Les cinq précisions',
    ...points.map((point) => {
      const known = request.points[point];
      return `${pointTitles.fr[point].title} : ${known ? (known.applies ? known.value : 'sans objet') : '—'}`;
    }),
    '',
    'Courriels',
    ...correspondence(register, request).map(
      ({ mail, number }) => `${number}. ${when(mail.receivedAt)} · ${mail.from} · ${mail.subject}`,
    ),
    '',
    'Recherches',
    ...(request.findings.length
      ? request.findings
          .map(findingWords)
          .map(({ label, value, evidence }) => `${label}\u00A0: ${value}${evidence ? ` (${evidence})` : ''}`)
      : ['—']),
    '',
    'Notes',
    ...(request.notes.length ? request.notes.map((note) => `${when(note.at)} · ${note.author} · ${note.text}`) : ['—']),
    '',
    'Historique',
    ...request.history.map((line) => `${when(line.at)} · ${line.author} · ${told(line, 'fr', when)}`),
  ].join('\n');
}

function proposed(request: Request, policy: Policy, now: Date): string {
  const proposal = proposeCategory(request, policy, now);
  return `${proposalTitle(proposal)} (${proposal.reasons.join(' ')})`;
}

/** What partners answered, once the deadline has passed; how many did, before. */
function answersTo({ reference }: Request, digest: Digest, policy: Policy): string[] {
  const names = new Map(policy.partners.map((partner) => [partner.id, partner.name]));
  const answers = digest.answers.filter((answer) => answer.reference === reference);
  const told = digest.closed
    ? answers.map(
        ({ partner, interest, late }) =>
          `Réponse de ${names.get(partner) ?? partner} : ${interestNames.fr[interest]}${late ? ' (en retard)' : ''}`,
      )
    : [`Réponses reçues : ${answers.length}, montrées à tous à l’échéance`];
  return ['', ...told];
}
