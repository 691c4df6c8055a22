import { standing } from '../agenda/statistics.ts';
import { acknowledgement, offerSlots } from '../clarification/offer.ts';
import { addenda, reach } from '../dissemination/addendum.ts';
import { toldEnd } from '../dissemination/deadline.ts';
import { dayName, titleOf } from '../dissemination/notice.ts';
import { readers } from '../dissemination/readers.ts';
import { endReopened, overrun } from '../dissemination/reopening.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Policy } from '../model/policy.ts';
import type { Request, Status } from '../model/request.ts';
import { statusNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { type Done, defineCommand, nothing, type RequestPosition, type RequestSituation } from './command.ts';
import { cameMeanwhile } from './unwanted.ts';

export const rouvrir = defineCommand({
  names: ['rouvrir', 'reopen'],
  level: 'W',
  usage: '#rouvrir',
  forms: ({ request }) => [
    {
      usage: '#rouvrir',
      label: request.status === 'quarantined' ? 'Sortir de quarantaine et accueillir' : 'Rouvrir la demande',
    },
  ],
  summary:
    'Rouvre une demande fermée ou en dormance; sort de quarantaine celle qui y est, et accuse réception. Les partenaires qui peuvent encore répondre à sa fiche en sont tous avisés, et retrouvent les jours qui leur restaient : un code vous est alors demandé.',
  statuses: ['quarantined', 'closed', 'dormant'],
  args: nothing,
  obstacle: tooLate,
  plan: (situation) => {
    const { request } = situation;
    if (request.status === 'quarantined') return release(situation);
    const next = whereItWas(request);
    const texts = [
      next === 'quarantined' ? stillToCheck : '',
      cameMeanwhile(request, situation.register, situation.policy),
    ].filter(Boolean);
    const done = reopen(request, next);
    const toNetwork = toPartners(situation);
    return {
      events: [...done.events, ...toNetwork.events],
      lines: [...done.lines, ...toNetwork.lines],
      letters: toNetwork.letters,
      ...(texts.length > 0 && { text: texts.join('\n\n') }),
    };
  },
});

const stillToCheck =
  'Elle est de nouveau en quarantaine : « #rouvrir » une fois encore l’accueille et accuse réception.';

function reopen({ reference, status, notice, digest }: Request, next: Status): Done {
  const changed: Done = {
    events: [{ kind: 'status-changed', reference, status: next, why: 'reopened' }],
    lines: [{ what: 'État', before: statusNames[status], after: statusNames[next] }],
  };
  if (!notice || digest) return changed;
  // Whoever reopens a request does not release it to all.
  return {
    events: [...changed.events, { kind: 'release-withdrawn', reference }],
    lines: [
      ...changed.lines,
      { what: 'Fiche', before: 'libérée', after: 'retirée; « #diffuser » la libère de nouveau' },
    ],
  };
}

/** The digest that carried a request which is closed. */
function carrier({ status, digest = '' }: Request, { digests }: RequestPosition['register']) {
  return status === 'closed' ? digests.get(digest) : undefined;
}

/** Why partners, who were told that it is closed, could not have back the days that were left then. */
function tooLate({ request, register, policy, now }: RequestPosition): string | undefined {
  const digest = carrier(request, register);
  if (!digest || digest.closed) return undefined;
  const end = endReopened(request, digest, policy, now);
  const passed = overrun(request, digest, end, register, policy);
  if (!passed) return undefined;
  const outside = dayName(passed.notice?.notice.deadline ?? '', 'fr');
  return (
    'Les partenaires, à qui la fermeture a été annoncée, retrouveraient les jours qui leur restaient\u00A0: leur échéance ' +
    `irait au ${lastDay(end, policy)}, trop tard pour la date limite extérieure de ${passed.reference}, le ${outside}. ` +
    `Après l’échéance actuelle, le ${lastDay(toldEnd(digest), policy)}, « #rouvrir » reprend la demande sans les ` +
    'partenaires; « #nouveau » l’inscrit une seconde fois, pour un autre bulletin.'
  );
}

/** To all who have its notice and may still answer it: that it is open again, and until when they may. */
function toPartners({
  request,
  register,
  policy,
  now,
}: RequestSituation): Required<Pick<Done, 'events' | 'lines' | 'letters'>> {
  const { reference, notice, digest: id = '' } = request;
  const digest = carrier(request, register);
  if (!digest || !notice) return { events: [], lines: [], letters: [] };
  if (digest.closed) {
    const after = 'n’en sont pas avisés\u00A0: l’échéance est passée, et leurs réponses ne comptent plus';
    return { events: [], lines: [{ what: 'Partenaires', before: '—', after }], letters: [] };
  }
  const [before, deadline] = [toldEnd(digest), endReopened(request, digest, policy, now)];
  const extended: RegisterEvent = { kind: 'deadline-set', digest: id, deadline, reopened: reference };
  const later = { what: 'Échéance', before: lastDay(before, policy), after: `${lastDay(deadline, policy)}, pour tous` };
  const told = readers(digest, register, policy);
  const items = [{ reference, title: titleOf(notice.notice), parts: [] }];
  return {
    events: deadline > before ? [extended] : [],
    lines: [
      ...(deadline > before ? [later] : []),
      { what: 'Addenda', before: '—', after: reach(told, digest, policy) },
    ],
    letters: addenda(id, digest, told, { what: 'reopened', deadline, items }),
  };
}

function lastDay(end: string, { timeZone }: Policy): string {
  return dayName(localTime(new Date(end), timeZone).toPlainDate().toString(), 'fr');
}

/** As far as the request had come before it was closed: a quarantine stays one until somebody welcomes the request. */
function whereItWas({ digest, notice, category, points, history }: Request): Status {
  if (digest) return 'disseminated';
  if (notice) return 'complete';
  const life = standing(history);
  const was = life.findLast((line) => line.kind === 'status-changed' && !ended.has(line.status));
  if (was?.kind === 'status-changed' && was.status !== 'received') return was.status;
  if (!was && life.some((line) => line.kind === 'request-registered' && line.quarantined)) return 'quarantined';
  if (category) return 'categorised';
  return Object.keys(points).length > 0 ? 'clarifying' : 'received';
}

const ended: ReadonlySet<Status> = new Set(['closed', 'dormant', 'disseminated']);

/** A person looked at it and found it genuine: it is answered as any other, with what was held back. */
function release({ request, register, policy, now }: RequestSituation): Done {
  const done = reopen(request, 'received');
  const [first] = request.mails.map((id) => register.mails.get(id));
  if (!request.requester.address) return done;
  const slots = offerSlots(request, register, policy, now);
  const thread = first?.messageId ? [first.messageId] : [];
  const { reference } = request;
  return {
    ...done,
    events: [...done.events, ...(slots.length > 0 ? [{ kind: 'slots-offered' as const, reference, slots }] : [])],
    letters: [acknowledgement(request, slots, policy, thread)],
  };
}
