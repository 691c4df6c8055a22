/** What follows a sum or a measure, and no telephone number. */
const unit =
  '\\s?(?:[$€£%]|(?:f ?cfa|fcfa|cfa|xof|xaf|cad|usd|eur|ghs|pen|mad|dollars?|euros?|francs?|soles|cedis?|tonnes?|tons?|t|kg|km|m|ha|oz|personnes?|people|places?|heures?|hours?)(?![\\p{L}\\d]))';
const opens = '(?<![\\d$.,/-]|[$€£] ?)';

/** Behind such words one is reached; they may be other words, so the number must be as long as any is. */
const reaching =
  '(?:portables?|mob|standard|(?:ligne|num[ée]ro|n[°o]|line|number|l[ií]nea) (?:directe?|direct|directa)|(?:mon|notre|le|my|our|the|mi|nuestro|su) (?:num[ée]ro|n[°o]|number|n[uú]mero)(?: (?:de|personnel|personal)(?: [a-zé]{1,12})?)?|num[ée]ro|n[uú]mero|joignables?|reachable|rejoindre|ll[aá]men(?:me|nos)|appels?|texto|sms)';

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
  new RegExp(
    `(?<=(?<!\\p{L})${reaching}[ :.=]{0,3}(?:(?:au|at|est|is|es|le|al|the) ){0,2})\\+?\\(?\\d(?:[ ()./·-]{0,2}\\d){7,13}(?![\\d,.]*\\d|${unit})`,
    'giu',
  ),
  new RegExp(`(?<![\\d$])(?:1[ .·-])?\\(?[2-9]\\d{2}\\)?[ .·-]?[2-9]\\d{2}[ .·-]?\\d{4}(?![\\d,.]*\\d|${unit})`, 'giu'),
  /(?<![\d$.,/-])0[1-9](?:[ .·-]?\d){7,9}(?![\d,.]*\d|\s?[$€£%])/gu,
  /(?<![\d$.,/-])\(0[1-9]\d{1,3}\)(?:[ .·-]?\d){6,8}(?![\d,.]*\d|\s?[$€£%])/gu,
  // Set apart throughout, in groups that no date, span or sum has.
  /(?<![\d$.,/-]|\d -? ?)(?:(?:1 [-·] )?(?:\([2-9]\d{2}\)(?: [-·])?|[2-9]\d{2} [-·]) [2-9]\d{2} [-·] \d{4}|\(?0[1-9]\d\)? [-·] \d{3} [-·] \d{3,4}|0[1-9](?: [-·] \d\d){4}|\+[1-9]\d{0,2}(?: [-·] \d{2,4}){3,5})(?! ?[-·/]? ?\d|[,.]\d|\s?[$€£%])/gu,
  // More digits than a date has.
  /(?<![\d/-])0\d{1,4}(?:\/\d{3,4}){2,3}(?![\d/-])|(?<![\d/-])0\d(?:\/\d\d){4}(?![\d/-])/g,
  // With the code of its country, and nothing that parts it.
  new RegExp(`${opens}[1-9]\\d{10,12}(?![\\d,.]*\\d|${unit})`, 'giu'),
  // Another beside one that was found.
  /(?<=\[coordonnées retirées\](?: ?\([^()\n\d]{1,20}\))?\s?(?:[/,;]|(?:ou|or|o|et|and|y)(?!\p{L}))\s?(?:(?:au|at|le|al) )?)\d(?:[ .·-]?\d){5,14}(?!\d)/giu,
];
