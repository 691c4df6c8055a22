import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failingDomains, people } from './people.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();

describe.skipIf(missing)(`the real servers${missing ? ` (without ${missing})` : ''}`, () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers?.stop());

  const mail = (from: string, subject: string, more = ''): string =>
    `${more}From: ${from}\r\nTo: info@inm.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x.test>\r\n\r\nBonjour\r\n`;
  const arrived = async (subject: string) => {
    const mails = await servers.mailboxOf('info').waitFor((all) => all.some((one) => one.parsed.subject === subject));
    const found = mails.find((one) => one.parsed.subject === subject);
    return (found?.parsed.headerLines ?? [])
      .filter(({ key }) => key === 'authentication-results')
      .map(({ line }) => line.replace(/\s+/g, ' '));
  };

  test('staff mail by submission passes DMARC', async () => {
    await servers.submit('mtremblay', mail(people.mtremblay, 'staff'), [people.info]);
    const results = await arrived('staff');
    expect(results).toHaveLength(1);
    expect(results[0]).toMatch(
      /^Authentication-Results: mx\.inm\.test; dkim=pass .*header\.d=inm\.test.*; dmarc=pass header\.from=inm\.test$/,
    );
  });

  test('spoofed staff mail fails, and its forged result is removed, whatever its spelling', async () => {
    const forged = [
      'Authentication-Results: mx.inm.test; dmarc=pass header.from=inm.test\r\n',
      'authentication-RESULTS:   MX.inm.test\r\n ; dmarc=pass header.from=inm.test\r\n',
      'Authentication-Results: mx.inm.test(x) 1; dmarc=pass header.from=inm.test\r\n',
      'Authentication-Results: other.example; dmarc=pass header.from=inm.test\r\n',
    ].join('');
    const envelope = { from: people.mtremblay, to: [people.info] };
    await servers.deliverSpoofed(mail(people.mtremblay, 'spoofed', forged), envelope);
    const results = await arrived('spoofed');
    expect(results).toEqual([
      expect.stringMatching(/mx\.inm\.test; dkim=none.*dmarc=fail header\.from=inm\.test$/),
      expect.stringContaining('other.example'),
    ]);
  });

  test.each([
    ['another domain’s login', people.mtremblay, 'inm.test'],
    [
      'a name that looks like the address',
      '"mtremblay@inm.test" <mallory@elsewhere.test.inm.test>',
      'elsewhere.test.inm.test',
    ],
  ])('%s signs for itself only', async (title, from, domain) => {
    const subject = title.replace(/\W/g, '');
    await servers.submit('mallory', mail(from, subject), [people.info]);
    expect((await arrived(subject))[0]).toMatch(
      new RegExp(`dkim=pass .*header\\.d=elsewhere\\.test.*dmarc=fail header\\.from=${domain}$`),
    );
  });

  test('two authors never pass', async () => {
    await servers.submit('mallory', mail(`${people.mallory}, ${people.mtremblay}`, 'two'), [people.info]);
    expect((await arrived('two'))[0]).toMatch(/dmarc=fail$/);
  });

  test('a login uses its own envelope sender only', async () => {
    const { submission, user } = servers;
    const { createTransport } = await import('nodemailer');
    const { address, password } = user('mallory');
    const transport = createTransport({
      ...{ host: submission.host, port: submission.port, tls: { ca: submission.ca } },
      auth: { user: address, pass: password },
    });
    const raw = mail(people.info, 'stolen');
    await expect(transport.sendMail({ envelope: { from: people.info, to: [people.info] }, raw })).rejects.toThrow(
      /553/,
    );
    await expect(
      transport.sendMail({ envelope: { from: 'mallory+tag@elsewhere.test', to: ['info+tag@inm.test'] }, raw }),
    ).resolves.toHaveProperty('response', expect.stringMatching(/^250/));
  });

  test.each([
    [failingDomains.refused, /550 5\.1\.1/],
    [failingDomains.deferred, /450 4\.2\.1/],
  ])('mail to %s is not taken', async (domain, answer) => {
    const raw = mail(people.dlavoie, 'x');
    await expect(servers.submit('dlavoie', raw, [`someone@${domain}`])).rejects.toThrow(answer);
  });

  test('mail to bounced.test is taken and comes back as a DSN', async () => {
    await servers.submit('dlavoie', mail(people.dlavoie, 'lost'), [`someone@${failingDomains.bounced}`]);
    const [dsn] = await servers.mailboxOf('dlavoie').waitFor(1);
    expect(dsn?.raw.toString()).toMatch(/Action: failed\r?\nStatus: 5\.1\.1\r?\n/);
    expect(dsn?.raw.toString()).toContain('Diagnostic-Code: smtp; 550 5.1.1');
    expect(dsn?.raw.toString()).toContain('Return-Path: <>');
  });

  test('mail to silent.test is taken and stays in the queue', async () => {
    await servers.submit('traore', mail(people.traore, 'silence'), [`someone@${failingDomains.silent}`]);
    await expect.poll(() => servers.postfixLog(), { timeout: 10_000 }).toMatch(/@silent\.test>.*status=deferred/);
    expect(await servers.mailboxOf('traore').mails()).toEqual([]);
  });

  test('twelve partners get their own copies', async () => {
    const partners = Object.keys(people).filter((name): name is `p${number}` & keyof typeof people =>
      /^p\d/.test(name),
    );
    expect(partners).toHaveLength(12);
    await Promise.all(partners.map((name) => servers.submit('info', mail(people.info, name), [people[name]])));
    for (const name of partners) {
      const [copy] = await servers.mailboxOf(name).waitFor(1);
      expect(copy?.parsed.subject).toBe(name);
    }
  });
});
