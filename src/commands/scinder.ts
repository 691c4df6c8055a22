import { z } from 'zod';
import type { Mail } from '../mail/mail.ts';
import { visibleText } from '../mail/visible-text.ts';
import { correspondence } from '../model/filing.ts';
import { findingLine } from '../model/finding-words.ts';
import { dividedBy } from '../model/point-values.ts';
import { type Finding, type PointValue, points, type Request } from '../model/request.ts';
import { pointTitles, statusNames } from '../model/wording.ts';
import { inquest } from '../process/inquest.ts';
import { nextReference } from '../reception/registration.ts';
import { doubtsAbout } from '../reception/suspicion.ts';
import { mergeButtons } from './buttons.ts';
import { defineCommand, type RequestSituation } from './command.ts';
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
  plan: (situation, written) => {
    const { request, register, policy, now, filed } = situation;
    const words = bareNumber(written, 'courriels?|messages?|mails?|e-mails?|lettre');
    const mails = correspondence(register, request);
    const list = mails.map(({ mail, number }) => `${number}. ${mail.from}, « ${mail.subject} »`).join('; ');
    const taken = mails.find(({ id, number }) => words === `${number}` || words.toLowerCase() === id.slice(0, 8));
    if (!taken) return { refused: `Écrivez le numéro du courriel à sortir, par exemple « #scinder 2 ». ${list}.` };
    const { id, mail, owner } = taken;
    if (id === request.mails[0]) return { refused: 'Le premier courriel fonde la demande : sortez plutôt les autres.' };
    if (!filed.has(id)) return { wants: id };
    const quarantined = request.status === 'quarantined' || mail.disposition === 'quarantined';
    const found = lookedInto(filed.get(id), taken, quarantined, situation);
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
          // Whom we write to already keeps what is known, and what staff corrected.
          language: same ? request.language : found.language,
          requester: same ? request.requester : found.requester,
          findings: found.findings,
          quarantined,
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
        { what: 'Accusé de réception', before: '', after: 'aucun; écrivez vous-même au demandeur' },
      ],
      sections: [{ title: `Recherches sur ${reference}`, lines: found.findings.map(findingLine) }],
      buttons: mergeButtons(found.duplicates, { reference }, policy),
      missing: gone.map((point) => pointTitles.fr[point].title),
    };
  },
});

/** The mail that is taken out, looked into as the first one of a request is. */
function lookedInto(
  mail: Mail | undefined,
  { number, mail: { from, receivedAt } }: ReturnType<typeof correspondence>[number],
  quarantined: boolean,
  { request, register, policy, now }: RequestSituation,
): Pick<Request, 'requester' | 'language' | 'findings'> & { duplicates: string[] } {
  const split = { kind: 'thread', value: request.reference, evidence: `scindée par #scinder ${number}` };
  const requester = { name: '', address: from };
  if (!mail) return { requester, language: request.language, findings: [split], duplicates: [] };
  const text = visibleText(mail);
  const suspicions = quarantined ? doubtsAbout(mail, text, policy).map(({ why }) => why) : [];
  const found = inquest({ mail, text, receivedAt, near: [split], suspicions }, register, policy, now);
  // Where it comes from is known: that is not what it repeats.
  const elsewhere = ({ kind, value }: Finding) =>
    value !== request.reference || (kind !== 'duplicate' && kind !== 'earlier');
  const duplicates = found.duplicates.filter((reference) => reference !== request.reference);
  return { ...found, findings: found.findings.filter(elsewhere), duplicates };
}

function inWords(value: PointValue | undefined): string {
  return value?.applies ? value.value : 'sans objet';
}

function shortened(subject: string): string {
  return subject.length > 60 ? `${subject.slice(0, 59).trimEnd()}…` : subject;
}
