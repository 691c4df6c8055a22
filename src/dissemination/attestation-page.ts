import { escapeHtml } from '../letters/html.ts';
import { categoryNames } from '../model/wording.ts';
import { localTime, offsetMinutes } from '../model/zones.ts';
import type { Attestation } from './attestation.ts';
import { withdrawnWords } from './withdrawn.ts';

/** What the attestation says, as headings, facts and rows: one source for its text and its HTML. */
interface Part {
  title: string;
  facts?: [string, string][];
  table?: { head: string[]; rows: string[][] };
  notes?: string[];
}

const meaning =
  '«\u00A0Accepté\u00A0» veut dire qu’un serveur de courriel a pris le message en charge, à l’heure et avec la réponse indiquées. Cela ne prouve pas qu’une personne l’a lu.';

/** The attestation as plain text, in French. */
export function attestationText(attestation: Attestation, timeZone: string): string {
  const title = titleOf(attestation);
  return [title, '='.repeat(title.length), ...partsOf(attestation, timeZone).flatMap(inText)].join('\n');
}

/** The same without the partners whose servers took it and without the addenda: what a letter has room for. */
export function attestationSummary(attestation: Attestation, timeZone: string): string {
  const parts = partsOf(attestation, timeZone).filter(({ table }) => !table || table.head.includes('Motif'));
  return [titleOf(attestation), ...parts.flatMap(inText)].join('\n');
}

function inText({ title, facts = [], table, notes = [] }: Part): string[] {
  const rows = (table?.rows ?? []).flatMap(([first, ...cells]) => [
    `- ${first}`,
    ...cells.map((cell, index) => `  ${table?.head[index + 1]}\u00A0: ${cell}`),
  ]);
  const stated = facts.map(([label, value]) => `${label}\u00A0: ${value}`);
  return ['', title, '-'.repeat(title.length), ...stated, ...rows, ...notes];
}

/** The attestation as a page to print or to file; it loads nothing. */
export function attestationPage(attestation: Attestation, timeZone: string): string {
  const title = escapeHtml(titleOf(attestation));
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 'Segoe UI', Helvetica, Arial, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: minmax(10rem, auto) 1fr; gap: .25rem 1rem; }
dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; }
th, td { border: 1px solid #8a979d; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 7rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
</style>
</head>
<body>
<h1>${title}</h1>
${partsOf(attestation, timeZone).map(section).join('\n')}
</body>
</html>
`;
}

function titleOf({ category }: Attestation): string {
  return `Attestation de diffusion — ${categoryNames.fr[category]}`;
}

function partsOf(attestation: Attestation, timeZone: string): Part[] {
  const when = (instant: string | null) => shown(instant, timeZone);
  const { recipients, notices, addenda, head, content, withheld, spreadSeconds } = attestation;
  const parts: Part[] = [
    {
      title: 'Le bulletin',
      facts: [
        ['Identifiant', attestation.digest],
        ['Planifié', when(attestation.planned)],
        ...(attestation.redated === null
          ? []
          : [['Refait après une longue attente', when(attestation.redated)] as [string, string]]),
        ['Contenu (SHA-256)', content.join(', ')],
        ...(withheld.length > 0 ? [['Coordonnées retirées', withheldWords(withheld)] as [string, string]] : []),
        [
          'Partenaires',
          `${recipients.length}\u00A0destinataires\u00A0: ${attestation.accepted} acceptés, ${attestation.pending} en attente, ${attestation.failed} en échec${attestation.left > 0 ? `, ${attestation.left} hors du réseau avant la livraison` : ''}`,
        ],
        ['Première acceptation', when(attestation.first)],
        ['Dernière acceptation', when(attestation.last)],
        ['Écart', spreadSeconds === null ? '—' : `${spreadSeconds.toLocaleString('fr-CA')}\u00A0s`],
        ['Échéance annoncée', when(attestation.answerBy)],
        ['Échéance', when(attestation.deadline)],
        ...(attestation.answerDays === null
          ? []
          : [['Calcul de l’échéance', reckoning(attestation, attestation.answerDays)] as [string, string]]),
        ['Prolongation au plus tard', when(attestation.latest)],
      ],
    },
    {
      title: 'Les fiches',
      table: {
        head: ['Référence', 'Titre', 'Empreinte (SHA-256)'],
        rows: notices.map(({ reference, title, hash }) => [reference, title, hash]),
      },
    },
    {
      title: 'Les partenaires',
      table: {
        head: ['Établissement', 'Adresse', 'État', 'Accepté', 'Réponse du serveur', 'Message-ID'],
        rows: recipients.flatMap((recipient) => [
          [recipient.joined ? `${recipient.name} (arrivé depuis)` : recipient.name, ...delivery(recipient, timeZone)],
          ...recipient.again.map((attempt) => [
            `${recipient.name} (envoyé de nouveau)`,
            ...delivery(attempt, timeZone),
          ]),
        ]),
      },
      notes: [meaning],
    },
  ];
  const failed = failureRows(attestation);
  if (failed.length > 0)
    parts.push({
      title: 'Les échecs, et ce qui a été fait',
      table: { head: ['Établissement', 'Courriel', 'Adresse', 'Motif', 'Suite'], rows: failed },
    });
  if (addenda.length > 0)
    parts.push({
      title: 'Les addendas',
      table: {
        head: ['Objet', 'Planifié', 'Acceptés', 'Contenu (SHA-256)'],
        rows: addenda.map(({ subject, planned, accepted, sent, content: hash }) => [
          subject,
          when(planned),
          `${accepted} sur ${sent}`,
          hash,
        ]),
      },
    });
  parts.push({
    title: 'Le journal',
    facts: [
      ['Ligne', String(head.position)],
      ['Tête de la chaîne', head.hash],
    ],
    notes: ['La commande «\u00A0greffier verify\u00A0» vérifie la chaîne jusqu’à cette ligne.'],
  });
  return parts;
}

type Delivery = Attestation['recipients'][number]['again'][number];

/** The cells of one letter: address, state, when and by which answer a server took it, Message-ID. */
function delivery(attempt: Delivery, timeZone: string): string[] {
  return [
    attempt.address || '—',
    `${stateOf(attempt)}${attempt.uncertain ? ', envoyé deux fois après un arrêt (même Message-ID)' : ''}`,
    shown(attempt.acceptedAt, timeZone),
    attempt.acceptedBy ?? '—',
    attempt.messageId || '—',
  ];
}

function failureRows({ failures, recipients }: Attestation): string[][] {
  const unwritten = recipients.filter(({ state }) => state === 'unwritten');
  return [
    ...failures.map((failure) => [
      failure.name,
      letterNames[failure.letter] ?? failure.letter,
      failure.address,
      failure.state === 'withdrawn' ? withdrawnWords(failure.response) : failure.response,
      doneAbout(failure),
    ]),
    ...unwritten.map(({ name }) => [name, bulletin, '—', 'aucune adresse', nobodyElse]),
  ];
}

function doneAbout({ address, instead, afterwards, over }: Attestation['failures'][number]): string {
  if (instead === address) return 'Envoyé de nouveau';
  if (instead !== null) return `Autre personne-ressource essayée\u00A0: ${instead}`;
  const why = over ? 'Pas renvoyé, l’échéance étant passée' : 'Pas renvoyé';
  if (afterwards !== null) return `${why}; la suite est allée à l’autre personne-ressource\u00A0: ${afterwards}`;
  return over ? why : nobodyElse;
}

const nobodyElse = 'Aucune autre adresse essayée\u00A0: en rouge tant qu’aucune n’est valable';

const bulletin = 'bulletin';
const letterNames: Readonly<Record<string, string>> = {
  digest: bulletin,
  reminder: 'rappel',
  addendum: 'addenda',
  result: 'résultat',
};

const stateNames: Readonly<Record<Delivery['state'], string>> = {
  planned: 'prévu',
  sending: 'en cours d’envoi',
  accepted: 'accepté',
  deferred: 'différé, sera réessayé',
  refused: 'refusé',
  bounced: 'accepté, puis retourné',
  withdrawn: 'non envoyé',
  unwritten: 'aucune adresse à laquelle écrire',
};

function withheldWords(references: readonly string[]): string {
  return `${references.join(', ')}\u00A0: le demandeur a retiré son consentement depuis; ce qui restait à envoyer ne montre plus ses coordonnées, et le reste du texte est le même.`;
}

/** Why the deadline is that one. */
function reckoning({ deadline, latest, answerBy, last, reopened }: Attestation, days: number): string {
  const rule =
    days === 1
      ? 'fin du jour ouvrable qui suit la dernière acceptation'
      : `fin du dernier des ${days}\u00A0jours ouvrables qui suivent la dernière acceptation`;
  if (reopened.length > 0) return `${rule}, prolongée pour tous à la réouverture de ${reopened.join(', ')}`;
  if (deadline === null || last === null) return `${rule}; connue quand tous sont servis`;
  if (deadline === answerBy) return `${rule}, comme annoncée`;
  return deadline === latest ? `${rule}, mais pas au-delà de la prolongation prévue` : `${rule}, prolongée pour tous`;
}

function stateOf({ state, response }: Delivery): string {
  return state === 'withdrawn' ? withdrawnWords(response) : stateNames[state];
}

function section({ title, facts = [], table, notes = [] }: Part): string {
  const listed = facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  const cells = (kind: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${kind}>${escapeHtml(cell)}</${kind}>`).join('')}</tr>`;
  return [
    `<h2>${escapeHtml(title)}</h2>`,
    ...(listed.length > 0 ? [`<dl>${listed.join('')}</dl>`] : []),
    ...(table
      ? [
          `<div class="wide"><table><thead>${cells('th', table.head)}</thead><tbody>`,
          ...table.rows.map((row) => cells('td', row)),
          '</tbody></table></div>',
        ]
      : []),
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
  ].join('\n');
}

function shown(instant: string | null, timeZone: string): string {
  return instant ? momentIn(instant, timeZone) : '—';
}

/** `2026-11-23 09:00:04 (UTC−05:00)`: to the second, and sortable. */
function momentIn(instant: string, timeZone: string): string {
  const local = localTime(new Date(instant), timeZone);
  const day = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: 'second' });
  const ahead = offsetMinutes(new Date(instant), timeZone);
  const offset = new Date(Math.abs(ahead) * 60_000).toISOString().slice(11, 16);
  return `${day} ${time} (UTC${ahead < 0 ? '\u2212' : '+'}${offset})`;
}
