import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { apply } from '../model/apply.ts';
import type { Entry } from '../model/events.ts';
import { emptyRegister, type Register } from '../model/register.ts';
import { archivePath } from './archive.ts';
import { readLines } from './journal-lines.ts';
import { ignoreMissing } from './missing.ts';
import { readManifest } from './projection.ts';
import { documentHash } from './year-file.ts';

/** What was found whole, or the first fault with the file, the line where there are lines, and what is wrong. */
export type Verdict =
  | { ok: true; entries: number; head: string; archived: number; documents: number }
  | { ok: false; fault: string };

/**
 * Checks every byte of the record: the chain of every journal line, every archived file against its name and against what
 * the journal names, and the yearly documents against what the journal rebuilds. Reads only, also beside a daemon at work.
 */
export async function verifyRecord(dataDirectory: string): Promise<Verdict> {
  try {
    await stat(join(dataDirectory, 'journal')).catch(() => {
      throw new Fault(`there is no journal in ${dataDirectory}`);
    });
    // In this order: what a daemon at work writes first is read last, so that nothing seems to be missing.
    const shown = await shownRegister(join(dataDirectory, 'register'));
    const journal = await replay(join(dataDirectory, 'journal'), shown);
    const archived = await checkArchive(join(dataDirectory, 'archive'), journal.named);
    const fault = journal.fault ?? documentsFault(shown, journal.register.position);
    if (fault) return { ok: false, fault };
    const { position, head } = journal.register;
    return { ok: true, entries: position, head, archived, documents: shown.documents.length };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.message };
    throw error;
  }
}

class Fault extends Error {}

interface Document {
  file: string;
  year: number;
  /** Journal position that it says it shows; undefined when it does not look like a document at all. */
  position: number | undefined;
  hash: string;
}

interface Shown {
  /** Undefined when there is none; a fault in words when it cannot be read. */
  manifest: Awaited<ReturnType<typeof readManifest>> | string;
  documents: Document[];
}

async function shownRegister(directory: string): Promise<Shown> {
  const manifest = await readManifest(directory).catch((error: unknown) => messageOf(error));
  const documents: Document[] = [];
  for (const file of (await namesIn(directory)).filter((name) => /^\d{4}\.json$/.test(name))) {
    const bytes = await readFile(join(directory, file));
    const position = /^\{\n {2}"year": \d{4},\n {2}"position": (\d{1,15}),\n/.exec(
      bytes.toString('latin1', 0, 64),
    )?.[1];
    documents.push({
      file: `register/${file}`,
      year: Number(file.slice(0, 4)),
      position: position === undefined ? undefined : Number(position),
      hash: hash('sha256', bytes),
    });
  }
  return { manifest, documents };
}

interface Replayed {
  register: Register;
  /** Where each archived file is first named. */
  named: Map<string, string>;
  /** The first of the register's faults; those of the journal are thrown. */
  fault: string | undefined;
}

/** Rebuilds the register from the journal, and compares on the way. @throws Fault at the first line that is wrong. */
async function replay(directory: string, shown: Shown): Promise<Replayed> {
  const register = emptyRegister();
  const named = new Map<string, string>();
  let fault: string | undefined;
  const lines = readLines(directory, 0);
  for (;;) {
    const next = await lines.next().catch((error: unknown) => {
      throw new Fault(`journal: ${messageOf(error)}`);
    });
    if (next.done) break;
    const { entry, file, number } = next.value;
    const place = `journal/${file} line ${number}`;
    for (const id of archivedBy(entry)) if (!named.has(id)) named.set(id, place);
    try {
      apply(register, entry);
    } catch (error) {
      throw new Fault(`${place}: it does not fit the register: ${messageOf(error)}`);
    }
    fault ??= registerFault(register, shown);
  }
  await checkTorn(directory);
  return { register, named, fault };
}

/** What was once cut off is named by the beginning of its SHA-256. */
async function checkTorn(directory: string): Promise<void> {
  for (const name of await namesIn(directory)) {
    const begin = /\.([0-9a-f]{16})\.torn$/.exec(name)?.[1];
    if (begin !== undefined && !hash('sha256', await readFile(join(directory, name))).startsWith(begin))
      throw new Fault(`journal/${name}: its bytes do not match its name`);
  }
}

/** What the documents that show exactly this position have wrong. */
function registerFault({ position, head, years }: Register, { manifest, documents }: Shown): string | undefined {
  const from = typeof manifest === 'object' ? manifest.position : 0;
  if (typeof manifest === 'object' && position === from) {
    if (manifest.head !== head) return `register/checkpoint.json: head is not the hash of entry ${position}`;
    const rebuilt = [...years].map(([year, document]) => [String(year), documentHash(document)] as const).sort();
    for (const [year, hash] of rebuilt) {
      const document = documents.find((one) => one.year === Number(year));
      if (!document) return `register/${year}.json: it is missing`;
      if (manifest.documents[year] !== hash)
        return `register/checkpoint.json: the hash of ${year}.json is not that of what the journal gives at entry ${position}`;
    }
    if (Object.keys(manifest.documents).length !== rebuilt.length)
      return `register/checkpoint.json: it names a document that the journal does not give at entry ${position}`;
  }
  // A checkpoint that a crash cut short leaves documents newer than the manifest: each is compared at its own position.
  for (const document of documents) {
    if (document.position !== position || position <= from) continue;
    const rebuilt = years.get(document.year);
    if (!rebuilt || documentHash(rebuilt) !== document.hash)
      return `${document.file}: its bytes are not what the journal gives at entry ${position}`;
  }
  return undefined;
}

/** What can be told of the documents without the journal's content. */
function documentsFault({ manifest, documents }: Shown, end: number): string | undefined {
  if (typeof manifest === 'string') return `register/checkpoint.json: ${manifest}`;
  const from = manifest?.position ?? 0;
  if (from > end) return `journal: it ends at entry ${end}, but register/checkpoint.json shows entry ${from}`;
  for (const { file, year, position, hash } of documents) {
    if (position === undefined) return `${file}: it is not a document of the register`;
    if (position > end) return `journal: it ends at entry ${end}, but ${file} shows entry ${position}`;
    if (position <= from && manifest?.documents[year] !== hash)
      return `${file}: its bytes are not those that register/checkpoint.json names`;
  }
  return undefined;
}

/** How many files there are. @throws Fault at the first that is wrong or missing. */
async function checkArchive(directory: string, named: ReadonlyMap<string, string>): Promise<number> {
  const present = new Set<string>();
  for (const folder of (await namesIn(directory)).filter((name) => name !== 'tmp')) {
    for (const name of await namesIn(join(directory, folder))) {
      const path = join(folder, name);
      const id = name.replace(/\.eml$/, '');
      if (!/^[0-9a-f]{64}$/.test(id) || archivePath(id) !== path)
        throw new Fault(`archive/${path}: it is not a name of the archive`);
      const found = hash('sha256', await readFile(join(directory, path)));
      if (found !== id) throw new Fault(`archive/${path}: its bytes have the SHA-256 ${found}`);
      present.add(id);
    }
  }
  for (const [id, place] of named)
    if (!present.has(id)) throw new Fault(`archive/${archivePath(id)}: it is missing, and ${place} names it`);
  return present.size;
}

/** The mails and letters whose bytes the entry relies on. */
function archivedBy({ payload }: Entry): string[] {
  if (!payload) return [];
  const mails = payload.events.flatMap((event) => ('mail' in event ? [event.mail] : []));
  return [...mails, ...payload.emails.map(({ content }) => content)];
}

async function namesIn(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(ignoreMissing);
  return (names ?? []).sort();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
