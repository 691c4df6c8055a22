import { kindOf } from './signature.ts';

/**
 * The organisation that the sender speaks for, as the text says it: « Nous sommes l’École des mines de Gao », "I am writing
 * on behalf of Tamale Mining College", « Somos el Instituto Minas Andinas ».
 * @param text - What the sender wrote, without quote.
 */
export function introducedOrganisation(text: string): string | undefined {
  const said = text.slice(0, longest).replace(/\s+/g, ' ');
  for (const [, name = ''] of said.matchAll(introductions)) if (kindOf(name)) return name;
  return undefined;
}

const longest = 5_000;

/** Words that begin with a capital, and the little ones between them; « S.A. » and « d’Arequipa » are such words. */
const capital = "(?:[dl]['’])?\\p{Lu}[\\p{L}\\p{N}&’'.-]*[\\p{L}\\p{N}]";
const little = '(?:de|des|du|la|le|les|et|en|aux?|pour|of|the|and|for|in|del|los|las|el|y|para|e|do|da|dos|das|&)';
/** « École nationale supérieure des mines », « Ministère chargé des mines »: French and Spanish names go on in small letters. */
const adjective =
  '(?:nationale?|national|supérieure?|sup[eé]rior|technique|t[eé]cnic[oa]|polytechnique|nacional|minier|minière|minière?s|minero|minera|mines|minas|métiers|formation|formación)';
const name = `${capital}(?: (?:${little} ){0,3}(?:${capital}|${adjective})){0,9}`;
const article = "(?:l['’]|(?:le|la|les|un|une|the|an?|el|los|las|una?|o|a) )?";
const position = "(?:[\\p{L}’'-]+ ){1,6}?(?:de |du |des |d['’]|of |at |del |da |do |à |en )";

const introductions = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `[Nn]ous sommes ${article}`,
    `[Jj]e (?:vous )?(?:écris|contacte|m['’]adresse à vous) (?:au nom|pour le compte) (?:de |du |d['’])${article}`,
    `[Aa]u nom (?:de |du |d['’])${article}`,
    `[Jj]e représente ${article}`,
    `[Jj]e suis ${position}${article}`,
    `[Ww]e are ${article}`,
    `[Oo]n behalf of ${article}`,
    `I represent ${article}`,
    `(?:I am|I['’]m) ${position}${article}`,
    `[Ss]omos ${article}`,
    `[Ee]n (?:nombre|representación) (?:de |del )${article}`,
    `[Rr]epresento (?:a |al )${article}`,
    `[Ss]oy ${position}${article}`,
  ].join('|')})(${name})`,
  'gu',
);
