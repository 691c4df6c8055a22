import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, fivePoints, last, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

const kofi = 'kofi@tgtu.example';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const count = async (address: string) => (await desk.world.lettersTo(address)).length;
const replies = async (text: string, headers: Record<string, string>, from = ama) => {
  desk.world.clock.pass(7_200_000);
  const answers = await last(ama);
  const mail = { from, subject: `Re: ${answers.subject}`, text, answers, headers };
  await desk.world.arrives(desk.clerk, await written(mail));
};
const told = async () => oneLine((await last(officer)).text);
const invitations = async (address: string) =>
  (await desk.world.lettersTo(address)).filter(({ parts }) =>
    parts.some(({ contentType }) => contentType === 'text/calendar'),
  ).length;

const gateways: [what: string, headers: Record<string, string>][] = [
  ['Precedence: bulk', { Precedence: 'bulk' }],
  ['Precedence: list', { Precedence: 'list' }],
  ['X-Auto-Response-Suppress: All', { 'X-Auto-Response-Suppress': 'All' }],
  ['X-Auto-Response-Suppress: OOF, AutoReply', { 'X-Auto-Response-Suppress': 'OOF, AutoReply' }],
  ['List-Unsubscribe', { 'List-Unsubscribe': '<mailto:u@tgtu.example>' }],
];

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('an answer whose mail forbids automatic letters', () => {
  test.each(gateways)('%s, that chooses a slot: both sides have the invitation', async (_, headers) => {
    await replies('Slot 2 please.', headers);
    expect(only().meeting).toBeDefined();
    expect([await invitations(ama), await invitations(officer)]).toEqual([1, 1]);
    expect(await told()).not.toContain('Aucune lettre');
  });

  test.each(gateways)('%s, that chooses again: staff is told that nobody was written to', async (_, headers) => {
    await replies('Slot 2 please.', headers);
    await replies('Slot 3, please.', headers);
    expect(only().meeting?.start).toBe(only().slots[2]?.start);
    expect(await count(ama)).toBe(2);
    expect(await told()).toContain(`Aucune lettre n’est partie vers ${ama}`);
  });

  test.each(gateways)(
    '%s, that answers the points: they are kept, staff hears why nobody was answered',
    async (_, headers) => {
      await replies(fivePoints, headers);
      expect(only().points.needs).toBeDefined();
      expect(await count(ama)).toBe(1);
      expect(await told()).toMatch(/Aucune lettre n’est partie vers .*\((?:champ|champs) /);
    },
  );

  test('that finds no time: no slot is held that nobody was shown', async () => {
    await replies('Aucune plage ne convient.', { Precedence: 'bulk' });
    expect(await count(ama)).toBe(1);
    expect(only().slots).toHaveLength(3);
    expect(await told()).toContain('Aucune lettre n’est partie');
    expect(await told()).not.toContain('plages sont proposées');
  });

  test('of a colleague: who asked is written to all the same', async () => {
    await replies('Slot 2 please.', { 'X-Auto-Response-Suppress': 'All' }, kofi);
    expect([await invitations(ama), await invitations(officer), await count(kofi)]).toEqual([1, 1, 0]);
    expect(await told()).not.toContain('Aucune lettre');
  });

  test.each<[what: string, headers: Record<string, string>, text: string]>([
    ['a null sender', { 'Return-Path': '<>' }, 'Slot 2 please.'],
    ['its own word', {}, 'Slot 2 please. Please do not reply to this address.'],
  ])('by %s: not even the invitation goes, and staff is told so', async (_, headers, text) => {
    await replies(text, headers);
    expect(await count(ama)).toBe(1);
    if (only().meeting) expect(await told()).toContain('Aucune lettre n’est partie');
  });

  test('that says nothing to answer needs no explanation', async () => {
    await replies('Many thanks.', { Precedence: 'bulk' });
    expect(await told()).not.toContain('Aucune lettre');
  });
});

test.each<[what: string, headers: Record<string, string>]>([
  ['nothing', {}],
  ['Precedence: first-class', { Precedence: 'first-class' }],
  ['X-Auto-Response-Suppress: DR', { 'X-Auto-Response-Suppress': 'DR' }],
])('an answer that forbids %s is answered as ever', async (_, headers) => {
  await replies('Aucune plage ne convient.', headers);
  expect(await count(ama)).toBe(2);
  expect(only().slots).toHaveLength(6);
  expect(await told()).toContain('D’autres plages sont proposées.');
});
