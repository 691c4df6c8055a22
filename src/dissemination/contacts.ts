import type { Requester } from '../model/request.ts';
import { personName, withoutNames } from './names.ts';

/**
 * The text without addresses, telephone numbers, accounts and the requester's own name: partners read those of people
 * who agreed, and nowhere but in the line that is made for it.
 */
export function withoutContacts(text: string, { name, organisation }: Named): string {
  const shown = withoutCoordinates(text).replace(turnedTo, nameRemoved);
  return withoutNames(shown, [personName(name, organisation)], nameRemoved);
}

/**
 * The name of an organisation without what reaches a person. « Boateng Mining » keeps its own; what is a person's name
 * alone, or their domain, is none.
 */
export function organisationShown({ name, organisation }: Named): string {
  const whole = { ...personName(name), alone: new Set<string>() };
  const shown = withoutNames(withoutCoordinates(organisation ?? ''), [whole], nameRemoved);
  const left = shown.replace(/\[[^\]]*\]\S*/gu, ' ');
  return /\p{L}/u.test(left) ? shown : 'Organisation externe';
}

type Named = Pick<Requester, 'name'> & Partial<Pick<Requester, 'organisation'>>;

function withoutCoordinates(text: string): string {
  return hiders.reduce((shown, pattern) => shown.replace(pattern, removed), text);
}

const removed = '[coordonnées retirées]';
const nameRemoved = '[nom retiré]';

const at = '(?:@|＠|﹫| ?[([{] ?(?:at|arobase|arroba|a commercial) ?[)\\]}] ?)';
const dot = '(?:\\.| ?[([{] ?(?:dot|point|punto) ?[)\\]}] ?)';
const label = '[^\\s@＠<>()",;:[\\]{}.!?]{1,63}';

const word = '[a-z][a-z0-9_-]{1,62}';

/** A person by the name after such words; a house may be named. */
const turnedTo =
  /(?<=(?<!\p{L})(?:[Pp]ersonne(?:[- ]ressource| à (?:joindre|contacter))|[Cc]ontact(?: person)?|[Pp]ersona de contacto|[Rr]esponsable)[ \u00A0]?: ?)(?!(?:Minist|Direc|D[eé]part|Univ|[EÉ]cole|School|Escuela|Institut|Service|Bureau|Office|Oficina|Mine|Soci[eé]t|Compa|Cent[er]|C[eé]gep|Facult|Facul|Secr[eé]t|Division|Unit))(?:(?:Mme|M\.|Mr\.?|Mrs\.?|Ms\.?|Dre?\.?|Pre?\.?|Prof\.?|Ing\.?|Sra?\.?) )?\p{Lu}[\p{L}'’-]{1,30}(?: (?:(?:de|du|la|van|von|al|el|ben|bin|da|dos) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}){1,3}/gu;

const hiders: readonly RegExp[] = [
  new RegExp(
    `(?:mailto:)?(?:"[^"\\n]{1,64}"|[^\\s@＠<>()",;:[\\]{}]{1,64})${at}${label}(?:${dot}${label}){1,8}`,
    'giu',
  ),
  // Spelled so that no program finds it.
  new RegExp(`[^\\s@<>()",;:]{1,64} ?@ ?${word}(?:(?: \\. |\\.)${word}){1,5}`, 'giu'),
  ...(
    [
      ['at', 'dot'],
      ['chez|arobase', 'point'],
      ['arroba', 'punto'],
    ] as const
  ).map(
    ([sign, stop]) =>
      new RegExp(`(?<![\\p{L}\\p{N}._-])${word} (?:${sign}) ${word}(?: (?:${stop}) ${word}){1,5}`, 'giu'),
  ),
  // A page that is a person's, and an account by the name of its service.
  /(?:https?:\/\/)?(?:[\w-]{1,20}\.){0,2}(?:linkedin\.com\/in|wa\.me|t\.me|facebook\.com|fb\.me|m\.me|instagram\.com|x\.com|twitter\.com|signal\.me|join\.skype\.com|calendly\.com|orcid\.org)\/[^\s<>()"]{1,200}/giu,
  /(?:https?:\/\/)?[\w.-]{1,100}\/~[\w.-]{1,60}(?:\/[^\s<>()"]{0,200})?/giu,
  /(?<![\p{L}\p{N}])(?:skype|telegram|wechat|weixin|signal|viber|linkedin|messenger|instagram|facebook|twitter)(?: (?:id|name))? ?[:=] ?[^\s,;<>()"]{2,100}/giu,
  // With a word that says what it is, in any layout; else as it is dialled from abroad, in North America, or at home.
  /(?<=\b(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire|ular)?|celular|whatsapp|gsm|fax)\b[^\d\n+(]{0,6})\+?\(?\d[\d\s().-]{4,18}\d/giu,
  /(?<=\b(?:call|ring|appele[rz]|joindre|contact\w*|llam\w+)\b[^\d\n+(]{0,15})\+?\(?\d[\d\s().-]{4,18}\d/giu,
  // A number with so many decimals is a place on a map.
  /(?<![\d+])(?:\+|00)(?!\d{1,3}\.\d{4,7}(?![\s.()/-]?\d))\s?\(?[1-9]\d{0,2}\)?(?:[\s.()/-]?\d){6,11}(?!\d)/gu,
  /(?<![\d$])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]?\d{4}(?![\d,.]*\d|\s?[$€£%])/gu,
  /(?<![\d$.,/-])0[1-9](?:[ .-]?\d){7,9}(?![\d,.]*\d|\s?[$€£%])/gu,
  // Another beside one that was found.
  /(?<=\[coordonnées retirées\]\s?(?:[/,;]|ou|or|o|et|and|y)\s?)\d(?:[ .-]?\d){5,14}(?!\d)/gu,
  /(?<!\p{L})(?:ext(?:ension)?|poste|interno)\b\.? ?(?:n[°o]\.? ?)?\d{2,6}(?!\d)/giu,
];
