import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import type { Partner } from '../../src/model/partner.ts';
import { release } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const anne = 'anne@css.test';
const bob = 'bob@css.test';
const una = 'una@un.test';
const alpha: Partner = { id: 'cfpa', name: 'CFP Alpha', contacts: [{ name: 'Anne Alpha', address: anne }] };
const beta: Partner = { id: 'cfpb', name: 'CFP Bêta', contacts: [{ name: 'Bob Beta', address: bob }] };
const un: Partner = { id: 'un', name: 'Cégep Un', contacts: [{ name: 'Una', address: una }] };

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [alpha, beta, un] };
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

const writes = async (from: string, subject: string, text: string, answers?: Mail) =>
  world.arrives(clerk, await written({ from, subject, text, ...(answers && { answers }) }));
const answersDigestOf = async (reader: string, from: string, text: string) => {
  const digest = await world.lastLetterTo(reader);
  await writes(from, `Re: ${digest.subject}`, text, digest);
};
const flat = async (address: string) => (await world.lastLetterTo(address)).text.replace(/[\s>]+/g, ' ');
/** Who got a letter beside the digest. */
const asked = async () => {
  const letters = await Promise.all([anne, bob, una].map(async (each) => ({ each, all: await world.lettersTo(each) })));
  return letters.filter(({ all }) => all.length > 1).map(({ each }) => each);
};
const answers = () => [...clerk.register.digests.values()].flatMap((digest) => digest.answers);

describe('where two institutions share a domain', () => {
  test('the one whose digest is answered is asked, and no other', async () => {
    await answersDigestOf(bob, 'Carl <carl@css.test>', 'Le CFP Bêta est intéressé.');
    expect(await asked()).toEqual([bob]);
    expect(await flat(bob)).toContain('carl@css.test nous a répondu au nom de votre établissement, CFP Bêta');
    const told = await flat(officer);
    expect(told).toContain('#partenaire cfpb remplaçant carl@css.test');
    expect(told).not.toMatch(/cfpa|Alpha/);
    expect(answers()).toEqual([]);
  });

  test('without a letter of ours none is asked: staff decides, and reads which they may be', async () => {
    await writes('carl@css.test', `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
    expect(await asked()).toEqual([]);
    const told = await flat(officer);
    expect(told).toContain('écrit pour CFP Alpha ou CFP Bêta sans en être');
    expect(told).toContain('#partenaire cfpa remplaçant carl@css.test');
    expect(told).toContain('#partenaire cfpb remplaçant carl@css.test');
    expect(told).not.toContain('souhaite participer');
    expect(answers()).toEqual([]);
  });

  test('a digest of a third one, passed on, shows neither: none is asked', async () => {
    await answersDigestOf(una, 'carl@css.test', 'Nous sommes intéressés.');
    expect(await asked()).toEqual([]);
    expect(await flat(officer)).toContain('Cégep Un ou CFP Alpha ou CFP Bêta');
  });

  test('its contacts answer for their own', async () => {
    await writes(bob, `[${reference}] Intérêt`, 'Notre établissement souhaite participer.');
    expect(answers().map(({ partner, interest }) => [partner, interest])).toEqual([['cfpb', 'interest']]);
  });
});

describe('where an institution has its domain for itself', () => {
  test.each([
    ['answering its digest', (from: string) => answersDigestOf(una, from, 'Nous sommes intéressés.')],
    ['by the button', (from: string) => writes(from, `[${reference}] Intérêt`, 'Notre établissement participera.')],
  ])('it is asked: %s', async (_how, says) => {
    await says('luc@un.test');
    expect(await asked()).toEqual([una]);
  });

  test('not where the digest that was answered is another institution’s', async () => {
    await answersDigestOf(bob, 'luc@un.test', 'Nous sommes intéressés.');
    expect(await asked()).toEqual([]);
    expect(await flat(officer)).toContain('CFP Bêta ou Cégep Un');
  });
});
