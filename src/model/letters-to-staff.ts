import type { Button, FigureGroup, QuestionLine, SummaryItem } from './letter-parts.ts';

/** The data of the letters to staff. */
export interface StaffLetters {
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
  /** To staff: a request was registered. */
  'new-request': {
    reference: string;
    subject: string;
    requester: string;
    address: string;
    text: string;
    quarantined: boolean;
    /** Of the quarantine; of a sound one, why it got no acknowledgement, empty when it did. */
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
  /** To each person of the staff, in January: the last year in figures, which are counted when the letter is composed. */
  statistics: { year: string; groups: FigureGroup[] | (() => Generator<undefined, FigureGroup[]>) };
  'command-done': {
    reference: string;
    /** What was asked for, where nothing was changed. */
    title: string;
    lines: { what: string; before: string; after: string }[];
    text: string;
    sections: { title: string; lines: string[] }[];
    missing: string[];
    buttons: Button[];
  };
  /** `understood`: the mail came from its author, and what is possible instead is worth showing. */
  'command-refused': { read: string; why: string; understood: boolean; buttons: Button[] };
  /** To staff: the summary and the one-time code of a command that cannot be undone; `text`: what it sends out, or nothing. */
  confirm: {
    reference: string;
    /** False for what can be undone, and only changes more than the mail proves a right to. */
    final: boolean;
    command: string;
    summary: string[];
    text: string;
    code: string;
    expires: string;
    button: Button;
  };
  help: { reference: string; commands: { usage: string; summary: string; level: string; buttons: Button[] }[] };
  alarm: { trouble: string; what: string; todo: string; buttons: Button[] };
}
