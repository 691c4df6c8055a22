import type { Address, Mail } from '../mail/mail.ts';
import type { RegisterEvent } from './events.ts';
import type { Letter } from './letter.ts';
import type { FolderName } from './policy.ts';

/** What the SMTP server, or the network, said of one attempt to send. */
export interface Outcome {
  state: 'accepted' | 'deferred' | 'refused';
  /** The server's last line, or the error in words. */
  response: string;
  /** True for what is deferred through a fault on our side: the server is away, or refuses us. */
  ours?: true;
}

/** What comes in from the world and is decided upon; its id makes a second coming harmless. */
export type Cause =
  | {
      kind: 'mail';
      id: string;
      receivedAt: string;
      source: string;
      mail: Mail;
      /** Mails and letters on record that the decision asked for, by their ids; undefined where one cannot be read. */
      filed?: ReadonlyMap<string, Mail | undefined>;
    }
  /** A mail whose raw bytes are kept but which could not be read or decided upon. */
  | {
      kind: 'poison';
      id: string;
      receivedAt: string;
      source: string;
      mail: string;
      size: number;
      /** As far as its head can be made out; else empty. */
      from: string;
      subject: string;
      error: string;
    }
  | { kind: 'period'; id: string; due: string }
  | { kind: 'sending'; id: string; letters: readonly string[] }
  | { kind: 'delivery'; id: string; letter: string; outcome: Outcome };

/** A letter that was written already, for another reader of the same institution or a newcomer. */
export interface Copy {
  /** Id of the letter on the ledger. */
  of: string;
  to: Address;
  partner: string;
}

/** What is to be done about a cause; the shell commits it and carries it out. */
export interface Plan {
  why: string;
  author: string;
  events: RegisterEvent[];
  letters: Letter[];
  /** Letters on the ledger that go to somebody else too, with the same content to the byte. */
  copies?: readonly Copy[];
  /** Where the mail is filed; only for mails. */
  folder?: FolderName;
  /** Id of a mail, or of a letter's content, that the decision needs: the same is decided again with it. */
  wants?: string;
}
