import { beforeEach, describe, expect, test } from 'vitest';
import { ama, approver, desk, genuine, last, officer, only } from '../correspondence.ts';
import { written } from '../world.ts';
import { type Attack, attack, codeOf, events, eventsOf, oneRequest, outside, verdict } from './attacker.ts';

beforeEach(oneRequest);

const first = () => {
  const request = desk.clerk.register.requests.get('INMQ-2026-0001');
  if (!request) throw new Error('the request is not registered');
  return request;
};
/** What an attack must not move. */
const state = () => {
  const { status, notes, officer: charge, category, held, outcome, undo } = first();
  return structuredClone({ status, notes, charge, category, held, outcome, undo });
};
const received = () => eventsOf('mail-received').at(-1);
const thread = async (address: string) => {
  const { messageId = '' } = await last(address);
  return { 'In-Reply-To': messageId, References: messageId };
};

describe('under the name of staff: refused, on the record, and nothing changed', () => {
  test.each<[string, () => Promise<Attack> | Attack]>([
    ['a forged From without any verdict', () => ({})],
    ['a forged From that the server saw through', () => ({ headers: verdict('fail') })],
    [
      'a forged verdict below the server’s own',
      () => ({ above: `Authentication-Results: ${Object.values(verdict('fail'))[0]}\r\n`, headers: verdict('pass') }),
    ],
    [
      'forged verdicts below a server’s own that says nothing of DMARC',
      () => ({ above: 'Authentication-Results: mx.inm.example; spf=none\r\n', headers: verdict('pass') }),
    ],
    [
      'a forged verdict above, of another server',
      () => ({
        above: `Authentication-Results: ${Object.values(verdict('pass', 'greffier.test', 'mx.evil.example'))[0]}\r\n`,
        headers: verdict('fail'),
      }),
    ],
    ['a verdict of another server alone', () => ({ headers: verdict('pass', 'greffier.test', 'mx.evil.example') })],
    [
      'a verdict of a server whose name begins like ours',
      () => ({ headers: verdict('pass', 'greffier.test', 'mx.inm.example.evil.example') }),
    ],
    ['a verdict for another domain', () => ({ headers: verdict('pass', 'evil.example') })],
    ['a verdict for a domain below', () => ({ headers: verdict('pass', 'evil.greffier.test') })],
    [
      'a verdict inside a comment',
      () => ({
        headers: { 'Authentication-Results': 'mx.inm.example; spf=pass (dmarc=pass header.from=greffier.test)' },
      }),
    ],
    [
      'a verdict inside the quoted name of an envelope sender',
      () => ({
        headers: {
          'Authentication-Results':
            'mx.inm.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=greffier.test; y"@evil.example',
        },
      }),
    ],
    ['two authors in one From', () => ({ from: `${officer}, x@evil.example`, headers: verdict('pass') })],
    [
      'two authors in one From, and a leaked thread',
      async () => ({ from: `${officer}, x@evil.example`, headers: await thread(officer) }),
    ],
    ['two From fields', () => ({ above: `From: ${approver}\r\n`, headers: verdict('pass') })],
    [
      'two Content-Transfer-Encoding fields',
      () => ({ above: 'Content-Transfer-Encoding: 8bit\r\n', headers: verdict('pass') }),
    ],
    ['the same From twice', () => ({ above: `From: ${officer}\r\n`, headers: verdict('pass') })],
    [
      'a Sender that only begins like the From',
      () => ({ headers: { Sender: `${officer}.evil.example`, ...verdict('pass') } }),
    ],
    [
      'a leaked thread, with a From that the server saw through',
      async () => ({ headers: { ...(await thread(officer)), ...verdict('fail') } }),
    ],
    ['a letter to the requester, answered under the name of staff', async () => ({ headers: await thread(ama) })],
    [
      'a letter to a colleague, answered under another’s name',
      async () => ({ from: approver, headers: await thread(officer) }),
    ],
    [
      'our Message-ID with one letter changed',
      async () => {
        const ours = (await last(officer)).messageId ?? '';
        return { headers: { 'In-Reply-To': ours.replace(/.(?=@)/, (letter) => (letter === 'z' ? 'a' : 'z')) } };
      },
    ],
    [
      'a thread about another request',
      async () => {
        await desk.world.arrives(
          desk.clerk,
          await written({ from: 'k@other.example', subject: 'Other', text: 'We need help.' }),
        );
        return { headers: await thread(officer) };
      },
    ],
  ])('%s', async (_, make) => {
    const mail = await make();
    const request = desk.clerk.register.requests.get('INMQ-2026-0001');
    const before = structuredClone(request?.notes);
    const sent = desk.world.postman.sent.length;
    await attack(mail);
    expect(request?.notes).toEqual(before);
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('command-refused')).toHaveLength(1);
    expect(received()).toMatchObject({ disposition: 'command' });
    expect(outside(sent)).toEqual([]);
  });

  test.each<[string, Attack, string]>([
    ['two authors', { from: `x@evil.example, ${officer}` }, 'a plusieurs expéditeurs'],
    ['two From fields', { above: 'From: x@evil.example\r\n' }, 'a plusieurs expéditeurs'],
    ['two Subject fields', { above: 'Subject: Bonjour #note\r\n' }, 'porte deux fois le champ « Subject »'],
    ['the Sender of another', { headers: { Sender: 'x@evil.example' } }, 'a été envoyé par une autre personne'],
  ])('%s: the registered address is told, and nobody else', async (_, mail, why) => {
    const sent = desk.world.postman.sent.length;
    await attack({ headers: verdict('pass'), ...mail });
    expect(desk.world.postman.sent.slice(sent).map(({ envelope }) => envelope.to)).toEqual([officer]);
    const told = await last(officer);
    expect(told.subject).toBe('Rien n’a été changé');
    expect(told.text.replace(/\s+/g, ' ')).toContain(why);
    expect(eventsOf('command-refused')).toMatchObject([{ why: expect.stringContaining(why) }]);
  });

  test.each<[string, () => Promise<Attack>, RegExp]>([
    [
      'another person’s code',
      async () => ({ from: approver, subject: `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}` }),
      /n’est pas valable pour vous/,
    ],
    [
      'a code for another request',
      async () => {
        await desk.world.arrives(
          desk.clerk,
          await written({ from: 'k@other.example', subject: 'Other', text: 'We need help.' }),
        );
        return { subject: `[INMQ-2026-0002] #confirmer ${await codeOf(officer)}` };
      },
      /n’est pas valable pour vous/,
    ],
    [
      'a code that nobody gave',
      async () => ({ subject: '[INMQ-2026-0001] #confirmer 23456789AB' }),
      /n’est pas valable pour vous/,
    ],
    [
      'an expired code',
      async () => {
        const code = await codeOf(officer);
        desk.world.clock.pass((desk.world.policy.codeMinutes + 1) * 60_000);
        return { subject: `[INMQ-2026-0001] #confirmer ${code}` };
      },
      /expiré/,
    ],
    [
      'a code that has served',
      async () => {
        const subject = `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}`;
        await attack({ subject });
        return { subject };
      },
      /déjà servi/,
    ],
  ])('%s', async (_, make, why) => {
    await attack({ subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' });
    const mail = await make();
    const [sent, ran] = [desk.world.postman.sent.length, eventsOf('command-run').length];
    await attack({ headers: verdict('pass'), ...mail });
    expect(eventsOf('command-run')).toHaveLength(ran);
    expect(eventsOf('command-refused').at(-1)).toMatchObject({ why: expect.stringMatching(why) });
    expect(outside(sent)).toEqual([]);
  });
});

describe('a stranger: on the record, and not a byte of an answer', () => {
  const genuineStranger = verdict('pass', 'evil.example');
  test.each<[string, () => Promise<Attack> | Attack, string]>([
    ['a display name that shows a staff address', () => ({ from: `"${officer}" <x@evil.example>` }), 'quarantined'],
    ['a name of staff, another address', () => ({ from: '"Marie Tremblay" <marie@evil.example>' }), 'quarantined'],
    [
      'a domain that looks alike',
      () => ({ from: 'mtremblay@greff1er.test', headers: verdict('pass', 'greff1er.test') }),
      'quarantined',
    ],
    [
      'a leaked thread, forwarded to a stranger who answers it',
      async () => ({ from: 'x@evil.example', headers: { ...genuineStranger, ...(await thread(officer)) } }),
      'answer',
    ],
    [
      'a leaked thread, and the Reply-To of staff',
      async () => ({
        from: 'x@evil.example',
        replyTo: officer,
        headers: { ...genuineStranger, ...(await thread(officer)) },
      }),
      'answer',
    ],
  ])('%s', async (_, make, disposition) => {
    const before = state();
    const sent = desk.world.postman.sent.length;
    await attack({ headers: genuineStranger, ...(await make()), subject: '[INMQ-2026-0001] #note #pause' });
    expect(state()).toEqual(before);
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('sending-paused')).toEqual([]);
    expect(received()).toMatchObject({ disposition });
    expect(outside(sent)).toEqual([]);
  });

  test.each<[string, Attack]>([
    ['a Reply-To of staff', { headers: { 'Reply-To': officer } }],
    ['a Sender of staff', { headers: { Sender: officer } }],
    ['command words alone', {}],
    ['a code', { subject: '#confirmer 23456789AB' }],
  ])('%s: what is answered is word for word what any first mail is answered', async (_, mail) => {
    const answered = async (subject: string, more: Attack) => {
      await oneRequest();
      await attack({ text: 'We would like training in Québec.', ...more, from: 'x@evil.example', subject });
      const letters = await desk.world.lettersTo('x@evil.example');
      return letters.map(({ text }) => text.replaceAll(subject, '…').replace(/\s+/g, ' '));
    };
    const plain = await answered('Mines', { headers: genuineStranger });
    expect(plain).toHaveLength(1);
    const hinted = await answered(mail.subject ?? '#pause', { headers: { ...genuineStranger, ...mail.headers } });
    // Who asks for answers elsewhere is not answered at all.
    expect([[], plain]).toContainEqual(hinted);
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('sending-paused')).toEqual([]);
  });
});

test('the same mail again does nothing again', async () => {
  const mail = { from: officer, subject: '[INMQ-2026-0001] #note', text: 'vu', headers: genuine(officer) };
  const raw = await written({ ...mail, messageId: '<once@greffier.test>' });
  await desk.world.arrives(desk.clerk, raw);
  const sent = desk.world.postman.sent.length;
  await desk.world.arrives(desk.clerk, raw);
  await desk.world.arrives(desk.clerk, Buffer.concat([Buffer.from('Received: from x.example\r\n'), raw]));
  expect(only().notes).toHaveLength(1);
  expect(events().filter((event) => event.kind === 'mail-received' && event.disposition === 'duplicate')).toHaveLength(
    1,
  );
  expect(desk.world.postman.sent).toHaveLength(sent);
});

test('whoever plays with a name does not fill the mailbox of its owner', async () => {
  for (let i = 0; i < 30; i++)
    await attack(i % 2 ? { text: `forged ${i}` } : { subject: '[INMQ-2026-0001] #répondre', text: `forged ${i}` });
  const [refused, codes] = [eventsOf('command-refused').length, eventsOf('code-issued').length];
  expect(refused + codes).toBe(30);
  const told = (await desk.world.lettersTo(officer)).map(({ subject }) => subject);
  expect(told.filter((subject) => /Rien n’a été changé|À confirmer/.test(subject))).toHaveLength(20);
});
