import { inWords, standingOf } from '../agenda/items.ts';
import { missingPoints, proposalTitle, proposeCategory } from '../categorisation/category.ts';
import { momentLine } from '../clarification/wording.ts';
import { type Attestation, attest } from '../dissemination/attestation.ts';
import { attestationPage, attestationSummary } from '../dissemination/attestation-page.ts';
import { disclosed } from '../model/chronicle.ts';
import { dayText } from '../model/date-format.ts';
import { aliasesOf, correspondence } from '../model/filing.ts';
import { findingLine } from '../model/finding-words.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import { points, type Request } from '../model/request.ts';
import { categoryNames, interestNames, outcomeNames, pointTitles, statusNames } from '../model/wording.ts';
import { addressLine } from './answers.ts';
import { type Done, defineCommand, nothing, type RequestSituation } from './command.ts';
import { timeline } from './timeline.ts';

export const statut = defineCommand({
  names: ['statut', 'status'],
  level: 'R',
  usage: '#statut',
  forms: [{ usage: '#statut', label: 'Voir l’état de la demande' }],
  summary: 'Montre où en est la demande : les cinq précisions, la rencontre, la diffusion, l’historique.',
  args: nothing,
  plan: (situation) => {
    const { request, policy } = situation;
    const attested = attestationOf(situation);
    const text = standing(situation, attested && attestationSummary(attested, policy.timeZone));
    const answer: Done = { events: [], lines: [], title: 'État de la demande', text, sections: sections(situation) };
    if (!attested) return answer;
    const content = { base64: Buffer.from(attestationPage(attested, policy.timeZone)).toString('base64') };
    const filename = `attestation-${request.reference}.html`;
    return { ...answer, attachments: [{ filename, contentType: 'text/html', content }] };
  },
});

function attestationOf({ request, register, policy }: RequestSituation): Attestation | undefined {
  const digest = request.digest === undefined ? undefined : register.digests.get(request.digest);
  if (!digest || request.digest === undefined) return undefined;
  const names = new Map(policy.partners.map((partner) => [partner.id, partner.name]));
  return attest(request.digest, digest, register, names);
}

/** Where the request stands, and what is next. */
function standing({ request, register, policy, now }: RequestSituation, attested: string | undefined): string {
  const { requester, intermediary, category, meeting, outcome, officer } = request;
  const digest = request.digest ? register.digests.get(request.digest) : undefined;
  const aliases = aliasesOf(register, request);
  const next = standingOf(request, register, policy, now);
  return [
    `Demandeur : ${requester.address ? addressLine(requester) : requester.name}`,
    `Objet : ${request.subject}`,
    `État : ${statusNames[request.status]}${outcome ? ` (${outcomeNames.fr[outcome]})` : ''}`,
    `Responsable : ${policy.staff.find(({ id }) => id === officer)?.name ?? officer ?? 'personne pour l’instant'}`,
    ...(next ? [`Ensuite : ${inWords(next, policy)}`] : []),
    ...(intermediary ? [`Transmise par : ${addressLine(intermediary)}`] : []),
    ...(aliases.length > 0 ? [`Anciennes références : ${aliases.join(', ')}`] : []),
    ...(category || missingPoints(request).length > 0 ? [] : [proposed(request, policy, now)]),
    ...(category ? [`Catégorie : ${categoryNames.fr[category.category]} (${category.reason})`] : []),
    ...(meeting ? [`Rencontre : ${momentLine(new Date(meeting.start), 'fr', policy.timeZone)}`] : []),
    ...(attested ? ['', attested] : []),
    ...(digest ? answersTo(request, digest, policy) : []),
  ].join('\n');
}

/** What is on file, list by list; what is empty is left out. */
function sections({ request, register, policy }: RequestSituation): { title: string; lines: string[] }[] {
  const shown = { dateStyle: 'medium', timeStyle: 'short', timeZone: policy.timeZone } as const;
  const when = (at: string) => dayText(new Date(at), 'fr', shown).replace(/0?(\d{1,2})\s?h\s?/u, '$1\u00A0h\u00A0');
  const author = (id: string) => policy.staff.find((person) => person.id === id)?.name ?? id;
  const all = [
    {
      title: 'Les cinq précisions',
      lines: points.map((point) => {
        const known = request.points[point];
        return `${pointTitles.fr[point].title} : ${known ? (known.applies ? known.value : 'sans objet') : '—'}`;
      }),
    },
    {
      title: 'Courriels',
      lines: correspondence(register, request).map(
        ({ mail, number }) => `nº\u00A0${number} · ${when(mail.receivedAt)} · ${mail.from} · ${mail.subject}`,
      ),
    },
    {
      title: 'Recherches',
      lines: request.findings.map(findingLine),
    },
    { title: 'Notes', lines: request.notes.map((note) => `${when(note.at)} · ${author(note.author)} · ${note.text}`) },
    { title: 'Historique', lines: timeline({ ...request, history: disclosed(request, register) }, policy, when, asks) },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

/** Whether the command only asked something. */
function asks(line: string): boolean {
  return /^#(?:aide|help|stat|list|regi)/iu.test(line);
}

function proposed(request: Request, policy: Policy, now: Date): string {
  const proposal = proposeCategory(request, policy, now);
  return `${proposalTitle(proposal)} (${proposal.reasons.join(' ')})`;
}

/** What partners answered, once the deadline has passed; how many did, before. */
function answersTo({ reference }: Request, digest: Digest, policy: Policy): string[] {
  const names = new Map(policy.partners.map((partner) => [partner.id, partner.name]));
  // What nobody proved to have come from the institution is no answer of it.
  const answers = digest.answers.filter((answer) => answer.reference === reference && !answer.unproven);
  const told = digest.closed
    ? answers.map(
        ({ partner, interest, late }) =>
          `Réponse de ${names.get(partner) ?? partner} : ${interestNames.fr[interest]}${late ? ' (en retard)' : ''}`,
      )
    : [`Réponses reçues : ${answers.length}, montrées à tous à l’échéance`];
  return ['', ...told];
}
