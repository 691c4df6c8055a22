import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from '../io/journal-lines.ts';
import { openLog } from '../io/log.ts';
import { currentRegister, openProjection } from '../io/projection.ts';
import type { Entry } from '../model/events.ts';
import type { Register } from '../model/register.ts';
import { dataDirectoryOf, type RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';

/** The register as it is on disk, or the exit code once the trouble was printed. Needs no lock: the daemon may be at work. */
export async function readRegister(options: RecordOptions, io: Output): Promise<Register | number> {
  const directory = await dataDirectoryOf(options, io);
  if (typeof directory === 'number') return directory;
  const journal = join(directory, 'journal');
  try {
    await stat(journal);
  } catch {
    io.err(`There is no journal in ${directory}.`);
    return 1;
  }
  const projection = openProjection(join(directory, 'register'), openLog('silent'));
  try {
    return await currentRegister(projection, { read: (position) => entriesOf(journal, position) });
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    io.err('"greffier verify" checks the whole record.');
    return 1;
  }
}

async function* entriesOf(directory: string, position: number): AsyncGenerator<Entry> {
  for await (const { entry } of readLines(directory, position, { torn: 'ignore' })) yield entry;
}
