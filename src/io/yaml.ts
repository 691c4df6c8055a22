import { readFile } from 'node:fs/promises';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';

export type KeyPath = readonly (string | number)[];

/** Something that a configuration file says wrongly, for the person who wrote it. */
export interface Mistake {
  file: string;
  /** From 1; absent when the whole file is meant. */
  line?: number;
  column?: number;
  /** `modalities.short.schedule`, `staff[2].address`; empty for the whole file. */
  key: string;
  read: string;
  expected: string;
}

/** What stands below these keys is never shown. */
const secretKeys = ['password', 'auth'];

interface Wording {
  suggestion?: string | undefined;
  /** In place of the value as it is written. */
  read?: string;
  /** Whether the key itself is the mistake, not what it holds. */
  key?: true;
}

/** A configuration file, and the mistakes that were found in it so far. */
export interface YamlFile {
  file: string;
  /** As plain values, unchecked; undefined when the text is no YAML. */
  raw: unknown;
  mistakes: Mistake[];
  missing: boolean;
  /** Adds a mistake about what stands at that path, or is missing there. */
  fault(path: KeyPath, expected: string, more?: Wording): void;
}

/** `config/staff.yaml:3:5: staff[0].id: read "Marie Tremblay", expected …` */
export function inWords({ file, line, column, key, read, expected }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${place}: ${key === '' ? '' : `${key}: `}read ${read}, expected ${expected}`;
}

/** The file at that path; that it is missing, unreadable or no UTF-8 is its first mistake. */
export async function openYaml(file: string): Promise<YamlFile> {
  try {
    return readYaml(file, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    const [read, expected] = unreadable[code] ?? [code, 'a file that can be read'];
    return {
      file,
      raw: undefined,
      mistakes: [{ file, key: '', read, expected }],
      missing: code === 'ENOENT',
      fault() {},
    };
  }
}

/** Mistakes in the order in which a person goes through the file. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

const unreadable: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['nothing', 'this file; the *.example.yaml that come with the program show what it holds'],
  ERR_ENCODING_INVALID_ENCODED_DATA: ['bytes that are not UTF-8', 'text in UTF-8'],
};

/** The same of a text that is to become that file. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  // No pretty errors: they print the lines around, which may hold a secret.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes: Mistake[] = [];
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  // One slip makes several errors; a line is told once, by what says most about it.
  const slips = new Map<number, Mistake>();
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    const { line, column } = at(pos[0]);
    const read = reading[code];
    if (slips.has(line) && read === undefined) continue;
    slips.set(line, {
      file,
      line,
      column,
      key: '',
      read: read ?? 'text that is not valid YAML',
      expected: 'valid YAML',
    });
  }
  mistakes.push(...slips.values());

  const fault: YamlFile['fault'] = (path, expected, { suggestion, read, key: atKey } = {}) => {
    const place = placeOf(document, path, text);
    const meant = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
    const key = oneLine(keyName(path));
    mistakes.push({
      file,
      ...at(atKey ? place.key : place.value),
      key,
      read: read ?? place.read,
      expected: `${expected}${meant}`,
    });
  };
  const raw = mistakes.length > 0 ? undefined : plain(document, mistakes, file);
  return { file, raw, mistakes, missing: false, fault };
}

/**
 * The file's value if it is as the schema says; else undefined, with a mistake for each deviation.
 * The schema's messages say what is expected; for unknown keys they are the known ones, parted by commas.
 */
export function checkYaml<T extends z.ZodType>(yaml: YamlFile, schema: T): z.output<T> | undefined {
  if (yaml.raw === undefined) return undefined;
  const result = schema.safeParse(yaml.raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys')
      // Not the value: a misspelt `password` has one too.
      for (const key of issue.keys)
        yaml.fault([...path, key], `one of the keys ${issue.message}`, {
          suggestion: nearest(key, issue.message.split(', ')),
          read: 'an unknown key',
          key: true,
        });
    else if (issue.code === 'invalid_value')
      yaml.fault(path, issue.message, {
        suggestion: nearest(String(valueAt(yaml.raw, path)), issue.values.map(String)),
      });
    else yaml.fault(path, issue.message);
  }
  return undefined;
}

/** What stands at that path, or undefined. */
export function valueAt(raw: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    raw,
  );
}

const reading: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'an alias (*) without its anchor (&)',
  BAD_INDENT: 'a line that is indented wrongly',
  DUPLICATE_KEY: 'a key that the same section has already',
  MISSING_CHAR: 'text with a missing colon, comma, quote or bracket',
  MULTIPLE_DOCS: 'a second document',
  TAB_AS_INDENT: 'a tab at the beginning of the line',
  TAG_RESOLVE_FAILED: 'an unknown tag (!)',
};

function plain(document: Document.Parsed, mistakes: Mistake[], file: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch {
    // So many aliases that the text would explode.
    mistakes.push({ file, line: 1, column: 1, key: '', read: 'too many aliases (*)', expected: 'valid YAML' });
    return undefined;
  }
}

interface Place {
  /** Offset of the key; of the section when something is missing in it. */
  key: number;
  /** Offset of the value; of the key when there is none. */
  value: number;
  read: string;
}

function placeOf(document: Document.Parsed, path: KeyPath, text: string): Place {
  let node: Node | null = document.contents;
  let key = node?.range?.[0] ?? 0;
  for (const step of path) {
    const inner = child(resolved(node, document), step);
    if (!inner) return { key, value: key, read: 'nothing' };
    node = inner.node;
    key = inner.offset ?? key;
  }
  const value = resolved(node, document);
  if (value === null || (isScalar(value) && value.source === '' && value.value === null))
    return { key, value: key, read: 'nothing' };
  const hidden = secretKeys.some((name) => path.includes(name));
  return { key, value: node?.range?.[0] ?? key, read: hidden ? 'a value that is not shown' : asRead(value, text) };
}

/** What stands in the section or list under that key or index, and where its key begins. */
function child(
  parent: Node | null,
  step: string | number,
): { node: Node | null; offset: number | undefined } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (!pair) return undefined;
    return { node: isNode(pair.value) ? pair.value : null, offset: isNode(pair.key) ? pair.key.range?.[0] : undefined };
  }
  const item: unknown = isSeq(parent) ? parent.items[Number(step)] : undefined;
  return isNode(item) ? { node: item, offset: item.range?.[0] } : undefined;
}

function resolved(node: Node | null, document: Document.Parsed): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}

function asRead(node: Node, text: string): string {
  if (isMap(node)) return `a section (${oneLine(node.items.map(({ key }) => String(key)).join(', ')) || 'empty'})`;
  if (isSeq(node)) return 'a list';
  const [from = 0, to = 0] = node.range ?? [];
  const source = oneLine(text.slice(from, to));
  return source.length > 60 ? `${source.slice(0, 59)}…` : source;
}

/** A key may be a section too, or hold line breaks. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** `staff[2].address` */
export function keyName(path: KeyPath): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
