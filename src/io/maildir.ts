import { randomBytes } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { access, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Mailbox, WaitingMail } from '../ports.ts';
import { makeDirectory, syncDirectory } from './files.ts';
import { createHint } from './hint.ts';

interface MaildirOptions {
  path: string;
  /** In bytes; 50 MiB when not given. */
  sizeLimit?: number;
  log: Pick<Logger, 'warn'>;
}

interface Found {
  /** The file's name without its flags: it stays when other programs move the file or set flags. */
  unique: string;
  /** `new/…` or `cur/…`, with flags. */
  file: string;
}

const boxes = ['new', 'cur'] as const;

/**
 * A Maildir++: `new` and `cur` are the inbox, folders are `.Name` below it. Made when missing. Safe with other programs
 * that deliver, read and move at the same time: files are only ever renamed, and one that vanished is passed over.
 *
 * `raw` throws a RangeError for a mail above the size limit, without reading it.
 */
export function openMaildir(options: MaildirOptions): Mailbox {
  const { path: root, sizeLimit = 50 * 2 ** 20, log } = options;
  const hint = createHint();
  let watcher: FSWatcher | undefined;
  let prepared: Promise<void> | undefined;
  /** Where mails were when they were listed, by source, so that filing one need not list all. */
  let places = new Map<string, string>();

  /** False when it is not there: filed already, or moved by another program. */
  const moved = async (file: string | undefined, target: string): Promise<boolean> => {
    if (file === undefined) return false;
    // `new` stays `new`, and the flags stay as they are: nobody has read it.
    const done = rename(path.join(root, file), path.join(target, file)).then(() => true);
    return (await unlessGone(done)) ?? false;
  };

  const prepare = async (): Promise<void> => {
    await makeMaildir(root);
    try {
      watcher = watch(path.join(root, 'new'), (_, name) => {
        // A file that leaves is told of too.
        if (name !== null) access(path.join(root, 'new', name)).then(hint.give, () => {});
      });
      watcher.on('error', (err) => log.warn({ err, path: root }, 'cannot watch the Maildir any longer'));
    } catch (err) {
      log.warn({ err, path: root }, 'cannot watch the Maildir; it is looked at from time to time only');
    }
  };

  return {
    async *waiting() {
      hint.clear();
      prepared ??= prepare();
      await prepared.catch((cause: unknown) => {
        prepared = undefined;
        throw new Error(`cannot open the Maildir ${root}`, { cause });
      });
      const mails: (WaitingMail & { order: bigint })[] = [];
      places = new Map();
      for (const { unique, file } of await list(root)) {
        const found = await unlessGone(stat(path.join(root, file), { bigint: true }));
        if (!found?.isFile()) continue;
        const source = `maildir/${unique}`;
        places.set(source, file);
        const size = Number(found.size);
        mails.push({
          ...{ source, size, receivedAt: found.mtime.toISOString(), order: found.mtimeNs },
          raw: async () => {
            if (size > sizeLimit)
              throw new RangeError(`cannot read ${source}: ${size} bytes, the limit is ${sizeLimit}`);
            return readMailFile(root, { unique, file });
          },
        });
      }
      mails.sort((a, b) => Number(a.order - b.order) || (a.source < b.source ? -1 : 1));
      for (const { order, ...mail } of mails) yield mail;
    },

    async file(sources, folder) {
      const target = path.join(root, folderName(folder));
      await makeMaildir(target);
      await writeFile(path.join(target, 'maildirfolder'), '');
      let relisted: Map<string, string> | undefined;
      for (const source of sources) {
        if (await moved(places.get(source), target)) continue;
        relisted ??= new Map((await list(root)).map(({ unique, file }) => [`maildir/${unique}`, file]));
        await moved(relisted.get(source), target);
      }
      // First where they are, then where they no longer are: a power cut may double a mail, not lose one.
      for (const parent of [target, root]) for (const box of boxes) await syncDirectory(path.join(parent, box));
    },

    changed: (waitMs, signal) => hint.wait(waitMs, signal),

    async close() {
      await prepared?.catch(() => {});
      watcher?.close();
      hint.give();
    },
  };
}

/** Puts a mail into the Maildir, made when missing; resolves with its source when it is on disk. */
export async function deliver(maildir: string, raw: Uint8Array): Promise<string> {
  const unique = uniqueName();
  const temporary = path.join(maildir, 'tmp', unique);
  try {
    await makeMaildir(maildir);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path.join(maildir, 'new', unique));
    await syncDirectory(path.join(maildir, 'new'));
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Error(`cannot deliver into ${maildir}`, { cause });
  }
  return `maildir/${unique}`;
}

/** What the inbox holds; each mail once, although another program may move it from `new` to `cur` while we look. */
async function list(root: string): Promise<Found[]> {
  const found = new Map<string, Found>();
  // In this order: what is moved meanwhile is seen twice rather than not at all.
  for (const box of boxes) {
    for (const name of (await unlessGone(readdir(path.join(root, box)))) ?? []) {
      const unique = name.replace(/:.*$/s, '');
      if (!name.startsWith('.')) found.set(unique, { unique, file: path.join(box, name) });
    }
  }
  return [...found.values()];
}

async function readMailFile(root: string, { unique, file }: Found): Promise<Buffer> {
  const raw = await unlessGone(readFile(path.join(root, file)));
  if (raw) return raw;
  // Renamed since, when somebody else read it or set a flag.
  const again = (await list(root)).find((found) => found.unique === unique);
  const moved = again && (await unlessGone(readFile(path.join(root, again.file))));
  if (!moved) throw new Error(`cannot read maildir/${unique}: it is no longer in the inbox`);
  return moved;
}

/** Levels become dots, and names are written as IMAP servers write them there, in modified UTF-7 (RFC 3501, 5.1.3). */
function folderName(folder: string): string {
  const levels = folder.split('/').map((level) => level.replaceAll('.', '_'));
  if (levels.includes('')) throw new Error(`cannot use ${JSON.stringify(folder)} as a folder`);
  return `.${levels.join('.')}`.replace(/&|[^ -~]+/g, (run) => {
    if (run === '&') return '&-';
    const bytes = Buffer.from(run, 'utf16le').swap16();
    return `&${bytes.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

async function makeMaildir(maildir: string): Promise<void> {
  for (const box of ['tmp', ...boxes]) await makeDirectory(path.join(maildir, box));
}

/** Undefined when the file, or its folder, is not there: somebody else took it. */
async function unlessGone<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

let deliveries = 0;

/** As Maildir's authors recommend: time, process, count, chance and host; in the order of delivery within a process. */
function uniqueName(): string {
  const now = performance.timeOrigin + performance.now();
  const seconds = Math.floor(now / 1000);
  const micros = String(Math.floor((now % 1000) * 1000)).padStart(6, '0');
  const host = hostname().replace(/[/:]/g, '_');
  deliveries += 1;
  return `${seconds}.M${micros}P${process.pid}Q${deliveries}R${randomBytes(6).toString('hex')}.${host}`;
}
