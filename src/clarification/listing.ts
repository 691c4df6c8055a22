import { isAcceptance } from './acceptance.ts';
import { hasReserve, retracts } from './refusals.ts';
import { countWords } from './sentences.ts';
import { goesWithSlot } from './slot-neighbours.ts';
import { speaksOfTime } from './slot-times.ts';
import { slotNoun } from './slot-words.ts';

/** Several sentences that begin with numbers are a list: of other matters, or of the slots as our letter prints them. */
export function withoutNumbering(free: readonly string[]): string[] {
  const numbered = free.filter((sentence) => numbering.test(sentence));
  if (numbered.length < 2) return [...free];
  if (isOfMatter(free, numbered)) return free.map(withoutNumber);
  return free.flatMap((sentence) => {
    const told = withoutNumber(sentence);
    if (told === sentence || (!told.includes('?') && countWords(told) <= mostWordsOfVerdict)) return sentence;
    return sentence.includes(' · ') ? [] : told;
  });
}

/** « Adjunto: 1. Carta… »: announced as something else, and none of it is said of a slot, as « 2. oui » is. */
function isOfMatter(free: readonly string[], numbered: readonly string[]): boolean {
  const lead = free[free.indexOf(numbered[0] ?? '') - 1] ?? '';
  return /:\s*$/.test(lead) && !aboutAnswers.test(lead) && numbered.map(withoutNumber).every(isMatter);
}

function isMatter(told: string): boolean {
  const words = told.match(/\p{L}+/gu) ?? [];
  const verdict = isAcceptance(told) || retracts(told) || hasReserve(told) || speaksOfTime(told);
  return !verdict && words.some((word) => !goesWithSlot(word));
}

const aboutAnswers = new RegExp(
  `\\b(?:${slotNoun}|dates?|times?|fechas?|choi(?:x|ces?)|options?|opcion\\p{L}*|prefer\\p{L}*|disponib\\p{L}*|availab\\p{L}*|answers?|reponses?|respuestas?|points?|puntos?|questions?|preguntas?)\\b`,
  'u',
);

/** The sentence without the number before it: « 2. Nous sommes d’accord » */
export function withoutNumber(sentence: string): string {
  return sentence.replace(numbering, '');
}

const numbering = /^\(?\d{1,2}\s?[.):·–—-]\s?(?=\S)/;
/** « 1 : non », « 2 : pour nous oui » */
const mostWordsOfVerdict = 3;
