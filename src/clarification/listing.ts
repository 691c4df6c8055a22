import { countWords } from './sentences.ts';

/** Several sentences that begin with numbers are a list: of other matters, or of the slots as our letter prints them. */
export function withoutNumbering(free: readonly string[]): string[] {
  const numbered = free.filter((sentence) => numbering.test(sentence));
  if (numbered.length < 2) return [...free];
  return free.flatMap((sentence) => {
    const told = withoutNumber(sentence);
    if (told === sentence || (!told.includes('?') && countWords(told) <= mostWordsOfVerdict)) return sentence;
    return sentence.includes(' · ') ? [] : told;
  });
}

/** The sentence without the number before it: « 2. Nous sommes d’accord » */
export function withoutNumber(sentence: string): string {
  return sentence.replace(numbering, '');
}

const numbering = /^\(?\d{1,2}\s?[.):·–—-]\s?(?=\S)/;
/** « 1 : non », « 2 : pour nous oui » */
const mostWordsOfVerdict = 3;
