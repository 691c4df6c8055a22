import { plain } from '../model/plain.ts';
import type { RequesterKind } from '../model/request.ts';

/** What the name of an organisation says of its kind. */
export function kindOf(line: string): RequesterKind | undefined {
  const words = plain(line);
  return kinds.find(([pattern]) => pattern.test(words))?.[1];
}

/** In order; the first that fits. On plain text. */
const kinds: readonly [RegExp, RequesterKind][] = [
  [arabic('سفار[ةه]|قنصلي[ةه]'), 'embassy'],
  [arabic('وزار[ةه]'), 'government'],
  [arabic('جامع[ةه]'), 'university'],
  [arabic('معهد|مدرس[ةه]|كلي[ةه]|ثانوي[ةه]|اكاديمي[ةه]|مركز (?:ال)?(?:تكوين|تدريب)'), 'school'],
  [arabic('جمعي[ةه]|غرف[ةه]|نقاب[ةه]|اتحاد'), 'association'],
  [arabic('منظم[ةه]|موسس[ةه] خيري[ةه]'), 'ngo'],
  [arabic('ديوان|وكال[ةه]|هيي[ةه]|سلط[ةه]'), 'public-agency'],
  [arabic('شرك[ةه]|موسس[ةه] منجمي[ةه]'), 'mining-company'],
  [/\b(?:ambassade|embassy|embajada|consulat\w*|consulate|consulado)\b/, 'embassy'],
  [/\b(?:bureau du quebec|delegation (?:generale )?du quebec)\b/, 'embassy'],
  [/\b(?:ministere|ministry|ministerio|ministerial)\b/, 'government'],
  [/\b(?:universit\w+|universidad\w*|universidade)\b/, 'university'],
  [
    /\b(?:ecole|school|escuela|escola|institut\w*|instituto|lycee|college|colegio|academy|academie|faculte|vocational centre|centre de formation|centro de formacion|polytech\w+)\b/,
    'school',
  ],
  [/\b(?:ong|ngo|fondation|foundation|fundacion)\b/, 'ngo'],
  [/\b(?:association|asociacion|chambre|chamber|camara|syndicat|union)\b/, 'association'],
  [/\b(?:banque|bank|banco|giz|usaid|enabel|pnud|undp)\b/, 'development-agency'],
  [
    /\b(?:office|agence|agency|agencia|autorite|authority|autoridad|service national|societe nationale)\b/,
    'public-agency',
  ],
  [
    /\b(?:compagnie|company|mines?|mining|minera|minero|mineria|miniere|minieres|gold|corp|inc|ltd|limited|sarl|s\.a\.?|ltda|group|groupe)(?![\p{L}])/u,
    'mining-company',
  ],
];

/** An Arabic noun, with the article or a preposition, and as « our » one: « معهدنا ». */
function arabic(nouns: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:و)?(?:ال|لل|بال|ل|ب)?(?:${nouns}|${nouns.replaceAll('[ةه]', 'ت')})(?:نا)?(?!\\p{L})`,
    'u',
  );
}
