import { eld } from 'eld/extrasmall';

/** ISO 639-1 code of the language of a text, empty when it is too short to tell. Looks at the first 2,000 characters. */
export function languageOf(text: string): string {
  const words = text
    .slice(0, 2000)
    .replace(/\S*[@/\\]\S*|[\d_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length < 12 ? '' : eld.detect(words).language;
}
