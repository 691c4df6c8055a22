import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Entry, entry as entrySchema, type Payload } from './events.ts';

/** `prev` of the first entry: there is no line before it. */
const origin = '0'.repeat(64);

const payloadSchema = entrySchema.shape.payload.unwrap();

/**
 * The next entry of the journal. Its payload is what a later reading of the line gives, key for key and in the same
 * order, so that applying it now or after a restart builds the same register.
 * @param last - The entry before, or undefined for the first.
 * @throws if the payload does not have the shape of the schema: such a line could never be read again.
 */
export function seal(payload: Payload, at: string, last: { seq: number; hash: string } | undefined): Entry {
  const read = payloadSchema.safeParse(JSON.parse(canonical(payload)));
  if (!read.success)
    throw new Error(`cannot seal the payload of ${payload.cause}: ${z.prettifyError(read.error)}`, {
      cause: read.error,
    });
  const seq = (last?.seq ?? 0) + 1;
  const prev = last?.hash ?? origin;
  const payloadHash = sha256(canonical(read.data));
  return { seq, at, payload: read.data, payloadHash, prev, hash: linkHash(seq, at, prev, payloadHash) };
}

/**
 * What breaks the chain at this entry, in words, or undefined when it holds. An entry whose payload was redacted holds
 * as long as its payloadHash is kept.
 * @param last - The entry before, or undefined for the first.
 * @param line - The entry as `lineOf` writes it, where that is known already.
 */
export function faultOf(
  entry: Entry,
  last: { seq: number; hash: string } | undefined,
  line: string = lineOf(entry),
): string | undefined {
  const expected = (last?.seq ?? 0) + 1;
  if (entry.seq !== expected) return `seq is ${entry.seq} where ${expected} was expected`;
  if (entry.prev !== (last?.hash ?? origin)) return `prev is not the hash of entry ${entry.seq - 1}`;
  if (entry.payload && sha256(payloadIn(line, entry)) !== entry.payloadHash)
    return 'the payload does not match payloadHash';
  if (linkHash(entry.seq, entry.at, entry.prev, entry.payloadHash) !== entry.hash)
    return 'hash does not match seq, at, prev and payloadHash';
  return undefined;
}

/** The one way to write the entry as a line, without the line end. `seq` comes first, so that lines can be skipped unread. */
export function lineOf({ seq, at, payload, payloadHash, prev, hash }: Entry): string {
  const content = payload ? `,"payload":${canonical(payload)}` : '';
  return `{"seq":${seq},"at":${JSON.stringify(at)}${content},"payloadHash":"${payloadHash}","prev":"${prev}","hash":"${hash}"}`;
}

/** The text of the payload within the line: all between what precedes and what follows it. */
function payloadIn(line: string, { payload: _, ...entry }: Entry): string {
  const without = lineOf(entry);
  const start = without.indexOf(',"payloadHash":');
  return line.slice(start + ',"payload":'.length, line.length - (without.length - start));
}

function linkHash(seq: number, at: string, prev: string, payloadHash: string): string {
  return sha256(`${seq}\n${at}\n${prev}\n${payloadHash}`);
}

function sha256(text: string): string {
  return hash('sha256', text);
}

/** JSON with sorted keys and no white space: one text for one value (the idea of RFC 8785). */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  let text = '';
  // Every commit passes here several times: the plain loop takes a third of the time of a chain of array calls.
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`;
  }
  return `{${text}}`;
}
