/** Where a verb prints: each text is one line or more, without the last line end. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}
