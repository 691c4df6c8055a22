import { verifyRecord } from '../io/verification.ts';
import { dataDirectoryOf, type RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';

/** Checks the record and prints what is whole, or the first fault; 1 when there is one. Changes nothing. */
export async function verify(options: RecordOptions, io: Output): Promise<number> {
  const directory = await dataDirectoryOf(options, io);
  if (typeof directory === 'number') return directory;
  const verdict = await verifyRecord(directory);
  if (!verdict.ok) {
    io.err(`The record in ${directory} is not whole.`);
    io.err(verdict.fault);
    return 1;
  }
  const { entries, head, archived, documents } = verdict;
  io.out(`The record in ${directory} is whole.`);
  io.out(`  journal   ${count(entries, 'entry', 'entries')}, head ${head}`);
  io.out(`  archive   ${count(archived, 'file', 'files')}, each as its name says`);
  io.out(`  register  ${count(documents, 'yearly document', 'yearly documents')}, as the journal gives them`);
  return 0;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
