import { locateData } from '../config.ts';
import { printMistakes } from './mistakes.ts';
import type { Output } from './output.ts';

export interface RecordOptions {
  /** The data directory itself; then no configuration is read. */
  data?: string | undefined;
  /** Directory of the configuration that names the data directory. */
  config?: string | undefined;
}

/** The data directory that the options lead to; or the exit code, once every mistake in the configuration was printed. */
export async function dataDirectoryOf({ data, config }: RecordOptions, io: Output): Promise<string | number> {
  if (data !== undefined) return data;
  const found = await locateData({ directory: config, env: process.env });
  return 'mistakes' in found ? printMistakes(found.mistakes, io) : found.dataDirectory;
}
