import { beforeEach, describe, expect, test } from 'vitest';
import { ama, approver, desk, fivePoints, genuine, last, officer, openedUnder, reply } from '../correspondence.ts';
import { written } from '../world.ts';
import { attack, codeOf, eventsOf, oneRequest, outside, verdict } from './attacker.ts';

beforeEach(oneRequest);

const first = () => {
  const request = desk.clerk.register.requests.get('INMQ-2026-0001');
  if (!request) throw new Error('the request is not registered');
  return request;
};
const thread = async (address = officer) => ({ 'In-Reply-To': (await last(address)).messageId ?? '' });
const threadAbout = async (reference: string) => {
  const letter = (await desk.world.lettersTo(officer)).findLast(({ subject }) => subject.includes(reference));
  return { 'In-Reply-To': letter?.messageId ?? '' };
};
const words = async (address = officer) => (await last(address)).text.replace(/\s+/g, ' ');

describe('a genuine mail, sent again by somebody else', () => {
  const genuineMail = (subject: string, text: string) =>
    written({ from: officer, subject, text, headers: genuine(officer), messageId: '<once@greffier.test>' });
  const again = (raw: Buffer, above: string) =>
    desk.world.arrives(desk.clerk, Buffer.concat([Buffer.from(above), raw]));

  test.each([
    ['a second Subject', 'Subject: [INMQ-2026-0001] #fermer hors mandat\r\n'],
    ['a second Subject, folded', 'Subject:\r\n [INMQ-2026-0001] #fermer hors mandat\r\n'],
    ['a second Subject in small letters', 'subject: [INMQ-2026-0001] #prendre\r\n'],
  ])('%s above the signed one runs nothing', async (_, above) => {
    const raw = await genuineMail('Bonjour', 'Texte du vieux courriel, signé.');
    const sent = desk.world.postman.sent.length;
    await again(raw, above);
    expect(first()).toMatchObject({ status: 'received' });
    expect(first().officer).toBeUndefined();
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('command-refused')).toHaveLength(1);
    expect(outside(sent)).toEqual([]);
  });

  test.each([
    [
      'a second Message-ID above',
      (raw: Buffer) => Buffer.concat([Buffer.from('Message-ID: <other@x.example>\r\n'), raw]),
    ],
    ['another Message-ID in its place', (raw: Buffer) => Buffer.from(raw.toString().replace('<once@', '<twice@'))],
    [
      'another one, and a banner below',
      (raw: Buffer) => Buffer.from(`${raw.toString().replace('<once@', '<twice@')}\r\nSent through a list.\r\n`),
    ],
  ])('%s: what it said is not done twice', async (_, changed) => {
    const raw = await genuineMail('[INMQ-2026-0001] #répondre', 'Bonjour Madame, voici notre réponse.');
    await desk.world.arrives(desk.clerk, raw);
    const sent = desk.world.postman.sent.length;
    desk.world.clock.pass(20 * 86_400_000);
    await desk.world.arrives(desk.clerk, changed(raw));
    expect(eventsOf('command-run')).toHaveLength(1);
    expect(eventsOf('command-refused')).toHaveLength(1);
    expect(outside(sent)).toEqual([]);
    expect((await desk.world.open()).register).toEqual(desk.clerk.register);
  });

  test('the same words, written anew, are a new command', async () => {
    for (const id of ['<1@greffier.test>', '<2@greffier.test>'])
      await desk.world.arrives(
        desk.clerk,
        await written({
          ...{ from: officer, subject: '[INMQ-2026-0001] #note', text: 'Relancé.' },
          ...{ headers: genuine(officer), messageId: id },
        }),
      );
    expect(first().notes).toHaveLength(2);
  });
});

describe('a leaked thread alone', () => {
  test('does not change another request through a second command', async () => {
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'bea@other.example', subject: 'Other', text: 'We need help.' }),
    );
    const headers = await thread();
    for (const subject of [
      '[INMQ-2026-0002] #fusionner 2026-0001',
      '[INMQ-2026-0002] #fusionner 2026-0001 #indésirable',
    ])
      await attack({ subject, headers });
    // The first waits for a code, which only the person's own mailbox receives.
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('code-issued')).toHaveLength(1);
    expect(eventsOf('command-refused')).toHaveLength(1);
    await attack({ subject: '[INMQ-2026-0002] #fusionner 2026-0001', headers: verdict('pass') });
    expect(eventsOf('requests-merged')).toHaveLength(1);
  });

  test.each([
    ['#transfert mallory@evil.example Mallory', 'received'],
    ['#rouvrir', 'quarantined'],
  ] as const)('%s asks for a code first: a letter would leave the house', async (line, status) => {
    await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
    if (status === 'quarantined') {
      const forged = { from: 'k@tgtu.example', subject: 'Demande', text: 'Une formation.' };
      await desk.world.arrives(desk.clerk, await written({ ...forged, headers: verdict('fail', 'tgtu.example') }));
    }
    const reference = status === 'quarantined' ? 'INMQ-2026-0002' : 'INMQ-2026-0001';
    const sent = desk.world.postman.sent.length;
    await attack({ subject: `[${reference}] ${line}`, headers: await threadAbout(reference), text: '' });
    expect(outside(sent)).toEqual([]);
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('code-issued')).toHaveLength(1);
    if (status === 'received') expect(await words()).toContain('Lettre à : Mallory <mallory@evil.example>');
  });
});

describe('who asks in somebody’s name', () => {
  test('gets that person no more answers than twenty in an hour', async () => {
    const answers = async () => (await desk.world.lettersTo(officer)).length;
    const before = await answers();
    for (let count = 0; count < 60; count++) await attack({ subject: '[INMQ-2026-0001] #registre', text: `${count}` });
    expect((await answers()) - before).toBeLessThanOrEqual(40);
    const attached = (await desk.world.lettersTo(officer)).filter(({ parts }) =>
      parts.some(({ filename = '' }) => filename.endsWith('.xlsx')),
    );
    expect(attached.length).toBeLessThanOrEqual(20);
    await attack({ subject: '[INMQ-2026-0001] #statut', headers: verdict('pass'), text: '' });
    expect(await words()).toContain('Les cinq précisions');
  });

  test('does not change what a number of the morning mail means', async () => {
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'bea@other.example', subject: 'Other', text: 'We need help.' }),
    );
    await attack({ subject: '[INMQ-2026-0002] #prendre', headers: verdict('pass') });
    desk.world.clock.pass(86_400_000);
    await desk.clerk.followAgenda();
    await desk.clerk.sendDue();
    const morning = await last(officer);
    expect(morning.text).toMatch(/1\. Mine rescue training\n.*INMQ-2026-0001/);
    await attack({ subject: '#liste mes', text: '' });
    expect((await last(officer)).text).toMatch(/1\. (?:INMQ-2026-0002|Other)/);
    await attack({ subject: '#note 1', headers: verdict('pass'), text: 'Vu.' });
    expect(eventsOf('note-added')).toEqual([]);
    expect(await words()).toContain('n’est pas le même dans les listes');
    await attack({
      subject: '#note 1',
      headers: { ...verdict('pass'), 'In-Reply-To': morning.messageId ?? '' },
      text: 'Vu.',
    });
    expect(eventsOf('note-added')).toMatchObject([{ reference: 'INMQ-2026-0001' }]);
  });
});

describe('the code of what leaves the house', () => {
  test('shows who gets it, with what, and the whole text', async () => {
    const text = 'Vous devez payer 5000 $ à ce compte.\n\nMerci.';
    const attachments = [{ filename: 'facture.pdf', content: 'x' }];
    await attack({ subject: '[INMQ-2026-0001] #répondre cc evil@x.example', text, attachments });
    for (const shown of [`Lettre à : Ama Boateng <${ama}>`, 'Lettre à : evil@x.example', 'Pièce jointe : facture.pdf'])
      expect(await words()).toContain(shown);
    expect(await words()).toMatch(/Texte envoyé : > Vous devez payer 5000 \$ à ce compte\./);
  });

  test('where two people are wanted for what goes to all, a reply still asks its author', async () => {
    await openedUnder((policy) => ({ ...policy, secondPerson: true }));
    await desk.world.arrives(desk.clerk, await written({ from: ama, subject: 'Training', text: 'We need help.' }));
    await attack({ subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' });
    expect(eventsOf('code-issued')).toMatchObject([{ person: 'mtremblay' }]);
    await expect(codeOf(approver)).rejects.toThrow('no code');
  });
});

test('of two colleagues who may confirm what goes to all, the first one ends it', async () => {
  await openedUnder((policy) => {
    const third = policy.staff.slice(0, 1).map((one) => ({
      ...one,
      ...{ id: 'third', name: 'Claude Roy', address: 'croy@greffier.test', roles: ['approver' as const] },
    }));
    return { ...policy, secondPerson: true, staff: [...policy.staff, ...third] };
  });
  await desk.world.arrives(desk.clerk, await written({ from: ama, subject: 'Training', text: 'We need help.' }));
  await attack({ subject: '[INMQ-2026-0001] #rectifier', text: 'Organisation : Tarkwa', headers: verdict('pass') });
  for (const address of [approver, 'croy@greffier.test'])
    await attack({
      ...{ from: address, subject: `[INMQ-2026-0001] #confirmer ${await codeOf(address)}`, text: '' },
      headers: verdict('pass'),
    });
  expect(eventsOf('command-run')).toHaveLength(1);
  expect(eventsOf('command-refused')).toMatchObject([{ why: expect.stringContaining('Une autre personne') }]);
});
