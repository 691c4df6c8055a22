import type { Mail } from './mail.ts';

/** What of a mail could not be read. */
interface Unread {
  /** What the sender is asked to send in another form; undefined where asking them would not help. */
  ask?: 'winmail' | 'sealed';
  /** In French, for staff. */
  words: string;
}

type Content = Pick<Mail, 'parts' | 'defects' | 'text'>;

const kinds: readonly (Unread & { applies(mail: Content): boolean })[] = [
  {
    ask: 'winmail',
    words:
      'Pièce winmail.dat (format propre à Outlook) : ce qu’elle contient, parfois le message même, n’a pas pu être lu.',
    applies: ({ parts }) =>
      parts.some(
        ({ contentType, filename = '' }) =>
          /^application\/(?:vnd\.)?ms-tnef$/.test(contentType) || /^win(?:mail)?\.dat$/i.test(filename),
      ),
  },
  {
    ask: 'sealed',
    words: 'Courriel chiffré (S/MIME ou PGP) : son contenu n’a pas pu être lu.',
    applies: ({ parts, defects, text }) =>
      parts.some(({ contentType }) => contentType === 'application/pgp-encrypted') ||
      defects.some((defect) => defect.startsWith('courriel chiffré')) ||
      /^-----BEGIN PGP MESSAGE-----$/m.test(text.slice(0, 100_000)),
  },
  {
    words: 'Caractères illisibles : le texte est peut-être altéré; l’original est conservé.',
    applies: ({ defects }) => defects.some((defect) => /^(?:octets étrangers|jeu de caractères inconnu)/.test(defect)),
  },
  {
    words: 'Courriel mal construit ou tronqué : il manque peut-être des parties; l’original est conservé.',
    applies: ({ defects }) => defects.some((defect) => /MIME/.test(defect) && !/S\/MIME/.test(defect)),
  },
];

/** What staff has to know could not be read, and what the sender can do about it; most often nothing. */
export function unreadIn(mail: Content): Unread[] {
  return kinds
    .filter((kind) => kind.applies(mail))
    .map(({ ask, words }) => ({ words: printed(words), ...(ask && { ask }) }));
}

/** What the sender is asked for, once it stands among the findings of their request in words for staff. */
export function askedFor(findings: readonly { kind: string; value: string }[]): NonNullable<Unread['ask']>[] {
  const told = new Set(findings.filter(({ kind }) => kind === 'unread').map(({ value }) => value));
  return kinds.flatMap(({ ask, words }) => (ask && told.has(printed(words)) ? [ask] : []));
}

function printed(words: string): string {
  return words.replace(/ (?=:)/g, '\u00a0');
}
