import { beforeEach, describe, expect, test } from 'vitest';
import { ama, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { calendarOf, calendarReply, property } from './calendar-client.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const invited = async () =>
  calendarOf(
    (await desk.world.lettersTo(ama)).findLast(({ parts }) =>
      parts.some((part) => part.contentType === 'text/calendar'),
    ),
  );
const answers = async (
  answer: Omit<Parameters<typeof calendarReply>[0], 'invitation' | 'from'>,
  as = (text: string) => text,
) => desk.world.arrives(desk.clerk, await calendarReply({ from: ama, invitation: as(await invited()), ...answer }));
const told = async () => oneLine((await last(officer)).text);

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 1, please.'));
});

describe('an answer by calendar', () => {
  test.each(['ACCEPTED', 'TENTATIVE'])('of %s brings its comment to staff', async (partstat) => {
    await answers({ partstat, comment: 'Two colleagues will join; may we record it?' });
    expect(only().meeting?.answers).toEqual({ [ama]: partstat });
    expect(await told()).toContain('may we record it');
  });

  test('counts whatever became of the case of the UID', async () => {
    await answers({ partstat: 'DECLINED' }, (text) =>
      text.replace(/^UID:.*$/m, (line) => `UID:${line.slice(4).toUpperCase()}`),
    );
    expect(only().meeting).toBeUndefined();
    expect(await told()).toContain('refuse l’invitation');
  });

  test.each(['Thursday instead, please.', 'Plutôt la plage 3, svp', 'El horario 3, por favor'])(
    'that refuses with the words « %s » moves the meeting to that slot',
    async (words) => {
      await answers({ partstat: 'DECLINED', words });
      expect(only().meeting).toMatchObject({ start: only().slots[2]?.start, sequence: 1 });
      expect(only().slots).toHaveLength(3);
      expect(property(await invited(), 'SEQUENCE')).toBe('1');
      expect(await told()).toContain('choisit la plage 3');
    },
  );

  test.each(['Could we do Thursday instead?', 'Slot 2 or slot 3, perhaps.'])(
    'that refuses with the words « %s » cancels it and lists what is still open',
    async (words) => {
      await answers({ partstat: 'DECLINED', words });
      expect(only().meeting).toBeUndefined();
      const [, second, third, ...again] = only().slots;
      expect(again.map(({ start }) => start)).toEqual([second?.start, third?.start]);
      expect((await last(ama)).text).toMatch(/^ +5 · jeudi/m);
      desk.world.clock.pass(600_000);
      await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 5, please.'));
      expect(only().meeting?.start).toBe(third?.start);
    },
  );

  test.each(['Slot 1', 'Sorry, I cannot come.', 'None of these suits us any more.'])(
    'that refuses with the words « %s » cancels it and offers others',
    async (words) => {
      await answers({ partstat: 'DECLINED', words });
      expect(only().meeting).toBeUndefined();
      expect(only().slots).toHaveLength(6);
    },
  );

  test.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'])('of %s to a cancelled invitation is told', async (partstat) => {
    const invitation = await invited();
    await command(officer, '#rencontre annuler');
    const before = (await desk.world.lettersTo(ama)).length;
    await answers({ partstat }, () => invitation);
    expect(await told()).toContain('à une invitation annulée');
    expect(await desk.world.lettersTo(ama)).toHaveLength(before);
    expect(only().meeting).toBeUndefined();
  });
});

describe('an answer that does not say which invitation it answers (no SEQUENCE)', () => {
  const move = () => command(officer, '#rencontre reporter 2026-12-03 10 h');
  const bare = (partstat: string, more: Partial<Parameters<typeof answers>[0]> = {}) =>
    answers({ partstat, sequence: 'none', ...more });

  test('is of the first while there is no other', async () => {
    await bare('DECLINED');
    expect(only().meeting).toBeUndefined();
  });

  test.each(['ACCEPTED', 'TENTATIVE'])('counts for the meeting as it stands, and is told: %s', async (partstat) => {
    await move();
    await bare(partstat);
    expect(only().meeting).toMatchObject({ sequence: 1, answers: { [ama]: partstat } });
    expect(await told()).toContain('ne dit pas à quelle invitation');
  });

  test('and declines cancels the meeting as it stands', async () => {
    await move();
    await bare('DECLINED');
    expect(only().meeting).toBeUndefined();
    expect(await told()).toContain('ne dit pas à quelle invitation');
  });

  test.each<[string, Partial<Parameters<typeof answers>[0]>]>([
    ['was written before the change', { stamp: '20261123T100000Z' }],
    ['gives the time of before', { times: ['DTSTART:20261124T150000Z'] }],
  ])('but %s is of a replaced one', async (_, more) => {
    await move();
    await bare('DECLINED', more);
    expect(only().meeting).toMatchObject({ sequence: 1, answers: {} });
    expect(await told()).toContain('remplacée');
  });
});

describe('another time', () => {
  test.each<[string, string[]]>([
    ['in the past', []],
    ['in a series', ['RRULE:FREQ=WEEKLY']],
  ])('%s, proposed by a machine, is refused by two letters at most', async (_, rule) => {
    const before = (await desk.world.lettersTo(ama)).length;
    for (const day of [2, 3, 4, 5, 6]) {
      desk.world.clock.pass(60_000);
      const times = [`DTSTART:202611${rule.length > 0 ? '2' : '0'}${day}T150000Z`, ...rule];
      await answers({ method: 'COUNTER', partstat: 'TENTATIVE', times, comment: `c${day}` });
    }
    expect(await desk.world.lettersTo(ama)).toHaveLength(before + 2);
    expect(await told()).toContain('à vous de lui écrire');
  });

  const counter = (...times: string[]) => answers({ method: 'COUNTER', partstat: 'TENTATIVE', times });

  test('that is the very time fixed is none', async () => {
    const { start = '' } = only().meeting ?? {};
    expect(start).toBe('2026-11-24T15:00:00.000Z');
    await counter('DTSTART:20261124T150000Z', 'DTEND:20261124T154500Z');
    expect(only().meeting?.counter).toBeUndefined();
    expect(await told()).toContain('déjà fixée');
  });

  test.each([
    ['that is past', ['DTSTART:20261120T150000Z'], 'est passée'],
    ['that repeats', ['DTSTART:20261202T150000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'], 'série'],
  ])('%s is told, declined, and not taken', async (_which, times, words) => {
    await counter(...times);
    expect(only().meeting?.counter).toBeUndefined();
    expect(await told()).toContain(words);
    const declined = calendarOf(await last(ama));
    expect(declined).toContain('METHOD:DECLINECOUNTER');
    expect(property(declined, 'SEQUENCE')).toBe('0');
    expect(oneLine((await last(ama)).text)).toContain('reste fixée au même moment');
    await command(officer, '#rencontre confirmer');
    expect(only().meeting?.sequence).toBe(0);
  });

  test('without a zone is read on the clock of whoever wrote it', async () => {
    expect(only().requester.timeZone).toBe('Africa/Accra');
    await counter('DTSTART:20261202T150000', 'DTEND:20261202T154500');
    expect(only().meeting?.counter?.start).toBe('2026-12-02T15:00:00.000Z');
  });
});
