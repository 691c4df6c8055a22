import { z } from 'zod';
import { byLanguage, envelope } from '../clarification/offer.ts';
import { addenda } from '../dissemination/addendum.ts';
import { toldEnd } from '../dissemination/deadline.ts';
import { dayName, titleOf } from '../dissemination/notice.ts';
import { readers } from '../dissemination/readers.ts';
import { mailsOf } from '../model/filing.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Language, Outcome, Request } from '../model/request.ts';
import { outcomeNames, statusNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { callOff } from './call-off.ts';
import { type Done, defineCommand } from './command.ts';
import { fold } from './grammar.ts';
import { internalWords } from './own-words.ts';

/** How each outcome may be written; the first is what the buttons say. */
const words: readonly [Outcome, RegExp, string][] = [
  ['out-of-scope', /^(?:hors|out)\b/, 'hors mandat'],
  ['redirected', /^(?:dirig|redirig|redirect)/, 'dirigée ailleurs'],
  ['withdrawn', /^(?:retir|retrait|desist|withdr)/, 'retirée'],
  ['matched', /^(?:suite donnee|jumel|pourvu|match)/, 'suite donnée'],
  ['unmatched', /^(?:sans suite|unmatch)/, 'sans suite'],
  ['duplicate', /^(?:doubl|duplic)/, 'doublon'],
];
const known = words.map(([, , word]) => word).join(', ');

const outcomeWords = z.string().transform((given, context) => {
  const found = words.find(([, pattern]) => pattern.test(fold(given)));
  if (found) return found[0];
  const read = given ? `« ${given} » n’est pas un motif connu` : 'Le motif manque';
  context.addIssue({ code: 'custom', message: `${read} : écrivez ${known}.` });
  return z.NEVER;
});

export const fermer = defineCommand({
  names: ['fermer', 'close'],
  level: 'S',
  usage: '#fermer hors mandat',
  forms: words.map(([, , word]) => ({ usage: `#fermer ${word}`, label: `Fermer : ${word}` })),
  summary: `Ferme la demande et en avise le demandeur; le texte du courriel lui est transmis. Les partenaires qui peuvent encore répondre à sa fiche en sont tous avisés : un code vous est alors demandé. Motifs : ${known}.`,
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant'],
  args: outcomeWords,
  plan: (situation, outcome) => {
    const { request, register, policy, body } = situation;
    const { reference, status } = request;
    const why = outcomeNames.fr[outcome];
    const refused = outcome === 'duplicate' ? undefined : internalWords(body, request, register);
    if (refused) return { refused };
    const off = callOff(situation);
    return {
      events: [...off.events, { kind: 'status-changed', reference, status: 'closed', why, outcome }],
      lines: [
        { what: 'État', before: statusNames[status], after: `${statusNames.closed} (${why})` },
        ...beforeTheEnd(request, register, policy),
        ...off.lines,
      ],
      letters: [
        ...off.letters,
        ...(outcome === 'duplicate' ? [] : closing(request, outcome, body, register, policy)),
        ...toPartners(request, register, policy),
      ],
    };
  },
});

/** What partners declared is shown to nobody before their deadline: who closes before then is told that, never by how many. */
function beforeTheEnd({ digest: id = '' }: Request, register: Register, policy: Policy): Done['lines'] {
  const digest = register.digests.get(id);
  if (!digest || digest.closed) return [];
  const day = localTime(new Date(toldEnd(digest)), policy.timeZone)
    .toPlainDate()
    .toString();
  return [
    {
      what: 'Attention',
      before: '—',
      after: `les partenaires ont jusqu’au ${dayName(day, 'fr')} pour répondre : ce qu’ils répondent n’est plus transmis au demandeur; ce qu’ils ont déclaré vous parvient à l’échéance. « #rouvrir » reprend la demande`,
    },
  ];
}

/** To those who have its notice, while they may still answer it: that it is closed. */
function toPartners({ reference, notice, digest: id = '' }: Request, register: Register, policy: Policy): Letter[] {
  const digest = register.digests.get(id);
  if (!notice || !digest || digest.closed) return [];
  const items = [{ reference, title: titleOf(notice.notice), parts: [] }];
  return addenda(id, digest, readers(digest, register, policy), { what: 'closed', deadline: toldEnd(digest), items });
}

/** What a person wrote stands once, above the courtesy version. */
const written: Readonly<Record<Exclude<Language, 'fr'>, string>> = {
  en: 'The message that our team wrote to you is in the French version above.',
  es: 'El mensaje que nuestro equipo le ha escrito figura más arriba, en la versión en francés.',
};

/** To the requester, if there is an address: that the request is closed, and why. */
function closing(request: Request, outcome: Outcome, text: string, register: Register, policy: Policy): Letter[] {
  const { requester, reference, subject } = request;
  if (!requester.address) return [];
  const mails = mailsOf(register, request).map((id) => register.mails.get(id));
  const theirs = mails.findLast((mail) => mail?.from === requester.address);
  const thread = theirs?.messageId ? [theirs.messageId] : [];
  const localised = byLanguage(request, (language) => ({
    outcome: outcomeNames[language][outcome],
    text: text && (language === 'fr' ? text : written[language]),
  }));
  const { name: signature, admissions = [] } = policy.institute;
  const elsewhere = outcome === 'redirected' ? admissions : [];
  const data = { name: requester.name, reference, subject, signature, elsewhere, localised };
  return [{ ...envelope(request, thread), automatic: false, name: 'closed', data }];
}
