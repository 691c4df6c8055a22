import { plain } from '../model/plain.ts';
import { isAcceptance, isCourtesy } from './acceptance.ts';
import { withoutPhrases } from './phrases.ts';
import { isLoneNumber } from './sentences.ts';
import { namedBare } from './slot-words.ts';

/**
 * The first line that opens a paragraph below the first words of an answer and takes a slot, by its number or its place:
 * « 2 nous convient. » It is of the meeting; -1 where none is.
 */
export function startOfChoice(lines: readonly string[]): number {
  const begins = lines.findIndex((line) => line.trim() !== '');
  return lines.findIndex((line, index) => index > begins + 1 && lines[index - 1]?.trim() === '' && takesSlot(line));
}

function takesSlot(line: string): boolean {
  if (line.length > longest) return false;
  const said = withoutPhrases(plain(line)).trim();
  const { namings, rest } = namedBare(said, 0);
  return namings.length > 0 && !isLoneNumber(said) && isAcceptance(rest) && !isCourtesy(rest.replaceAll('§', ' '));
}

const longest = 200;
