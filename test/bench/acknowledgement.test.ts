import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, type House } from '../real/daemon.ts';
import { people } from '../real/people.ts';
import { compose } from '../real/post.ts';
import { type Servers, serversMissing, startServers } from '../real/servers.ts';

/** A round asks for each: mails that differ by a number alone would be taken for a machine's. */
const matters = [
  'mine rescue, blasting, surveying, ventilation, geology, haulage, drilling, assaying, tailings, electricity,',
  'first aid, welding, diamond drilling, rock mechanics, crane operation, water treatment',
]
  .join(' ')
  .split(', ');

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
    for (const matter of matters) {
      floor.push(await untilIdleTells());
      whole.push(await untilAcknowledged(matter));
    }
    const told = { idleMs: median(floor), acknowledgedMs: median(whole), p95Ms: percentile(whole, 0.95) };
    process.stdout.write(`acknowledgement: ${JSON.stringify(told)}\n`);
    expect(median(whole)).toBeLessThan(2 * median(floor));
  });

  /** The floor: SMTP accept to `exists` at a bare client in IDLE, in a mailbox that nobody else reads. */
  async function untilIdleTells(): Promise<number> {
    const { host, port, ca } = servers.imap;
    const { address, password } = servers.user('smith');
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
    await servers.submit('boateng', await mail('A mail', address), [address]);
    const accepted = performance.now();
    const took = (await told) - accepted;
    client.close();
    await idle.catch(() => {});
    return took;
  }

  async function untilAcknowledged(matter: string): Promise<number> {
    const before = (await servers.mailboxOf('boateng').mails()).length;
    await servers.submit('boateng', await mail(`Training in ${matter}`, people.info), [people.info]);
    const accepted = performance.now();
    await servers
      .mailboxOf('boateng')
      .waitFor(before + 1)
      .catch((cause: unknown) => {
        throw new Error(`no acknowledgement; the daemon said:\n${house.log()}`, { cause });
      });
    return performance.now() - accepted;
  }

  function mail(subject: string, to: string): Promise<Buffer> {
    const from = { name: 'Ama Boateng', address: people.boateng };
    return compose({ from, to, subject, text: `Dear Sir,\n\nplease tell us about ${subject}.\n\nAma Boateng` });
  }
});

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
