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
      await house.settled();
      await house.kill();
      await house.start();
    }
    const requests = JSON.parse(await house.greffier('register', 'list', '--json'));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      reference: expect.stringMatching(/^INMQ-\d{4}-0001$/),
      status: 'disseminated',
    });
    const acknowledgements = await subjects('boateng', (subject) => /Demande reçue/.test(subject));
    expect(acknowledgements).toHaveLength(1);
    for (const name of names) expect(await subjects(name, (subject) => /bulletin/i.test(subject))).toHaveLength(1);
    for (const name of ['boateng', 'mtremblay', 'dlavoie', ...names] as const) {
      const ids = (await servers.mailboxOf(name).mails()).map((mail) => mail.parsed.messageId);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
    expect(await house.greffier('verify')).toContain('is whole');
  });

  test('a spoofed staff mail changes nothing, and its victim is told', async () => {
    const [{ reference }] = JSON.parse(await house.greffier('register', 'list', '--json'));
    const subject = `[${reference}] #note`;
    const note = (text: string) => compose({ from: cast.officer, to: cast.info, subject, text });
    const { officer, info } = cast;
    // Brought to our server by a stranger's, unsigned.
    await servers.deliverSpoofed(await note('forged one'), { from: officer.address, to: [info] });
    await told(/rien n’a été changé/, 1);
    // Sent with a login of another domain: signed, but not for the domain of the From.
    await servers.submit('mallory', await note('forged two'), [info]);
    await told(/rien n’a été changé/, 2);
    await servers.submit('mtremblay', await note('vu et compris'), [info]);
    await told(/Notes internes/, 1);
    const shown = await house.greffier('register', 'show', reference, '--json');
    expect(shown).toContain('vu et compris');
    expect(shown).not.toContain('forged');
  });

  async function told(words: RegExp, times: number): Promise<void> {
    await servers
      .mailboxOf('mtremblay')
      .waitFor((mails) => mails.filter((mail) => words.test(mail.parsed.text ?? '')).length === times);
  }

  async function subjects(name: Person, wanted: (subject: string) => boolean): Promise<string[]> {
    const mails = await servers.mailboxOf(name).mails();
    return mails.map((mail) => mail.parsed.subject ?? '').filter(wanted);
  }
});
