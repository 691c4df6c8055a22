/**
 * The rows of a table that hold cells side by side: each is read as one line, whatever paragraphs a mail program puts into
 * its cells. Rows that lay out a page, with tables, lists or quotes in them, are no such rows.
 */
export class Cells {
  readonly #source: string;
  /** Whether such a row is open, and what of its cell at work was read. */
  #cell: 'outside' | 'before' | 'begun' | 'parted' = 'outside';
  /** The cells of the row at work and of the one before it, and how many of them have begun. */
  #row = { cells: 0, above: 0, begun: 0 };

  constructor(source: string) {
    this.#source = source;
  }

  /** Whether a cell of such a row is being read. */
  get within(): boolean {
    return this.#cell !== 'outside';
  }

  /** @param end - Where the opening tag ends in the source. */
  open(name: string, end: number): void {
    if (name === 'table') this.#row = { cells: 0, above: 0, begun: 0 };
    if (name !== 'tr') return;
    this.#row = { cells: this.#countCells(end), above: this.#row.cells, begun: 0 };
    this.#cell = this.#row.cells > 1 ? 'before' : 'outside';
  }

  close(name: string): void {
    if (name === 'tr' || name === 'tbody' || name === 'table') this.#cell = 'outside';
  }

  /** Begins a cell: what parts it from the one before on its line. A colon parts them already. */
  begin(line: string): ' ' | '\t' {
    if (!this.within) return ' ';
    this.#cell = 'before';
    this.#row.begun += 1;
    if (this.#isBelowColumns) return this.#row.begun > 1 ? '\t' : ' ';
    return line.trim() === '' || /[:：]\s*$/.test(line) ? ' ' : '\t';
  }

  /** A block begins or ends in the cell. */
  part(): void {
    if (this.#cell === 'begun') this.#cell = 'parted';
  }

  /** Whether the row has as many cells as the one above it, more than a title and what it says. */
  get #isBelowColumns(): boolean {
    return this.#row.cells > 2 && this.#row.cells === this.#row.above;
  }

  /**
   * What parts these words from a block of their cell that stands before them: a line of their own; below the cells of another
   * row that would part the cells behind it from their columns.
   */
  partBefore(piece: string): 'line' | 'space' | 'nothing' {
    if (!this.within || piece.trim() === '') return 'nothing';
    const parted = this.#cell === 'parted';
    this.#cell = 'begun';
    if (!parted) return 'nothing';
    return this.#isBelowColumns && this.#row.begun < this.#row.cells ? 'space' : 'line';
  }

  /** Each row is looked through once, up to its end: all of them cost no more than the length of the source. */
  #countCells(from: number): number {
    const tags = /<(?:(t[dh])\b|\/?t(?:r|able|body|head|foot)\b|(?:[ou]l|blockquote|pre|hr|h[1-6])\b)/gi;
    tags.lastIndex = from;
    let cells = 0;
    for (let found = tags.exec(this.#source); found; found = tags.exec(this.#source)) {
      if (found[1] !== undefined) cells += 1;
      else return /^<\/?t(?:r|body|foot)|^<\/table/i.test(found[0]) ? cells : 0;
    }
    return cells;
  }
}
