import type { Language } from './request.ts';

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
export interface SummaryItem {
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
export type ByLanguage<T> = Partial<Record<Language, T>>;

/** Figures of one kind. */
export interface FigureGroup {
  title: string;
  rows: { label: string; value: string }[];
}
