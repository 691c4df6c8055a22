import { plain } from '../model/plain.ts';
import { isCourtesy } from './acceptance.ts';
import { signs } from './signing-names.ts';

/**
 * Where a line goes on to take leave up to its end: « Mars 2027. Cordialement, Awa Koné », "May, thanks!"; 0 where it does
 * nothing else. Undefined where it does not.
 * @param closes - Whether words are a formula that closes a letter.
 */
export function startOfFarewell(
  line: string,
  names: readonly string[],
  closes: (words: string) => boolean,
): number | undefined {
  if (line.length > longest) return undefined;
  if (isFarewell(line, names, closes)) return 0;
  const [at] = [...line.matchAll(parting)].flatMap(({ 0: sign, index }) => {
    const rest = line.slice(index + sign.length);
    // Where nothing but a space parts them « Best » and « Merci » may go on.
    const apart =
      /[.!?]/.test(sign) ||
      fewWords.test(rest) ||
      (/^\p{Lu}/u.test(rest) && (/\S/.test(sign) || always.test(plain(rest))));
    return apart && isFarewell(rest, names, closes) ? [/^[.!?]/.test(sign) ? index + 1 : index] : [];
  });
  return at;
}

const longest = 500;
const parting = /(?:[.!?;,]| [–—-])\s+|(?<=[\p{L}\p{N})])\s+(?=\p{Lu})/gu;
/** « , merci », « – regards, Kofi » */
const fewWords = /^\p{Ll}[\p{L}'’]*(?: \p{L}+)?(?:[,.!].*)?$/u;
const always =
  /^(?:(?:bien |tres )?cordialement|respectueusement|(?:best|kind|warm) regards|regards|sincerely|yours|saludos|atentamente|cordialmente|(?:meilleures |sinceres )?salutations)\b/;

function isFarewell(text: string, names: readonly string[], closes: (words: string) => boolean): boolean {
  let rest = text.trim();
  for (let formulas = 0; formulas < mostFormulas; formulas++) {
    if (rest === '') return formulas > 0;
    const [whole = '', piece = ''] = /^([^,.!?;–—]+)(?:[,.!?;]+\s*|\s+[–—-]+\s+|$)/.exec(rest) ?? [];
    const said = plain(piece).trim();
    const leaves =
      !ofMatter.test(said) && (closes(piece) || (formulas > 0 || thanks.test(said) ? isCourtesy(said) : false));
    if (!leaves) return formulas > 0 && isName(rest, names);
    rest = rest.slice(whole.length);
  }
  return false;
}

const mostFormulas = 6;
const thanks =
  /^(?:merci|mille mercis|un grand merci|(?:many )?thanks?|thx|(?:muchas |mil )?gracias|a bientot|god bless)\b/;
/** Formulas that a line of its own may be, and an answer may go on with: « en espera de fondos ». */
const ofMatter =
  /^(?:sent|envoye|enviado|on behalf|for|au nom|pour et|(?:en|a la) espera de(?! (?:su|tu))|dans l'attente d(?!e (?:vous|votre|vos)\b)|avec(?! (?:nos|mes|toute)))\b/;

/** A name, and an office or a house behind it. */
function isName(text: string, names: readonly string[]): boolean {
  const [name = '', ...behind] = text.replace(/[.!]$/, '').split(/,\s*/);
  if (name.length > longestName || signs(name, names) === undefined) return false;
  const rest = behind.join(', ');
  return rest.length <= longestOffice && !says.test(plain(rest)) && !/[.!?]\s+\p{Lu}\p{Ll}/u.test(rest);
}

const longestName = 40;
const longestOffice = 80;
const says = /\b(?:we|you|i|is|are|will|has|have|nous|vous|je|est|sont|sera|seront|y|et|and|es|son|sera|seran)\b/;
