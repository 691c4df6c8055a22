import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await clerk.followAgenda();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});

const writes = async (from: string, subject: string, text: string, answered?: string) => {
  const answers = answered === undefined ? undefined : await world.lastLetterTo(answered);
  await world.arrives(clerk, await written({ from, subject, text, ...(answers && { answers }) }));
};
const subjects = async (address: string) => (await world.lettersTo(address)).map(({ subject }) => subject);
const told = async () => (await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
const record = (id: string) => clerk.register.partners.get(id);

describe('a person who wants out', () => {
  test.each([
    ['Désabonnement', ''],
    ['Re : Désinscription', ''],
    ['Bulletin', 'Veuillez me retirer de votre liste d’envoi.'],
    ['Re: Bulletin des demandes', 'Merci de ne plus m’envoyer ce bulletin.'],
    ['Bulletin', 'Please unsubscribe me.'],
    ['Bulletin', 'Retirez mon adresse, je vous prie.'],
  ])('%j, %j: stops at once, and staff learns who is written to now', async (subject, text) => {
    await writes('b@deux.test', subject, text);
    expect(record('deux')?.stopped).toHaveProperty(['b@deux.test']);
    expect(await told()).toContain('dès maintenant, celui de Cégep Deux part à c@deux.test');
  });

  test.each([
    ['Re: Bulletin', 'Notre établissement veut se retirer du réseau.'],
    ['Re: Bulletin', 'Je suis désormais retraitée de l’enseignement.'],
    [`[INMQ-2026-0001] Sans intérêt`, 'Nous retirons notre manifestation d’intérêt.'],
  ])('%j, %j: is not that', async (subject, text) => {
    await writes('b@deux.test', subject, text);
    expect(record('deux')?.stopped).toBeUndefined();
  });

  test('who may mean it is asked with one button, and nothing changes before it is pressed', async () => {
    await writes('b@deux.test', 'Re: Bulletin', 'Comment me désabonner ?');
    expect(record('deux')?.stopped).toBeUndefined();
    const asked = await world.lastLetterTo('b@deux.test');
    expect(asked.subject).toContain('Souhaitez-vous ne plus recevoir le bulletin');
    const pressed = new URL(/mailto:[^"]*D%C3%A9sabonnement/.exec(asked.html ?? '')?.[0] ?? '').searchParams;
    await writes('b@deux.test', pressed.get('subject') ?? '', '', 'b@deux.test');
    expect(record('deux')?.stopped).toHaveProperty(['b@deux.test']);
  });

  test('who does not want to write twice goes on receiving', async () => {
    await writes(
      'b@deux.test',
      `[${reference}] Intérêt`,
      'Intéressés. Je réponds à tous pour ne pas envoyer deux réponses.',
    );
    expect(record('deux')?.stopped).toBeUndefined();
  });

  test('what it says of a notice beside that counts', async () => {
    await writes(
      'a@un.test',
      `[${reference}] Intérêt`,
      'Notre établissement souhaite participer. Retirez mon adresse.',
    );
    const [digest] = clerk.register.digests.values();
    expect(digest?.answers).toMatchObject([{ partner: 'un', interest: 'interest' }]);
  });

  test('the last of an institution names a colleague, who is asked, and served from then on', async () => {
    await writes('a@un.test', 'Désabonnement', 'Je prends ma retraite. Écrivez à ma collègue : Zoe.Roy@un.test.');
    expect(await told()).toContain('La personne nomme zoe.roy@un.test');
    expect(await subjects('zoe.roy@un.test')).toEqual([expect.stringContaining('Recevoir le bulletin')]);
    await writes('zoe.roy@un.test', 'Re: Recevoir le bulletin', 'Oui, volontiers.', 'zoe.roy@un.test');
    expect(record('un')?.partner?.contacts).toMatchObject([{ address: 'zoe.roy@un.test' }]);
    // Who wanted out is not written to again, not even about this.
    expect((await subjects('a@un.test')).at(-1)).toContain('ne reçoit plus');
    await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui.');
    await clerk.followAgenda();
    await clerk.sendDue();
    expect((await subjects('zoe.roy@un.test')).at(-2)).toContain('Bulletin');
    expect((await subjects('zoe.roy@un.test')).at(-1)).toContain('réponse à une question');
  });

  test('a colleague whose yes is not plain is told once what to answer, and staff reads for whom it was asked', async () => {
    await writes('a@un.test', 'Désabonnement', 'Écrivez à ma collègue : zoe.roy@un.test.');
    const replies = (text: string) => writes('zoe.roy@un.test', 'Re: Recevoir le bulletin', text, 'zoe.roy@un.test');
    await replies('Oui, à partir de septembre je crois.');
    expect((await world.lastLetterTo('zoe.roy@un.test')).text.replace(/\s+/g, ' ')).toContain(
      'par le seul mot « oui »',
    );
    expect(await told()).toContain('confirmer son adresse pour Cégep Un');
    expect(record('un')?.proposed).toBeDefined();
    await replies('Enfin, je pense.');
    expect(await subjects('zoe.roy@un.test')).toHaveLength(2);
    await replies('Oui, c’est bien mon adresse');
    expect(record('un')?.partner?.contacts).toMatchObject([{ address: 'zoe.roy@un.test' }]);
  });

  test('a colleague who says no is not asked again, and staff reads it', async () => {
    await writes('a@un.test', 'Désabonnement', 'Écrivez à ma collègue : zoe.roy@un.test.');
    await writes('zoe.roy@un.test', 'Re: Recevoir le bulletin', 'Non, ce n’est pas moi.', 'zoe.roy@un.test');
    expect(await subjects('zoe.roy@un.test')).toHaveLength(1);
    expect(await told()).toContain('confirmer son adresse pour Cégep Un');
  });

  test('may name the colleague later, in answer to our letter; an address of elsewhere is for staff', async () => {
    await writes('a@un.test', 'Désabonnement', 'Écrivez à x@ailleurs.test.');
    expect(await subjects('x@ailleurs.test').catch(() => [])).toEqual([]);
    expect(await told()).toContain('#partenaire un remplaçant');
    await writes('a@un.test', 'Re: Votre adresse', 'Zoé Roy, zoe.roy@un.test', 'a@un.test');
    expect(record('un')?.proposed?.contact.address).toBe('zoe.roy@un.test');
  });

  test('comes back only with consent of its own', async () => {
    await writes('a@un.test', 'Désabonnement', '');
    await command(world, clerk, approver, '#partenaire un remplaçant a@un.test');
    expect((await world.lastLetterTo(approver)).text.replace(/\s+/g, ' ')).toContain(
      'a demandé de ne plus rien recevoir',
    );
    await command(world, clerk, approver, '#partenaire un adresse a@un.test Aline Roy');
    await writes('a@un.test', 'Re: Recevoir le bulletin', 'Non, ce n’est pas moi.', 'a@un.test');
    expect(record('un')?.stopped).toHaveProperty(['a@un.test']);
    await writes('a@un.test', 'Re: Recevoir le bulletin', 'Oui', 'a@un.test');
    expect(record('un')?.stopped).toEqual({});
    await command(world, clerk, approver, `[${reference}] #addenda`, 'Oui.');
    expect((await subjects('a@un.test')).at(-1)).toContain('réponse à une question');
  });
});

describe('the register of partners', () => {
  test('an address that failed stays marked until somebody answers for that very address', async () => {
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown'));
    await clerk.sendDue();
    await command(world, clerk, approver, '#partenaire deux remplaçant d@deux.test Diane Roy');
    expect(record('deux')?.failed).toHaveProperty(['b@deux.test']);
    await command(world, clerk, approver, '#partenaire deux remplaçant b@deux.test');
    expect(record('deux')?.failed).toEqual({});
  });

  test('holds consent, failure and opt-out with date and source', async () => {
    await command(world, clerk, approver, '#partenaire deux consentement c@deux.test oui, courriel du 3 mai');
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 User unknown'));
    await writes('a@un.test', 'Désabonnement', '');
    await command(world, clerk, officer, '#partenaire');
    const list = (await world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
    expect(list).toContain('c@deux.test : coordonnées transmises (23 novembre 2026, courriel du 3 mai)');
    expect(list).toMatch(/b@deux\.test : en échec depuis le 23 novembre 2026 \(.*User unknown\)/);
    expect(list).toMatch(
      /a@un\.test : ne veut plus rien recevoir depuis le 23 novembre 2026 \(courriel [0-9a-f]{12}\)/,
    );
    await command(world, clerk, approver, '#partenaire deux consentement c@deux.test non, téléphone du 4 mai');
    expect(record('deux')?.partner?.contacts[1]?.consent).toBeUndefined();
    await command(world, clerk, approver, '#partenaire deux consentement c@deux.test oui');
    expect((await world.lastLetterTo(approver)).text).toContain('d’où vous le savez');
  });
});
