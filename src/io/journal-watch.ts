import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { faultOf } from '../model/chain.ts';
import type { Clock } from '../ports.ts';
import { entryOf, journalFiles } from './journal-lines.ts';

/** A place in the journal up to which the chain holds; at its very beginning, nothing is known of any file. */
interface Place {
  file?: string;
  inode?: number;
  /** Bytes of the file that were read. */
  offset: number;
  last?: { seq: number; hash: string };
}

/** So much is read in a turn: some fifty milliseconds of work. */
const turnBytes = 1_000_000;
const everyMs = 10_000;
const newline = 10;

/**
 * The chain of the journal, verified bit by bit beside the daemon at work: each turn what was appended since the last
 * one, and the next piece of the whole, over and over.
 */
export class JournalWatch {
  readonly #directory: string;
  readonly #bytes: number;
  #tail: Place;
  #patrol: Place = { offset: 0 };
  /** True once a whole round was without fault since the start, or since the last fault. */
  #whole = false;

  private constructor(directory: string, tail: Place, bytes: number) {
    this.#directory = directory;
    this.#tail = tail;
    this.#bytes = bytes;
  }

  /** @param head - The last entry, as the daemon read it; undefined for an empty journal. */
  static async open(
    directory: string,
    head: { seq: number; hash: string } | undefined,
    bytes = turnBytes,
  ): Promise<JournalWatch> {
    const file = (await journalFiles(directory)).at(-1);
    if (file === undefined || !head) return new JournalWatch(directory, { offset: 0 }, bytes);
    const { ino, size } = await stat(join(directory, file));
    return new JournalWatch(directory, { file, inode: ino, offset: size, last: head }, bytes);
  }

  /**
   * One turn.
   * @returns the first fault with file and place; `whole` when a full round found none; else undefined: so far, so good.
   * @throws if the directory cannot be read.
   */
  async turn(): Promise<{ fault: string } | 'whole' | undefined> {
    try {
      this.#tail = await this.#follow(this.#tail);
      const before = this.#patrol.last?.seq ?? 0;
      this.#patrol = await this.#follow(this.#patrol);
      const [read, written] = [this.#patrol.last, this.#tail.last];
      if (!written) return 'whole';
      if (read && read.seq >= written.seq) {
        // Whoever writes the whole chain anew makes one that holds, but not one that ends as ours does.
        if (read.seq === written.seq && read.hash !== written.hash)
          throw new Fault(`entry ${read.seq} is another one than was written`);
        this.#patrol = { offset: 0 };
        this.#whole = true;
      } else if ((read?.seq ?? 0) === before) throw new Fault(`it ends at entry ${before} of ${written.seq}`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#whole = false;
      this.#patrol = { offset: 0 };
      return { fault: error.message };
    }
    return this.#whole ? 'whole' : undefined;
  }

  /** Reads on from the place, as far as one turn goes. */
  async #follow(from: Place): Promise<Place> {
    const files = await journalFiles(this.#directory);
    let place = from;
    let left = this.#bytes;
    for (;;) {
      const at = place.file === undefined ? -1 : files.indexOf(place.file);
      if (place.file !== undefined && at < 0) throw new Fault(`${place.file} is gone`);
      if (place.file === undefined) {
        const [first] = files;
        if (first === undefined) return place;
        place = { ...place, file: first };
      }
      const newest = place.file === files.at(-1);
      const read = await this.#read(place, left, newest);
      left -= read.offset - place.offset;
      place = read;
      if (left <= 0 || !read.ended) return place;
      if (newest) return place;
      const next = files[files.indexOf(read.file) + 1];
      place = { offset: 0, ...(next !== undefined && { file: next }), ...(read.last && { last: read.last }) };
    }
  }

  /** Whole lines of one file, from the place on; one at least, however long it is. */
  async #read(
    { file = '', inode, offset, last }: Place,
    most: number,
    newest: boolean,
  ): Promise<Place & { file: string; ended: boolean }> {
    const handle = await open(join(this.#directory, file), 'r').catch(() => {
      throw new Fault(`${file} cannot be opened`);
    });
    try {
      const { ino, size } = await handle.stat();
      if (inode !== undefined && ino !== inode) throw new Fault(`${file} was replaced by another file`);
      if (size < offset) throw new Fault(`${file} is shorter than it was`);
      let bytes = Buffer.alloc(0);
      let end = -1;
      for (let wanted = Math.min(most, size - offset); ; wanted = Math.min(size - offset, wanted * 4)) {
        bytes = Buffer.alloc(wanted);
        await handle.read(bytes, 0, wanted, offset);
        end = bytes.lastIndexOf(newline);
        if (end >= 0 || wanted === size - offset) break;
      }
      let known = last;
      let start = 0;
      for (let stop = bytes.indexOf(newline); stop >= 0; stop = bytes.indexOf(newline, start)) {
        const read = entryOf(bytes.toString('utf8', start, stop));
        const fault = 'fault' in read ? read.fault : faultOf(read.entry, known);
        if ('fault' in read || fault) throw new Fault(`${file}, after entry ${known?.seq ?? 0}: ${fault}`);
        known = { seq: read.entry.seq, hash: read.entry.hash };
        start = stop + 1;
      }
      const ended = offset + start === size;
      // A line without its end is one that is being written, in the newest file only.
      if (!ended && end < 0 && !newest) throw new Fault(`${file} ends in the middle of a line`);
      return { file, inode: ino, offset: offset + start, ...(known && { last: known }), ended };
    } finally {
      await handle.close();
    }
  }
}

class Fault extends Error {}

/** Verifies the journal piece by piece until the signal aborts; `tell` hears when its chain is broken, and when it is whole. */
export async function watchJournal(
  watch: JournalWatch,
  clock: Clock,
  tell: (step: 'began' | 'over') => Promise<unknown>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  let told: string | undefined;
  while (!signal.aborted) {
    const found = await watch.turn();
    const news = typeof found === 'object' ? found.fault : found;
    if (news !== undefined && news !== told) {
      if (news !== 'whole') log.error({ fault: news }, 'the chain of the journal is broken');
      await tell(news === 'whole' ? 'over' : 'began');
      told = news;
    }
    await clock.wait(everyMs, signal);
  }
}
