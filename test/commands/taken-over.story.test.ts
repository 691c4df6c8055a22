import { beforeEach, describe, expect, test } from 'vitest';
import {
  ama,
  approver,
  command,
  desk,
  fivePoints,
  genuine,
  last,
  officer,
  only,
  opened,
  reply,
  request,
} from '../correspondence.ts';
import { type FakeWorld, written } from '../world.ts';
import { eventsOf } from './attacker.ts';

beforeEach(opened);

type Mail = Parameters<typeof written>[0];
const arrives = async (mail: Mail) => desk.world.arrives(desk.clerk, await written(mail));
const colleagueSays = async (mail: Omit<Mail, 'from'>) =>
  arrives({ from: officer, ...mail, headers: { ...genuine(officer), ...mail.headers } });
const sentTo = (world: FakeWorld, address: string) =>
  world.postman.sent.filter(({ envelope }) => envelope.to === address).map(({ raw }) => raw.toString());
const commands = () => eventsOf('command-run').flatMap((event) => (event.kind === 'command-run' ? [event.line] : []));

describe('what an outsider wrote into a subject is no command of who answers', () => {
  test.each(['Fatou #pause', 'Fatou #indésirable', 'Fatou #note', '#répondre', 'Fatou Bah #reply'])(
    'as a name: %s',
    async (name) => {
      await arrives({ ...request, from: `"${name}" <x@evil.example>` });
      const before = sentTo(desk.world, 'x@evil.example').length;
      const told = await last(officer);
      expect(told.subject).toContain('#');
      await desk.world.arrives(desk.clerk, await reply(officer, 'INTERNE : ça sent l’arnaque.'));
      expect(commands()).toEqual([]);
      expect(sentTo(desk.world, 'x@evil.example')).toHaveLength(before);
      // Without the header that names what is answered, as some programs reply.
      await colleagueSays({ subject: `RE: ${told.subject}`, text: 'INTERNE : on ne répond pas.' });
      expect(commands()).toEqual([]);
      expect(sentTo(desk.world, 'x@evil.example')).toHaveLength(before);
      // What the colleague adds is run.
      await colleagueSays({ subject: `RE: ${told.subject} #prendre`, text: '' });
      expect(commands()).toEqual(['#prendre']);
    },
  );

  test('as the name of a request in quarantine: it stays there, and nobody is answered', async () => {
    const from = '"Dr Okon #rouvrir" <okon@evil.example>';
    await arrives({ from, subject: 'URGENT bank details', text: 'Confirm.', headers: { 'X-Spam-Flag': 'YES' } });
    expect((await last(officer)).subject).toContain('#rouvrir');
    await desk.world.arrives(desk.clerk, await reply(officer, 'Attention, c’est une fraude, ne pas répondre.'));
    expect(commands()).toEqual([]);
    expect(only().status).toBe('quarantined');
    expect(sentTo(desk.world, 'okon@evil.example')).toEqual([]);
  });

  test('in the subject of the request, answered to all', async () => {
    const messageId = '<formation@tgtu.example>';
    await arrives({ ...request, subject: 'Formation minière #indésirable', messageId });
    await colleagueSays({
      subject: 'Re: Formation minière #indésirable',
      text: 'Bonjour Madame, je vous appelle demain.',
      headers: { 'In-Reply-To': messageId },
    });
    expect(commands()).toEqual([]);
  });

  test('in an answer that is told to staff', async () => {
    await arrives(request);
    await desk.world.arrives(desk.clerk, await reply(ama, 'Perhaps slot 2 #pause if the minister agrees'));
    await desk.world.arrives(desk.clerk, await reply(officer, 'On l’appelle?'));
    expect(commands()).toEqual([]);
  });

  test('in a mail that never came here: it is refused, with what to do', async () => {
    await arrives(request);
    await colleagueSays({
      subject: 'Re: [INMQ-2026-0001] Notre projet #pause',
      text: 'Merci.',
      headers: { 'In-Reply-To': '<elsewhere@tgtu.example>' },
    });
    expect(commands()).toEqual([]);
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('Écrivez un nouveau message.');
  });
});

describe('a mail that shows below whose command its subject holds', () => {
  const below = (subject: string) =>
    `Pour ton information.\n\n-----\nDe : Denis Lavoie <${approver}>\nEnvoyé : 23 novembre 2026 10:00\nÀ : info@inm.example\nObjet : ${subject}\n\nFait.\n`;

  test.each(['Poslato: [INMQ-2026-0001] #prendre', '[INMQ-2026-0001] #prendre (fwd)', '[INMQ-2026-0001] #note'])(
    'is a forward behind whatever mark: %s',
    async (subject) => {
      await arrives(request);
      await colleagueSays({
        subject,
        text: below(`[INMQ-2026-0001] ${subject.includes('note') ? '#note' : '#prendre'}`),
      });
      expect(commands()).toEqual([]);
      expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('Un courriel transféré n’exécute jamais');
    },
  );

  test.each([
    ['another command of one’s own', '[INMQ-2026-0001] #note', '[INMQ-2026-0001] #prendre', '#note'],
    ['the mail of a requester', '[INMQ-2026-0001] #prendre', 'Mine rescue training', '#prendre'],
    ['what is answered, with its own command', 'RE: [INMQ-2026-0001] #prendre', 'Mine rescue training', '#prendre'],
  ])('is none with %s', async (_, subject, shown, ran) => {
    await arrives(request);
    await colleagueSays({ subject, text: below(shown) });
    expect(commands()).toEqual([ran]);
  });
});

test('to answer the letter that asks for a code gives no command', async () => {
  await arrives(request);
  const sent = sentTo(desk.world, ama).length;
  await arrives({ from: officer, subject: '[INMQ-2026-0001] #répondre', text: 'Faux.' });
  const asked = await last(officer);
  expect(asked.subject).toContain('#répondre');
  await desk.world.arrives(desk.clerk, await reply(officer, 'Ce n’est pas moi qui ai écrit cela! SECRET'));
  expect(commands()).toEqual([]);
  expect(sentTo(desk.world, ama)).toHaveLength(sent);
  // With the code it does.
  const [, code] = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text) ?? [];
  await desk.world.arrives(desk.clerk, await reply(officer, '', `Re: ${asked.subject} #confirmer ${code}`, asked));
  expect(commands()).toEqual(['#répondre']);
});

test('a code confirms what was shown with it, and nothing that it has become since', async () => {
  await arrives(request);
  await arrives({ from: officer, subject: '[INMQ-2026-0001] #répondre', text: 'Confidentiel pour Ama : …' });
  const asked = await last(officer);
  const [, code] = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text) ?? [];
  await colleagueSays({ subject: '[INMQ-2026-0001] #transfert autre@evil.example Autre', text: '' });
  const sent = desk.world.postman.sent.length;
  await colleagueSays({ subject: `[INMQ-2026-0001] #confirmer ${code}`, text: '' });
  expect(commands()).not.toContain('#répondre');
  const after = desk.world.postman.sent.slice(sent);
  expect(after.map(({ envelope }) => envelope.to)).toEqual([officer]);
  expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('a changé depuis que le code a été envoyé');
});

describe('a code for « #diffuser » releases only the text that its summary showed', () => {
  test.each<[string, () => Promise<void>]>([
    [
      'the requester changes a point',
      async () => {
        await desk.world.arrives(desk.clerk, await reply(ama, '1. Nature of the needs\nCHANGED: call for gold.\n'));
        expect(only().points.needs?.value).toContain('CHANGED');
      },
    ],
    ['a colleague changes the category', () => command(officer, '#catégorie long terme, motif autre ici')],
  ])('%s meanwhile', async (_, change) => {
    await arrives(request);
    await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
    await command(officer, '#catégorie court terme, budget voté #complet');
    await command(approver, '#diffuser');
    const asked = await last(approver);
    expect(asked.text).toContain('Training of 12 instructors.');
    const [, code] = /#confirmer\s+([0-9A-Z]{10})/.exec(asked.text) ?? [];
    await change();
    await command(approver, `#confirmer ${code}`);
    expect(commands()).not.toContain('#diffuser');
    expect(only().notice).toBeUndefined();
    expect((await last(approver)).text.replace(/\s+/g, ' ')).toContain('a changé depuis que le code a été envoyé');
  });
});
