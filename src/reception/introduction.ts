import { plain } from '../model/plain.ts';
import type { RequesterKind } from '../model/request.ts';
import { isPlace } from './country.ts';
import { isInstitution, kindOf, mainName } from './kinds.ts';
import { namesOf } from './names.ts';

/**
 * The organisation that the sender speaks for, as the text says it: « Nous sommes l’École des mines de Gao », "I am writing
 * on behalf of Tamale Mining College", « Somos el Instituto Minas Andinas ».
 * @param text - What the sender wrote, without quote.
 */
export function introducedOrganisation(text: string): string | undefined {
  const said = text.slice(0, longest).replace(/\s+/g, ' ');
  for (const [, name = '', more = ''] of said.matchAll(introductions)) if (kindOf(name)) return whole(name, more);
  // One that asks for itself by its name: « Gobi Vocational Centre wants advice ».
  for (const [, name = '', more = ''] of text.slice(0, longest).matchAll(subjects))
    if (kindOf(name)) return whole(name, more);
  return undefined;
}

/** The name with what goes on behind a comma, or the house that it is within: « Institute of Mining, University of Miskolc ». */
function whole(name: string, more: string): string {
  const [first = name, ...others] = namesOf(name + more);
  const main = mainName([first, ...others.filter(isInstitution)]) ?? first;
  // Where it is does not belong to it: « Ok Tedi Mining in Papua New Guinea ».
  const [, house = main, place = ''] = /^(.*) in (.*)$/u.exec(main) ?? [];
  return isPlace(place) ? house : main;
}

/** Who the writer says to be: « Je m’appelle Awa Koné », "My name is Ama Boateng". */
export function introducedPerson(text: string): string | undefined {
  return selves.exec(text.slice(0, longest).replace(/\s+/g, ' '))?.[1];
}

/** What the text calls the house of its writer: « notre ministère », "our college", « معهدنا ». */
export function ownKind(text: string): { kind: RequesterKind; words: string } | undefined {
  const words = ours.exec(plain(text.slice(0, longest)))?.[0];
  const kind = words === undefined ? undefined : kindOf(words);
  return words !== undefined && kind ? { kind, words } : undefined;
}

const ours = new RegExp(
  [
    '\\b(?:notre|our|nuestr[oa]|noss[oa]) (?:(?:national|technical|vocational|state|public) )?',
    '(?:ministere|ministry|ministerio|universit[ey]|universidade?|ecole|school|escuela|escola|institute?o?|lycee|college|colegio|',
    'academy|academie|ambassade|embassy|embajada|association|asociacion|ong|ngo|compagnie|company|agence|agency|agencia)\\b',
    '|(?<!\\p{L})[وفبل]?(?:معهد|وزارت|جامعت|مدرست|كليت|شركت|جمعيت|وكالت)نا(?!\\p{L})',
  ].join(''),
  'u',
);

const longest = 5_000;

/** Words that begin with a capital, and the little ones between them; « S.A. » and « d’Arequipa » are such words. */
const capital = "(?:[dl]['’])?\\p{Lu}[\\p{L}\\p{N}&’'.-]*[\\p{L}\\p{N}]";
const little = '(?:de|des|du|la|le|les|et|en|aux?|pour|of|the|and|for|in|del|los|las|el|y|para|e|do|da|dos|das|&)';
/** « École nationale supérieure des mines », « Ministère chargé des mines »: French and Spanish names go on in small letters. */
const adjective =
  '(?:nationale?|national|supérieure?|sup[eé]rior|technique|t[eé]cnic[oa]|polytechnique|nacional|minier|minière|minière?s|minero|minera|mines|minas|métiers|formation|formación)';
/** « le lycée technique de Lubumbashi », « el instituto de Minas »: what it is, in small letters before its name. */
const generic =
  '(?:école|lycée|collège|institut|université|faculté|ministère|société|compagnie|association|agence|escuela|instituto|universidad|ministerio|empresa|escola|universidade)';
const name = `(?:${generic} (?:${adjective} )?(?:${little} ){0,3})?${capital}(?: (?:${little} ){0,3}(?:${capital}|${adjective})){0,9}`;
/** Behind a comma. */
const more = `(?:, (?:${little} ){0,2}${capital}(?: (?:${little} ){0,3}${capital}){0,5}){0,3}`;
const article = "(?:l['’]|(?:le|la|les|un|une|the|an?|el|los|las|una?|o|a) )?";
const position = "(?:[\\p{L}’'-]+ ){1,6}?(?:de |du |des |d['’]|of |at |del |da |do |au |à l['’]|à |chez |dans |en )";

const selves =
  /(?<!\p{L})(?:[Jj]e m['’]appelle|[Mm]on nom est|[Mm]y name is|[Mm]e llamo|[Mm]i nombre es|[Cc]hamo-me|(?:[Oo] )?[Mm]eu nome é) ((?:\p{Lu}[\p{L}'’-]{1,30}\.? ){0,3}\p{Lu}[\p{L}'’-]{1,30})/u;

const introductions = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `[Nn]ous sommes ${article}`,
    `[Jj]e (?:vous )?(?:écris|contacte|m['’]adresse à vous) (?:au nom|pour le compte|de la part) (?:de |du |d['’])${article}`,
    `[Jj]e travaille (?:pour |chez |à |au |dans )${article}`,
    `[Aa]u nom (?:de |du |d['’])${article}`,
    `[Jj]e représente ${article}`,
    `[Jj]e suis ${position}${article}`,
    `[Ww]e are ${article}`,
    `[Oo]n behalf of ${article}`,
    `I represent ${article}`,
    `I (?:work|teach) (?:for|at|with) ${article}`,
    `I (?:run|lead|head|manage|coordinate) (?:(?:the|our|a)(?: [\\p{L}’'-]+){1,4}? (?:for|at|of) )?${article}`,
    `[Jj]e (?:dirige|coordonne|gère) ${article}`,
    `[Jj]e (?:dirige|coordonne|gère) (?:le |la |l['’])[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,4}? (?:de |du |des |d['’]|à |au )${article}`,
    `(?:I am|I['’]m) ${position}${article}`,
    `[Ss]omos ${article}`,
    `[Ee]n (?:nombre|representación) (?:de |del )${article}`,
    `[Rr]epresento (?:a |al )${article}`,
    `[Ss]oy ${position}${article}`,
    `[Tt]rabajo (?:en|para) ${article}`,
    `[Ss]ou ${position}${article}`,
    `[Rr]epresento ${article}`,
    `[Tt]rabalho (?:no|na|em|para) ${article}`,
  ].join('|')})(${name})(${more})`,
  'gu',
);

const wants = [
  'wants|needs|wishes|hopes|aims|asks|seeks|proposes|plans|intends|requests|would like|is (?:looking|seeking|interested|planning)',
  'souhaite(?:rait)?|cherche|recherche|désire|propose|sollicite|demande|espère|voudrait|aimerait|envisage|a besoin',
  'busca|desea|solicita|pide|espera|quiere|quisiera|propone|necesita|procura|pretende|deseja|precisa|gostaria',
].join('|');
/** At the beginning of a sentence, before what it wants. */
const subjects = new RegExp(
  `(?:^|[.!?]\\s|\\n)\\s*(?:L['’]|(?:[Ll]e|[Ll]a|The|[Ee]l|O|A) )?(${name})(${more})(?: \\([^()\\n]{1,60}\\))?,? (?:${wants})(?!\\p{L})`,
  'gu',
);
