import { chmodSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import addressparser from 'nodemailer/lib/addressparser';

interface Field {
  name: string;
  value: string;
}

interface Names {
  /** Under this name OpenDKIM wrote its results, just before. */
  verifierId: string;
  /** Under this name the results are passed on; what came in under it is forged, and removed. */
  authservId: string;
}

/**
 * A milter (Postfix's MILTER_README, libmilter's mfdef.h) that adds what needs DNS elsewhere: DMARC's verdict. Every domain
 * of the tests is taken to publish a policy; a mail passes when the domain of its only author is that of a valid signature,
 * or below it.
 */
export async function startDmarcMilter(socketPath: string, names: Names): Promise<Server> {
  const server = createServer((socket) => converse(socket, names));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o666);
  return server;
}

/** Version 6; may add (1) and change (16) header fields; wants only header fields and the end of the message. */
const negotiation = packet('O', u32(6), u32(0x1 | 0x10), u32(0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x40 | 0x100 | 0x200));
const proceed = packet('c');

function converse(socket: Socket, names: Names): void {
  let pending: Buffer = Buffer.alloc(0);
  let fields: Field[] = [];
  const handlers: Record<string, (body: Buffer) => void> = {
    O: () => socket.write(negotiation),
    L: (body) => {
      const [name = '', value = ''] = body.toString('latin1').split('\0');
      fields.push({ name: name.toLowerCase(), value: value.trim() });
      socket.write(proceed);
    },
    E: () => {
      socket.write(Buffer.concat([...answer(fields, names), proceed]));
      fields = [];
    },
    A: () => {
      fields = [];
    },
    K: () => {
      fields = [];
    },
    D: () => {},
    Q: () => socket.end(),
  };
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      const handle = handlers[pending.toString('latin1', 4, 5)];
      if (handle) handle(pending.subarray(5, end));
      else socket.write(proceed);
      pending = pending.subarray(end);
    }
  });
  socket.on('error', () => socket.destroy());
}

function answer(fields: readonly Field[], { verifierId, authservId }: Names): Buffer[] {
  const results = fields.filter(({ name }) => name === 'authentication-results');
  const serverOf = (value: string) => value.split(/[\s;(]/, 1)[0]?.toLowerCase();
  const dkim = results.find(({ value }) => serverOf(value) === verifierId)?.value.replace(/^[^;]*;\s*/, '');
  const removals = results.flatMap(({ value }, i) =>
    [verifierId, authservId].includes(serverOf(value) ?? '')
      ? [packet('m', u32(i + 1), cstring('Authentication-Results'), cstring(''))]
      : [],
  );
  const verdict = [authservId, ...(dkim === undefined ? [] : [dkim]), dmarc(fields, dkim ?? '')].join(';\n\t');
  // From the last, because a removal moves those below it.
  return [...removals.reverse(), packet('i', u32(0), cstring('Authentication-Results'), cstring(verdict))];
}

function dmarc(fields: readonly Field[], dkim: string): string {
  const authors = fields
    .filter(({ name }) => name === 'from')
    .flatMap(({ value }) => addressparser(value, { flatten: true }))
    .map(({ address }) => address.replace(/^.*@/, '').toLowerCase());
  const [domain] = authors;
  if (domain === undefined || authors.length !== 1) return 'dmarc=fail';
  // OpenDKIM's comments hold semicolons.
  const signers = [...dkim.replace(/\([^()]*\)/g, '').matchAll(/\bdkim=pass\b[^;]*?\bheader\.d=([^\s;]+)/g)].map(
    ([, signer = '']) => signer,
  );
  const aligned = signers.some((signer) => domain === signer || domain.endsWith(`.${signer}`));
  return `dmarc=${aligned ? 'pass' : 'fail'} header.from=${domain}`;
}

function packet(command: string, ...body: Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(command), ...body]);
  return Buffer.concat([u32(content.length), content]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function cstring(value: string): Buffer {
  return Buffer.from(`${value}\0`, 'latin1');
}
