import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { FakeWorld, written } from '../world.ts';
import { genuine, release, un } from './release.ts';

const alpha: Partner = { id: 'alpha', name: 'CFP Alpha', contacts: [{ name: 'Al', address: 'al@css.test' }] };
const officer = 'mtremblay@greffier.test';
let world: FakeWorld;
let clerk: Clerk;
let first: string;
let second: string;
const recorded = () =>
  [...clerk.register.digests.values()].flatMap(({ answers }) =>
    answers.map(({ partner, reference, interest }) => `${partner} ${reference} ${interest}`),
  );
const writes = async (subject: string, text: string) =>
  world.arrives(clerk, await written({ from: 'a@un.test', subject, text, headers: genuine('a@un.test') }));

beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, alpha] };
  clerk = await world.open();
  first = await release(world, clerk);
  second = await release(world, clerk, { from: 'Bo <bo@x.example>', subject: 'Autre' });
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

describe('the button of an interest', () => {
  test.each([
    'Le CFP Alpha est intéressé, pas nous.',
    'L’autre établissement est intéressé.',
    'Oui, si le budget est bonifié.',
    'Intérêt : faible',
    'Le Collège Ahuntsic vous écrit.',
  ])('beside « %s »: asked, not recorded', async (text) => {
    await writes(`[${first}] Intérêt`, text);
    expect(recorded()).toEqual([]);
    expect((await world.lastLetterTo('a@un.test')).subject).toContain('préciser');
  });

  test('of another notice than the words name: both are asked', async () => {
    await writes(`[${first}] Intérêt`, `En fait c’est ${second}`);
    expect(recorded()).toEqual([]);
    const { text } = await world.lastLetterTo('a@un.test');
    expect(text).toContain(first);
    expect(text).toContain(second);
  });

  test.each(['Notre établissement souhaite participer.', '', 'Notre établissement souhaite participer.\n\nAnne Côté'])(
    'beside « %s »: recorded',
    async (text) => {
      await writes(`[${first}] Intérêt`, text);
      expect(recorded()).toEqual([`un ${first} interest`]);
    },
  );

  test('of a question may hold any words', async () => {
    await writes(`[${first}] Question`, 'Notre question :\nPeut-on participer sous réserve du budget');
    expect(recorded()).toEqual([`un ${first} question`]);
  });
});

test.each([
  ['Oui !\nDates ?', ['interest', 'question']],
  ['Comme nous sommes intéressés, quel est le budget ?', ['interest', 'question']],
  ['Ça nous parle beaucoup! Quel est le budget ?', ['question']],
])('« %s »: staff learns of the question alone', async (text, said) => {
  await writes(`[${first}] Question`, text);
  expect(recorded()).toEqual(said.map((each) => `un ${first} ${each}`));
  const told = await world.lastLetterTo(officer);
  expect(told.subject).toContain('Question');
  expect(told.text).toMatch(/Dates \?|quel est le budget \?/i);
  expect(told.subject + told.text + told.html).not.toMatch(/intéressé|Oui !|parle beaucoup|Cégep Un/);
});
