import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { headerAll, type Mail } from '../../src/mail/mail.ts';
import { Attacker } from './attacker.ts';
import { attacks } from './attacks.ts';
import { type Office, openOffice } from './office.ts';
import { type Person, people } from './people.ts';
import { serversMissing } from './servers.ts';

/** How many letters each has received when all is over. */
const outsiders: readonly (readonly [Person, number])[] = [
  ['mallory', 2],
  ['smith', 1],
  ['kone', 1],
  ['traore', 1],
  ['lookalike', 0],
  ['punycode', 0],
  ['p01', 0],
  ['boateng', 1],
];
const staff: readonly string[] = [people.mtremblay, people.dlavoie];

describe.skipIf(serversMissing())('attacks on the desk, with the verdicts that the mail server writes', () => {
  let office: Office;
  let attacker: Attacker;
  beforeAll(async () => {
    office = await openOffice([
      { id: 'p01', name: 'Établissement p01', contacts: [{ name: 'Contact p01', address: people.p01 }] },
    ]);
    attacker = new Attacker(office, 'INMQ-2026-0001');
    await attacker.posts(await attacker.signed('boateng', { subject: 'Mine rescue', text: 'We look for training.' }));
  });
  afterAll(() => office?.close());

  test('what staff writes itself is obeyed', obeyed);

  test.each(attacks)('%s', async (_, prepare, verdicts, outcome) => {
    const posting = await prepare(attacker);
    const before = state();
    const { mail, payload } = await attacker.posts(posting);
    expect(verdictsIn(mail)).toEqual(verdicts);
    const [received, ...others] = payload.events;
    expect(received).toMatchObject({ kind: 'mail-received', disposition: outcome.filed });
    expect(others.map(({ kind }) => kind)).toEqual(outcome.events);
    if (outcome.why) expect(others).toMatchObject([{ why: expect.stringContaining(outcome.why) }]);
    expect(payload.emails.filter(({ to }) => !staff.includes(to.address))).toEqual([]);
    expect(state(before.about)).toEqual(before);
  });

  test('what staff writes itself is obeyed after all that', obeyed);

  test('a stranger who plays with such words is answered word for word what any stranger is', async () => {
    const plain = await answered('smith', { subject: 'Mines' });
    const code = await attacker.code();
    const before = state();
    const played = [
      await answered('mallory', { subject: '#pause' }),
      await answered('kone', { subject: attacker.about('#fermer') }),
      await answered('traore', { subject: `#confirmer ${code}` }),
      await answered('mallory', { subject: 'Tunnels', replyTo: people.mtremblay }),
    ];
    expect(played).toEqual(played.map(() => plain));
    expect(state(before.about)).toEqual(before);
  });

  test('nothing else has come to anybody outside', async () => {
    const last = await attacker.compose('smith', { subject: 'The last mail' });
    await office.servers.submit(
      'smith',
      last,
      outsiders.map(([one]) => people[one]),
    );
    for (const [one, letters] of outsiders) {
      const there = await office.servers
        .mailboxOf(one)
        .waitFor((mails) => mails.some(({ parsed }) => parsed.subject === 'The last mail'));
      const ours = there.filter(({ parsed }) => parsed.from?.value[0]?.address === people.info);
      expect([one, ours.map(({ parsed }) => parsed.subject)]).toEqual([
        one,
        Array.from({ length: letters }, () => expect.stringContaining('Demande reçue')),
      ]);
    }
  });

  /** What the stranger reads, without what is his alone and the slots. */
  async function answered(stranger: Person, mail: { subject: string; replyTo?: string }): Promise<string> {
    const messageId = `<stranger-${office.clerk.register.mails.size}@elsewhere.test>`;
    const text = `We look for training about ${mail.subject}.`;
    await attacker.posts(await attacker.signed(stranger, { text, messageId, ...mail }));
    const letter = await readMail(await attacker.arrived(stranger, 'inReplyTo', messageId));
    return [letter.subject, letter.text]
      .join('\n')
      .replaceAll(mail.subject, 'SUBJECT')
      .replace(/INMQ-2026-\d{4}/g, 'REFERENCE')
      .replace(/^ +\d · .*$/gm, 'SLOT');
  }

  async function obeyed(): Promise<void> {
    const { mail, payload } = await attacker.posts(await attacker.signed('mtremblay'));
    expect(verdictsIn(mail)).toEqual(['pass inm.test']);
    expect(payload.events.map(({ kind }) => kind)).toEqual(['mail-received', 'note-added', 'command-run']);
    expect(payload.emails).toMatchObject([{ letter: 'command-done', to: { address: people.mtremblay } }]);
  }

  /** What no attack may move; a mail and the letters that tell of it are entered all the same. */
  function state(about = [...office.clerk.register.requests.keys()]) {
    const { requests, codes, partners, digests, schedules, years } = office.clerk.register;
    const standing = about.map((reference) => ({ ...requests.get(reference), mails: [], letters: [] }));
    const pauses = [...years.values()].flatMap((year) => year.pauses ?? []);
    return { about, rest: structuredClone({ standing, codes, partners, digests, schedules, pauses }) };
  }
});

/** Of all Authentication-Results, from the top. */
function verdictsIn(mail: Mail): string[] {
  return headerAll(mail, 'authentication-results').map((value) => {
    const [, result = 'none', from = ''] = /dmarc=(\w+)(?: header\.from=(\S+))?/.exec(value) ?? [];
    return `${result} ${from}`.trim();
  });
}
