import { faultOf } from '../../src/model/chain.ts';
import type { Entry } from '../../src/model/events.ts';
import type { Journal } from '../../src/ports.ts';

/** A journal in memory; `full` makes every append fail, as a full disk does. */
export class FakeJournal implements Journal {
  readonly entries: Entry[];
  full = false;

  constructor(entries: readonly Entry[] = []) {
    this.entries = [...entries];
  }

  get position(): number {
    return this.entries.length;
  }

  get head(): string | undefined {
    return this.entries.at(-1)?.hash;
  }

  async append(entry: Entry, expected: number): Promise<void> {
    if (this.full) throw new Error(`cannot append entry ${entry.seq}: no space left`);
    if (expected !== this.position)
      throw new Error(`cannot append after entry ${expected}: the journal is at ${this.position}`);
    const fault = faultOf(entry, this.entries.at(-1));
    if (fault) throw new Error(`cannot append entry ${entry.seq}: ${fault}`);
    this.entries.push(structuredClone(entry));
  }

  async *read(position: number): AsyncGenerator<Entry> {
    if (position > this.position)
      throw new Error(`cannot read the journal after entry ${position}: it ends at ${this.position}`);
    for (const entry of this.entries.slice(position)) yield structuredClone(entry);
  }

  async close(): Promise<void> {}
}
