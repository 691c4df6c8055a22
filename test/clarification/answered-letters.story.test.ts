import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { ama, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (text: string, answers?: Mail) => {
  desk.world.clock.pass(3_600_000);
  await desk.world.arrives(desk.clerk, await reply(ama, text, undefined, answers));
};
const asks = async (question: string) => {
  desk.world.clock.pass(600_000);
  await command(officer, '#répondre', question);
};
const told = () => Object.fromEntries(Object.entries(only().points).map(([point, { value }]) => [point, value]));
const all = '1. Mine rescue\n2. A certificate\n3. MoU\n4. CAD 180,000\n5. May 2027';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe.each([
  ['while slots are open', undefined],
  ['with a meeting fixed', 'Slot 1 please'],
])('an answer to a letter that a person wrote, %s', (_, first) => {
  beforeEach(async () => {
    if (first) await says(first);
  });
  const fixed = () => (first ? only().slots[0]?.start : undefined);

  test.each([
    ['How many people will attend?', '3'],
    ['How many people will attend?', '3.\n\nAma'],
    ['Combien de personnes participeront à la rencontre ?', '3 personnes'],
    ['Do you prefer 1. a memorandum or 2. a framework agreement?', '2'],
    ['Do you prefer 1. a memorandum or 2. a framework agreement?', 'The second one, please'],
    ['Which option of the programme do you prefer, 1, 2 or 3?', 'Option 2 please'],
    ['Could your Dean join on Wednesday?', 'Wednesday works for us.'],
    ['Which of the programmes would suit you?', 'None of them suits us.'],
  ])('« %s » — « %s » fixes nothing, asks nothing, and is told to staff', async (question, answer) => {
    await asks(question);
    const theirs = (await desk.world.lettersTo(ama)).length;
    await says(answer);
    expect(only().meeting?.start).toBe(fixed());
    expect(only().meeting?.sequence ?? 0).toBe(0);
    expect(await desk.world.lettersTo(ama)).toHaveLength(theirs);
    expect((await last(officer)).subject).toContain('INMQ-2026-0001');
  });

  test('still takes the slot that it calls by its name', async () => {
    await asks('How many people will attend?');
    await says('Three of us. Slot 2 please.');
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
  });

  test('still takes the slot of a button', async () => {
    await asks('How many people will attend?');
    desk.world.clock.pass(3_600_000);
    await desk.world.arrives(desk.clerk, await reply(ama, 'Slot 2\n', '[INMQ-2026-0001] Slot 2'));
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
  });

  test('and in Gmail or Outlook, with their letter below, fixes nothing', async () => {
    await asks('How many people will attend?');
    const letter = await last(ama);
    await says(
      `3\n\nOn Mon, 23 Nov 2026 at 15:02, INM <info@inm.example> wrote:\n\n${letter.text.replace(/^/gm, '> ')}`,
    );
    await says(
      `3\n\nFrom: INM <info@inm.example>\nSent: Monday, November 23, 2026 15:02\nTo: Ama\nSubject: ${letter.subject}\n\n${letter.text}`,
      letter,
    );
    expect(only().meeting?.start).toBe(fixed());
  });
});

test('a number in answer to the letter with the slots takes one, whatever a person wrote since', async () => {
  const acknowledgement = await last(ama);
  await asks('How many people will attend?');
  await says('3', acknowledgement);
  expect(only().meeting?.start).toBe(only().slots[2]?.start);
});

test('a number in answer to none of our letters takes a slot', async () => {
  desk.world.clock.pass(3_600_000);
  await desk.world.arrives(
    desk.clerk,
    await written({ from: ama, subject: 'Re: [INMQ-2026-0001] Demande reçue', text: '2' }),
  );
  expect(only().meeting?.start).toBe(only().slots[1]?.start);
});

describe('a number in answer to a letter of ours that shows no slots', () => {
  test('is asked about: « 2 » may be a point of the questionnaire', async () => {
    await says('Needs: mine rescue');
    expect(oneLine((await last(ama)).text)).toContain('Still to be clarified');
    await says('2');
    expect(only().meeting).toBeUndefined();
    expect((await last(ama)).subject).toContain('Choosing a meeting time');
  });

  test('moves no meeting: « 3 » to its confirmation is asked about, « plage 3 » moves it', async () => {
    await says('Slot 1 please');
    await says('3');
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
    await says('La plage 3 svp');
    expect(only().meeting?.start).toBe(only().slots[2]?.start);
  });
});

describe('with a meeting fixed, an answer to a letter that a person wrote', () => {
  const readAsOfIt = /Le demandeur (?:écrit que la rencontre est à annuler|souhaite déplacer la rencontre)/;
  const quoted = (words: string, question: string) =>
    `${words}\n\nOn Mon, 23 Nov 2026 at 15:02, INM <info@inm.example> wrote:\n\n> ${question}\n>\n> M. Tremblay\n`;

  beforeEach(async () => {
    await says('Slot 1 please');
  });

  test.each([
    ['Do you wish to cancel your order of helmets?', 'We cancel.'],
    ['Do you wish to cancel your order of helmets?', 'We cancel. See you at the meeting!'],
    ['Voulez-vous toujours les casques ?', 'Nous devons annuler.'],
    ['Will you attend our symposium of 12 May?', 'Unfortunately we cannot attend.'],
    ['Are you still interested in the scholarship?', 'We are no longer interested.'],
    ['Could Ms. Roy join the conference in June?', 'Sorry, she cannot be there.'],
    ['¿Podría venir al congreso?', 'No podremos asistir.'],
    ['Before our meeting: will you attend our symposium?', quoted('We cannot attend.', 'Will you attend it?')],
  ])('is not read as about the meeting: « %s » — « %s »', async (question, answer) => {
    await asks(question);
    const theirs = (await desk.world.lettersTo(ama)).length;
    await says(answer);
    expect(only().meeting).toMatchObject({ start: only().slots[0]?.start, sequence: 0 });
    expect(await desk.world.lettersTo(ama)).toHaveLength(theirs);
    const { text } = await last(officer);
    expect(oneLine(text)).toContain('Peut-être un mot sur la rencontre, en réponse à votre courriel');
    expect(oneLine(text)).not.toMatch(readAsOfIt);
  });

  test.each([
    'We must cancel the meeting.',
    'La rencontre n’aura pas lieu.',
    'We thank you, but we cannot attend\nthe meeting.',
    'Debemos cancelar la reunión.',
    'Could you move the slot?',
    quoted('Unfortunately we cannot attend.', 'Will you be at the meeting of Thursday?'),
  ])('that is about the meeting is read as such: « %s »', async (answer) => {
    await asks('Will you attend?');
    const theirs = (await desk.world.lettersTo(ama)).length;
    await says(answer);
    expect(await desk.world.lettersTo(ama)).toHaveLength(theirs + 1);
    expect(oneLine((await last(officer)).text)).toMatch(readAsOfIt);
  });

  test('to our own letter means the meeting', async () => {
    const confirmed = await last(ama);
    await asks('Will you attend our symposium of 12 May?');
    const theirs = (await desk.world.lettersTo(ama)).length;
    await says('Unfortunately we cannot attend.', confirmed);
    expect(await desk.world.lettersTo(ama)).toHaveLength(theirs + 1);
  });
});

describe('answers to questions that a person numbered', () => {
  test.each([
    [
      'Quelques questions :\n1. Combien de stagiaires ?\n2. Quel niveau ?\n3. Où ?\n4. En quelle langue ?\n5. Quand ?',
      '1. 12\n2. Niveau 3\n3. Tarkwa\n4. Anglais\n5. Lundi',
    ],
    ['1. Who pays?\n2. Where?', '1. GIZ, a grant\n2. Tarkwa'],
    ['Five points: who, where, when, how, why?', 'Training at GIZ\nA certificate\nMoU\nUSD 4,000\nMay 2027'],
    ['5. When could we call?', '5. Any day in May'],
  ])('fill no points: « %s » — « %s »', async (question, answer) => {
    await asks(question);
    await says(answer);
    expect(told()).toEqual({});
    expect(only().meeting).toBeUndefined();
    expect((await last(ama)).subject).not.toContain('Answers received');
  });

  test('under our titles fill them', async () => {
    await asks('Could you tell us about the five points?');
    await says('1. Nature of the needs\nMine rescue\n\n2. Expectations\nA certificate');
    expect(told()).toEqual({ needs: 'Mine rescue', expectations: 'A certificate' });
  });

  test('replace nothing under a title of their own: staff sees what they say', async () => {
    await says(all);
    await asks('What is your budget for the flights?');
    await says('Budget: USD 4,000 for flights');
    expect(told()).toMatchObject({ resources: 'CAD 180,000' });
    expect(oneLine((await last(officer)).text)).toContain(
      'Réponse à votre courriel, non inscrite (#clarifier l’inscrit) : Ressources disponibles « USD 4,000 for flights »',
    );
  });

  test('replace what stands under our own title, and what is answered to our own letter', async () => {
    await says(all);
    await says('Budget: CAD 190,000');
    expect(told()).toMatchObject({ resources: 'CAD 190,000' });
    await asks('Is the budget still the same?');
    await says('Available resources: CAD 200,000');
    expect(told()).toMatchObject({ resources: 'CAD 200,000' });
  });
});

describe('a point that is answered by its number', () => {
  test.each([
    ['5. May 2027', { timeline: 'May 2027' }],
    ['5. 15 May 2027, three weeks\n\nAma', { timeline: '15 May 2027, three weeks' }],
    ['5) Dès que possible', { timeline: 'Dès que possible' }],
  ])('alone, the last that is asked for: « %s »', async (text, timeline) => {
    await says('1. Mine rescue\n2. A certificate\n3. MoU\n4. CAD 180,000');
    await says(text);
    expect(told()).toMatchObject(timeline);
    expect(only().meeting).toBeUndefined();
    expect((await last(ama)).subject).toContain('Answers received');
  });

  test.each([
    ['1. Formation de 12 formateurs en forage.', { needs: 'Formation de 12 formateurs en forage.' }],
    ['5. Mai 2027', { timeline: 'Mai 2027' }],
    ['4. Budget voté le 12 novembre', { resources: 'Budget voté le 12 novembre' }],
    [
      '4. Aucune ressource pour le moment\n5. Dès que possible',
      { resources: 'Aucune ressource pour le moment', timeline: 'Dès que possible' },
    ],
    [
      '1 et 2. Formation de 40 formateurs, diplômés\n3. Protocole',
      {
        needs: 'Formation de 40 formateurs, diplômés',
        expectations: 'Formation de 40 formateurs, diplômés',
        agreementType: 'Protocole',
      },
    ],
  ])('in answer to the acknowledgement: « %s »', async (text, points) => {
    await says(text);
    expect(told()).toEqual(points);
    expect(only().meeting).toBeUndefined();
    expect((await last(ama)).subject).toContain('Points to clarify');
  });

  test('corrects it, where it says what the point asks for', async () => {
    await says(all);
    await says('5. September 2027');
    expect(told()).toMatchObject({ timeline: 'September 2027' });
    await says('1. We will send you the list next week.');
    expect(told()).toMatchObject({ needs: 'Mine rescue' });
  });

  test.each([
    '2. OK',
    '2. jeudi',
    '2. if the Dean is back',
    '2. sous réserve de l’accord du ministre',
    '2. Is it free?',
  ])('is none, where it may be said of a slot: « %s »', async (text) => {
    await says(text);
    expect(told()).toEqual({});
    expect(only().meeting).toBeUndefined();
  });

  test('is asked about with both readings, where it may be either', async () => {
    await says('2. sous réserve de l’accord du ministre');
    const letter = oneLine((await last(ama)).text);
    expect(letter).toContain('whether your number is that of a time or that of a point of the questionnaire');
    await says('Expectations: a certificate');
    expect(told()).toEqual({ expectations: 'a certificate' });
  });

  test('asks for no slot where it only asks, under a number that no slot bears', async () => {
    await says('1. Mine rescue\n2. A certificate\n3. MoU\n4. CAD 180,000');
    const theirs = (await desk.world.lettersTo(ama)).length;
    await says('5. When do your courses begin?');
    expect(await desk.world.lettersTo(ama)).toHaveLength(theirs);
  });

  test('with a meeting fixed too', async () => {
    await says('Slot 1 please');
    await says('5. May 2027');
    expect(told()).toEqual({ timeline: 'May 2027' });
    expect(only().meeting?.start).toBe(only().slots[0]?.start);
  });
});
