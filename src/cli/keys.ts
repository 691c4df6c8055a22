import { rotateKeys } from '../io/keys.ts';
import { dataDirectoryOf, type RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';

/** Puts a new signing key before the others, which go on verifying what they signed. */
export async function keysRotate(options: RecordOptions, io: Output): Promise<number> {
  const directory = await dataDirectoryOf(options, io);
  if (typeof directory === 'number') return directory;
  const { id, count } = await rotateKeys(directory);
  io.out(`${id} signs from the next start on; ${count} keys verify.`);
  return 0;
}
