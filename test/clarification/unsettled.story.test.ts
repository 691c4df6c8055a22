import { beforeEach, describe, expect, test } from 'vitest';
import { localTime } from '../../src/model/zones.ts';
import { ama, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string) => {
  desk.world.clock.pass(7_200_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text));
};
const theirs = async () => (await desk.world.lettersTo(ama)).length;
const told = async () => oneLine((await last(officer)).text);
const accused = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine/.test(text)).length;
const local = (start: string) => localTime(new Date(start), 'America/Toronto');
const fresh = () => only().slots.filter(({ number }) => number > 3);

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('a requester whom no slot suits', () => {
  test.each([
    ['None of these works for us.', 'Sorry, we cannot make any of those either.'],
    ['Aucune', 'Aucune'],
    ['Ninguno me sirve.', '¿Tienen otros horarios?'],
  ])('is offered others once, and told that then a person writes (« %s », « %s »)', async (once, twice) => {
    await says(once);
    expect(fresh()).toHaveLength(3);
    expect(await theirs()).toBe(2);
    expect(oneLine((await last(ama)).text)).toContain('une personne de l’équipe vous lira et vous écrira');
    await says(twice);
    expect(only().slots).toHaveLength(6);
    expect(await theirs()).toBe(2);
    expect(await told()).toContain('À vous de proposer une date');
    expect(await accused()).toBe(0);

    await says('We regret that this is of no use: none of them suits us.');
    expect(await theirs()).toBe(2);
    expect(await told()).toContain('À vous de proposer une date');
    expect(await accused()).toBe(0);
  });

  test('is offered other days and other hours than before', async () => {
    const before = only().slots.map(({ start }) => local(start));
    await says('None of these works for us.');
    for (const { start } of fresh()) {
      const { hour, minute } = local(start);
      expect(before.map((each) => each.toPlainDate().toString())).not.toContain(local(start).toPlainDate().toString());
      expect(before.map((each) => `${each.hour}:${each.minute}`)).not.toContain(`${hour}:${minute}`);
    }
  });

  test.each([
    ['None of these works: we are not available on Mondays and Tuesdays.', [1, 2]],
    ['Aucune de ces plages ne convient. Je suis indisponible le jeudi.', [4]],
    ['Ninguno nos conviene; el viernes es feriado.', [5]],
  ])('is not offered the days that they refuse: « %s »', async (text, refused) => {
    await says(text);
    expect(fresh()).toHaveLength(3);
    for (const { start } of fresh()) expect(refused).not.toContain(local(start).dayOfWeek);
  });

  test('need not say again which day is impossible', async () => {
    await says('We are not available on Friday.');
    expect(await theirs()).toBe(2);
    await says('None of the others either.');
    await says('Could you propose other dates?');
    for (const { start } of fresh()) expect(local(start).dayOfWeek).not.toBe(5);
  });
});

describe('a requester who is not understood', () => {
  test.each([
    ['La 1 ou la 2.', 'Slot 2 is rather late, slot 3 too.'],
    ['Slot 2 if our minister agrees.', 'Sorry, he says that slot 2 is difficult.'],
    ['Pas la plage 2', 'La première est mieux que la troisième'],
  ])('is asked, and told that then a person writes (« %s », « %s »)', async (once, twice) => {
    await says(once);
    expect(await theirs()).toBe(2);
    expect(oneLine((await last(ama)).text)).toContain('une personne de l’équipe vous lira et vous écrira');
    await says(twice);
    expect(await theirs()).toBe(2);
    expect(await told()).toContain('à vous d’écrire au demandeur');
    expect(await accused()).toBe(0);

    await says('Slot 1 seems early.');
    expect(await theirs()).toBe(2);
    expect(await told()).toContain('à vous d’écrire au demandeur');
    expect(await accused()).toBe(0);
    expect(only().meeting).toBeUndefined();

    await says('Slot 3, please.');
    expect(only().meeting?.start).toBe(only().slots[2]?.start);
  });

  test('and then refuses all is left to the person whom that letter announced', async () => {
    await says('Slot 2 or slot 3');
    await says('In the end none of these works for us.');
    expect(fresh()).toHaveLength(0);
    expect(await theirs()).toBe(2);
    expect(await told()).toContain('À vous de proposer une date');
    expect(await accused()).toBe(0);
  });

  test('and refused the first ones is asked about the others alone', async () => {
    await says('None of these works for us.');
    await says('Slot 5 or slot 6.');
    const { text } = await last(ama);
    expect(text).toMatch(/^ +4 · /m);
    expect(text).not.toMatch(/^ +[123] · /m);
    await says('Slot 2, please.');
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
  });

  test('by place in the list, once a second list was sent', async () => {
    await says('None of these works for us.');
    await says('The second one, please.');
    expect(only().meeting).toBeUndefined();
    await says('Slot 5, please.');
    expect(only().meeting?.start).toBe(only().slots[4]?.start);
  });
});

describe('who has a meeting', () => {
  beforeEach(() => says('Slot 1, please.'));
  const first = () => only().slots[0]?.start;

  test.each([
    ['Slot 2 might be better for us.', 'Or rather slot 3, perhaps.'],
    ['Finalement plutôt la 2 ou la 3.', 'La plage 2, sous réserve.'],
    ['Quizás el horario 2.', 'El horario 3 depende del ministro.'],
  ])('and changes their mind without clearness is asked while the meeting stands (« %s »)', async (once, twice) => {
    await says(once);
    expect(await theirs()).toBe(3);
    expect(oneLine((await last(ama)).text)).toContain('la rencontre reste fixée au moment convenu');
    await says(twice);
    expect(await theirs()).toBe(3);
    await says('Slot 3, maybe, or the one after it.');
    expect(await theirs()).toBe(3);
    expect(await told()).toContain('Ce n’est pas la première fois');
    expect(only().meeting?.start).toBe(first());
    expect(await accused()).toBe(0);
  });

  test.each([
    'Slot 1 does not suit us any more.',
    'La plage 1 ne nous convient plus.',
    'Please reschedule the meeting.',
  ])('and cannot keep it is offered others: « %s »', async (text) => {
    await says(text);
    expect(oneLine((await last(ama)).text)).toContain('cherchons ensemble une autre date');
    expect(only().meeting?.start).toBe(first());
    expect(await accused()).toBe(0);
  });

  test.each([
    'Could we do Thursday instead?',
    'Would Friday 4 December be possible?',
    'Jeudi me conviendrait mieux.',
    'El viernes 4 de diciembre sería mejor.',
    'Can we meet on 3 December at 10:00 instead?',
  ])('and names another day only is asked which slot, while the meeting stands: « %s »', async (text) => {
    await says(text);
    expect(await theirs()).toBe(3);
    expect(oneLine((await last(ama)).text)).toContain('la rencontre reste fixée au moment convenu');
    expect(only().meeting?.start).toBe(first());
    expect((await last(officer)).html).toContain(encodeURIComponent('#rencontre reporter'));
  });

  test.each(['Tuesday would be perfect for us.', 'Mardi 24 novembre nous conviendrait parfaitement.'])(
    'and names the day of the meeting is not: « %s »',
    async (text) => {
      await says(text);
      expect(await theirs()).toBe(2);
    },
  );

  test.each(['We will be three people in slot 1, by video.', 'Merci pour la plage 1, à bientôt, nous serons trois.'])(
    'and speaks of it is not asked anything: « %s »',
    async (text) => {
      await says(text);
      expect(await theirs()).toBe(2);
    },
  );
});

describe('a machine that speaks of slots', () => {
  const each: Record<string, [most: number, words: (turn: number) => string]> = {
    'in doubt': [2, (turn) => `Request ${turn}: slot 2 or slot 3 pending.`],
    'as impossible': [2, (turn) => `Case ${turn}: none of these slots is available.`],
    'as taken': [2, (turn) => `Plage ${1 + (turn % 3)} retenue par notre agenda.`],
    'by an absence': [2, () => 'Nous sommes fermés jusqu’au 7 décembre; aucune disponibilité avant cette date.'],
    'now so, now so': [
      3,
      (turn) => (turn % 2 ? `Case ${turn}: none of these slots is available.` : `Case ${turn}: slot 2 pending.`),
    ],
  };
  test.each(Object.entries(each))('%s gets no letter for it after the first of its kind', async (_, [most, words]) => {
    for (let turn = 0; turn < 6; turn++) await says(words(turn));
    expect(await theirs()).toBeLessThanOrEqual(most);
  });

  test('in the very same words each time is told to staff as a machine, once', async () => {
    for (let turn = 0; turn < 6; turn++) await says('Je ne suis pas disponible avant le 7 décembre.');
    expect([await theirs(), await accused()]).toEqual([2, 1]);
    expect((await desk.world.lettersTo(officer)).length).toBeLessThanOrEqual(6);
  });

  test('of its meeting gets one letter for it', async () => {
    await says('Slot 1, please.');
    for (let turn = 0; turn < 6; turn++) await says(`Case ${turn}: please reschedule the meeting.`);
    expect(await theirs()).toBe(3);
  });

  test('and chooses another each time moves the meeting twice', async () => {
    for (let turn = 0; turn < 8; turn++) await says(`Slot ${(turn % 3) + 1}, please.`);
    expect(only().meeting?.sequence).toBe(2);
    expect(await theirs()).toBeLessThanOrEqual(5);
  });
});

test('the record of it reads the same when it is opened again', async () => {
  await says('Aucune ne convient, surtout pas le vendredi.');
  const again = await desk.world.open();
  expect(again.register).toEqual(desk.clerk.register);
});
