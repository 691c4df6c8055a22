import type { Span } from './folded-copy.ts';

/** What follows a sum or a measure, and no telephone number. */
const unit =
  '\\s?(?:[$€£%]|(?:f ?cfa|fcfa|cfa|xof|xaf|cad|usd|eur|ghs|pen|mad|dollars?|euros?|francs?|soles|cedis?|tonnes?|tons?|t|kg|km|m|ha|oz|personnes?|people|places?|heures?|hours?)(?![\\p{L}\\d]))';
const opens = '(?<![\\d$.,/-]|[$€£] ?)';

/**
 * Telephone numbers, to be looked for in this order: as they are dialled from abroad; with a word that says
 * what it is, in any layout; else as they are dialled in North America, or at home.
 */
export const telephones: readonly RegExp[] = [
  // A number with so many decimals is a place on a map.
  /(?<![\d+])(?:\+|00)(?!\d{1,3}\.\d{4,7}(?![\s.()/-]?\d))\s?\(?[1-9]\d{0,2}\)?(?:[\s.()/·-]?\d){6,11}(?!\d)/gu,
  // Pairs of digits, as no sum has: « 70 12 34 56 », « 77 123 45 67 », « (226) 70 12 34 56 », « 227 20 73 51 61 ».
  new RegExp(
    `${opens}(?:(?:\\(\\d{3}\\)|\\d{3})[ .·-])?(?:\\d\\d(?<two>[ .·-])\\d\\d(?:\\k<two>\\d\\d){2,4}|\\d{2,3}(?<one>[ .·-])\\d{3}\\k<one>\\d\\d\\k<one>\\d\\d|\\d{3}(?<three>[ .·-])\\d\\d(?:\\k<three>\\d\\d){2,4})(?!\\d|[ .·-]\\d|[,:]\\d|${unit})`,
    'giu',
  ),
  /(?<=(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire|ular)?|celular|whatsapp|gsm|fax)(?!\p{L})(?: (?:bureau|office|direct|mobile|portable|cell))?[^\d\n+(]{0,6})\+?\(?\d[\d\s()./·-]{4,18}\d/giu,
  /(?<=\b(?:call|ring|appele[rz]|joindre|contact\w*|llam\w+)\b[^\d\n+(]{0,15})\+?\(?\d[\d\s()./·-]{4,18}\d/giu,
  new RegExp(`(?<![\\d$])(?:1[ .·-])?\\(?[2-9]\\d{2}\\)?[ .·-]?[2-9]\\d{2}[ .·-]?\\d{4}(?![\\d,.]*\\d|${unit})`, 'giu'),
  /(?<![\d$.,/-])0[1-9](?:[ .·-]?\d){7,9}(?![\d,.]*\d|\s?[$€£%])/gu,
  /(?<![\d$.,/-])\(0[1-9]\d{1,3}\)(?:[ .·-]?\d){6,8}(?![\d,.]*\d|\s?[$€£%])/gu,
  // Set apart throughout, in groups that no date, span or sum has.
  /(?<![\d$.,/-]|\d -? ?)(?:(?:1 [-·] )?(?:\([2-9]\d{2}\)(?: [-·])?|[2-9]\d{2} [-·]) [2-9]\d{2} [-·] \d{4}|\(?0[1-9]\d\)? [-·] \d{3} [-·] \d{3,4}|0[1-9](?: [-·] \d\d){4}|\+[1-9]\d{0,2}(?: [-·] \d{2,4}){3,5})(?! ?[-·/]? ?\d|[,.]\d|\s?[$€£%])/gu,
  // More digits than a date has.
  /(?<![\d/-])0\d{1,4}(?:\/\d{3,4}){2,3}(?![\d/-])|(?<![\d/-])0\d(?:\/\d\d){4}(?![\d/-])/g,
  // Another beside one that was found.
  /(?<=\[coordonnées retirées\](?: ?\([^()\n\d]{1,20}\))?\s?(?:[/,;]|(?:ou|or|o|et|and|y)(?!\p{L}))\s?(?:(?:au|at|le|al) )?)\d(?:[ .·-]?\d){5,14}(?!\d)/giu,
];

/**
 * Whatever else has as many digits as a telephone number and is no sum, measure, date, span or reference: what goes to all
 * partners rather lacks a figure than shows a number.
 */
export function otherNumbers(text: string): Span[] {
  return [...text.matchAll(run)].flatMap(({ 0: digits, index }): Span[] => {
    const end = index + digits.length;
    const before = text.slice(Math.max(0, index - 60), index);
    return isSomethingElse(digits, before, text.slice(end, end + 30)) ? [] : [[index, end]];
  });
}

const run = /(?:\+ ?)?\(?\d(?:[ ().·/-]{0,3}\d){6,30}/gu;
const measured = new RegExp(`^(?: (?:de|of))?${unit}|^[.,]\\d`, 'iu');
const counted =
  /(?:[$€£]|(?<!\p{L})(?:usd|cad|eur|f?cfa|xof|xaf|iso|csa|iec|astm|nfpa|neq|ruc|nit|isbn|issn|orcid|loi|r[eè]glement|normes?|dossier|permis|permit|licen[cs]e|contra(?:t|ct|to)|file|lots?|articles?|r[ée]f(?:[ée]ren\p{L}+)?)\.?)(?: ?n[°o]\.?)?[ :]{0,3}$|[\p{L}\d][-.,]?$/iu;
/** As banks write them, in capitals: « GHS 2500000 »; « S/ 1500000 » is how Peru does. */
const priced = new RegExp(
  `(?:\\p{Sc}|(?<![\\p{L}\\d])(?:${Intl.supportedValuesOf('currency').join('|')}|S/\\.?)) ?$`,
  'u',
);
const date =
  /(?<!\d)(?:(?:19[5-9]|20[0-4])\d(?<a>[-./· ]{1,3})(?:0?[1-9]|1[0-2])\k<a>(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])(?<b>[-./· ]{1,3})(?:0?[1-9]|1[0-2])\k<b>(?:19[5-9]|20[0-4])\d|(?:0?[1-9]|[12]\d|3[01])(?<c>[-./])(?:0?[1-9]|1[0-2])\k<c>\d\d|(?:19[5-9]|20[0-4])\d)(?!\d)/gu;
/** Thousands, one or two such. */
const thousands = /^\(?\d{1,3}(?:[ .·]\d{3})+(?: ?[-/] ?\d{1,3}(?:[ .·]\d{3})+)?$/u;
const called =
  /(?<!\p{L})(?:t[ée]l|telf|tfno|fono|phone|mobil|m[óo]vil|cel|gsm|fixe|portable|mob|ligne|line|l[ií]nea|num[eé]ro|n[úu]mero|number|n°|whats|sms|text|call|ring|appel|joign|joind|reach|contact|rejoin|ll[aá]m|comuni|dial|central|ph|fax)\p{L}*\.?[^\d\n.!?]{0,25}$/iu;
const sums =
  /(?<!\p{L})(?:budgets?|montants?|co[uû]ts?|costs?|total|sommes?|sums?|amounts?|presupuesto|monto|costo|environ|about|around|unos|de|of|[àa]|to)[ :]{0,3}$/iu;

function isSomethingElse(written: string, before: string, after: string): boolean {
  if (measured.test(after) || counted.test(before) || priced.test(before)) return true;
  if (/^\+?\d{1,3}\.\d{4,7}$/.test(written)) return true;
  const left = written.replace(date, ' ').replace(/\D/g, '').length;
  if (left < 7) return true;
  if (called.test(before)) return false;
  const [, from, to] = /^(\d{3,5}) ?[-/] ?(\d{3,5})$/.exec(written) ?? [];
  if (from && to && from.length === to.length && from < to) return true;
  return thousands.test(written) && (/[-/]/.test(written) || left <= 8 || sums.test(before));
}
