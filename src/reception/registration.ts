import { createHash } from 'node:crypto';
import { header, type Mail } from '../mail/mail.ts';
import { visibleText } from '../mail/visible-text.ts';
import { dateFormat } from '../model/date-format.ts';
import type { EventOf } from '../model/events.ts';
import { latestReferences } from '../model/kin.ts';
import type { FolderName } from '../model/policy.ts';
import { type Register, referenceYear } from '../model/register.ts';
import { copied } from './copies.ts';
import { wordsKey } from './repetition.ts';
import { broughtBy } from './substance.ts';

/** A mail as it came in: what the shell knows of it beside its content. */
export interface Arrival {
  mail: Mail;
  receivedAt: string;
  source: string;
}

/**
 * The next free reference of the year, `INMQ-2026-0042`; numbers are never reused.
 * @param timeZone - The house's zone: it says which year it is on New Year's Eve.
 */
export function nextReference(register: Register, prefix: string, timeZone: string, now: Date): string {
  const year = Number(dateFormat('en', { year: 'numeric', timeZone }).format(now));
  const number = lastNumber(register, year) + 1;
  return `${prefix}-${year}-${String(number).padStart(4, '0')}`;
}

/** References are given in order, so the last one of the year has the highest number. */
function lastNumber(register: Register, year: number): number {
  for (const reference of latestReferences(register)) {
    if (referenceYear(reference) === year) return Number(reference.split('-').at(-1));
    if (referenceYear(reference) < year) break;
  }
  return 0;
}

/**
 * The same for every delivery of one mail (copies differ in Received and the like), another for a reused Message-ID
 * with another body. Hexadecimal SHA-256.
 */
export function fingerprint(mail: Mail): string {
  const says = [
    // Without a name and a time of its own, only the very same bytes are the same mail.
    mail.messageId ?? (header(mail, 'date') === undefined ? mail.id : ''),
    mail.from.map((author) => author.address).join(),
    header(mail, 'date') ?? '',
    mail.subject,
    mail.text,
    mail.parts.map((part) => part.checksum).join(),
  ];
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}

/** What is compared with later mails, to see whether a machine repeats itself. */
const compared = new Set<string>(['request', 'answer', 'partner-answer', 'quarantined']);
/** What would have effect twice if another delivery of it were not known. */
const acted = new Set<string>([...compared, 'command', 'note', 'spam', 'calendar-reply', 'calendar-request']);

/** The line of the register that every mail gets, whatever it is. */
export function receive(
  { mail, receivedAt, source }: Arrival,
  disposition: EventOf<'mail-received'>['disposition'],
  why: string,
  folder: FolderName,
  reference?: string,
): EventOf<'mail-received'> {
  const copy = acted.has(disposition) ? copied(mail) : undefined;
  return {
    kind: 'mail-received',
    mail: mail.id,
    fingerprint: fingerprint(mail),
    ...(mail.messageId && { messageId: mail.messageId }),
    from: mail.from[0]?.address ?? '',
    subject: mail.subject.slice(0, longestSubject),
    receivedAt,
    source,
    size: mail.size,
    ...(compared.has(disposition) && saying(mail)),
    ...(copy && { copied: copy }),
    disposition,
    why,
    folder,
    ...(reference && { reference }),
  };
}

function saying(mail: Mail): Pick<EventOf<'mail-received'>, 'words' | 'brings'> {
  const text = visibleText(mail);
  return { words: wordsKey(mail, text), brings: broughtBy(mail, text) };
}

/** The register is read by people; the archive has the whole. */
export const longestSubject = 500;
