import { createHash, hash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { YearDocument } from '../model/register.ts';

/** Enough to write at once; more would hold up the mails that come in meanwhile. */
const pieceLength = 1 << 18;

/**
 * A yearly document as lowdb stores it, in two steps: `write` puts the new text beside the old one, on disk, and
 * `publish` puts it in its place. lowdb's own file adapter never fsyncs, and builds the whole text in one go.
 */
export class YearFile implements Adapter<YearDocument | null> {
  readonly path: string;
  readonly #next: string;
  /** SHA-256 of the bytes that were last read or written. */
  hash: string | undefined;

  constructor(path: string) {
    this.path = path;
    this.#next = `${path}.tmp`;
  }

  async read(): Promise<YearDocument | null> {
    const bytes = await readFile(this.path);
    this.hash = hash('sha256', bytes);
    return JSON.parse(bytes.toString('utf8'));
  }

  /** @throws Changed if the document changes while its text is written. */
  async write(document: YearDocument | null): Promise<void> {
    if (!document) throw new Error(`cannot write ${this.path}: there is no document`);
    const { position } = document;
    const hash = createHash('sha256');
    const file = await open(this.#next, 'w');
    try {
      for (const text of piecesOf(document)) {
        if (document.position !== position) throw new Changed(`cannot write ${this.path}: it changes`);
        hash.update(text);
        await file.writeFile(text);
      }
      if (document.position !== position) throw new Changed(`cannot write ${this.path}: it changes`);
      await file.sync();
    } finally {
      await file.close();
    }
    this.hash = hash.digest('hex');
  }

  /** The caller makes the new name durable, for all documents at once. */
  async publish(): Promise<void> {
    await rename(this.#next, this.path);
  }

  async withdraw(): Promise<void> {
    await rm(this.#next, { force: true });
  }
}

/** The register went on while it was being written; the next checkpoint will do. */
export class Changed extends Error {}

/** SHA-256 of the document's text. */
export function documentHash(document: YearDocument): string {
  const hash = createHash('sha256');
  for (const text of piecesOf(document)) hash.update(text);
  return hash.digest('hex');
}

/** The text of `JSON.stringify(document, null, 2)` and a line end, in pieces, each made when it is asked for. */
function* piecesOf(document: YearDocument): Generator<string> {
  let text = '{';
  let separator = '\n';
  for (const [name, section] of Object.entries(document)) {
    text += `${separator}  ${JSON.stringify(name)}: `;
    separator = ',\n';
    if (!isTable(section)) {
      text += indented(section, '  ');
      continue;
    }
    let before = '{\n';
    for (const [key, record] of Object.entries(section)) {
      text += `${before}    ${JSON.stringify(key)}: ${indented(record, '    ')}`;
      before = ',\n';
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    text += before === '{\n' ? '{}' : '\n  }';
  }
  yield `${text}\n}\n`;
}

function isTable(section: unknown): section is Record<string, unknown> {
  return typeof section === 'object' && section !== null && !Array.isArray(section);
}

/** A line end in JSON is never inside a string. */
function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);
}
