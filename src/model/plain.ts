/**
 * The text as it is compared with words: lower case, no accents, straight apostrophes, one kind of space, nothing
 * invisible; lines are kept.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/œ/gi, 'oe')
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();
}
