import { plain } from '../model/plain.ts';
import { withoutRefused } from './refused.ts';

/** Something that a text may speak of, and what says so: on plain text of one line. */
export interface Sign {
  name: string;
  signs: RegExp;
}

/**
 * What of the table the text speaks of, in its order, and the first words that say so, as they were written; not what its
 * writer refuses.
 * @param heard - Blanks what counts not, letter for letter.
 */
export function signsIn(
  text: string,
  table: readonly Sign[],
  heard = withoutRefused,
): { name: string; words: string }[] {
  const written = text
    .slice(0, longest)
    .normalize('NFC')
    // What is refused in one item of a list, or in one paragraph, is so no further.
    .replace(/\s*\n\s*(?=\n|[-*•–—]\s)/g, '; ')
    .replace(/\s+/g, ' ');
  const said = heard(plain(written));
  return table.flatMap(({ name, signs }) => {
    const match = signs.exec(said);
    return match ? [{ name, words: asWritten(written, match.index, match[0].length).trim() }] : [];
  });
}

const longest = 20_000;

/**
 * The piece of the text that became so many letters of plain text, from that one on.
 * @param written - With single spaces only: plain text has no others.
 */
export function asWritten(written: string, from: number, length: number): string {
  let [at, piece] = [0, ''];
  for (const letter of written) {
    if (at >= from + length) break;
    if (at >= from) piece += letter;
    at += plain(letter).length;
  }
  return piece;
}
