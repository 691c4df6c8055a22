/**
 * The sentence with the nouns of a slot as they are spelt, where a number follows that shows what was meant: « plge 2 »,
 * "slto 2". A letter left out, written twice or put in the place of its neighbour; the first one is right.
 */
export function spelt(sentence: string): string {
  return sentence.replace(/(?<!\p{L})(\p{L}{3,9})(?= ?[#:]? ?\d)/gu, (word) => nouns.get(word) ?? word);
}

/** These are words of their own: « page 2 », « lot 2 », "plot 2". */
const otherWords = new Set(['page', 'pages', 'sot', 'sots', 'slo', 'sol', 'salt', 'lot', 'plot', 'place', 'plag']);

const nouns: ReadonlyMap<string, string> = new Map(
  ['plage', 'creneau', 'slot', 'horario', 'option', 'opcion'].flatMap((noun) =>
    misspellings(noun)
      .filter((word) => word.length > 2 && !otherWords.has(word))
      .map((word): [string, string] => [word, noun]),
  ),
);

function misspellings(noun: string): string[] {
  const letters = [...noun];
  return letters
    .flatMap((letter, at) => {
      const [before, after] = [noun.slice(0, at), noun.slice(at + 1)];
      const next = after.charAt(0);
      const swapped = at > 0 && next ? [`${before}${next}${letter}${after.slice(1)}`] : [];
      return [`${before}${letter}${letter}${after}`, ...(at > 0 ? [before + after] : []), ...swapped];
    })
    .filter((word) => word !== noun);
}
