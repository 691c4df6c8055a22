import { momentLine } from '../clarification/wording.ts';
import type { Policy } from '../model/policy.ts';
import type { SeenMail } from '../model/records.ts';

/** What is known of a mail that could not be read: its head may have been made out, or not. */
type Unread = Pick<SeenMail, 'from' | 'subject' | 'size' | 'receivedAt'>;

/** « ama@tgtu.example (« Training »), reçu lundi 23 novembre 2026, … »; its size where nobody can tell who wrote it. */
export function unreadWords({ from, subject, size, receivedAt }: Unread, { timeZone }: Policy): string {
  const who = from || sizeWords(size);
  const about = subject ? ` («\u00A0${subject}\u00A0»)` : '';
  return `${who}${about}, reçu ${momentLine(new Date(receivedAt), 'fr', timeZone)}`;
}

/** In a list of mails. */
export function unreadLine(id: string, { from, subject, size, receivedAt }: Unread, { timeZone }: Policy): string {
  const about = subject || `${sizeWords(size)}, reçu ${momentLine(new Date(receivedAt), 'fr', timeZone)}`;
  return `${from || '?'} : ${about} (illisible; archive ${shortId(id)})`;
}

/** Enough to find it in the archive. */
export function shortId(mail: string): string {
  return mail.slice(0, 12);
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00A0octets`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00A0ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00A0Mo`;
}
