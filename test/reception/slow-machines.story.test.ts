import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { broughtBy } from '../../src/reception/substance.ts';
import { desk, genuine, last, officer, opened } from '../correspondence.ts';
import { mailOf } from '../mail/make.ts';
import { written } from '../world.ts';

const dayMs = 86_400_000;
const robot = 'desk@organisation.example';
const sayings = [
  'Patience is the companion of wisdom.',
  'Rome was not built in a day.',
  'Haste makes waste, said the old miner.',
  'A rolling stone gathers no moss.',
  'Still waters run deep, message 2 of 5.',
  'The early bird catches the worm at 14:03.',
  'Fortune favours the bold; 3 people think so.',
];
const saying = (round: number) => sayings[round % sayings.length] ?? '';
const letters = async (address: string) => (await desk.world.lettersTo(address)).length;
const alarms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine/.test(text)).length;
const arrives = async (mail: Parameters<typeof written>[0]) => desk.world.arrives(desk.clerk, await written(mail));

/** It answers each letter to its domain some hours later, in other words each time, until none comes. */
async function converse(answer: (letter: Mail, round: number) => Parameters<typeof written>[0]): Promise<number> {
  await arrives({ from: robot, subject: 'Formation', text: 'Nous cherchons une formation en sauvetage minier.' });
  let answered = 0;
  for (let round = 0; round < 30; round++) {
    const sent = desk.world.postman.sent.filter(({ envelope }) => envelope.to.endsWith('@organisation.example'));
    if (sent.length === answered) return round;
    answered = sent.length;
    desk.world.clock.pass((2 + (round % 5)) * 3_600_000);
    await arrives(answer(await last(sent.at(-1)?.envelope.to ?? ''), round));
  }
  throw new Error('the loop never ended');
}

describe('a machine that takes its time and never says the same', () => {
  beforeEach(opened);

  test.each<[what: string, answer: (letter: Mail, round: number) => Parameters<typeof written>[0]]>([
    ['a fixed subject', (_, round) => ({ from: robot, subject: 'From the desk of John Smith', text: saying(round) })],
    ['another subject each time', (_, round) => ({ from: robot, subject: saying(round + 3), text: saying(round) })],
    [
      'our subject, in our thread',
      (letter, round) => ({ from: robot, subject: `Re: ${letter.subject}`, text: saying(round), answers: letter }),
    ],
    [
      'our subject, out of the thread',
      (letter, round) => ({ from: robot, subject: `RE : ${letter.subject}`, text: saying(round) }),
    ],
    [
      'an answer from another address',
      (_, round) => ({ from: 'reponses@organisation.example', subject: 'Bien reçu', text: saying(round) }),
    ],
    [
      'the matter of our letter in a fixed sentence, and a changing one below',
      (_, round) => ({
        from: robot,
        subject: `Demande ${4711 + round}`,
        text: `Votre demande de formation n° ${4711 + round} est inscrite.\n\n${saying(round)}`,
      }),
    ],
    [
      'a numbered list that looks like answers',
      (letter, round) => ({
        from: robot,
        subject: `Re: ${letter.subject}`,
        text: `1. ${saying(round)}\n2. ${saying(round + 1)}\n3. ${saying(round + 2)}\n`,
        answers: letter,
      }),
    ],
  ])('%s: two letters at most, staff is told once at most, and everything is entered', async (_, answer) => {
    await converse(answer);
    const to = [robot, 'reponses@organisation.example'];
    for (const address of to) expect(await letters(address)).toBeLessThanOrEqual(2);
    expect(await alarms()).toBeLessThanOrEqual(1);
    expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.status).toMatch(/received|clarifying/);
    for (const mail of desk.clerk.register.mails.values()) expect(mail.reference).toBeDefined();
  });

  test.each([
    ['none, then a slot', 0],
    ['a slot, then none', 1],
  ])('%s, in turn and in other words each time: two letters in all, and no machine’s for certain', async (_, first) => {
    await converse((letter, round) => ({
      from: robot,
      subject: `Re: ${letter.subject}`,
      text: `Message ${round + 1} : ${(round + first) % 2 ? 'mardi ou jeudi, plage 2 ou 3' : 'aucune plage ne convient'}.`,
      answers: letter,
    }));
    expect(await letters(robot)).toBe(2);
    expect(await alarms()).toBeLessThanOrEqual(1);
  });

  test('staff hears of it, and of nothing a second time', async () => {
    await converse((_, round) => ({ from: robot, subject: 'From the desk', text: saying(round) }));
    expect(await alarms()).toBe(1);
    const entered = desk.clerk.register.requests.size;
    desk.world.clock.pass(86_400_000);
    await arrives({ from: robot, subject: 'From the desk', text: 'Better late than never.' });
    expect([await letters(robot), await alarms()]).toEqual([2, 1]);
    expect(desk.clerk.register.requests.size).toBe(entered + 1);
  });
});

describe('a person', () => {
  beforeEach(opened);
  const ama = 'ama@organisation.example';

  test('who writes an honest mail every four days is acknowledged each time', async () => {
    const mails = [
      ['Formation', 'Nous cherchons une formation en sauvetage minier pour douze personnes.'],
      ['Visite', 'Une délégation de huit personnes souhaite visiter vos centres en mai.'],
      ['Question', 'Bonjour, vos établissements enseignent-ils en espagnol?'],
      ['Entente', 'Notre ministère propose une entente-cadre avec vos universités.'],
      ['Simulateurs', 'Quels simulateurs recommandez-vous?'],
    ] as const;
    for (const [subject, text] of mails) {
      await arrives({ from: ama, subject, text: `Bonjour,\n\n${text}\n\nAma` });
      desk.world.clock.pass(4 * dayMs);
    }
    expect([await letters(ama), await alarms()]).toEqual([5, 0]);
  });

  test.each([
    ['Portuguese', ['Procuramos um estágio de três meses.', 'O nosso instituto propõe uma parceria.', 'Qual o prazo?']],
    ['Arabic', ['نبحث عن تدريب في الإنقاذ المنجمي.', 'نقترح اتفاقية تعاون مع معاهدكم.', 'هل يمكن تنظيم زيارة؟']],
    [
      'a language whose words are not known here',
      [
        'Мы ищем курсы по горноспасательному делу для двенадцати инструкторов.',
        'Также нас интересует визит наших преподавателей в ваши центры.',
        'Просим сообщить условия сотрудничества с вашими колледжами.',
      ],
    ],
  ])('who writes three times in %s', async (_, texts) => {
    for (const [index, text] of texts.entries()) {
      await arrives({ from: ama, subject: `${index} ${text.slice(0, 12)}`, text });
      desk.world.clock.pass(4 * dayMs);
    }
    expect([await letters(ama), await alarms()]).toEqual([3, 0]);
  });

  test('who sends files with few words is acknowledged each time', async () => {
    for (const file of ['un', 'deux', 'trois']) {
      const attachments = [{ filename: `${file}.pdf`, content: file }];
      const raw = await written({ from: ama, subject: 'Ci-joint', text: 'Voir ci-joint.', attachments } as never);
      await desk.world.arrives(desk.clerk, raw);
      desk.world.clock.pass(4 * dayMs);
    }
    expect(await letters(ama)).toBe(3);
  });

  test('who only says hello is entered, shown to staff, and acknowledged anew once a colleague has written', async () => {
    for (const text of ['Bonjour', 'Bonjour encore', 'Toujours moi']) {
      await arrives({ from: ama, subject: text, text });
      desk.world.clock.pass(3_600_000);
    }
    expect([await letters(ama), await alarms()]).toEqual([2, 1]);
    expect(desk.clerk.register.requests.size).toBe(3);
    const subject = '[INMQ-2026-0003] #répondre';
    await arrives({ from: officer, subject, text: 'Dites-nous-en plus.', headers: genuine(officer) });
    await arrives({ from: ama, subject: 'Toujours là', text: 'Merci de votre mot.' });
    expect(await letters(ama)).toBe(4);
  });

  test('whom nothing suits, and who hesitates between the new times, is asked which one', async () => {
    await arrives({ from: ama, subject: 'Formation', text: 'Une formation.' });
    for (const [text, count] of [
      ['Aucune plage ne convient.', 2],
      ['La 4 ou la 5?', 3],
      ['Plage 4', 4],
    ] as const) {
      desk.world.clock.pass(3_600_000);
      const answers = await last(ama);
      await arrives({ from: ama, subject: `Re: ${answers.subject}`, text, answers });
      expect(await letters(ama), text).toBe(count);
    }
    expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.meeting).toBeDefined();
  });

  test('who hesitated, and whom nothing suits after all, is left to people, who see it', async () => {
    await arrives({ from: ama, subject: 'Formation', text: 'Une formation.' });
    for (const text of ['La 1 ou la 2?', 'Finalement, aucune plage ne convient.']) {
      desk.world.clock.pass(3_600_000);
      const answers = await last(ama);
      await arrives({ from: ama, subject: `Re: ${answers.subject}`, text, answers });
    }
    expect([await letters(ama), await alarms()]).toEqual([2, 0]);
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('À vous de proposer une date');
  });

  test('who does not choose clearly is asked once, then people take over', async () => {
    await arrives({ from: ama, subject: 'Formation', text: 'Une formation.' });
    for (const text of ['La 1 ou la 2?', 'La plage 2, si un collègue est libre?']) {
      desk.world.clock.pass(3_600_000);
      const answers = await last(ama);
      await arrives({ from: ama, subject: `Re: ${answers.subject}`, text, answers });
    }
    expect([await letters(ama), await alarms()]).toEqual([2, 0]);
  });
});

test.each([
  ['thanks, a date, an absence', 'Merci de votre message du 3 mai 2027. Nous vous répondrons sous peu.', 0],
  ['a need', 'Merci. Nous cherchons une formation en géologie.', 1],
  ['a question', 'Bonjour. Êtes-vous ouverts en mai?', 1],
  ['an agreement, money', 'Nous proposons une entente. Le budget est voté.', 2],
  ['words in our thread’s subject only', 'Oui', 0],
])('%s', (_, text, count) => {
  expect(broughtBy(mailOf({ subject: 'Re: [INMQ-2026-0001] Demande reçue' }), text)).toHaveLength(count);
});
