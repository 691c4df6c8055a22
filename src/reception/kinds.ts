import { plain } from '../model/plain.ts';
import type { RequesterKind } from '../model/request.ts';

/** What the name of an organisation says of its kind. */
export function kindOf(name: string): RequesterKind | undefined {
  return readIn(name)?.kind;
}

/**
 * The one of several names that an organisation is rather called by: an institution before a department, which a house may
 * have within, and both before a name that only speaks of mining; a university before its schools; else the first.
 */
export function mainName(names: readonly string[]): string | undefined {
  const read = names.flatMap((name) => {
    const found = readIn(name);
    return found ? [{ name, ...found }] : [];
  });
  const first = read.find(({ rank }) => read.every((other) => ranks.indexOf(rank) <= ranks.indexOf(other.rank)));
  const above = first?.kind === 'school' ? read.find(({ kind }) => kind === 'university') : undefined;
  return (above ?? first)?.name;
}

/** Whether more than a word of mining says so. */
export function isInstitution(name: string): boolean {
  return readIn(name)?.rank === 'institution';
}

function readIn(name: string): KindSign | undefined {
  const words = plain(name);
  return kinds.find(({ signs }) => signs.test(words));
}

/** What the words are: of an institution, of a department, or of a trade. The strongest first. */
const ranks = ['institution', 'department', 'trade'] as const;

interface KindSign {
  signs: RegExp;
  kind: RequesterKind;
  rank: (typeof ranks)[number];
}

function institution(signs: RegExp, kind: RequesterKind): KindSign {
  return { signs, kind, rank: 'institution' };
}

/** An Arabic noun, with the article or a preposition, and as « our » one: « معهدنا ». */
function arabic(nouns: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:و)?(?:ال|لل|بال|ل|ب)?(?:${nouns}|${nouns.replaceAll('[ةه]', 'ت')})(?:نا)?(?!\\p{L})`,
    'u',
  );
}

/** In order; the first that fits. On plain text. */
const kinds: readonly KindSign[] = [
  institution(arabic('سفار[ةه]|قنصلي[ةه]'), 'embassy'),
  institution(arabic('وزار[ةه]'), 'government'),
  institution(arabic('جامع[ةه]'), 'university'),
  institution(arabic('معهد|مدرس[ةه]|كلي[ةه]|ثانوي[ةه]|اكاديمي[ةه]|مركز (?:ال)?(?:تكوين|تدريب)'), 'school'),
  institution(arabic('جمعي[ةه]|غرف[ةه]|نقاب[ةه]|اتحاد'), 'association'),
  institution(arabic('منظم[ةه]|موسس[ةه] خيري[ةه]'), 'ngo'),
  institution(arabic('ديوان|مكتب|وكال[ةه]|هيي[ةه]|سلط[ةه]'), 'public-agency'),
  institution(arabic('شرك[ةه]|موسس[ةه] منجمي[ةه]'), 'mining-company'),
  institution(
    /\b(?:ambassade|embassy|embajada|embaixada|consulat\w*|consulate|consulado|high commission|haut[- ]commissariat)\b/,
    'embassy',
  ),
  institution(/\b(?:bureau du quebec|delegation (?:generale )?du quebec|quebec (?:government )?office)\b/, 'embassy'),
  institution(/\b(?:ministere|ministry|ministerio|ministerial|gouvernement|government|gobierno)\b/, 'government'),
  institution(
    /\b(?:universit\w+|universidad\w*|universidade|\w*hochschule|hogeschool|hogskola|bergakademie)\b/,
    'university',
  ),
  institution(
    /\b(?:cegep|cfp|centres? de services? scolaires?|commission scolaire|school (?:board|service cent(?:re|er)))\b/,
    'school',
  ),
  institution(
    /\b(?:ecole|school|escuela|escola|institut\w*|instituto|lycee|college|colegio|academy|academie|faculte|faculty|facultad|faculdade|(?:vocational|training|skills) cent(?:re|er)|centre de (?:formation|metiers)|centro de formac(?:ion|ao)|pol[iy]te[ck]\w+)\b/,
    'school',
  ),
  institution(/\b(?:ong|ngo|fondation|foundation|fundacion|fundacao)\b/, 'ngo'),
  institution(
    /\b(?:banque|bank|banco|giz|usaid|enabel|pnud|undp|african union|european union|union (?:africaine|europeenne))\b/,
    'development-agency',
  ),
  institution(/\b(?:association|asociacion|associacao|chambre|chamber|camara|syndicat|union)\b/, 'association'),
  institution(
    /(?<!\b(?:head|main|branch|back|regional|liaison) )\boffice\b|\b(?:agence|agency|agencia|autorite|authority|autoridad|commission|comision|geological survey|service national|service geologique|servicio (?:nacional|geologico)|societe nationale)\b/,
    'public-agency',
  ),
  institution(
    /\b(?:consulting|consultores|consultoria|consultants|advisory)\b|\bconseils?(?= (?:sarl|sas|sa|inc|ltee)\b|$)/,
    'consultant',
  ),
  institution(
    /\b(?:societe|sociedad|sociedade) (?:miniere|minera|mineira|anonyme|anonima|des?|du|d'|de)(?!\p{L})/u,
    'mining-company',
  ),
  institution(
    /\b(?:compagnie|company|compania|corp|corporation|inc|ltd|ltee|limited|plc|llc|pty|jsc|gmbh|sarl|s\.a\.?|ltda|sas)(?!\p{L})|\bs\.?a\.?(?:c\.?)?$/u,
    'mining-company',
  ),
  {
    signs:
      /\b(?:department|directorate|direccion (?:general|nacional|regional)|direction (?:generale|nationale|regionale|provinciale)) (?:of|for|de|des|du)(?! la societe\b)\b.*\b(?:mines?|minerals?|mineral resources|mineria|minas|energy|energie|energia|geolog\p{L}+)\b/u,
    kind: 'government',
    rank: 'department',
  },
  {
    signs: /\b(?:mines?|mining|minera|minero|mineria|miniere|minieres|gold|group|groupe)(?!\p{L})/u,
    kind: 'mining-company',
    rank: 'trade',
  },
];
