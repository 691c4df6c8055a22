import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import {
  ama,
  command,
  desk,
  genuine,
  last,
  officer,
  only,
  opened,
  openedUnder,
  reply,
  request,
} from '../correspondence.ts';
import { written } from '../world.ts';
import { calendarOf, property } from './calendar-client.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const told = async () => oneLine((await last(officer)).text);
const starts = () => only().slots.map(({ start }) => start);
const invitation = async () =>
  calendarOf(
    (await desk.world.lettersTo(ama)).findLast(({ parts }) =>
      parts.some((part) => part.contentType === 'text/calendar'),
    ),
  );
const chooses = async (number: number) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, `Slot ${number}, please.`));
};
const begins = async () => desk.world.arrives(desk.clerk, await written(request));

beforeEach(async () => {
  await opened();
  await begins();
});

describe('#rencontre', () => {
  test('proposes free slots, once more than those of the acknowledgement', async () => {
    await command(officer, '#rencontre');
    expect(only().slots.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await last(ama)).text).toContain('We would like to meet you');
    expect(only().status).toBe('clarifying');
  });

  test('proposes the dates that are written, and one of them can be chosen', async () => {
    await command(officer, '#rencontre 2026-12-03 10h; jeudi 14 h 30');
    expect(starts().slice(3)).toEqual(['2026-12-03T15:00:00.000Z', '2026-11-26T19:30:00.000Z']);
    await chooses(5);
    expect(only().meeting?.start).toBe('2026-11-26T19:30:00.000Z');
  });

  describe('with one date, while older slots are still open', () => {
    beforeEach(async () => {
      desk.world.clock.pass(3_600_000);
      await command(officer, '#rencontre 2026-12-03 10h');
      desk.world.clock.pass(3_600_000);
    });
    const says = async (text: string, letter?: Mail) =>
      desk.world.arrives(desk.clerk, await reply(ama, text, undefined, letter));

    test.each([
      'Cela nous convient.',
      'That works for us.',
      'Nos viene bien.',
      'Ok pour nous, merci',
      'Ça nous va très bien.',
      'Cette date nous convient.',
      'La date proposée nous convient parfaitement, merci.',
      'That date is fine with us.',
      'Yes, that time suits us.',
      'The proposed date is convenient.',
      'The date you propose is fine.',
      'Esa fecha nos conviene.',
      'La fecha propuesta es perfecta.',
    ])('« %s » takes it', async (text) => {
      await says(text);
      expect(only().meeting?.start).toBe('2026-12-03T15:00:00.000Z');
    });

    test.each([
      'Cette date ne nous convient pas.',
      'Cela ne nous convient pas.',
      'That date does not work for us.',
      'The proposed time is not convenient.',
      'Esa fecha no nos conviene.',
    ])('« %s » refuses it: people propose another', async (text) => {
      await says(text);
      expect(only().meeting).toBeUndefined();
      expect(await told()).toContain('Aucune plage ne convient au demandeur. · À vous de proposer une date.');
    });

    test.each(['Cette date nous conviendrait si le doyen est là.', 'That date is fine, but not that hour.'])(
      '« %s » takes nothing',
      async (text) => {
        await says(text);
        expect(only().meeting).toBeUndefined();
      },
    );

    test('« Slot 2 » still takes an older one', async () => {
      await says('Slot 2, please.');
      expect(only().meeting?.start).toBe(starts()[1]);
    });

    test.each(['Ok, received.', 'That works for us?', 'That works for us if our Dean agrees.', 'Thank you.'])(
      '« %s » takes nothing',
      async (text) => {
        await says(text);
        expect(only().meeting).toBeUndefined();
      },
    );

    test('in answer to the letter before it « That works for us » is asked about', async () => {
      const [acknowledgement] = await desk.world.lettersTo(ama);
      await says('That works for us.', acknowledgement);
      expect(only().meeting).toBeUndefined();
      expect((await last(ama)).text).toContain('4 · Thursday');
    });

    test('in no thread it is asked about, too', async () => {
      const { reference } = only();
      await desk.world.arrives(
        desk.clerk,
        await written({
          from: ama,
          subject: `[${reference}] our meeting`,
          text: 'That works for us.',
          headers: genuine(ama),
        }),
      );
      expect(only().meeting).toBeUndefined();
      expect((await last(ama)).text).toContain('4 · Thursday');
    });
  });

  test('with two dates « That works for us » is asked about', async () => {
    desk.world.clock.pass(3_600_000);
    await command(officer, '#rencontre 2026-12-03 10h; jeudi 14 h 30');
    desk.world.clock.pass(3_600_000);
    await desk.world.arrives(desk.clerk, await reply(ama, 'That works for us.'));
    expect(only().meeting).toBeUndefined();
  });

  test('says what was understood of a date that cannot be', async () => {
    await command(officer, '#rencontre vendredi 3 décembre 10 h');
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('est un jeudi');
    expect(only().slots).toHaveLength(3);
  });

  test('confirms by telephone, moves, and calls off', async () => {
    await command(officer, '#rencontre confirmer 2');
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    await command(officer, '#rencontre confirmer 3');
    expect((await last(officer)).subject).not.toContain('confirmée');
    await command(officer, '#rencontre reporter 2026-12-04 9 h');
    expect(only().meeting).toMatchObject({ sequence: 1, start: '2026-12-04T14:00:00.000Z' });
    await command(officer, '#rencontre annuler');
    expect(only().meeting).toBeUndefined();
    expect(property(await invitation(), 'SEQUENCE')).toBe('2');
    await command(officer, '#rencontre confirmer 2026-12-07 9 h');
    expect(only().meeting).toMatchObject({ uid: 'inmq-2026-0001-4@greffier', sequence: 0 });
  });

  test('« reporter » without a date: the cancellation and other slots in one letter', async () => {
    await chooses(1);
    const before = (await desk.world.lettersTo(ama)).length;
    await command(officer, '#rencontre reporter');
    const letters = (await desk.world.lettersTo(ama)).slice(before);
    expect(letters).toHaveLength(1);
    expect(calendarOf(letters[0])).toContain('METHOD:CANCEL');
    expect(letters[0]?.text).toContain('We have to postpone');
  });

  test('does not book two requests at the same time', async () => {
    await chooses(1);
    const { start = '' } = only().meeting ?? {};
    const other = 'kouadio@mines-ci.example';
    await desk.world.arrives(
      desk.clerk,
      await written({ from: other, subject: 'Entente', text: 'Bonjour, un protocole.' }),
    );
    const subject = `[INMQ-2026-0002] #rencontre confirmer ${start.slice(0, 10)} 10 h`;
    expect(start).toContain('T15:00');
    await desk.world.arrives(
      desk.clerk,
      await written({ from: officer, subject, text: 'x', headers: genuine(officer) }),
    );
    expect(desk.clerk.register.requests.get('INMQ-2026-0002')?.meeting).toBeUndefined();
    expect((await last(officer)).text).toContain('Une autre rencontre');
  });
});

describe('#rencontre, strictly', () => {
  const other = 'kouadio@mines-ci.example';
  const toOther = async (line: string) =>
    desk.world.arrives(
      desk.clerk,
      await written({ from: officer, subject: `[INMQ-2026-0002] ${line}`, text: line, headers: genuine(officer) }),
    );

  test('offers no hour over a meeting that is fixed: nobody could ever get it', async () => {
    await command(officer, '#rencontre confirmer 2026-12-03 10 h');
    await desk.world.arrives(
      desk.clerk,
      await written({ from: other, subject: 'Entente', text: 'Bonjour, un protocole.' }),
    );
    const before = (await desk.world.lettersTo(other)).length;
    await toOther('#rencontre 2026-12-03 10 h 15');
    expect(await told()).toContain('Une autre rencontre est fixée jeudi 3 décembre 2026, 10 h 15');
    await toOther('#rencontre 2026-12-03 9 h; 2026-12-03 10 h 30');
    expect(await told()).toContain('Une autre rencontre est fixée');
    expect(await desk.world.lettersTo(other)).toHaveLength(before);
    // Next to it, and over what is only offered to another, people may.
    await toOther('#rencontre 2026-12-03 10 h 45');
    expect(await desk.world.lettersTo(other)).toHaveLength(before + 1);
  });

  test('moves no meeting to where it is', async () => {
    await command(officer, '#rencontre confirmer 2026-12-03 10 h');
    await command(officer, '#rencontre reporter 2026-12-03 10 h');
    expect(await told()).toContain('déjà fixée à ce moment');
    expect(only().meeting?.sequence).toBe(0);
  });

  test.each(['#rencontre annuler jeudi', '#rencontre annuler 2026-12-04 10 h', '#meeting cancel on Thursday'])(
    '« %s » is not what it does: nothing is called off',
    async (line) => {
      await command(officer, '#rencontre confirmer 2026-12-03 10 h');
      await command(officer, line);
      expect(only().meeting?.sequence).toBe(0);
      expect(await told()).toContain('s’écrit sans date');
    },
  );

  test.each([
    ['#rencontre déplacer 2026-12-04 9 h', '2026-12-04T14:00:00.000Z'],
    ['#rencontre reporter au 2026-12-04 9 h', '2026-12-04T14:00:00.000Z'],
    ['#rencontre remettre 2026-12-04 9 h', '2026-12-04T14:00:00.000Z'],
    ['#rencontre changer 2026-12-04 9 h', '2026-12-04T14:00:00.000Z'],
    ['#meeting reschedule Dec 4 9 am', '2026-12-04T14:00:00.000Z'],
    ['#meeting move Dec 4 9 am', '2026-12-04T14:00:00.000Z'],
  ])('« %s » moves it', async (line, start) => {
    await command(officer, '#rencontre fixer 2026-12-03 10 h');
    await command(officer, line);
    expect(only().meeting).toMatchObject({ sequence: 1, start });
  });

  test.each([
    ['#rencontre anuler', 'vouliez-vous écrire « #rencontre annuler »?'],
    ['#rencontre repoter 2026-12-04 9 h', 'vouliez-vous écrire « #rencontre reporter »?'],
    ['#rencontre plage 2', 'la plage 2 se fixe par « #rencontre confirmer 2 »'],
    ['#rencontre 2', 'la plage 2 se fixe par « #rencontre confirmer 2 »'],
    ['#rencontre 9', 'l’heure manque'],
    ['#rencontre terminée', 'n’est ni une date ni l’un des mots proposer, confirmer, reporter, refuser, annuler'],
  ])('« %s » is told what may have been meant, and does nothing', async (line, meant) => {
    await command(officer, line);
    expect(starts()).toHaveLength(3);
    expect(only().meeting).toBeUndefined();
    expect(await told()).toContain(meant);
  });

  test.each(['#rencontre annuler.', '#rencontre annuler, svp'])('« %s » calls it off', async (line) => {
    await command(officer, '#rencontre confirmer 2026-12-03 10 h');
    await command(officer, line);
    expect(only().meeting).toBeUndefined();
  });

  test.each(['#rencontre rappeler jeudi 10 h', '#rencontre confirmé jeudi 10 h', '#meeting remind Thursday 10 am'])(
    '« %s » says what it does not know',
    async (line) => {
      await command(officer, line);
      expect(starts()).toHaveLength(3);
      expect(await told()).toMatch(/« (?:rappeler|confirmé|remind) » n’a pas été compris/);
    },
  );
});

test('#rencontre says that a calendar is unread, rather than that nothing is free', async () => {
  await openedUnder((usual) => ({
    ...usual,
    meeting: { ...usual.meeting, busy: { times: [], unread: [{ calendar: 'agenda.example', why: '503' }] } },
  }));
  await begins();
  await command(officer, '#rencontre');
  expect(await told()).toContain('un agenda de l’hôte n’a pas pu être lu');
  await command(officer, '#rencontre 2026-12-03 10 h');
  expect(starts()).toEqual(['2026-12-03T15:00:00.000Z']);
  await command(officer, '#rencontre confirmer 1');
  await command(officer, '#rencontre reporter');
  expect(await told()).toContain('un agenda de l’hôte n’a pas pu être lu');
});

describe('the host’s letters', () => {
  test('say with whom, and ask the host nothing that is for the requester', async () => {
    await chooses(1);
    const confirmed = await last(officer);
    const letters = await desk.world.lettersTo(officer);
    const booked = letters.find(({ subject }) => subject.includes('Rencontre confirmée')) ?? confirmed;
    expect(oneLine(booked.text)).toContain(`Demandeur : Ama Boateng (${ama})`);
    expect(booked.text).not.toContain('nous écrire à ce sujet');
    await command(officer, '#rencontre annuler');
    const cancelled = (await desk.world.lettersTo(officer)).find(({ subject }) =>
      subject.includes('Rencontre annulée'),
    );
    expect(oneLine(cancelled?.text ?? '')).toContain(`Demandeur : Ama Boateng (${ama})`);
    expect(cancelled?.text).not.toContain('Votre demande');
    const theirs = oneLine((await last(ama)).text);
    expect(theirs).toContain('Votre demande reste ouverte');
    expect(theirs).not.toContain('Demandeur');
  });
});
