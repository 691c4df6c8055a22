import { z } from 'zod';
import { acknowledgement, offerSlots } from '../clarification/offer.ts';
import { forwardedMail } from '../mail/forwarded.ts';
import { askedFor, unreadIn } from '../mail/unread.ts';
import { askerIn } from '../model/asker.ts';
import { domainOf } from '../model/domain.ts';
import type { RegisterEvent } from '../model/events.ts';
import { filedUnder } from '../model/filing.ts';
import { unmarked } from '../model/kin.ts';
import type { Policy } from '../model/policy.ts';
import { type Language, languages, type Request, type Requester } from '../model/request.ts';
import { inquire } from '../reception/inquiry.ts';
import { knownHints } from '../reception/points.ts';
import { nextReference } from '../reception/registration.ts';
import { doubtsAbout } from '../reception/suspicion.ts';
import { mergeButtons } from './buttons.ts';
import { type Done, defineOfficeCommand, type Refused, type RequestSituation, type Situation } from './command.ts';
import { fold, readSubject } from './grammar.ts';

export const transfert = defineOfficeCommand({
  names: ['transfert', 'transférer', 'forward'],
  level: 'W',
  usage: '#transfert adresse@mines.example Prénom Nom',
  forms: ({ request }) => {
    if (!request)
      return [
        {
          usage: '#transfert',
          label:
            'Inscrire la demande d’un courriel (son texte dans le corps; l’adresse et le nom de l’auteur dans l’objet)',
          open: true,
        },
      ];
    const { requester, proposed } = request;
    const name = requester.name || requester.address;
    return [
      ...(proposed && name ? [{ usage: '#transfert oui', label: `Oui, le demandeur est ${name}` }] : []),
      {
        usage: '#transfert',
        label: 'Le demandeur est une autre personne (ajoutez son adresse et son nom dans l’objet)',
        open: true,
      },
    ];
  },
  summary:
    'Inscrit un courriel transféré comme demande de son auteur. Puis « #transfert oui », ou « #transfert adresse Nom », confirme le demandeur et lui envoie l’accusé de réception.',
  forward: true,
  args: z.string(),
  obstacle: ({ request }) =>
    request && !['received', 'clarifying', 'categorised', 'dormant'].includes(request.status)
      ? 'Le demandeur ne peut plus être changé dans l’état où est la demande.'
      : undefined,
  plan: (situation, words) => {
    const { request } = situation;
    return request ? confirm({ ...situation, request }, words) : enter(situation, words);
  },
});

/** A new request from the forwarded mail; its requester is a proposal, and nobody outside is written to. */
function enter(situation: Situation, words: string): Done | Refused {
  const { carrier, register, policy, now, person } = situation;
  const found = forwardedMail(carrier, insiders(policy));
  const named = namedIn(words);
  if (!found && !named)
    return {
      refused:
        'Aucun courriel transféré n’a été reconnu : transférez-le comme pièce jointe, ou écrivez l’adresse de l’auteur, « #transfert adresse Nom ».',
    };
  const known = found?.messageId && register.byMessageId.get(found.messageId)?.mail;
  const before = known && filedUnder(register, known);
  if (before) return { refused: `Ce courriel est déjà au registre : ${before}.` };
  const author = named ?? found?.author ?? { name: '', address: '' };
  const text = found?.text ?? situation.body;
  const { title } = readSubject(carrier.subject, policy.referencePrefix);
  const mail = {
    ...carrier,
    headers: [],
    from: [author],
    replyTo: [],
    subject: found?.subject || unmarked(title) || firstLine(text),
    text: found?.wholeText ?? carrier.text,
    parts: found?.parts ?? carrier.parts,
  };
  const receivedAt = now.toISOString();
  const { requester, language, findings, duplicates } = inquire(mail, text, receivedAt, register);
  const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
  const intermediary = { name: person.name, address: person.address };
  const where = found ? `${found.found}${found.date ? `, ${found.date}` : ''}` : 'adresse écrite dans la commande';
  const doubts = doubtsAbout(mail, text, policy).map(({ why }) => ({ kind: 'suspicion', value: why, evidence: '' }));
  const unread = unreadIn(mail).map(({ words }) => ({ kind: 'unread', value: words, evidence: '' }));
  const by = { kind: 'forwardedBy', value: `${person.name} <${person.address}>`, evidence: where };
  const events: RegisterEvent[] = [
    {
      kind: 'request-registered',
      reference,
      mail: carrier.id,
      receivedAt,
      subject: mail.subject,
      language,
      requester,
      findings: [by, ...doubts, ...unread, ...findings],
      quarantined: false,
      intermediary,
      proposed: true,
    },
    ...(found?.comment ? [{ kind: 'note-added' as const, reference, text: found.comment }] : []),
  ];
  return {
    reference,
    events,
    lines: [
      { what: 'Demande inscrite', before: '', after: `${reference}, « ${mail.subject} »` },
      { what: 'Demandeur proposé', before: '', after: shown(requester) },
      { what: 'Transmise par', before: '', after: `${person.name} <${person.address}> (${where})` },
      ...[...doubts, ...unread].map(({ value }) => ({ what: 'À vérifier', before: '', after: value })),
    ],
    text: `Rien n’a été envoyé au demandeur : confirmez-le d’abord.\n\nTexte transféré\n${quoted(text)}`,
    buttons: mergeButtons(duplicates, { reference }, policy),
  };
}

/** What stands for a subject where there is none. */
export function firstLine(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').slice(0, 120);
}

const longestExcerpt = 2000;

/** A stranger’s words must not read as the clerk’s. */
function quoted(text: string): string {
  return text.slice(0, longestExcerpt).replace(/^/gm, '> ');
}

/** Staff says who asks: that person is acknowledged, with the questionnaire and times to meet. */
function confirm(situation: RequestSituation, words: string): Done | Refused {
  const { request, register, policy, now } = situation;
  const said = /^(?:oui|yes|ok)$/.test(fold(words));
  const named = said ? undefined : namedIn(words);
  const inside = named && insiders(policy).includes(named.address);
  const obstacle = obstacles.find(([applies]) => applies(request, said, Boolean(named)))?.[1];
  if (obstacle) return { refused: obstacle };
  if (inside) return { refused: `${named.address} est une adresse de l’Institut : le demandeur est à l’extérieur.` };
  const requester: Requester = named ? withKnown(named, request) : request.requester;
  // Who wrote to us first, for somebody else, passed it on.
  const intermediary = request.intermediary ?? { name: request.requester.name, address: request.requester.address };
  const { reference, subject } = request;
  const language = (named && forwardedLanguage(request)) ?? request.language;
  const hints = knownHints(request.findings);
  const entered = { reference, requester, language, subject, points: request.points, slots: request.slots };
  const slots = offerSlots(entered, register, policy, now);
  const letter = acknowledgement(entered, slots, policy, [], hints, askedFor(request.findings));
  const outside =
    intermediary.address !== '' &&
    intermediary.address !== requester.address &&
    !insiders(policy).includes(intermediary.address);
  return {
    events: [
      { kind: 'requester-set', reference, requester, intermediary, ...(language !== request.language && { language }) },
      ...(slots.length > 0 ? [{ kind: 'slots-offered' as const, reference, slots }] : []),
    ],
    letters: [letter, ...(outside ? [copyOf(letter, intermediary)] : [])],
    lines: [
      { what: 'Demandeur', before: named ? shown(request.requester) : '', after: shown(requester) },
      { what: 'Transmise par', before: '', after: shown(intermediary) },
    ],
  };
}

/** To the delegation or embassy that passed the request on: in French, and only what the requester reads there. */
function copyOf(letter: ReturnType<typeof acknowledgement>, intermediary: { name: string; address: string }) {
  const { name, address } = letter.to;
  const copyFor = name ? `${name} (${address})` : address;
  const data = { ...letter.data, name: intermediary.name, copyFor };
  return { ...letter, to: intermediary, languages: ['fr'] as const, data };
}

/** The language of what was passed on, where it is another than that of who did. */
function forwardedLanguage({ findings }: Request): Language | undefined {
  const found = findings.find(({ kind }) => kind === 'forwardedLanguage')?.value;
  return languages.find((language) => language === found);
}

const obstacles: readonly [applies: (request: Request, said: boolean, named: boolean) => boolean, why: string][] = [
  [
    (_, said, named) => !said && !named,
    'Écrivez « #transfert oui », ou l’adresse du demandeur : « #transfert adresse Nom ».',
  ],
  [(request, said) => said && !request.proposed, 'Il n’y a pas de demandeur à confirmer.'],
  [
    (request, said) => said && !request.requester.address,
    'L’adresse du demandeur n’est pas connue : écrivez « #transfert adresse Nom ».',
  ],
];

/** What is known of the organisation stays when the new address is of the same domain, or is the one it was found with. */
function withKnown(named: { name: string; address: string }, { requester, findings }: Request): Requester {
  const ofDomain = domainOf(named.address) === domainOf(requester.address) ? requester : undefined;
  const known = { ...ofDomain, ...askerIn(findings, named.address) };
  return { ...known, ...named, name: named.name || (known.name ?? '') };
}

/** « k.amani@mines-ci.example Kouadio Amani ». */
function namedIn(words: string): { name: string; address: string } | undefined {
  const address = /^<?([^\s<>"(),;:@]{1,64}@[^\s<>"(),;:@]{1,190}\.[^\s<>"(),;:@.]{2,63})/u.exec(words)?.[1];
  if (!address) return undefined;
  const name = words.replace(address, '').replace(/[<>"]/g, '').replace(/\s+/g, ' ').trim();
  return { name, address: address.toLowerCase() };
}

function shown({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address || 'adresse inconnue'}>` : address;
}

/** Addresses that no requester has: ours and those of the staff. */
export function insiders({ institute, staff }: Policy): string[] {
  return [institute.address, ...institute.aliases, ...staff.map(({ address }) => address)];
}
