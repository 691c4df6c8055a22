/** The five points of the clarification (les cinq précisions), in the order in which letters ask them. */
export const points = ['needs', 'expectations', 'agreementType', 'resources', 'timeline'] as const;
export type Point = (typeof points)[number];

export const categories = ['short', 'medium', 'long'] as const;
export type Category = (typeof categories)[number];

export const languages = ['fr', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

export const statuses = [
  'received',
  'quarantined',
  'clarifying',
  'categorised',
  'complete',
  'disseminated',
  'dormant',
  'closed',
] as const;
export type Status = (typeof statuses)[number];

/** What sort of organisation asks, or a person alone. */
export const requesterKinds = [
  'government',
  'public-agency',
  'school',
  'university',
  'mining-company',
  'association',
  'ngo',
  'development-agency',
  'embassy',
  'consultant',
  'individual',
] as const;
export type RequesterKind = (typeof requesterKinds)[number];

export interface Requester {
  name: string;
  address: string;
  /** As its signature says, or as staff corrected it; absent when neither does, and in older records. */
  kind?: RequesterKind | undefined;
  organisation?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  /** IANA name; absent when research found none. */
  timeZone?: string | undefined;
}

/** How a closed request ended; the last is one that was entered by mistake. */
export const outcomes = [
  'matched',
  'unmatched',
  'withdrawn',
  'out-of-scope',
  'redirected',
  'duplicate',
  'spam',
  'mistake',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether the requester approves the text; `expired` when no answer came in time, `superseded` when the text changed. */
export const approvals = ['approved', 'corrections', 'expired', 'superseded', 'disputed'] as const;
export type Approval = (typeof approvals)[number];

/** Sure: two signs agree, or our own records or servers say so; likely: one plain sign; possible: words in a text. */
export const confidences = ['sure', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

/** What research found about a request: a proposal with its evidence, never a decision. */
export interface Finding {
  kind: string;
  value: string;
  /** Where it was read: « domaine mines-ci.example », « signature ». */
  evidence: string;
  /** Absent in older records, and where a person wrote it. */
  confidence?: Confidence | undefined;
}

/** What somebody answered to one of the five points. */
interface PointAnswer {
  /** Empty when the point does not apply. */
  value: string;
  /** False: « sans objet ». */
  applies: boolean;
  /** Who said it: an address or a staff id. */
  author: string;
  /** SHA-256 of the mail that said it. */
  mail: string;
  at: string;
}

/** The answer that holds, and those that it replaced, oldest first. */
export interface PointValue extends PointAnswer {
  earlier?: PointAnswer[];
}

/** A start offered to the requester; numbers start at 1 and are never given twice in one request. */
export interface Slot {
  number: number;
  /** ISO 8601, UTC. */
  start: string;
  end: string;
  /** Until then it is offered to nobody else. */
  heldUntil?: string | undefined;
  /** People chose that time: they may go outside the hours, the notice and the host's calendars. */
  written?: true | undefined;
  /** No longer on offer. */
  withdrawn?: true;
}

/** A command that can be undone, and all that it changed. */
interface Undoable {
  mail: string;
  line: string;
  person: string;
  at: string;
  changes: { reference: string; before: Record<string, unknown>; after: Record<string, unknown> }[];
}

export interface Meeting {
  /** iCalendar UID; stable for the life of the meeting (RFC 5545, 3.8.4.7). */
  uid: string;
  sequence: number;
  start: string;
  end: string;
  /** When it was booked, or moved last. */
  at?: string;
  /** PARTSTAT by address, as calendar replies come in (RFC 5545, 3.2.12). */
  answers: Record<string, string>;
  /** The other time that somebody proposed last, until it is moved. */
  counter?: { attendee: string; start: string; end: string; comment: string; at: string };
}

/** The standard sheet (fiche) that partners receive, frozen at release: no personal contact in it without consent. */
export interface Notice {
  reference: string;
  organisation: string;
  country: string;
  /** Absent when it is not known, and in older records. */
  kind?: RequesterKind | undefined;
  category: Category;
  points: Record<Point, string>;
  /** An outside deadline of the requester: the last day, `YYYY-MM-DD`. */
  deadline?: string | undefined;
  /** Whom partners may write to; only with the consent on record. */
  contact?: { name: string; address: string } | undefined;
}

export interface Request {
  reference: string;
  status: Status;
  /** When it came to that status; absent while it has its first one. */
  since?: string;
  receivedAt: string;
  subject: string;
  /** The language of the first mail; letters go out in French first, then in this one. */
  language: Language;
  requester: Requester;
  /** True while staff has not said that the requester, read in a forwarded mail, is the right one. */
  proposed?: true;
  /** Who passed the request on for the requester. */
  intermediary?: { name: string; address: string };
  /** Staff id of the person in charge. */
  officer?: string;
  /** Nothing is due before that day: `YYYY-MM-DD`. */
  held?: { until: string; why: string; author: string; at: string };
  /** How it ended; only when it is closed. */
  outcome?: Outcome;
  /** The reference that keeps it since it was merged; every look-up of this one leads there. */
  mergedInto?: string;
  /** Old references that lead here, by merging. */
  aliases?: string[];
  /** Mails that were taken out, and the reference that each is under since. */
  split?: Record<string, string>;
  /** The last commands that can be undone, newest last. */
  undo?: Undoable[];
  findings: Finding[];
  points: Partial<Record<Point, PointValue>>;
  slots: Slot[];
  /** The slot that the requester chose, while a person has to confirm it. */
  chosen?: { number: number; at: string };
  /** The one to come, or that goes on; once it is over, it is in `met`. */
  meeting?: Meeting;
  /** The last one that is over. */
  met?: Pick<Meeting, 'uid' | 'start' | 'end'>;
  category?: { category: Category; reason: string; author: string; at: string };
  notice?: {
    notice: Notice;
    hash: string;
    author: string;
    at: string;
    /**
     * The notice before each correction, the first as it was released: its hash, and whether it showed a contact; until
     * when it stood, and until which entry of the journal.
     */
    before?: { hash: string; until: string; seq: number; contact?: true }[];
  };
  /**
   * The text that the requester was asked to approve, until it is answered; disputed: somebody objected in answer to the
   * letter who may not speak for the requester, or the requester wrote otherwise, and silence is no consent any more.
   */
  approval?: { notice: Notice; hash: string; until: string; disputed?: true };
  /** Whether the requester's name and address may stand in the notice: who said so, where and when. */
  consent?: { given: boolean; source: string; mail: string; at: string };
  /** Period id of the digest that carried it. */
  digest?: string;
  notes: { at: string; author: string; text: string }[];
  /** SHA-256 of every mail of the request, in order of arrival. */
  mails: string[];
  /** Ids of the letters written about it. */
  letters: string[];
  /** What happened, one line a change, oldest first. */
  history: HistoryLine[];
}

/** What happened to a request: the kind of the event, and the few of its facts that tell it apart. */
export type Happening =
  | { kind: 'request-registered'; quarantined: boolean }
  | { kind: 'status-changed'; status: Status; outcome?: Outcome }
  | { kind: 'officer-assigned'; officer: string }
  | { kind: 'request-held'; until?: string; why: string }
  | { kind: 'requester-set'; address: string }
  | { kind: 'requester-corrected' }
  /** One was put into the other; both say so. */
  | { kind: 'requests-merged'; from: string }
  | { kind: 'requests-merged'; into: string }
  | { kind: 'mail-split'; into: string }
  | { kind: 'point-answered'; point: Point }
  | { kind: 'slots-offered'; numbers: number[] }
  | { kind: 'slot-chosen'; number: number }
  | { kind: 'slots-answered'; answer: 'unsure' | 'none-fits'; weekdays?: number[] }
  | { kind: 'meeting-booked'; start: string }
  | { kind: 'meeting-moved'; start: string }
  | { kind: 'meeting-cancelled' }
  | { kind: 'meeting-held' }
  | { kind: 'meeting-answered'; attendee: string; partstat: string }
  | { kind: 'meeting-countered'; attendee: string; start: string }
  | { kind: 'meeting-counter-declined'; attendee: string }
  | { kind: 'finding-added' }
  | { kind: 'note-added' }
  | { kind: 'category-set'; category: Category }
  | { kind: 'released'; hash: string }
  | { kind: 'approval-asked'; hash: string }
  | { kind: 'approval-answered'; answer: Approval }
  | { kind: 'notice-corrected'; hash: string }
  | { kind: 'release-withdrawn' }
  | { kind: 'contact-consent'; given: boolean }
  | { kind: 'digest-planned'; digest: string; category: Category }
  /** Not how: nobody learns of it before the deadline. */
  | { kind: 'interest-recorded'; partner: string }
  | { kind: 'interest-confirmed'; partner: string }
  | { kind: 'command-run'; person: string; line: string; second?: string }
  | { kind: 'command-undone'; line: string };

export type HistoryLine = { at: string; author: string } & Happening;
