import { createHint } from '../../src/io/hint.ts';
import type { Mailbox } from '../../src/ports.ts';

interface Kept {
  source: string;
  receivedAt: string;
  raw: Buffer;
}

/** A mailbox in memory, with the other side's doors. */
export interface FakeMailbox extends Mailbox {
  /** A mail arrives; resolves the hint. Returns its source. */
  deliver(raw: string | Uint8Array, receivedAt?: string): string;
  /** What was filed into the folder, in that order. */
  folder(name: string): Buffer[];
  /** The server cannot be reached: `waiting`, `file` and `raw` throw. */
  down: boolean;
  /** How many mails were downloaded. */
  downloads: number;
}

/** @param now - When a mail arrives whose time is not given, ISO 8601; two mails may share it. */
export function fakeMailbox({
  now = (): string => '2026-11-23T14:00:00.000Z',
  sizeLimit = 50 * 2 ** 20,
} = {}): FakeMailbox {
  const inbox = new Map<string, Kept>();
  const folders = new Map<string, Kept[]>();
  const hint = createHint();
  let uid = 0;

  const reach = (attempt: string): void => {
    if (mailbox.down) throw new Error(`cannot ${attempt}: the server is down`);
  };
  const mailbox: FakeMailbox = {
    down: false,
    downloads: 0,
    deliver(raw, receivedAt = now()) {
      uid += 1;
      const source = `fake/INBOX/1/${uid}`;
      inbox.set(source, { source, receivedAt, raw: Buffer.from(raw) });
      hint.give();
      return source;
    },
    folder: (name) => (folders.get(name) ?? []).map(({ raw }) => raw),
    async *waiting() {
      hint.clear();
      reach('list the mails');
      // The map keeps the order of arrival, and the sort keeps it among equals.
      const oldestFirst = [...inbox.values()].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
      for (const { source, receivedAt, raw } of oldestFirst) {
        yield {
          source,
          receivedAt,
          size: raw.length,
          raw: async () => {
            if (raw.length > sizeLimit) throw new RangeError(`cannot download ${source}: the limit is ${sizeLimit}`);
            reach(`download ${source}`);
            if (!inbox.has(source)) throw new Error(`cannot download ${source}: it is no longer in the inbox`);
            mailbox.downloads += 1;
            return Buffer.from(raw);
          },
        };
      }
    },
    async file(sources, folder) {
      reach(`file mails into ${folder}`);
      for (const source of sources) {
        const kept = inbox.get(source);
        if (!kept) continue;
        inbox.delete(source);
        folders.set(folder, [...(folders.get(folder) ?? []), kept]);
      }
    },
    changed: (waitMs, signal) => hint.wait(waitMs, signal),
    close: async () => hint.give(),
  };
  return mailbox;
}
