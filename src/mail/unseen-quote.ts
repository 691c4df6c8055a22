import { labelledLines } from './header-labels.ts';
import type { Mail } from './mail.ts';
import { attributionAt } from './quote-lines.ts';

/**
 * Whether the mail quotes somebody, and none of these people: nobody here has seen what it quotes.
 * @param known - Addresses and names, as they stand above what is quoted.
 */
export function quotesOthersThan(known: readonly string[], { text }: Pick<Mail, 'text'>): boolean {
  const lines = text.split('\n', mostLines).map((line) => line.trim().replace(/^(?:>[ \t]?){1,20}/, ''));
  const fields = labelledLines(lines);
  const writers = lines.flatMap((line, index) => {
    if (fields[index]?.label === 'from') return [line];
    const attribution = attributionAt(lines, index);
    return attribution?.sure ? [lines.slice(index, attribution.end).join(' ')] : [];
  });
  const said = writers.map((line) => line.toLowerCase());
  return said.length > 0 && !said.some((line) => known.some((each) => line.includes(each.toLowerCase())));
}

const mostLines = 5000;
