import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The program is built once, before the tests that run it as a process of its own. */
export async function setup(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build']);
}
