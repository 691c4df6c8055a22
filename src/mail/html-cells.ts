/**
 * The rows of a table that hold cells side by side: each is read as one line, whatever paragraphs a mail program puts into
 * its cells. Rows that lay out a page, with tables, lists or quotes in them, are no such rows.
 */
export class Cells {
  readonly #source: string;
  /** Whether such a row is open, and what of its cell at work was read. */
  #cell: 'outside' | 'before' | 'begun' | 'parted' = 'outside';

  constructor(source: string) {
    this.#source = source;
  }

  /** Whether a cell of such a row is being read. */
  get within(): boolean {
    return this.#cell !== 'outside';
  }

  /** @param end - Where the opening tag ends in the source. */
  open(name: string, end: number): void {
    if (name === 'tr') this.#cell = this.#hasCells(end) ? 'before' : 'outside';
  }

  close(name: string): void {
    if (name === 'tr' || name === 'tbody' || name === 'table') this.#cell = 'outside';
  }

  /** Begins a cell: what parts it from the one before on its line. A colon parts them already. */
  begin(line: string): ' ' | '\t' {
    if (!this.within) return ' ';
    this.#cell = 'before';
    return line.trim() === '' || /[:：]\s*$/.test(line) ? ' ' : '\t';
  }

  /** A block begins or ends in the cell: the words behind it, if any, are a line of their own. */
  part(): void {
    if (this.#cell === 'begun') this.#cell = 'parted';
  }

  /** Whether these words of the cell begin a line below the others. */
  goesOn(piece: string): boolean {
    if (!this.within || piece.trim() === '') return false;
    const parted = this.#cell === 'parted';
    this.#cell = 'begun';
    return parted;
  }

  /** Each row is looked through once, up to its end: all of them cost no more than the length of the source. */
  #hasCells(from: number): boolean {
    const tags = /<(?:(t[dh])\b|\/?t(?:r|able|body|head|foot)\b|(?:[ou]l|blockquote|pre|hr|h[1-6])\b)/gi;
    tags.lastIndex = from;
    let cells = 0;
    for (let found = tags.exec(this.#source); found; found = tags.exec(this.#source)) {
      if (found[1] !== undefined) cells += 1;
      else return cells > 1 && /^<\/?t(?:r|body|foot)|^<\/table/i.test(found[0]);
    }
    return cells > 1;
  }
}
