import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// Ten business days from Monday, 23 November, five more at the most. Cégep Deux is served late, or never: until that is
// known, nobody can tell whether the deadline of all moves.

const officer = 'mtremblay@greffier.test';
const later = { state: 'deferred', response: '451 4.7.1 later' } as const;
const unknown = { state: 'refused', response: '550 5.1.1 unknown' } as const;
const announced = '2026-12-08T04:59:59.999Z';

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  const { modalities } = world.policy;
  const short = { ...modalities.short, extensionDays: 5 };
  world.policy = {
    ...world.policy,
    partners: [un, { ...deux, contacts: [{ name: 'B', address: 'b@deux.test' }] }],
    modalities: { ...modalities, short },
  };
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  world.postman.answers.set('b@deux.test', unknown);
  await clerk.tick('short');
  await clerk.sendDue();
});

const at = async (moment: string) => {
  world.clock.at = new Date(moment);
  await clerk.followAgenda();
  await clerk.sendDue();
};
/** Deux was not reached; on the last day somebody takes over there, who gets that from its server. */
const takesOver = async (answer: typeof later | typeof unknown) => {
  await at('2026-12-07T15:00:00.000Z');
  world.postman.answers.set('e@deux.test', answer);
  await command(world, clerk, 'dlavoie@greffier.test', '#partenaire deux remplaçant e@deux.test Eve');
  await at('2026-12-07T15:01:00.000Z');
};
const presses = async (from: string, text = 'Avec plaisir.') =>
  world.arrives(clerk, await written({ from, subject: `[${reference}] Intérêt`, text }));
const digest = () => [...clerk.register.digests.values()][0];
const flat = async (address: string) => (await world.lastLetterTo(address)).text.replace(/\s+/g, ' ');
const result = async () =>
  (await world.lettersTo('a@un.test')).find(({ subject }) => /^Résultat/.test(subject))?.text.replace(/\s+/g, ' ');
const provisional = 'après l’échéance annoncée : elle ne compte que si l’échéance est prolongée';

test('after the announced deadline, which no extension moved: it was late, and the same is said to all', async () => {
  await takesOver(later);
  await at('2026-12-08T15:00:00.000Z');
  await presses('a@un.test');
  expect(await flat('a@un.test')).toContain(provisional);
  world.postman.answers.set('e@deux.test', unknown);
  await at('2026-12-09T15:00:00.000Z');
  await at('2026-12-09T16:00:00.000Z');
  expect(digest()).toMatchObject({ closed: expect.any(String), answers: [{ late: true }] });
  expect((await result()) ?? '').not.toContain('Cégep Un');
  const told = (await world.lettersTo(officer)).find(({ subject }) => /Échéance passée/.test(subject));
  expect(told?.subject.replace(/\s+/g, ' ')).toContain('0 établissements intéressés');
  expect(told?.text.replace(/\s+/g, ' ')).toContain(
    'Cégep Un : intérêt arrivé après l’échéance, qui n’a pas été compté',
  );
  expect((await world.lettersTo('aboateng@tgtu.example')).at(-1)?.text).not.toContain('Cégep Un');
});

test('after the announced deadline, which is extended for all then: it counts', async () => {
  await takesOver(later);
  await at('2026-12-08T15:00:00.000Z');
  await presses('a@un.test');
  world.postman.answers.clear();
  await at('2026-12-09T15:00:00.000Z');
  expect(digest()?.deadline).toBe('2026-12-15T04:59:59.999Z');
  await presses('a@un.test', 'Toujours intéressés.');
  expect(await flat('a@un.test')).not.toContain('après l’échéance');
  await at('2026-12-15T15:00:00.000Z');
  expect(digest()?.answers.map(({ late }) => late)).toEqual([false, false]);
  expect(await result()).toContain('Cégep Un');
});

test.each([
  ['in the last minute, which partners read: in time', '2026-12-08T04:59:30.000Z', [false]],
  ['in the minute after it: late', '2026-12-08T05:00:10.000Z', [true]],
])('%s', async (_what, moment, late) => {
  world.postman.answers.clear();
  await at(moment);
  await presses('a@un.test');
  expect(digest()?.answers.map((answer) => answer.late)).toEqual(late);
});

test('before the announced deadline nothing of all that is said', async () => {
  await takesOver(later);
  expect(digest()?.answerBy).toBe(announced);
  await presses('a@un.test');
  expect(await flat('a@un.test')).not.toContain('après l’échéance');
});
