import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { desk, fivePoints, genuine, last, officer, opened, subjects } from '../correspondence.ts';
import { written } from '../world.ts';

type Written = Omit<Parameters<typeof written>[0], 'from'> & { from?: string };

const robot = 'support@robot.example';
const hourMs = 3_600_000;
const arrives = async (mail: Written) => desk.world.arrives(desk.clerk, await written({ from: robot, ...mail }));
const toHouse = () => desk.world.postman.sent.filter(({ envelope }) => envelope.to.endsWith('@robot.example'));
const alarms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine|plafond/.test(text))
    .length;

/** It asks for something, then answers each letter to its house, until none comes. */
async function converse(answer: (round: number, letter: Mail, at: Date) => Written, waitMs: number): Promise<void> {
  await arrives({ subject: 'Training', text: 'We look for training in mine rescue.' });
  for (let round = 0, answered = 0; toHouse().length > answered; round++) {
    if (round > 40) throw new Error('the loop never ended');
    answered = toHouse().length;
    desk.world.clock.pass(waitMs);
    await arrives(answer(round, await last(toHouse().at(-1)?.envelope.to ?? ''), desk.world.clock.now()));
  }
}

const quoted = (text: string) => text.replace(/^/gm, '> ');
const fixed = (text: (round: number, letter: Mail, at: Date) => string) => (round: number, letter: Mail, at: Date) => ({
  subject: 'Your message',
  text: text(round, letter, at),
});
const clock = (at: Date, between: string) =>
  `${at.getUTCHours()}${between}${String(at.getUTCMinutes()).padStart(2, '0')}`;
const pick = (of: readonly string[], round: number) => of[round % of.length] ?? '';
const matters = ['diploma', 'simulator', 'safety', 'drilling', 'geology', 'rescue', 'blasting', 'mobility', 'visit'];
const questions = [
  'Could you share your order number?',
  'Can you tell me which product this concerns?',
  'May I have your phone number, please?',
  'Could you describe the issue in more detail?',
  'What country are you writing from?',
  'How would you rate our service?',
  'Do you wish to close this conversation?',
];
const pdf = (content: string, filename = 'receipt.pdf') => ({ filename, content: Buffer.from(`%PDF ${content}`) });

describe('a machine without any marker, whatever it says', () => {
  beforeEach(opened);

  test.each<[what: string, answer: (round: number, letter: Mail, at: Date) => Written, waitMs?: number]>([
    ['a rank', fixed((round) => `Votre demande de formation est la ${40 + round}e de notre liste.`)],
    ['a time of day', fixed((_, __, at) => `Votre demande de formation est arrivée chez nous à ${clock(at, ' h ')}.`)],
    ['a queue', fixed((round) => `There are ${3 + round} people before you who asked for training.`)],
    [
      'a greeting by the hour, and a room',
      fixed(
        (round) =>
          `${pick(['Good morning', 'Good afternoon', 'Good evening'], round)}. Your message is with our training office, room ${round + 1}.`,
      ),
    ],
    ['a rank in its subject', (round) => ({ subject: `Training request ranked ${4 + round}`, text: 'Well noted.' })],
    [
      'a tip of the day',
      fixed((round) => `It has arrived.\n\nTip: our ${pick(matters, round)} training costs ${100 + 17 * round} $.`),
    ],
    [
      'a file that is new each time',
      (round) => ({ subject: 'Receipt', text: 'Receipt enclosed.', attachments: [pdf(`${round}`)] }),
    ],
    ['the pace of minutes', fixed((round) => `Votre demande de formation est la ${40 + round}e.`), 3 * 60_000],
    ['questions', (round) => ({ subject: `Conversation ${1000 + 37 * round}`, text: pick(questions, round) })],
    ['our letter as a quote', fixed((_, { text }) => `Noted.\n\n${quoted(text)}`)],
    [
      'our letter below an attribution',
      fixed(
        (_, { text }) => `Noted.\n\nOn Mon, Nov 23, 2026 at 10:00 AM INM <info@inm.example> wrote:\n\n${quoted(text)}`,
      ),
    ],
    [
      'our letter below a head',
      fixed(
        (_, { text, subject }) =>
          `Noted.\n\nFrom: INM <info@inm.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: ${robot}\nSubject: ${subject}\n\n${text}`,
      ),
    ],
    [
      'our letter without a mark',
      (round, { text }) => ({ subject: `Case ${5000 + round}`, text: `Noted.\n\n${text}` }),
    ],
    [
      'our letter in HTML',
      (_, { html }) => ({
        subject: 'Your message',
        text: '',
        html: `<p>Noted.</p><blockquote type="cite">${html}</blockquote>`,
      }),
    ],
    ['our letter, sent back', (_, { subject, text }) => ({ subject, text })],
    ['our letter, forwarded', (_, { subject, text }) => ({ subject: `Fwd: ${subject}`, text })],
    [
      'an address for each case, by a tag',
      (round) => ({ from: `support+id${round}@robot.example`, subject: 'Bien reçu', text: pick(questions, round) }),
    ],
    [
      'an answer from another address',
      (round) => ({ from: 'noreply.desk@robot.example', subject: 'Bien reçu', text: pick(questions, round) }),
    ],
    [
      'other languages in turn',
      (round) => ({
        subject: pick(['Gracias', 'Danke', 'Obrigado', 'Grazie', 'Merci', 'Thanks'], round),
        text: pick(
          [
            'Su solicitud de formación es muy importante.',
            'Ihre Anfrage zur Ausbildung wurde gelesen.',
            'O seu pedido de formação chegou.',
            'La vostra richiesta di formazione è arrivata.',
            'Votre demande de formation nous est parvenue.',
            'Your request for training is with us.',
          ],
          round,
        ),
      }),
    ],
    ['a quarter of an hour, and money', fixed((round) => `Today’s rate: our services cost ${90 + round} $.`), 900_000],
    [
      'the day after',
      fixed((round) => `On day ${round} our school offers training in ${pick(matters, round)}.`),
      25 * hourMs,
    ],
    ['after a weekend', fixed((round) => `We teach ${pick(matters, round)}. What do you need?`), 64 * hourMs],
    [
      'words by a model of language',
      (round) => ({
        subject: pick(['Partnership', 'Next steps', 'Your needs', 'Our offer', 'A proposal'], round),
        text: `We are delighted to explore ${pick(matters, round)} training with you. Our budget allows ${5 + round} places. Shall we sign an agreement?`,
      }),
    ],
    [
      'a table of its prices, enclosed',
      (round) => ({
        subject: `Offer ${round}`,
        text: `Please find our price list ${round} for training.`,
        attachments: [pdf(`${round}`, `prices-${round}.pdf`)],
      }),
    ],
    [
      'no Message-ID of its own',
      (round) => ({ ...fixed(() => pick(questions, round))(round, {} as Mail, new Date()), messageId: '<>' }),
    ],
  ])('%s: two letters, staff is told once, all is entered', async (_, answer, waitMs = 3 * hourMs) => {
    await converse(answer, waitMs);
    expect(toHouse().length).toBeLessThanOrEqual(2);
    expect(await alarms()).toBeLessThanOrEqual(1);
    expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.status).toBe('received');
    for (const mail of desk.clerk.register.mails.values()) expect(mail.reference).toBeDefined();
  });
});

describe('a machine in our thread', () => {
  beforeEach(opened);
  const inThread = (text: (round: number) => string) => (round: number, letter: Mail) => ({
    subject: `Re: ${letter.subject}`,
    text: text(round),
    answers: letter,
  });

  test.each<[what: string, most: number, text: (round: number) => string]>([
    ['a rank', 1, (round) => `Votre demande de formation est la ${40 + round}e.`],
    ['questions', 1, (round) => pick(questions, round)],
    [
      'the whole form, with other figures',
      2,
      (round) => fivePoints.replace('12', `${round + 4}`).replace('175', `${100 + round}`),
    ],
    ['the same point', 2, () => '4. Available resources\nCAD 175 000, approved.'],
    ['a list in other words', 5, (round) => `1. ${pick(matters, round)}\n2. ${pick(matters, round + 3)}`],
    [
      'a time that is none of ours',
      5,
      (round) => `Case ${round}: would slot 2 or slot ${3 + round} suit a call on ${pick(matters, round)}?`,
    ],
    ['no time', 5, (round) => `Aucune plage ne convient pour ${pick(matters, round)}, dossier ${round}.`],
  ])('%s: no more than %i letters', async (_, most, text) => {
    await converse(inThread(text), 3 * hourMs);
    expect(toHouse().length).toBeLessThanOrEqual(most);
    expect(await alarms()).toBeLessThanOrEqual(1);
    expect(desk.clerk.register.requests.size).toBe(1);
  });

  test('who takes four days for each answer, and always finds new words, has five letters', async () => {
    await converse((round) => ({ subject: `Tip ${round}`, text: `We train in ${pick(matters, round)}.` }), 97 * hourMs);
    expect([toHouse().length, await alarms()]).toEqual([5, 1]);
  });

  test('with a new address for each answer', async () => {
    const from = (round: number) => ({
      from: `case${round}@robot.example`,
      text: `${pick(matters, round)}, ${round} of us?`,
    });
    await converse((round) => ({ subject: `Case ${round}`, ...from(round) }), 3 * hourMs);
    expect([toHouse().length, await alarms()]).toEqual([12, 1]);
  });
});

describe('a person beside them', () => {
  beforeEach(opened);
  const ama = 'ama@tgtu.example';
  const letters = async (address = ama) => (await desk.world.lettersTo(address)).length;
  const pass = (hours: number) => desk.world.clock.pass(hours * hourMs);
  const writes = (subject: string, text: string, from = ama) => arrives({ from, subject, text });
  const replies = async (text: string, from = ama) => {
    const answers = await last(ama);
    await arrives({ from, subject: `Re: ${answers.subject}`, text, answers });
  };
  const requests = [
    ['Formation', 'Nous cherchons une formation en sauvetage minier pour douze personnes.'],
    ['Visite', 'Une délégation de huit personnes souhaite visiter vos centres en mai.'],
    ['Entente', 'Notre ministère propose une entente-cadre avec vos universités.'],
    ['Simulateurs', 'Quels simulateurs recommandez-vous?'],
  ] as const;
  const asks = (index: number, from = ama) => writes(requests[index]?.[0] ?? '', requests[index]?.[1] ?? '', from);
  const commands = (line: string, text = '') =>
    arrives({ from: officer, subject: `[INMQ-2026-0001] ${line}`, text, headers: genuine(officer) });
  const answered = async (expected: number, from = ama) =>
    expect([await letters(from), await alarms()]).toEqual([expected, 0]);

  test('who answers the points by and by, and corrects them twice', async () => {
    await asks(0);
    for (const text of [
      fivePoints,
      '5. Preliminary timeline\nJune 2027.',
      '5. Preliminary timeline\nRather July 2027.',
      '5. Preliminary timeline\nSeptember, finally.',
    ]) {
      pass(5);
      await replies(text);
    }
    await answered(5);
  });

  test('who answers one point a mail', async () => {
    await asks(0);
    for (const line of fivePoints.match(/\d\..*\n.*\n/g) ?? []) {
      pass(1);
      await replies(line);
    }
    await answered(6);
  });

  test('who finds no time, is unsure, chooses, moves it, and calls it off', async () => {
    await asks(0);
    const before = await letters();
    for (const text of [
      'Aucune plage ne convient.',
      'La 4 ou la 5?',
      'Plage 4',
      'Plage 5',
      'Nous devons annuler la rencontre.',
    ]) {
      pass(2);
      const had = await letters();
      await replies(text);
      expect(await letters(), text).toBeGreaterThan(had);
    }
    expect([before, await alarms()]).toEqual([1, 0]);
  });

  test('who thanks in the same words for one letter and for the next', async () => {
    await asks(0);
    for (const text of [
      'Merci beaucoup de votre réponse, à bientôt.',
      fivePoints,
      'Merci beaucoup de votre réponse, à bientôt.',
    ]) {
      pass(2);
      await replies(text);
    }
    await answered(2);
  });

  test('who writes two requests in a day', async () => {
    await asks(0);
    pass(1);
    await asks(1);
    await answered(2);
  });

  test('who writes a third one when a colleague has written', async () => {
    for (const index of [0, 1]) {
      await asks(index);
      pass(2);
    }
    await commands('#répondre', 'Parlons-en.');
    pass(1);
    await asks(2);
    await answered(4);
  });

  test.each(['#catégorie long terme, rien de pressé', '#rencontre'])('when staff has said %s', async (line) => {
    for (const index of [0, 1]) {
      await asks(index);
      pass(2);
    }
    await commands(line);
    const before = await letters();
    pass(1);
    await asks(2);
    await answered(before + 1);
  });

  test('who writes a request every four days', async () => {
    for (const index of [0, 1, 2, 3]) {
      await asks(index);
      pass(96);
    }
    await answered(4);
  });

  test.each<[string, string]>([
    ['answers the points', fivePoints],
    ['chooses a time', 'Plage 1'],
  ])('who %s, and has two other requests on the same day', async (_, text) => {
    await asks(0);
    pass(1);
    await replies(text);
    const before = await letters();
    for (const index of [1, 2]) {
      pass(1);
      await asks(index);
    }
    await answered(before + 2);
  });

  test('whose colleague answers the points in between', async () => {
    await asks(0);
    pass(1);
    await replies(fivePoints, 'kofi@tgtu.example');
    const before = await letters();
    pass(1);
    await asks(1);
    await answered(before + 1);
  });

  test('four of one house in one morning', async () => {
    const names = ['ama', 'kofi', 'yaa', 'esi'].map((name) => `${name}@tgtu.example`);
    for (const [index, from] of names.entries()) {
      await asks(index, from);
      pass(1);
    }
    for (const from of names) await answered(1, from);
  });

  test('ten users of a free service in one morning', async () => {
    const users = Array.from({ length: 10 }, (_, index) => `user${index}@gmail.com`);
    for (const [index, from] of users.entries()) {
      await writes(
        `Formation ${matters[index % 9]}`,
        `Nous cherchons une formation en ${matters[index % 9]}, à ${index}.`,
        from,
      );
      pass(1);
    }
    for (const from of users) await answered(1, from);
  });

  test('three requests that waited while the clerk was away', async () => {
    for (const [subject, text] of requests.slice(0, 3)) {
      desk.world.mailbox.deliver(await written({ from: ama, subject, text }));
      pass(1);
    }
    await desk.world.work(desk.clerk);
    await answered(3);
  });

  test('who comes back a year later', async () => {
    for (const index of [0, 1]) await asks(index);
    pass(24 * 365);
    await asks(2);
    await answered(3);
  });

  test('who writes a third request within hours: it is entered, staff sees it and hears why, and one word helps', async () => {
    for (const index of [0, 1, 2]) {
      await asks(index);
      pass(2);
    }
    expect([await letters(), await alarms()]).toEqual([2, 1]);
    const told = (await desk.world.lettersTo(officer)).map(({ text }) => text.replace(/\s+/g, ' '));
    expect(told.filter((text) => text.includes(requests[2][1]))).toHaveLength(1);
    expect(await subjects(officer)).toContain('Alerte\u00A0: machine qui écrit après chacune de nos lettres');
    expect(told.find((text) => text.includes('comme le ferait une machine'))).toContain(
      'rien ne montre encore qu’une personne',
    );
    expect(desk.clerk.register.requests.get('INMQ-2026-0003')?.status).toBe('received');
    await arrives({ from: officer, subject: '[INMQ-2026-0003] #répondre', text: 'Merci!', headers: genuine(officer) });
    pass(2);
    await asks(3);
    expect([await letters(), await alarms()]).toEqual([4, 1]);
  });

  test('in its thread it is answered all the same', async () => {
    for (const index of [0, 1, 2]) {
      await asks(index);
      pass(2);
    }
    await replies('Plage 1');
    expect(desk.clerk.register.requests.get('INMQ-2026-0002')?.meeting).toBeDefined();
    pass(2);
    await asks(3);
    expect(await letters()).toBe(4);
  });
});
