import { inWords, type Mistake } from '../io/yaml.ts';

/** Prints all of them, one a line; the result is the exit code. */
export function printMistakes(mistakes: readonly Mistake[], io: { err(text: string): void }): number {
  for (const mistake of mistakes) io.err(inWords(mistake));
  io.err(
    `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in the configuration; nothing was done.`,
  );
  return 2;
}
