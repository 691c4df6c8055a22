import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { attest } from '../../src/dissemination/attestation.ts';
import { attestationPage, attestationSummary, attestationText } from '../../src/dissemination/attestation-page.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld } from '../world.ts';
import { command, release } from './release.ts';

const zone = 'America/Toronto';
const partners: readonly Partner[] = [
  { id: 'un', name: 'Cégep <Un>', contacts: [{ name: 'A', address: 'a@un.test' }] },
  {
    id: 'deux',
    name: 'Cégep Deux',
    contacts: [
      { name: 'B', address: 'b@deux.test' },
      { name: 'C', address: 'c@deux.test' },
    ],
  },
  { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] },
];

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners };
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  world.postman.answers.set('b@deux.test', { state: 'refused', response: '550 5.1.1 inconnu' });
  world.postman.answers.set('d@trois.test', { state: 'deferred', response: '451 4.7.1 greylisted' });
  await clerk.tick('short');
  await clerk.sendDue();
});

const made = () => {
  const [[id, digest] = ['']] = clerk.register.digests;
  if (!digest) throw new Error('no digest was planned');
  return attest(id, digest, clerk.register, new Map(partners.map((partner) => [partner.id, partner.name])));
};
const greylistPasses = async () => {
  world.postman.answers.delete('d@trois.test');
  world.clock.pass(90_000);
  await clerk.sendDue();
};

describe('the attestation', () => {
  test('says who, when, by which answer, the spread, and what was done about failures', async () => {
    expect(made()).toMatchObject({ accepted: 2, pending: 1, failed: 0, deadline: null, spreadSeconds: 0 });
    await greylistPasses();
    const attested = made();
    expect(attested).toMatchObject({ accepted: 3, pending: 0, failed: 0, spreadSeconds: 90 });
    expect(attested.content).toHaveLength(1);
    expect(attested.deadline).toBe(attested.answerBy);
    expect(attestationText(attested, zone).replaceAll('\u00A0', ' ')).toContain(
      'fin du dernier des 10 jours ouvrables qui suivent la dernière acceptation, comme annoncée',
    );
    expect(attested.head).toEqual({ position: clerk.register.position, hash: world.journal.head });
    expect(attested.notices).toMatchObject([{ reference, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const deux = attested.recipients.find(({ partner }) => partner === 'deux');
    expect(deux).toMatchObject({ address: 'c@deux.test', acceptedBy: '250 taken', attempts: 1 });
    expect(deux?.before).toMatchObject([
      { address: 'b@deux.test', state: 'refused', response: '550 5.1.1 inconnu', acceptedAt: null },
    ]);
    expect(attested.recipients.find(({ partner }) => partner === 'trois')).toMatchObject({ attempts: 2 });
  });

  test('names whom a command added, and who has left since', async () => {
    const approver = 'dlavoie@greffier.test';
    await command(world, clerk, approver, '#partenaire quatre ajouter e@quatre.test Cégep Quatre');
    await clerk.followAgenda();
    await clerk.sendDue();
    await command(world, clerk, approver, '#partenaire quatre retirer fusion');
    await command(world, clerk, approver, '#partenaire un retirer fermeture');
    const [[id, digest] = ['']] = clerk.register.digests;
    const named = digest && attest(id, digest, clerk.register, new Map([['trois', 'Cégep Trois (2)']]));
    expect(named?.recipients.map(({ name }) => name)).toEqual([
      'Cégep <Un>',
      'Cégep Deux',
      'Cégep Trois (2)',
      'Cégep Quatre',
    ]);
  });

  test('counts who left before the digest reached it apart from what failed', async () => {
    await clerk.followAgenda();
    await command(world, clerk, 'dlavoie@greffier.test', '#partenaire trois retirer fusion');
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(made()).toMatchObject({ accepted: 2, pending: 0, failed: 0, left: 1 });
    expect(attestationText(made(), 'America/Toronto').replace(/[\s\u00A0]+/g, ' ')).toContain(
      '2 acceptés, 0 en attente, 0 en échec, 1 hors du réseau avant la livraison',
    );
  });

  test('a letter that came back stays told with the moment at which it was accepted', async () => {
    await greylistPasses();
    const at = made().recipients.find(({ partner }) => partner === 'un')?.acceptedAt;
    world.clock.pass(3_600_000);
    await world.arrives(clerk, await bounceOf(world, 'a@un.test', '550 5.2.2 mailbox full'));
    const un = made().recipients.find(({ partner }) => partner === 'un');
    expect(un).toMatchObject({ state: 'bounced', acceptedAt: at, acceptedBy: '250 taken' });
    expect(un?.response).toContain('mailbox full');
    expect(attestationText(made(), zone)).toContain('accepté, puis retourné');
    expect(attestationText(made(), zone)).toContain('en rouge');
  });

  describe('of what comes back when there is nothing to answer any more', () => {
    const day = 86_400_000;
    const goesOn = async (days: number) => {
      world.clock.pass(days * day);
      await clerk.followAgenda();
      await clerk.sendDue();
    };
    const comesBack = async (address: string, place: number) => {
      const { messageId } = (await world.lettersTo(address))[place] ?? {};
      await world.arrives(clerk, await bounceOf(world, address, '550 5.1.1 inconnu', messageId));
      await clerk.followAgenda();
      await clerk.sendDue();
    };
    const toldOf = (subject: string) =>
      attestationText(made(), zone)
        .replace(/[\s\u00A0]+/g, ' ')
        .match(new RegExp(`Courriel : ${subject} .*?Suite : (.*?)(?= - Cégep| Les addendas| Le journal)`))?.[1];
    beforeEach(async () => {
      world.policy = { ...world.policy, partners: partners.map((each) => ({ ...each })) };
      await greylistPasses();
      await goesOn(7);
      await goesOn(20);
    });

    test('says that its time was over, where another is known', async () => {
      await command(world, clerk, 'dlavoie@greffier.test', '#partenaire deux remplaçant e@deux.test Eve Roy');
      await comesBack('c@deux.test', 1);
      expect(toldOf('rappel')).toBe('Pas renvoyé, l’échéance étant passée');
    });

    test('names who had what came after it', async () => {
      await command(world, clerk, 'dlavoie@greffier.test', '#partenaire deux remplaçant e@deux.test Eve Roy');
      await comesBack('c@deux.test', 2);
      await comesBack('c@deux.test', 1);
      expect(toldOf('résultat')).toBe('Autre personne-ressource essayée : e@deux.test');
      expect(toldOf('rappel')).toBe(
        'Pas renvoyé, l’échéance étant passée; la suite est allée à l’autre personne-ressource : e@deux.test',
      );
    });
  });

  test('never says « reçu », and its page holds no markup from outside', async () => {
    await greylistPasses();
    const [text, page] = [attestationText(made(), zone), attestationPage(made(), zone)];
    for (const words of [text, page]) {
      expect(words).not.toMatch(/re[çc]u/i);
      expect(words).toContain('250 taken');
      expect(words).toContain(made().head.hash);
      expect(words).toContain('b@deux.test');
    }
    expect(page).not.toContain('<Un>');
    expect(page).not.toMatch(/src=|url\(|<script/);
  });

  test('#statut sums it up, attaches it, and keeps the answers for the deadline', async () => {
    const status = await command(world, clerk, 'mtremblay@greffier.test', `[${reference}] #statut`);
    const plain = status.text.replace(/[\s\u00A0]+/g, ' ');
    expect(plain).toContain('3 destinataires : 2 acceptés, 1 en attente, 0 en échec');
    expect(plain).toContain('Réponses reçues : 0, montrées à tous à l’échéance');
    expect(plain).toContain('550 5.1.1 inconnu');
    expect(status.parts.map(({ contentType }) => contentType)).toContain('text/html');
    expect(attestationSummary(made(), zone).length).toBeLessThan(2500);
  });
});
