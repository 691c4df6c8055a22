import { execFile, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import nodemailer from 'nodemailer';
import { connect } from './connect.ts';
import { startDmarcMilter } from './dmarc.ts';
import { startGreylisting } from './greylisting.ts';
import { mailboxIn, type TestMailbox } from './mailbox-in.ts';
import { startMute } from './mute.ts';
import { failingDomains, type Person, people } from './people.ts';
import { authservId, type Layout, lesserHosts, mailUid, settingsOf } from './settings.ts';

const run = promisify(execFile);

interface Door {
  host: string;
  port: number;
  /** The certificate of the tests' own authority, PEM; also in `caFile`. */
  ca: string;
  caFile: string;
}

interface Envelope {
  /** Empty for the null sender. */
  from: string;
  to: readonly string[];
}

/** A real Dovecot and a real Postfix, alone in a folder of their own. */
export interface Servers {
  /** TLS from the first byte. */
  imap: Door;
  /** STARTTLS and login required; each login may only use its own envelope sender, `+extension` included. */
  submission: Door;
  /** Where foreign servers bring mail: STARTTLS offered, no login. */
  mx: Door;
  /** What our Authentication-Results are signed with. */
  authservId: string;
  user(name: Person): { address: string; password: string };
  /** Sends as a mail program would, logged in as `name`. Resolves with the server's answer, throws when it refuses. */
  submit(name: Person, raw: string | Buffer, to: readonly string[]): Promise<string>;
  /** Brings a mail straight to our MX, as a stranger's server would: unsigned, and with any From. */
  deliverSpoofed(raw: string | Buffer, envelope: Envelope): Promise<string>;
  mailboxOf(name: Person): TestMailbox;
  /** Runs doveadm and resolves with what it prints. */
  doveadm(...args: string[]): Promise<string>;
  /** How many connections the server of the mute domain holds now. */
  muteConnections(): Promise<number>;
  postfixLog(): Promise<string>;
  dovecotLog(): Promise<string>;
  /** Ends all servers and wipes the folder. */
  stop(): Promise<void>;
}

/**
 * The Debian packages that are not here, or undefined when the servers can run.
 * @throws instead, with GREFFIER_REAL=required.
 */
export function serversMissing(): string | undefined {
  const needed = {
    'dovecot-imapd': '/usr/lib/dovecot/imap',
    'dovecot-lmtpd': '/usr/lib/dovecot/lmtp',
    postfix: '/usr/lib/postfix/sbin/master',
    opendkim: '/usr/sbin/opendkim',
    openssl: '/usr/bin/openssl',
  };
  const packages = Object.entries(needed).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  const root = process.getuid?.() === 0 ? [] : ['root’s rights'];
  const missing = [...packages, ...root].join(', ') || undefined;
  if (missing === undefined) return undefined;
  if (process.env.GREFFIER_REAL === 'required') throw new Error(`cannot start the real servers without ${missing}`);
  process.stderr.write(`\ntests on real servers are skipped: ${missing} not here\n`);
  return missing;
}

export async function startServers(): Promise<Servers> {
  // Not os.tmpdir(): other users (postfix, opendkim) must get through, and socket paths end at 108 bytes.
  const folder = await mkdtemp('/tmp/greffier-');
  await chmod(folder, 0o755);
  const layout = await lay(folder);
  const { ports } = layout;
  const milter = await startDmarcMilter(path.join(folder, 'sockets/dmarc'), {
    verifierId: layout.verifierId,
    authservId,
  });
  const greylisting = await startGreylisting(path.join(folder, 'sockets/greylisting'), failingDomains.greylisting);
  const mute = await startMute(ports.mute);
  const daemons = supervise(folder);
  const stop = async (): Promise<void> => {
    daemons.stdin.end();
    if (daemons.exitCode === null) await new Promise((resolve) => daemons.once('exit', resolve));
    milter.close();
    greylisting.close();
    mute.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const log = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8').catch(() => '');
  try {
    const doors = [ports.imap, ports.submission, ports.mx, ports.remote, 'sign', 'verify', 'sasl', 'lmtp'];
    await Promise.all(
      doors.map((door) => connect(typeof door === 'number' ? door : path.join(folder, 'sockets', door), 20_000)),
    );
  } catch (cause) {
    const logs = `${await log('dovecot.log')}${await log('postfix.log')}${await log('daemons.log')}`;
    await stop();
    throw new Error(`cannot start the real servers\n${logs}`, { cause });
  }

  const caFile = path.join(folder, 'tls/ca.pem');
  const ca = await readFile(caFile, 'utf8');
  const door = (port: number): Door => ({ host: '127.0.0.1', port, ca, caFile });
  const user = (name: Person) => ({ address: people[name], password: layout.logins.get(people[name]) ?? '' });
  const send = async (port: number, login: Person | undefined, raw: string | Buffer, envelope: Envelope) => {
    const auth = login && { user: user(login).address, pass: user(login).password };
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port,
      tls: { ca },
      ...(auth && { auth }),
    });
    const { response } = await transport.sendMail({ envelope: { ...envelope, to: [...envelope.to] }, raw });
    return response;
  };
  return {
    imap: door(ports.imap),
    submission: door(ports.submission),
    mx: door(ports.mx),
    authservId,
    user,
    submit: (name, raw, to) => send(ports.submission, name, raw, { from: people[name], to }),
    deliverSpoofed: (raw, envelope) => send(ports.mx, undefined, raw, envelope),
    mailboxOf: (name) => {
      const [local = '', domain = ''] = people[name].split('@');
      return mailboxIn(path.join(folder, 'mail', domain, local), people[name]);
    },
    doveadm: async (...args) => (await run('doveadm', ['-c', path.join(folder, 'dovecot.conf'), ...args])).stdout,
    muteConnections: () => new Promise((resolve) => mute.getConnections((_, count) => resolve(count))),
    postfixLog: () => log('postfix.log'),
    dovecotLog: () => log('dovecot.log'),
    stop,
  };
}

async function lay(folder: string): Promise<Layout> {
  const folders = ['mail', 'opendkim', 'postfix', 'postfix-data', 'queue', 'run', 'sockets', 'tls'];
  await Promise.all(folders.map((name) => mkdir(path.join(folder, name), { mode: 0o755 })));
  const [imap = 0, submission = 0, mx = 0, remote = 0, mute = 0] = await freePorts(5);
  const dkim = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const layout: Layout = {
    folder,
    ports: { imap, submission, mx, remote, mute },
    logins: new Map(Object.values(people).map((address) => [address, randomBytes(9).toString('base64url')])),
    dkimKey: dkim.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    verifierId: `verifier-${randomBytes(8).toString('hex')}`,
  };
  const files = {
    ...settingsOf(layout),
    'opendkim/private.pem': dkim.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
  await certify(path.join(folder, 'tls'));
  await chown(path.join(folder, 'mail'), mailUid, mailUid);
  // OpenDKIM makes its sockets as its own user, Dovecot as root.
  await chmod(path.join(folder, 'sockets'), 0o777);
  await run('chown', ['postfix', path.join(folder, 'postfix-data')]);
  // Also makes the queue's folders.
  await run('postfix', ['-c', path.join(folder, 'postfix'), 'check']);
  return layout;
}

async function certify(folder: string): Promise<void> {
  const newKey = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const authority = ['-subj', '/CN=Test authority', '-keyout', 'ca.key', '-out', 'ca.pem'];
  await run('openssl', [...newKey, ...authority], { cwd: folder });
  const hosts = ['127.0.0.1', ...Object.values(lesserHosts)].map((host) => `IP:${host}`);
  const names = `subjectAltName=${hosts.join(',')},DNS:localhost,DNS:${authservId}`;
  const leaf = ['-addext', names, '-addext', 'basicConstraints=critical,CA:false'];
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-keyout', 'server.key', '-out', 'server.pem'];
  await run('openssl', [...newKey, '-subj', '/CN=127.0.0.1', ...leaf, ...signed], { cwd: folder });
}

/** All daemons below one shell, which ends them and wipes the folder when our end of its pipe closes, also by our death. */
function supervise(folder: string) {
  const script = `
    set -m # a process group each: Postfix's master signals its whole group
    cd / && exec >"$1/daemons.log" 2>&1
    start() { "$@" </dev/null & }
    start dovecot -F -c "$1/dovecot.conf"; dovecot=$!
    start /usr/lib/postfix/sbin/master -d -c "$1/postfix"; postfix=$!
    start opendkim -f -x "$1/opendkim/sign.conf"; sign=$!
    start opendkim -f -x "$1/opendkim/verify.conf"; verify=$!
    cat
    kill $dovecot $postfix
    kill -KILL $sign $verify # asked nicely, it takes its time: 5 s
    wait
    rm -rf "$1" || { sleep 1; rm -rf "$1"; }
  `;
  return spawn('/bin/sh', ['-c', script, 'servers', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
}

/** All held at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
