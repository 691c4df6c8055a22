import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, newsletterCame, release, un } from './release.ts';

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const trois: Partner = { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] };

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  await configured(un, deux);
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

/** The daemon starts with that configuration. */
async function configured(...partners: Partner[]): Promise<void> {
  world.policy = { ...world.policy, partners };
  clerk = await world.open();
  await follow();
}
async function follow(): Promise<void> {
  await clerk.followAgenda();
  await clerk.sendDue();
}
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);
const contents = (address: string) =>
  [...clerk.register.letters.values()].filter(({ to }) => to.address === address).map(({ content }) => content);

describe('who joins', () => {
  test('gets what is open at once, to the byte, and what follows like all others; the deadline stays', async () => {
    const [digest] = clerk.register.digests.values();
    const { deadline } = digest ?? {};
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Échéancier préliminaire : juin 2027');
    world.clock.pass(3 * day);
    await newsletterCame(world);
    await configured(un, deux, trois);
    expect(contents('d@trois.test')).toEqual(contents('a@un.test'));
    expect(await subjects('d@trois.test')).toEqual([
      expect.stringContaining('Bulletin'),
      expect.stringContaining('fiche corrigée'),
    ]);
    await configured(un, deux, trois);
    expect(contents('d@trois.test')).toHaveLength(2);
    expect([...clerk.register.digests.values()][0]?.deadline).toBe(deadline);
    await command(world, clerk, approver, `[${reference}] #addenda`, 'La formation se donne en français.');
    expect(await subjects('d@trois.test')).toHaveLength(3);
    expect(contents('d@trois.test')).toEqual(contents('b@deux.test'));
  });

  test('gets nothing of a digest whose only request is closed; all of it, in its order, once that is open again', async () => {
    await configured(un, deux);
    await command(world, clerk, approver, `[${reference}] #fermer retirée`);
    await configured(un, deux, trois);
    expect(await subjects('d@trois.test')).toEqual([]);
    await command(world, clerk, approver, `[${reference}] #rouvrir`);
    await follow();
    await follow();
    expect(await subjects('d@trois.test')).toEqual(await subjects('a@un.test'));
    expect(await subjects('a@un.test')).toHaveLength(3);
  });

  test('gets nothing either whose day is over, though it may still be moved for a straggler', async () => {
    world = new FakeWorld();
    const { modalities } = world.policy;
    const short = { ...modalities.short, extensionDays: 5 };
    world.policy = { ...world.policy, partners: [un, deux], modalities: { ...modalities, short } };
    clerk = await world.open();
    await clerk.followAgenda();
    await release(world, clerk);
    world.clock.pass(60_000);
    await clerk.tick('short');
    world.postman.answers.set('b@deux.test', { state: 'deferred', response: '451 4.7.1 greylisted' });
    await clerk.sendDue();
    const [digest] = clerk.register.digests.values();
    if (!digest) throw new Error('no digest was planned');
    world.clock.at = new Date(Date.parse(digest.answerBy ?? '') + 3_600_000);
    await follow();
    expect(digest.closed).toBeUndefined();
    await command(world, clerk, approver, '#partenaire trois ajouter d@trois.test Cégep Trois');
    await follow();
    expect(clerk.register.partners.get('trois')?.partner).toBeDefined();
    expect(await subjects('d@trois.test')).toEqual([]);
  });

  test('by command, is served too, and gets nothing of what is closed', async () => {
    await command(world, clerk, approver, '#partenaire trois ajouter d@trois.test Cégep Trois');
    await follow();
    expect(await subjects('d@trois.test')).toEqual([expect.stringContaining('Bulletin')]);
    world.clock.pass(20 * day);
    await follow();
    await command(world, clerk, approver, '#partenaire quatre ajouter e@quatre.test Cégep Quatre');
    await follow();
    expect(await subjects('e@quatre.test')).toEqual([]);
  });
});

describe('who leaves', () => {
  test.each([
    ['by the configuration', async () => configured(deux)],
    [
      'by command',
      async () => {
        await command(world, clerk, approver, '#partenaire un retirer demande de la direction');
      },
    ],
  ])('%s gets nothing more and stays on the record', async (_how, leave) => {
    await leave();
    await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui.');
    world.clock.pass(20 * day);
    await follow();
    expect(await subjects('a@un.test')).toHaveLength(1);
    expect(await subjects('b@deux.test')).toHaveLength(3);
    expect(clerk.register.partners.get('un')?.left).toBeDefined();
    expect([...clerk.register.digests.values()][0]?.letters.un).toBeDefined();
    const again = await world.open();
    await again.followAgenda();
    expect(again.register.partners).toEqual(clerk.register.partners);
  });
});

test('an address that failed before the configuration was first taken in stays failed', async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, trois] };
  world.postman.answers.set('d@trois.test', { state: 'refused', response: '550 5.1.1 unknown' });
  clerk = await world.open();
  await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  await follow();
  expect(clerk.register.partners.get('trois')?.configured).toBeDefined();
  expect(Object.keys(clerk.register.partners.get('trois')?.failed ?? {})).toEqual(['d@trois.test']);
  // Once somebody edits its line, that address counts again.
  world.postman.answers.delete('d@trois.test');
  await configured(un, { ...trois, name: 'Cégep Trois-Lacs' });
  await follow();
  expect(await subjects('d@trois.test')).toEqual([expect.stringContaining('Bulletin')]);
});

describe('a change by command', () => {
  test('is refused to whoever is not of the direction, and needs its code', async () => {
    await command(world, clerk, officer, '#partenaire un retirer bientôt');
    expect(clerk.register.partners.get('un')?.left).toBeUndefined();
  });

  test('names a substitute for an institution in red, which is then served', async () => {
    world.postman.answers.set('d@trois.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await configured(un, deux, trois);
    expect(await subjects('d@trois.test')).toEqual([]);
    await command(world, clerk, approver, '#partenaire trois remplaçant E@trois.test Eve Roy');
    await follow();
    expect(contents('e@trois.test')).toEqual(contents('a@un.test'));
    await follow();
    expect(await subjects('e@trois.test')).toHaveLength(1);
  });

  test('names the same address again, which works by now: it is served at once, and like all from then on', async () => {
    world.postman.answers.set('d@trois.test', { state: 'refused', response: '552 5.2.2 mailbox full' });
    await configured(un, deux, trois);
    expect(await subjects('d@trois.test')).toEqual([]);
    world.postman.answers.delete('d@trois.test');
    await command(world, clerk, approver, '#partenaire trois remplaçant d@trois.test Diane Roy');
    await follow();
    expect(contents('d@trois.test')).toEqual([contents('a@un.test')[0], contents('a@un.test')[0]]);
    expect(await subjects('d@trois.test')).toHaveLength(1);
    world.clock.pass(20 * day);
    await follow();
    expect(await subjects('d@trois.test')).toContainEqual(expect.stringContaining('Résultat'));
  });

  test('that records a consent does not say that letters reach the address', async () => {
    world.postman.answers.set('d@trois.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await configured(un, deux, trois);
    await command(world, clerk, approver, '#partenaire trois consentement d@trois.test oui, appel du 3 mai');
    expect(Object.keys(clerk.register.partners.get('trois')?.failed ?? {})).toEqual(['d@trois.test']);
  });

  test('holds until the configuration says something else', async () => {
    await command(world, clerk, approver, '#partenaire un remplaçant nouveau@un.test Nouvelle Personne');
    await configured(un, deux);
    expect(clerk.register.partners.get('un')?.partner?.contacts[1]?.address).toBe('nouveau@un.test');
    await configured({ ...un, contacts: [{ name: 'Z', address: 'z@un.test' }] }, deux);
    expect(clerk.register.partners.get('un')?.partner?.contacts[0].address).toBe('z@un.test');
  });
});

describe('a new address', () => {
  const confirm = async (from: string, answers = true) => {
    const asked = await world.lastLetterTo('nouveau@un.test');
    await world.arrives(
      clerk,
      await written({ from, subject: `Re: ${asked.subject}`, text: 'Oui', ...(answers && { answers: asked }) }),
    );
  };
  beforeEach(async () => {
    await command(world, clerk, approver, '#partenaire un adresse nouveau@un.test Nouvelle Personne');
  });

  test('changes nothing until it has confirmed itself; then the old one is told', async () => {
    expect(await subjects('a@un.test')).toHaveLength(1);
    await confirm('nouveau@un.test');
    expect((await subjects('a@un.test')).at(-1)).toContain('Nouvelle adresse');
    expect((await subjects('nouveau@un.test')).at(-1)).toContain('Nouvelle adresse');
    await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui.');
    expect(await subjects('a@un.test')).toHaveLength(2);
    // Who has it is no contact any more: what is open goes to the new one, once; the others' time stays as it is.
    const [digest] = clerk.register.digests.values();
    const { deadline } = digest ?? {};
    await follow();
    await follow();
    expect((await subjects('nouveau@un.test')).slice(2)).toEqual([
      expect.stringContaining('Bulletin'),
      expect.stringContaining('réponse à une question'),
    ]);
    expect(digest?.deadline).toBe(deadline);
  });

  test('is confirmed by nobody else, and by nothing but an answer to the letter', async () => {
    await confirm('x@stranger.test');
    await confirm('nouveau@un.test', false);
    expect(clerk.register.partners.get('un')?.partner?.contacts[0].address).toBe('a@un.test');
  });
});

describe('a person who wants out', () => {
  test('stops at once; the substitute goes on; the header says how', async () => {
    const [digest] = await world.lettersTo('b@deux.test');
    const header = digest?.headers.find(({ name }) => name === 'list-unsubscribe')?.value;
    expect(header).toContain('mailto:info@inm.example?subject=D%C3%A9sabonnement');
    await world.arrives(clerk, await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' }));
    expect((await subjects('b@deux.test')).at(-1)).toContain('ne reçoit plus');
    await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui.');
    await follow();
    expect(await subjects('b@deux.test')).toHaveLength(2);
    expect(await subjects('c@deux.test')).toEqual([
      'Le bulletin vous est maintenant adressé',
      expect.stringContaining('Bulletin'),
      expect.stringContaining('réponse à une question'),
    ]);
  });

  test('the last of an institution: staff is asked, the institution stays', async () => {
    await world.arrives(clerk, await written({ from: 'a@un.test', subject: 'Unsubscribe', text: '' }));
    const alarms = (await subjects(officer)).filter((subject) => /sans adresse valable/.test(subject));
    expect(alarms).toHaveLength(1);
    world.clock.pass(20 * day);
    await follow();
    expect(await subjects('a@un.test')).toHaveLength(2);
    expect(clerk.register.partners.get('un')?.left).toBeUndefined();
  });
});

describe('an address', () => {
  test.each([
    ['#partenaire deux remplaçant a@un.test Autre', 'est déjà une adresse de Cégep Un'],
    ['#partenaire deux adresse a@un.test Autre', 'est déjà une adresse de Cégep Un'],
    ['#partenaire quatre ajouter a@un.test Cégep Quatre', 'est déjà une adresse de Cégep Un'],
    ['#partenaire cinq ajouter info@inm.example Cégep Cinq', 'est l’adresse du greffier lui-même'],
    ['#partenaire six ajouter mtremblay@greffier.test Cégep Six', 'de l’équipe'],
  ])('of somebody else is refused: %s', async (subject, why) => {
    const answer = await command(world, clerk, approver, subject);
    expect(answer.text.replace(/\s+/g, ' ')).toContain(why);
    expect(clerk.register.partners.get('deux')?.proposed).toBeUndefined();
    expect([...clerk.register.partners.values()].flatMap(({ partner }) => partner?.contacts ?? [])).not.toContainEqual(
      expect.objectContaining({ address: expect.stringMatching(/info@|mtremblay@/) }),
    );
  });
});
