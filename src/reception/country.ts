import { parse } from 'tldts';
import { plain } from '../model/plain.ts';
import { type Confidence, languages } from '../model/request.ts';
import { countries } from './countries.ts';
import { type Place, places } from './places.ts';
import { sentencesOf } from './points.ts';
import { inQuebec } from './quebec.ts';
import { regionsIn } from './regions.ts';
import { asWritten } from './signs.ts';

/** A country with what speaks for it, in French. */
interface CountryFound {
  country: string;
  timeZone: string;
  evidence: string;
  /** The place within a country of several zones that tells the zone. */
  zoneEvidence?: string;
  confidence: Confidence;
}

/**
 * The country that the strongest sign speaks for: the domain's, a telephone number's, one named in the signature, in what
 * the text says of its writer, in the rest of it. Signs of one strength that contradict each other are passed over.
 * @param domain - Of the sender's address; empty when it tells nothing (free mail).
 * @param signature - What signs, without sentences.
 * @param end - The last lines, where telephone numbers are the sender's.
 */
export function findCountry(said: {
  domain: string;
  signature: string;
  end: string;
  text: string;
}): CountryFound | undefined {
  const { domain, signature, end, text } = said;
  const own = ofWriter(text);
  const quebec = inQuebec(domain, end, signature);
  const signs: [Sign[], Confidence][] = [
    [ofDomain(domain), 'likely'],
    [ofTelephones(end), 'likely'],
    [ofNames(signature, 'signature'), 'likely'],
    [ofPlaces(signature, 'signature'), 'likely'],
    [ofRegions(signature), 'likely'],
    [quebec ? [{ country: 'CA', evidence: quebec }] : [], 'likely'],
    [ofNames(own, 'texte'), 'possible'],
    [ofPlaces(own, 'texte'), 'possible'],
    [ofNames(text, 'texte'), 'possible'],
    [ofPlaces(text, 'texte'), 'possible'],
    [ofLabel(domain), 'possible'],
  ];
  for (const [index, [sign, confidence]] of signs.entries()) {
    const [only, ...others] = new Map(sign.map((found) => [found.country, found])).values();
    if (!only || others.length > 0) continue;
    // Another sign of the same words is the same sign.
    const agrees = signs
      .slice(index + 1)
      .flatMap(([other]) => other)
      .find(({ country, evidence }) => country === only.country && quoted(evidence) !== quoted(only.evidence));
    const evidence = agrees ? `${only.evidence}; ${agrees.evidence}` : only.evidence;
    const within = regionOf(only.country, signature, 'signature') ?? regionOf(only.country, text, 'texte');
    const ofQuebec =
      only.country === 'CA' && quebec ? { timeZone: 'America/Toronto', zoneEvidence: quebec } : undefined;
    const zone = { timeZone: zoneOf(only, sign), ...ofQuebec, ...within };
    return { ...only, evidence, ...zone, confidence: agrees ? 'sure' : confidence };
  }
  return undefined;
}

/** The sentences in which people say who and where they are; what is told of others stands elsewhere. */
function ofWriter(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => ofSelf.test(plain(sentence)) && !ofOthers.test(plain(sentence)))
    .join('\n');
}

const ofSelf =
  /\b(?:nous sommes|je suis|nous, une?|notre|nos|basee?s? (?:a|au|en)|situee?s? (?:a|au|en)|implantee?s?|we are|i am|we (?:run|operate|work|come)|our|based in|located in|somos|soy|estamos|nuestr[oa]s?|ubicad[oa]s?|sou|noss[oa]s?)\b|(?<!\p{L})(?:نحن|انا)(?!\p{L})/u;
const ofOthers =
  /\b(?:partenaires?|partners?|socios?|parceiros?|voisine?s?|neighbou?rs?|vecin[oa]s?|concurrents?|competitors?|clients?|amis?|friends?|colleagues?|collegues?)\b/;

function quoted(evidence: string): string {
  return /«.*»/u.exec(evidence)?.[0].toLowerCase() ?? evidence;
}

type Sign = Omit<CountryFound, 'timeZone' | 'confidence'> & { timeZone?: string };

/** Places that agree on the country may still lie in different zones: then the capital's is as good as any. */
function zoneOf(found: Sign, signs: readonly Sign[]): string {
  const capital = countries.get(found.country)?.timeZone ?? '';
  const [zone = capital, ...others] = new Set(signs.map(({ timeZone }) => timeZone ?? capital));
  return others.length > 0 ? capital : zone;
}

/** Country codes that anybody in the world registers under. */
const worldwide = new Set('ai cc co fm gg im io la ly me nu sh so st to tv vc ws'.split(' '));
/** Top-level domains that are not the country's ISO code. */
const otherCodes: Readonly<Record<string, string>> = { uk: 'GB' };

function ofDomain(domain: string): Sign[] {
  const top = parse(domain).publicSuffix?.split('.').at(-1) ?? '';
  const country = otherCodes[top] ?? top.toUpperCase();
  if (worldwide.has(top) || !countries.has(country)) return [];
  return [{ country, evidence: `domaine ${domain}` }];
}

/** « mines-ci.example »: a habit, no rule, so it comes last. */
function ofLabel(domain: string): Sign[] {
  const suffix = /-([a-z]{2})$/.exec(parse(domain).domainWithoutSuffix ?? '')?.[1]?.toUpperCase() ?? '';
  return countries.has(suffix) && suffix !== 'CA' ? [{ country: suffix, evidence: `domaine ${domain}` }] : [];
}

const international = /(?<![\d+])(?:\+|00)\s?\(?([1-9]\d{0,2})\)?([\s.()/-]?\d){6,11}(?!\d)/g;
const longestCode = 3;

function ofTelephones(text: string): Sign[] {
  return [...text.matchAll(international)].flatMap(([number]) => {
    const digits = number.replace(/\D/g, '').replace(/^00/, '');
    for (let length = longestCode; length > 0; length--) {
      const matching = [...countries.values()].filter(({ calling }) => calling === digits.slice(0, length));
      // Number 1 is shared by North America and the Caribbean.
      if (matching.length > 0)
        return matching.length > 1
          ? []
          : matching.map(({ code }) => ({ country: code, evidence: `téléphone ${number.trim()}` }));
    }
    return [];
  });
}

/** Names that are rather persons, or words: « Maurice », « la réunion ». Canada is where every request goes. */
const doubtful = new Set([
  'maurice',
  'dominique',
  'salvador',
  'jordan',
  'chad',
  'georgia',
  'la reunion',
  'reunion',
  'niue',
  'mauricio',
  // Financial, sons, and the town of Amman.
  'مالي',
  'بنين',
  'عمان',
]);

/** Plain name in French, English, Spanish, Portuguese and Arabic → code; the longest first, so that Guinea-Bissau is not Guinea. */
const names: ReadonlyMap<string, string> = new Map(
  [...languages, 'pt', 'ar']
    .map((language) => new Intl.DisplayNames(language, { type: 'region' }))
    .flatMap((display) =>
      [...countries.keys()].map((code): [string, string] => [plain(display.of(code) ?? code), code]),
    )
    .filter(([name, code]) => code !== 'CA' && !doubtful.has(name) && name.length > 3)
    .sort(([a], [b]) => b.length - a.length),
);
const anyName = new RegExp(`(?<![\\p{L}-])(?:${[...names.keys()].map(literally).join('|')})(?![\\p{L}])`, 'gu');

function ofNames(text: string, where: string): Sign[] {
  const written = text.normalize('NFC').replace(/\s+/g, ' ');
  // One of each is enough: to find what stands there as it was written takes time.
  const found = new Map(
    [...plain(written).matchAll(anyName)].toReversed().map((match) => [names.get(match[0]) ?? '', match]),
  );
  return [...found].map(([country, { 0: name, index }]) => ({
    country,
    evidence: evidenceOf(asWritten(written, index, name.length), where),
  }));
}

const placeByName: ReadonlyMap<string, Place> = new Map(places.map((place) => [place.name, place]));
const anyPlace = new RegExp(
  `(?<![\\p{L}-])(?:${[...placeByName.keys()]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join('|')})(?![\\p{L}])`,
  'gu',
);

function ofPlaces(text: string, where: string): Sign[] {
  return [...text.normalize('NFC').replace(/\s+/g, ' ').matchAll(anyPlace)].flatMap(([name]) => {
    const place = placeByName.get(name);
    if (!place) return [];
    const { country, timeZone } = place;
    return [{ country, evidence: evidenceOf(name, where), ...(timeZone && { timeZone }) }];
  });
}

/** Whether it is the name of a country, or of a place that tells one, and nothing else. */
export function isPlace(name: string): boolean {
  const written = name.normalize('NFC').trim();
  return (
    names.has(plain(written)) ||
    placeByName.has(written) ||
    regionsIn(written).some((region) => region.name === written)
  );
}

/** A region that no other country has. */
function ofRegions(text: string): Sign[] {
  return regionsIn(text)
    .filter(({ alone }) => alone)
    .map(({ name, country, timeZone }) => ({ country, evidence: evidenceOf(name, 'signature'), timeZone }));
}

/** The one zone that the text's regions of that country lie in. */
function regionOf(
  country: string,
  text: string,
  where: string,
): { timeZone: string; zoneEvidence: string } | undefined {
  const named = regionsIn(text).filter((region) => region.country === country);
  const [first, ...others] = new Map(named.map((region) => [region.timeZone, region])).values();
  return first && others.length === 0
    ? { timeZone: first.timeZone, zoneEvidence: evidenceOf(first.name, where) }
    : undefined;
}

function evidenceOf(name: string, where: string): string {
  return `${where}\u00A0: «\u00A0${name}\u00A0»`;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
