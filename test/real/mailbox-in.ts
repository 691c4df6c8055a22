import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';

interface DeliveredMail {
  raw: Buffer;
  parsed: ParsedMail;
}

interface Waiting {
  /** Other than the inbox. */
  folder?: string;
  deadlineMs?: number;
}

/** What lies in somebody's mailbox, read without touching it. */
export interface TestMailbox {
  /** In the order of delivery. */
  mails(folder?: string): Promise<DeliveredMail[]>;
  /**
   * The mails, as soon as they are as wanted: so many, or as the function says.
   * @throws past the deadline (30 s when not given), with the subjects that are there.
   */
  waitFor(wanted: number | ((mails: DeliveredMail[]) => boolean), options?: Waiting): Promise<DeliveredMail[]>;
}

/** @param maildir - The Maildir++ in which Dovecot keeps the mail of `owner`. */
export function mailboxIn(maildir: string, owner: string): TestMailbox {
  // A mail is parsed once, however often we look.
  const parsed = new Map<string, DeliveredMail>();

  const mails = async (folder?: string): Promise<DeliveredMail[]> => {
    const home = folder === undefined ? maildir : path.join(maildir, `.${folder}`);
    const files = (await Promise.all(['new', 'cur'].map((name) => list(path.join(home, name))))).flat();
    const unique = [...new Map(files.map((file) => [keyOf(file), file]))].sort(([a], [b]) => (a < b ? -1 : 1));
    const found: DeliveredMail[] = [];
    for (const [key, file] of unique) {
      const known = parsed.get(key) ?? (await read(file));
      if (known === undefined) continue;
      parsed.set(key, known);
      found.push(known);
    }
    return found;
  };

  return {
    mails,
    waitFor: async (wanted, { folder, deadlineMs = 30_000 } = {}) => {
      const enough = typeof wanted === 'function' ? wanted : (all: DeliveredMail[]) => all.length >= wanted;
      const end = Date.now() + deadlineMs;
      for (;;) {
        const all = await mails(folder);
        if (enough(all)) return all;
        if (Date.now() > end) {
          const subjects = all.map((mail) => mail.parsed.subject ?? '').join(' | ');
          throw new Error(`cannot find the expected mail for ${owner} within ${deadlineMs} ms; there: ${subjects}`);
        }
        await sleep(20);
      }
    },
  };
}

async function list(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => path.join(folder, name));
}

/** Without folder and flags, which change; begins with the seconds, then `M` and the microseconds, of the delivery. */
function keyOf(file: string): string {
  const [name = ''] = path.basename(file).split(':');
  const { seconds = '', micros = '' } = /^(?<seconds>\d+)\.M(?<micros>\d+)/.exec(name)?.groups ?? {};
  return `${seconds}.${micros.padStart(6, '0')}.${name}`;
}

/** Undefined when it was renamed since: the next look finds it. */
async function read(file: string): Promise<DeliveredMail | undefined> {
  const raw = await readFile(file).catch(() => undefined);
  return raw && { raw, parsed: await simpleParser(raw) };
}
