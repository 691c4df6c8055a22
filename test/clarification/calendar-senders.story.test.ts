import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { ama, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { calendarOf, calendarReply } from './calendar-client.ts';

const kofi = 'Kofi Mensah <kofi@tgtu.example>';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const invitation = async (): Promise<Mail> => {
  const letter = (await desk.world.lettersTo(ama)).findLast(({ parts }) =>
    parts.some((part) => part.contentType === 'text/calendar'),
  );
  if (!letter) throw new Error('no invitation was sent');
  return letter;
};
type Answer = Omit<Parameters<typeof calendarReply>[0], 'invitation' | 'from'>;
const answers = async (answer: Answer & { from?: string }, as = (text: string) => text) =>
  desk.world.arrives(
    desk.clerk,
    await calendarReply({
      from: `Ama Boateng <${ama}>`,
      invitation: as(calendarOf(await invitation())),
      ...answer,
    }),
  );
const told = async () => oneLine((await last(officer)).text);
const count = async () => (await desk.world.lettersTo(officer)).length;

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 1, please.'));
});

describe('who accepts in the thread of our invitation', () => {
  test.each<[string, Answer & { from?: string }]>([
    ['from another address, under her name', { from: 'AMA BOATENG <ama.home@mail.example>', partstat: 'ACCEPTED' }],
    [
      'from an alias, for the address that was invited',
      { from: 'x@mail.example', attendee: ama, partstat: 'ACCEPTED' },
    ],
  ])('%s is the requester', async (_who, answer) => {
    const before = await count();
    await answers({ ...answer, answers: await invitation() });
    expect(only().meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
    expect(await count()).toBe(before);
  });

  test.each(['ACCEPTED', 'TENTATIVE'])('as a colleague is entered as one, and told (%s)', async (partstat) => {
    await answers({ from: kofi, partstat, answers: await invitation() });
    expect(only().meeting?.answers).toEqual({ 'kofi@tgtu.example': partstat });
    expect(await told()).toContain('à qui le demandeur l’a transmise');
    await answers({ partstat: 'DECLINED' });
    expect(only().meeting).toBeUndefined();
  });
});

test('a delegation names to whom', async () => {
  const delegated = await calendarReply({
    from: ama,
    invitation: calendarOf(await invitation()),
    partstat: 'DELEGATED;DELEGATED-TO="mailto:kofi@tgtu.example"',
  });
  await desk.world.arrives(desk.clerk, delegated);
  expect(await told()).toContain('déléguée à kofi@tgtu.example');
});

describe('an answer in our thread that does not name our invitation', () => {
  const unnamed = (text: string) => text.replace(/^UID:.*$/m, 'UID:');
  const renamed = (text: string) => text.replace(/^UID:.*$/m, 'UID:040000008200E00074C5B7101A82E008');
  test.each([
    ['DECLINED', unnamed],
    ['DECLINED', renamed],
    ['TENTATIVE', renamed],
  ])('(%s) changes nothing, and is told with what can be done', async (partstat, as) => {
    await answers({ partstat, answers: await invitation() }, as);
    expect(only().meeting?.answers).toEqual({});
    expect(await told()).toContain('ne nomme pas notre invitation');
    expect((await last(officer)).html).toContain(encodeURIComponent('#rencontre annuler'));
  });

  test('a COUNTER too', async () => {
    await answers(
      { method: 'COUNTER', partstat: 'TENTATIVE', times: ['DTSTART:20261202T150000Z'], answers: await invitation() },
      renamed,
    );
    expect(only().meeting?.counter).toBeUndefined();
    expect(await told()).toContain('ne nomme pas notre invitation');
  });

  test('and accepts tells nothing: it may be of a meeting of their own', async () => {
    const before = await count();
    await answers({ partstat: 'ACCEPTED', answers: await invitation() }, renamed);
    expect(await count()).toBe(before);
  });

  test('nor is one told that answers nothing of ours', async () => {
    const before = await count();
    await answers({ from: 'x@stranger.example', partstat: 'DECLINED' }, renamed);
    expect(await count()).toBe(before);
  });
});

describe('an answer to the invitation before the last', () => {
  const moved = async () => {
    const before = calendarOf(await invitation());
    await command(officer, '#rencontre reporter 2026-12-03 10 h');
    return (text: string) => (text ? before : text);
  };

  test('that accepts is told: they may not have seen the new time', async () => {
    const old = await moved();
    await answers({ partstat: 'ACCEPTED' }, old);
    expect(only().meeting?.answers).toEqual({});
    expect(await told()).toContain('ancienne date');
  });

  test('but not after they accepted the new one', async () => {
    const old = await moved();
    await answers({ partstat: 'ACCEPTED' });
    const before = await count();
    await answers({ partstat: 'ACCEPTED' }, old);
    expect(only().meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
    expect(await count()).toBe(before);
  });
});

test('a calendar that asks for the invitation again is told in words', async () => {
  const refresh = (
    await calendarReply({ from: ama, invitation: calendarOf(await invitation()), partstat: 'NEEDS-ACTION' })
  )
    .toString()
    .replaceAll(/REPLY/g, 'REFRESH')
    .replace(/PARTSTAT=3DNEEDS-ACTION|PARTSTAT=NEEDS-ACTION/, 'CN=Ama');
  await desk.world.arrives(desk.clerk, Buffer.from(refresh));
  expect(await told()).toContain('redemande l’invitation');
});

describe('what is written beside the answer', () => {
  const points = 'Nature of the needs:\nTraining of 12 instructors.\n\nAvailable resources:\nCAD 180 000, approved.';
  const written = async (partstat: string, from?: string) => {
    const raw = await calendarReply({
      from: from ?? `Ama Boateng <${ama}>`,
      invitation: calendarOf(await invitation()),
      partstat,
      words: points,
      answers: await invitation(),
    });
    await desk.world.arrives(desk.clerk, raw);
  };

  test('fills the points, and they are thanked for it', async () => {
    await written('ACCEPTED');
    expect(only().meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
    expect(only().points.needs?.value).toContain('12 instructors');
    expect(only().points.resources?.value).toContain('180 000');
    expect(await told()).toContain('Précisions reçues');
    expect((await last(ama)).subject).toContain('Points to clarify');
  });

  test('with a refusal there is one letter: the other slots', async () => {
    await written('DECLINED');
    expect(only().points.needs?.value).toContain('12 instructors');
    expect((await last(ama)).subject).toContain('Choosing a meeting time');
  });

  test('fills none when somebody else writes it', async () => {
    await written('ACCEPTED', kofi);
    expect(only().points).toEqual({});
  });

  test('and says that it was the wrong button, is told with what can be done', async () => {
    await answers({ partstat: 'ACCEPTED', comment: 'Sorry, wrong button, I cannot come.' });
    expect(await told()).toContain('dit autre chose');
    expect((await last(officer)).html).toContain(encodeURIComponent('#rencontre reporter'));
  });
});
