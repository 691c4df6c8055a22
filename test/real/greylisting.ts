import { chmodSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

/**
 * A policy server (Postfix's SMTPD_POLICY_README): the first time that it sees a recipient of that domain it asks for
 * patience, as greylisting does; after that it has no opinion.
 */
export async function startGreylisting(socketPath: string, domain: string): Promise<Server> {
  const seen = new Set<string>();
  const server = createServer((socket) => {
    let pending = '';
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      pending += chunk;
      for (let end = pending.indexOf('\n\n'); end >= 0; end = pending.indexOf('\n\n')) {
        const recipient = /^recipient=(.*)$/m.exec(pending.slice(0, end))?.[1]?.toLowerCase() ?? '';
        pending = pending.slice(end + 2);
        const patience = recipient.endsWith(`@${domain}`) && !seen.has(recipient);
        seen.add(recipient);
        socket.write(patience ? 'action=450 4.7.1 Greylisted, try again later\n\n' : 'action=DUNNO\n\n');
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o666);
  return server;
}
