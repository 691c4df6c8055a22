import { beforeEach, describe, expect, test } from 'vitest';
import { desk, last, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

const hourMs = 3_600_000;
const ama = 'ama@tgtu.example';
const kofi = 'kofi@tgtu.example';
const pass = (hours: number) => desk.world.clock.pass(hours * hourMs);
const letters = async (address: string) => (await desk.world.lettersTo(address)).length;
const alarms = async () =>
  (await desk.world.lettersTo(officer)).filter(({ text }) => /comme\s+le\s+ferait\s+une\s+machine/.test(text)).length;
const writes = async (subject: string, text: string, from = ama) =>
  desk.world.arrives(desk.clerk, await written({ from, subject, text }));
const chooses = async (text: string) => {
  const answers = await last(ama);
  await desk.world.arrives(desk.clerk, await written({ from: ama, subject: `Re: ${answers.subject}`, text, answers }));
};
const booked = () => [...desk.clerk.register.requests.values()].filter(({ meeting }) => meeting).length;

describe('who asks for another thing, in words that are not known here', () => {
  beforeEach(opened);

  test.each([
    [
      20,
      'We look for a course in ventilation for 6 engineers.',
      'Separately, our board plans a study tour in Quebec in May.',
    ],
    [
      30,
      'Our faculty is preparing a seminar on tailings dams and looks for two speakers.',
      'In addition, our journal looks for reviewers in rock mechanics.',
    ],
    [1, 'Our mine plans a visit.', 'We also plan a study tour in Quebec.'],
  ])('%i h later', async (hours, one, other) => {
    await writes('Mines', one);
    pass(hours);
    await writes('Another matter', other);
    expect([await letters(ama), await alarms()]).toEqual([2, 0]);
  });

  test('after a colleague did', async () => {
    await writes('Seminar', 'Our faculty is preparing a seminar on tailings dams and looks for two speakers.');
    pass(1);
    await writes('Journal', 'Our journal looks for reviewers in rock mechanics.', kofi);
    pass(2);
    await writes('Tour', 'We also plan a study tour in Quebec.');
    expect([await letters(ama), await letters(kofi), await alarms()]).toEqual([2, 1, 0]);
  });

  test('after choosing a time', async () => {
    await writes('Seminar', 'Our faculty is preparing a seminar on tailings dams and looks for two speakers.');
    pass(1);
    await chooses('Plage 3');
    expect(booked()).toBe(1);
    const before = await letters(ama);
    pass(20);
    await writes('Publications', 'Par ailleurs notre bibliothèque aimerait recevoir vos publications.');
    expect([await letters(ama), await alarms()]).toEqual([before + 1, 0]);
  });

  test('after choosing a time for each of two', async () => {
    for (const text of ['Our journal looks for reviewers in rock mechanics.', 'Our board plans a study tour in May.']) {
      await writes(text.slice(4, 12), text);
      pass(1);
      await chooses('Plage 1');
      pass(1);
    }
    expect(booked()).toBe(2);
    const before = await letters(ama);
    await writes('Forage', 'Bonjour, cherchons aussi un expert en forage.');
    expect([await letters(ama), await alarms()]).toEqual([before + 1, 0]);
  });

  test('a third time, and no person has shown: staff is told', async () => {
    for (const matter of ['a seminar on dams', 'a journal of rock mechanics', 'a study tour in Quebec', 'a contest']) {
      await writes(matter, `Our board plans ${matter}.`);
      pass(97);
    }
    expect([await letters(ama), await alarms()]).toEqual([2, 1]);
  });

  test('in the same words: they are a machine’s, or were not answered', async () => {
    for (const _ of [1, 2]) {
      await writes('Journal', 'Our journal looks for reviewers in rock mechanics.');
      pass(1);
    }
    expect(await letters(ama)).toBe(1);
  });
});

describe('staff reads with a request whether it was acknowledged', () => {
  beforeEach(opened);
  const told = async () =>
    (await desk.world.lettersTo(officer))
      .filter(({ subject }) => subject.includes('Nouvelle demande'))
      .map(({ text }) => /Aucun accusé de réception n’a été envoyé : [^.]*/.exec(text.replace(/\s+/g, ' '))?.[0]);

  test('as one is, and as the mail forbids it', async () => {
    await writes('Training', 'We look for training in mine rescue.');
    const text = 'Our journal looks for reviewers.';
    const headers = { Precedence: 'bulk' };
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'yaa@umat.example', subject: 'Journal', text, headers }),
    );
    expect(await told()).toEqual([undefined, expect.stringContaining('n’admet pas de réponse automatique')]);
  });

  test('each time it is withheld, though the alarm is told once', async () => {
    for (const matter of ['a seminar on dams', 'a journal', 'a study tour', 'a contest']) {
      await writes(matter, `Our board plans ${matter}.`);
      pass(1);
    }
    const withheld = expect.stringContaining('rien ne montre qu’une personne lit nos lettres');
    expect([await told(), await letters(ama)]).toEqual([[undefined, undefined, withheld, withheld], 2]);
  });
});
