import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openArchive } from '../../src/io/archive.ts';
import { openJournal } from '../../src/io/journal.ts';
import { openProjection } from '../../src/io/projection.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { Email, Entry, RegisterEvent } from '../../src/model/events.ts';
import { emptyRegister, type Register } from '../../src/model/register.ts';
import { payload, registration } from './entries.ts';
import { filesIn, temporaryFolder } from './folder.ts';
import { collectingLog } from './log.ts';

/** A small record on disk, over the turn of a year: two requests, a letter, a note; checkpointed after each commit. */
export async function smallRecord(): Promise<{ folder: string; register: Register }> {
  written ??= write();
  const { files, entries } = await written;
  const folder = await temporaryFolder();
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const register = emptyRegister();
  for (const entry of entries) apply(register, structuredClone(entry));
  return { folder, register };
}

interface Written {
  files: ReadonlyMap<string, Buffer>;
  entries: readonly Entry[];
}

// Once, and copied from then on: each write waits for the disk.
let written: Promise<Written> | undefined;

async function write(): Promise<Written> {
  const folder = await temporaryFolder();
  const log = collectingLog().log;
  const archive = openArchive(join(folder, 'archive'));
  const journal = await openJournal(join(folder, 'journal'), log);
  const projection = openProjection(join(folder, 'register'), log);
  const register = emptyRegister();
  const entries: Entry[] = [];

  async function commit(at: string, cause: string, events: RegisterEvent[], emails: Email[] = []): Promise<void> {
    const entry = seal(payload(cause, events, emails), at, entries.at(-1));
    await journal.append(entry, entries.length);
    entries.push(structuredClone(entry));
    apply(register, entry);
    await projection.checkpoint(register);
  }

  const first = await archive.keep(Buffer.from('Subject: Centre des métiers\r\n\r\nMadame,\r\n'));
  const letter = await archive.keep(Buffer.from('Content-Type: text/plain\r\n\r\nDemande reçue\r\n'));
  const second = await archive.keep(Buffer.from('Subject: Mine rescue\r\n\r\nDear Sir,\r\n'));
  await commit('2026-12-31T23:00:00.000Z', 'mail/1', registration('INMQ-2026-0001', first), [
    {
      id: 'letter-1',
      messageId: '<letter-1@greffier.test>',
      letter: 'acknowledgement',
      reference: 'INMQ-2026-0001',
      from: { name: 'Greffe', address: 'info@greffier.test' },
      to: { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example' },
      subject: '[INMQ-2026-0001] Demande reçue',
      references: [],
      automatic: true,
      content: letter,
    },
  ]);
  await commit('2027-01-01T08:00:00.000Z', 'mail/2', registration('INMQ-2027-0001', second));
  await commit('2027-01-01T09:00:00.000Z', 'sending/1', [
    { kind: 'delivery-changed', letter: 'letter-1', state: 'accepted', attempt: 1, response: '250 2.0.0 Ok' },
    { kind: 'note-added', reference: 'INMQ-2027-0001', text: 'Appelée ce matin.\u001b[31m' },
  ]);
  await journal.close();
  const files = new Map<string, Buffer>();
  for (const name of await filesIn(folder)) files.set(name, await readFile(join(folder, name)));
  return { files, entries };
}
