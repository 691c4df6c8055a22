import { plain } from '../model/plain.ts';
import type { RequesterKind } from '../model/request.ts';
import { asks } from './asking.ts';
import { isPlace } from './country.ts';
import { isInstitution, kindOf, mainName } from './kinds.ts';
import { isPostal, namesOf } from './names.ts';
import { isOffice } from './offices.ts';
import { houseIn, isRole } from './roles.ts';

/** Who signs a mail, as far as its last lines tell. */
interface Signature {
  /** The last lines of what the sender wrote, for whoever looks for more in them. */
  lines: readonly string[];
  /** Those of them that sign: from the name on, else those that are no sentences. */
  signing: readonly string[];
  name?: string;
  organisation?: string;
  /** What the person does there, as written: « directeur de la formation ». */
  role?: string;
  kind?: RequesterKind;
}

/**
 * @param text - What the sender wrote; the quote in it is not looked at.
 * @param local - The part of the sender's address before the @: « k.amani » points to « Kouadio Amani ».
 */
export function readSignature(text: string, local: string): Signature {
  const lines = ownLines(text).slice(-lastLines);
  const short = lines.flatMap(signingLine);
  const named = short.flatMap((line, index) => nameIn(line, short[index + 1] ?? ''));
  const name = named.find((each) => shares(each, local)) ?? onlyOne(named) ?? onlyOne(short.flatMap(placedName));
  const pieces = belowName(short).flatMap(namesOf);
  const roles = short.flatMap(namesOf).filter((piece) => isRole(piece) && !isSaid(piece));
  const houses = pieces.filter((piece) => !isRole(piece) && !isSaid(piece) && !isPostal(piece));
  const organisation = mainName(houses) ?? mainName(roles.flatMap((role) => houseIn(role) ?? []));
  const kind =
    kindOf(organisation ?? '') ??
    lines
      .filter((line) => line.length <= 400)
      .map(kindOfPerson)
      .find(Boolean);
  const role = roles.find((piece) => piece.split(' ').length <= longestRole);
  const first = name === undefined ? -1 : lines.findLastIndex((line) => line.startsWith(name));
  return {
    lines,
    signing: first < 0 ? short.filter((line) => !isSaid(line)) : lines.slice(first).filter((line) => !isSaid(line)),
    ...(name && { name }),
    ...(role && { role }),
    ...(organisation && { organisation }),
    ...(kind && { kind }),
  };
}

/**
 * The line as it signs: the first line of a short mail is a greeting or a sentence, too long or ended by a mark. Some end
 * each line of their signature with a comma.
 */
function signingLine(line: string): string[] {
  const bare = line.replace(/,$/, '');
  const abbreviated = bare.replace(/(?:(?<!\p{L})\p{L}\.|(?<!\p{L})(?:ltd|inc|corp|co|cie|ltda|jr|sr)\.)+$/iu, '');
  return line.length > longestLine || /[.!?:;]$/.test(abbreviated) || (bare !== line && courtesy.test(plain(bare)))
    ? []
    : [bare];
}

const courtesy =
  /^(?:dear|kind|best|warm|yours|sincerely|regards|respectfully|cordial\w*|bien|respectueu\w*|salutations|madame|monsieur|mesdames|messieurs|estimad[oa]s?|atentamente|saludos|atenciosamente|prezad[oa]s?|exm[oa]s?|hello|hi|bonjour|greetings|thanks?|merci|gracias|obrigad[oa])(?!\p{L})/u;

function onlyOne(names: readonly string[]): string | undefined {
  const [only, ...others] = new Set(names);
  return others.length === 0 ? only : undefined;
}

/** Several lines look like names: the one that stands above, or beside, what a person is. */
function placedName(line: string, index: number, lines: readonly string[]): string[] {
  const next = lines[index + 1] ?? '';
  const placed = [...piecesOf(line).slice(1), ...piecesOf(next)].some((piece) => isRole(piece) || isInstitution(piece));
  return placed ? nameIn(line, next) : [];
}

/** « Kouadio Amani », alone on its line or before what the person is: « Ama Boateng, Dean », « Kofi Asante (Mr.) ». */
function nameIn(line: string, next: string): string[] {
  const [whole = '', ...rest] = piecesOf(line);
  const first = whole.replace(/\s*\([^)]*\)$/u, '');
  if (isOffice(first) || isPlace(first) || courtesy.test(plain(first))) return [];
  const beside = rest.some((piece) => isRole(piece) || kindOf(piece) || isPlace(piece) || afterName.test(piece));
  if (looksLikeName(first) && (rest.length === 0 || beside)) return [first];
  const placed = [...rest, next].some(isRole);
  return (title.test(first) || placed) && caseless.test(first) && !isSaid(first) ? [first] : [];
}

/** « Julie Gagnon, CRHA », « Ama Boateng, PhD ». */
const afterName = /^(?:\p{Lu}\.?){2,6}$|^(?:[Pp][Hh]\.? ?D|M\.?[Ss]c|B\.?[Ss]c|P\.? ?[Ee]ng|[Ii]ng|[Dd]r)\.?$/u;

/** Two to six words in a script without capitals: only what stands beside them tells that they name somebody. */
const caseless = /^(?:[\p{Lo}\p{M}]+\.? ){1,5}[\p{Lo}\p{M}]+$/u;
/** « د. », « السيدة », « الأستاذ »: before an Arabic name. */
const title = /^(?:د|أ|م|أ\.?د)\.|^(?:ال)?(?:سيد|سيدة|دكتور|دكتورة|أستاذ|أستاذة|مهندس|مهندسة)\s/u;

function piecesOf(line: string): string[] {
  return line.split(/\s*(?:,|،|·|\||—|–)\s*/);
}

/** Where an organisation is named: from the sender's name on, else the lines that are written as names are. */
function belowName(short: readonly string[]): readonly string[] {
  const name = short.findIndex((line, index) => nameIn(line, short[index + 1] ?? '').length > 0);
  if (name >= 0) return short.slice(name);
  return short.filter((line) => {
    const words = line.match(/[\p{L}’'-]{4,}/gu) ?? [];
    return words.length >= 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
  });
}

/** Whether it is said rather than signed with. */
function isSaid(piece: string): boolean {
  return speaks.test(plain(piece)) || asks(plain(piece));
}

/** Words of a sentence, in fr, en, es and pt, on plain text: no organisation is called so. */
const speaks =
  /\b(?:we|our|please|could|would|need|want|send|dear|nous|notre|nos|pourriez|veuillez|cherch\w+|souhait\w+|besoin|nuestr[oa]s?|busca\w*|necesita\w*|favor|nosso|procuramos)\b/;

const lastLines = 10;
const longestLine = 120;
/** In words. */
const longestRole = 12;

/** Without empty lines and quote. */
function ownLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('>'));
}

/** Two to five words with a capital, nothing else: « Kouadio Amani », "J. K. Okon", « Bat-Erdene T. ». */
function looksLikeName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length >= 2 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
}

function shares(name: string, local: string): boolean {
  const account = plain(local).replace(/[^a-z]/g, '');
  return plain(name)
    .split(/[^a-z]+/)
    .some((word) => word.length >= 3 && account.includes(word));
}

function kindOfPerson(line: string): RequesterKind | undefined {
  return /\b(?:consultant|consultante|consultor|consultora)\b/.test(plain(line)) ? 'consultant' : undefined;
}
