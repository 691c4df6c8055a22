import { z } from 'zod';
import { correspondence } from '../model/filing.ts';
import { dividedBy } from '../model/point-values.ts';
import { type PointValue, points } from '../model/request.ts';
import { pointTitles, statusNames } from '../model/wording.ts';
import { nextReference } from '../reception/registration.ts';
import { defineCommand } from './command.ts';
import { bareNumber } from './courtesy.ts';
import { approvalSuperseded } from './superseded.ts';

export const scinder = defineCommand({
  names: ['scinder', 'split'],
  level: 'W',
  usage: '#scinder 2',
  ownNumber: true,
  forms: ({ request, register }) =>
    correspondence(register, request)
      .filter(({ id }) => id !== request.mails[0])
      .map(({ id, mail, number }) => ({
        // Other mails may have other numbers by the time that the button is pressed.
        usage: `#scinder ${id.slice(0, 8)}`,
        label: `Sortir du dossier le courriel ${number} (« ${shortened(mail.subject)} »)`,
      })),
  summary: 'Suivie d’un numéro (#scinder 2) : sort ce courriel du dossier et l’inscrit comme nouvelle demande.',
  statuses: ['received', 'quarantined', 'clarifying', 'categorised', 'complete', 'dormant'],
  args: z.string(),
  obstacle: ({ request, register }) => {
    if (request.notice) return 'La fiche est déjà libérée : le dossier ne peut plus être scindé.';
    return correspondence(register, request).length < 2
      ? 'Le dossier ne contient qu’un courriel : il n’y a rien à en sortir.'
      : undefined;
  },
  plan: ({ request, register, policy, now }, written) => {
    const words = bareNumber(written, 'courriels?|messages?|mails?|e-mails?|lettre');
    const mails = correspondence(register, request);
    const list = mails.map(({ mail, number }) => `${number}. ${mail.from}, « ${mail.subject} »`).join('; ');
    const taken = mails.find(({ id, number }) => words === `${number}` || words.toLowerCase() === id.slice(0, 8));
    if (!taken) return { refused: `Écrivez le numéro du courriel à sortir, par exemple « #scinder 2 ». ${list}.` };
    const { id, mail, owner } = taken;
    if (id === request.mails[0]) return { refused: 'Le premier courriel fonde la demande : sortez plutôt les autres.' };
    const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
    const same = mail.from === request.requester.address;
    const { left } = dividedBy(id, request.points);
    const changed = points.filter((point) => request.points[point]?.mail === id);
    const gone = changed.filter((point) => left[point] === undefined);
    const asked = changed.length > 0 ? approvalSuperseded(request) : { events: [], lines: [] };
    const incomplete = gone.length > 0 && request.status === 'complete';
    return {
      events: [
        ...asked.events,
        ...(incomplete
          ? [
              {
                kind: 'status-changed' as const,
                reference: request.reference,
                status: 'categorised' as const,
                why: 'a mail with answers was split off',
              },
            ]
          : []),
        {
          kind: 'request-registered',
          reference,
          mail: id,
          receivedAt: mail.receivedAt,
          subject: mail.subject,
          language: request.language,
          requester: same ? request.requester : { name: '', address: mail.from },
          findings: [{ kind: 'thread', value: request.reference, evidence: `scindée par #scinder ${taken.number}` }],
          quarantined: request.status === 'quarantined' || mail.disposition === 'quarantined',
        },
        { kind: 'mail-split', reference: owner, mail: id, into: reference },
      ],
      lines: [
        { what: `Courriel « ${mail.subject} » (${mail.from})`, before: request.reference, after: reference },
        ...(incomplete ? [{ what: 'État', before: statusNames.complete, after: statusNames.categorised }] : []),
        ...changed.flatMap((point) => {
          const back = left[point];
          const what = pointTitles.fr[point].title;
          return back ? [{ what, before: inWords(request.points[point]), after: inWords(back) }] : [];
        }),
        ...asked.lines,
        { what: 'Accusé de réception', before: '', after: 'aucun : écrivez vous-même au demandeur' },
      ],
      missing: gone.map((point) => pointTitles.fr[point].title),
    };
  },
});

function inWords(value: PointValue | undefined): string {
  return value?.applies ? value.value : 'sans objet';
}

function shortened(subject: string): string {
  return subject.length > 60 ? `${subject.slice(0, 59).trimEnd()}…` : subject;
}
