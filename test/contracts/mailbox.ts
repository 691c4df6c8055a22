import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mailbox, WaitingMail } from '../../src/ports.ts';

/** An empty mailbox, its other side, and an inbox that others use too. */
export interface Bench {
  /** Its size limit is `sizeLimit`. */
  mailbox: Mailbox;
  /** A mail arrives. */
  deliver(raw: Buffer): Promise<unknown>;
  /** What the folder holds, any order. */
  folder(name: string): Promise<Buffer[]>;
  /** Somebody else takes all mails out of the inbox. */
  emptyInbox(): Promise<void>;
  /** How many mails, in the inbox and in that folder, count as read. */
  seen(folder: string): Promise<number>;
  end(): Promise<void>;
}

/** In bytes. */
export const sizeLimit = 6 * 2 ** 20;

/** What every mailbox promises, whatever keeps the mails. */
export function mailboxContract(name: string, open: () => Promise<Bench>): void {
  describe(`mailbox: ${name}`, () => {
    let bench: Bench;
    const never = new AbortController().signal;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(async () => {
      await bench.mailbox.close();
      await bench.end();
    });
    const inbox = () => listed(bench.mailbox);
    const contents = async (): Promise<Buffer[]> => {
      const raws: Buffer[] = [];
      for (const mail of await inbox()) raws.push(await mail.raw());
      return raws;
    };

    test('an empty inbox lists nothing', async () => {
      expect(await inbox()).toEqual([]);
    });

    test('lists oldest first, with size and time, and gives the bytes as they are', async () => {
      const mails = [letter('un'), letter('deux', odd), letter('trois')];
      for (const raw of mails) await bench.deliver(raw);
      const waiting = await inbox();
      expect(waiting.map(({ size }) => size)).toEqual(mails.map((raw) => raw.length));
      expect(await contents()).toEqual(mails);
      expect(new Set(waiting.map(({ source }) => source)).size).toBe(3);
      for (const { receivedAt } of waiting) expect(new Date(receivedAt).toISOString()).toBe(receivedAt);
    });

    test('a mail stays, under the same name, until it is filed', async () => {
      await bench.deliver(letter('un'));
      await bench.deliver(letter('deux'));
      const [first, second] = await inbox();
      await first?.raw();
      expect((await inbox()).map(({ source }) => source)).toEqual([first?.source, second?.source]);
      await bench.mailbox.file([first?.source ?? ''], 'Traités');
      expect((await inbox()).map(({ source }) => source)).toEqual([second?.source]);
    });

    test('files into folders made for it, and filing again is no error', async () => {
      const mails = [letter('un'), letter('deux', odd), letter('trois')];
      for (const raw of mails) await bench.deliver(raw);
      const [first = '', second = '', third = ''] = (await inbox()).map(({ source }) => source);
      await bench.mailbox.file([first], 'Traités');
      await bench.mailbox.file([second, first], 'Greffier/Mis à l’écart & R.D.');
      await bench.mailbox.file([third, second, third, 'elsewhere/1/2'], 'Traités');
      await bench.mailbox.file([], 'Vide');
      expect(await inbox()).toEqual([]);
      expect(sorted(await bench.folder('Traités'))).toEqual(sorted([mails[0], mails[2]]));
      expect(await bench.folder('Greffier/Mis à l’écart & R.D.')).toEqual([mails[1]]);
    });

    test('reading and filing marks nothing as read', async () => {
      for (let i = 0; i < 3; i++) await bench.deliver(letter(`${i}`));
      await contents();
      const [first = ''] = (await inbox()).map(({ source }) => source);
      await bench.mailbox.file([first], 'Traités');
      expect(await bench.seen('Traités')).toBe(0);
    });

    test('a hundred and twenty are listed in order and filed at once', async () => {
      const mails = Array.from({ length: 120 }, (_, i) => letter(`n° ${i}`));
      for (const raw of mails) await bench.deliver(raw);
      const waiting = await inbox();
      expect(await contents()).toEqual(mails);
      await bench.deliver(letter('après'));
      await bench.mailbox.file(
        waiting.map(({ source }) => source),
        'Traités',
      );
      expect(await contents()).toEqual([letter('après')]);
      expect(sorted(await bench.folder('Traités'))).toEqual(sorted(mails));
    });

    test('files while it lists', async () => {
      for (let i = 0; i < 5; i++) await bench.deliver(letter(`${i}`));
      const taken: Buffer[] = [];
      for await (const mail of bench.mailbox.waiting()) {
        taken.push(await mail.raw());
        await bench.mailbox.file([mail.source], 'Traités');
      }
      expect(taken).toEqual([0, 1, 2, 3, 4].map((i) => letter(`${i}`)));
      expect(await inbox()).toEqual([]);
    });

    test('a mail that arrives is hinted at, and is there then', async () => {
      await inbox();
      const start = performance.now();
      const changed = bench.mailbox.changed(20_000, never);
      await bench.deliver(letter('un'));
      await changed;
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(await contents()).toEqual([letter('un')]);
    });

    test('a mail that arrived between listing and waiting is hinted at', async () => {
      await inbox();
      await bench.deliver(letter('un'));
      const start = performance.now();
      await bench.mailbox.changed(20_000, never);
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(await contents()).toEqual([letter('un')]);
    });

    test('without a hint the wait ends by itself, and by abort', async () => {
      await inbox();
      const start = performance.now();
      await bench.mailbox.changed(30, never);
      expect(performance.now() - start).toBeGreaterThanOrEqual(29);
      const abort = new AbortController();
      const changed = bench.mailbox.changed(60_000, abort.signal);
      abort.abort();
      await changed;
      await bench.mailbox.changed(60_000, abort.signal);
    });

    test('a big mail arrives whole; one past the limit is listed but not downloaded, and stops nobody', async () => {
      const big = letter('grand', `${'0123456789abcde\r\n'.repeat(60_000)}`.repeat(5));
      const huge = letter(
        'trop grand',
        'x'
          .repeat(76)
          .concat('\r\n')
          .repeat(sizeLimit / 76),
      );
      for (const raw of [big, huge, letter('petit')]) await bench.deliver(raw);
      const [first, second, third] = await inbox();
      expect((await first?.raw())?.equals(big)).toBe(true);
      expect(second?.size).toBe(huge.length);
      await expect(second?.raw()).rejects.toThrow(RangeError);
      await expect(second?.raw()).rejects.toThrow(`${sizeLimit}`);
      expect(await third?.raw()).toEqual(letter('petit'));
      await bench.mailbox.file([second?.source ?? ''], 'Trop grands');
      expect((await bench.folder('Trop grands')).map((raw) => raw.length)).toEqual([huge.length]);
    });

    test('mails that somebody else took are gone, and no error to file', async () => {
      await bench.deliver(letter('un'));
      await bench.deliver(letter('deux'));
      const [first, second] = await inbox();
      await bench.emptyInbox();
      await expect(first?.raw()).rejects.toThrow(first?.source);
      await bench.mailbox.file([first?.source ?? '', second?.source ?? ''], 'Traités');
      await bench.deliver(letter('trois'));
      expect(await contents()).toEqual([letter('trois')]);
    });

    test('close ends a wait, and may be called twice', async () => {
      await inbox();
      const changed = bench.mailbox.changed(60_000, never);
      await bench.mailbox.close();
      await changed;
      await bench.mailbox.close();
    });
  });
}

/** The whole list. */
export async function listed(mailbox: Mailbox): Promise<WaitingMail[]> {
  const mails: WaitingMail[] = [];
  for await (const mail of mailbox.waiting()) mails.push(mail);
  return mails;
}

/** All kinds of bytes but NUL, which mail servers do not keep. */
const odd = Buffer.from(
  Array.from({ length: 255 }, (_, i) => i + 1).filter((byte) => byte !== 10 && byte !== 13),
).toString('latin1');

function letter(subject: string, body = 'Bonjour'): Buffer {
  return Buffer.concat([
    Buffer.from(`From: k.amani@mines-ci.example\r\nSubject: ${subject}\r\n\r\n`),
    Buffer.from(`${body}\r\n.\r\n`, 'latin1'),
  ]);
}

function sorted(mails: readonly (Buffer | undefined)[]): string[] {
  return mails.map((raw) => raw?.toString('latin1') ?? '').sort();
}
