import { beforeEach, describe, expect, test } from 'vitest';
import { calendarOf, calendarReply } from '../clarification/calendar-client.ts';
import { ama, command, desk, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

/** The words of the morning mail, the first or a later one. */
async function morning(later = 0): Promise<string> {
  desk.world.clock.at = new Date(Date.UTC(2026, 10, 24 + later, 13));
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
  const letter = (await desk.world.lettersTo(officer)).findLast(({ subject }) => subject.startsWith('Sommaire'));
  return (letter?.text ?? '').replace(/\s+/g, ' ');
}
const invitation = async () =>
  calendarOf(
    (await desk.world.lettersTo(ama)).findLast(({ parts }) =>
      parts.some((part) => part.contentType === 'text/calendar'),
    ),
  );
const answers = async (answer: Omit<Parameters<typeof calendarReply>[0], 'invitation'>) =>
  desk.world.arrives(desk.clerk, await calendarReply({ invitation: await invitation(), ...answer }));

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  await command(officer, '#prendre');
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 1, please.'));
  desk.world.clock.pass(600_000);
});

/** The house has said all that it says by itself: what a calendar brings now is for people. */
async function refusedTwice(): Promise<void> {
  await answers({ from: ama, partstat: 'DECLINED' });
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, `Slot ${only().slots.at(-1)?.number}, please.`));
  desk.world.clock.pass(600_000);
  await answers({ from: ama, partstat: 'DECLINED' });
  desk.world.clock.pass(600_000);
}

test('a first refusal is answered with other slots: it is their turn', async () => {
  await answers({ from: ama, partstat: 'DECLINED' });
  expect(await morning()).toContain('On attend les précisions du demandeur');
});

test('a second refusal leaves another date to be proposed, until somebody does', async () => {
  await refusedTwice();
  const words = await morning();
  expect(words).toMatch(/Pour vous : aujourd’hui .* Proposer une autre date au demandeur/);
  expect(words).toContain('Objet : [INMQ-2026-0001] #rencontre ');
  await command(officer, '#rencontre');
  expect(await morning(1)).not.toContain('Proposer une autre date');
});

test('it is settled by a note too', async () => {
  await refusedTwice();
  await command(officer, '#note ils écriront en janvier');
  expect(await morning()).not.toContain('Proposer une autre date');
});

test('who was called off by staff is not asked for another date by the list', async () => {
  await command(officer, '#rencontre annuler');
  expect(await morning()).not.toContain('Proposer une autre date');
});

test.each<[string, Omit<Parameters<typeof calendarReply>[0], 'invitation'>, RegExp]>([
  ['the host refuses', { from: officer, partstat: 'DECLINED' }, /Régler la rencontre, refusée/],
  [
    'their calendar takes it out',
    { from: ama, partstat: 'NEEDS-ACTION', method: 'CANCEL' },
    /Régler la rencontre, refusée/,
  ],
  [
    'another time is proposed',
    {
      from: ama,
      partstat: 'TENTATIVE',
      method: 'COUNTER',
      times: ['DTSTART:20261203T160000Z', 'DTEND:20261203T164500Z'],
    },
    /Répondre à l’autre date proposée/,
  ],
])('when %s there is something to do', async (_, answer, what) => {
  await command(officer, '#rencontre reporter 2026-12-02 10 h');
  await answers(answer);
  expect(await morning()).toMatch(what);
});

describe.each(['ACCEPTED', 'TENTATIVE'])('an answer of %s, whose thread only the meeting tells,', (partstat) => {
  beforeEach(async () => command(officer, '#rencontre reporter 2026-12-02 10 h'));

  test.each([
    ['the requester', ama],
    ['the host', officer],
  ])('waits for the meeting, and is no mail to look through: of %s', async (_, from) => {
    await answers({ from, partstat });
    const words = await morning();
    expect(words).toContain('On attend la rencontre avec le demandeur');
    expect(words).not.toContain('Courriels mis à part');
  });

  test('is one, of a stranger', async () => {
    await answers({ from: 'who@else.example', attendee: officer, partstat });
    expect(await morning()).toMatch(/Courriels mis à part, à parcourir -+ - who@else\.example : /);
  });
});

test.each(['DECLINED', 'CANCEL'])('a stranger who writes %s gives nobody anything to do', async (said) => {
  await command(officer, '#rencontre reporter 2026-12-02 10 h');
  const method = said === 'CANCEL' ? 'CANCEL' : 'REPLY';
  await answers({
    from: 'who@else.example',
    attendee: ama,
    partstat: said === 'CANCEL' ? 'NEEDS-ACTION' : said,
    method,
  });
  expect(await morning()).toContain('On attend la rencontre avec le demandeur');
});
