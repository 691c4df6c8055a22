/**
 * The text as it is compared with words: lower case, no accents, straight apostrophes, one kind of space, nothing
 * invisible; lines are kept.
 */
export function plain(text: string): string {
  // Every line of every mail comes here, and most are plain English, or addresses.
  if (isAscii(text))
    return text
      .replaceAll('`', "'")
      .replace(/[^\S\n]+/g, ' ')
      .toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/œ/gi, 'oe')
    .replace(/[^\S\n]+/g, ' ')
    .toLowerCase();
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}
