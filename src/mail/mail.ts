/** A mailbox of RFC 5322, 3.4: the address in lower case, the display name decoded (empty when there is none). */
export interface Address {
  name: string;
  address: string;
}

/** One header field in the order of the mail, top first: name in lower case, value unfolded and RFC 2047 decoded. */
export interface HeaderField {
  name: string;
  value: string;
}

/** A leaf of the MIME tree, or an attached message (message/rfc822), in the order of the mail. */
export interface Part {
  /** Lower case, without parameters: `text/calendar`. */
  contentType: string;
  parameters: Record<string, string>;
  disposition?: 'inline' | 'attachment';
  filename?: string;
  /** By which HTML shows it (RFC 2392), without angle brackets. */
  contentId?: string;
  /** Decoded size in bytes. */
  size: number;
  /** SHA-256 of the decoded content, hexadecimal. */
  checksum: string;
  /** Decoded text, for text/* and message/* parts only; the rest of the content stays in the archive. */
  text?: string;
}

/** What a mail says, read once; everything in it was written by a stranger. */
export interface Mail {
  /** SHA-256 of the raw bytes, hexadecimal: its name in the archive. */
  id: string;
  /** Raw size in bytes. */
  size: number;
  headers: readonly HeaderField[];
  from: readonly Address[];
  replyTo: readonly Address[];
  to: readonly Address[];
  cc: readonly Address[];
  /** The envelope sender as the last server noted it (Return-Path); empty for the null sender. */
  returnPath?: string;
  subject: string;
  /** The sender's own claim (Date:), ISO 8601; absent when broken. */
  date?: string;
  /** With angle brackets, as written. */
  messageId?: string;
  inReplyTo: readonly string[];
  references: readonly string[];
  /** The body as text: text parts joined, or the HTML read as text; quotes and signature still in it. */
  text: string;
  /** The HTML body as sent, when there is one. */
  html?: string;
  parts: readonly Part[];
  /** What could not be read as the RFCs say, in words for staff. */
  defects: readonly string[];
}

/** The value of the topmost field of that name, or undefined. */
export function header(mail: Pick<Mail, 'headers'>, name: string): string | undefined {
  return mail.headers.find((field) => field.name === name)?.value;
}

/** All values of that field, topmost first. */
export function headerAll(mail: Pick<Mail, 'headers'>, name: string): string[] {
  return mail.headers.filter((field) => field.name === name).map((field) => field.value);
}
