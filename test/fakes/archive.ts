import { createHash } from 'node:crypto';
import type { Archive } from '../../src/ports.ts';

/** An archive in memory; `full` makes every keep fail, as a full disk does. */
export class FakeArchive implements Archive {
  readonly kept = new Map<string, Buffer>();
  full = false;

  async keep(bytes: Uint8Array): Promise<string> {
    if (this.full) throw new Error('cannot keep: no space left');
    const id = createHash('sha256').update(bytes).digest('hex');
    this.kept.set(id, Buffer.from(bytes));
    return id;
  }

  async fetch(id: string): Promise<Buffer> {
    const bytes = this.kept.get(id);
    if (!bytes) throw new Error(`cannot fetch ${id} from the archive`);
    return Buffer.from(bytes);
  }
}
