import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});

const arrives = async (raw: Buffer | string) => {
  world.clock.pass(60_000);
  await world.arrives(clerk, Buffer.from(raw));
};
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');
const requests = () => [...clerk.register.requests.values()];
const dispositions = () => [...clerk.register.mails.values()].map(({ disposition }) => disposition);
const count = async (address: string) => (await world.lettersTo(address)).length;

async function acknowledged(): Promise<NonNullable<Awaited<ReturnType<typeof world.lettersTo>>[0]>> {
  await arrives(await written({ from: ama, subject: 'Training', text: 'We look for training.' }));
  const [letter] = await world.lettersTo(ama);
  if (!letter) throw new Error('no acknowledgement');
  return letter;
}

/** Inputs on which well-known trackers lose a request, answer a machine, or do as a stranger says. */
describe('what others get wrong', () => {
  test('an RFC 3834 auto-reply opens no request and is not answered, in a thread or out of one', async () => {
    const letter = await acknowledged();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await arrives(await written({ from: ama, subject: 'Away', text: 'Back soon.', answers: letter, headers }));
    await arrives(await written({ from: 'b@tgtu.example', subject: 'Away', text: 'Back soon.', headers }));
    expect(requests()).toHaveLength(1);
    expect(dispositions()).toEqual(['request', 'automatic', 'automatic']);
    expect([await count(ama), await count('b@tgtu.example')]).toEqual([1, 0]);
  });

  test('a person whose program writes « Auto-Submitted: no » is acknowledged', async () => {
    const headers = { 'Auto-Submitted': 'no' };
    await arrives(await written({ from: ama, subject: 'Training', text: 'We look for training.', headers }));
    expect(await count(ama)).toBe(1);
  });

  test('a bounce of our letter opens no request, goes to its letter, and is not relayed to the requester', async () => {
    const letter = await acknowledged();
    const told = await count(officer);
    await arrives(
      raw(
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx.inm.example',
        'To: info@inm.example',
        'Subject: Undelivered Mail Returned to Sender',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is the mail system. Your message could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.inm.example',
        '',
        `Final-Recipient: rfc822; ${ama}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${letter.messageId}`,
        'Subject: x',
        '--b--',
        '',
      ),
    );
    expect(requests()).toHaveLength(1);
    expect(await count(ama)).toBe(1);
    const record = [...clerk.register.letters.values()].find(({ to }) => to.address === ama);
    expect(record).toMatchObject({ state: 'bounced', response: expect.stringContaining('550') });
    expect(await count(officer)).toBe(told + 1);
  });

  test.each<[string, (subject: string) => { from: string; subject: string }]>([
    ['a fixed subject', () => ({ from: ama, subject: 'From the desk of Ama' })],
    ['our subject', (subject) => ({ from: ama, subject: `Re: ${subject}` })],
    ['an answer from another address', () => ({ from: 'office@tgtu.example', subject: 'Well noted' })],
  ])('an autoresponder without any marker ends after two letters: %s', async (_, answer) => {
    let letter = await acknowledged();
    for (let round = 0, seen = 1; round < 12; round++) {
      await arrives(await written({ ...answer(letter.subject), text: 'All that is written to this house is read.' }));
      const letters = [...(await world.lettersTo(ama)), ...(await world.lettersTo('office@tgtu.example'))];
      if (letters.length === seen) break;
      seen = letters.length;
      letter = letters.at(-1) ?? letter;
    }
    for (const address of [ama, 'office@tgtu.example']) expect(await count(address)).toBeLessThanOrEqual(2);
    expect(requests()[0]).toMatchObject({ requester: { address: ama }, status: 'received' });
  });

  test('the same Message-ID twice is one request and one acknowledgement, by whatever route', async () => {
    const mail = await written({
      from: ama,
      subject: 'Training',
      text: 'We look for training.',
      messageId: '<1@x.example>',
    });
    await arrives(mail);
    await arrives(mail);
    await arrives(Buffer.concat([Buffer.from('Received: from a by b\r\nDelivered-To: info2@inm.example\r\n'), mail]));
    expect(requests()).toHaveLength(1);
    expect(await count(ama)).toBe(1);
  });

  test('raw 8-bit bytes in the header are read', async () => {
    await arrives(
      raw(
        'From: J\xe9r\xf4me B\xe9langer <jb@mines.example>',
        'Subject: Demande num\xe9ro d\xe9j\xe0',
        '',
        'Formation.',
      ),
    );
    expect(requests()[0]).toMatchObject({ subject: 'Demande numéro déjà', requester: { name: 'Jérôme Bélanger' } });
    expect(await count('jb@mines.example')).toBe(1);
  });

  test.each([
    ['a NUL in the From', raw('From: "A\0ma" <am\0a@tgtu.example>', 'Subject: Training', '', 'We look for training.')],
    ['an empty From', raw('From:', 'Subject: Training', '', 'We look for training.')],
    ['no From at all', raw('Subject: Training', '', 'We look for training.')],
    [
      'an address in UTF-8',
      Buffer.from('From: Ama <améa@université.example>\r\nSubject: Training\r\n\r\nWe look for training.'),
    ],
    ['no header at all', raw('', 'We look for training.')],
    ['nothing at all', Buffer.alloc(0)],
  ])('%s: entered, kept, and told to staff', async (_, mail) => {
    await arrives(mail);
    expect(requests()).toHaveLength(1);
    expect(await count(officer)).toBe(1);
    expect(world.mailbox.folder(world.policy.folders.requests)).toHaveLength(1);
    expect(world.archive.kept.has([...clerk.register.mails.keys()][0] ?? '')).toBe(true);
  });

  test('a stranger who knows a reference is not attached: his request is his own, and staff hears of the other', async () => {
    await acknowledged();
    await arrives(
      await written({ from: 'x@stranger.example', subject: 'Re: [INMQ-2026-0001] Training', text: 'And I?' }),
    );
    expect(requests().map(({ mails }) => mails.length)).toEqual([1, 1]);
    expect(requests()[1]?.findings).toContainEqual(
      expect.objectContaining({ kind: 'thread', value: 'INMQ-2026-0001' }),
    );
    expect(await count(ama)).toBe(1);
  });

  test('500 addresses in To are read in no time, and none of them is written to', async () => {
    const to = Array.from({ length: 500 }, (_, i) => `Person ${i} <p${i}@list${i}.example>`).join(',\r\n ');
    const before = process.cpuUsage();
    await arrives(`From: ${ama}\r\nTo: ${to}, info@inm.example\r\nSubject: Training\r\n\r\nWe look for training.`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    expect(new Set(world.postman.sent.map(({ envelope }) => envelope.to))).toEqual(
      new Set([ama, officer, 'dlavoie@greffier.test']),
    );
  });

  test('nor do 5000 in Reply-To, or an address of a megabyte, fill the register', async () => {
    const replyTo = Array.from({ length: 5000 }, (_, i) => `p${i}@list${i}.example`).join(',\r\n ');
    await arrives(`From: ${ama}\r\nReply-To: ${replyTo}\r\nSubject: One\r\n\r\nWe look for training.`);
    await arrives(`From: ${'a'.repeat(1_000_000)}@b.example\r\nSubject: Two\r\n\r\nWe look for training.`);
    expect(requests()).toHaveLength(2);
    expect(JSON.stringify(requests()).length).toBeLessThan(10_000);
  });

  test('an encoded line end in the subject becomes no header of a letter', async () => {
    const encoded = `=?utf-8?B?${Buffer.from('Training\r\nBcc: victim@evil.example\r\n\r\nBody').toString('base64')}?=`;
    await arrives(raw(`From: ${ama}`, `Subject: ${encoded}`, '', 'We look for training.'));
    expect(requests()[0]?.subject).not.toMatch(/[\r\n]/);
    expect(await count(ama)).toBe(1);
    for (const { raw: sent } of world.postman.sent) expect(sent.toString()).not.toMatch(/^(?:bcc|cc):/im);
  });

  test.each([
    'Status: unclear to me, sorry',
    '#diffuser\n#fermer\n\nWe look for training.',
    'close\nstatus: resolved\nowner: nobody\n\nWe look for training.',
  ])('an honest mail that begins « %s » is no command', async (text) => {
    await acknowledged();
    await arrives(await written({ from: ama, subject: '[INMQ-2026-0001] Training', text }));
    expect(requests()).toHaveLength(1);
    expect(requests()[0]?.status).toBe('received');
    expect(requests()[0]?.mails).toHaveLength(2);
  });
});
