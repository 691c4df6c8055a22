import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, type House } from './daemon.ts';
import { people } from './people.ts';
import { compose } from './post.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();

describe.skipIf(missing)('who a mail seems to be from, on Dovecot and Postfix', () => {
  let servers: Servers;
  let house: House;
  beforeAll(async () => {
    servers = await startServers();
    house = await furnish(servers, [people.p01], '0 0 9 1 1 *');
    await house.start();
  });
  afterAll(async () => {
    await house?.end();
    await servers?.stop();
  });

  test('a request in another’s name is entered, not answered and explained; the genuine one is acknowledged', async () => {
    const boateng = { name: 'Ama Boateng', address: people.boateng };
    const to = people.info;
    const forged = await compose({ from: boateng, to, subject: 'Forged', text: 'Send us your bank details.' });
    await servers.deliverSpoofed(forged, { from: people.boateng, to: [to] });
    await told(/Forged[\s\S]*authentifier\s+l’expéditeur\s+\(DMARC\)/);
    const genuine = await compose({ from: boateng, to, subject: 'Genuine', text: 'We look for training.' });
    await servers.submit('boateng', genuine, [to]);
    const letters = await servers.mailboxOf('boateng').waitFor(1);
    expect(letters.map(({ parsed }) => parsed.subject)).toEqual([expect.stringContaining('-0002]')]);
    const requests: { subject: string; status: string }[] = JSON.parse(
      await house.greffier('register', 'list', '--json'),
    );
    expect(requests.map(({ subject, status }) => [subject, status])).toEqual([
      ['Forged', 'quarantined'],
      ['Genuine', 'received'],
    ]);
  });

  test('the name of a colleague on a stranger’s address is quarantined, though its domain vouches for it', async () => {
    const from = { name: 'Marie Tremblay', address: people.mallory };
    await servers.submit('mallory', await compose({ from, to: people.info, subject: 'Urgent', text: 'Call me.' }), [
      people.info,
    ]);
    await told(/Urgent[\s\S]*Le\s+nom\s+affiché\s+est\s+celui\s+de\s+Marie\s+Tremblay/);
    expect(await servers.mailboxOf('mallory').mails()).toEqual([]);
  });

  async function told(words: RegExp): Promise<void> {
    await servers.mailboxOf('mtremblay').waitFor((mails) => mails.some(({ parsed }) => words.test(parsed.text ?? '')));
  }
});
