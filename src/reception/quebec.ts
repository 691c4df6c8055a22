/** Towns of Quebec where a mine, a school or a head office may be. The province itself is named in every request. */
export const quebecPlaces: readonly string[] = [
  'Val-d’Or',
  'Val d’Or',
  'Rouyn-Noranda',
  'Rouyn',
  'Amos',
  'Malartic',
  'La Sarre',
  'Abitibi-Témiscamingue',
  'Abitibi',
  'Chibougamau',
  'Chapais',
  'Matagami',
  'Fermont',
  'Sept-Îles',
  'Port-Cartier',
  'Baie-Comeau',
  'Thetford Mines',
  'Saguenay',
  'Jonquière',
  'Trois-Rivières',
  'Sherbrooke',
  'Gatineau',
  'Montréal',
  'Rimouski',
  'Kuujjuaq',
];

/** Area codes of Quebec within number 1. */
const telephone =
  /(?<![\d+])(?:\+?1[\s.-]?)?\(?(?:263|354|367|418|438|450|468|514|579|581|819|873)\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/;
/** Postal codes of Quebec begin with G, H or J. */
const postalCode = /\b[GHJ]\d[A-Z] ?\d[A-Z]\d\b/;

/** « Malartic (Québec) », « Amos, QC »; « Délégation du Québec à Dakar » is elsewhere. */
const province = /\((?:Québec|Quebec|QC|PQ)\)|(?<=\p{L}, ?)(?:Québec|Quebec|QC)(?!\p{L})|\bQC\b(?! \p{L})/u;
const towns = new RegExp(`(?<![\\p{L}-])(?:${quebecPlaces.join('|')})(?![\\p{L}-])`, 'u');
/** Schools that no other country has. */
const schools = /(?<!\p{L})(?:cégep|cegep|centres? de services scolaires?|commission scolaire)(?!\p{L})/iu;

/**
 * What says that the sender writes from Quebec, in French; undefined when nothing does.
 * @param domain - Of the address; empty for free mail.
 * @param end - The last lines of what the sender wrote.
 * @param signature - Those of them that sign.
 */
export function inQuebec(domain: string, end: string, signature: string): string | undefined {
  if (/\.(?:qc\.ca|quebec)$/.test(domain)) return `domaine ${domain}`;
  const number = telephone.exec(end)?.[0];
  if (number) return `téléphone ${number.trim()}`;
  const code = postalCode.exec(end)?.[0];
  if (code) return `code postal ${code}`;
  const written = signature.normalize('NFC');
  const word = [province, schools, towns].map((sign) => sign.exec(written)?.[0]).find(Boolean);
  return word && `signature\u00A0: «\u00A0${word}\u00A0»`;
}
