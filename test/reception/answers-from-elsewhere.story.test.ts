import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { desk, genuine, last, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

type Written = Parameters<typeof written>[0];

const hourMs = 3_600_000;
const arrives = async (mail: Written) => desk.world.arrives(desk.clerk, await written(mail));
const outside = () => desk.world.postman.sent.filter(({ envelope }) => !envelope.to.endsWith('@greffier.test'));
const alarms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine/.test(text)).length;
const letters = async (address: string) => (await desk.world.lettersTo(address)).length;
const agents = ['Awa Diop', 'Jean Koné', 'Marie Sow', 'Paul Ba', 'Ali Sy'];
const tips = ['Patience is a virtue.', 'Time will tell.', 'Haste makes waste.', 'Rome was not built in a day.'];
const says = (round: number) => `${agents[round % agents.length]} will look at your training case.`;

describe.each([20_000, 300_000, 12 * hourMs])('a machine of another domain, after %i ms', (waitMs) => {
  beforeEach(opened);

  test.each<[what: string, answer: (round: number, letter: Mail) => Written]>([
    [
      'that keeps our subject',
      (round, { subject }) => ({ from: 'desk@helpdesk.example', subject: `Re: ${subject}`, text: says(round) }),
    ],
    [
      'that keeps our subject at first',
      (round, { subject }) => ({
        from: 'desk@helpdesk.example',
        subject: round === 0 ? `Re: ${subject}` : `Case ${round} opened`,
        text: says(round),
      }),
    ],
    [
      'that has a new domain each time',
      (round, { subject }) => ({
        from: `desk@d${round}.case${round}.example`,
        subject: `Re: ${subject}`,
        text: says(round),
      }),
    ],
    [
      'that has a new domain each time and quotes our letter',
      (round, { text }) => ({
        from: `desk@d${round}.case${round}.example`,
        subject: `Case ${round} opened`,
        text: `${says(round)}\n\nOn Mon, Nov 23, 2026 at 10:00 AM INM <info@inm.example> wrote:\n\n${text.replace(/^/gm, '> ')}`,
      }),
    ],
    [
      'that has a new domain each time and quotes the subject of our letter',
      (round, { subject }) => ({
        from: `desk@d${round}.case${round}.example`,
        subject: says(round),
        text: `${tips[round % tips.length]}\n\n> ${subject}`,
      }),
    ],
    [
      'that answers in the thread',
      (round, answers) => ({ from: 'desk@helpdesk.example', subject: `Case ${round}`, answers, text: says(round) }),
    ],
  ])('%s: two letters in all', async (_, answer) => {
    await arrives({ from: 'contact@robot.example', subject: 'Formation', text: 'Nous cherchons une formation.' });
    for (let round = 0, answered = 0; outside().length > answered; round++) {
      if (round > 8) throw new Error('the loop never ended');
      answered = outside().length;
      desk.world.clock.pass(waitMs);
      await arrives(answer(round, await last(outside().at(-1)?.envelope.to ?? '')));
    }
    expect(outside().length).toBeLessThanOrEqual(2);
    expect(await alarms()).toBeLessThanOrEqual(1);
    for (const mail of desk.clerk.register.mails.values()) expect(mail.reference).toBeDefined();
  });
});

describe('a person', () => {
  beforeEach(opened);
  const ama = 'ama@tgtu.example';
  const first = { from: ama, subject: 'Training', text: 'We look for training in mine rescue for 12 instructors.' };

  test('who writes from a private address about the request is answered there', async () => {
    await arrives(first);
    desk.world.clock.pass(hourMs);
    const { subject } = await last(ama);
    await arrives({ from: 'ama@private.example', subject: `Re: ${subject}`, text: 'Could the training begin in May?' });
    expect([await letters('ama@private.example'), await alarms()]).toEqual([1, 0]);
  });

  test('who names the request of another, and asks for something else when days have passed, is answered', async () => {
    await arrives(first);
    desk.world.clock.pass(hourMs);
    await arrives({ from: 'x@school.example', subject: '[INMQ-2026-0001]', text: 'Could we join that training?' });
    desk.world.clock.pass(97 * hourMs);
    await arrives({ from: 'x@school.example', subject: 'Visit', text: 'We wish to visit your centres in May.' });
    expect([await letters('x@school.example'), await alarms()]).toEqual([2, 0]);
  });

  test('two houses that quote our letter to a third, each with its own wish, are answered both', async () => {
    await arrives(first);
    const quote = (await last(ama)).text.replace(/^/gm, '> ');
    for (const [index, wish] of ['Could we join that training?', 'We would like to host it at our mine.'].entries()) {
      desk.world.clock.pass(hourMs);
      await arrives({ from: `x@school${index}.example`, subject: 'Training in Ghana', text: `${wish}\n\n${quote}` });
      expect(await letters(`x@school${index}.example`)).toBe(1);
    }
    expect(await alarms()).toBe(0);
  });

  test.each([5, 8, 12])('who sends again after %i days what nobody answered reminds of it', async (days) => {
    await arrives(first);
    for (const count of [1, 2]) {
      desk.world.clock.pass(days * 24 * hourMs);
      await arrives({ ...first, messageId: `<again-${count}@tgtu.example>` });
      const told = (await last(officer)).text.replace(/\s+/g, ' ');
      expect(told).toContain('Rappel : la demande est envoyée de nouveau');
    }
    expect([await alarms(), desk.clerk.register.requests.size]).toEqual([0, 1]);
  });

  test('who sends it again when staff has answered asks anew', async () => {
    await arrives(first);
    const subject = '[INMQ-2026-0001] #répondre';
    await arrives({ from: officer, subject, text: 'Parlons-en.', headers: genuine(officer) });
    desk.world.clock.pass(10 * 24 * hourMs);
    await arrives({ ...first, messageId: '<again@tgtu.example>' });
    expect(desk.clerk.register.requests.size).toBe(2);
  });
});
