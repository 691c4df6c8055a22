import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, type House } from './daemon.ts';
import { type Person, people } from './people.ts';
import { compose } from './post.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();

/** Answers whatever comes to its mailbox, and bears no marker of a machine: no thread either. */
interface Robot {
  owner: Person;
  /** Whose login it answers with. */
  as: Person;
  subject(received: string, round: number): string;
  text(round: number): string;
  encloses?(round: number): { filename: string; content: Buffer };
}

/** Never the same twice: a rank, a time of day, a need and a price. */
const matters = ['simulator', 'drilling', 'geology', 'rescue', 'blasting', 'mobility'];
const matter = (round: number) => matters[round % matters.length] ?? '';
const rank = (round: number) =>
  `Votre demande de formation est la ${40 + round}e de notre liste, à ${8 + (round % 12)} h ${10 + round}.`;
const tip = (round: number) =>
  `Tip of the day: our ${matter(round)} training costs ${100 + 17 * round} $. Shall we call?`;
const director = {
  subject: (_: string, round: number) => `Du bureau du directeur : ${matter(round)}`,
  text: (round: number) => `${rank(round)} Quel est votre budget pour ${matter(round + 1)}?`,
};

const robots: readonly Robot[] = [
  {
    owner: 'smith',
    as: 'smith',
    subject: () => 'From the desk of John Smith',
    text: (round) => `Everything that is written to this house is read, and in its order. ${tip(round)}`,
    encloses: (round) => ({ filename: 'receipt.pdf', content: Buffer.from(`%PDF ${round}`) }),
  },
  { owner: 'boateng', as: 'boateng', subject: (received) => `Re: ${received}`, text: rank },
  { owner: 'traore', as: 'kone', ...director },
  { owner: 'kone', as: 'kone', ...director },
];

describe.skipIf(missing)('machines that answer every letter, on Dovecot and Postfix', () => {
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

  test('each gets at most two letters, the requests stay entered, and staff is told once of each', async () => {
    const requesters: Person[] = ['smith', 'boateng', 'traore'];
    const answered = new Map<Person, number>();
    let sent = 0;
    const send = async (
      from: Person,
      subject: string,
      text: string,
      enclosed?: { filename: string; content: Buffer },
    ) => {
      const attachments = enclosed ? [enclosed] : [];
      const mail = { from: { name: '', address: people[from] }, to: people.info, subject, text, attachments };
      await servers.submit(from, await compose(mail), [people.info]);
      sent += 1;
    };
    for (const person of requesters)
      await send(person, `Formation ${person}`, `Nous cherchons une formation. ${person}`);

    for (const end = Date.now() + 100_000; ; ) {
      if (Date.now() > end) throw new Error(`the letters never end: ${JSON.stringify([...answered])}`);
      let fresh = 0;
      for (const { owner, as, subject, text, encloses } of robots) {
        const mails = await servers.mailboxOf(owner).mails();
        for (const mail of mails.slice(answered.get(owner) ?? 0)) {
          await send(as, subject(mail.parsed.subject ?? '', sent), text(sent), encloses?.(sent));
          fresh += 1;
        }
        answered.set(owner, mails.length);
      }
      if (fresh === 0 && (await atRest(sent, answered))) break;
      await sleep(100);
    }

    for (const { owner } of robots) expect((await letters(owner)).length, owner).toBeLessThanOrEqual(2);
    const requests: { reference: string; requester: { address: string }; status: string }[] = JSON.parse(
      await house.greffier('register', 'list', '--json'),
    );
    for (const person of requesters)
      expect(requests.find(({ requester }) => requester.address === people[person])?.status).toBe('received');
    const named = ['smith', 'kone'] as const;
    const alarms = (text: string) => /comme\s+le\s+ferait\s+une\s+machine/.test(text);
    await servers
      .mailboxOf('mtremblay')
      .waitFor((mails) => mails.filter(({ parsed }) => alarms(parsed.text ?? '')).length >= named.length);
    const told = (await letters('mtremblay')).filter(alarms);
    for (const person of named) expect(told.filter((text) => text.includes(people[person]))).toHaveLength(1);
    expect(told).toHaveLength(named.length);
    expect(await house.greffier('verify')).toContain('is whole');
  });

  async function letters(person: Person): Promise<string[]> {
    const mails = await servers.mailboxOf(person).mails();
    return mails.map(({ parsed }) => (parsed.text ?? '').replace(/\s+/g, ' '));
  }

  /** Every mail was taken and filed, every letter handed over, delivered and answered. */
  async function atRest(sent: number, answered: ReadonlyMap<Person, number>): Promise<boolean> {
    const all = await servers.doveadm('search', '-u', people.info, 'mailbox', '*', 'all');
    const waiting = await servers.doveadm('search', '-u', people.info, 'mailbox', 'INBOX', 'all');
    if (lines(all) < sent || lines(waiting) > 0) return false;
    await house.settled();
    const requests: { reference: string }[] = JSON.parse(await house.greffier('register', 'list', '--json'));
    const lives = await Promise.all(
      requests.map(({ reference }) => house.greffier('register', 'show', reference, '--json')),
    );
    const accepted = lives
      .flatMap((life) => (JSON.parse(life) as { letters: { to: { address: string }; state: string }[] }).letters)
      .filter(({ state }) => state === 'accepted');
    for (const { owner } of robots) {
      const toOwner = accepted.filter(({ to }) => to.address === people[owner]).length;
      const there = (await servers.mailboxOf(owner).mails()).length;
      if (there < toOwner || there > (answered.get(owner) ?? 0)) return false;
    }
    return true;
  }
});

function lines(text: string): number {
  return text.split('\n').filter(Boolean).length;
}
