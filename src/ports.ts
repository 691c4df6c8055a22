import type { Entry } from './model/events.ts';
import type { Outcome } from './model/plan.ts';

/** A mail that waits in the inbox. */
export interface WaitingMail {
  /** Names this mail for ever: `imap/INBOX/1688/42`, `maildir/1764.M1P2.host`. */
  source: string;
  /** When the server took it (INTERNALDATE), ISO 8601. */
  receivedAt: string;
  size: number;
  /**
   * The raw bytes, with line ends as the mailbox holds them.
   * @throws RangeError if the mail is larger than the engine may hold in memory; else when it cannot be reached.
   */
  raw(): Promise<Buffer>;
}

/** Where mail is read from. Nothing is ever marked as seen. */
export interface Mailbox {
  /**
   * The mails in the inbox, oldest first; each stays until it is filed.
   * @throws when the mailbox cannot be reached.
   */
  waiting(): AsyncIterable<WaitingMail>;
  /** Moves mails, named by `source`, out of the inbox; a mail that is no longer there is no error. */
  file(sources: readonly string[], folder: string): Promise<void>;
  /** Resolves at the first hint of new mail, and after `waitMs` at the latest; the hint may be wrong. */
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** The truth, in order. The only storage port. */
export interface Journal {
  /**
   * Resolves when the entry is on disk; entries that arrive together share one fsync.
   * @param expected - Position (seq) of the last entry; the new entry's seq is `expected + 1`.
   * @throws if the journal is at another position: somebody else writes to it.
   */
  append(entry: Entry, expected: number): Promise<void>;
  /** Entries after `position`, in order; 0 for all. */
  read(position: number): AsyncIterable<Entry>;
  close(): Promise<void>;
}

/** Raw mail and content of letters, named by the SHA-256 of their bytes. */
export interface Archive {
  /** Resolves with the hexadecimal SHA-256 when the bytes are on disk; keeping the same bytes again costs nothing. */
  keep(bytes: Uint8Array): Promise<string>;
  /** @throws if it is not there, or its bytes do not match its name. */
  fetch(id: string): Promise<Buffer>;
}

/** A mail as it goes on the wire. */
export interface OutgoingMail {
  envelope: { from: string; to: string };
  raw: Buffer;
}

/** Who takes letters away. Never throws for what a server answers or fails to answer: that is the outcome. */
export interface Postman {
  send(mail: OutgoingMail): Promise<Outcome>;
  close(): Promise<void>;
}

export interface Clock {
  now(): Date;
  /** Milliseconds since some moment, by a clock that nobody sets. */
  elapsedMs(): number;
  /** Resolves after `waitMs`, or at once when aborted. */
  wait(waitMs: number, signal: AbortSignal): Promise<void>;
}
