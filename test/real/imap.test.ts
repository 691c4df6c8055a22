import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openImap } from '../../src/io/imap.ts';
import type { Mailbox } from '../../src/ports.ts';
import { listed, mailboxContract, sizeLimit } from '../contracts/mailbox.ts';
import { collectingLog } from '../fakes/log.ts';
import { type Person, people } from './people.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';
import { lesserHosts } from './settings.ts';

const missing = serversMissing();
const never = new AbortController().signal;

describe.skipIf(missing)(`IMAP on Dovecot${missing ? ` (without ${missing})` : ''}`, () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers?.stop());

  const mailboxOf = (
    name: Person,
    change: { host?: string; pass?: string; port?: number; ca?: string; inbox?: string } = {},
  ): Mailbox => {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user(name);
    return openImap({
      ...{
        host: change.host ?? host,
        port: change.port ?? port,
        secure: true,
        tls: { ca: change.ca ?? ca },
        sizeLimit,
      },
      auth: { user: address, pass: change.pass ?? password },
      log: collectingLog().log,
      ...(change.inbox !== undefined && { inbox: change.inbox }),
    });
  };
  /** A mail program at work in the same account. */
  const login = async (name: Person): Promise<ImapFlow> => {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user(name);
    const auth = { user: address, pass: password };
    const client = new ImapFlow({ host, port, secure: true, tls: { ca }, auth, logger: false });
    // A test may have the server drop it.
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const wipe = async (name: Person): Promise<void> => {
    const { address } = servers.user(name);
    const folders = (await servers.doveadm('mailbox', 'list', '-u', address))
      .split('\n')
      .filter((folder) => folder !== '');
    await servers.doveadm('expunge', '-u', address, 'mailbox', 'INBOX', 'all');
    for (const folder of folders.filter((name) => name !== 'INBOX')) {
      // Refused for a level that is no folder itself.
      await servers.doveadm('mailbox', 'delete', '-u', address, folder).catch(() => {});
    }
  };

  mailboxContract('IMAP', async () => {
    await wipe('info');
    const other = await login('info');
    const mailbox = mailboxOf('info');
    const path = (name: string) => name.replaceAll('.', '_').replaceAll('/', '.');
    return {
      mailbox,
      deliver: (raw) => other.append('INBOX', raw),
      folder: async (name) => {
        const lock = await other.getMailboxLock(path(name));
        try {
          return (await other.fetchAll('1:*', { source: true })).map(({ source }) => source ?? Buffer.alloc(0));
        } finally {
          lock.release();
        }
      },
      emptyInbox: async () => {
        const lock = await other.getMailboxLock('INBOX');
        await other.messageDelete('1:*');
        lock.release();
      },
      seen: async (folder) => {
        let seen = 0;
        for (const name of ['INBOX', path(folder)]) {
          const status = await other.status(name, { messages: true, unseen: true });
          if (status) seen += (status.messages ?? 0) - (status.unseen ?? 0);
        }
        return seen;
      },
      end: () => other.logout(),
    };
  });

  describe('a server with a will of its own', () => {
    let other: ImapFlow;
    let mailbox: Mailbox;
    const address = people.dlavoie;
    beforeEach(async () => {
      await wipe('dlavoie');
      other = await login('dlavoie');
      mailbox = mailboxOf('dlavoie');
    });
    afterEach(async () => {
      await mailbox.close();
      other.close();
    });
    const append = (text: string) => servers.submit('dlavoie', `Subject: ${text}\r\n\r\n${text}\r\n`, [address]);
    const texts = async () => {
      const raws: string[] = [];
      for (const mail of await listed(mailbox)) raws.push(`${await mail.raw()}`);
      return raws.map((raw) => /Subject: (.*)\r\n/.exec(raw)?.[1]);
    };
    const kick = () => servers.doveadm('kick', address);

    test('a mail brought by Postfix is hinted at within a second', async () => {
      await listed(mailbox);
      const changed = mailbox.changed(30_000, never);
      await append('un');
      const start = performance.now();
      await changed;
      // Dovecot holds the news for 500 ms.
      expect(performance.now() - start).toBeLessThan(1500);
      expect(await texts()).toEqual(['un']);
    });

    test('after the server dropped us, the same mails have the same names, and work goes on', async () => {
      await append('un');
      await expect.poll(() => listed(mailbox), { timeout: 5000 }).toHaveLength(1);
      const [before] = await listed(mailbox);
      const changed = mailbox.changed(30_000, never);
      await kick();
      const start = performance.now();
      await changed;
      expect(performance.now() - start).toBeLessThan(5000);
      const [after] = await listed(mailbox);
      expect(after?.source).toBe(before?.source);
      await kick();
      // The first call may still meet the dying connection; a later one connects anew.
      await expect.poll(() => before?.raw().then(String, () => ''), { timeout: 5000 }).toContain('un');
      await kick();
      const filed = () =>
        mailbox.file([before?.source ?? ''], 'Traités').then(
          () => 'filed',
          () => 'not yet',
        );
      await expect.poll(filed, { timeout: 5000 }).toBe('filed');
      await append('deux');
      await expect.poll(texts, { timeout: 5000 }).toEqual(['deux']);
    });

    test('a server that keeps dropping us is asked less and less', async () => {
      const waits: number[] = [];
      for (let i = 0; i < 3; i++) {
        await listed(mailbox);
        const changed = mailbox.changed(10_000, never);
        await kick();
        const start = performance.now();
        await changed;
        waits.push(performance.now() - start);
      }
      expect(waits[0]).toBeLessThan(900);
      expect(waits[1]).toBeGreaterThan(900);
      expect(waits[2]).toBeGreaterThan(1900);
    });

    test('a changed UIDVALIDITY gives new names; the old ones neither read nor file another mail', async () => {
      await append('un');
      await expect.poll(() => listed(mailbox), { timeout: 5000 }).toHaveLength(1);
      const [before] = await listed(mailbox);
      await servers.doveadm('mailbox', 'update', '-u', address, '--uid-validity', '4242', 'INBOX');
      await expect
        .poll(async () => (await listed(mailbox).catch(() => []))[0]?.source, { timeout: 5000 })
        .toMatch(/^imap\/INBOX\/4242\/\d+$/);
      const [after] = await listed(mailbox);
      expect(after?.source).not.toBe(before?.source);
      await expect(before?.raw()).rejects.toThrow(`cannot download ${before?.source}`);
      await mailbox.file([before?.source ?? ''], 'Traités');
      expect(await texts()).toEqual(['un']);
      await mailbox.file([after?.source ?? ''], 'Traités');
      expect(await texts()).toEqual([]);
    });

    test('without MOVE a mail is copied, then only that one removed', async () => {
      const old = mailboxOf('dlavoie', { host: lesserHosts.noMove });
      for (const text of ['un', 'deux', 'trois']) await other.append('INBOX', `Subject: ${text}\r\n\r\n`);
      await other.mailboxOpen('INBOX');
      // Marked by somebody else: a plain EXPUNGE would take it too.
      await other.messageFlagsAdd('1', ['\\Deleted']);
      const [first, second, third] = (await listed(old)).map(({ source }) => source);
      await old.file([second ?? ''], 'Traités');
      expect((await listed(old)).map(({ source }) => source)).toEqual([first, third]);
      await old.file([second ?? ''], 'Traités');
      await expect(other.status('Traités', { messages: true })).resolves.toHaveProperty('messages', 1);
      await old.close();
    });

    test('with neither MOVE nor UIDPLUS nothing is filed', async () => {
      const older = mailboxOf('dlavoie', { host: lesserHosts.bare });
      await other.append('INBOX', 'Subject: un\r\n\r\n');
      const [mail] = await listed(older);
      await expect(older.file([mail?.source ?? ''], 'Traités')).rejects.toThrow('neither MOVE nor UIDPLUS');
      expect(await listed(older)).toHaveLength(1);
      // Nor IDLE: the wait ends by itself, and the list is the truth.
      await older.changed(50, never);
      await other.append('INBOX', 'Subject: deux\r\n\r\n');
      expect(await listed(older)).toHaveLength(2);
      await older.close();
    });

    test('a server that froze does not hold up the end', async () => {
      await listed(mailbox);
      const changed = mailbox.changed(60_000, never);
      const pids = [...(await servers.doveadm('who', '-1', address)).matchAll(/imap\s+(\d+)/g)].map(([, pid]) =>
        Number(pid),
      );
      expect(pids.length).toBeGreaterThan(0);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      const start = performance.now();
      await mailbox.close();
      await changed;
      expect(performance.now() - start).toBeLessThan(5000);
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    });

    test('a folder that somebody removed is made again', async () => {
      for (const text of ['un', 'deux']) {
        await append(text);
        await expect.poll(texts, { timeout: 5000 }).toEqual([text]);
        await mailbox.file(
          (await listed(mailbox)).map(({ source }) => source),
          'Traités',
        );
        await servers.doveadm('mailbox', 'delete', '-u', address, 'Traités');
      }
    });

    test('another folder can be the inbox, and a missing one is told', async () => {
      await other.mailboxCreate('Demandes');
      await other.append('Demandes', 'Subject: un\r\n\r\n', [], new Date('2026-11-20T08:30:00Z'));
      const demandes = mailboxOf('dlavoie', { inbox: 'Demandes' });
      const [mail] = await listed(demandes);
      expect(mail?.source).toMatch(/^imap\/Demandes\/\d+\/1$/);
      expect(mail?.receivedAt).toBe('2026-11-20T08:30:00.000Z');
      await demandes.close();
      const nowhere = mailboxOf('dlavoie', { inbox: 'Nulle part' });
      await expect(listed(nowhere)).rejects.toThrow('cannot open the mailbox Nulle part');
      await nowhere.close();
    });

    test('a mailbox that cannot be reached throws each time, waits its time, and closes', async () => {
      const wrong = [
        [mailboxOf('dlavoie', { pass: 'wrong' }), 'cannot log in as dlavoie@inm.test, wrong name or password'],
        [mailboxOf('dlavoie', { port: 1 }), 'cannot connect to imap://127.0.0.1:1'],
        [mailboxOf('dlavoie', { ca: '' }), 'cannot connect'],
      ] as const;
      for (const [unreachable, message] of wrong) {
        await expect(listed(unreachable)).rejects.toThrow(message);
        await expect(unreachable.file(['imap/INBOX/1/1'], 'x')).rejects.toThrow(message);
        const start = performance.now();
        await unreachable.changed(50, never);
        expect(performance.now() - start).toBeGreaterThan(45);
        await unreachable.close();
        await expect(listed(unreachable)).rejects.toThrow('closed');
      }
    });

    test('a login above the server’s limit is no wrong password, and works later', async () => {
      const others = await Promise.all(Array.from({ length: 40 }, () => login('smith')));
      const late = mailboxOf('smith');
      await expect(listed(late)).rejects.toThrow(/^cannot connect to/);
      for (const one of others) one.close();
      await expect.poll(() => listed(late).catch(() => undefined), { timeout: 5000 }).toEqual([]);
      await late.close();
    });
  });
});
