import { parse } from 'tldts';
import type { Requester } from '../model/request.ts';
import { personName, withoutNames } from './names.ts';

/**
 * The text without addresses, telephone numbers, accounts and the requester's own name: partners read those of people
 * who agreed, and nowhere but in the line that is made for it.
 */
export function withoutContacts(text: string, { name, organisation }: Named): string {
  const shown = withoutCoordinates(text).replace(turnedTo, nameRemoved);
  return besideHouses(shown, (part) => withoutNames(part, [personName(name, organisation)], nameRemoved));
}

/**
 * The name of an organisation without what reaches a person. « Boateng Mining » keeps its own; what is a person's name
 * alone, or their domain, is none.
 */
export function organisationShown({ name, organisation }: Named): string {
  const whole = { ...personName(name), alone: new Set<string>() };
  const shown = besideHouses(withoutCoordinates(organisation ?? ''), (part) =>
    withoutNames(part, [whole], nameRemoved),
  );
  const left = shown.replace(/\[[^\]]*\]\S*/gu, ' ');
  return /\p{L}/u.test(left) ? shown : 'Organisation externe';
}

type Named = Pick<Requester, 'name'> & Partial<Pick<Requester, 'organisation'>>;

function withoutCoordinates(text: string): string {
  const spelled = spelledOut.reduce(
    (shown, pattern) => shown.replace(pattern, (found) => (isSpelled(found) ? removed : found)),
    text,
  );
  return hiders.reduce((shown, pattern) => shown.replace(pattern, removed), spelled);
}

/** The text in which only what stands beside the names of houses is changed. */
function besideHouses(text: string, change: (part: string) => string): string {
  return text
    .split(namedHouse)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** « Ama Boateng Consulting », « Fondation Ama Boateng »: an organisation by a person's name is no person. */
const namedHouse =
  /((?<![\p{L}'’-])(?:(?:Fondation|Foundation|Fundaci[oó]n|Cabinet|Groupe|Grupo|Succession)(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}|(?:\p{Lu}[\p{L}'’.-]{0,30} ){1,3}(?:Mining |Engineering |Drilling )?(?:Consulting|Consultants|Consultor[ií]a|Conseils?|Associates|Associ[ée]s|Foundation|Group|Holdings?|Enterprises?|Entreprises|Ltd|Lt[ée]e|Inc|LLC|PLC|SARL|SAS|SA|GmbH|Corp|(?:&|and|et) (?:Sons|Fils|Co)))(?![\p{L}'’-])(?! \p{Lu}))/u;

const removed = '[coordonnées retirées]';
const nameRemoved = '[nom retiré]';

const at = '(?:@|＠|﹫| ?[([{] ?(?:at|à|arobase|arroba|a commercial) ?[)\\]}] ?)';
const dot = '(?:\\.| ?[([{] ?(?:dot|point|punto) ?[)\\]}] ?)';
const label = '[^\\s@＠<>()",;:[\\]{}.!?]{1,63}';

/** French sets its colons apart, by a space of some kind. */
const gap = '[ \\u00A0\\u202F]?';

const word = '[a-z][a-z0-9_-]{1,62}';

/** A person by the name after such words; a house may be named. */
const turnedTo =
  /(?<=(?<!\p{L})(?:[Pp]ersonne(?:[- ]ressource| à (?:joindre|contacter))|[Cc]ontact(?: person)?|[Pp]ersona de contacto|[Rr]esponsable)[ \u00A0]?: ?)(?!(?:Minist|Direc|D[eé]part|Univ|[EÉ]cole|School|Escuela|Institut|Service|Bureau|Office|Oficina|Mine|Soci[eé]t|Compa|Cent[er]|C[eé]gep|Facult|Facul|Secr[eé]t|Division|Unit))(?:(?:Mme|M\.|Mr\.?|Mrs\.?|Ms\.?|Dre?\.?|Pre?\.?|Prof\.?|Ing\.?|Sra?\.?) )?\p{Lu}[\p{L}'’-]{1,30}(?: (?:(?:de|du|la|van|von|al|el|ben|bin|da|dos) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}){1,3}/gu;

/** Spelled so that no program finds it, in words that may also be those of a sentence. */
const spelledOut: readonly RegExp[] = (
  [
    ['at', 'dot'],
    ['chez|arobase|arrobas?', 'point'],
    ['arroba', 'punto'],
  ] as const
).map(([sign, stop]) => {
  const local = '[\\p{L}\\d](?:[\\p{L}\\d._+-]{0,61}[\\p{L}\\d])?';
  return new RegExp(
    `(?<![\\p{L}\\p{N}._-])${local}(?: (?:${stop}) ${local}){0,3} (?:${sign}) ${label}(?: (?:${stop}) [\\p{L}-]{2,24}){1,5}(?![\\p{L}\\p{N}])`,
    'giu',
  );
});

/** Whether what follows the sign is a host, under a suffix that exists (« chez nous point final » is a sentence). */
function isSpelled(found: string): boolean {
  const words = found.toLowerCase().split(' ');
  const sign = words.findLastIndex((word) => /^(?:at|chez|arobase|arrobas?)$/.test(word));
  if (/^ar/.test(words[sign] ?? '')) return true;
  const host = words.slice(sign + 1);
  if (noHost.test(host[0] ?? '')) return false;
  const { publicSuffix, isIcann } = parse(host.filter((_, index) => index % 2 === 0).join('.'));
  // RFC 2606, 2: such names stand in examples.
  if (!isIcann && !/^(?:example|test|invalid|localhost)$/.test(publicSuffix ?? '')) return false;
  return (
    !/^(?:de|la|in|is|it|at|no|so|me|my|do|es|be|by|to|us|as)$/.test(publicSuffix ?? '') ||
    /[.\d_]/.test(words[0] ?? '')
  );
}

/** Who or what is meant there, and no house. */
const noHost =
  /^(?:nous|vous|moi|toi|lui|eux|elles?|soi|le|la|les|l|un|une|des|notre|nos|votre|vos|leurs?|ce|cette|ces|mon|ma|mes|son|sa|ses|the|an?|our|your|my|his|her|its|their|this|that|these|those|any|each|all|one|least|most|best|first|last|home|work|night|once|some|every|no|us|you|him|them)$/;

const hiders: readonly RegExp[] = [
  new RegExp(
    `(?:mailto:)?(?:"[^"\\n]{1,64}"|[^\\s@＠<>()",;:[\\]{}]{1,64})${at}${label}(?:${dot}${label}){1,8}`,
    'giu',
  ),
  // Spelled so that no program finds it.
  new RegExp(`[^\\s@<>()",;:]{1,64} ?@ ?${word}(?:(?: \\. |\\.)${word}){1,5}`, 'giu'),
  // A page that is a person's.
  /(?:https?:\/\/)?(?:[\w-]{1,20}\.){0,2}(?:linkedin\.com\/in|wa\.me|t\.me|facebook\.com|fb\.me|m\.me|instagram\.com|x\.com|twitter\.com|signal\.me|join\.skype\.com|calendly\.com|orcid\.org)\/[^\s<>()"]{1,200}/giu,
  /(?:https?:\/\/)?[\w.-]{1,100}\/~[\w.-]{1,60}(?:\/[^\s<>()"]{0,200})?/giu,
  // With a word that says what it is, in any layout; else as it is dialled from abroad, in North America, or at home.
  /(?<=\b(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire|ular)?|celular|whatsapp|gsm|fax)\b[^\d\n+(]{0,6})\+?\(?\d[\d\s().-]{4,18}\d/giu,
  /(?<=\b(?:call|ring|appele[rz]|joindre|contact\w*|llam\w+)\b[^\d\n+(]{0,15})\+?\(?\d[\d\s().-]{4,18}\d/giu,
  // A number with so many decimals is a place on a map.
  /(?<![\d+])(?:\+|00)(?!\d{1,3}\.\d{4,7}(?![\s.()/-]?\d))\s?\(?[1-9]\d{0,2}\)?(?:[\s.()/-]?\d){6,11}(?!\d)/gu,
  /(?<![\d$])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]?\d{4}(?![\d,.]*\d|\s?[$€£%])/gu,
  /(?<![\d$.,/-])0[1-9](?:[ .-]?\d){7,9}(?![\d,.]*\d|\s?[$€£%])/gu,
  // Another beside one that was found.
  /(?<=\[coordonnées retirées\]\s?(?:[/,;]|ou|or|o|et|and|y)\s?)\d(?:[ .-]?\d){5,14}(?!\d)/gu,
  // An account, once no number is left that may follow such a word.
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:skype|telegram|wechat|weixin|whatsapp|viber|discord|snapchat|linkedin|instagram|facebook|twitter)(?:${gap}(?:id|name|pseudo|compte|account))?(?:${gap}[:=]${gap}|${gap}(?=@))(?:\\d[\\d -]{5,20}\\d|[^\\s,;<>()"[\\]]{2,100})`,
    'giu',
  ),
  // Those are words, too: what follows is written as an account.
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:teams|signal|messenger|zoom|meet)(?:${gap}(?:id|name|pseudo|compte|account))?(?:${gap}[:=]${gap}|${gap}(?=@))(?:@[\\p{L}\\p{N}]|\\d[\\d -]{5,20}\\d(?!\\d)|(?=[^\\s,;<>()"[\\]]{0,60}[\\p{L}\\p{N}][._\\d@+-][\\p{L}\\p{N}])(?=[^\\s]{0,60}\\p{L}))[^\\s,;<>()"[\\]]{0,100}`,
    'giu',
  ),
  /(?<!\p{L})(?:ext(?:ension)?|poste|interno)\b\.? ?(?:n[°o]\.? ?)?\d{2,6}(?!\d)/giu,
];
