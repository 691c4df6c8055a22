import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
let world: FakeWorld;
let clerk: Clerk;
const stopped = () => clerk.register.optedOut.has('a@un.test');
const answers = () => [...clerk.register.digests.values()].flatMap((digest) => digest.answers);
const replies = async (text: string, from = 'a@un.test') => {
  const last = await world.lastLetterTo(from);
  await world.arrives(clerk, await written({ from, subject: `Re: ${last.subject}`, text, answers: last }));
};
const flat = (text: string) => text.replace(/\s+/g, ' ');

beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

test.each(['Ne me contactez plus.', 'Je n’en veux plus.', 'Please stop emailing.'])(
  '« %s » stops at once',
  async (words) => {
    await replies(words);
    expect(stopped()).toBe(true);
  },
);

describe('what may be meant of something else', () => {
  beforeEach(() => replies('Arrêtez de m’envoyer deux copies.'));

  test('changes nothing: the person is asked, and staff reads it, with a button', async () => {
    expect(stopped()).toBe(false);
    expect((await world.lastLetterTo('a@un.test')).subject).toContain('Souhaitez-vous ne plus recevoir');
    const told = await world.lastLetterTo(officer);
    expect(flat(told.text)).toContain('Peut-être un retrait');
    const [, href = ''] =
      (await world.lastLetterTo(approver)).html?.match(/href="(mailto:[^"]*partenaire[^"]*)"/) ?? [];
    const subject = new URL(href.replaceAll('&amp;', '&')).searchParams.get('subject') ?? '';
    expect((await command(world, clerk, approver, subject)).text).toContain('a@un.test');
  });

  test('one word stops it, and is no interest', async () => {
    await replies('Oui');
    expect(stopped()).toBe(true);
    expect(answers()).toEqual([]);
  });

  test('« Non, gardez-moi » does not', async () => {
    await replies('Non, gardez-moi sur la liste.');
    expect(stopped()).toBe(false);
  });
});

describe('who left, and answers the letter that says so', () => {
  beforeEach(() => replies('Désabonnez-moi.'));

  test.each([
    'Ce n’est pas une erreur, merci',
    'Non, pas d’erreur : je ne veux plus rien recevoir',
    'No mistake, thanks',
  ])('« %s »: nothing changes, and staff reads it', async (words) => {
    const before = (await world.lettersTo(officer)).length;
    await replies(words);
    expect(stopped()).toBe(true);
    expect((await world.lettersTo(officer)).length).toBeGreaterThan(before);
  });

  test.each(['Erreur', 'C’est une erreur, merci!', 'I want to keep receiving the bulletin.'])(
    '« %s »: it is written to again',
    async (words) => {
      await replies(words);
      expect(stopped()).toBe(false);
    },
  );
});

describe('an answer that came without proof', () => {
  const unproven = { 'Authentication-Results': 'mx.inm.example; spf=fail smtp.mailfrom=un.test' };
  beforeEach(async () => {
    const [reference] = clerk.register.requests.keys();
    const mail = { from: 'a@un.test', subject: `[${reference}] Intérêt`, headers: unproven };
    await world.arrives(clerk, await written({ ...mail, text: 'Notre établissement souhaite participer.' }));
    expect(answers()).toMatchObject([{ unproven: true }]);
  });

  test.each(['Yes, that was me.', 'Oui, c’est bien nous.', 'Je confirme notre intérêt.'])(
    '« %s »: it counts',
    async (words) => {
      await replies(words);
      expect(answers().some(({ unproven: held }) => !held)).toBe(true);
    },
  );

  test.each(['Oui, mais pas en notre nom.', 'Yes, somebody here sent it by mistake.'])(
    '« %s »: it does not',
    async (words) => {
      await replies(words);
      expect(answers().every(({ unproven: held }) => held)).toBe(true);
    },
  );
});

test('a new address that begins with a yes is written to', async () => {
  await command(world, clerk, approver, '#partenaire un adresse n@un.test Nora Neuf');
  await clerk.sendDue();
  await replies('Oui, bonne adresse, merci.', 'n@un.test');
  expect((await world.lettersTo('n@un.test')).length).toBeGreaterThan(1);
  expect((await world.lastLetterTo('n@un.test')).subject).not.toContain('confirmer');
});
