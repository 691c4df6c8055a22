import { beforeEach, describe, expect, test } from 'vitest';
import {
  ama,
  approver,
  command,
  desk,
  fivePoints,
  last,
  officer,
  only,
  opened,
  openedUnder,
  released,
  reply,
  request,
} from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { bounceOf, written } from '../world.ts';

const partner = 'international@cfp-boreal.test';
const question = 'Thank you. What would it cost, and who could I talk to before we decide?';

beforeEach(opened);

const day = (date: string, hour = '13:00') => {
  desk.world.clock.at = new Date(`${date}T${hour}:00.000Z`);
};
const asks = async () => desk.world.arrives(desk.clerk, await written(request));
const writes = async (text: string) => desk.world.arrives(desk.clerk, await reply(ama, text));
const bounces = async () => desk.world.arrives(desk.clerk, await bounceOf(desk.world, ama, '550 5.1.1 no such user'));
/** The morning mail of that day to the officer: its words, and the subjects that its buttons write. */
const morning = async (date: string) => {
  day(date);
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
  const letter = (await desk.world.lettersTo(officer)).findLast(({ subject }) => subject.startsWith('Sommaire'));
  if (!letter) throw new Error('there was no morning mail');
  return {
    words: letter.text.replace(/\s+/g, ' '),
    buttons: buttonsIn(letter, officer).map(({ subject }) => subject),
  };
};
const reopen = '[INMQ-2026-0001] #rouvrir';
const answerThem = '[INMQ-2026-0001] #répondre';

describe('whoever wrote last decides whose turn it is', () => {
  test('a requester who was not answered is due, late after a day, and waited for once answered', async () => {
    await asks();
    await command(officer, '#prendre');
    expect((await morning('2026-11-24')).words).toContain('On attend les précisions du demandeur');
    day('2026-11-24', '15:00');
    await writes(question);
    const due = await morning('2026-11-25');
    expect(due.words).toMatch(/Pour vous : aujourd’hui .* Répondre au demandeur, au plus tard le 25 novembre/);
    expect(due.words).not.toContain('On attend');
    expect(due.buttons).toContain(answerThem);
    expect((await morning('2026-11-26')).words).toMatch(/Pour vous : en retard .* c’était pour le 25 novembre/);
    await command(officer, '#répondre', 'Bonjour Madame, voici nos tarifs.');
    expect((await morning('2026-11-27')).words).toContain('On attend les précisions du demandeur');
  });

  test('a note of a call gives the time of one more step, and no reminder is lost for it', async () => {
    await asks();
    await command(officer, '#prendre');
    day('2026-11-24', '15:00');
    await writes(question);
    day('2026-11-25', '15:00');
    await command(officer, '#note', 'Appelée, pas de réponse.');
    expect((await morning('2026-11-26')).words).toContain('Répondre au demandeur, au plus tard le 26 novembre');
  });

  test('an answer that the register took in is followed by the next step, not by a letter', async () => {
    await asks();
    await command(officer, '#prendre');
    await writes(fivePoints);
    const { words } = await morning('2026-11-24');
    expect(words).toContain('Confirmer la catégorie');
    expect(words).not.toContain('Répondre au demandeur,');
  });

  test('one who writes once the notice is released is answered before what comes later', async () => {
    await released();
    expect((await morning('2026-11-24')).words).toContain('On attend la livraison du bulletin');
    day('2026-11-24', '15:00');
    await writes(question);
    expect((await morning('2026-11-25')).words).toContain('Répondre au demandeur, au plus tard le 25 novembre');
  });

  test('one who writes on a closed request is listed until somebody answers', async () => {
    await asks();
    await command(officer, '#fermer retirée');
    expect((await morning('2026-11-24')).words).toContain('Aucune demande n’est ouverte.');
    day('2026-11-24', '15:00');
    await writes('We need it after all, please reopen, it is urgent.');
    const due = await morning('2026-11-25');
    expect(due.words).toContain('Répondre au demandeur, qui écrit après la fermeture, au plus tard le 25 novembre');
    expect(due.buttons).toEqual(expect.arrayContaining([answerThem, reopen]));
    await command(officer, '#répondre', 'Bonjour Madame, c’est noté.');
    expect((await morning('2026-11-26')).words).toContain('Aucune demande n’est ouverte.');
  });

  test('… or notes that there is nothing to answer, by one press', async () => {
    await asks();
    await command(officer, '#fermer retirée');
    day('2026-11-24', '15:00');
    await writes('Thank you very much.');
    const { buttons } = await morning('2026-11-25');
    const settle = '[INMQ-2026-0001] #note rien à répondre';
    expect(buttons).toContain(settle);
    await command(officer, '#note rien à répondre');
    expect((await morning('2026-11-26')).words).toContain('Aucune demande n’est ouverte.');
    day('2026-11-26', '15:00');
    await writes('One more question, please.');
    expect((await morning('2026-11-27')).words).toContain('qui écrit après la fermeture');
  });

  test('… or reopens; what was closed as spam is not listed', async () => {
    await asks();
    await command(officer, '#fermer retirée');
    day('2026-11-24', '15:00');
    await writes('We need it after all, please reopen, it is urgent.');
    await command(officer, '#rouvrir');
    expect((await morning('2026-11-25')).words).not.toContain('après la fermeture');
    await command(officer, '#indésirable');
    day('2026-11-25', '15:00');
    await writes('Read me.');
    expect((await morning('2026-11-26')).words).toContain('Aucune demande n’est ouverte.');
  });
});

describe('a requester’s address that bounced', () => {
  test('is due at once, and listed, until a letter gets through', async () => {
    await asks();
    await command(officer, '#prendre');
    await bounces();
    const { words } = await morning('2026-11-24');
    expect(words).toMatch(
      /Demandeurs que les courriels n’atteignent pas -+ - Ama Boateng : aboateng@tgtu\.example \(INMQ-2026-0001\)/,
    );
    expect(words).toMatch(
      /Pour vous : aujourd’hui .* Joindre le demandeur autrement, nos lettres ne l’atteignent pas, au plus tard le 24 novembre/,
    );
    await command(officer, '#répondre', 'Bonjour Madame, ceci vous parvient-il?');
    const { words: after } = await morning('2026-11-25');
    expect(after).not.toContain('n’atteignent pas');
    expect(after).toContain('On attend les précisions du demandeur');
  });
});

describe('the end of a wait', () => {
  test('is due on its day with its reason, late after it, and over once somebody acts', async () => {
    await asks();
    await command(officer, '#prendre #attente 2026-11-26 rappeler la doyenne');
    expect((await morning('2026-11-25')).words).toContain('En attente jusqu’au 26 novembre 2026 (rappeler la doyenne)');
    expect((await morning('2026-11-26')).words).toMatch(
      /Pour vous : aujourd’hui .* Reprendre la demande \(en attente jusqu’au 26 novembre 2026 : rappeler la doyenne\), au plus tard le 26 novembre/,
    );
    expect((await morning('2026-11-27')).words).toMatch(/en retard .* Reprendre la demande .* le 26 novembre/);
    await command(officer, '#note', 'La doyenne est rappelée.');
    expect((await morning('2026-11-30')).words).toContain('On attend les précisions du demandeur');
  });

  test('what was due before it is due then; a Saturday’s is Monday’s', async () => {
    await asks();
    await command(officer, '#attente 2026-11-28 congé');
    expect((await morning('2026-11-30')).words).toMatch(
      /aujourd’hui .* Prendre la demande en charge \(en attente jusqu’au 28 novembre 2026 : congé\), au plus tard le 30 novembre/,
    );
  });
});

test.each(['addenda', 'addendum', 'add'])('a partner’s question is due until it is answered by #%s', async (verb) => {
  await released();
  await desk.clerk.tick('short');
  day('2026-11-24', '14:00');
  await desk.clerk.tick('short');
  await desk.clerk.sendDue();
  const [digest] = await desk.world.lettersTo(partner);
  if (!digest) throw new Error('the digest did not go out');
  day('2026-11-24', '15:00');
  const text = 'Question : Où aura lieu la formation?';
  const subject = 'Re: INMQ-2026-0001';
  await desk.world.arrives(desk.clerk, await written({ from: partner, subject, text, answers: digest }));
  const due = await morning('2026-11-25');
  expect(due.words).toContain('Répondre à la question d’un partenaire, au plus tard le 25 novembre');
  expect(due.buttons).toContain('[INMQ-2026-0001] #addenda');
  await command(approver, `#${verb} refusé, déjà dans la fiche`);
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
  await command(approver, `#confirmer ${code}`);
  const { words } = await morning('2026-11-26');
  expect(words).not.toContain('question d’un partenaire');
  expect(words).toContain('Fermer la demande');
});

test('while the requester’s approval is awaited nothing is late; after it the time to release begins anew', async () => {
  await openedUnder((usual) => ({ ...usual, approval: { days: 5, past: 'ask' } }));
  await released();
  expect(only().approval).toBeDefined();
  for (const date of ['2026-11-24', '2026-11-27']) {
    const { words, buttons } = await morning(date);
    expect(words).toContain('On attend le bon à diffuser du demandeur, demandé jusqu’au 30 novembre');
    expect(words).not.toContain('en retard');
    expect(buttons).not.toContain('[INMQ-2026-0001] #diffuser');
  }
  day('2026-12-01', '15:00');
  await desk.clerk.followAgenda();
  expect(only().approval).toBeUndefined();
  const { words } = await morning('2026-12-02');
  expect(words).toContain('Libérer la fiche vers les partenaires, au plus tard le 4 décembre');
});

test('a text that the requester has objected to since its release is called so', async () => {
  await openedUnder((usual) => ({ ...usual, approval: { days: 5, past: 'ask' } }));
  await released();
  day('2026-11-24', '15:00');
  await writes('Oui');
  expect(only().notice).toBeDefined();
  day('2026-11-24', '16:00');
  await writes('Please do not publish the notice before our board meeting.');
  expect(only().notice).toBeUndefined();
  const { words } = await morning('2026-11-25');
  expect(words).toContain('fiche retenue\u00A0: le demandeur a parlé contre elle'.replace(/\s/g, ' '));
  expect(words).not.toContain('Libérer la fiche vers les partenaires');
  await command(approver, '#diffuser sans bon');
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
  await command(approver, `#confirmer ${code}`);
  expect((await morning('2026-11-26')).words).not.toContain('fiche retenue');
});

test('what is new or set aside is listed on one morning only', async () => {
  await morning('2026-11-24').catch(() => undefined);
  day('2026-11-24', '11:30');
  await asks();
  await command(officer, '#prendre');
  const headers = { 'List-Id': '<news.list.example>', Precedence: 'bulk' };
  const news = { from: 'news@list.example', subject: 'Newsletter of the mines', text: 'Our news.', headers };
  await desk.world.arrives(desk.clerk, await written(news));
  const mornings = [await morning('2026-11-24'), await morning('2026-11-25'), await morning('2026-11-26')];
  for (const listed of ['Newsletter of the mines', 'Nouvelles demandes'])
    expect(mornings.map(({ words }) => words.includes(listed))).toEqual([false, true, false]);
});

test('the hour and the days are those of the configuration', async () => {
  const agenda = { at: '06:00', takeDays: 2, categoriseDays: 1, completeDays: 4, releaseDays: 5, closeDays: 6 };
  await openedUnder((usual) => ({ ...usual, agenda }));
  await asks();
  const told = async () =>
    (await desk.world.lettersTo(officer)).filter(({ subject }) => subject.startsWith('Sommaire'));
  day('2026-11-24', '10:59');
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
  expect(await told()).toEqual([]);
  day('2026-11-24', '11:00');
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
  expect(await told()).toHaveLength(1);
  expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('en charge, au plus tard le 25 novembre');
  day('2026-11-24', '15:00');
  await command(officer, '#prendre');
  await writes(fivePoints);
  expect((await morning('2026-11-25')).words).toContain('Confirmer la catégorie, au plus tard le 25 novembre');
  day('2026-11-25', '15:00');
  await command(officer, '#catégorie court terme, budget voté');
  expect((await morning('2026-11-26')).words).toContain('complet, au plus tard le 1er décembre');
  day('2026-11-26', '15:00');
  await command(officer, '#complet');
  expect((await morning('2026-11-27')).words).toContain('partenaires, au plus tard le 3 décembre');
});
