import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, type House } from '../real/daemon.ts';
import { type Person, people } from '../real/people.ts';
import { compose } from '../real/post.ts';
import { type Servers, serversMissing, startServers } from '../real/servers.ts';
import { median, percentile } from './figures.ts';

/** Each writes twice: a third mail within the minute would be taken for a machine's, and not be answered. */
const senders = ['kone', 'boateng', 'smith', 'mallory', 'kone', 'boateng', 'smith', 'mallory'] as const;
const matters = ['mine rescue', 'blasting', 'surveying', 'ventilation', 'geology', 'haulage', 'drilling', 'assaying'];

/** From the moment Postfix took a request to the moment it took the acknowledgement, against what IDLE itself costs. */
describe.skipIf(serversMissing())('a request is acknowledged at once', () => {
  let servers: Servers;
  let house: House;
  beforeAll(async () => {
    servers = await startServers();
    house = await furnish(servers, [people.p01], '0 0 1 1 *');
    await house.start();
  });
  afterAll(async () => {
    await house?.end();
    await servers?.stop();
  });

  test('the way through the clerk is short beside the server’s own', async () => {
    const floor: number[] = [];
    const whole: number[] = [];
    for (const [round, sender] of senders.entries()) {
      floor.push(await untilIdleTells());
      whole.push(await untilAcknowledged(sender, matters[round] ?? ''));
    }
    const told = { idleMs: median(floor), acknowledgedMs: median(whole), p95Ms: percentile(whole, 0.95) };
    process.stdout.write(`acknowledgement: ${JSON.stringify(told)}\n`);
    expect(median(whole)).toBeLessThan(2 * median(floor));
  });

  /** The floor: SMTP accept to `exists` at a bare client in IDLE, in a mailbox that nobody else reads. */
  async function untilIdleTells(): Promise<number> {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user('traore');
    const client = new ImapFlow({
      host,
      port,
      secure: true,
      auth: { user: address, pass: password },
      tls: { ca },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX');
    const told = new Promise<number>((resolve) => client.once('exists', () => resolve(performance.now())));
    const idle = client.idle();
    await servers.submit('traore', await mail('traore', 'A mail', address), [address]);
    const accepted = performance.now();
    const took = (await told) - accepted;
    client.close();
    await idle.catch(() => {});
    return took;
  }

  async function untilAcknowledged(sender: Person, matter: string): Promise<number> {
    const before = (await servers.mailboxOf(sender).mails()).length;
    await servers.submit(sender, await mail(sender, `Training in ${matter}`, people.info), [people.info]);
    const accepted = performance.now();
    await servers
      .mailboxOf(sender)
      .waitFor(before + 1)
      .catch((cause: unknown) => {
        throw new Error(`no acknowledgement; the daemon said:\n${house.log()}`, { cause });
      });
    return performance.now() - accepted;
  }

  function mail(sender: Person, subject: string, to: string): Promise<Buffer> {
    const from = { name: '', address: people[sender] };
    return compose({ from, to, subject, text: `Dear Sir,\n\nplease tell us about ${subject}.` });
  }
});
