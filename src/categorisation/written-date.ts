import type { Temporal } from 'temporal-polyfill';

/** A date as somebody wrote it: every day from `from` to `to` may be meant. */
export interface WrittenDate {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  precision: 'day' | 'month' | 'season' | 'year';
  /** « du 8 au 12 mars », « du 28 février au 4 mars »: the last of the days that are meant, all of them, from `from` on. */
  last?: Temporal.PlainDate;
  /** Plain, as written. */
  words: string;
  /** Whether it is said to be the last day for something. */
  deadline: boolean;
  /** « 30 février »: the last day of that month may be meant, or another one. */
  impossible?: true;
}

/** A date where it stands in a text. */
export interface PlacedDate extends WrittenDate {
  at: number;
  /** Whether no year was written: then it may be that of any. */
  yearless: boolean;
}
