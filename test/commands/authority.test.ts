import MailComposer from 'nodemailer/lib/mail-composer';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const verdict = (result: string, from = 'greffier.test', server = 'mx.inm.example') =>
  `${server}; dmarc=${result} header.from=${from}`;
const tenant = '8f3c1c2e-0000-4000-8000-1d2e3f4a5b6c';

let world: FakeWorld;
let clerk: Clerk;
const begin = async () => {
  clerk = await world.open();
  await world.arrives(clerk, await written({ from: ama, subject: 'Mine rescue', text: 'We look for training.' }));
};
beforeEach(async () => {
  world = new FakeWorld();
  await begin();
});

const request = () => {
  const known = clerk.register.requests.get('INMQ-2026-0001');
  if (!known) throw new Error('the request is not registered');
  return known;
};
const lettersTo = async (address: string) => world.lettersTo(address);
const last = async (address: string) => {
  const mail = (await lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
};
const refusals = () =>
  world.journal.entries
    .flatMap((entry) => entry.payload?.events ?? [])
    .filter(({ kind }) => kind === 'command-refused');

interface Attack {
  from?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string | string[]>;
  /** Raw fields above those that the composer writes. */
  above?: string;
}
/** A mail with a command, as an attacker writes it. */
const attack = async ({
  from = officer,
  subject = '[INMQ-2026-0001] #note',
  text = 'forged',
  headers = {},
  above = '',
}: Attack) => {
  const raw = await new MailComposer({ from, to: 'info@inm.example', subject, text, headers }).compile().build();
  await world.arrives(clerk, Buffer.concat([Buffer.from(above), raw]));
};

describe('attacks on the authority of commands', () => {
  test.each<[string, () => Promise<Attack> | Attack]>([
    ['a forged From without any verdict', () => ({})],
    ['a forged From that the server saw through', () => ({ headers: { 'Authentication-Results': verdict('fail') } })],
    [
      'a forged verdict below the server’s own',
      () => ({
        above: `Authentication-Results: ${verdict('fail')}\r\n`,
        headers: { 'Authentication-Results': verdict('pass') },
      }),
    ],
    [
      'a forged verdict above, of another server',
      () => ({ headers: { 'Authentication-Results': verdict('pass', 'greffier.test', 'mx.evil.example') } }),
    ],
    [
      'a verdict for another domain',
      () => ({ headers: { 'Authentication-Results': verdict('pass', 'evil.example') } }),
    ],
    [
      'a verdict inside a comment',
      () => ({
        headers: { 'Authentication-Results': `mx.inm.example; spf=pass (dmarc=pass header.from=greffier.test)` },
      }),
    ],
    [
      'two authors in one From',
      () => ({ from: `${officer}, x@evil.example`, headers: { 'Authentication-Results': verdict('pass') } }),
    ],
    [
      'two From fields',
      () => ({ above: `From: ${approver}\r\n`, headers: { 'Authentication-Results': verdict('pass') } }),
    ],
    [
      'a Sender that only begins like the From',
      () => ({ headers: { Sender: `${officer}.evil.example`, 'Authentication-Results': verdict('pass') } }),
    ],
    [
      'a leaked thread, with the From forged',
      async () => {
        const leaked = await last(officer);
        const headers = { 'In-Reply-To': leaked.messageId ?? '', References: leaked.messageId ?? '' };
        return { headers: { ...headers, 'Authentication-Results': verdict('fail') } };
      },
    ],
    [
      'a letter to the requester, answered under the name of staff',
      async () => ({ headers: { 'In-Reply-To': (await last(ama)).messageId ?? '' } }),
    ],
    [
      'a letter to a colleague, answered under another’s name',
      async () => ({ from: approver, headers: { 'In-Reply-To': (await last(officer)).messageId ?? '' } }),
    ],
    [
      'our Message-ID with one letter changed',
      async () => {
        const ours = (await last(officer)).messageId ?? '';
        return { headers: { 'In-Reply-To': ours.replace(/.(?=@)/, (letter) => (letter === 'z' ? 'a' : 'z')) } };
      },
    ],
  ])('%s: refused, on the record, and nothing changed', async (_, make) => {
    const before = structuredClone({ ...request(), mails: [], history: [], letters: [] });
    await attack(await make());
    expect({ ...request(), mails: [], history: [], letters: [] }).toEqual(before);
    expect(refusals()).toHaveLength(1);
  });

  test.each<[string, Attack]>([
    ['a display name that shows a staff address', { from: `"${officer}" <x@evil.example>` }],
    ['a name of staff, another address', { from: '"Marie Tremblay" <marie@evil.example>' }],
    ['a domain that looks alike', { from: 'mtremblay@greff1er.test' }],
    ['a Reply-To of staff', { from: 'x@evil.example', headers: { 'Reply-To': officer } }],
    ['a Sender of staff', { from: 'x@evil.example', headers: { Sender: officer } }],
  ])('%s: an ordinary mail of a stranger, without a hint', async (_, mail) => {
    await attack({
      headers: { 'Authentication-Results': verdict('pass', 'evil.example') },
      ...mail,
      subject: '#pause',
    });
    expect(refusals()).toEqual([]);
    const sender = /<([^<>]+)>/.exec(mail.from ?? '')?.[1] ?? mail.from ?? '';
    for (const letter of await lettersTo(sender)) expect(letter.text).not.toMatch(/commande|#aide|#statut/i);
    expect([...clerk.register.years.values()].flatMap(({ pauses = [] }) => pauses)).toEqual([]);
  });

  test.each<[string, Attack]>([
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied', 'Authentication-Results': verdict('pass') } }],
    [
      'an absence note without a mark, by its subject',
      {
        subject: 'Absence du bureau Re: [INMQ-2026-0001] #note',
        headers: { 'X-Autoreply': 'yes', 'Authentication-Results': verdict('pass') },
      },
    ],
    ['a list mail', { headers: { 'List-Id': '<l.greffier.test>', 'Authentication-Results': verdict('pass') } }],
    [
      'quoted text',
      {
        subject: 'Bonjour',
        text: '> [INMQ-2026-0001] #note\n',
        headers: { 'Authentication-Results': verdict('pass') },
      },
    ],
    [
      'a body',
      {
        subject: 'Bonjour',
        text: '[INMQ-2026-0001] #fermer hors mandat',
        headers: { 'Authentication-Results': verdict('pass') },
      },
    ],
    ['a forward', { subject: 'TR: [INMQ-2026-0001] #note', headers: { 'Authentication-Results': verdict('pass') } }],
  ])('a command in %s is not run', async (_, mail) => {
    await attack(mail);
    expect(world.journal.entries.flatMap((entry) => entry.payload?.events ?? []).map(({ kind }) => kind)).not.toContain(
      'command-run',
    );
    expect(request().status).toBe('received');
  });

  test('a command in an attachment, and in a calendar reply, is not run', async () => {
    const headers = { 'Authentication-Results': verdict('pass') };
    const inner = '[INMQ-2026-0001] #note';
    for (const extra of [
      {
        attachments: [
          {
            filename: 'a.eml',
            contentType: 'message/rfc822',
            content: `From: ${officer}\r\nSubject: ${inner}\r\n\r\nx`,
          },
        ],
      },
      {
        subject: inner,
        icalEvent: {
          method: 'REPLY',
          content:
            'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        },
      },
    ])
      await world.arrives(
        clerk,
        await new MailComposer({ from: officer, to: 'info@inm.example', subject: 'x', text: 'y', headers, ...extra })
          .compile()
          .build(),
      );
    expect(request().notes.map(({ text }) => text)).not.toContain('x');
    expect(world.journal.entries.flatMap((entry) => entry.payload?.events ?? []).map(({ kind }) => kind)).not.toContain(
      'command-run',
    );
  });

  test('the same mail again does nothing again', async () => {
    const raw = await written({
      from: officer,
      subject: '[INMQ-2026-0001] #note',
      text: 'vu',
      headers: { 'Authentication-Results': verdict('pass') },
      messageId: '<once@greffier.test>',
    });
    await world.arrives(clerk, raw);
    await world.arrives(clerk, raw);
    await world.arrives(clerk, Buffer.concat([Buffer.from('Received: from x.example\r\n'), raw]));
    expect(request().notes).toHaveLength(1);
  });

  test('a leaked thread in a stranger’s hands is a stranger’s mail', async () => {
    const answers = await last(officer);
    await world.arrives(
      clerk,
      await written({ from: 'x@stranger.example', subject: 'Re: [INMQ-2026-0001] #note', text: 'x', answers }),
    );
    expect(request().notes).toEqual([]);
    expect(await lettersTo('x@stranger.example')).toEqual([]);
  });

  test('proof of possession ends after thirty days', async () => {
    const answers = await last(officer);
    world.clock.pass(31 * 86_400_000);
    await world.arrives(
      clerk,
      await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
    );
    expect(request().notes).toEqual([]);
  });

  test('whoever plays with a name does not fill the mailbox of its owner', async () => {
    for (let i = 0; i < 30; i++) await attack({ text: `forged ${i}` });
    expect(refusals()).toHaveLength(30);
    expect((await lettersTo(officer)).filter(({ subject }) => subject === 'Rien n’a été changé')).toHaveLength(20);
  });
});

describe('what leaves the house', () => {
  const reply = { subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' };

  test('without proof waits for a code, which only the mailbox of the person receives', async () => {
    const before = (await lettersTo(ama)).length;
    await attack(reply);
    expect(await lettersTo(ama)).toHaveLength(before);
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(officer)).text)?.[1];
    await attack({ from: approver, subject: `[INMQ-2026-0001] #confirmer ${code}` });
    expect(await lettersTo(ama)).toHaveLength(before);
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${code}`, text: 'other words' });
    expect((await last(ama)).text).toContain('Bonjour, voici.');
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${code}` });
    expect(await lettersTo(ama)).toHaveLength(before + 1);
  });

  test('a code is good for its time only', async () => {
    const before = (await lettersTo(ama)).length;
    await attack(reply);
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(officer)).text)?.[1];
    world.clock.pass((world.policy.codeMinutes + 1) * 60_000);
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${code}` });
    expect(await lettersTo(ama)).toHaveLength(before);
    expect((await last(officer)).text).toContain('expiré');
  });

  test('with a second person wanted, another one confirms what goes to all', async () => {
    world = new FakeWorld();
    world.policy = { ...world.policy, secondPerson: true };
    await begin();
    const headers = { 'Authentication-Results': verdict('pass') };
    await attack({ subject: '#pause', headers });
    await attack({ subject: '#reprendre', headers });
    expect((await lettersTo(officer)).some(({ subject }) => subject.startsWith('À confirmer'))).toBe(false);
    const asked = await last(approver);
    expect(asked.text).toContain('À la demande de Marie Tremblay');
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text)?.[1];
    await attack({ subject: `#confirmer ${code}`, headers });
    expect([...clerk.register.years.values()].flatMap(({ pauses = [] }) => pauses).at(-1)?.paused).toBe(true);
    await attack({ from: approver, subject: `#confirmer ${code}`, headers });
    expect([...clerk.register.years.values()].flatMap(({ pauses = [] }) => pauses).at(-1)?.paused).toBe(false);
    expect((await last(officer)).subject).toBe('C’est fait');
  });
});

describe('Exchange Online', () => {
  const inside = {
    'X-MS-Exchange-Organization-AuthAs': 'Internal',
    'X-MS-Exchange-CrossTenant-AuthAs': 'Internal',
    'X-MS-Exchange-CrossTenant-Id': tenant,
  };
  const outside = { 'X-MS-Exchange-Organization-AuthAs': 'Anonymous', 'X-MS-Exchange-CrossTenant-AuthAs': 'Anonymous' };
  const results = (dmarc: string, compauth = 'pass') =>
    `spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=greffier.test; dkim=pass (signature was verified) header.d=greffier.test;dmarc=${dmarc} action=none header.from=greffier.test;compauth=${compauth} reason=100`;

  test.each<[string, Record<string, string | string[]>, boolean]>([
    ['a colleague of the tenant', inside, true],
    [
      'a colleague of another tenant',
      { ...inside, 'X-MS-Exchange-CrossTenant-Id': '00000000-0000-4000-8000-000000000000' },
      false,
    ],
    ['two claims to be inside', { ...inside, 'X-MS-Exchange-Organization-AuthAs': ['Internal', 'Internal'] }, false],
    ['only half of the claim', { 'X-MS-Exchange-Organization-AuthAs': 'Internal' }, false],
    ['from outside, DMARC passed', { ...outside, 'Authentication-Results': results('pass') }, true],
    ['from outside, DMARC failed', { ...outside, 'Authentication-Results': results('fail') }, false],
    [
      'from outside, composite authentication failed',
      { ...outside, 'Authentication-Results': results('pass', 'fail') },
      false,
    ],
    ['a verdict without Exchange', { 'Authentication-Results': results('pass') }, false],
    ['a name before the verdict', { ...outside, 'Authentication-Results': verdict('pass') }, false],
    ['nothing', {}, false],
  ])('%s', async (_, headers, done) => {
    world = new FakeWorld();
    world.policy = { ...world.policy, exchangeTenant: tenant };
    await begin();
    await attack({ headers, text: 'vu' });
    expect(request().notes.map(({ text }) => text)).toEqual(done ? ['vu'] : []);
  });
});

test('keys that are rotated still open the threads they signed', async () => {
  const answers = await last(officer);
  const [old] = world.policy.keys;
  world.policy = { ...world.policy, keys: [{ id: 'new', secret: 'another secret that is long enough for it' }, old] };
  clerk = await world.open();
  await world.arrives(
    clerk,
    await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
  );
  expect(request().notes).toHaveLength(1);
  await world.arrives(clerk, await written({ from: ama, subject: 'Re: x', text: 'Thanks.', answers: await last(ama) }));
  expect(clerk.register.requests.size).toBe(1);
});
