import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { parseCron } from '../../src/io/cron.ts';
import { command, deux, un } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const reference = 'INMQ-2026-0001';
const day = 86_400_000;

let world: FakeWorld;
let clerk: Clerk;

const request = () => {
  const found = clerk.register.requests.get(reference);
  if (!found) throw new Error('nothing is registered');
  return found;
};
const asked = async (past: 'ask' | 'release', term = 'court') => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux], approval: { days: 5, past } };
  clerk = await world.open();
  await world.arrives(clerk, await written({ from: `Ama Boateng <${ama}>`, subject: 'Training', text: 'Dear Sir,\n' }));
  const facts = ['Nature des besoins', 'Attentes', 'Type d’entente recherché', 'Ressources disponibles'];
  const text = `${facts.map((title) => `${title} : x`).join('\n')}\nÉchéancier préliminaire : mai 2027`;
  await command(world, clerk, officer, `[${reference}] #clarifier #catégorie ${term} terme, voté #complet`, text);
  await command(world, clerk, approver, `[${reference}] #diffuser`);
};
const letter = async (title = 'Bon à diffuser') => {
  const found = (await world.lettersTo(ama)).find(({ subject }) => subject.includes(title));
  if (!found) throw new Error(`no letter ${title}`);
  return found;
};
const says = async (text: string, more: Partial<Parameters<typeof written>[0]> = {}) => {
  const answers = await letter();
  world.clock.pass(3_600_000);
  await world.arrives(clerk, await written({ from: ama, subject: `Re: ${answers.subject}`, text, answers, ...more }));
};
const writes = async (subject: string, text: string, from = ama) => {
  world.clock.pass(3_600_000);
  await world.arrives(clerk, await written({ from, subject, text }));
};
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};
const digests = () => [...clerk.register.digests.values()];
const news = async () => {
  const { subject, text, html } = await world.lastLetterTo(officer);
  return { subject, text: text.replace(/[\s>]+/g, ' '), html: html ?? '' };
};
const presses = async (pattern: RegExp) => {
  const { html } = await world.lastLetterTo(approver);
  const found = [...(html ?? '').matchAll(/href="(mailto:[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const href = new URL(found.find((each) => pattern.test(decodeURIComponent(each))) ?? 'mailto:nobody');
  await command(world, clerk, approver, href.searchParams.get('subject') ?? '', href.searchParams.get('body') ?? '');
};

describe('who has said yes, with the contact, and thinks better of it', () => {
  beforeEach(async () => {
    await asked('ask');
    await says('Oui, avec mes coordonnées');
    expect(request().notice?.notice.contact).toBeDefined();
  });

  test.each([
    'Non.',
    'Non, finalement.',
    'Actually no.',
    'Annulez.',
    'Cancel my reply please.',
    'Sorry, my previous answer was a mistake. It is no.',
    'J’ai répondu trop vite tout à l’heure. C’est non.',
  ])('« %s »: neither the text nor the contact goes out, and staff decides', async (text) => {
    const letters = (await world.lettersTo(ama)).length;
    await says(text);
    expect(request().notice).toBeUndefined();
    expect(request().consent).toMatchObject({ given: false });
    const told = await news();
    expect(told.subject).toContain('Fiche retenue');
    expect(told.text).toContain('Elle partait au bulletin du');
    expect(told.text).toContain(text.replaceAll('\u00A0', ' '));
    expect(told.text).toContain('Montrer ses coordonnées');
    await goesOut();
    expect(digests()).toHaveLength(0);
    expect((await world.lettersTo(ama)).slice(letters)).toHaveLength(0);
  });

  test('the contact and the text are meant: no letter says that the text goes out', async () => {
    const letters = (await world.lettersTo(ama)).length;
    await says('Do not publish my name, nor this text, please.');
    expect(request().consent).toMatchObject({ given: false });
    expect(request().notice).toBeUndefined();
    expect((await world.lettersTo(ama)).slice(letters)).toHaveLength(0);
  });

  test('the text alone is meant: the consent stays', async () => {
    await says('Il y a une erreur dans le texte\u00A0: ce sont 15 personnes et non 12.');
    expect(request().notice).toBeUndefined();
    expect(request().consent).toMatchObject({ given: true });
  });

  test.each([
    'Veuillez surseoir à la diffusion.',
    'La diffusion est prématurée.',
    'Hold off sharing for now.',
    'Not for circulation yet.',
    'Please keep this confidential for now.',
    'Je préfère ne rien partager pour l’instant.',
  ])('« %s » may be of either: both wait for people', async (text) => {
    await says(text);
    expect(request().notice).toBeUndefined();
    await goesOut();
    expect(digests()).toHaveLength(0);
  });

  test('the contact alone is meant: the text goes out without it', async () => {
    await says('Ne diffusez plus mes coordonnées, svp.');
    expect(request().consent).toMatchObject({ given: false });
    await goesOut();
    expect(digests()).toHaveLength(1);
  });
});

describe('who has said yes to the text', () => {
  beforeEach(async () => {
    await asked('ask');
    await says('Oui');
  });

  test.each([
    'Attendez, ne diffusez rien\u00A0: le ministère n’a pas encore donné son accord.',
    'Il y a une erreur dans le texte\u00A0: ce sont 15 personnes et non 12.',
    'Finalement, nous retirons notre demande.',
    'Please hold the publication until Monday.',
    'Non.',
    'Our minister has to see it first.',
    'We had a meeting with the ministry: the answer is no.',
    'Ne l’envoyez pas avant notre rencontre de jeudi.',
    'Je serai absent jusqu’au 5 décembre, ne publiez pas avant mon retour.',
    'I am out of the office until Monday. Please do not publish the notice before.',
  ])('and then « %s »: it is held until a person releases it again by one click', async (text) => {
    await says(text);
    await goesOut();
    expect(digests()).toHaveLength(0);
    expect((await news()).text).toContain(text.replaceAll('\u00A0', ' '));
    await command(world, clerk, approver, `[${reference}] #statut`);
    await says('Fausse alerte, merci de la libérer.');
    expect(request().notice).toBeUndefined();
    await command(world, clerk, approver, `[${reference}] #diffuser sans bon`);
    await goesOut();
    expect(digests()).toHaveLength(1);
  });

  test('the button of who may release does so', async () => {
    await says('Please hold the publication until Monday.');
    expect(request().notice).toBeUndefined();
    await presses(/#diffuser sans bon/);
    expect(request().notice).toBeDefined();
  });

  test.each([
    'Merci beaucoup!',
    'Bien reçu.',
    'Je serai absente jusqu’au 5 janvier.',
    'When will the notice go out?',
    'Oui, merci.',
    'Échéancier préliminaire : mai 2027',
  ])('and then « %s »: it goes out', async (text) => {
    await says(text);
    await goesOut();
    expect(digests()).toHaveLength(1);
  });

  test('and corrects a point in answer to the letter: the text is another', async () => {
    await says('Échéancier préliminaire : juin 2027');
    expect(request().notice).toBeUndefined();
  });

  test.each([
    ['answers a question of ours', 'Échéancier préliminaire : juin 2027'],
    ['tells something else', 'We have about fifteen people in the department.'],
    ['chooses a slot', 'Plage 1'],
  ])('and in the thread of another letter %s: it goes out', async (_what, text) => {
    const answers = await letter('Demande reçue');
    await says(text, { subject: `Re: ${answers.subject}`, answers });
    await goesOut();
    expect(digests()).toHaveLength(1);
  });

  test.each([
    ['in the thread of another letter', 'Please do not publish the notice yet.', true],
    ['a no to the first letter', 'Non, finalement.', true],
    ['that all is off, to the first letter', 'Please put everything on hold.', true],
    ['that nothing is wanted, to the first letter', 'Ya no necesitamos la capacitación.', true],
    ['a mail of its own', 'Please do not publish anything yet, our budget was cut.', false],
  ])('and says so in %s: it is held', async (_what, text, threaded) => {
    const answers = await letter('Demande reçue');
    await (threaded ? says(text, { subject: `Re: ${answers.subject}`, answers }) : writes('Urgent', text));
    expect(request().notice).toBeUndefined();
  });

  test('a second request says nothing of the first', async () => {
    await writes('Geology', 'Dear Sir, we are looking for a course in geology. We have no budget yet.');
    expect(clerk.register.requests.size).toBe(2);
    expect(request().notice).toBeDefined();
  });

  test('and tells so a person of the house, in answer to what that person wrote: it is held', async () => {
    await command(world, clerk, officer, `[${reference}] #répondre`, 'Comment allez-vous?');
    const answers = (await world.lettersTo(ama)).at(-1);
    if (!answers) throw new Error('nobody wrote');
    await says('We withdraw.', { subject: `Re: ${answers.subject}`, answers });
    expect(request().notice).toBeUndefined();
  });

  test.each(['tick', 'followAgenda'] as const)(
    'in a mail that waits when the digest is due: read first, by %s',
    async (by) => {
      const answers = await letter();
      world.clock.pass(60_000);
      const text = 'Please hold the publication until Monday.';
      world.mailbox.deliver(await written({ from: ama, subject: `Re: ${answers.subject}`, text, answers }));
      await (by === 'tick' ? clerk.tick('short') : clerk.followAgenda());
      expect(request().notice).toBeUndefined();
      expect(digests()).toHaveLength(0);
    },
  );

  test('while the inbox cannot be read the digest waits, for half the time it may be late', async () => {
    const schedule = parseCron('0 9 * * 2');
    const { modalities } = world.policy;
    const short = { ...modalities.short, schedule, lateWindowMs: 12 * 3_600_000 };
    world.policy = { ...world.policy, modalities: { ...modalities, short } };
    clerk = await world.open();
    world.mailbox.down = true;
    world.clock.at = new Date('2026-11-24T14:30:00.000Z');
    await clerk.tick('short');
    expect(digests()).toHaveLength(0);
    world.clock.at = new Date('2026-11-24T20:30:00.000Z');
    await clerk.followAgenda();
    expect(digests()).toHaveLength(1);
  });

  test('from another address, in answer to the letter, it is heard', async () => {
    await says('No, do not publish it.', { from: 'Ama Boateng <ama.boateng@freemail.example>' });
    expect(request().notice).toBeUndefined();
  });

  test('a stranger without the letter holds nothing', async () => {
    await writes(`Re: [${reference}] Bon à diffuser`, 'No, do not publish it.', 'x@stranger.example');
    expect(request().notice).toBeDefined();
  });

  test('a file without a word is read by people first', async () => {
    await says('', { attachments: [{ filename: 'notice.docx', content: Buffer.from('x') }] });
    expect(request().notice).toBeUndefined();
  });

  test('once it is in a digest, it stays out: staff has the buttons that correct it', async () => {
    await goesOut();
    await says('Il y a une erreur dans le texte\u00A0: ce sont 15 personnes et non 12.');
    expect(request().notice).toBeDefined();
    const told = await news();
    expect(told.subject).not.toContain('retenue');
    expect(told.text).toContain('Rectifier la fiche');
    expect(told.text).toContain('Répondre à tous les partenaires');
  });
});

test('who let the time pass, where silence is consent, is heard until the digest', async () => {
  await asked('release', 'moyen');
  world.clock.pass(8 * day);
  await clerk.followAgenda();
  await clerk.sendDue();
  expect(request().notice).toBeDefined();
  await says('No. Please do not publish this text, it is wrong.');
  expect(request().notice).toBeUndefined();
  expect((await news()).text).toContain('Elle partait au bulletin du mardi 1er décembre 2026');
});

test('a text that was released without being asked about: only what plainly speaks against it', async () => {
  world = new FakeWorld();
  await asked('ask');
  await command(world, clerk, approver, `[${reference}] #diffuser sans bon`);
  await says('No. Please do not publish this text.');
  expect(request().notice).toBeUndefined();
});
