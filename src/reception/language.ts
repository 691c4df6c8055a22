import { eld } from 'eld/extrasmall';
import { type Language, languages } from '../model/request.ts';

/** The language of a mail: the one that letters can answer in, and the one it is written in when that is another. */
interface LanguageFound {
  language: Language;
  /** ISO 639-1; absent when the text is too short to tell. */
  written?: string;
}

/**
 * Whoever writes another language than ours is answered in French with an English courtesy version, and so is whoever
 * wrote too little to tell.
 * @param texts - The text, and what to look at when it is too short: the subject.
 */
export function findLanguage(texts: readonly string[]): LanguageFound {
  for (const text of texts) {
    const found = eld.detect(clean(text));
    if (!found.isReliable()) continue;
    const written = found.language;
    return { language: languages.find((language) => language === written) ?? 'en', written };
  }
  return { language: 'en' };
}

/** Addresses and links are in no language. */
function clean(text: string): string {
  return text.slice(0, 4000).replace(/\S{0,200}(?:@|:\/\/)\S{0,200}/g, ' ');
}
