import { distance } from '../model/nearest.ts';
import { forwardMark, replyMark } from '../model/subject-marks.ts';
import type { Command } from './command.ts';

/** One `#verb arguments` of a subject. */
export interface Line {
  /** As it was written, tidied: `#catégorie moyen terme`. */
  line: string;
  verb: string;
  words: string;
}

export interface Subject {
  /** `INMQ-2026-0042`, when the subject names one. */
  reference?: string;
  lines: Line[];
  /** What a button carries to prove that its reader received our letter. */
  key?: string;
  /** A forward never runs a command (TR:, Fwd:). */
  forwarded: boolean;
}

interface Part {
  verb: string;
  after: string;
  /** Where the request that the command is about may be named. */
  beside: string;
  /** A reference that is the verb's own. */
  argument?: string;
}

/** What follows these verbs is a reference: not of the request that the command is about, but of another. */
const takesReference = /^(?:fus(?:i|io|ion|ionn|ionne|ionner)?|mer(?:g|ge)?)$/;

/** More commands than this in one subject are refused. */
export const mostCommands = 3;

const tag = String.raw`\[(?:externe?|external|ext|courriel externe)\]`;
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
  const parts = starts.flatMap((start, index): Part[] => {
    const next = starts[index + 1];
    const line = unquoted(next === undefined ? plain.slice(start) : plain.slice(start, next).replace(joint, ''));
    const verb = /^#([\p{L}\p{N}_-]+)/u.exec(line)?.[1];
    if (!verb) return [];
    const after = line.slice(verb.length + 1).replace(new RegExp(tag, 'giu'), '');
    if (!takesReference.test(fold(verb))) return [{ verb, after, beside: after }];
    // In brackets beside its argument it says what the command is about.
    const bracketed = new RegExp(`\\[${reference}\\]`, 'giu');
    const argument = after.replace(bracketed, '').trim();
    return [
      { verb, after, argument: argument || after, beside: argument ? [...(after.match(bracketed) ?? [])].join() : '' },
    ];
  });
  const about = new RegExp(`${notWithin}${reference}`, 'iu');
  const places = [plain.slice(0, starts[0]), ...parts.map(({ beside }) => beside)];
  const found = places.map((place) => about.exec(place)).find((match) => match !== null);
  const written = found ? new RegExp(`\\[?${found[0]}\\]?`, 'giu') : /$^/;
  const lines = parts.map(({ verb, after, argument }): Line => {
    const words = (argument ?? after.replace(written, '')).replace(/^\s*(?::|[,;.!?…]+(?=\s|$))/u, '').trim();
    return { line: words ? `#${verb} ${words}` : `#${verb}`, verb, words };
  });
  return {
    ...(found && { reference: named(found, referencePrefix) }),
    lines,
    ...(key !== undefined && { key }),
    forwarded: isForward(plain),
  };
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
  return subject.replace(keyTag, '').replace(/ {2,}/g, ' ').trim();
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
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** No-break and other spaces become one space; invisible characters go; a full-width # is a #. */
function tidy(subject: string, longest = 2000): string {
  return subject
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/\uFF03/gu, '#')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
