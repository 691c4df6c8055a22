import type { Address } from '../mail/mail.ts';
import type { Category, Language, Notice, Point } from './request.ts';

/** A `mailto:` link as letters print it: the words on the button and where it leads (RFC 6068). */
export interface Button {
  label: string;
  href: string;
  /** Of a button for staff: what it would do, for whoever reads the letter and as things stand once it is sent. */
  command?: { line: string; reference: string | undefined; body: string; open: boolean };
  /** True for one of many: only what is to be done next stands out. */
  quiet?: true;
  /** True for what is possible too, but comes after what a person would do now. */
  other?: true;
}

/** A slot as one language prints it: both local times with date, zone city and offset. */
export interface SlotLine {
  number: number;
  /** « jeudi 26 novembre 2026, 10 h 00 (Val-d’Or, UTC−5) ». */
  house: string;
  /** The same moment at the requester's place; empty when the zone is unknown. */
  requester: string;
  button: Button;
}

export interface QuestionLine {
  number: number;
  title: string;
  help: string;
  /** The answer so far; empty when there is none. */
  answer: string;
}

/** A request in a numbered list, with what is next. */
interface SummaryItem {
  /** « 2. » */
  rank: string;
  reference: string;
  subject: string;
  requester: string;
  what: string;
  officer: string;
  buttons: Button[];
}

/** Data that differs by language; every language of a letter has the same fields. */
type ByLanguage<T> = Partial<Record<Language, T>>;

export interface LetterData {
  /** To the requester, once, when a request was registered. */
  acknowledgement: {
    name: string;
    reference: string;
    subject: string;
    /** To whom the letter went, when this is the copy of whoever passed the request on; else empty. */
    copyFor: string;
    /** What of the first mail could not be read, and is asked for in another form. */
    winmail: boolean;
    sealed: boolean;
    /** `hinted`: some of the answers shown are what the first mail seems to say. */
    localised: ByLanguage<{ hinted: boolean; questions: QuestionLine[]; slots: SlotLine[]; answerAll: Button }>;
  };
  /** To the requester: new slots, when the one chosen is gone or the choice was not understood. */
  'meeting-proposal': {
    name: string;
    reference: string;
    reason: 'taken' | 'late' | 'unsure' | 'unsure-again' | 'none-fits' | 'offered' | 'declined' | 'moved';
    /** `standing`: when a meeting is, at both places, that stands until another slot is chosen; else empty. */
    localised: ByLanguage<{ slots: SlotLine[]; standing: string; standingThere: string }>;
  };
  /** To the requester: the slot was chosen, and a person confirms it. */
  'meeting-awaited': {
    name: string;
    reference: string;
    subject: string;
    localised: ByLanguage<{ when: string; whenThere: string; standing: string; standingThere: string }>;
  };
  /** To the requester and to the host, with the invitation attached. */
  'meeting-confirmed': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    localised: ByLanguage<{ when: SlotLine['house']; whenThere: string; missing: string[] }>;
  };
  /** To the requester and to the host, with the changed invitation or the cancellation attached. */
  'meeting-changed': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    change: 'moved' | 'cancelled' | 'closed';
    localised: ByLanguage<{ when: string; whenThere: string; before: string; beforeThere: string; missing: string[] }>;
  };
  /** To whoever proposed another time by calendar: it does not suit, and the meeting stays as it was. */
  'meeting-kept': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    localised: ByLanguage<{ when: string; whenThere: string; proposed: string }>;
  };
  /** To the requester, the day before the meeting. */
  'meeting-reminder': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    localised: ByLanguage<{ when: string; whenThere: string; missing: string[] }>;
  };
  /** To the host, after the meeting: the form of its minutes. */
  minutes: {
    name: string;
    reference: string;
    subject: string;
    requester: string;
    when: string;
    questions: QuestionLine[];
    buttons: Button[];
  };
  /** To the requester: no answer so far. */
  'follow-up': {
    name: string;
    reference: string;
    subject: string;
    last: boolean;
    localised: ByLanguage<{ missing: QuestionLine[]; slots: SlotLine[]; answerAll: Button }>;
  };
  /** To the requester: still no answer; the request rests until one comes. */
  dormant: { name: string; reference: string; subject: string; localised: ByLanguage<{ answerAll: Button }> };
  /** To the requester: thanks for the answers, and what is still open. */
  questionnaire: {
    name: string;
    reference: string;
    localised: ByLanguage<{ answered: QuestionLine[]; missing: QuestionLine[]; answerAll: Button }>;
  };
  /** To the requester: the request is closed, why, and what staff adds. */
  closed: {
    name: string;
    reference: string;
    subject: string;
    signature: string;
    /** Where to turn instead; none unless it is directed elsewhere. */
    elsewhere: readonly string[];
    /** `text` is what a person wrote; beside it, in the other languages, where that stands. */
    localised: ByLanguage<{ outcome: string; text: string }>;
  };
  /** To the requester and to those who get a copy: what a person of the house wrote. */
  reply: {
    reference: string;
    subject: string;
    text: string;
    person: string;
    copies: string;
    /** The mail that is answered, quoted below the letter; the shell reads its text from the archive. */
    original?: { mail: string; at: string; author: string; text: string };
  };
  /** To staff: a request was registered. */
  'new-request': {
    reference: string;
    subject: string;
    requester: string;
    address: string;
    text: string;
    quarantined: boolean;
    why: string;
    findings: { label: string; value: string; evidence: string }[];
    buttons: Button[];
  };
  /** To staff: something new in a request (an answer, a booked slot, a calendar reply, interest). */
  news: {
    reference: string;
    what: string;
    /** Why the clerk proposes what it proposes; empty when it proposes nothing. */
    reasons: string;
    author: string;
    text: string;
    buttons: Button[];
  };
  /** To each person of the staff, on working mornings. */
  summary: {
    date: string;
    since: string;
    sections: { title: string; items: SummaryItem[]; more: string }[];
    notes: { title: string; lines: string[] }[];
    count: {
      seen: number;
      requests: number;
      answers: number;
      staff: number;
      partners: number;
      machines: number;
      setAside: number;
    };
    /** « 0 orphelin » */
    orphans: string;
    head: string;
    buttons: Button[];
  };
  /** To each person of the staff, in January: the last year in figures. */
  statistics: { year: string; groups: { title: string; rows: { label: string; value: string }[] }[] };
  'command-done': {
    reference: string;
    lines: { what: string; before: string; after: string }[];
    text: string;
    missing: string[];
    buttons: Button[];
  };
  /** `understood`: the mail came from its author, and what is possible instead is worth showing. */
  'command-refused': { read: string; why: string; understood: boolean; buttons: Button[] };
  /** To staff: the summary and the one-time code of a command that cannot be undone; `text`: what it sends out, or nothing. */
  confirm: {
    reference: string;
    command: string;
    summary: string[];
    text: string;
    code: string;
    expires: string;
    button: Button;
  };
  help: { reference: string; commands: { usage: string; summary: string; level: string; buttons: Button[] }[] };
  alarm: { trouble: string; what: string; todo: string; buttons: Button[] };
  /** To every partner, each in its own envelope, the same for all. */
  digest: {
    category: Category;
    /** « partie 1 de 2 »; empty when there is one only. */
    numbered: string;
    answerDays: number;
    /** Less than the usual time, since an outside deadline leaves no more. */
    shorter: boolean;
    /** The last moment to answer as it stands when the digest is sent, ISO 8601. */
    answerBy: string;
    notices: {
      notice: Notice;
      title: string;
      country: string;
      /** Who asks, in words; empty when it is not known. */
      kind: string;
      /** The requester's own last day in words; empty when there is none. */
      deadline: string;
      /** « Ama Boateng, aboateng@tgtu.example »; empty without consent. */
      contact: string;
      points: { point: Point; title: string; value: string }[];
      interest: Button;
      question: Button;
      noInterest: Button;
    }[];
  };
  /** To every partner that was served: what changes in a digest. */
  addendum: {
    category: Category;
    what: 'deadline' | 'correction' | 'answer' | 'closed';
    /** The time to answer is over. */
    over: boolean;
    /** The last moment to answer, as it stands now, ISO 8601. */
    deadline: string;
    items: { reference: string; title: string; parts: { title: string; value: string }[] }[];
  };
  /** To a partner that has not answered everything, some days before the deadline. */
  reminder: {
    category: Category;
    deadline: string;
    notices: { reference: string; title: string; interest: Button; question: Button; noInterest: Button }[];
  };
  /** To every partner that was served, after the deadline: who takes an interest in what. */
  result: {
    category: Category;
    deadline: string;
    notices: { reference: string; title: string; interested: string[] }[];
  };
  /** To every partner, after a month without a digest. */
  'sign-of-life': { month: string };
  /** To the requester: the exact text of the notice, for approval. */
  approval: {
    name: string;
    reference: string;
    subject: string;
    /** ISO 8601. */
    until: string;
    organisation: string;
    /** Name and address as the notice holds them; empty without consent. */
    contact: string;
    /** The same as it would hold them; empty when consent is given already. */
    asked: string;
    localised: ByLanguage<{
      country: string;
      kind: string;
      /** The requester's own last day in words; empty when there is none. */
      deadline: string;
      points: { title: string; value: string }[];
      yes: Button;
      /** Yes to the text, and to the contact in it. */
      share: Button;
      corrections: Button;
    }>;
  };
  /** To the requester, after the deadline: all interest at once. */
  introduction: { name: string; reference: string; subject: string; partners: { name: string; contact: string }[] };
  /** To a partner: what was recorded of its mail, and whether that came after the deadline. */
  'interest-recorded': {
    partner: string;
    answers: { reference: string; title: string; answer: string }[];
    asks: boolean;
    late: boolean;
  };
  /** To a partner whose mail can be read in several ways: the buttons once more. */
  'answer-unclear': {
    partner: string;
    /** Address of somebody of the house who answered in the contact's place; empty when the contact did. */
    colleague: string;
    notices: {
      reference: string;
      title: string;
      deadline: string;
      interest: Button;
      question: Button;
      noInterest: Button;
    }[];
  };
  /** To an address that is named as an institution's first contact: it confirms itself by answering. */
  'contact-confirm': { name: string; partner: string };
  /** To the new address and to the one before. */
  'contact-changed': { partner: string; before: string; after: string };
  /** To a person who does not want the digest any more; `substitute` is empty when nobody is left. */
  'contact-stopped': { address: string; partner: string; substitute: string };
  /** To a contact whose mail may ask for no more digests. */
  'leaving-unclear': { address: string; partner: string; leave: Button };
}
export type LetterName = keyof LetterData;

/** What we send by calendar (RFC 5546, 3.2). */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

/** What every letter has beside its data. */
export interface Envelope {
  to: Address;
  /** Sections in this order: French first, then the courtesy version. */
  languages: readonly [Language, ...Language[]];
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
}

/** A file that goes with a letter: its bytes, or a part of a mail in the archive. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: { base64: string } | { mail: string; checksum: string };
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
