import { z } from 'zod';
import type { Part } from '../mail/mail.ts';
import type { Attachment, Letter } from '../model/letter.ts';
import { defineCommand, type RequestSituation } from './command.ts';

/** All attachments of one answer, in bytes as decoded: with base64 on top, most mail systems still take it. */
const attachmentBytes = 10_000_000;
const mostAttachments = 10;
const mostCopies = 5;

const address = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;]+$/u;

/** « cc a@b.example, c@d.example » → the addresses. */
const copies = z.string().transform((words, context) => {
  if (!words) return [];
  const given = /^(?:cc|copie(?: a| à)?)\s*:?\s*(.+)$/iu
    .exec(words)?.[1]
    ?.split(/[\s,;]+/)
    .filter(Boolean);
  const wrong = given ? given.filter((word) => !address.test(word)) : [words];
  if (given && wrong.length === 0 && given.length <= mostCopies) return given.map((word) => word.toLowerCase());
  const read = wrong.length > 0 ? `« ${wrong.join(' ')} » n’est pas une adresse` : `Au plus ${mostCopies} copies`;
  context.addIssue({ code: 'custom', message: `${read} : écrivez #répondre, ou #répondre cc nom@exemple.org.` });
  return z.NEVER;
});

export const repondre = defineCommand({
  names: ['répondre', 'reply'],
  level: 'S',
  usage: '#répondre',
  label: 'Répondre au demandeur',
  summary:
    'Envoie au demandeur le texte du courriel et ses pièces jointes, sous votre nom; « cc adresse » en envoie copie.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant', 'closed'],
  args: copies,
  plan: (situation, others) => {
    const { request, body, carrier } = situation;
    if (!request.requester.address) return { refused: 'Aucune adresse du demandeur n’est au registre.' };
    if (!body)
      return { refused: 'La réponse est vide : écrivez-la dans le corps du courriel, au-dessus du texte cité.' };
    // A mail program that marks its quotation in no known way must not send our own letters on, notes and all.
    if (/supervision de|Commandes possibles|#(?:annuler|statut|aide)\b/u.test(body.replace(/\s+/gu, ' ')))
      return {
        refused: 'Le corps contient un courriel du greffier à l’équipe : effacez le texte cité, puis recommencez.',
      };
    const files = carrier.parts.filter(({ disposition }) => disposition === 'attachment');
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (files.length > mostAttachments || bytes > attachmentBytes)
      return {
        refused: `Les pièces jointes sont trop lourdes : au plus ${mostAttachments} fichiers et 10 Mo en tout.`,
      };
    const letters = write(situation, others, files);
    const names = files.map(({ filename }) => filename ?? 'sans nom').join(', ');
    return {
      events: [],
      letters,
      lines: files.length > 0 ? [{ what: 'Pièces jointes', before: '', after: names }] : [],
    };
  },
});

/** One letter to the requester, and the same to each who gets a copy. */
function write({ request, register, person, body, mail }: RequestSituation, others: string[], files: Part[]): Letter[] {
  const { requester, reference, subject, mails } = request;
  const theirs = mails.map((id) => register.mails.get(id)).findLast((seen) => seen?.from === requester.address);
  const data = { reference, subject: `Re: ${subject}`, text: body, person: person.name, copies: others.join(', ') };
  const attachments = files.map(
    ({ filename = 'sans-nom', contentType, checksum }): Attachment => ({
      filename,
      contentType,
      content: { mail, checksum },
    }),
  );
  const readers = [
    { name: requester.name, address: requester.address },
    ...others.map((other) => ({ name: '', address: other })),
  ];
  return readers.map((to) => ({
    name: 'reply',
    data,
    to,
    languages: ['fr'],
    reference,
    thread: theirs?.messageId ? [theirs.messageId] : [],
    automatic: false,
    ...(attachments.length > 0 && { attachments }),
  }));
}
