import { faultOf } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import type { Journal } from '../../src/ports.ts';

/** A journal in memory; `full` makes every append fail, as a full disk does. */
export class FakeJournal implements Journal {
  /** As text, for whoever reads an entry makes it its own; in the order of the fields, which `lineOf` does not keep. */
  readonly lines: string[];
  #last: Entry | undefined;
  full = false;

  constructor(entries: readonly Entry[] = []) {
    this.lines = entries.map((entry) => JSON.stringify(entry));
    this.#last = entries.at(-1);
  }

  get entries(): Entry[] {
    return this.lines.map((line) => JSON.parse(line));
  }

  get position(): number {
    return this.lines.length;
  }

  get head(): string | undefined {
    return this.#last?.hash;
  }

  async append(entry: Entry, expected: number): Promise<void> {
    if (this.full) throw new Error(`cannot append entry ${entry.seq}: no space left`);
    if (expected !== this.position)
      throw new Error(`cannot append after entry ${expected}: the journal is at ${this.position}`);
    const fault = faultOf(entry, this.#last);
    if (fault) throw new Error(`cannot append entry ${entry.seq}: ${fault}`);
    this.lines.push(JSON.stringify(entry));
    this.#last = { ...entry };
  }

  async *read(position: number): AsyncGenerator<Entry> {
    if (position > this.position)
      throw new Error(`cannot read the journal after entry ${position}: it ends at ${this.position}`);
    for (const line of this.lines.slice(position)) yield JSON.parse(line);
  }

  /** The entries after that position are lost, as in a crash before they were on disk. */
  cut(position: number): void {
    this.lines.length = position;
    this.#last = this.entries.at(-1);
  }

  async close(): Promise<void> {}
}
