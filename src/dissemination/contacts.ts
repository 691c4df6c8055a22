import { parse } from 'tldts';
import { domainOf } from '../model/domain.ts';
import { plain } from '../model/plain.ts';
import type { Requester } from '../model/request.ts';
import { copyOf, type FoldedCopy, found, type Span, shownOf, withoutSpans } from './folded-copy.ts';
import { type Name, nameSpans, personName } from './names.ts';
import { nameInAddress, thirdPersons } from './persons.ts';
import { otherNumbers, telephones } from './telephones.ts';

/**
 * The text without addresses, telephone numbers, accounts, the requester's own name and those of others that plainly are
 * persons': partners read those of people who agreed, and nowhere but in the line that is made for it. It is looked
 * through as a reader sees it, however it is written.
 */
export function withoutContacts(text: string, requester: Named): string {
  const names = namesOf(requester);
  const coordinates = withoutCoordinates(copyOf(text));
  const turned = withoutSpans(coordinates, found(turnedTo, coordinates), nameRemoved);
  const named = names.reduce((shown, name) => besideHouses(shown, (part) => nameSpans(part, name)), turned);
  const known = shownOf(copyOf(requester.organisation ?? ''));
  return shownOf(besideHouses(withoutAccounts(named, names), (part) => thirdPersons(part, known)));
}

/**
 * The name of an organisation without what reaches a person. « Boateng Mining » keeps its own; what is a person's name
 * alone, or their domain, is none.
 */
export function organisationShown({ name, organisation }: Named): string {
  const whole = { ...personName(copyOf(name).text), alone: new Set<string>() };
  const shown = shownOf(besideHouses(withoutCoordinates(copyOf(organisation ?? '')), (part) => nameSpans(part, whole)));
  const left = shown.replace(/\[[^\]]*\]\S*/gu, ' ');
  return /\p{L}/u.test(left) ? shown : 'Organisation externe';
}

type Named = Pick<Requester, 'name'> & Partial<Pick<Requester, 'organisation' | 'address'>>;

/** As the requester is called, and as the address calls them. */
function namesOf({ name, organisation = '', address = '' }: Named): Name[] {
  const known = copyOf(`${organisation} ${domainOf(address)}`).text;
  const addressed = nameInAddress(address, known);
  const names = [personName(copyOf(name).text, known), ...(addressed === undefined ? [] : [addressed])];
  return names.filter(({ words }) => words.size > 0);
}

function withoutCoordinates(copy: FoldedCopy): FoldedCopy {
  // « +233 (0)24 » is dialled without it.
  const dialled = withoutSpans(copy, found(/(?<=\d ?)\(0\) ?(?=\d)/g, copy), '');
  const numbers = dialled.text === copy.text ? copy : withoutCoordinates(dialled);
  const spelled = spelledOut.reduce(
    (shown, pattern) => withoutSpans(shown, found(pattern, shown, isSpelled), removed),
    numbers,
  );
  const shown = hiders.reduce((each, pattern) => withoutSpans(each, found(pattern, each), removed), spelled);
  return withoutSpans(shown, otherNumbers(shown.text), removed);
}

/** « signal amab »: such words are accounts where they hold the name. */
function withoutAccounts(copy: FoldedCopy, names: readonly Name[]): FoldedCopy {
  const own = names.flatMap(({ words }) => [...words]).filter((word) => word.length >= 3);
  const holds = (account: string) => own.some((word) => plain(account).includes(word));
  return withoutSpans(copy, found(account, copy, holds), removed);
}

/** The text in which only what stands beside the names of houses is changed. */
function besideHouses(copy: FoldedCopy, spansIn: (part: string) => readonly Span[]): FoldedCopy {
  let from = 0;
  const spans = copy.text.split(namedHouse).flatMap((part, index): Span[] => {
    const start = from;
    from += part.length;
    return index % 2 === 0 ? spansIn(part).map(([first, end]): Span => [start + first, start + end]) : [];
  });
  return withoutSpans(copy, spans, nameRemoved);
}

/** « Ama Boateng Consulting », « Fondation Ama Boateng »: an organisation by a person's name is no person. */
const namedHouse =
  /((?<![\p{L}'’-])(?:(?:Fondation|Foundation|Fundaci[oó]n|Cabinet|Groupe|Grupo|Succession)(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}|(?:\p{Lu}[\p{L}'’.-]{0,30} ){1,3}(?:Mining |Engineering |Drilling )?(?:Consulting|Consultants|Consultor[ií]a|Conseils?|Associates|Associ[ée]s|Foundation|Group|Holdings?|Enterprises?|Entreprises|Ltd|Lt[ée]e|Inc|LLC|PLC|SARL|SAS|SA|GmbH|Corp|(?:&|and|et) (?:Sons|Fils|Co)))(?![\p{L}'’-])(?! \p{Lu}))/u;

const removed = '[coordonnées retirées]';
const nameRemoved = '[nom retiré]';

const at = '(?:@|%40| ?[([{<] ?(?:@|at|à|arobase|arroba|a commercial) ?[)\\]}>] ?)';
const dot = '(?:\\.| ?[([{<] ?(?:dot|point|punto|\\.) ?[)\\]}>] ?)';
const label = '[^\\s@<>()",;:[\\]{}.!?]{1,63}';

/** French sets its colons apart, by a space of some kind. */
const gap = '[ \\u00A0\\u202F]?';

const word = '[a-z][a-z0-9_-]{1,62}';

/** A person by the name after such words; a house may be named. */
const turnedTo =
  /(?<=(?<!\p{L})(?:[Pp]ersonne(?:[- ]ressource| à (?:joindre|contacter))|[Cc]ontact(?: person)?|[Pp]ersona de contacto|[Rr]esponsable|[Pp]oint focal|[Ff]ocal point)(?: ?: ?| (?:est|sera|is|es) )|(?<!\p{L})[Ss]['’]adresser à )(?!(?:Minist|Direc|D[eé]part|Univ|[EÉ]cole|School|Escuela|Institut|Service|Bureau|Office|Oficina|Mine|Soci[eé]t|Compa|Cent[er]|C[eé]gep|Facult|Facul|Secr[eé]t|Division|Unit))(?:(?:Mme|M\.|Mr\.?|Mrs\.?|Ms\.?|Dre?\.?|Pre?\.?|Prof\.?|Ing\.?|Sra?\.?) )?\p{Lu}[\p{L}'’-]{1,30}(?: (?:(?:de|du|la|van|von|al|el|ben|bin|da|dos) ){0,2}(?:\p{Lu}\.(?= )|\p{Lu}[\p{L}'’-]{0,30})){1,3}/gu;

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

const account =
  /(?<=(?<!\p{L})(?:signal|teams|messenger|zoom|meet|skype|telegram|wechat|weixin|whatsapp|viber|discord|snapchat|instagram|facebook|twitter)(?: ?(?:id|name|pseudo|compte|account|moi|me))? ?[:=]? ?)@?[\p{L}\d._-]{3,60}/giu;

const hiders: readonly RegExp[] = [
  new RegExp(`(?:mailto:)?(?:"[^"\\n]{1,64}"|[^\\s@<>()",;:[\\]{}]{1,64})${at}${label}(?:${dot}${label}){1,8}`, 'giu'),
  // Spelled so that no program finds it.
  new RegExp(`[^\\s@<>()",;:]{1,64} ?@ ?${word}(?:(?: \\. |\\.)${word}){1,5}`, 'giu'),
  // A page that is a person's.
  /(?:https?:\/\/)?(?:[\w-]{1,20}\.){0,2}(?:linkedin\.com\/in|wa\.me|t\.me|facebook\.com|fb\.me|m\.me|instagram\.com|x\.com|twitter\.com|signal\.me|join\.skype\.com|calendly\.com|orcid\.org|meet\.google\.com|zoom\.us\/j|teams\.microsoft\.com)\/[^\s<>()"]{1,200}/giu,
  /(?:https?:\/\/)?[\w.-]{1,100}\/~[\w.-]{1,60}(?:\/[^\s<>()"]{0,200})?/giu,
  ...telephones,
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
