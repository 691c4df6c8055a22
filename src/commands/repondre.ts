import { z } from 'zod';
import type { AttachedFile } from '../model/event-parts.ts';
import { mailsOf } from '../model/filing.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { attachmentOf, goingAlong, tooMuch } from './attached-files.ts';
import { defineCommand, type RequestSituation } from './command.ts';
import { internalWords } from './own-words.ts';

const mostCopies = 5;

const address = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;]+$/u;

/** « cc a@b.example, c@d.example » → the addresses, each once. */
const copies = z.string().transform((words, context) => {
  if (!words) return [];
  const list = /^(?:cc|copie(?: a| à)?)\s*:?\s*(.+)$/iu.exec(words)?.[1];
  const given =
    list === undefined
      ? undefined
      : withoutNames(list)
          .split(/[\s,;]+/)
          .filter(Boolean);
  const wrong = given ? given.filter((word) => !address.test(word)) : [words];
  const each = [...new Set(given?.map((word) => word.toLowerCase()))];
  if (given && wrong.length === 0 && each.length <= mostCopies) return each;
  const read = wrong.length > 0 ? `« ${wrong.join(' ')} » n’est pas une adresse` : `Au plus ${mostCopies} copies`;
  context.addIssue({ code: 'custom', message: `${read} : écrivez #répondre, ou #répondre cc nom@mines.example.` });
  return z.NEVER;
});

/** « "Tremblay, Bob" <b@y.example>, Anne Roy <a@y.example> », as mail programs copy them, without the names. */
function withoutNames(list: string): string {
  return list
    .replace(/(?:"[^"<>]*"|“[^”<>]*”|«[^»<>]*»)\s*(?=<)/gu, ' ')
    .replace(/(?<=^|[,;>])[^,;<>@]*<\s*([^<>\s]+)\s*>/gu, ' $1 ');
}

export const repondre = defineCommand({
  names: ['répondre', 'reply'],
  level: 'S',
  usage: '#répondre',
  forms: [{ usage: '#répondre', label: 'Répondre au demandeur (écrivez dans le corps)', open: true }],
  summary:
    'Envoie au demandeur le texte du courriel et ses pièces jointes, sous votre nom; « cc adresse » en envoie copie.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant', 'closed'],
  args: copies,
  obstacle: ({ request }) => (request.requester.address ? undefined : 'Aucune adresse du demandeur n’est au registre.'),
  plan: (situation, copied) => {
    const { request, register, policy, body, files } = situation;
    const { address: ours, aliases } = policy.institute;
    const own = copied.find((each) => [ours, ...aliases].some((one) => one.toLowerCase() === each));
    if (own)
      return {
        refused: `« ${own} » est l’adresse du greffier, qui s’écrirait à lui-même : enlevez-la, puis recommencez.`,
      };
    const others = copied.filter((each) => each !== request.requester.address.toLowerCase());
    if (!body)
      return { refused: 'La réponse est vide : écrivez-la dans le corps du courriel, au-dessus du texte cité.' };
    const going = goingAlong(files);
    const refused = internalWords(body, request, register) ?? tooMuch(going);
    if (refused) return { refused };
    const letters = write({ ...situation, files: going }, others);
    const named = (some: readonly AttachedFile[]) => some.map(({ filename }) => filename).join(', ');
    const left = named(files.filter((file) => !going.includes(file)));
    return {
      events: [],
      letters,
      lines: [
        ...(going.length > 0 ? [{ what: 'Pièces jointes', before: '', after: named(going) }] : []),
        ...(left
          ? [{ what: 'Images du texte, non transmises', before: '', after: `${left} (joignez-les comme fichiers)` }]
          : []),
      ],
    };
  },
});

/** One letter to the requester, and the same to each who gets a copy; below it, the mail that it answers. */
function write(situation: RequestSituation, others: string[]): Letter[] {
  const { request, register, person, body, files } = situation;
  const { requester, reference, subject } = request;
  const [answered, seen] = lastWords(request, register) ?? [];
  const author = requester.name || requester.address;
  const data: LetterData['reply'] = {
    ...{ reference, subject: `Re: ${subject}`, text: body, person: person.name, copies: others.join(', ') },
    ...(answered && seen && { original: { mail: answered, at: seen.receivedAt, author, text: '' } }),
  };
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
    thread: seen?.messageId ? [seen.messageId] : [],
    automatic: false,
    ...(files.length > 0 && { attachments: files.map(attachmentOf) }),
  }));
}

/**
 * The requester's last mail in this request, by its id; undefined when there is none. What staff wrote or passed on is
 * not the requester's, even where staff asks for itself.
 */
function lastWords(request: Request, register: Register): [string, SeenMail] | undefined {
  const { requester } = request;
  const theirs = mailsOf(register, request).flatMap((id): [string, SeenMail][] => {
    const seen = register.mails.get(id);
    return seen?.from === requester.address && spoken.has(seen.disposition) ? [[id, seen]] : [];
  });
  return theirs.at(-1);
}

const spoken: ReadonlySet<string> = new Set(['request', 'answer', 'quarantined', 'spam']);
