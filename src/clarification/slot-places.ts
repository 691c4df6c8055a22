import type { Slot } from '../model/request.ts';
import { orderWord, slotNoun } from './slot-words.ts';

/**
 * A sentence, plain, with the number of the slot where it is named by its place between two others, « celle du milieu »; as
 * it is unless three are on offer.
 */
export function withMiddleTold(sentence: string, offered: readonly Pick<Slot, 'number'>[]): string {
  const [, middle, last, ...others] = offered;
  if (!middle || !last || others.length > 0) return sentence;
  return sentence.replace(
    inTheMiddle,
    (found) => `${found.startsWith('l') || found.startsWith('c') ? 'la plage' : 'the slot'} ${middle.number}`,
  );
}

/** The same where a place among the times is named, "the third time", as a place among slots; undefined where none is. */
export function withTimePlaced(sentence: string): string | undefined {
  const placed = sentence.replace(timeByPlace, '$1 slot');
  return placed === sentence ? undefined : placed;
}

/**
 * « Confirmo el 2 »: the second « horario », where no slot is on the second of a month. Whoever says so accepts what was
 * offered; « Prefiero el 2 » may propose a day, « Le confirmo el 2 » say when they will.
 * @param days - Of the month, on which slots are offered.
 */
export function withHorarioTold(
  sentence: string,
  offered: readonly Pick<Slot, 'number'>[],
  days: readonly number[],
): string {
  if (days.length === 0) return sentence;
  return sentence.replace(confirmedInSpanish, (found, before: string, number: string) => {
    const isSlot = offered.some((slot) => slot.number === Number(number)) && !days.includes(Number(number));
    return isSlot ? `${before}el horario ${number}` : found;
  });
}

const among = '(?:one|slot|option|time|choice|date|proposal)';
const inTheMiddle = new RegExp(
  `\\b(?:the )?(?:middle|central) ${among}\\b|\\bthe (?:one|slot) in the middle\\b(?! of)|` +
    `\\b(?:(?:cell?e|celui|(?:la|le|l') ?(?:${slotNoun}|option|date)) )(?:du milieu|au milieu|centrale?)\\b|` +
    `\\b(?:la|el)(?: (?:${slotNoun}|opcion|fecha))? (?:del (?:medio|centro)|de en medio|intermedi[ao])\\b(?! d)`,
  'gu',
);
const timeByPlace = new RegExp(
  `^((?:(?:the|la|le|l'|el) ?)?${orderWord}) (?:time|hour|heure|hora|moment|momento)\\b`,
  'u',
);
const confirmedInSpanish =
  /(?<=^|[,;:!] ?)((?:confirmo|confirmamos|confirmado|elijo|elegimos|escojo|escogemos|tomo|tomamos|acepto|aceptamos|(?:me quedo|nos quedamos|quedamos) con),? |(?:(?:el|mi|nuestro) )?horario(?: \p{L}+id[oa])? ?(?:es|:) ?|(?:el )?numero ?(?:es|:) ?)el ([1-9])(?=[\s,.!]*$|,? (?:por favor|porfa|gracias|muchas gracias)\b)/u;
