import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, story } from '../../src/cli/story.ts';
import { furnish, type House } from './daemon.ts';
import { type Person, people } from './people.ts';
import { compose, realPost } from './post.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();

describe.skipIf(missing)('one request through all four steps, on Dovecot and Postfix', () => {
  const names = Object.keys(people).filter((name): name is Person => /^p\d\d$/.test(name));
  const cast: Cast = {
    info: people.info,
    requester: { name: 'Ama Boateng', address: people.boateng },
    officer: { name: 'Marie Tremblay', address: people.mtremblay },
    approver: { name: 'Denis Lavoie', address: people.dlavoie },
    partners: names.map((name) => ({ name, address: people[name] })),
  };
  let servers: Servers;
  let house: House;

  beforeAll(async () => {
    servers = await startServers();
    house = await furnish(
      servers,
      cast.partners.map((partner) => partner.address),
      '*/5 * * * * *',
    );
    await house.start();
  });
  afterAll(async () => {
    await house?.end();
    await servers?.stop();
  });

  test('the daemon is killed between each two steps, and nothing is lost or done twice', async () => {
    const post = realPost(servers);
    for (const step of story()) {
      await step.play(post, cast);
      await house.kill();
      await house.start();
    }
    const requests = JSON.parse(await house.greffier('register', 'list', '--json'));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      reference: expect.stringMatching(/^INMQ-\d{4}-0001$/),
      status: 'disseminated',
    });
    const acknowledgements = await subjects('boateng', (subject) => /reçue/i.test(subject));
    expect(acknowledgements).toHaveLength(1);
    for (const name of names) expect(await subjects(name, (subject) => /bulletin/i.test(subject))).toHaveLength(1);
    expect(await house.greffier('verify')).toMatch(/\bok\b|verified|whole/i);
  });

  test('a spoofed staff mail changes nothing', async () => {
    const [{ reference }] = JSON.parse(await house.greffier('register', 'list', '--json'));
    const subject = `[${reference}] #note`;
    const raw = await compose({ from: cast.officer, to: cast.info, subject, text: 'forged, and it must not be filed' });
    await servers.deliverSpoofed(raw, { from: cast.officer.address, to: [cast.info] });
    await servers
      .mailboxOf('mtremblay')
      .waitFor((mails) => mails.some((mail) => /rien n’a été changé/.test(mail.parsed.text ?? '')));
    const shown = JSON.parse(await house.greffier('register', 'show', reference, '--json'));
    expect(JSON.stringify(shown)).not.toContain('must not be filed');
    // With the login of another domain the mail is signed, but not by the From's.
    await servers.submit('mallory', raw.toString().replace(/must not/, 'should never'), [cast.info]).catch(() => {});
    await servers.submit('mtremblay', await compose({ from: cast.officer, to: cast.info, subject, text: 'vu' }), [
      cast.info,
    ]);
    await servers
      .mailboxOf('mtremblay')
      .waitFor((mails) => mails.some((mail) => /Notes internes/.test(mail.parsed.text ?? '')));
    const after = JSON.stringify(JSON.parse(await house.greffier('register', 'show', reference, '--json')));
    expect(after).toContain('vu');
    expect(after).not.toContain('should never');
  });

  async function subjects(name: Person, wanted: (subject: string) => boolean): Promise<string[]> {
    const mails = await servers.mailboxOf(name).mails();
    return mails.map((mail) => mail.parsed.subject ?? '').filter(wanted);
  }
});
