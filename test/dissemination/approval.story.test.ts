import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Outcome } from '../../src/model/plan.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command } from './release.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const reference = 'INMQ-2026-0001';
const day = 86_400_000;

let world: FakeWorld;
let clerk: Clerk;

/** @param outcome - What a mail server says to the letter that asks. */
async function asked(past: 'ask' | 'release', outcome?: Outcome): Promise<void> {
  world = new FakeWorld();
  world.policy = { ...world.policy, approval: { days: 5, past } };
  clerk = await world.open();
  await world.arrives(clerk, await written({ from: `Ama Boateng <${ama}>`, subject: 'Training', text: 'Dear Sir,\n' }));
  const facts = ['Nature des besoins', 'Attentes', 'Type d’entente recherché', 'Ressources disponibles'];
  const text = `${facts.map((title) => `${title} : x`).join('\n')}\nÉchéancier préliminaire : mai 2027`;
  await command(world, clerk, officer, `[${reference}] #clarifier #catégorie court terme, voté #complet`, text);
  if (outcome) world.postman.answers.set(ama, outcome);
  await command(world, clerk, approver, `[${reference}] #diffuser`);
}
const request = () => {
  const found = clerk.register.requests.get(reference);
  if (!found) throw new Error('nothing is registered');
  return found;
};
const reply = async (text: string, subject = `Re: [${reference}] Bon à diffuser`) =>
  world.arrives(clerk, await written({ from: ama, subject, text, answers: await world.lastLetterTo(ama) }));

describe('where the policy asks the requester first', () => {
  beforeEach(() => asked('ask'));

  test('nothing is released; the requester gets the exact text in both languages', async () => {
    expect(request().notice).toBeUndefined();
    const letter = await world.lastLetterTo(ama);
    expect(letter.subject).toContain('Bon à diffuser');
    expect(letter.text).toContain('mai 2027');
    expect(letter.text).toContain('This is the exact text');
    expect(letter.text.replace(/\s+/g, ' ')).toContain('before the end of Monday, November 30, 2026');
    await clerk.tick('short');
    expect(clerk.register.digests.size).toBe(0);
  });

  test.each(['Yes', 'Oui, merci!', 'OK', 'Sí.', 'D’accord.'])('« %s » releases that text', async (words) => {
    const { hash } = request().approval ?? {};
    await reply(words);
    expect(request().notice?.hash).toBe(hash);
    expect(request().approval).toBeUndefined();
    world.clock.pass(60_000);
    await clerk.tick('short');
    expect(clerk.register.digests.size).toBe(1);
  });

  test.each([
    'Yes, but the timeline is June 2027.',
    'Oui, sauf les ressources.',
    'No, please wait.',
    'Échéancier : juin 2027',
  ])('« %s » goes to staff, and nothing is released', async (words) => {
    await reply(words);
    expect(request().notice).toBeUndefined();
    expect(request().approval).toBeUndefined();
    expect((await world.lastLetterTo(officer)).text).toContain('#rectifier');
  });

  test('a yes that comes after the request was closed releases nothing', async () => {
    await command(world, clerk, officer, `[${reference}] #fermer retirée`);
    expect((await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ')).toContain(
      'Bon à diffuser : demandé → retiré',
    );
    await reply('Oui, merci!');
    expect(request()).toMatchObject({ status: 'closed' });
    expect(request().notice).toBeUndefined();
  });

  test('a stranger approves nothing', async () => {
    const subject = `[${reference}] Bon à diffuser`;
    await world.arrives(clerk, await written({ from: 'x@stranger.example', subject, text: 'Oui' }));
    expect(request().notice).toBeUndefined();
    expect(request().approval).toBeDefined();
  });

  test('without an answer staff is asked, once, and may release all the same', async () => {
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    const { position } = clerk.register;
    await clerk.followAgenda();
    expect(clerk.register.position).toBe(position);
    expect(request()).toMatchObject({ status: 'complete' });
    expect(request().notice).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #diffuser sans bon`);
    expect(request().notice).toBeDefined();
  });
});

describe('once the time is over', () => {
  const late = async (text: string) => {
    await asked('ask');
    const letter = await world.lastLetterTo(ama);
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
    await world.arrives(clerk, await written({ from: ama, subject: `Re: ${letter.subject}`, text, answers: letter }));
    return world.lastLetterTo(officer);
  };

  test('a yes releases nothing by itself, and staff reads that it is one', async () => {
    expect((await late('Yes')).subject).toContain('approuve, après le délai');
    expect(request().notice).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #diffuser sans bon`);
    expect(request().notice).toBeDefined();
  });

  test('anything else is a mail of the requester', async () => {
    expect((await late('Yes, but in June.')).subject).not.toContain('approuve');
  });
});

describe('a text that changes', () => {
  beforeEach(() => asked('ask'));
  const correct = () => command(world, clerk, approver, `[${reference}] #rectifier`, 'Attentes : une attestation');

  test('while it is asked: the question is taken back, and a yes to the old text releases nothing', async () => {
    const old = await world.lastLetterTo(ama);
    const pressed = /Bon à diffuser [0-9a-f]{8}/.exec(old.text)?.[0] ?? '';
    await correct();
    expect(request().approval).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    const said = (subject: string) => written({ from: ama, subject, text: 'Oui', answers: old });
    await world.arrives(clerk, await said(`[${reference}] ${pressed}`));
    await world.arrives(clerk, await said(`Re: ${old.subject}`));
    expect(request().notice).toBeUndefined();
    expect(request().approval).toBeDefined();
    expect((await world.lastLetterTo(officer)).subject).toContain('un texte qui a changé depuis');
    await reply('Oui');
    expect(request().notice?.notice.points.expectations).toBe('une attestation');
  });

  test.each([
    ['#catégorie', () => command(world, clerk, officer, `[${reference}] #catégorie long terme, budget perdu`)],
    [
      '#compte-rendu',
      () => command(world, clerk, officer, `[${reference}] #compte-rendu`, 'Ressources disponibles : 5 000 $'),
    ],
  ])('by %s while it is asked: the question is taken back', async (_, change) => {
    const answer = await change();
    expect(answer.text.replace(/\s+/g, ' ')).toContain('Bon à diffuser : demandé → retiré');
    expect(request().approval).toBeUndefined();
    await reply('Oui');
    expect(request().notice).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    expect(request().approval?.notice.category).toBe(request().category?.category);
  });

  test('by the minutes of a meeting, once it is released: staff is told that the notice stands', async () => {
    await reply('Oui');
    const answer = await command(world, clerk, officer, `[${reference}] #compte-rendu`, 'Ressources disponibles : 1 $');
    expect(answer.text.replace(/\s+/g, ' ')).toContain('inchangée; « #rectifier » la corrige');
  });

  test('once it is approved, but not out: it is not released any more', async () => {
    await reply('Oui');
    expect(request().notice).toBeDefined();
    await correct();
    expect(request().notice).toBeUndefined();
    world.clock.pass(60_000);
    await clerk.tick('short');
    expect(clerk.register.digests.size).toBe(0);
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    expect(request().approval?.notice.points.expectations).toBe('une attestation');
  });
});

describe('a text that is asked once more', () => {
  const ask = () => command(world, clerk, approver, `[${reference}] #diffuser`);
  const correct = (expectations: string) =>
    command(world, clerk, approver, `[${reference}] #rectifier`, `Attentes : ${expectations}`);
  const lettersAsking = async () =>
    (await world.lettersTo(ama)).filter(({ subject }) => subject.includes('Bon à diffuser'));
  const says = async (which: number, subject: (own: string) => string) => {
    const answers = (await lettersAsking()).at(which);
    if (!answers) throw new Error('it was not asked');
    await world.arrives(clerk, await written({ from: ama, subject: subject(answers.subject), text: 'Oui', answers }));
  };
  const replies = (own: string) => `Re: ${own}`;
  const newest = async () => (await world.lastLetterTo(officer)).subject;

  test.each([
    ['once it was changed back', 0, true],
    ['and the yes is to the text in between', 1, false],
  ])('%s: the yes to the letter before is one to that text alone', async (_what, which, counts) => {
    await asked('ask');
    await correct('un diplôme');
    await ask();
    await correct('x');
    await ask();
    expect(await lettersAsking()).toHaveLength(3);
    await says(which, replies);
    expect(request().notice !== undefined).toBe(counts);
    if (!counts) expect(await newest()).toContain('un texte qui a changé depuis');
  });

  test('since the time was over: the yes to the first letter is the yes to that text', async () => {
    await asked('ask');
    const { hash } = request().approval ?? {};
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
    await ask();
    expect(await lettersAsking()).toHaveLength(2);
    await says(0, replies);
    expect(request().notice?.hash).toBe(hash);
  });
});

describe('a letter that asked and never arrived', () => {
  test.each(['ask', 'release'] as const)('is no silence: where the policy is « %s », staff is told', async (past) => {
    await asked(past);
    await world.arrives(clerk, await bounceOf(world, ama, '550 5.1.1 unknown'));
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(request().notice).toBeUndefined();
    expect(request().approval).toBeUndefined();
    const told = (await world.lettersTo(officer)).filter(({ subject }) =>
      subject.includes('la lettre qui le demandait n’est pas arrivée'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text.replace(/\s+/g, ' ')).toContain('550 5.1.1 unknown');
  });

  test('while it still waits to be handed over, no time has passed for the requester', async () => {
    await asked('release', { state: 'deferred', response: '451 4.7.1 greylisted' });
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(request().notice).toBeUndefined();
  });
});

test('where silence is consent, the text goes out when the time is over', async () => {
  await asked('release');
  world.clock.pass(5 * day);
  await clerk.followAgenda();
  expect(request().notice).toBeUndefined();
  world.clock.pass(3 * day);
  await clerk.followAgenda();
  expect(request().notice).toBeDefined();
});

describe('where silence is consent, an answer to the letter', () => {
  const no = 'Please do not send it yet, the budget is wrong: it is 50 $.';
  const answers = async (from: string, text: string, headers?: Record<string, string>) => {
    const letter = await world.lastLetterTo(ama);
    const subject = `Re: ${letter.subject}`;
    await world.arrives(clerk, await written({ from, subject, text, answers: letter, ...(headers && { headers }) }));
  };
  const timePasses = async () => {
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
  };
  beforeEach(() => asked('release'));

  test.each([
    ['the requester’s private address', 'Ama Boateng <ama.boateng@freemail.example>'],
    ['the intermediary’s', 'Sophie Roy <sroy@bureau-qc.example>'],
  ])('that is no yes ends that, from %s: staff decides, and nothing else changes', async (_who, from) => {
    await answers(from, no);
    const told = (await world.lastLetterTo(officer)).text.replace(/[\s>]+/g, ' ');
    expect(told).toContain('ne part plus sans réponse du demandeur');
    expect(told).toContain('the budget is wrong');
    expect(request()).toMatchObject({ status: 'complete', approval: { disputed: true } });
    await timePasses();
    expect(request().notice).toBeUndefined();
    const subjects = (await world.lettersTo(officer)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('la fiche n’est pas libérée'))).toHaveLength(1);
  });

  test('that is no yes leaves the requester’s own yes what it is', async () => {
    await answers('Ama Boateng <ama.boateng@freemail.example>', no);
    await reply('Yes');
    expect(request().notice).toBeDefined();
  });

  test.each<[string, string, Record<string, string> | undefined]>([
    ['a yes', 'Yes', undefined],
    ['an out-of-office', 'I am out of the office until January 5.', { 'Auto-Submitted': 'auto-replied' }],
    ['one that only its words show', 'I am out of the office until January 5 and will answer on my return.', undefined],
  ])('that is %s from elsewhere changes nothing', async (_what, text, headers) => {
    await answers('Ama Boateng <ama.boateng@freemail.example>', text, headers);
    expect(request().notice).toBeUndefined();
    expect(request().approval?.disputed).toBeUndefined();
    await timePasses();
    expect(request().notice).toBeDefined();
  });

  test('in a mail that looks forged ends it too', async () => {
    const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=fail header.from=tgtu.example' };
    await answers(`Ama Boateng <${ama}>`, no, headers);
    await timePasses();
    expect(request().notice).toBeUndefined();
  });

  test('is needed for that: a stranger without the letter ends nothing', async () => {
    const subject = `[${reference}] Bon à diffuser`;
    await world.arrives(clerk, await written({ from: 'x@stranger.example', subject, text: no }));
    expect(request().approval?.disputed).toBeUndefined();
    await timePasses();
    expect(request().notice).toBeDefined();
  });

  test('with corrections by the requester is no silence', async () => {
    await reply('The budget is 50 $.');
    await timePasses();
    expect(request().notice).toBeUndefined();
  });

  test('about an older text is no silence about the new one', async () => {
    const old = await world.lastLetterTo(ama);
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Attentes : une attestation');
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    await world.arrives(clerk, await written({ from: ama, subject: `Re: ${old.subject}`, text: no, answers: old }));
    await timePasses();
    expect(request().notice).toBeUndefined();
  });
});

test('where silence is consent, what was closed meanwhile is not released by it', async () => {
  await asked('release');
  await command(world, clerk, officer, `[${reference}] #fermer retirée`);
  expect(request().status).toBe('closed');
  world.clock.pass(8 * day);
  await clerk.followAgenda();
  expect(request()).toMatchObject({ status: 'closed' });
  expect(request().notice).toBeUndefined();
});

test('where silence is consent, a no that came in time is heard before the time is called over', async () => {
  await asked('release');
  const answers = await world.lastLetterTo(ama);
  const subject = `Re: [${reference}] Bon à diffuser`;
  const text = 'No, please do not publish this.';
  world.mailbox.deliver(await written({ from: ama, subject, text, answers }));
  world.clock.pass(8 * day);
  await clerk.followAgenda();
  expect(request().approval).toBeUndefined();
  expect(request().notice).toBeUndefined();
});

test('a mail about another letter leaves the question open', async () => {
  await asked('ask');
  const [first] = await world.lettersTo(ama);
  if (!first) throw new Error('nothing was sent');
  await world.arrives(
    clerk,
    await written({
      from: ama,
      subject: `Re: ${first.subject}`,
      text: 'Our telephone number has changed.',
      answers: first,
    }),
  );
  expect(request().approval).toBeDefined();
  await reply('Yes');
  expect(request().notice).toBeDefined();
});
