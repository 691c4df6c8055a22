import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Request } from '../../src/model/request.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
const asked = { from: `Ama Boateng <${ama}>`, subject: 'Mine rescue training', text: 'We look for training.' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(clerk, await written(asked));
});

const only = (): Request => {
  const request = clerk.register.requests.get('INMQ-2026-0001');
  if (!request) throw new Error('the request is not registered');
  return request;
};
const command = async (line: string, text = '', from = officer) => {
  world.clock.pass(1000);
  const subject = /^#(?:pause|reprendre|liste|registre)|^\[/.test(line) ? line : `[INMQ-2026-0001] ${line}`;
  await world.arrives(clerk, await written({ from, subject, text, headers: genuine }));
};
const last = async (address = officer) => {
  const mail = (await world.lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return { ...mail, words: mail.text.replace(/\s+/g, ' ') };
};

describe('who is in charge', () => {
  test('#prendre puts the person on record, once', async () => {
    await command('#prendre');
    expect(only().officer).toBe('mtremblay');
    await command('#prendre');
    expect((await last()).words).toContain('est déjà responsable');
  });

  test.each(['dlavoie', 'Denis Lavoie', 'à Denis Lavoie', 'LAVOIE', 'dlavoie@greffier.test'])(
    '#responsable %s hands it over, and tells',
    async (name) => {
      await command(`#responsable ${name}`);
      expect(only().officer).toBe('dlavoie');
      const told = await last(approver);
      expect(told.subject).toContain('Demande confiée à Denis Lavoie');
      expect(told.words).toContain('Marie Tremblay');
    },
  );

  test.each(['', 'personne', 'tremblayy'])('#responsable « %s » names those who are known', async (name) => {
    await command(`#responsable ${name}`);
    expect(only().officer).toBeUndefined();
    expect((await last()).words).toContain('mtremblay (Marie Tremblay), dlavoie (Denis Lavoie)');
  });

  test('news of the request then goes to that person alone', async () => {
    await command('#responsable dlavoie');
    const before = (await world.lettersTo(officer)).length;
    const [answers] = await world.lettersTo(ama);
    if (!answers) throw new Error('nothing was sent to the requester');
    await world.arrives(clerk, await written({ from: ama, subject: 'Re: training', text: 'A question.', answers }));
    expect(await world.lettersTo(officer)).toHaveLength(before);
    expect((await last(approver)).words).toContain('A question.');
  });
});

describe('#attente', () => {
  test.each([
    ['#attente 2027-01-15', '2027-01-15', 'sans motif'],
    ['#attente 2027-01-15, budget à voter', '2027-01-15', 'budget à voter'],
    ['#attente 15 janvier 2027 : congé', '2027-01-15', 'congé'],
    ['#attente 1er août 2027', '2027-08-01', 'sans motif'],
    ['#snooze 2026-11-24', '2026-11-24', 'sans motif'],
    ['#attente 15/01/2027', '2027-01-15', 'sans motif'],
    ['#attente jusqu’au 15.1.2027 : congé', '2027-01-15', 'congé'],
    ['#attente 01/15/2027 budget à voter', '2027-01-15', 'budget à voter'],
    ['#attente 2027/01/15, 3 budgets', '2027-01-15', '3 budgets'],
    ['#attente 05/05/2027', '2027-05-05', 'sans motif'],
    ['#attente vendredi 15 janvier, retour de congé', '2027-01-15', 'retour de congé'],
    ['#attente jeudi', '2026-11-26', 'sans motif'],
    ['#attente demain', '2026-11-24', 'sans motif'],
  ])('%s', async (line, until, why) => {
    await command(line);
    expect(only().held).toMatchObject({ until, why, author: 'mtremblay' });
    await command('#attente fin');
    expect(only().held).toBeUndefined();
  });

  test.each([
    ['', 'La date manque'],
    ['bientôt', 'n’est pas une date'],
    ['2027-02-30', 'le jour 30 n’existe pas dans ce mois'],
    ['2026-11-23', 'n’est pas à venir'],
    ['2026-01-01', 'n’est pas à venir'],
    ['2050-01-01', 'trop loin'],
    ['15 brumaire 2027', 'n’est pas une date'],
    ['03/04/2027', 'écrivez 2027-04-03 ou 2027-03-04'],
    ['15/01/27', 'l’année manque de chiffres'],
    ['15/13/2027', 'le mois 13 n’existe pas'],
    ['mardi 15 janvier 2027', 'est un vendredi'],
  ])('« %s » is refused: %s', async (day, why) => {
    await command(`#attente ${day}`);
    expect(only().held).toBeUndefined();
    const { subject, words } = await last();
    expect(subject).toContain('Rien n’a été changé');
    expect(words).toContain(why);
  });

  test('an answer of the requester ends it', async () => {
    await command('#attente 2027-01-15');
    const [answers] = await world.lettersTo(ama);
    if (!answers) throw new Error('nothing was sent to the requester');
    await world.arrives(clerk, await written({ from: ama, subject: 'Re: training', text: 'We are ready.', answers }));
    expect(only().held).toBeUndefined();
  });
});

describe('closing and opening', () => {
  test('#fermer tells the requester why, in both languages, with the words of staff, and not by itself', async () => {
    await command('#fermer dirigée ailleurs', 'Nous avons transmis votre demande au Collège du Nord.');
    expect(only()).toMatchObject({ status: 'closed', outcome: 'redirected' });
    const letter = await last(ama);
    expect(letter.words).toContain('dirigée vers un autre organisme');
    expect(letter.words).toContain('directed to another organisation');
    expect(letter.words.split('Collège du Nord')).toHaveLength(2);
    expect(letter.words).toContain('our team wrote to you is in the French version above');
    expect(letter.inReplyTo).toHaveLength(1);
    expect((await last()).words).toContain(`Lettre envoyée à : Ama Boateng <${ama}>`);
    await command('#annuler');
    expect((await last()).subject).toContain('Rien n’a été changé');
    await command('#rouvrir');
    expect(only().status).toBe('received');
    expect(only().outcome).toBeUndefined();
  });

  test('what is closed waits no longer; #annuler and #rouvrir bring back what was', async () => {
    await command('#attente 2027-01-15');
    await command('#indésirable');
    expect(only().held).toBeUndefined();
    await command('#annuler');
    expect(only().held?.until).toBe('2027-01-15');
    await command('#fermer retirée');
    expect((await last()).words).toContain('En attente jusqu’au : 15 janvier 2027 → fin de l’attente');
    await command('#rouvrir');
    expect(only()).toMatchObject({ status: 'received' });
    expect(only().held).toBeUndefined();
  });

  test('#fermer without a known reason changes nothing and names them', async () => {
    await command('#fermer');
    expect(only().status).toBe('received');
    expect((await last()).words).toContain('hors mandat, dirigée ailleurs');
  });

  test('#fermer doublon and #indésirable write to nobody outside', async () => {
    const before = (await world.lettersTo(ama)).length;
    await command('#indésirable');
    expect(only()).toMatchObject({ status: 'closed', outcome: 'spam' });
    await command('#annuler');
    expect(only().status).toBe('received');
    await command('#fermer doublon');
    expect(only()).toMatchObject({ status: 'closed', outcome: 'duplicate' });
    expect(await world.lettersTo(ama)).toHaveLength(before);
  });

  test('what is not possible now says what is', async () => {
    await command('#indésirable');
    await command('#complet');
    const { html = '', words } = await last();
    expect(words).toContain('la demande est « fermée »');
    expect(html).toContain(encodeURIComponent('#rouvrir'));
    expect(html).not.toContain(encodeURIComponent('#complet"'));
  });

  test('#rouvrir lets a quarantined request out: it is acknowledged, with slots', async () => {
    const spam = { 'X-Spam-Flag': 'YES' };
    const from = 'salma@ofm-ma.example';
    await world.arrives(clerk, await written({ from, subject: 'Visite', text: 'Bonjour, une visite.', headers: spam }));
    const quarantined = clerk.register.requests.get('INMQ-2026-0002');
    expect(quarantined?.status).toBe('quarantined');
    expect(await world.lettersTo(from)).toEqual([]);
    await command('[INMQ-2026-0002] #rouvrir');
    expect(clerk.register.requests.get('INMQ-2026-0002')?.status).toBe('received');
    expect((await last(from)).subject).toContain('[INMQ-2026-0002]');
    expect(clerk.register.requests.get('INMQ-2026-0002')?.slots).not.toEqual([]);
    await command('[INMQ-2026-0002] #annuler');
    expect(clerk.register.requests.get('INMQ-2026-0002')?.status).toBe('received');
  });
});

describe('#recherche', () => {
  test('puts each line on the file with its source, and shows it to staff alone', async () => {
    await command(
      '#recherche',
      'Site web : https://tgtu.example\nEffectif : 4 000 étudiants\nSource : annuaire 2026\nPays :\n',
    );
    expect(only().findings.slice(-2)).toEqual([
      { kind: 'Site web', value: 'https://tgtu.example', evidence: 'annuaire 2026, Marie Tremblay, 2026-11-23' },
      { kind: 'Effectif', value: '4 000 étudiants', evidence: 'annuaire 2026, Marie Tremblay, 2026-11-23' },
    ]);
    await command('#statut');
    expect((await last()).words).toContain('Site web : https://tgtu.example (annuaire 2026');
    for (const { envelope, raw } of world.postman.sent)
      if (envelope.to === ama) expect(raw.toString()).not.toContain('annuaire');
    await command('#recherche', 'Site web :\nSource :\n');
    expect((await last()).subject).toContain('Rien n’a été changé');
  });
});

describe('#pause', () => {
  test('holds every letter that leaves the house until #reprendre is confirmed by its code', async () => {
    await command('#pause incident');
    expect((await last()).words).toContain('arrêtés (incident)');
    await world.arrives(clerk, await written({ ...asked, from: 'other@else.example' }));
    expect(await world.lettersTo('other@else.example')).toEqual([]);
    await command('#pause');
    expect((await last()).words).toContain('déjà arrêtés');
    clerk = await world.open();
    await clerk.sendDue();
    expect(await world.lettersTo('other@else.example')).toEqual([]);
    await command('#reprendre');
    expect(await world.lettersTo('other@else.example')).toEqual([]);
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last()).text)?.[1];
    world.clock.pass(1000);
    await world.arrives(
      clerk,
      await written({ from: officer, subject: `#confirmer ${code}`, text: '', headers: genuine }),
    );
    expect(await world.lettersTo('other@else.example')).toHaveLength(1);
    await command('#reprendre');
    expect((await last()).words).toContain('ne sont pas arrêtés');
  });

  test('stops within what was handed over already', async () => {
    world.policy = { ...world.policy, ceilings: { perAddressPerDay: 10, perHour: 1000 } };
    clerk = await world.open();
    world.postman.down = true;
    for (let i = 0; i < 60; i++)
      await world.arrives(
        clerk,
        await written({ ...asked, from: `person${i}@else${i}.example`, text: `Matter ${i}.` }),
      );
    world.postman.down = false;
    const { send } = world.postman;
    const pause = await written({ from: officer, subject: '#pause', text: '', headers: genuine });
    let handed = 0;
    let paused: Promise<void> = Promise.resolve();
    world.postman.send = async (mail) => {
      const outside = !mail.envelope.to.endsWith('@greffier.test');
      if (outside) handed += 1;
      if (outside && handed === 1) {
        world.mailbox.deliver(pause);
        paused = clerk.takeWaiting();
      }
      // Servers take longer than it takes to enter the command.
      await paused;
      return send.call(world.postman, mail);
    };
    world.clock.pass(120_000);
    await clerk.sendDue();
    expect(handed).toBeGreaterThan(0);
    // What is marked is handed over, and no other leaves the house.
    expect(handed).toBeLessThanOrEqual(50);
    expect(clerk.register.outbox.size).toBe(61 - 1 - handed);
  });
});
