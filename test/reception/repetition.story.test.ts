import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { wordsKey } from '../../src/reception/repetition.ts';
import { mailOf } from '../mail/make.ts';
import { FakeWorld, written } from '../world.ts';

const keyOf = (subject: string, text: string) => wordsKey(mailOf({ subject, text }), text);

describe('mails that say the same', () => {
  test.each([
    ['a ticket number and a date', 'Ticket 4711 of 3 May', 'Ticket 12 of 17 May'],
    ['an address and a link', 'Mail a@b.example, https://x.example/1', 'Mail c@d.example, https://x.example/2?t=3'],
    ['spaces, case and line ends', 'Thank you\nfor your mail', 'THANK YOU  for your mail'],
  ])('%s make no difference', (_, one, other) => {
    expect(keyOf('Re: [INMQ-2026-0001] Received', one)).toBe(keyOf('AW: [INMQ-2026-0002] received', other));
  });

  test('nor does our own subject, but where a few words answer it', () => {
    const away = 'I am on parental leave until the first of March.';
    const key = keyOf('Re: [INMQ-2026-0001] Demande reçue', away);
    expect(keyOf('RE : [EXTERNE] [INMQ-2026-0001] Choix d’une plage', away)).toBe(key);
    expect(keyOf('[INMQ-2026-0001] Plage 2', away)).not.toBe(key);
    expect(keyOf('Re: Training', away)).not.toBe(key);
    expect(keyOf('Re: [INMQ-2026-0001] Demande reçue', 'Aucune')).not.toBe(
      keyOf('Re: [INMQ-2026-0001] Choix', 'Aucune'),
    );
  });

  test('other words, another subject, another attachment do', () => {
    const key = keyOf('Training', 'We look for training.');
    expect(keyOf('Training', 'We look for experts.')).not.toBe(key);
    expect(keyOf('Visit', 'We look for training.')).not.toBe(key);
    const attached = mailOf({
      subject: 'Training',
      text: 'We look for training.',
      parts: [{ contentType: 'application/pdf', disposition: 'attachment', checksum: 'a' }],
    });
    expect(wordsKey(attached, attached.text)).not.toBe(key);
  });
});

describe('a machine without any marker', () => {
  const officer = 'mtremblay@greffier.test';
  const desk = 'desk@organisation.example';
  let world: FakeWorld;
  let clerk: Clerk;
  beforeEach(async () => {
    world = new FakeWorld();
    clerk = await world.open();
  });

  const letters = async (address: string) => (await world.lettersTo(address)).length;
  const alarms = async () =>
    (await world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine/.test(text)).length;

  /** It answers every letter to `to`, until none comes. */
  async function converse(to: string, answer: (subject: string, round: number) => Parameters<typeof written>[0]) {
    await world.arrives(
      clerk,
      await written({ from: to, subject: 'Formation', text: 'Nous cherchons une formation en sauvetage minier.' }),
    );
    let answered = 0;
    for (let round = 0; round < 40; round++) {
      const sent = world.postman.sent.filter(({ envelope }) => envelope.to.endsWith('@organisation.example'));
      if (sent.length === answered) return;
      answered = sent.length;
      world.clock.pass(2000);
      const last = (await world.lettersTo(sent.at(-1)?.envelope.to ?? '')).at(-1);
      await world.arrives(clerk, await written(answer(last?.subject ?? '', round)));
    }
    throw new Error('the loop never ended');
  }

  test.each([
    [
      'a fixed subject',
      1,
      () => ({ from: desk, subject: 'Merci de votre message', text: 'Votre projet est entre bonnes mains.' }),
    ],
    [
      'a promise to answer',
      0,
      () => ({ from: desk, subject: 'Merci de votre message', text: 'Nous vous répondrons sous peu.' }),
    ],
    [
      'a ticket number in its subject',
      1,
      (_: string, round: number) => ({
        from: desk,
        subject: `[Ticket#${4711 + round}] Demande enregistrée`,
        text: `Votre demande porte le numéro ${4711 + round}.`,
      }),
    ],
    [
      'our subject kept, without a thread',
      0,
      (subject: string) => ({ from: desk, subject: `Re: ${subject}`, text: 'We received your mail.' }),
    ],
    [
      'other words each time',
      1,
      (_: string, round: number) => ({
        from: desk,
        subject: ['Thought', 'Proverb', 'Saying', 'Motto'][round % 4] ?? '',
        text: ['Patience.', 'Haste makes waste.', 'Time flies.', 'Rome was not built.'][round % 4] ?? '',
      }),
    ],
    [
      'an answer from another address',
      1,
      () => ({
        from: 'reponses@organisation.example',
        subject: 'Bien reçu',
        text: 'Votre projet est entre bonnes mains.',
      }),
    ],
  ])('%s: two letters at most, the request stays, staff is told once', async (_, alarmed, answer) => {
    await converse(desk, answer);
    expect(await letters(desk)).toBeLessThanOrEqual(2);
    expect(await letters('reponses@organisation.example')).toBeLessThanOrEqual(2);
    expect(clerk.register.requests.get('INMQ-2026-0001')?.status).toBe('received');
    expect(await alarms()).toBe(alarmed);
    for (const mail of clerk.register.mails.values()) expect(mail.reference).toBeDefined();
  });

  test('staff is told once of what repeats itself for days', async () => {
    const robot = { from: desk, subject: 'Bien reçu', text: 'Votre projet est entre bonnes mains.' };
    for (let day = 0; day < 5; day++) {
      await world.arrives(clerk, await written({ ...robot, messageId: `<${day}@organisation.example>` }));
      world.clock.pass(86_400_000);
    }
    expect(await letters(desk)).toBe(1);
    expect(await alarms()).toBe(1);
    expect(clerk.register.requests.size).toBe(1);
    expect([...clerk.register.requests.values()][0]?.mails).toHaveLength(5);
  });

  test('who sends the same text again a day later may have had no letter: staff is told so', async () => {
    const ama = { from: 'ama@organisation.example', subject: 'Formation', text: 'Une formation de dix foreurs.' };
    await world.arrives(clerk, await written({ ...ama, messageId: '<1@organisation.example>' }));
    world.clock.pass(86_400_000);
    await world.arrives(clerk, await written({ ...ama, messageId: '<2@organisation.example>' }));
    const said = (await world.lettersTo(officer)).map(({ text }) => text.replace(/\s+/g, ' '));
    expect(said.at(-1)).toContain('envoie de nouveau le même texte, longtemps après notre lettre');
    expect(await letters(ama.from)).toBe(1);
  });

  test('people are not cut off: two requests in a row, and the same short word twice', async () => {
    const ama = 'ama@organisation.example';
    await world.arrives(clerk, await written({ from: ama, subject: 'Formation', text: 'Une formation.' }));
    world.clock.pass(5000);
    await world.arrives(clerk, await written({ from: ama, subject: 'Visite', text: 'Une visite.' }));
    expect(await letters(ama)).toBe(2);
    const answers = (await world.lettersTo(ama))[0];
    if (!answers) throw new Error('no letter');
    const told = (await world.lettersTo(officer)).length;
    world.clock.pass(5000);
    for (const messageId of ['<1@o.example>', '<2@o.example>'])
      await world.arrives(
        clerk,
        await written({ from: ama, subject: `Re: ${answers.subject}`, text: 'Merci', answers, messageId }),
      );
    expect((await world.lettersTo(officer)).length).toBe(told + 2);
    expect(await alarms()).toBe(0);
  });

  test('a choice of another slot in the same words is read', async () => {
    const ama = 'ama@organisation.example';
    await world.arrives(clerk, await written({ from: ama, subject: 'Formation', text: 'Une formation.' }));
    await world.arrives(clerk, await written({ from: ama, subject: '[INMQ-2026-0001] Plage 9', text: 'Plage 9' }));
    await world.arrives(clerk, await written({ from: ama, subject: '[INMQ-2026-0001] Plage 1', text: 'Plage 1' }));
    expect(clerk.register.requests.get('INMQ-2026-0001')?.meeting).toBeDefined();
  });
});
