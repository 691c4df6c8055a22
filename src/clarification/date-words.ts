/** From Monday on, in fr, en and es; plain. */
export const weekdays = [
  ['lundi', 'monday', 'lunes'],
  ['mardi', 'tuesday', 'martes'],
  ['mercredi', 'wednesday', 'miercoles'],
  ['jeudi', 'thursday', 'jueves'],
  ['vendredi', 'friday', 'viernes'],
  ['samedi', 'saturday', 'sabado'],
  ['dimanche', 'sunday', 'domingo'],
] as const;

/** From January on, in fr, en and es; plain. */
export const months = [
  ['janvier', 'january', 'enero'],
  ['fevrier', 'february', 'febrero'],
  ['mars', 'march', 'marzo'],
  ['avril', 'april', 'abril'],
  ['mai', 'may', 'mayo'],
  ['juin', 'june', 'junio'],
  ['juillet', 'july', 'julio'],
  ['aout', 'august', 'agosto'],
  ['septembre', 'september', 'septiembre', 'setiembre'],
  ['octobre', 'october', 'octubre'],
  ['novembre', 'november', 'noviembre'],
  ['decembre', 'december', 'diciembre'],
] as const;

/** The name of any month, for a pattern. */
export const monthWords = months.flat().join('|');

/** From 1 on; 0 if that is no month. */
export const monthOf = (name: string): number => months.findIndex((names) => names.some((each) => each === name)) + 1;

/** Before a day or a dot, or alone in brackets, these are short for a weekday or a month, « ven. 27 nov. »; « mon » and "may" alone are words. */
const short: readonly (readonly [pattern: string, full: string])[] = [
  ['lun', 'lundi'],
  // « mar. 27 nov. » is a Tuesday, "Mar 27" a day of March.
  ['mar(?=[., ]{1,2}\\d{1,2} (?:de )?\\p{L})', 'mardi'],
  ['mer', 'mercredi'],
  ['jeu', 'jeudi'],
  ['ven', 'vendredi'],
  ['sam', 'samedi'],
  ['dim', 'dimanche'],
  ['mon', 'monday'],
  ['tues?', 'tuesday'],
  ['weds?', 'wednesday'],
  ['thu(?:rs?)?', 'thursday'],
  ['fri', 'friday'],
  ['sat', 'saturday'],
  ['sun', 'sunday'],
  ['mie', 'miercoles'],
  ['jue', 'jueves'],
  ['vie', 'viernes'],
  ['sab', 'sabado'],
  ['dom', 'domingo'],
];
const shortMonths: readonly (readonly [pattern: string, full: string])[] = [
  ['janv?', 'janvier'],
  ['ene', 'enero'],
  ['fe[vb]r?', 'fevrier'],
  ['mar', 'mars'],
  ['avr|apr|abr', 'avril'],
  ['jun', 'june'],
  ['jul|juil', 'juillet'],
  ['aug', 'august'],
  ['ago', 'agosto'],
  ['sept?', 'septembre'],
  ['oct', 'octobre'],
  ['nov', 'novembre'],
  ['dec', 'decembre'],
  ['dic', 'diciembre'],
];

const englishMonths = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** « Thurs. »: alone on its line it is nothing else, nor a name. */
const aloneOnLine = /^(tues?|weds?|thu(?:rs?)?|fri)\.?(?=\s*(?:[,!]|$|(?:please|pls|works)\b))/gm;
const englishDays: Readonly<Record<string, string>> = { tu: 'tuesday', we: 'wednesday', th: 'thursday', fr: 'friday' };

/** The plain text with the short names of weekdays and months in full; so no dot of theirs ends a sentence. */
export function unabbreviated(text: string): string {
  const days = short.reduce(
    (written, [pattern, full]) =>
      written.replace(
        new RegExp(
          `\\b${pattern}(?:\\.,?(?= ?\\d)|[.,]{0,2}(?= \\d| (?:${englishMonths})))|(?<=\\()${pattern}\\.?(?=\\))`,
          'gu',
        ),
        full,
      ),
    text.replace(aloneOnLine, (_, day: string) => englishDays[day.slice(0, 2)] ?? day),
  );
  return shortMonths.reduce(
    (written, [pattern, full]) =>
      written.replace(
        new RegExp(
          `(?<=\\d (?:de )?)(?:${pattern})\\b\\.?|\\b(?:${pattern})\\b\\.?(?= \\d{1,2}(?:st|nd|rd|th)?\\b(?! ?[h:]))`,
          'g',
        ),
        full,
      ),
    days,
  );
}
