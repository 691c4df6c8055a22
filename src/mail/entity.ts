import { type RawField, readable, splitFields } from './header-fields.ts';
import { splitMessage } from './message.ts';
import { readParameters } from './parameters.ts';

/** A MIME entity (RFC 2045, 2.4): what its head says, and its body as it stands in the mail, nothing of it copied. */
export interface Entity {
  /** In lower case, without parameters. */
  contentType: string;
  parameters: Record<string, string>;
  disposition?: 'inline' | 'attachment';
  filename?: string;
  /** Without angle brackets (RFC 2045, 7). */
  contentId?: string;
  /** The transfer encoding, in lower case. */
  encoding: string;
  body: Buffer;
  /** Those of a multipart; an attached message is a leaf. */
  children: Entity[];
}

interface Structure {
  root: Entity;
  /** In words for staff. */
  defects: string[];
}

/** Parts beyond these are not read: no person writes so many, and each costs. */
const mostParts = 1000;
/** Deeper multiparts are not taken apart. */
const deepest = 500;
const longestHead = 100_000;
/** RFC 2046, 5.1.1 allows 70. */
const longestBoundary = 300;
/** So often a boundary is guessed where the one that is announced does not occur. */
const mostGuesses = 3;

/**
 * The MIME structure of a mail (RFC 2046, 5.1). A missing last delimiter, one that belongs to an outer multipart and a
 * boundary other than the announced one are forgiven. Whatever the bytes are there is an answer, in one pass over them.
 */
export function readStructure(fields: readonly RawField[], body: Buffer): Structure {
  const root = entityOf(fields, 'text/plain');
  const defects = new Set<string>();
  const limits = { parts: mostParts, guesses: mostGuesses };
  return { root: takeApart(root, body, limits, defects), defects: [...defects] };
}

interface Limits {
  parts: number;
  guesses: number;
}

function takeApart(root: Entity, body: Buffer, limits: Limits, defects: Set<string>): Entity {
  const outline = new Outline(body, root);
  while (limits.parts > 0 && outline.next()) limits.parts -= 1;
  if (limits.parts === 0) defects.add(`plus de ${mostParts} parties MIME : les suivantes n’ont pas été lues`);
  outline.close(0, body.length);
  return repaired(root, limits, defects);
}

/** A multipart in which nothing was found: with the boundary that its body shows, or else as the text that it holds. */
function repaired(entity: Entity, limits: Limits, defects: Set<string>): Entity {
  if (!isMultipart(entity)) return entity;
  if (entity.children.length > 0)
    return { ...entity, children: entity.children.map((child) => repaired(child, limits, defects)) };
  if (entity.body.length === 0) return entity;
  const shown = limits.guesses > 0 && limits.parts > 0 ? shownBoundary(entity) : undefined;
  if (shown) {
    limits.guesses -= 1;
    defects.add('limite des parties MIME absente ou fausse');
    return takeApart(
      { ...entity, parameters: { ...entity.parameters, boundary: shown } },
      entity.body,
      limits,
      defects,
    );
  }
  defects.add('parties MIME introuvables');
  return { ...entity, contentType: 'text/plain', encoding: '' };
}

/** The one that was tried already helps no further. */
function shownBoundary({ parameters, body }: Entity): string | undefined {
  const start = body.toString('latin1', 0, 20_000);
  const shown = /^--([^\s"]{4,70})[ \t]*\r?\n(?:content-|\r?\n)/im.exec(start)?.[1];
  return shown === parameters.boundary ? undefined : shown;
}

/** An entity whose end is not found yet. */
interface Open {
  entity: Entity;
  /** Where its body begins. */
  start: number;
  boundary: string | undefined;
}

/** Goes over a body once, from delimiter line to delimiter line. */
class Outline {
  readonly #body: Buffer;
  #position = 0;
  #open: Open[] = [];
  /** The levels that each boundary stands for, innermost last. */
  readonly #levels = new Map<string, number[]>();

  constructor(body: Buffer, root: Entity) {
    this.#body = body;
    this.#push(root, 0);
  }

  /** The next part, opened in its multipart; undefined at the end. */
  next(): Entity | undefined {
    // Without a boundary no line of dashes needs to be looked at.
    if (this.#levels.size === 0) return undefined;
    for (;;) {
      const found = this.#delimiter();
      if (!found) return undefined;
      const { level, closing, before, after } = found;
      this.close(closing ? level : level + 1, before);
      this.#position = after;
      const parent = this.#open.at(-1)?.entity;
      if (!closing && parent) return this.#part(parent);
    }
  }

  /** Ends all entities from that level on. */
  close(level: number, end: number): void {
    for (const { entity, start, boundary } of this.#open.splice(level).toReversed()) {
      entity.body = this.#body.subarray(start, Math.max(start, end));
      if (boundary !== undefined) this.#levels.get(boundary)?.pop();
    }
  }

  #push(entity: Entity, start: number): void {
    const announced = isMultipart(entity) ? entity.parameters.boundary?.trimEnd().slice(0, longestBoundary) : undefined;
    const boundary = announced && this.#open.length < deepest ? announced : undefined;
    if (boundary !== undefined) this.#levels.set(boundary, [...(this.#levels.get(boundary) ?? []), this.#open.length]);
    this.#open.push({ entity, start, boundary });
  }

  #part(parent: Entity): Entity {
    const end = this.#headEnd();
    const { head, body } = splitMessage(this.#body.subarray(this.#position, end));
    // RFC 2046, 5.1.5
    const usual = parent.contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const entity = entityOf(splitFields(head), usual);
    parent.children.push(entity);
    this.#position = end - body.length;
    this.#push(entity, this.#position);
    return entity;
  }

  /** Past the blank line that ends the head of a part; before the next delimiter where there is none. */
  #headEnd(): number {
    let at = this.#position;
    while (at < this.#body.length && at - this.#position < longestHead) {
      const { text, next } = this.#line(at);
      if (text === '') return next;
      if (this.#levelOf(text)) return at;
      at = next;
    }
    return Math.min(at, this.#body.length);
  }

  #delimiter() {
    const body = this.#body;
    let at = this.#position;
    if (!isDashed(body, at)) at = nextDashed(body, at);
    while (at < body.length) {
      // Most lines of dashes are no delimiter, and their first letter shows it.
      if (!this.#mayBegin(body[at + 2])) {
        at = nextDashed(body, at + 2);
        continue;
      }
      const { text, next } = this.#line(at);
      const found = this.#levelOf(text);
      if (found) {
        const lineEnd = at > 1 && body[at - 2] === 0x0d ? 2 : 1;
        return { ...found, before: at - lineEnd, after: next };
      }
      at = nextDashed(body, next - 1);
    }
    return undefined;
  }

  /** Whether a boundary begins with that byte; one without letters may begin with any. */
  #mayBegin(byte: number | undefined): boolean {
    for (const boundary of this.#levels.keys()) if (boundary === '' || boundary.charCodeAt(0) === byte) return true;
    return false;
  }

  #levelOf(line: string): { level: number; closing: boolean } | undefined {
    if (!line.startsWith('--')) return undefined;
    const level = this.#levels.get(line.slice(2))?.at(-1);
    if (level !== undefined) return { level, closing: false };
    const closed = line.endsWith('--') ? this.#levels.get(line.slice(2, -2))?.at(-1) : undefined;
    return closed === undefined ? undefined : { level: closed, closing: true };
  }

  /** The line that begins there, without blanks at its end; of a long one the beginning. */
  #line(at: number): { text: string; next: number } {
    const found = this.#body.indexOf(0x0a, at);
    const end = found < 0 ? this.#body.length : found;
    const text = this.#body.toString('latin1', at, Math.min(end, at + longestBoundary + 10));
    return { text: text.trimEnd(), next: end + 1 };
  }
}

const lineAndDashes = Buffer.from('\n--');
/** So many bytes are looked at one by one: a search costs more where line after line begins with dashes. */
const near = 200;

/** Where the next line that begins with two dashes does; the length of the body if there is none. */
function nextDashed(body: Buffer, from: number): number {
  const end = Math.min(from + near, body.length);
  for (let at = from; at < end; at += 1) if (body[at] === 0x0a && isDashed(body, at + 1)) return at + 1;
  return body.indexOf(lineAndDashes, end) + 1 || body.length;
}

function isDashed(body: Buffer, at: number): boolean {
  return body[at] === 0x2d && body[at + 1] === 0x2d;
}

function isMultipart({ contentType }: Entity): boolean {
  return contentType.startsWith('multipart/');
}

/** @param usual - What it is where its head does not say. */
function entityOf(fields: readonly RawField[], usual: string): Entity {
  // Repeated fields are read by no two programs alike: the first counts.
  const first = (name: string) => fields.find((field) => field.name === name)?.raw.slice(0, 8000) ?? '';
  const type = readParameters(first('content-type'));
  const disposition = readParameters(first('content-disposition'));
  const filename = readable(disposition.parameters.filename ?? type.parameters.name ?? '');
  const entity: Entity = {
    contentType: typeOf(type.value, filename, usual),
    parameters: type.parameters,
    encoding: /[\w-]{1,40}/.exec(first('content-transfer-encoding'))?.[0].toLowerCase() ?? '',
    body: Buffer.alloc(0),
    children: [],
  };
  if (disposition.value) entity.disposition = disposition.value === 'inline' ? 'inline' : 'attachment';
  // Known by its name alone, it is a file, not the words of the mail.
  else if (type.value === unknownType && entity.contentType !== unknownType) entity.disposition = 'attachment';
  if (filename) entity.filename = filename;
  const contentId = /<([^<>\s]{1,1000})>/.exec(first('content-id'))?.[1];
  if (contentId) entity.contentId = contentId;
  return entity;
}

const unknownType = 'application/octet-stream';

/** Contents that are read, by the names of their files, where the sender's program did not know what it attached. */
const typesByName: readonly [name: RegExp, contentType: string][] = [
  [/\.ics$/i, 'text/calendar'],
  [/\.eml$/i, 'message/rfc822'],
  [/\.(?:txt|text)$/i, 'text/plain'],
  [/\.html?$/i, 'text/html'],
];

function typeOf(written: string, filename: string, usual: string): string {
  if (written === '') return usual;
  // What is no type is text (RFC 2045, 5.2).
  if (!/^[^\s/]+\/[^\s/]+$/.test(written)) return 'text/plain';
  if (written !== unknownType) return written;
  return typesByName.find(([name]) => name.test(filename))?.[1] ?? written;
}
