import { plain } from '../model/plain.ts';
import { type Language, languages, type Point, points } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { numberedNoun } from './list-signs.ts';
import { goesWithTitle, joinsTitle, pointNamed, type Weight } from './title-words.ts';

/** A line as a title and what stands behind it. */
export interface TitleLine {
  /** The number or letter before it, where it is one of ours. */
  number?: number;
  words: string;
  /** What stands on the same line after them. */
  rest: string;
  /** All of it, without the mark. */
  whole: string;
  /** How the line is made: the lines of one list are made alike. */
  form: string;
  separator: 'colon' | 'dash' | 'cell' | 'none';
  /** What its words are the title of. */
  title?: { point: Point; weight: Weight; language?: Language };
}

/** The line with its mark, its words and the colon, dash or cell that parts them from what follows. */
export function titleLine(text: string): TitleLine {
  const [mark = ''] = marker.exec(text) ?? [];
  const [lead = ''] = correcting.exec(text.slice(mark.length)) ?? [];
  const bare = text.slice(mark.length + lead.length).replace(marker, '');
  const [words = ''] = bare.split(separators, 1);
  const behind = bare.slice(words.length);
  const separator = separatorOf(behind);
  const rest = unframed(behind.replace(/^(?:[\s:：?–—|*_=→-]|-?>|\.(?=\s?[–—-]))+/u, ''), text);
  const number = numberIn(mark);
  const title = titleIn(words);
  return {
    ...(number !== undefined && { number }),
    words: words.trim(),
    rest,
    whole: text.slice(mark.length),
    form: `${kindOf(mark)} ${separator}${separator === 'cell' ? '' : rest === '' ? ' above' : ' before'}`,
    separator,
    ...(title && { title }),
  };
}

/** Without the mark behind it that sets the whole line in bold or italics. */
function unframed(rest: string, text: string): string {
  const [sign = ''] = /^\s*[*_]{1,2}(?=\S)/.exec(text) ?? [];
  return sign !== '' && rest.endsWith(sign.trim()) ? rest.slice(0, -sign.trim().length) : rest;
}

/** Whether that line is a title by itself, whatever stands around it. */
export function isTitle({ title, separator, number }: TitleLine): boolean {
  const isParted = separator === 'colon' || (separator !== 'none' && number !== undefined);
  return title?.weight === 'full' || (title?.weight === 'short' && isParted);
}

/** A title within a line. */
interface Within {
  index: number;
  /** The number of its point. */
  place: number;
  /** Whether it is one by itself: « …, budget : voté » may as well go on with what was said. */
  sure: boolean;
  /** Whether a comma, a full stop or the like parts it from what stands before it. */
  parted: boolean;
}

export function titlesWithin(text: string): Within[] {
  let from = 0;
  return [...text.matchAll(behindTitle)].flatMap((match) => {
    const end = match.index + match[0].length;
    const begin = Math.max(from, end - longestTitle);
    from = end;
    const starts = [...text.slice(begin, match.index).matchAll(wordWithin)].map((word) => begin + word.index);
    const isParted = (index: number) => index === 0 || /[.;!,|]\s$/.test(text.slice(Math.max(0, index - 2), index));
    const titled = (index: number) => titleLine(text.slice(index, end));
    const parted = starts.find((index) => {
      const { title } = titled(index);
      if (!isParted(index) || !title || title.weight === 'part') return false;
      // « certificat entente : » is an answer and a title.
      return starts.every(
        (from, at) => from <= index || agrees(text.slice(from, starts[at + 1] ?? match.index), title.point),
      );
    });
    const index = parted ?? longestEnding(starts, (from, to = end) => titleLine(text.slice(from, to)));
    if (index === undefined) return [];
    const line = titled(index);
    const { point, weight } = line.title ?? {};
    if (!point) return [];
    const capital = /^[\p{Lu}\d(]/u.test(text.slice(index));
    const begins = capital || /[.;|]\s$/.test(text.slice(Math.max(0, index - 2), index));
    const sure = isTitle(line) && (begins || (weight === 'full' && parted !== undefined));
    return [{ index, place: points.indexOf(point) + 1, sure, parted: parted !== undefined }];
  });
}

const bears = ({ title }: TitleLine) => title?.weight === 'full' || title?.weight === 'short';

function agrees(word: string, point: Point): boolean {
  const { title } = titleLine(word);
  return title === undefined || title.point === point;
}

/** Where the title begins behind words that may be of the answer before it: « diploma » in « diploma Type of agreement: » is. */
function longestEnding(starts: readonly number[], read: (from: number, to?: number) => TitleLine): number | undefined {
  const nouns = starts.findLastIndex((from) => bears(read(from)));
  let first = nouns;
  while (first > 0 && !read(starts[first - 1] ?? 0, starts[first]).title && bears(read(starts[first - 1] ?? 0)))
    first -= 1;
  return starts[first];
}

/** The line with a cell behind our own title, where nothing but a space parts it from words that follow; undefined elsewhere. */
export function partedAtOurTitle(text: string): string | undefined {
  const [mark = ''] = marker.exec(text) ?? [];
  const words = text.slice(mark.length).split(' ');
  const length = words.findLastIndex(
    (_, index) => index <= mostWords && ours.has(plain(words.slice(0, index).join(' '))),
  );
  const goesOn = length > 0 && !/^[:：?–—=→|-]/u.test(words[length] ?? '');
  return goesOn ? `${mark}${words.slice(0, length).join(' ')}\t${words.slice(length).join(' ')}` : undefined;
}

/** The title that begins the line, where nothing but a space parts it from what it says: « attentes un certificat ». */
export function partedAtTitle(text: string): { point: Point; rest: string; line: string } | undefined {
  const { title, separator } = titleLine(text);
  if (title && separator !== 'none') return undefined;
  const [mark = ''] = marker.exec(text) ?? [];
  // A title in bold or italics, as mail programs write it in text, ends at the second mark.
  const words = text
    .slice(mark.length, mark.length + longestLine)
    .replace(/[*_]{1,2}\s*$/, '')
    .split(' ');
  const named = (length: number) => titleIn(words.slice(0, length).join(' '));
  const isNamed = (length: number) => ['full', 'short'].includes(named(length)?.weight ?? '');
  let length = words.slice(0, mostWords).findIndex((_, index) => isNamed(index + 1)) + 1;
  if (words.slice(0, length).some((word) => /[\t|:：?]/u.test(word))) return undefined;
  const point = named(length)?.point;
  if (length === 0 || !point) return undefined;
  while (
    length < words.length &&
    goesWithTitle((words[length] ?? '').replace(/[*_]+$/, '')) &&
    named(length + 1)?.point === point
  )
    length += 1;
  const [next = ''] = words.slice(length);
  if (!/^[\p{L}\p{N}$€£«"“(]/u.test(next) || joinsTitle(next) || /[:：]$/u.test(next)) return undefined;
  const rest = text.slice(mark.length + words.slice(0, length).join(' ').length + 1);
  return { point, rest, line: `${mark}${words.slice(0, length).join(' ')}: ${rest}` };
}

const longestLine = 400;

/** Ours are known by their words, whatever the nouns in them. */
function titleIn(words: string): TitleLine['title'] {
  if (words.length > longestTitle) return undefined;
  const said = plain(words).replace(/[\s*_.]+$/, '');
  return ours.get(said) ?? pointNamed(said.replace(/ (?:are|is|sont|est|son|es|sera|seront)$/, ''));
}

const ours: ReadonlyMap<string, NonNullable<TitleLine['title']>> = new Map(
  languages.flatMap((language) =>
    points.map((point) => [plain(pointTitles[language][point].title), { point, weight: 'full', language }]),
  ),
);

/** Of our titles. */
const mostWords = Math.max(...[...ours.keys()].map((title) => title.split(' ').length));

/** What may stand between a title and its answer; « Recursos.- » is common in Spanish. */
const separators = /[:：?–—=→\t|]|\.\s?[–—-]| ?->| -(?=\s)/u;

function separatorOf(behind: string): TitleLine['separator'] {
  if (/^\s*(?:[:：]|\?\s*\S)/u.test(behind)) return 'colon';
  if (/^ *[\t|]/.test(behind)) return 'cell';
  return /^\s*\.?\s*[–—=→-]/u.test(behind) ? 'dash' : 'none';
}

const longestTitle = 80;
/** The number or letter of a list: « 2. », « b) », « (iv) », « Point 4 – ». */
const numeral = `(?:${numberedNoun}\\s)?\\(?(?:\\d(?!\\d|[.,]\\d)|[a-e](?=\\s?[.)])|(?:iv|v|i{1,3})(?=\\s?[.)]))\\s?[.):°º/–—-]*`;
/** What lists begin a line with; « o » is a bullet of Outlook. */
const marker = new RegExp(`^(?:o(?=\\s))?[\\s*_#•·▪▫◦‣●○■➢➤✓✔→–—-]*(?:${numeral}\\s*)?[\\s*_]*`, 'iu');
/** « Correction - Ressources : … », "Update: Timeline: …" */
const correcting =
  /^(?:correction|correcci[oó]n|rectificati(?:on|f)|rectificaci[oó]n|pr[eé]cision|precisi[oó]n|update|mise [àa] jour|actualizaci[oó]n)s?\s?[:–—-]\s*/iu;
const behindTitle = /\s?[:：]| [–—=→-] |\.[–—-]/gu;
/** Or a number behind what parts it. */
const wordWithin = /(?<=^|[\s;,|])[(\p{L}\d]\S*/gu;

/** The bullet, or what numbers it. */
function kindOf(mark: string): string {
  if (/\d/.test(mark)) return 'number';
  if (/\p{L}/u.test(mark.replace(/^o(?=\s)/, '◦'))) return 'letter';
  return /^\s*\*\s/.test(mark) ? '*' : mark.replace(/[\s*_#]/g, '');
}

function numberIn(mark: string): number | undefined {
  const [sign] = /\d/.exec(mark) ?? /(?<!\p{L})[a-e](?=\s?[.)])|iv|v|i{1,3}/iu.exec(mark) ?? [];
  if (sign === undefined) return undefined;
  const roman = ['i', 'ii', 'iii', 'iv', 'v'].indexOf(sign.toLowerCase());
  if (roman >= 0) return roman + 1;
  return /\d/.test(sign) ? Number(sign) : sign.toLowerCase().charCodeAt(0) - 96;
}
