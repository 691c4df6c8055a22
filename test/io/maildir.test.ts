import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { deliver, openMaildir } from '../../src/io/maildir.ts';
import { listed, mailboxContract, sizeLimit } from '../contracts/mailbox.ts';
import { temporaryFolder } from '../fakes/folder.ts';

const log = pino({ level: 'silent' });
/** Modified UTF-7 by the RFC's own rules, worked out by hand. */
const folders: Record<string, string> = {
  Traités: '.Trait&AOk-s',
  'Greffier/Mis à l’écart & R.D.': '.Greffier.Mis &AOA- l&IBkA6Q-cart &- R_D_',
  'Trop grands': '.Trop grands',
};

mailboxContract('Maildir', async () => {
  const path = join(await temporaryFolder(), 'Maildir');
  const mailbox = openMaildir({ path, sizeLimit, log });
  const names = (...where: string[]) => readdir(join(path, ...where));
  return {
    mailbox,
    deliver: (raw) => deliver(path, raw),
    folder: async (name) => {
      const files = (await names(folders[name] ?? name, 'new')).map((file) =>
        join(path, folders[name] ?? name, 'new', file),
      );
      return Promise.all(files.map((file) => readFile(file)));
    },
    emptyInbox: async () => {
      for (const name of await names('new')) await rm(join(path, 'new', name));
    },
    seen: async (folder) => (await names('cur')).length + (await names(folders[folder] ?? folder, 'cur')).length,
    end: async () => {},
  };
});

describe('a Maildir that others use too', () => {
  const open = async () => {
    const path = join(await temporaryFolder(), 'Maildir');
    const mailbox = openMaildir({ path, log });
    return { path, mailbox, inbox: () => listed(mailbox) };
  };

  test('what is still being written is not listed', async () => {
    const { path, inbox } = await open();
    await inbox();
    await writeFile(join(path, 'tmp', '1.half'), 'From: x');
    await writeFile(join(path, 'new', '.nfs0001'), 'left over');
    await mkdir(join(path, 'new', 'a-folder'));
    expect(await inbox()).toEqual([]);
  });

  test('the name, the bytes and the way out survive that another program reads the mail', async () => {
    const { path, mailbox, inbox } = await open();
    const source = await deliver(path, Buffer.from('Subject: a\r\n\r\n'));
    const [before] = await inbox();
    const unique = source.replace('maildir/', '');
    await rename(join(path, 'new', unique), join(path, 'cur', `${unique}:2,S`));
    expect(await before?.raw()).toEqual(Buffer.from('Subject: a\r\n\r\n'));
    expect((await inbox()).map((mail) => mail.source)).toEqual([source]);
    await rename(join(path, 'cur', `${unique}:2,S`), join(path, 'cur', `${unique}:2,FS`));
    await mailbox.file([source], 'Done');
    expect(await inbox()).toEqual([]);
    expect(await readdir(join(path, '.Done', 'cur'))).toEqual([`${unique}:2,FS`]);
  });

  test('the time of receipt is that of the file', async () => {
    const { path, inbox } = await open();
    const late = await deliver(path, Buffer.from('late'));
    const early = await deliver(path, Buffer.from('early'));
    const at = new Date('2026-11-20T08:30:00.250Z');
    await utimes(join(path, 'new', early.replace('maildir/', '')), at, at);
    const mails = await inbox();
    expect(mails.map((mail) => mail.source)).toEqual([early, late]);
    expect(mails[0]?.receivedAt).toBe(at.toISOString());
  });

  test('two hundred deliveries at once: each mail once, none half, tmp empty', async () => {
    const { path, inbox } = await open();
    const raws = Array.from({ length: 200 }, (_, i) => Buffer.from(`Subject: ${i}\r\n\r\n${'x'.repeat(i * 100)}`));
    const sources = new Set<string>();
    let done = false;
    const all = Promise.all(raws.map((raw) => deliver(path, raw))).finally(() => {
      done = true;
    });
    while (!done) {
      for (const mail of await inbox()) {
        expect((await mail.raw()).length).toBe(mail.size);
        sources.add(mail.source);
      }
    }
    const delivered = await all;
    const left = (await inbox()).map((mail) => mail.source);
    expect(left.sort()).toEqual([...new Set(delivered)].sort());
    expect([...sources].every((source) => left.includes(source))).toBe(true);
    expect(await readdir(join(path, 'tmp'))).toEqual([]);
  });

  test.each(['', '/', 'a//b', '../x/'])('the folder %j is refused', async (folder) => {
    const { path, mailbox } = await open();
    const source = await deliver(path, Buffer.from('x'));
    await expect(mailbox.file([source], folder)).rejects.toThrow('as a folder');
  });

  test('a folder never leads out of the Maildir', async () => {
    const { path, mailbox } = await open();
    const source = await deliver(path, Buffer.from('x'));
    await mailbox.file([source], '../../x');
    expect(await readdir(join(path, '..'))).toEqual(['Maildir']);
  });

  test('where nothing can be written, delivery says so and leaves nothing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'Maildir'), 'a file');
    await expect(deliver(join(folder, 'Maildir'), Buffer.from('x'))).rejects.toThrow('cannot deliver into');
    const mailbox = openMaildir({ path: join(folder, 'Maildir'), log });
    await expect(listed(mailbox)).rejects.toThrow('cannot open the Maildir');
    await rm(join(folder, 'Maildir'));
    expect(await listed(mailbox)).toEqual([]);
    await mailbox.close();
  });
});
