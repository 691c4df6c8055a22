/** A word longer than this is cut through: it is an address or no word at all. */
const longestWord = 40;

/** The text as far as it fits, in whole characters and, where words are of a usual length, in whole words. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // One more unit is looked at: half of a character is none.
  const fits = [...text.slice(0, longest + 1)].slice(0, -1).join('');
  if (/^\s/u.test(text.slice(fits.length))) return fits.trimEnd();
  const whole = fits.replace(/\s+\S*$/u, '');
  return fits.length - whole.length <= longestWord ? whole : fits.trimEnd();
}
