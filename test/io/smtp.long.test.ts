import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { openSmtp, type SmtpOptions } from '../../src/io/smtp.ts';
import type { Postman } from '../../src/ports.ts';
import { postmanContract } from '../contracts/postman.ts';
import { FakePostman } from '../fakes/postman.ts';

const openssl = spawnSync('openssl', ['version']).status === 0;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

postmanContract('in memory', async () => {
  const postman = new FakePostman();
  postman.answers.set('later@x.example', { state: 'deferred', response: '451 later' });
  postman.answers.set('never@x.example', { state: 'refused', response: '550 never' });
  return {
    postman,
    deferring: 'later@x.example',
    refusing: 'never@x.example',
    received: async (address) => postman.sent.filter(({ envelope }) => envelope.to === address).map(({ raw }) => raw),
    breakDown: async () => {
      postman.down = true;
    },
    end: async () => {},
  };
});

postmanContract('SMTP', async () => {
  const { port, boxes, stop } = await serve();
  return {
    postman: openSmtp({ host: '127.0.0.1', port, security: 'none' }),
    deferring: 'later@x.example',
    refusing: 'never@x.example',
    received: async (address) => boxes.get(address) ?? [],
    breakDown: stop,
    end: stop,
  };
});

const mail = (to = 'a@x.example') => ({
  envelope: { from: 'info@inm.example', to },
  raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
});

describe('outcomes of SMTP', () => {
  test('the server’s own line is the response', async () => {
    const { port } = await serve();
    expect((await open({ port }).send(mail())).response).toMatch(/^250 .*taken/);
    expect(await open({ port }).send(mail('later@x.example'))).toEqual({ state: 'deferred', response: '451 later' });
    expect(await open({ port }).send(mail('never@x.example'))).toEqual({ state: 'refused', response: '550 never' });
  });

  test.each([
    [450, 'deferred'],
    [452, 'deferred'],
    [550, 'refused'],
    [552, 'refused'],
    [554, 'refused'],
  ] as const)('%i of the recipient or the mail: %s', async (responseCode, state) => {
    const no = () => refusal(responseCode, 'because');
    const steps: SMTPServerOptions[] = [
      { onRcptTo: (_address, _session, callback) => callback(no()) },
      { onData: (stream, _session, callback) => void stream.on('end', () => callback(no())).resume() },
    ];
    for (const step of steps) {
      const { port } = await serve(step);
      const outcome = await open({ port }).send(mail());
      expect(outcome).toEqual({ state, response: expect.stringContaining(`${responseCode} because`) });
    }
  });

  test.each([421, 450, 503, 530, 535, 550, 554])(
    '%i before the recipient is named is our trouble: no recipient is to blame',
    async (responseCode) => {
      const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, callback) =>
        callback(refusal(responseCode, 'because'));
      const { port } = await serve({ onMailFrom });
      expect(await open({ port }).send(mail())).toMatchObject({ state: 'deferred', ours: true });
    },
  );

  test.each(['552 5.3.4 Message size exceeds limit', '550 message too large'])('but for its size: %s', async (line) => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, callback) =>
      callback(refusal(Number(line.slice(0, 3)), line.slice(4)));
    const { port } = await serve({ onMailFrom });
    expect(await open({ port }).send(mail())).toEqual({ state: 'refused', response: line });
  });

  test('a login that is refused is our trouble: deferred, and says so', async () => {
    const { port } = await serve({ authOptional: false, onAuth: (_auth, _session, callback) => callback(null, {}) });
    const outcome = await open({ port, auth: { user: 'info', password: 'wrong' } }).send(mail());
    expect(outcome.state).toBe('deferred');
    expect(outcome.response).toMatch(/^127\.0\.0\.1:\d+ refused our login: .*535/);
    expect(outcome.response).not.toContain('wrong');
  });

  test.each([454, 500, 550])('whatever the code of the refusal (%i)', async (responseCode) => {
    const { port } = await serve({ onAuth: (_auth, _session, callback) => callback(refusal(responseCode, 'no')) });
    expect(await open({ port, auth: { user: 'info', password: 'wrong' } }).send(mail())).toEqual({
      state: 'deferred',
      ours: true,
      response: `127.0.0.1:${port} refused our login: ${responseCode} no`,
    });
  });

  test.each([
    '5.7.1 <info@inm.example>: Sender address rejected: not owned by user info',
    '5.1.8 Bad sender system address',
    '5.7.60 SMTP; Client does not have permissions to send as this sender',
  ])('a sender that we may not use is our trouble: %s', async (message) => {
    const { port } = await serve({ onRcptTo: (_address, _session, callback) => callback(refusal(553, message)) });
    expect(await open({ port }).send(mail())).toEqual({
      state: 'deferred',
      ours: true,
      response: `127.0.0.1:${port} refused our sender: 553 ${message}`,
    });
  });

  test('a login that is asked for and not configured is our trouble', async () => {
    const { port } = await serve({ authOptional: false });
    expect(await open({ port }).send(mail())).toMatchObject({
      state: 'deferred',
      response: expect.stringMatching(/refused our login: 530/),
    });
  });

  test('the login is used', async () => {
    const { port } = await serve({
      authOptional: false,
      onAuth: ({ username, password }, _session, callback) =>
        callback(null, username === 'info' && password === 's3cret' ? { user: username } : {}),
    });
    expect((await open({ port, auth: { user: 'info', password: 's3cret' } }).send(mail())).state).toBe('accepted');
  });

  test('a closed door is deferred and names the server', async () => {
    const { port, stop } = await serve();
    await stop();
    const outcome = await open({ port }).send(mail());
    expect(outcome.state).toBe('deferred');
    expect(outcome.response).toMatch(/^cannot reach 127\.0\.0\.1:\d+: .*ECONNREFUSED/);
  });

  test.each([
    ['says 554 instead of a greeting', '554 no service\r\n'],
    ['says 421 instead of a greeting', '421 too busy\r\n'],
    ['hangs up', ''],
    ['speaks no SMTP', 'SSH-2.0-OpenSSH\r\n'],
  ])('a server that %s: deferred', async (_, greeting) => {
    const port = await listen(createServer((socket) => socket.on('error', () => {}).end(greeting)));
    expect(await open({ port }).send(mail())).toMatchObject({
      state: 'deferred',
      response: expect.stringMatching(/./),
    });
  });

  test('a connection cut in the middle of the mail is deferred', async () => {
    const { port } = await serve({
      onData: (_stream, _session, _callback) => void server?.connections.forEach((c) => void c._socket.destroy()),
    });
    const server = servers.at(-1);
    expect((await open({ port }).send(mail())).state).toBe('deferred');
  });

  test('a mail larger than the server’s SIZE is refused', async () => {
    const { port } = await serve({ size: 100 });
    const large = { ...mail(), raw: Buffer.from(`Subject: x\r\n\r\n${'x'.repeat(500)}\r\n`) };
    expect((await open({ port }).send(large)).state).toBe('refused');
  });

  test('a connection that the server dropped while idle costs nothing', async () => {
    const { port, boxes } = await serve();
    const postman = open({ port });
    expect((await postman.send(mail())).state).toBe('accepted');
    for (const connection of servers.at(-1)?.connections ?? []) connection._socket.destroy();
    expect((await postman.send(mail())).state).toBe('accepted');
    expect(boxes.get('a@x.example')).toHaveLength(2);
  });

  test('the null sender goes out as such', async () => {
    const senders: string[] = [];
    const { port } = await serve({
      onMailFrom: ({ address }, _session, callback) => {
        senders.push(address);
        callback();
      },
    });
    const outcome = await open({ port }).send({ ...mail(), envelope: { from: '', to: 'a@x.example' } });
    expect(outcome.state).toBe('accepted');
    expect(senders).toEqual(['']);
  });

  test('an international domain needs no SMTPUTF8, an international name does (RFC 6531)', async () => {
    const asked: unknown[] = [];
    const { port } = await serve({
      onRcptTo({ address }, { envelope }, callback) {
        asked.push([address, envelope.smtpUtf8]);
        callback();
      },
    });
    expect((await open({ port }).send(mail('a@mines-québec.example'))).state).toBe('accepted');
    expect((await open({ port }).send(mail('inês@x.example'))).state).toBe('accepted');
    expect(asked).toEqual([
      ['a@mines-québec.example', false],
      ['inês@x.example', true],
    ]);
  });

  test('close does not wait for ever for a server that never answers', async () => {
    let arrived: () => void = () => {};
    const handedOver = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { port } = await serve({ onData: (stream) => void stream.on('end', arrived).resume() });
    const postman = open({ port, drainMs: 50 });
    const outcome = postman.send(mail());
    await handedOver;
    await postman.close();
    expect((await outcome).state).toBe('deferred');
  });

  test('a server that does not take an international name: refused, with the reason', async () => {
    const { port } = await serve({ onRcptTo: (_address, _session, callback) => callback(refusal(553, 'no')) });
    const outcome = await open({ port }).send(mail('inês@x.example'));
    expect(outcome).toEqual({ state: 'refused', response: '553 no (an address that needs SMTPUTF8, RFC 6531)' });
  });
});

describe('TLS', () => {
  test.each(['tls', 'starttls'] as const)(
    '%s: a certificate that nobody vouches for is not accepted',
    async (security) => {
      const { port, boxes } = await serve({ secure: security === 'tls', disabledCommands: [], logger: false });
      const outcome = await open({ port, security }).send(mail());
      expect(outcome.state).toBe('deferred');
      expect(outcome.response).toMatch(/cannot reach .*certificate/i);
      expect(boxes.size).toBe(0);
    },
  );

  test.skipIf(!openssl).each(['tls', 'starttls'] as const)(
    '%s: the authority that is configured is trusted',
    async (security) => {
      const { key, cert } = makeCertificate();
      const { port, boxes } = await serve({ secure: security === 'tls', disabledCommands: [], key, cert });
      expect((await open({ port, security }).send(mail())).state).toBe('deferred');
      expect((await open({ port, security, ca: cert }).send(mail())).state).toBe('accepted');
      expect(boxes.get('a@x.example')).toHaveLength(1);
    },
  );

  test('none: a certificate that the server offers is left alone', async () => {
    const { port } = await serve({ disabledCommands: [], logger: false });
    expect((await open({ port, security: 'none' }).send(mail())).state).toBe('accepted');
  });

  test('starttls: a server without it gets no mail', async () => {
    const { port, boxes } = await serve();
    expect((await open({ port, security: 'starttls' }).send(mail())).state).toBe('deferred');
    expect(boxes.size).toBe(0);
  });
});

/** A key and a certificate for 127.0.0.1 that vouches for itself. */
function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'greffier-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const made = spawnSync('openssl', [
    ...['req', ...kind, '-keyout', key, '-out', cert],
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
  ]);
  if (made.status !== 0) throw new Error(`cannot make a certificate: ${made.stderr}`);
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
}

const servers: SMTPServer[] = [];

/** An SMTP server on a free loopback port that keeps what it takes, by recipient. */
async function serve(options: SMTPServerOptions = {}) {
  const boxes = new Map<string, Buffer[]>();
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      if (address === 'later@x.example') return callback(refusal(451, 'later'));
      if (address === 'never@x.example') return callback(refusal(550, 'never'));
      callback();
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo)
          boxes.set(address, [...(boxes.get(address) ?? []), Buffer.concat(chunks)]);
        callback(null, 'taken');
      });
    },
    ...options,
  });
  server.on('error', () => {});
  servers.push(server);
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve(portOf(listener)));
  });
  const stop = () => new Promise<void>((resolve) => (server.server.listening ? server.close(resolve) : resolve()));
  closing.push(stop);
  return { port, boxes, stop };
}

function open(options: Partial<SmtpOptions> & { port: number }): Postman {
  const postman = openSmtp({ host: '127.0.0.1', security: 'none', ...options });
  closing.push(() => postman.close());
  return postman;
}

function listen(server: Server): Promise<number> {
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(portOf(server))));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('cannot read the port of the test server');
  return address.port;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
