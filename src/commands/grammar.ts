import { distance } from '../model/nearest.ts';
import { forwardMark, replyMark } from '../model/subject-marks.ts';
import type { Command } from './command.ts';

/** One `#verb arguments` of a subject. */
export interface Line {
  /** Tidied: `#catégorie moyen terme`. */
  line: string;
  verb: string;
  words: string;
}

export interface Subject {
  /** `INMQ-2026-0042`, when the subject names one. */
  reference?: string;
  /** Others that it names just as plainly: nobody can tell which one is meant. */
  rivals: string[];
  /** What stands before the commands. */
  title: string;
  lines: Line[];
  /** What a button carries to prove that its reader received our letter. */
  key?: string;
  /** A forward never runs a command (TR:, Fwd:). */
  forwarded: boolean;
}

interface Part {
  verb: string;
  words: string;
  clear: (words: string) => string;
  /** Where the request that the command is about may be named. */
  beside: string;
  /** A reference that is the verb's own. */
  argument?: string;
}

/** What follows these verbs is a reference: not of the request that the command is about, but of another. */
const takesReference = /^(?:fus(?:i|io|ion|ionn|ionne|ionner)?|mer(?:g|ge)?)$/;

/** More commands than this in one subject are refused. */
export const mostCommands = 3;

const tags = /\[(?:externe?|external|ext|courriel externe)\]/giu;
/** What joins a command to the next one: « #prendre, #note texte », « #prendre et #note texte ». */
const joint = /(?:\s*[,;&+]|\s(?:et|puis|ensuite|and|then))+\s*$/iu;
const keyTag = /\[cl[ée] ([0-9a-v]{4}[a-z2-7]{20})\]/iu;

/**
 * Reads the commands of a subject line: `[INMQ-2026-0042] #catégorie moyen terme #responsable mtremblay`.
 * A `#` before a digit, or inside a word, is no command.
 */
export function readSubject(subject: string, referencePrefix: string): Subject {
  const tidied = tidy(subject);
  const key = keyTag.exec(tidied)?.[1];
  const plain = withoutKey(tidied);
  const reference = referenceIn(referencePrefix);
  const starts = [...plain.matchAll(/(?<![^\s\])>:«"'“‘„‹(])#(?=\p{L})/gu)].map((match) => match.index);
  const title = plain.slice(0, starts[0]);
  const titled = referencesIn(title, referencePrefix).length > 0;
  const parts = starts.map((start, index) => {
    const next = starts[index + 1];
    return partOf(plain.slice(start, next), next === undefined ? cleared : clearedBefore, reference, titled);
  });
  const [meant, ...rivals] = meantIn(title, parts, referencePrefix);
  const marked = new RegExp(`\\[?${notWithin}${reference}\\]?(?!#)`, 'giu');
  const isOwn = (written: string) => referencesIn(written, referencePrefix)[0] === meant;
  const lines = parts.map(({ verb, words, argument, clear }): Line => {
    const tidied =
      argument === undefined
        ? settled(words, (each) => clear(each.replace(marked, (written) => (isOwn(written) ? ' ' : written))))
        : settled(argument, clear);
    return lineOf(verb, tidied);
  });
  return {
    ...(meant !== undefined && { reference: meant }),
    rivals,
    title,
    lines,
    ...(key !== undefined && { key }),
    forwarded: isForward(plain),
  };
}

/**
 * The request that the commands are about, then others that may be meant as well. The title counts before what stands
 * behind a verb; and once one is in brackets, as our letters write it, the bare ones are words of the subject.
 */
function meantIn(title: string, parts: readonly Part[], prefix: string): string[] {
  const any = new RegExp(`\\[?${notWithin}${referenceIn(prefix)}\\]?`, 'giu');
  const inTitle = [title, ...parts.map(({ argument, beside }) => (argument === undefined ? '' : beside))];
  const behindVerbs = parts.map(({ beside }) => beside);
  const written = [inTitle, behindVerbs].map((places) => places.join(' ').match(any) ?? []);
  const [first = '', ...others] = written.find((found) => found.length > 0) ?? [];
  const inBrackets = (each: string) => each.startsWith('[') && each.endsWith(']');
  const alike = inBrackets(first) ? others.filter(inBrackets) : others;
  return referencesIn([first, ...alike].join(' '), prefix);
}

/** A command as it was printed: nothing in it names the request that it is about any more. */
export function readLine(line: string): Line {
  const verb = verbOf(line);
  return { line, verb, words: line.slice(verb.length + 1).trimStart() };
}

/** The command as it is printed. */
export function lineOf(verb: string, words: string): Line {
  // « #prendre#complet » is one command; with a space it would be two.
  const space = words && !/^#\p{L}/u.test(words) ? ' ' : '';
  return { line: `#${verb}${space}${words}`, verb, words };
}

/** The same command by the first of its names, however its verb was written. */
export function byFirstName({ verb, words }: Line, commands: readonly Command[]): Line {
  const found = findCommand(verb, commands);
  return lineOf('command' in found ? found.command.names[0] : verb, words);
}

function partOf(written: string, clear: Part['clear'], reference: string, titled: boolean): Part {
  const verb = verbOf(written);
  const words = settled(written.slice(verb.length + 1), clear);
  const part = { verb, words, clear };
  if (!takesReference.test(fold(verb))) return { ...part, beside: words };
  // In brackets beside its argument it says what the command is about.
  const bracketed = new RegExp(`\\[${reference}\\]`, 'giu');
  const argument = words.replace(bracketed, ' ');
  const beside = (words.match(bracketed) ?? []).join();
  if (beside && /[\p{L}\p{N}]/u.test(argument)) return { ...part, argument, beside };
  return { ...part, ...(titled ? { argument: words, beside: '' } : apartAtFirst(words, reference)) };
}

/** Of two references behind the verb, the first says what the command is about. */
function apartAtFirst(words: string, reference: string): Pick<Part, 'argument' | 'beside'> {
  const [first, second] = [...words.matchAll(new RegExp(`\\[?${notWithin}${reference}\\]?`, 'giu'))];
  if (!first || !second) return { argument: words, beside: '' };
  return { argument: words.slice(first.index + first[0].length), beside: first[0] };
}

function verbOf(line: string): string {
  return /^#([\p{L}\p{N}_-]+)/u.exec(line)?.[1] ?? '';
}

/** The words without what mail programs put between them, and without the marks around them. */
function cleared(words: string): string {
  return unquoted(words.replace(tags, ' ').replace(/ {2,}/g, ' '))
    .replace(/^\s*(?::|[,;.!?…]+(?=\s|$))/u, '')
    .trim();
}

/** The same, where another command follows. */
function clearedBefore(words: string): string {
  return cleared(` ${words}`.replace(joint, ''));
}

/** Cleaned until nothing changes any more: what was printed is read as it was printed. */
function settled(text: string, clean: (text: string) => string): string {
  for (let before = text; ; ) {
    const after = clean(before);
    if (after === before) return after;
    before = after;
  }
}

/** The references that a text names, each once, in order. */
export function referencesIn(text: string, referencePrefix: string): string[] {
  const pattern = new RegExp(`${notWithin}${referenceIn(referencePrefix)}`, 'giu');
  return [...new Set([...tidy(text, longestText).matchAll(pattern)].map((match) => named(match, referencePrefix)))];
}

const notWithin = '(?<![\\p{L}\\p{N}-])';
const longestText = 100_000;

function referenceIn(prefix: string): string {
  return `${literal(prefix)}${dash}(\\d{4})${dash}(\\d{1,6})(?![\\p{L}\\p{N}])`;
}

function named([, year, number = '']: RegExpExecArray | RegExpMatchArray, prefix: string): string {
  return `${prefix}-${year}-${number.padStart(4, '0')}`;
}

/** Word processors put longer dashes, and such as no line breaks at. */
const dash = '\\s?[\\p{Dash_Punctuation}\u2212]\\s?';

/**
 * What stands before a subject, piece by piece: the mark of a forward; else « Re: », a tag of the mail server (« [EXTERNE] »,
 * « *** EXTERNAL *** ») or words with a colon or a dash behind them.
 */
const before = new RegExp(
  [
    `(?<forward>${forwardMark})`,
    replyMark,
    String.raw`\[[^[\]#]{1,60}\]|\*+[^*#]{1,60}\*+|<[^<>#]{1,60}>`,
    String.raw`[\p{L}\p{N}]+${dash}\d{4}${dash}\d{1,6}(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N} .,’'/&?!-]{0,60}?(?:\s?[:：]|\s[-–—|](?=\s))`,
    String.raw`\s`,
  ].join('|'),
  'giuy',
);

/** Whether a mail program put the mark of a forward before the subject, or before what others put there. */
function isForward(subject: string): boolean {
  return [...subject.matchAll(before)].some(({ groups }) => groups?.forward !== undefined);
}

/** As a button writes it before the command. */
export function keyInSubject(key: string): string {
  return `[clé ${key}]`;
}

/** The subject without the key of the button: it is nobody else's to read. */
export function withoutKey(subject: string): string {
  return subject.replace(new RegExp(keyTag, 'giu'), ' ').replace(/ {2,}/g, ' ').trim();
}

const openers: Readonly<Record<string, string>> = {
  '»': '«',
  '”': '“',
  '’': '‘',
  '›': '‹',
  ')': '(',
  ']': '[',
  '"': '"',
};

/** Without the marks that close what was opened before the command: « #complet » → #complet. */
function unquoted(written: string): string {
  let line = written
    .trim()
    .replace(/[«“‘‹([]+$/u, '')
    .trimEnd();
  for (;;) {
    const opener = openers[line.at(-1) ?? ''];
    if (opener === undefined) return line;
    const closers = line.split(line.at(-1) ?? '').length - 1;
    const opened = opener === '"' ? closers - (closers % 2) : line.split(opener).length - 1;
    if (opened >= closers) return line;
    line = line.slice(0, -1).trimEnd();
  }
}

/** The command that a verb names: exactly, or as the only one that begins so (three letters at least). */
export function findCommand(
  verb: string,
  commands: readonly Command[],
): { command: Command } | { suggestions: readonly Command[] } {
  const wanted = fold(verb);
  const exact = commands.find((command) => command.names.some((name) => fold(name) === wanted));
  if (exact) return { command: exact };
  const begun =
    wanted.length < 3 ? [] : commands.filter((command) => command.names.some((name) => fold(name).startsWith(wanted)));
  const [only] = begun;
  if (only && begun.length === 1) return { command: only };
  if (begun.length > 1) return { suggestions: begun };
  const limit = Math.min(2, Math.max(1, Math.floor(wanted.length / 3)));
  const close = (name: string) => fold(name).startsWith(wanted) || distance(fold(name), wanted) <= limit;
  return { suggestions: commands.filter((command) => command.names.some(close)) };
}

/** Without accents and case: how verbs and their arguments are compared. */
export function fold(text: string): string {
  // Nearly every verb, and each is compared with all.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** No-break and other spaces become one space; invisible characters go; a full-width # is a #. */
function tidy(subject: string, longest = 2000): string {
  return subject
    .slice(0, longest)
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu, '')
    .normalize('NFC')
    .replace(/\uFF03/gu, '#')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
