import { plain } from '../model/plain.ts';

/**
 * How a line signs: by a name that is known, by two words or more that can be nothing but one, or by a single word or
 * initials. Undefined where it is no name.
 */
export function signs(line: string, names: readonly string[]): 'known' | 'full' | 'single' | undefined {
  const [first = ''] = line
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ ?[,|(/]| [–—-] /, 1);
  if (first.length > longestName || /\d/.test(first) || isSentence(line)) return undefined;
  if (names.some((name) => isOf(first, name))) return 'known';
  if (ofThings.test(plain(first))) return undefined;
  if (single.test(line.trim())) return 'single';
  return full.test(first) ? 'full' : undefined;
}

const longestName = 60;

/** « Mme Diallo, notre juriste, vous écrira. » */
function isSentence(line: string): boolean {
  return /[.!?]\s*$/.test(line) && says.test(plain(line));
}
const says = /\b(?:you|your|vous|votre|les|sus?|we|us|nous|i|je|will|is|are|has|est|sont|es|esta)\b/;

/** « Ama », « Ama B. », « A. Boateng », « AB » are all Ama Boateng. */
function isOf(line: string, name: string): boolean {
  const known = wordsOf(name);
  const words = wordsOf(line);
  const initials = known.map((word) => word.charAt(0));
  if (known.length > 1 && words.join('') === initials.join('')) return true;
  const own = words.filter((word) => known.includes(word));
  return (
    own.length > 0 && words.every((word) => known.includes(word) || (word.length === 1 && initials.includes(word)))
  );
}

const wordsOf = (text: string): string[] => (plain(text).match(/\p{L}+/gu) ?? []).filter((word) => !courtesy.has(word));

const courtesy = new Set(
  'mr mrs ms mme mlle dr dre pr prof professor professeur ing eng lic sr sra srta miss madame monsieur phd msc mba'.split(
    ' ',
  ),
);

const capital = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const particle = '(?:de|del|la|van|von|ben|al|el|bin|ould|da|dos|du)';
const full = new RegExp(`^${capital}(?: (?:${capital}|${particle})){1,5}$`, 'u');
const single = new RegExp(`^${capital}[.!]?$`, 'u');

/** What houses, courses and months are called, in fr, en and es: no person. */
const ofThings =
  /\b(?:banks?|banque|banco|ministr?\p{L}*|universi\p{L}+|institu\p{L}+|school|ecole|escuela|college|cegep|centre|center|centro|compan\p{L}+|mines?|mining|minas?|minier\p{L}*|gold|group\p{L}*|agenc\p{L}+|fund|fonds|fondos?|project|projet|proyecto|programm?e?|programa|training|formation|formacion|capacitacion|safety|securite|seguridad|rescue|sauvetage|course|cours|curso|certificat\p{L}*|certificado|diplom\p{L}*|contra[ct]\p{L}*|agreement|entente|acuerdo|convenio|mou|protocole|memorandum|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|asap|tbd|tbc|yes|no|oui|non|si|none|aucun\p{L}*|ningun\p{L}*|usd|cad|eur)\b/u;
