import type { Partner, Staff } from './partner.ts';
import type { Category } from './request.ts';

/** Kinds of mail, as `triage` names them. */
export const mailKinds = [
  'own',
  'bounce',
  'feedback-report',
  'automatic',
  'calendar-reply',
  'calendar-request',
  'bulk',
  'spam',
  'command',
  'note',
  'partner-answer',
  'answer',
  'request',
  'unreadable',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** Where a mail is filed after it was handled: the keys of `folders` in the configuration. */
export const folderNames = ['requests', 'answers', 'staff', 'partners', 'machines', 'setAside', 'quarantine'] as const;
export type FolderName = (typeof folderNames)[number];

/** A cron expression, parsed: every field as a sorted list of the numbers that match. */
export interface Cron {
  expression: string;
  second: readonly number[];
  minute: readonly number[];
  hour: readonly number[];
  dayOfMonth: readonly number[];
  month: readonly number[];
  /** 0 is Sunday. */
  dayOfWeek: readonly number[];
}

/** When and how requests of one category go out. */
export interface Modality {
  schedule: Cron;
  /** Business days that partners have to answer, from the last accepted delivery. */
  answerDays: number;
  /** Business days after which who has not answered is reminded; undefined: nobody is. */
  reminderDays?: number;
  /** How far, in business days, the deadline may be extended for all when one partner is served late. */
  extensionDays?: number;
  /** A period missed by more than this is not run by itself; staff is asked. */
  lateWindowMs: number;
}

/** Local times of one day, `HH:MM`, end excluded. */
export interface Hours {
  from: string;
  to: string;
}

export interface MeetingPolicy {
  /** Staff id of the person who receives the requesters. */
  host: string;
  hours: readonly Hours[];
  minutes: number;
  /** Least time between the offer and a slot, in hours. */
  noticeHours: number;
  /** Least time between the requester's choice and the slot, in hours; a night unless given, and never above the notice. */
  choiceHours?: number;
  /** Last day that is offered, counted from today. */
  daysAhead: number;
  /** How many slots a letter offers. */
  offered: number;
  /** Working hours assumed at the requester's place. */
  requesterHours: Hours;
  /** Conference address or place, printed in the invitation. */
  location: string;
  /** Minutes kept free before and after whatever the host has; none unless given. */
  bufferMinutes?: number;
  /** How long an offered slot is kept for the one who was offered it; until it begins unless given. */
  holdHours?: number;
  /** Local days on which nobody is received, `YYYY-MM-DD`, both included. */
  closures?: readonly { from: string; to: string }[];
  /** The host's own calendars as they were read last; undefined: there are none. */
  busy?: Busy;
}

/** When the host is busy, and what could not be read: then nobody knows when the host is free. */
export interface Busy {
  times: readonly { start: Date; end: Date }[];
  unread: readonly { calendar: string; why: string }[];
}

/** What divides the categories, and what an outside deadline asks for. */
export interface Horizons {
  /** An outside deadline within so many days makes it short, and overrides the cycle. */
  deadlineDays: number;
  shortMonths: number;
  mediumMonths: number;
  /** Business days that the house needs between the partners' deadline and the outside one. */
  leadDays: number;
  /** With fewer business days for the partners, staff is asked before the release. */
  leastDays: number;
}

export const usualHorizons: Horizons = {
  deadlineDays: 60,
  shortMonths: 6,
  mediumMonths: 18,
  leadDays: 3,
  leastDays: 3,
};

/** Letters to one domain in a minute: what the strictest of the large providers take without a word. */
export const usualPace = 30;

/** Addresses that have a letter for one text in a day: more than the members of an association that write in one voice. */
export const usualPerText = 30;

/** When requesters who owe an answer are reminded; business days from the letter that waits for it. */
export interface FollowUpPolicy {
  reminderDays: readonly number[];
  dormantDays: number;
  /** Local time at the requester's place, `HH:MM`, on the day before a meeting. */
  dayBeforeAt: string;
  /** A reminder that would come later than this before the meeting is of no use. */
  dayBeforeLeastMinutes: number;
}

export const usualFollowUp: FollowUpPolicy = {
  reminderDays: [7, 14],
  dormantDays: 30,
  dayBeforeAt: '09:00',
  dayBeforeLeastMinutes: 60,
};

/** The staff's agenda: when the morning mail goes out, and in how many business days each thing is to be done. */
export interface AgendaPolicy {
  /** Local time, `HH:MM`. */
  at: string;
  takeDays: number;
  categoriseDays: number;
  completeDays: number;
  releaseDays: number;
  closeDays: number;
}

/** When nothing is configured. */
export const usualAgenda: AgendaPolicy = {
  at: '08:00',
  takeDays: 1,
  categoriseDays: 3,
  completeDays: 3,
  releaseDays: 3,
  closeDays: 3,
};

/** A secret that signs Message-IDs and codes; the first signs, all verify. */
export interface SigningKey {
  id: string;
  secret: string;
}

/** Everything that people decided beforehand: the parsed configuration, as the pure core sees it. */
export interface Policy {
  institute: {
    name: string;
    /** The mailbox that requests are written to, and the From of every letter. */
    address: string;
    /** Further addresses that reach the same mailbox. */
    aliases: readonly string[];
    postalAddress: string;
    telephone: string;
    /** Who supervises the automatic letters: a name or a service. */
    supervisor: string;
    /** Where the privacy notice can be read or asked for. */
    privacy: string;
    /** Where people ask for admission, a scholarship or a job: lines for those whom the network cannot help. */
    admissions?: readonly string[];
  };
  /** Right-hand side of the Message-IDs that the clerk writes. */
  messageIdDomain: string;
  /** IANA name of the house's own zone. */
  timeZone: string;
  /** Prefix of references: `INMQ` in `INMQ-2026-0042`. */
  referencePrefix: string;
  /** The server whose Authentication-Results are believed (RFC 8601, 5); none: no verdict counts. */
  authservId?: string;
  /** The Microsoft tenant whose Exchange Online is believed instead, by its id. */
  exchangeTenant?: string;
  staff: readonly Staff[];
  /** The network as it stands; before a decision, as the configuration has it. */
  partners: readonly Partner[];
  /** As the configuration has it, once `partners` is the network as it stands. */
  configured?: readonly Partner[];
  meeting: MeetingPolicy;
  /** `usualFollowUp` unless given. */
  followUp?: FollowUpPolicy;
  modalities: Record<Category, Modality>;
  /** `usualHorizons` unless given. */
  horizons?: Horizons;
  /**
   * Whether the requester approves the exact text before it goes out: business days to answer, and what happens past them.
   */
  approval?: { days: number; past: 'ask' | 'release' };
  folders: Record<FolderName, string>;
  ceilings: {
    /** Automatic letters to one address in 24 hours. */
    perAddressPerDay: number;
    /** Addresses that have a letter for one and the same text in 24 hours; `usualPerText` unless given. */
    perTextPerDay?: number;
    /** All automatic letters in one hour, digests left out. */
    perHour: number;
    /** Letters to one domain in a minute, digests among them; `usualPace` unless given. */
    perDomainPerMinute?: number;
  };
  agenda?: AgendaPolicy;
  /** What goes to all is confirmed by somebody else than the person who commands it. */
  secondPerson?: boolean;
  /** How long a one-time code is good, in minutes. */
  codeMinutes: number;
  keys: readonly [SigningKey, ...SigningKey[]];
}
