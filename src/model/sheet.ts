/** A moment as the house's clock shows it, `2026-11-23T10:00`; with its time of day, or only the day. */
export interface Moment {
  local: string;
  time: boolean;
}
export type Cell = string | number | Moment;

/** Each row may be made only when it is asked for: a long sheet is never there as a whole. */
interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
}

export interface Sheet {
  title: string;
  columns: readonly { name: string; width: number }[];
  rows: Rows;
}
