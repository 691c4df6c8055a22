import { loadConfig } from '../config.ts';
import { printMistakes } from './mistakes.ts';
import type { Output } from './output.ts';

export interface RecordOptions {
  /** The data directory itself; then the configuration, with its secrets, is not needed. */
  data?: string | undefined;
  /** Directory of the configuration that names the data directory. */
  config?: string | undefined;
}

/** The data directory that the options lead to; or the exit code, once every mistake in the configuration was printed. */
export async function dataDirectoryOf({ data, config }: RecordOptions, io: Output): Promise<string | number> {
  if (data !== undefined) return data;
  const loaded = await loadConfig({ directory: config, env: process.env });
  return 'mistakes' in loaded ? printMistakes(loaded.mistakes, io) : loaded.config.dataDirectory;
}
