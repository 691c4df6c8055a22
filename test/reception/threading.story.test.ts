import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { findThread, type Thread } from '../../src/reception/threading.ts';
import { mailOf } from '../mail/make.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const reference = 'INMQ-2026-0001';
const own = '<first@tgtu.example>';

let world: FakeWorld;
let clerk: Clerk;
let letter: Mail;
let ours: string;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await arrives({ from: `Ama <${ama}>`, subject: 'Training', text: 'We look for training.', messageId: own });
  const [sent] = await world.lettersTo(ama);
  if (!sent?.messageId) throw new Error('no acknowledgement');
  letter = sent;
  ours = sent.messageId;
});

async function arrives(mail: Parameters<typeof written>[0]): Promise<void> {
  world.clock.pass(60_000);
  await world.arrives(clerk, await written(mail));
}
const thread = (spec: Parameters<typeof mailOf>[0], named?: string): Thread | undefined =>
  findThread(mailOf({ from: ama, ...spec }), named, clerk.register, world.policy.keys);

describe('what a mail belongs to', () => {
  test.each<[what: string, spec: () => Parameters<typeof mailOf>[0], named: string | undefined, participant: boolean]>([
    ['our letter in In-Reply-To', () => ({ inReplyTo: [ours] }), undefined, true],
    ['our letter in References alone', () => ({ references: [own, ours, '<x@y.example>'] }), undefined, true],
    [
      'our letter under the name that a relay gave it, its own in References',
      () => ({ inReplyTo: ['<0100018@email.relay.example>'], references: [ours, '<0100018@email.relay.example>'] }),
      undefined,
      true,
    ],
    ['the requester’s own mail', () => ({ inReplyTo: [own] }), undefined, true],
    ['another subject in the old thread', () => ({ subject: 'Something else', inReplyTo: [ours] }), undefined, true],
    ['the reference in the subject', () => ({}), reference, true],
    ['a colleague who answers our letter', () => ({ from: 'dean@tgtu.example', inReplyTo: [ours] }), undefined, true],
    [
      'a colleague who answers the requester’s mail',
      () => ({ from: 'dean@tgtu.example', inReplyTo: [own] }),
      undefined,
      true,
    ],
    [
      'a colleague at a server of theirs',
      () => ({ from: 'dean@mail.tgtu.example', inReplyTo: [ours] }),
      undefined,
      true,
    ],
    ['a stranger whose name ends alike', () => ({ from: 'x@notgtu.example', inReplyTo: [ours] }), undefined, false],
    ['a stranger who answers our letter', () => ({ from: 'x@stranger.example', inReplyTo: [ours] }), undefined, false],
    ['no sender', () => ({ from: [], inReplyTo: [ours] }), undefined, false],
  ])('%s', (_, spec, named, participant) => {
    expect(thread(spec(), named)).toMatchObject({ kind: 'request', reference, participant });
  });

  test.each<[what: string, spec: () => Parameters<typeof mailOf>[0], named?: string]>([
    ['a thread that we do not know', () => ({ inReplyTo: ['<x@y.example>'] })],
    [
      'a Message-ID of ours that somebody changed',
      () => ({ inReplyTo: [ours.replace(/^<./, (start) => (start === '<a' ? '<b' : '<a'))] }),
    ],
    ['a reference that was never given', () => ({}), 'INMQ-2026-0099'],
    ['nothing', () => ({})],
  ])('%s: no thread', (_, spec, named) => {
    expect(thread(spec(), named)).toBeUndefined();
  });

  test('the reference from somebody else is proposed, not attached', () => {
    for (const from of ['x@stranger.example', 'dean@tgtu.example'])
      expect(thread({ from }, reference)).toMatchObject({ kind: 'proposed', reference });
  });

  test('the letter that is answered goes before the reference that the subject names', async () => {
    await arrives({ from: ama, subject: 'Another matter', text: 'A visit, please.' });
    expect(thread({ inReplyTo: [ours] }, 'INMQ-2026-0002')).toMatchObject({ kind: 'request', reference });
  });
});

describe('mails of one request', () => {
  const requests = () => [...clerk.register.requests.values()];

  test.each([
    'RE : [INMQ-2026-0001] Demande reçue',
    'TR: RE: [EXTERNE] [INMQ-2026-0001]',
    'AW: [Ext] inmq-2026-1 bitte',
    'Re[2]: (INMQ-2026-0001)',
    'RE: INMQ\u20112026\u20110001',
    'RE: [INMQ–2026–0001] Demande reçue',
    'RE: INMQ − 2026 − 0001',
  ])('« %s » is filed by its reference', async (subject) => {
    await arrives({ from: ama, subject, text: 'The budget is confirmed.' });
    expect(requests()).toHaveLength(1);
    expect(requests()[0]?.mails).toHaveLength(2);
    expect(await world.lettersTo(ama)).toHaveLength(1);
  });

  test('a reference in the text alone is proposed', async () => {
    await arrives({ from: ama, subject: 'Our budget', text: 'About inmq-2026-0001: the budget is confirmed.' });
    expect(requests()[1]?.findings).toContainEqual(expect.objectContaining({ kind: 'thread', value: reference }));
    await arrives({ from: ama, subject: 'Our budget', text: 'About INMQ-2026-0088, whatever that is: a budget.' });
    expect(requests()[2]?.findings.filter(({ kind }) => kind === 'thread')).toEqual([]);
  });

  test('one mail to two addresses of ours is one request', async () => {
    const mail = { from: 'x@other.example', subject: 'Visit', text: 'A visit.', messageId: '<v@other.example>' };
    await arrives({ ...mail, headers: { 'Delivered-To': 'info@inm.example' } });
    await arrives({ ...mail, headers: { 'Delivered-To': 'contact@inm.example' } });
    expect(requests()).toHaveLength(2);
    expect(await world.lettersTo('x@other.example')).toHaveLength(1);
  });

  test('a reused Message-ID with another body is a request of its own', async () => {
    await arrives({ from: 'x@other.example', subject: 'Visit', text: 'A visit.', messageId: own });
    expect(requests()).toHaveLength(2);
  });

  test('who wrote into the thread without part in it gains none by it', async () => {
    const x = 'x@stranger.example';
    await arrives({ from: x, subject: 'Re: forwarded to me', text: 'Plage 1', answers: letter });
    expect(requests()[0]?.mails).toHaveLength(2);
    expect(requests()[0]?.meeting).toBeUndefined();
    await arrives({ from: x, subject: '[INMQ-2026-0001] Plage 1', text: 'Plage 1' });
    expect(requests()[0]?.meeting).toBeUndefined();
    expect(requests()).toHaveLength(2);
  });

  describe('a stranger who answers our letter', () => {
    const own =
      'Dear Sir,\nour university looks for joint research on tailings in 2028.\nYaw Mensah\nUniversity of Gao';
    const yaw = 'Yaw Mensah <yaw@umat.example>';

    test('with a request of its own under a subject of its own is entered and answered; the thread is proposed', async () => {
      await arrives({ from: yaw, subject: 'Research on tailings', text: own, answers: letter });
      expect(requests().map(({ mails }) => mails.length)).toEqual([1, 1]);
      expect(requests()[1]).toMatchObject({
        requester: { name: 'Yaw Mensah', address: 'yaw@umat.example' },
        findings: expect.arrayContaining([expect.objectContaining({ kind: 'thread', value: reference })]),
      });
      expect(await world.lettersTo('yaw@umat.example')).toHaveLength(1);
      const told = (await world.lettersTo('mtremblay@greffier.test')).at(-1)?.text ?? '';
      expect(told.replace(/\s+/g, ' ')).toContain('répond à un courriel de ce dossier');
      expect(told).toContain('[INMQ-2026-0002] #fusionner INMQ-2026-0001');
    });

    test('to the requester’s mail, which reached it as a copy, too', async () => {
      const headers = { 'In-Reply-To': '<first@tgtu.example>', References: '<first@tgtu.example>' };
      await arrives({ from: yaw, subject: 'Research on tailings', text: own, headers });
      expect(requests()).toHaveLength(2);
    });

    test.each([
      ['under « Re: » and the subject of our letter', () => `Re: ${letter.subject}`, own],
      ['under that of the request', () => 'Training', own],
      ['naming the reference', () => 'About INMQ-2026-0001', own],
      [
        'in French, saying who it is',
        () => `RE : ${letter.subject}`,
        'Bonjour,\nnous sommes l’École des mines de Gao et cherchons une formation en sauvetage.',
      ],
      [
        'in Spanish, in the name of another',
        () => `RV: ${letter.subject}`,
        'Le escribo en nombre de la Universidad Nacional de Oruro. Buscamos una capacitación para diez instructores.',
      ],
    ])('for its own house, %s: entered and answered; the thread is proposed', async (_, subject, text) => {
      await arrives({ from: yaw, subject: subject(), text, answers: letter });
      expect(requests().map(({ mails }) => mails.length)).toEqual([1, 1]);
      expect(requests()[1]?.findings).toContainEqual(expect.objectContaining({ kind: 'thread', value: reference }));
      expect(await world.lettersTo('yaw@umat.example')).toHaveLength(1);
    });

    test.each<[what: string, subject: () => string, text: string, from?: string]>([
      ['with wishes for the file', () => `Re: ${letter.subject}`, 'We would like the training to begin in May.'],
      [
        'from a private address, with « our college »',
        () => `Re: ${letter.subject}`,
        'Our college would like the training in May.',
        'yaw@gmail.com',
      ],
      [
        'who has the name of the requester',
        () => `Re: ${letter.subject}`,
        'Our university would like the training in May.',
        'Ama <ama@private.example>',
      ],
      [
        'with thanks of a desk',
        () => `Re: ${letter.subject}`,
        'Our university would like to thank you for your message about a training.',
      ],
      [
        'with the receipt of one',
        () => `RE : ${letter.subject}`,
        'Nous sommes le Collège de Gao. Nous avons bien reçu votre demande de formation; si vous souhaitez une visite, appelez.',
      ],
      [
        'under another subject, with words about the file only',
        () => 'I take over',
        'I take over from Ama. Slot 2 suits.',
      ],
      ['as a machine of a desk does', () => 'Ticket 4711 created', 'We have received your message about a training.'],
    ])('%s: filed there, and one click makes it a request', async (_, subject, text, from = yaw) => {
      const address = /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? '';
      await arrives({ from, subject: subject(), text, answers: letter });
      expect(requests()).toHaveLength(1);
      expect(await world.lettersTo(address)).toEqual([]);
      const told = (await world.lettersTo('mtremblay@greffier.test')).at(-1)?.text ?? '';
      const command = /\[INMQ-2026-0001\] #scinder [0-9a-f]{8}/.exec(told)?.[0] ?? '';
      const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
      await arrives({ from: 'mtremblay@greffier.test', subject: command, text: '', headers });
      expect(requests()[1]?.requester.address).toBe(address);
    });

    test('the same words of one who takes part stay in the file', async () => {
      for (const from of [ama, 'dean@tgtu.example'])
        await arrives({ from, subject: 'Research on tailings', text: own, answers: letter });
      expect(requests()).toHaveLength(1);
    });
  });

  test('two users of one free service are no colleagues', async () => {
    await arrives({ from: 'one@gmail.com', subject: 'Visit', text: 'A visit.' });
    const answers = (await world.lettersTo('one@gmail.com'))[0];
    if (!answers) throw new Error('no letter');
    await arrives({ from: 'other@gmail.com', subject: 'Re: yours', text: 'Plage 1', answers });
    expect(clerk.register.requests.get('INMQ-2026-0002')?.meeting).toBeUndefined();
    await arrives({ from: 'one@gmail.com', subject: 'Re: yours', text: 'Plage 1', answers });
    expect(clerk.register.requests.get('INMQ-2026-0002')?.meeting).toBeDefined();
  });

  test('a colleague who answered our letter goes on by the reference alone', async () => {
    await arrives({ from: 'dean@tgtu.example', subject: 'Re: yours', text: 'I take this over.', answers: letter });
    await arrives({ from: 'dean@tgtu.example', subject: '[INMQ-2026-0001] Plage 1', text: 'Plage 1' });
    expect(requests()).toHaveLength(1);
    expect(requests()[0]?.meeting).toBeDefined();
  });

  test('an unsure match is one click for staff, after which the newcomer takes part', async () => {
    const x = 'x@partner-of-ama.example';
    const officer = 'mtremblay@greffier.test';
    await arrives({ from: x, subject: '[INMQ-2026-0001] for Ama', text: 'I write for Ama.' });
    const told = (await world.lettersTo(officer)).at(-1)?.text ?? '';
    expect(told.replace(/\s+/g, ' ')).toContain('Demande à rapprocher : INMQ-2026-0001 (référence écrite dans l’objet');
    const subject = /\[INMQ-2026-0002\] #fusionner INMQ-2026-0001/.exec(told)?.[0] ?? '';
    const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
    await arrives({ from: officer, subject, text: '', headers });
    await arrives({ from: x, subject: '[INMQ-2026-0001] Plage 1', text: 'Plage 1' });
    expect(clerk.register.requests.get(reference)?.meeting).toBeDefined();
  });
});

test('of two letters in References the last counts', async () => {
  await arrives({ from: 'yaw@umat.example', subject: 'Another training', text: 'We look for another training.' });
  const other = (await world.lettersTo('yaw@umat.example'))[0]?.messageId ?? '';
  expect(thread({ references: [ours, other] })).toMatchObject({ reference: 'INMQ-2026-0002' });
  expect(thread({ references: [other, ours] })).toMatchObject({ reference });
});
