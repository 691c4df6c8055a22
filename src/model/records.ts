import type { DeliveryState, Email, EventOf, Interest } from './events.ts';
import type { Contact, Partner } from './partner.ts';
import type { Cron, FolderName } from './policy.ts';
import type { Category, Language } from './request.ts';

/** A mail that came in: one line of the count « mails seen ». */
export interface SeenMail {
  at: string;
  /** Of the journal's entry: the order that no clock changes. */
  seq: number;
  receivedAt: string;
  source: string;
  fingerprint: string;
  words?: string | undefined;
  brings?: string[] | undefined;
  copied?:
    | { sending: string; writing?: string | undefined; length: number; sketch: string; attached: string }
    | undefined;
  messageId?: string | undefined;
  from: string;
  subject: string;
  size: number;
  disposition: string;
  why: string;
  folder: FolderName;
  reference?: string | undefined;
  /** The commands it ran, so that « Re: » does not run them again. */
  commands?: string[];
  /** One of them is what somebody may mean who answers it with #annuler. */
  undoable?: true;
}

/** A letter on the delivery ledger. */
export interface LetterRecord extends Omit<Email, 'id'> {
  at: string;
  /** Of the journal's entry that planned it. */
  seq: number;
  state: DeliveryState;
  /** When a server took it, and in which words; kept when it bounces later. */
  accepted?: { at: string; response: string };
  attempt: number;
  /** How often a server put it off for a reason of the recipient's. */
  deferrals?: number;
  /** The server's last answer. */
  response: string;
  /** When it was last tried. */
  triedAt?: string;
  nextAt?: string;
  /** True when a crash left it open whether the server had taken it: it was sent again. */
  uncertain?: true;
}

export interface InterestRecord {
  partner: string;
  interest: Interest;
  text: string;
  mail: string;
  at: string;
  late: boolean;
  /** When it came, if that was after the deadline as partners had been told it: it is late unless that is extended. */
  receivedAt?: string | undefined;
  /** Nothing proves yet that the institution wrote it. */
  unproven?: true | undefined;
}

export interface Digest {
  category: Category;
  at: string;
  /** Of the journal's entry that planned it; or that composed its letters anew, when was that. */
  seq: number;
  redated?: string;
  references: string[];
  /** Whom the rules gave it when it was planned, by partner id. */
  partners?: string[] | undefined;
  /** Letter id by partner id; when a substitute was tried, the last one. */
  letters: Record<string, string>;
  /** Letters to contacts that failed, before the one in `letters`. */
  earlier?: Record<string, string[]>;
  /** The last moment to answer as the digest announces it. */
  answerBy?: string | undefined;
  /** No extension goes further. */
  latest?: string | undefined;
  /** Business days to answer; see `digest-planned`. */
  answerDays?: number | undefined;
  shorter?: boolean | undefined;
  reminderDays?: number | undefined;
  numbered?: string | undefined;
  /** The last moment to answer, once it is known when the last partner was served. */
  deadline?: string;
  /** When another was told, and which was until then, oldest first. */
  moved?: { at: string; from: string }[];
  /** Requests whose reopening made it later. */
  reopened?: string[];
  reminded?: string;
  closed?: string;
  answers: (InterestRecord & { reference: string })[];
}

/** When the digests of a category go out, as the clerk followed it last. */
export interface FollowedSchedule {
  cron: Cron;
  timeZone: string;
  since: string;
}

/** What happened to the contacts of an institution. */
export interface PartnerRecord {
  /** Contacts that letters do not reach, by address, until somebody names another. */
  failed: Record<string, { at: string; letter: string; why: string }>;
  /** Contacts that asked not to be written to, by address, with the mail that said so. */
  stopped?: Record<string, { at: string; mail: string }>;
  /** What contacts read beside French, by address; French alone where there is none. */
  languages?: Record<string, Language>;
  /** Asked to confirm itself as the first contact. */
  proposed?: { at: string; contact: Contact };
  /** As people changed it last, here or in the configuration. */
  partner?: Partner;
  /** SHA-256 of what the configuration said of it then; another one there is newer than `partner`. */
  configured?: string;
  since?: string;
  left?: { at: string; why: string };
}

/** A one-time code, and what it confirms. */
export interface Code extends Omit<EventOf<'code-issued'>, 'kind' | 'hash'> {
  issuedAt: string;
  usedAt?: string;
}
