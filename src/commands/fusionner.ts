import { z } from 'zod';
import { momentLine } from '../clarification/wording.ts';
import { keptAs } from '../model/filing.ts';
import { eachOpen } from '../model/kin.ts';
import type { Request } from '../model/request.ts';
import { addressLine } from './answers.ts';
import { defineCommand } from './command.ts';
import { bareNumber } from './courtesy.ts';
import { approvalSuperseded } from './superseded.ts';

export const fusionner = defineCommand({
  names: ['fusionner', 'merge'],
  level: 'W',
  usage: '#fusionner 2026-0041',
  ownNumber: true,
  unnamed: () =>
    'Pour fusionner, écrivez les deux références entières derrière «\u00A0#fusionner\u00A0»\u00A0: la première demande est versée dans la seconde.',
  forms: ({ request, register }) => {
    // Ends at the first that fits: there may be a hundred thousand.
    for (const into of eachOpen(register)) if (!obstacles.some(([applies]) => applies(request, into))) return [other];
    return [];
  },
  summary:
    'Suivie d’une référence (#fusionner 2026-0041) : verse cette demande dans celle-là; l’ancienne référence y mène toujours.',
  statuses: ['received', 'quarantined', 'clarifying', 'categorised', 'complete', 'dormant'],
  args: z.string(),
  plan: ({ request, register, policy }, words) => {
    const named = readReference(words, policy.referencePrefix, request.reference);
    if (!named)
      return { refused: 'Écrivez la référence de la demande qui reste, par exemple « #fusionner 2026-0041 ».' };
    const into = register.requests.get(keptAs(register, named));
    if (!into) return { refused: `Le registre ne contient aucune demande ${named}.` };
    const obstacle = obstacles.find(([applies]) => applies(request, into))?.[1];
    if (obstacle) return { refused: obstacle(request, into) };
    // Whoever approved a text approved it as it stood, under its own reference.
    const asked = [request, into].map(approvalSuperseded);
    const { meeting } = request;
    return {
      reference: into.reference,
      events: [
        ...asked.flatMap(({ events }) => events),
        ...(request.held
          ? [{ kind: 'request-held' as const, reference: request.reference, why: 'it was merged into another' }]
          : []),
        { kind: 'requests-merged', reference: request.reference, into: into.reference },
      ],
      lines: [
        { what: 'Demande versée dans une autre', before: request.reference, after: into.reference },
        {
          what: 'Demandeur',
          before: addressLine(request.requester),
          after: addressLine(into.requester),
        },
        ...(meeting
          ? [
              {
                what: 'Rencontre',
                before: `${request.reference}, ${momentLine(new Date(meeting.start), 'fr', policy.timeZone)}`,
                after: `${into.reference}, telle quelle`,
              },
            ]
          : []),
        ...asked.flatMap(({ lines }) => lines),
      ],
    };
  },
});

/** What people write between the verb and the reference. */
const named =
  'avec|dans|[àa]|vers|et|with|into|to|in|(?:la )?(?:demande|r[ée]f[ée]rence|request)|celle|le dossier|dossier';

const other = {
  usage: '#fusionner',
  label: 'Fusionner avec une autre demande (ajoutez sa référence dans l’objet)',
  open: true,
} as const;

const obstacles: readonly [
  applies: (from: Request, into: Request) => boolean,
  why: (from: Request, into: Request) => string,
][] = [
  [(from, into) => from.reference === into.reference, () => 'C’est la même demande.'],
  [(_, into) => into.status === 'closed', () => 'La demande qui resterait est fermée : rouvrez-la d’abord.'],
  [
    // Nobody has said yet that it is genuine: its sender would have a part in the other, or bury that one with itself.
    (from, into) =>
      (from.status === 'quarantined' || into.status === 'quarantined') &&
      !(from.status === into.status && from.requester.address === into.requester.address),
    (from, into) => {
      const { reference } = into.status === 'quarantined' ? into : from;
      return `La demande ${reference} est en quarantaine\u00A0: accueillez-la d’abord par «\u00A0[${reference}] #rouvrir\u00A0» si elle est authentique, puis fusionnez; sinon «\u00A0[${reference}] #indésirable\u00A0» la ferme.`;
    },
  ],
  [
    (from, into) => from.notice !== undefined || into.notice !== undefined,
    () => 'Une fiche est déjà libérée pour l’une des deux demandes : elles ne peuvent plus être fusionnées.',
  ],
  [
    (from, into) => from.meeting !== undefined && into.meeting !== undefined,
    () => 'Une rencontre est fixée pour chacune des deux demandes : annulez-en une d’abord.',
  ],
  [
    ({ meeting, requester }, into) => meeting !== undefined && requester.address !== into.requester.address,
    // The invitation is in the calendar of that person, who alone can be told of a change.
    ({ requester, reference }) =>
      `Une rencontre est fixée avec ${addressLine(requester)}, qui n’est pas le demandeur de la demande qui resterait\u00A0: versez plutôt l’autre dans ${reference}, ou annulez d’abord la rencontre.`,
  ],
  [
    ({ chosen }) => chosen !== undefined,
    ({ chosen }) =>
      `Le demandeur a choisi la plage ${chosen?.number}, qui attend votre confirmation\u00A0: fixez-la d’abord, ou proposez-en d’autres.`,
  ],
];

/** « INMQ-2026-0041 », « 2026-41 », « 41 » of the same year; « avec la demande nº 41 ». */
function readReference(words: string, prefix: string, own: string): string | undefined {
  const bare = bareNumber(words, named)
    .replace(/^\[|\]$/g, '')
    .replace(/\s?[\p{Dash_Punctuation}\u2212]\s?/gu, '-')
    .toUpperCase();
  const rest = bare.startsWith(`${prefix.toUpperCase()}-`) ? bare.slice(prefix.length + 1) : bare;
  const { year = own.split('-').at(-2), number } = /^(?:(?<year>\d{4})-)?(?<number>\d{1,6})$/.exec(rest)?.groups ?? {};
  return number && year ? `${prefix}-${year}-${number.padStart(4, '0')}` : undefined;
}
