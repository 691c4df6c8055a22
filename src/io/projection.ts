import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Logger } from 'pino';
import { z } from 'zod';
import { apply } from '../model/apply.ts';
import { documentShape, emptyRegister, type Register, restore, type YearDocument } from '../model/register.ts';
import type { Journal } from '../ports.ts';
import { makeDirectory, syncDirectory, writeWhole } from './files.ts';
import { ignoreMissing } from './missing.ts';
import { Changed, YearFile } from './year-file.ts';

const manifestName = 'checkpoint.json';
const manifestSchema = z.strictObject({
  /** Before it was written, it was the first. */
  shape: z.number().int().positive().default(1),
  position: z.number().int().positive(),
  head: z.string(),
  /** SHA-256 of each document's bytes, by year. */
  documents: z.record(z.string().regex(/^\d{4}$/), z.string()),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface Projection {
  /** The documents of the last checkpoint, or undefined when they cannot be trusted: then the journal tells all. */
  load(): Promise<{ position: number; head: string; documents: YearDocument[] } | undefined>;
  /** Resolves with false when the register changed meanwhile; then the last checkpoint stands. */
  checkpoint(register: Register): Promise<boolean>;
}

/** The register as yearly documents for people, beside a manifest that tells which journal position they show. */
export function openProjection(directory: string, log: Logger): Projection {
  let last: Manifest | undefined;
  let lastPositions = new Map<number, number>();
  let running: Promise<unknown> = Promise.resolve();

  async function write(register: Register): Promise<boolean> {
    const { position, head } = register;
    if (position === 0 || position === last?.position) return true;
    await makeDirectory(directory);
    const documents: Manifest['documents'] = {};
    const positions = new Map<number, number>();
    const changed: YearFile[] = [];
    try {
      for (const [year, document] of register.years) {
        if (document.position > position) throw new Changed(`cannot write the register at ${position}: it goes on`);
        positions.set(year, document.position);
        const known = last?.documents[year];
        if (known !== undefined && lastPositions.get(year) === document.position) {
          documents[year] = known;
          continue;
        }
        const file = new YearFile(join(directory, `${year}.json`));
        changed.push(file);
        await new Low(file, document).write();
        documents[year] = file.hash ?? '';
      }
    } catch (error) {
      for (const file of changed) await file.withdraw();
      if (error instanceof Changed) return false;
      throw error;
    }
    for (const file of changed) await file.publish();
    await syncDirectory(directory);
    const manifest: Manifest = { shape: documentShape, position, head, documents };
    await writeWhole(join(directory, manifestName), manifestText(manifest));
    last = manifest;
    lastPositions = positions;
    return true;
  }

  return {
    async load() {
      const manifest = await readManifest(directory).catch((err: unknown) => {
        log.warn({ err }, 'the manifest of the register cannot be read: rebuilding from the journal');
        return undefined;
      });
      if (!manifest) return undefined;
      const documents: YearDocument[] = [];
      for (const [year, hash] of Object.entries(manifest.documents)) {
        const file = new YearFile(join(directory, `${year}.json`));
        const low = new Low<YearDocument | null>(file, null);
        await low.read().catch((err: unknown) => log.warn({ year, err }, 'a document of the register cannot be read'));
        if (!low.data || file.hash !== hash) {
          log.warn({ year }, 'a document of the register is not as it was written: rebuilding from the journal');
          return undefined;
        }
        documents.push(low.data);
      }
      last = manifest;
      lastPositions = new Map(documents.map(({ year, position }) => [year, position]));
      return { position: manifest.position, head: manifest.head, documents };
    },

    checkpoint(register) {
      const next = running.then(() => write(register));
      running = next.catch(() => {});
      return next;
    },
  };
}

/**
 * The register as it is now: the last checkpoint and the journal entries after it, or the whole journal.
 * @throws if the journal is shorter than the checkpoint, or is not the one that it was taken of.
 */
export async function currentRegister(projection: Projection, journal: Pick<Journal, 'read'>): Promise<Register> {
  const loaded = await projection.load();
  const register = loaded ? restore(loaded.documents, loaded.position, loaded.head) : emptyRegister();
  let named = register.position === 0;
  // The entry of the checkpoint is read too: it must be the one that the checkpoint names.
  for await (const entry of journal.read(Math.max(0, register.position - 1))) {
    if (entry.seq > register.position) apply(register, entry);
    else {
      named = entry.hash === register.head;
      register.at = entry.at;
    }
  }
  if (!named)
    throw new Error(
      `cannot use the register's checkpoint: entry ${loaded?.position} of the journal is not the one it names`,
    );
  return register;
}

/** Undefined when there is none. @throws if it cannot be read as one. */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const text = await readFile(join(directory, manifestName), 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  const manifest = manifestOf(text);
  if (manifest && manifest.shape !== documentShape)
    throw new Error(
      `its documents have shape ${manifest.shape}, not ${documentShape}: the next start writes them anew`,
    );
  // Written the usual way: then no byte of it can change unseen.
  if (!manifest || manifestText(manifest) !== text) throw new Error('it is not what a checkpoint writes');
  return manifest;
}

function manifestOf(text: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
