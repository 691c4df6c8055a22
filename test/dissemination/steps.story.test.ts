import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { release } from './release.ts';

const day = 86_400_000;
const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const [cfp, cegep, university] = [
  'international@cfp-boreal.test',
  'international@cegep-harricana.test',
  'international@universite-nord.test',
];

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

const letters = async (address: string, subject: RegExp) =>
  (await world.lettersTo(address)).filter((mail) => subject.test(mail.subject));
const answer = async (from: string, words: string, text = 'Voir plus haut.') =>
  world.arrives(clerk, await written({ from, subject: `Re: [${reference}] ${words}`, text }));
const pass = async (days: number) => {
  world.clock.pass(days * day);
  await clerk.followAgenda();
  await clerk.followAgenda();
  await clerk.sendDue();
};

describe('the reminder', () => {
  test('goes once, after half the time, to those alone who have not answered', async () => {
    await answer(cfp ?? '', 'Sans intérêt');
    await pass(6);
    expect(await letters(cegep ?? '', /^Rappel/)).toEqual([]);
    await pass(1);
    await pass(1);
    expect(await letters(cfp ?? '', /^Rappel/)).toEqual([]);
    const reminders = [...(await letters(cegep ?? '', /^Rappel/)), ...(await letters(university ?? '', /^Rappel/))];
    expect(reminders.map(({ text }) => text)).toEqual([reminders[0]?.text, reminders[0]?.text]);
    expect(reminders[0]?.text.replace(/\s+/g, ' ')).toContain('L’échéance est le lundi 7 décembre 2026, inclusivement');
  });

  test('goes to who has only asked a question, but not to who is interested and asks one', async () => {
    await answer(cfp ?? '', 'Question', 'Quel est le budget ?');
    await answer(cegep ?? '', 'Intérêt');
    await answer(cegep ?? '', 'Question', 'Quel est le budget ?');
    await pass(7);
    expect(await letters(cfp ?? '', /^Rappel/)).toHaveLength(1);
    expect(await letters(cegep ?? '', /^Rappel/)).toEqual([]);
  });

  test('is not sent any more when its day was missed past the deadline', async () => {
    await pass(20);
    expect(await letters(cegep ?? '', /^Rappel/)).toEqual([]);
  });
});

describe('the deadline', () => {
  test('until then nobody learns of an interest; then all learn of it at once', async () => {
    await answer(cfp ?? '', 'Intérêt', 'Nous offrons deux formateurs.');
    await answer(cegep ?? '', 'Question', 'Dans quelle langue ?');
    await pass(14);
    for (const address of [cegep ?? '', university ?? '', officer, ama]) {
      const mails = await world.lettersTo(address);
      expect(mails.map(({ text }) => text).join('\n')).not.toMatch(/Boréal|deux formateurs/);
    }
    const [question] = await letters(officer, /Question d’un partenaire/);
    expect(question?.text).toContain('Dans quelle langue ?');

    await pass(1);
    const results = await Promise.all([cfp, cegep, university].map((address) => letters(address ?? '', /^Résultat/)));
    expect(results.map((mails) => mails.length)).toEqual([1, 1, 1]);
    expect(new Set(results.flat().map(({ text }) => text)).size).toBe(1);
    expect(results[0]?.[0]?.text).toContain('- Centre de formation professionnelle Boréal');
    expect(results[0]?.[0]?.text).not.toContain('deux formateurs');
    const [introduction, ...more] = await letters(ama, /Réponse des établissements/);
    expect(more).toEqual([]);
    expect(introduction?.text).toContain('These institutions are interested:');
    // No consent on record: the institution's name alone.
    expect(introduction?.text).not.toContain('Luc Gagnon');
    const [told] = await letters(officer, /Échéance passée/);
    expect(told?.text.replace(/[\s>]+/g, ' ')).toContain('deux formateurs');
  });

  test('an answer that came in time counts, though the clerk was away and reads it later', async () => {
    world.clock.pass(14 * day);
    const subject = `[${reference}] Intérêt`;
    world.mailbox.deliver(await written({ from: cfp ?? '', subject, text: 'Nous offrons deux formateurs.' }));
    world.clock.pass(3 * day);
    clerk = await world.open();
    await clerk.followAgenda();
    // Nobody was there: whether so much time passed is believed a business day later, and by the mail server's clock.
    world.mailbox.deliver(await written({ from: 'x@y.test', subject: 'Bonjour', text: 'Une autre demande.' }));
    await clerk.takeWaiting();
    await pass(1.1);
    expect([...clerk.register.digests.values()][0]?.answers).toMatchObject([{ interest: 'interest', late: false }]);
    const [result] = await letters(cegep ?? '', /^Résultat/);
    expect(result?.text).toContain('- Centre de formation professionnelle Boréal');
    expect((await letters(ama, /Réponse des établissements/))[0]?.text).toContain('Boréal');
  });

  test('an inbox that cannot be read holds the result back until it can', async () => {
    const { waiting } = world.mailbox;
    let attempts = 0;
    world.mailbox.waiting = () => {
      attempts += 1;
      throw new Error('the connection is gone');
    };
    await pass(15);
    expect(await letters(cegep ?? '', /^Résultat/)).toEqual([]);
    // Its reader tries again in its own rhythm.
    expect(attempts).toBe(1);
    world.mailbox.waiting = waiting;
    await clerk.takeWaiting();
    await pass(0);
    expect(await letters(cegep ?? '', /^Résultat/)).toHaveLength(1);
  });

  test('a late answer is kept and marked', async () => {
    await pass(15);
    await answer(cfp ?? '', 'Intérêt');
    const [digest] = clerk.register.digests.values();
    expect(digest?.answers).toMatchObject([{ partner: 'cfp-boreal', late: true }]);
    expect(await letters(cfp ?? '', /^Résultat/)).toHaveLength(1);
    await pass(30);
    expect(await letters(cfp ?? '', /^Résultat/)).toHaveLength(1);
  });

  test('an interest is not taken back by a question, but by a refusal', async () => {
    await answer(cfp ?? '', 'Intérêt', 'oui');
    await answer(cfp ?? '', 'Question', 'Quand ?');
    await answer(cegep ?? '', 'Intérêt', 'oui aussi');
    await answer(cegep ?? '', 'Sans intérêt', 'finalement non');
    await pass(15);
    const [result] = await letters(university ?? '', /^Résultat/);
    expect(result?.text).toContain('Boréal');
    expect(result?.text).not.toContain('Harricana');
  });

  test('a partner that shares its contact is introduced with it', async () => {
    const [first, ...others] = world.policy.partners;
    if (!first) throw new Error('the trial world has no partners');
    const shared = {
      ...first,
      contacts: [{ ...first.contacts[0], consent: { date: '2026-05-01', source: 'courriel' } }] as const,
    };
    world.policy = { ...world.policy, partners: [shared, ...others] };
    clerk = await world.open();
    await answer(cfp ?? '', 'Intérêt');
    await pass(15);
    expect((await letters(ama, /Réponse des établissements/))[0]?.text).toContain(`Luc Gagnon, ${cfp}`);
  });
});

describe('what is no answer of a partner', () => {
  test('an absence note that quotes the digest declares nothing', async () => {
    const [digest] = await world.lettersTo(cfp ?? '');
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const text = 'Absent. Intérêt, question : à mon retour.';
    const subject = `Re: [${reference}] Intérêt`;
    await world.arrives(
      clerk,
      await written({ from: cfp ?? '', subject, text, headers, ...(digest && { answers: digest }) }),
    );
    expect([...clerk.register.digests.values()][0]?.answers).toEqual([]);
    expect(await letters(cfp ?? '', /Réponse enregistrée/)).toEqual([]);
  });

  test('a mail that the server knows to be forged declares nothing', async () => {
    const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=fail header.from=cfp-boreal.test' };
    const subject = `[${reference}] Intérêt`;
    await world.arrives(clerk, await written({ from: cfp ?? '', subject, text: 'Oui.', headers }));
    expect([...clerk.register.digests.values()][0]?.answers).toEqual([]);
    expect(await letters(cfp ?? '', /Réponse enregistrée/)).toEqual([]);
  });

  test('answers of several partners that share one In-Reply-To are kept apart', async () => {
    const [digest] = await world.lettersTo(cfp ?? '');
    for (const from of [cfp ?? '', cegep ?? '']) {
      const mail = { from, subject: 'Re: Bulletin', text: 'Nous sommes intéressés.' };
      await world.arrives(clerk, await written({ ...mail, ...(digest && { answers: digest }) }));
    }
    const answers = [...clerk.register.digests.values()][0]?.answers;
    expect(answers?.map(({ partner, interest }) => [partner, interest])).toEqual([
      ['cfp-boreal', 'interest'],
      ['cegep-harricana', 'interest'],
    ]);
  });
});
