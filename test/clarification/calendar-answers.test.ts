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

describe('another time', () => {
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
