import { beforeEach, describe, expect, test } from 'vitest';
import { standings } from '../../src/agenda/items.ts';
import { ama, command, desk, genuine, last, officer, only, opened, released, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(opened);

const arrives = async (mail: Parameters<typeof written>[0]) => {
  desk.world.clock.pass(60_000);
  await desk.world.arrives(desk.clerk, await written(mail));
};
const answer = async () => (await last(officer)).text.replace(/\s+/g, ' ');

describe('#rouvrir', () => {
  test('brings a request back to where it was: a released one is complete, and has to be released anew', async () => {
    await released();
    await command(officer, '#fermer retirée');
    await command(officer, '#rouvrir');
    expect(only()).toMatchObject({ status: 'complete', category: { category: 'short' } });
    expect(only().notice).toBeUndefined();
  });

  test('what was undone is not where it was', async () => {
    await arrives(request);
    await command(officer, '#catégorie long terme, motif');
    await command(officer, '#annuler');
    await command(officer, '#indésirable');
    await command(officer, '#rouvrir');
    expect(only().status).toBe('received');
  });

  test('a quarantine stays one until somebody welcomes the request', async () => {
    const forged = { 'Authentication-Results': 'mx.inm.example; dmarc=fail header.from=tgtu.example' };
    await arrives({ ...request, headers: forged });
    expect(only().status).toBe('quarantined');
    await command(officer, '#indésirable');
    await command(officer, '#rouvrir');
    expect(only().status).toBe('quarantined');
    expect(await answer()).toContain('de nouveau en quarantaine');
    expect(await desk.world.lettersTo(ama)).toEqual([]);
    await command(officer, '#rouvrir');
    expect(await desk.world.lettersTo(ama)).toHaveLength(1);
  });
});

test.each([
  ['Nom : Awa Diop\nCourriel : awa@univ.example\nObjet : Bauxite\n', '#répondre'],
  ['Nom : Awa Diop\nObjet : Bauxite\n', '#clarifier'],
])('whom nobody wrote to is the turn of the house, and late: %j', async (text, usage) => {
  await arrives({ from: officer, subject: '#nouveau téléphone', text, headers: genuine(officer) });
  await command(officer, '#prendre');
  desk.world.clock.pass(20 * 86_400_000);
  const [standing] = standings(desk.clerk.register, desk.world.policy, desk.world.clock.now());
  expect(standing).toMatchObject({ urgency: 'late', duty: { what: 'Joindre le demandeur', usage } });
  await arrives({ from: officer, subject: '#liste retard', text: '', headers: genuine(officer) });
  expect(await answer()).toContain('Demandes en retard : 1');
});

test('once somebody wrote, it is the turn of the requester', async () => {
  const text = 'Nom : Awa Diop\nCourriel : awa@univ.example\nObjet : Bauxite\n';
  await arrives({ from: officer, subject: '#nouveau téléphone', text, headers: genuine(officer) });
  await command(officer, '#prendre');
  await command(officer, '#répondre', 'Bonjour, pourriez-vous nous écrire ce que vous cherchez?');
  const [standing] = standings(desk.clerk.register, desk.world.policy, desk.world.clock.now());
  expect(standing?.duty).toEqual({ kind: 'waiting', what: 'les précisions du demandeur' });
});

test('« Re: » carries a command along over several mails, and runs it once', async () => {
  await arrives(request);
  await command(officer, '#note', 'Appelée.');
  const [first] = [...desk.clerk.register.mails.values()].filter(({ commands }) => commands);
  const subject = `Re: [${only().reference}] #note`;
  const thread = [first?.messageId ?? ''];
  for (const text of ['Merci.', 'Merci encore.', 'De rien.']) {
    const headers = { ...genuine(officer), 'In-Reply-To': thread.at(-1) ?? '', References: thread.join(' ') };
    await arrives({ from: officer, subject, text, headers });
    thread.push([...desk.clerk.register.mails.values()].at(-1)?.messageId ?? '');
  }
  expect(only().notes.map(({ text }) => text)).toEqual(['Appelée.']);
});

test.each([
  ['#catégorie moyen terme.', 'Motif : budget voté.', 'budget voté'],
  ['#catégorie moyen terme (budget voté)', '', 'budget voté'],
  ['#catégorie : à moyen terme, budget voté', '', 'budget voté'],
])('« %s » is read as it is meant', async (line, text, reason) => {
  await arrives(request);
  await command(officer, line, text);
  expect(only().category).toMatchObject({ category: 'medium' });
  expect(only().category?.reason).toContain(reason);
  expect(only().category?.reason).not.toMatch(/^[(.]|terme/);
});

test('a full stop is no reason: another category than the proposed one wants one', async () => {
  await arrives(request);
  await command(officer, '#catégorie moyen terme.');
  expect(await answer()).toContain('donnez le motif');
});

test.each([
  ['jusqu’au 15 janvier 2027', '2027-01-15'],
  ['au 2027-01-15, budget', '2027-01-15'],
  ['le 15 janv. 2027', '2027-01-15'],
  [': 1er févr. 2027', '2027-02-01'],
])('#attente %s', async (words, until) => {
  await arrives(request);
  await command(officer, `#attente ${words}`);
  expect(only().held?.until).toBe(until);
});

test.each([
  ['#registre tout', 'Registre de suivi'],
  ['#liste retards', 'Demandes en retard : 0'],
  ['#liste : mes', 'Vos demandes : 0'],
])('%s is answered by « %s »', async (line, title) => {
  await arrives({ from: officer, subject: line, text: '', headers: genuine(officer) });
  expect((await last(officer)).subject.replace(/\s/g, ' ')).toBe(title);
});

test('#attente of a released notice says that the digest does not wait for it', async () => {
  await released();
  await command(officer, '#attente 2027-01-15');
  expect(only().held?.until).toBe('2027-01-15');
  expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('elle part quand même avec le prochain bulletin');
});

test('#recherche is dated by the clock of the house', async () => {
  await arrives(request);
  desk.world.clock.at = new Date('2026-11-24T03:00:00.000Z');
  await command(officer, '#recherche', 'Effectif : 4 000');
  expect(only().findings.at(-1)?.evidence).toBe('recherche, Marie Tremblay, 2026-11-23');
});
