import type { Mail, Part } from '../mail/mail.ts';
import type { AttachedFile } from '../model/event-parts.ts';
import type { Attachment } from '../model/letter.ts';

/** All attachments of one answer, in bytes as decoded: with base64 on top, most mail systems still take it. */
const mostBytes = 10_000_000;
const mostFiles = 10;

/** A picture in the text from this size on may be meant; one of a signature is smaller. */
const leastMeant = 50_000;

/**
 * The files that a person attached; what a mail program adds by itself is none. A picture that the text shows is marked, if
 * it is large enough to be more than a signature's.
 */
export function filesOf({ id, html, parts }: Pick<Mail, 'id' | 'html' | 'parts'>): AttachedFile[] {
  const shown = shownIn(html ?? '');
  return parts.filter(isFile).flatMap((part, index) => {
    const { contentType, checksum, size, contentId, disposition } = part;
    const file = { mail: id, checksum, filename: part.filename ?? nameFor(contentType, index + 1), contentType, size };
    if (disposition === 'attachment' || !contentId || !shown.has(contentId)) return [file];
    return size < leastMeant ? [] : [{ ...file, inText: true as const }];
  });
}

function isFile({ contentType, disposition, filename }: Part): boolean {
  if (/^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys)$/.test(contentType)) return false;
  if (disposition === 'attachment') return true;
  // Telephones and Apple Mail show what is attached: `inline`, with a name. Of texts, these are read as the words.
  const words = disposition === 'inline' ? /^text\/(?:plain|html)$/ : /^text\//;
  return (filename !== undefined && !words.test(contentType)) || pasted.test(contentType);
}

/** What is pasted into the words may come without a name. */
const pasted = /^(?:image|audio|video)\//;

function nameFor(contentType: string, number: number): string {
  const [, kind] = /^image\/(?:x-)?([a-z0-9]+)/.exec(contentType) ?? [];
  return kind === undefined ? 'sans-nom' : `image-${number}.${kind}`;
}

/** The identifiers of the parts that the page shows (RFC 2392). */
function shownIn(html: string): Set<string> {
  return new Set([...html.matchAll(/\bcid:([^"'\s<>()]{1,1000})/gi)].map(([, written = '']) => unescaped(written)));
}

function unescaped(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Those that go along. */
export function goingAlong(files: readonly AttachedFile[]): AttachedFile[] {
  return files.filter(({ inText }) => !inText);
}

/** Why these files do not go out, in French; undefined when they may. */
export function tooMuch(files: readonly AttachedFile[]): string | undefined {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > mostFiles || bytes > mostBytes)
    return `Les pièces jointes sont trop lourdes : au plus ${mostFiles} fichiers et 10 Mo en tout.`;
  for (const file of files) {
    const why = kinds.find(([applies]) => applies(file))?.[1];
    if (why) return `La pièce jointe « ${file.filename} » ne peut pas être transmise : ${why}`;
  }
  return undefined;
}

const kinds: readonly [applies: (file: AttachedFile) => boolean, why: string][] = [
  [
    ({ filename }) => /^registre(?:-\d{4})?(?:[ _]?\(\d+\)|[ _-]cop(?:ie|y))?\.(?:xlsx|csv)$/i.test(filename),
    'c’est le registre de suivi, où se trouvent les demandes d’autres personnes. Il ne sort pas de l’Institut.',
  ],
  [
    ({ contentType, filename }) => contentType.startsWith('message/') || /\.(?:eml|msg)$/i.test(filename),
    'c’est un courriel, qui peut contenir des propos internes. Copiez dans votre réponse ce qui peut être lu.',
  ],
  [
    ({ contentType, filename }) =>
      /^application\/(?:vnd\.)?ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(filename),
    'votre logiciel l’a emballée dans un format que seul Outlook ouvre. Envoyez votre courriel en HTML ou en texte brut.',
  ],
  [
    ({ filename }) =>
      /\.(?:ade|adp|apk|appx|bat|cab|chm|cmd|com|cpl|dll|dmg|exe|hta|img|iso|jar|jse?|lnk|mde|msc|msi|msp|pif|ps1|reg|scr|sys|vbe?|vbs|vhdx?|wsc|wsf|wsh|xll)[. ]*$/i.test(
        filename,
      ),
    'les serveurs de courriel refusent les programmes. Envoyez plutôt un document.',
  ],
];

/** As a letter takes it along. */
export function attachmentOf({ filename, contentType, mail, checksum }: AttachedFile): Attachment {
  return { filename, contentType, content: { mail, checksum } };
}
