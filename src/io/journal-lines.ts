import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, lineOf } from '../model/chain.ts';
import { type Entry, entry as entrySchema } from '../model/events.ts';
import { ignoreMissing } from './missing.ts';

/** Long enough for a writer that is in the middle of a line to finish it. */
const lineMs = 100;

export interface Line {
  entry: Entry;
  /** Name within the journal's directory. */
  file: string;
  /** From 1. */
  number: number;
}

/** Names of the journal's files, oldest first; none when there is no journal yet. */
export async function journalFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(ignoreMissing);
  return (names ?? []).filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name)).sort();
}

/**
 * The journal after `position`, checked line by line; reads beside a running writer and changes nothing.
 * @param options - `until`: last position to give, for a reader that knows what is on disk. `torn`: whether a last line
 *   without its end is a fault; a crash leaves one, and the next start cuts it.
 * @throws an error that names file and line at the first line that cannot be trusted, or if the journal ends before
 *   `position`.
 */
export async function* readLines(
  directory: string,
  position: number,
  { until = Number.POSITIVE_INFINITY, torn = 'refuse' }: { until?: number; torn?: 'refuse' | 'ignore' } = {},
): AsyncGenerator<Line> {
  const files = await filesFrom(directory, position);
  let last: Entry | undefined;
  let end = 0;
  for (const [index, file] of files.entries()) {
    const newest = index === files.length - 1;
    let number = 0;
    for await (const bytes of linesOf(join(directory, file))) {
      number += 1;
      const found =
        bytes.at(-1) === newline
          ? readLine(bytes, position, last)
          : { fault: 'the line has no end; a crash leaves such a line, and the next start cuts it' };
      if ('passed' in found) {
        end = found.passed;
        continue;
      }
      if ('fault' in found) {
        if (bytes.at(-1) !== newline && newest && torn === 'ignore') break;
        throw new Error(`cannot trust ${file} line ${number}: ${found.fault}`);
      }
      last = found.entry;
      end = last.seq;
      if (last.seq > until) return;
      if (last.seq > position) yield { entry: last, file, number };
      if (last.seq === until) return;
    }
  }
  if (end < position) throw new Error(`cannot read the journal after entry ${position}: it ends at ${end}`);
}

const newline = 10;

/** Reads one line with its end; lines before `position` are passed over unread. */
function readLine(
  bytes: Buffer,
  position: number,
  last: Entry | undefined,
): { entry: Entry } | { fault: string } | { passed: number } {
  const seq = seqOf(bytes);
  if (seq !== undefined && seq < position) return { passed: seq };
  if (!isUtf8(bytes)) return { fault: 'it is not UTF-8' };
  const text = bytes.toString('utf8', 0, bytes.length - 1);
  const read = entryOf(text);
  if ('fault' in read) return read;
  // Where reading begins, the line before was passed over: only the entry's own hashes are checked.
  const before = last ?? (position > 0 ? { seq: position - 1, hash: read.entry.prev } : undefined);
  const fault = faultOf(read.entry, before, text);
  return fault ? { fault } : read;
}

/** The entry that a line holds, checked against the schema but not against its neighbours; or what is wrong with it. */
export function entryOf(text: string): { entry: Entry } | { fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: 'it is not JSON' };
  }
  const read = entrySchema.safeParse(json);
  const issue = read.error?.issues[0];
  if (!read.success) return { fault: `it is not an entry: ${issue?.path.join('.')}: ${issue?.message}` };
  if (lineOf(read.data) !== text) return { fault: 'it is not written the way an entry is written' };
  return { entry: read.data };
}

function seqOf(bytes: Buffer): number | undefined {
  const digits = /^\{"seq":(\d{1,15}),/.exec(bytes.toString('latin1', 0, 24))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Files from the one that holds `position`, so that the link to the entry after it can be checked. */
async function filesFrom(directory: string, position: number): Promise<string[]> {
  const files = await journalFiles(directory);
  for (let index = files.length - 1; index > 0; index -= 1) {
    const first = await firstSeq(join(directory, files[index] ?? ''));
    if (first !== undefined && first <= position) return files.slice(index);
  }
  return files;
}

async function firstSeq(path: string): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0);
    return seqOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Lines with their ends; only the last may have none. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let offset = 0;
  for (;;) {
    for await (const chunk of createReadStream(path, {
      start: offset,
      highWaterMark: 1 << 18,
    }) as AsyncIterable<Buffer>) {
      offset += chunk.length;
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const piece = chunk.subarray(from, end + 1);
        yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
        rest = [];
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
    if (rest.length === 0) return;
    // Without its end: a crash, damage, or a writer that is just now at work.
    await pause(lineMs);
    if ((await stat(path)).size <= offset) break;
  }
  yield Buffer.concat(rest);
}
