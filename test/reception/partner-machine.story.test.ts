import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

describe('a partner’s machine', () => {
  const officer = 'mtremblay@greffier.test';
  const approver = 'dlavoie@greffier.test';
  const partner = 'international@cfp-boreal.test';
  const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
  let world: FakeWorld;
  let clerk: Clerk;

  const arrives = async (mail: Parameters<typeof written>[0]) => {
    world.clock.pass(60_000);
    await world.arrives(clerk, await written(mail));
  };

  beforeEach(async () => {
    world = new FakeWorld();
    clerk = await world.open();
    const points = ['Nature of the needs', 'Expectations', 'Type of agreement sought', 'Available resources'];
    const text = [...points, 'Preliminary timeline']
      .map((title, i) => `${i + 1}. ${title}\nAs said in ${title}.\n`)
      .join('\n');
    await arrives({ from: 'ama@tgtu.example', subject: 'Training', text: 'We look for training.' });
    await arrives({ from: 'ama@tgtu.example', subject: '[INMQ-2026-0001]', text });
    const commands = async (from: string, line: string) =>
      arrives({ from, subject: `[INMQ-2026-0001] ${line}`, text: '', headers: genuine });
    await commands(officer, '#catégorie court terme, voté #complet');
    await commands(approver, '#diffuser');
    const asked = (await world.lettersTo(approver)).at(-1)?.text ?? '';
    await commands(approver, `#confirmer ${/#confirmer\s+([0-9A-Z]{10})/.exec(asked)?.[1]}`);
    world.clock.pass(60_000);
    await clerk.tick('short');
    await clerk.sendDue();
  });

  test('that answers every receipt gets two letters at most beside the digest', async () => {
    const before = (await world.lettersTo(partner)).length;
    expect(before).toBe(1);
    let answered = 0;
    for (let round = 0; round < 20; round++) {
      const letters = await world.lettersTo(partner);
      if (letters.length === answered) break;
      answered = letters.length;
      await arrives({
        from: partner,
        subject: 'Merci',
        text: 'Avez-vous une question ? Appelez notre standard.',
        ...(letters.at(-1) && { answers: letters.at(-1) as never }),
        messageId: `<${round}@cfp-boreal.test>`,
      });
    }
    expect((await world.lettersTo(partner)).length).toBeLessThanOrEqual(before + 1);
    const [digest] = clerk.register.digests.values();
    expect(digest?.answers).toHaveLength(1);
  });

  test('whose person changes its mind is heard each time', async () => {
    for (const word of ['Intérêt', 'Sans intérêt', 'Intérêt'])
      await arrives({ from: partner, subject: `[INMQ-2026-0001] ${word}`, text: 'Bonjour.' });
    const [digest] = clerk.register.digests.values();
    expect(digest?.answers.map(({ interest }) => interest)).toEqual(['interest', 'no-interest', 'interest']);
    expect((await world.lettersTo(partner)).length).toBe(1 + 3);
  });
});
