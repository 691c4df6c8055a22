import { plain } from '../model/plain.ts';

/** Who may have signed. */
export interface Signatory {
  name: string;
  /** What the house is called: its name, its domain. */
  house?: string | undefined;
}

/** Whether the line is the name and nothing else, some of its words perhaps by their first letter, with a title or a degree. */
export function isName(line: string, { name }: Pick<Signatory, 'name'>): boolean {
  const names = new Set(wordsOf(name));
  const initials = new Set([...names].map((word) => word.charAt(0)));
  const words = wordsOf(line).filter((word) => !titles.has(word));
  return words.some((word) => names.has(word)) && words.every((word) => names.has(word) || initials.has(word));
}

/**
 * Whether each of the lines below a name or a valediction is what a signature is made of: a name, a function, a house, a
 * telephone, an address, a page. Any other may be a condition or a correction, however it is put.
 */
export function areSignature(lines: readonly string[], signatory: Signatory): boolean {
  const own = new Set([...wordsOf(signatory.name), ...houseWords(signatory.house ?? '')]);
  let address = false;
  return lines.every((line) => {
    const pieces = piecesOf(line);
    return pieces.every((piece, index) => {
      const place: boolean = isAddress(piece) || (address && isPlaceLine(piece));
      address = place;
      // « Abidjan, Côte d’Ivoire »
      const town = /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(piece) && isCountry(pieces[index + 1] ?? '');
      return place || town || isContact(piece) || isOwn(piece, own) || isCountry(piece) || isTitle(piece);
    });
  });
}

function piecesOf(line: string): string[] {
  const whole = line
    .replace(/["«»“”*_<>()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    // « 12, rue des Mines »
    .replace(/^(\d{1,5}\p{L}?), (?=\p{L})/u, '$1 ');
  if (isContact(whole)) return [];
  return whole
    .split(/\s*[|•·;,]\s*|\s+[-–—/]\s+|(?<=\p{L}{3})\.(?= |$)/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}

/** « Tarkwa Gold Technical University » is TGTU too. */
function houseWords(house: string): string[] {
  const words = wordsOf(house).filter((word) => !particles.has(word));
  return [...words, words.map((word) => word.charAt(0)).join('')];
}

function isOwn(piece: string, own: ReadonlySet<string>): boolean {
  const words = wordsOf(piece);
  if (/\p{N}/u.test(piece) || words.length === 0) return false;
  return words.every((word) => own.has(word) || titles.has(word) || particles.has(word));
}

const digits = '\\d[\\d ().+/-]{5,22}\\d';
const label =
  '(?:tel|telephone|telefono|phone|ph|mob|mobile|movil|cell|cellulaire|cel|celular|gsm|fax|telecopieur|telecopie|whatsapp|skype|teams|linkedin|courriel|email|e-mail|mail|correo|web|site|website|site web|bureau|office|direct|t|m|f|p|c|e|w)';
const extension = '(?: ?(?:poste|ext|extension|interno|x)[ .:]{0,2}\\d{1,6})?';
/** A number without a word that says what it is may be a sum, a date or a year: it is as it is dialled. */
const reached = `(?:${label}(?: ${label})?[ .:]{1,5}[+(]{0,2}${digits}${extension}|(?:\\+|00|\\(\\+?)${digits}${extension}|0\\d(?:[ .-]?\\d){7,9}|\\(?[2-9]\\d\\d\\)?[ .-]\\d{3}[ .-]\\d{4}${extension}|(?:${label}[ .:]{1,3})?[^\\s@]{1,64}@[^\\s@]{1,200}|(?:${label}[ .:]{1,3})?(?:https?:\\/\\/|www\\.)\\S{1,200}|(?:${label}[ .:]{1,3})?[a-z\\d-]{2,60}(?:\\.[a-z\\d-]{2,60}){1,4}(?:\\/\\S{0,100})?)`;
const contact = new RegExp(`^(?:${reached}(?: ?[|/,;•·-] ?| |$)){1,4}$`);

function isContact(piece: string): boolean {
  return piece.length <= 200 && contact.test(plain(piece));
}

const street =
  /^(?:rue|avenue|av|ave|boulevard|boul|bd|blvd|route|rte|chemin|place|quai|allee|impasse|rang|montee|street|st|road|rd|drive|lane|highway|square|crescent|calle|carrera|avenida|jiron|jr|paseo|plaza|km)$/;
const box =
  /^(?:p\.? ?o\.? ?box|p\.? ?m\.? ?b|b\.? ?p|c\.? ?p|boite postale|case postale|apartado(?: postal)?|casilla|private mail bag|bureau|suite|local|room|floor|etage|piso|oficina|bloc|block|lot)[ .:]{1,3}[a-z\d-]{1,8}(?= |$)/;
const canadian = /(?:^| )[a-z]\d[a-z] ?\d[a-z]\d$/;

function isAddress(piece: string): boolean {
  const line = plain(piece);
  if (canadian.test(line)) return isPlaceLine(piece.slice(0, line.search(canadian)));
  if (box.test(line)) return isPlaceLine(piece.slice(box.exec(line)?.[0].length ?? 0));
  const words = line.split(/[ .]+/);
  return /\d/.test(line) && words.some((word) => street.test(word)) && isPlaceLine(piece);
}

/** Numbers, names, and what links them: « 75001 Paris », « 12 rue des Mines ». */
function isPlaceLine(piece: string): boolean {
  const words = piece.split(/[\s.]+/).filter(Boolean);
  return (
    words.length <= 8 &&
    words.every((word) => {
      const said = plain(word);
      return /^\d[\w-]{0,7}$|^n[°ºo]?$/.test(said) || /^\p{Lu}/u.test(word) || particles.has(said) || street.test(said);
    })
  );
}

/** Names of countries in the languages of the letters, as Unicode has them (CLDR). */
const countries: ReadonlySet<string> = new Set(
  ['fr', 'en', 'es'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    return codes.flatMap((code) => names.of(code) ?? []).map((name) => spaced(name));
  }),
);

function spaced(text: string): string {
  return wordsOf(text).join(' ');
}

function isCountry(piece: string): boolean {
  const place = spaced(piece);
  return !/\p{N}/u.test(piece) && (countries.has(place) || place === 'quebec' || place === 'qc');
}

/**
 * A function or a house: the word that says which, and what belongs to it. In French and Spanish that follows, as an
 * adjective or behind « de »; in English an adjective may stand before it. A verb does neither.
 */
function isTitle(piece: string): boolean {
  if (/[^\p{L}\p{M}\s.'’&/-]/u.test(piece)) return false;
  const words = piece.match(/[\p{L}\p{M}]+/gu) ?? [];
  const said = words.map(plain);
  const head = said.findIndex((word) => functions.has(word) || (houses.has(word) && /^\p{Lu}/u.test(piece)));
  if (head < 0 || words.length > 14) return false;
  if (!said.slice(0, head).every((word) => before.has(word) || adjectiveBefore.test(word))) return false;
  let free = 0;
  for (let at = head + 1; at < words.length; at++) {
    const word = said[at] ?? '';
    if (particles.has(word)) free = 1;
    else if (/^\p{Lu}/u.test(words[at] ?? '') || functions.has(word) || adjectiveBehind.test(word)) continue;
    else if (free > 0) free--;
    else return false;
  }
  return true;
}

const adjectiveBehind =
  /(?:ique|iques|al|ale|aux|el|elle|elles|ier|iere|ieres|if|ive|aire|aires|ien|ienne|ois|oise|ais|aise|ain|aine|ico|ica|icas|icos|ivo|iva|ario|aria|ero|era|ales|ing|ic)$/;
const adjectiveBefore = /(?:ical|onal|ial|eral|ic|ive|ing|emic)$/;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const titles = set('dr dre pr pre prof mr mrs ms m mme mlle me ing eng phd msc mba ma bsc sr sra lic chief hon');

const particles = set(
  'a au aux d de del des du l la le les el los las en et y e and of the for to in on pour par sur da do dos van von ben bin al',
);

const before = set(
  'vice sous co ex deputy senior junior assistant associate acting chief principal head lead project programme program training mining human resources research business development operations safety mine field country department',
);

const functions = set(
  `directeur directrice director directora doyen doyenne dean decano decana recteur rectrice rector rectora president presidente
  presidenta chair chairman chairwoman chairperson chef cheffe head jefe jefa responsable manager gerente gestionnaire
  coordonnateur coordonnatrice coordinateur coordinatrice coordinator coordinador coordinadora conseiller conseillere advisor
  adviser asesor asesora professeur professeure professor profesor profesora enseignant enseignante teacher lecturer docente
  charge chargee agent agente officer secretaire secretary secretario secretaria ministre minister ministro ministra ambassadeur
  ambassadrice ambassador consul attache attachee ingenieur ingenieure engineer ingeniero ingeniera geologue geologist geologo
  consultant consultante consultor consultora assistant assistante adjoint adjointe analyste analyst specialiste specialist
  expert experte superviseur superviseure supervisor administrateur administratrice administrator delegue deleguee delegate
  representant representante representative superintendent fondateur fondatrice founder ceo cfo coo pdg dg technicien
  technicienne technician instructor instructeur instructrice formateur formatrice trainer chercheur chercheuse researcher
  inspecteur inspectrice inspector rrhh`,
);

const houses = set(
  `ministere ministry ministerio ecole school escuela universite university universidad institut institute instituto cegep
  college colegio centre center centro faculte faculty facultad departement department departamento direction directorate
  direccion division service services unite unit bureau office oficina agence agency agencia societe company compagnie compania
  empresa groupe group grupo association asociacion fondation foundation fundacion chambre chamber camara federation commission
  comision conseil council consejo delegation embassy ambassade embajada consulat secretariat laboratoire laboratory laboratorio
  academie academy cfp css`,
);
