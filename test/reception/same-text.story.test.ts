import { beforeEach, describe, expect, test } from 'vitest';
import { desk, officer, opened, openedUnder } from '../correspondence.ts';
import { written } from '../world.ts';

type Written = Parameters<typeof written>[0];

const hourMs = 3_600_000;
const arrives = async (mail: Written) => desk.world.arrives(desk.clerk, await written(mail));
const outside = () => desk.world.postman.sent.filter(({ envelope }) => !envelope.to.endsWith('@greffier.test'));
const toldOf = async (pattern: RegExp) =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => pattern.test(text.replace(/\s+/g, ' '))).length;
const alarms = () => toldOf(/comme le ferait une machine/);
const letters = async (address: string) => (await desk.world.lettersTo(address)).length;
const allEntered = () => {
  for (const mail of desk.clerk.register.mails.values()) expect(mail.reference).toBeDefined();
};
const agents = ['Awa Diop', 'Jean Koné', 'Marie Sow', 'Paul Ba', 'Ali Sy'];
const agent = (round: number) => agents[round % agents.length] ?? '';

describe.each([0, 20_000, 300_000, 12 * hourMs])('a machine of a new domain each time, after %i ms', (waitMs) => {
  beforeEach(opened);

  test.each<[what: string, says: (round: number) => { subject: string; text: string }]>([
    ['the same text', () => ({ subject: 'Bonjour', text: 'Votre projet est entre bonnes mains.' })],
    ['thanks in English', () => ({ subject: 'Hello', text: 'It is with our team. Have a nice day.' })],
    [
      'the name of whom it gave the case to',
      (round) => ({
        subject: `Case ${4000 + 37 * round}`,
        text: `Hello,\n\n${agent(round)} of our team now holds your training case with number ${4000 + 37 * round}. Your satisfaction is the mission of the whole team.`,
      }),
    ],
    [
      'a rank, and another subject each time',
      (round) => ({
        subject: `Queue of ${agent(round)}`,
        text: `Votre demande de formation est la ${40 + round}e de notre liste. Le temps d’attente est d’une semaine.`,
      }),
    ],
  ])('%s: two letters in all, staff is told once, all is entered', async (_, says) => {
    await arrives({ from: 'contact@robot.example', subject: 'Formation', text: 'Nous cherchons une formation.' });
    for (let round = 0, answered = 0; outside().length > answered; round++) {
      if (round > 8) throw new Error('the loop never ended');
      answered = outside().length;
      desk.world.clock.pass(waitMs);
      await arrives({ from: `desk@d${round}.case${round}.example`, ...says(round) });
    }
    expect([outside().length, await alarms()]).toEqual([2, 1]);
    expect(desk.clerk.register.requests.size).toBe(3);
    allEntered();
  });
});

describe.each([60_000, 7 * hourMs, 27 * hourMs])(
  'a machine of a new address of its house each time, after %i ms',
  (waitMs) => {
    beforeEach(opened);

    test.each<[what: string, says: (round: number) => { from: string; subject: string; text: string }]>([
      [
        'the same text',
        (round) => ({
          from: `kofi${round}@robot.example`,
          subject: 'Your inquiry',
          text: 'Hello! An agent is looking at your question.',
        }),
      ],
      [
        'four agents in turn, a number each time',
        (round) => ({
          from: `${agent(round).replace(/\P{L}/gu, '')}@robot.example`,
          subject: `Your inquiry ${round}`,
          text: `Hello! Your question is number ${4000 + 7 * round} in our queue.`,
        }),
      ],
      [
        'an address for each ticket',
        (round) => ({
          from: `reply-${(7919 * round + 13).toString(36)}@robot.example`,
          subject: 'Your inquiry',
          text: `Hello! We look at question ${4000 + 7 * round}.`,
        }),
      ],
      [
        'a domain below its own each time',
        (round) => ({
          from: `kofi@m${round}.robot.example`,
          subject: 'Your inquiry',
          text: 'Hello! We look at your question.',
        }),
      ],
    ])('%s: two letters in all, staff is told once, all is entered', async (_, says) => {
      await arrives({ from: 'contact@robot.example', subject: 'Training', text: 'We want training for 12 drillers.' });
      for (let round = 0, answered = 0; outside().length > answered; round++) {
        if (round > 8) throw new Error('the loop never ended');
        answered = outside().length;
        desk.world.clock.pass(waitMs);
        await arrives(says(round));
      }
      expect(outside()).toHaveLength(2);
      expect(await alarms()).toBe(1);
      allEntered();
    });
  },
);

describe('people who write the same text', () => {
  beforeEach(opened);
  const form = {
    subject: 'Formation en sauvetage minier',
    text: 'Madame, Monsieur,\n\nnotre organisme souhaite que vos établissements offrent une formation en sauvetage minier en Afrique de l’Ouest. Nous appuyons cette demande commune.\n\nLa direction',
  };
  const from = (index: number) => `direction@organisme${index}.example`;

  test.each([0, 2000, hourMs])(
    'a form letter of fifteen organisations, one every %i ms: each has its letter',
    async (waitMs) => {
      for (let index = 0; index < 15; index++) {
        await arrives({ from: from(index), ...form });
        desk.world.clock.pass(waitMs);
      }
      for (let index = 0; index < 15; index++) expect(await letters(from(index)), from(index)).toBe(1);
      expect([desk.clerk.register.requests.size, await alarms()]).toEqual([15, 0]);
    },
  );

  test.each([
    ['a need alone', 'Formation pour douze foreurs, mai 2027.'],
    ['English', 'We would like to send ten instructors to your schools.'],
    ['a question', 'Bonjour, vos établissements enseignent-ils en espagnol?'],
    [
      'a language whose words are not known here',
      'Мы ищем курсы по горноспасательному делу для двенадцати инструкторов.',
    ],
  ])('%s, of three organisations', async (_, text) => {
    for (const index of [0, 1, 2]) {
      await arrives({ from: from(index), subject: 'Formation', text });
      desk.world.clock.pass(hourMs);
    }
    for (const index of [0, 1, 2]) expect(await letters(from(index))).toBe(1);
    expect(await alarms()).toBe(0);
  });

  test('files with the same few words', async () => {
    for (const index of [0, 1, 2]) {
      const attachments = [{ filename: 'demande.pdf', content: Buffer.from(`${index}`) }];
      await arrives({ from: from(index), subject: 'Ci-joint', text: 'Voir ci-joint.', attachments });
      desk.world.clock.pass(hourMs);
    }
    for (const index of [0, 1, 2]) expect(await letters(from(index))).toBe(1);
  });

  test('two of one organisation: both are entered, and staff sees both', async () => {
    await arrives({ from: 'ama@tgtu.example', ...form });
    desk.world.clock.pass(hourMs);
    await arrives({ from: 'kofi@tgtu.example', ...form });
    allEntered();
    expect(await toldOf(/sauvetage minier en Afrique/)).toBeGreaterThan(0);
    expect(await letters('ama@tgtu.example')).toBe(1);
  });

  test('past the ceiling of one text and day they are entered without a letter, staff is told once, and the next day has its own', async () => {
    await openedUnder((usual) => ({ ...usual, ceilings: { ...usual.ceilings, perTextPerDay: 3 } }));
    for (let index = 0; index < 6; index++) {
      await arrives({ from: from(index), ...form });
      desk.world.clock.pass(hourMs);
    }
    expect([outside().length, desk.clerk.register.requests.size]).toEqual([3, 6]);
    expect(await toldOf(/Le même texte est venu de 3 adresses/)).toBe(1);
    expect(await toldOf(/souhaite que vos établissements/)).toBe(6);
    allEntered();
    await arrives({ from: from(8), subject: 'Simulateurs', text: 'Quels simulateurs recommandez-vous à notre école?' });
    expect(await letters(from(8))).toBe(1);
    desk.world.clock.pass(24 * hourMs);
    await arrives({ from: from(9), ...form });
    expect(await letters(from(9))).toBe(1);
  });
});
