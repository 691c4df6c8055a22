import { hash } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { faultOf, lineOf } from '../model/chain.ts';
import type { Entry } from '../model/events.ts';
import type { Journal } from '../ports.ts';
import { makeDirectory, syncDirectory, writeWhole } from './files.ts';
import { entryOf, journalFiles, readLines } from './journal-lines.ts';

interface Waiting {
  seq: number;
  month: string;
  line: string;
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * The journal in a directory of monthly files. A last line that a crash tore is cut, told in the log and kept beside as
 * `….torn`. Only the last line is looked at here; `read` checks the others.
 * @throws if the last line is whole but cannot be trusted.
 */
export async function openJournal(directory: string, log: Logger): Promise<FileJournal> {
  await makeDirectory(directory);
  const files = await journalFiles(directory);
  for (let file = files.at(-1); file !== undefined; file = files.at(-1)) {
    const last = await lastEntry(directory, file, log);
    if (last) return new FileJournal(directory, file, last);
    // The crash came between the creation of the file and its first line.
    await unlink(join(directory, file));
    files.pop();
  }
  return new FileJournal(directory, undefined, undefined);
}

export class FileJournal implements Journal {
  readonly #directory: string;
  #file: string | undefined;
  #handle: FileHandle | undefined;
  #last: Entry | undefined;
  /** Last position that is on disk. */
  #kept: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(directory: string, file: string | undefined, last: Entry | undefined) {
    this.#directory = directory;
    this.#file = file;
    this.#last = last;
    this.#kept = last?.seq ?? 0;
  }

  /** Seq of the last entry, counting those whose append is still under way; 0 for an empty journal. */
  get position(): number {
    return this.#last?.seq ?? 0;
  }

  /** Hash of the entry at `position`; undefined for an empty journal. */
  get head(): string | undefined {
    return this.#last?.hash;
  }

  async append(entry: Entry, expected: number): Promise<void> {
    const failure = this.#failure;
    if (failure) throw new Error(`cannot append entry ${entry.seq}: the journal takes no more`, { cause: failure });
    if (expected !== this.position)
      throw new Error(`cannot append after entry ${expected}: the journal is at ${this.position}`);
    // Written out now: the caller may go on to change what the entry shares with the register.
    const text = lineOf(entry);
    const fault = faultOf(entry, this.#last, text);
    if (fault) throw new Error(`cannot append entry ${entry.seq}: ${fault}`);
    this.#last = entry;
    const line = `${text}\n`;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ seq: entry.seq, month: entry.at.slice(0, 7), line, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async *read(position: number): AsyncGenerator<Entry> {
    const until = this.#kept;
    if (position > until) throw new Error(`cannot read the journal after entry ${position}: it ends at ${until}`);
    if (position === until) return;
    for await (const { entry } of readLines(this.#directory, position, { until })) yield entry;
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#failure ??= new Error('it was closed');
    await this.#handle?.close();
    this.#handle = undefined;
  }

  /** Writes what waits, and what arrives meanwhile together in the next round, until nothing waits. */
  async #write(): Promise<void> {
    // Appends of the same turn of the event loop share the first round too: servers answer several letters in one.
    await setImmediate();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#writeBatch(batch);
      } catch (cause) {
        // What is on disk now is unknown: more lines after a torn one would bury it.
        this.#failure = new Error(`cannot write to ${this.#file ?? this.#directory}`, { cause });
        for (const { reject } of [...batch, ...this.#waiting]) reject(this.#failure);
        this.#waiting = [];
        break;
      }
      for (const { resolve } of batch) resolve();
    }
    this.#writing = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    let lines = '';
    for (const { month, line } of batch) {
      const file = `${month}.jsonl`;
      // When the clock went back the newest file goes on: the order of files is the order of entries.
      if (this.#file === undefined || file > this.#file) {
        await this.#flush(lines);
        lines = '';
        await this.#begin(file);
      }
      lines += line;
    }
    await this.#flush(lines);
    this.#kept = batch.at(-1)?.seq ?? this.#kept;
  }

  async #begin(file: string): Promise<void> {
    await this.#handle?.close();
    this.#handle = await open(join(this.#directory, file), 'ax');
    this.#file = file;
    await syncDirectory(this.#directory);
  }

  async #flush(lines: string): Promise<void> {
    if (lines === '' || this.#file === undefined) return;
    this.#handle ??= await open(join(this.#directory, this.#file), 'a');
    await this.#handle.appendFile(lines);
    await this.#handle.sync();
  }
}

/** The last entry of the file after the cut of what a crash tore, or undefined when no line is left. */
async function lastEntry(directory: string, file: string, log: Logger): Promise<Entry | undefined> {
  const handle = await open(join(directory, file), 'r+');
  try {
    let tail = await tailOf(handle, (await handle.stat()).size);
    if (tail.fragment.length > 0 || (tail.line !== undefined && !isJson(tail.line))) {
      const kept = tail.fragment.length > 0 ? tail.end : tail.start;
      const cut = tail.fragment.length > 0 ? tail.fragment : Buffer.from(`${tail.line}\n`);
      await keepTorn(directory, file, cut, log);
      await handle.truncate(kept);
      await handle.sync();
      tail = await tailOf(handle, kept);
    }
    if (tail.line === undefined) return undefined;
    const read = entryOf(tail.line);
    const fault =
      'fault' in read
        ? read.fault
        : faultOf(read.entry, read.entry.seq > 1 ? { seq: read.entry.seq - 1, hash: read.entry.prev } : undefined);
    if ('fault' in read || fault) throw new Error(`cannot trust the last line of ${file}: ${fault}`);
    return read.entry;
  } finally {
    await handle.close();
  }
}

interface Tail {
  /** The last line that has its end, without it. */
  line: string | undefined;
  /** Where that line starts and where it ends. */
  start: number;
  end: number;
  /** What follows the last line end. */
  fragment: Buffer;
}

async function tailOf(handle: FileHandle, size: number): Promise<Tail> {
  for (let window = Math.min(size, 1 << 16); ; window = Math.min(size, window * 4)) {
    const bytes = Buffer.alloc(window);
    await handle.read(bytes, 0, window, size - window);
    const end = bytes.lastIndexOf(10);
    const start = end > 0 ? bytes.lastIndexOf(10, end - 1) : -1;
    // The line may begin before the window.
    if (start < 0 && window < size) continue;
    const offset = size - window;
    return {
      line: end < 0 ? undefined : bytes.toString('utf8', start + 1, end),
      start: offset + start + 1,
      end: offset + end + 1,
      fragment: bytes.subarray(end + 1),
    };
  }
}

async function keepTorn(directory: string, file: string, bytes: Buffer, log: Logger): Promise<void> {
  const name = `${file}.${hash('sha256', bytes).slice(0, 16)}.torn`;
  await writeWhole(join(directory, name), bytes);
  log.error({ file, bytes: bytes.length, keptAs: name }, 'cut a torn last line off the journal');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
