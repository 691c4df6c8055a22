import { plain } from '../model/plain.ts';

/** The lines up to the formula on a line of its own, or the block of name and telephone, with which the mail ends. */
export function withoutClosing(lines: readonly string[]): string[] {
  const end = lines.findIndex((line, index) => index > 0 && isClosing(line));
  const kept = end < 0 ? [...lines] : lines.slice(0, end);
  return withoutCard(kept);
}

export function isClosing(line: string): boolean {
  const words = plain(line).trim();
  return words.length <= longestFormula && closing.test(words);
}

const longestFormula = 250;

const formulas: readonly string[] = [
  '--',
  '(?:bien |tres )?(?:cordialement|amicalement|respectueusement|sincerement)(?: (?:votre|v[oô]tre|a vous))?',
  '(?:bien )?a vous|au plaisir\\b.*',
  '(?:(?:avec|recevez|agreez|je vous prie|nous vous prions|veuillez)\\b.*)?(?:salutations|sentiments|consideration)\\b.*',
  "dans l'attente d.*",
  "(?:merci|mil gracias|(?:muchas )?gracias|(?:many )?thanks|thank you)(?: (?:d'avance|par avance|beaucoup|very much|so much|again|in advance|a lot|de antemano|por su atencion))*",
  '(?:(?:with|and) )?(?:(?:my|our|very) )*(?:best|kind(?:est)?|warm(?:est)?|sincere|all the best)(?: (?:regards|wishes|greetings))?(?: (?:from|to) .*|, \\p{L}+)?',
  '(?:regards|cheers|sincerely|respectfully|faithfully|cordially)(?: yours)?|yours\\b.*|(?:i |we )?look(?:ing)? forward\\b.*',
  '(?:(?:reciba|reciban|con|un|con un)\\b.*)?(?:saludos?|abrazos?)\\b(?: (?:cordial(?:es)?|afectuosos?|atentos?))?|(?:muy )?(?:atentamente|cordialmente|respetuosamente)',
  '(?:quedo|quedamos) (?:atent|a la espera|a su disposicion|pendiente).*|a la espera de .*',
];
const closing = new RegExp(`^(?:${formulas.map((formula) => `(?:${formula})`).join('|')})[\\s,.!]*$`, 'u');

/** Without the last paragraph where it begins with a name and holds a telephone number: many sign so, without a formula. */
function withoutCard(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const before = lines.slice(0, last + 1).findLastIndex((line) => line.trim() === '');
  const [name = '', ...rest] = lines.slice(before + 1, last + 1);
  const isCard =
    before > 0 && rest.length > 0 && rest.length < 8 && named.test(name) && rest.some((line) => called.test(line));
  return isCard ? lines.slice(0, before) : lines;
}

/** Two to six words, all with a capital: « Dr. Ama Boateng » */
const named =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|del|la|van|von|ben|al|el|bin)(?:,? (?:\p{Lu}[\p{L}'’.-]*|de|del|la|van|von|ben|al|el|bin)){1,5}$/u;
const called =
  /^(?:(?:t[eé]l[eé]?(?:phone|fono)?|phone|mob(?:ile)?|cell?|cel(?:ular)?|port(?:able)?|whatsapp|t|m|p)\b[\s.:]*)?(?:[+(0][\d\s().+-]{7,25}|\d{3}[\s.-]\d{3}[\s.-]\d{4})\D{0,20}$/iu;
