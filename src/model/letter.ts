import type { Address } from '../mail/mail.ts';
import type { PartnerLetters } from './letters-to-partners.ts';
import type { RequesterLetters } from './letters-to-requesters.ts';
import type { StaffLetters } from './letters-to-staff.ts';
import type { Language } from './request.ts';
import type { Sheet } from './sheet.ts';

/** The data of every letter, by its name. */
export interface LetterData extends RequesterLetters, StaffLetters, PartnerLetters {}
export type LetterName = keyof LetterData;

/** Languages of requesters that letters are in only in brief. */
export const briefs = ['pt', 'ar'] as const;
export type Brief = (typeof briefs)[number];

/** What we send by calendar (RFC 5546, 3.2). */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

/** What every letter has beside its data. */
export interface Envelope {
  to: Address;
  /** Sections in this order: French first, then the courtesy version. */
  languages: readonly [Language, ...Language[]];
  /** The reader's own language, where no version is in it: the letter says in brief what it holds. */
  brief?: Brief;
  reference?: string;
  digest?: string;
  partner?: string;
  /** Message-IDs that the letter answers: In-Reply-To is the last. */
  thread: readonly string[];
  /** False when a person's command asked for it (RFC 3834, 5). */
  automatic: boolean;
  /** An iCalendar object sent along (RFC 6047): method and text. */
  calendar?: { method: CalendarMethod; text: string };
  attachments?: readonly Attachment[];
  /** References in the order in which the letter numbers them. */
  listed?: readonly string[];
  /** The mail that the reader is asked about, whether it is its own. */
  asks?: string;
}

/** A file that goes with a letter: its bytes, a part of a mail in the archive, or a sheet, written when the letter is. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: { base64: string } | { mail: string; checksum: string } | { sheet: Sheet; as: 'xlsx' | 'csv' };
}

/** A letter before it is composed: typed data, a template's name, an envelope. */
export type Letter = { [N in LetterName]: Envelope & { name: N; data: LetterData[N] } }[LetterName];

/** A letter in words. */
export interface Content {
  subject: string;
  text: string;
  html: string;
  calendar?: { method: CalendarMethod; text: string };
  attachments?: readonly Attachment[];
}
