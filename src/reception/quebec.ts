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

/**
 * What says that the sender writes from Quebec, in French; undefined when nothing does.
 * @param domain - Of the address; empty for free mail.
 * @param signature - The last lines of what the sender wrote.
 */
export function inQuebec(domain: string, signature: string): string | undefined {
  if (/\.(?:qc\.ca|quebec)$/.test(domain)) return `domaine ${domain}`;
  const number = telephone.exec(signature)?.[0];
  if (number) return `téléphone ${number.trim()}`;
  const code = postalCode.exec(signature)?.[0];
  return code && `code postal ${code}`;
}
