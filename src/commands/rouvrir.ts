import { standing } from '../agenda/statistics.ts';
import { acknowledgement, offerSlots } from '../clarification/offer.ts';
import type { Request, Status } from '../model/request.ts';
import { statusNames } from '../model/wording.ts';
import { type Done, defineCommand, nothing, type RequestSituation } from './command.ts';
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
  summary: 'Rouvre une demande fermée ou en dormance; sort de quarantaine celle qui y est, et accuse réception.',
  statuses: ['quarantined', 'closed', 'dormant'],
  args: nothing,
  plan: (situation) => {
    const { request } = situation;
    if (request.status === 'quarantined') return release(situation);
    const next = whereItWas(request);
    const texts = [
      next === 'quarantined' ? stillToCheck : '',
      cameMeanwhile(request, situation.register, situation.policy),
    ].filter(Boolean);
    return { ...reopen(request, next), ...(texts.length > 0 && { text: texts.join('\n\n') }) };
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
