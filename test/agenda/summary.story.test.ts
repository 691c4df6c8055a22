import { beforeEach, describe, expect, test } from 'vitest';
import { countMails } from '../../src/agenda/count.ts';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});

const at = (instant: string) => {
  world.clock.at = new Date(instant);
};
const asks = async (from: string, subject: string, headers: Record<string, string> = {}) =>
  world.arrives(clerk, await written({ from, subject, text: `About ${subject}.`, headers }));
const command = async (subject: string, from = officer, answers?: Mail) =>
  world.arrives(
    clerk,
    await written({ from, subject, text: '', headers: answers ? {} : genuine, ...(answers && { answers }) }),
  );
const morning = async (instant: string) => {
  at(instant);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const summaries = async (address = officer) =>
  (await world.lettersTo(address)).filter(({ subject }) => subject.startsWith('Sommaire'));
const words = (mail: Mail | undefined) => mail?.text.replace(/\s+/g, ' ') ?? '';

describe('the morning mail', () => {
  test('says on working mornings, once, to each person, what is theirs and what is the team’s', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await asks('kouadio@mines-ci.example', 'Centre des métiers');
    await asks('salma@ofm-ma.example', 'Visite', { 'X-Spam-Flag': 'YES' });
    await command('[INMQ-2026-0001] #prendre');
    await command('[INMQ-2026-0002] #attente 2027-01-15, congé');
    await morning('2026-11-24T12:59:00.000Z');
    expect(await summaries()).toEqual([]);
    await morning('2026-11-24T13:00:00.000Z');
    await morning('2026-11-24T13:01:00.000Z');
    clerk = await world.open();
    await morning('2026-11-24T20:00:00.000Z');
    for (const address of [officer, approver]) expect(await summaries(address)).toHaveLength(1);
    const [told] = await summaries();
    expect(told?.subject).toBe('Sommaire du mardi 24 novembre 2026');
    expect(words(told)).toMatch(/En quarantaine -+ 1\. Visite/);
    expect(words(told)).toContain('au plus tard le 24 novembre');
    expect(words(told)).toMatch(
      /Nouvelles demandes -+ 2\. Mine rescue.*Marie Tremblay.*On attend les précisions du demandeur/,
    );
    expect(words(told)).toMatch(
      /Mises en attente -+ 3\. Centre des métiers.*jusqu’au 15 janvier 2027 \(congé\)|3\. Centre/,
    );
    expect(words(told)).toContain('0 orphelin');
    expect(words(told)).toContain('Reçus : 5');
    expect(words(told)).toContain('Équipe : 2');
    expect(words(told)).toMatch(/Tête de la chaîne du journal : \d+ · [0-9a-f]{16}/);
    expect(told?.html).toContain(encodeURIComponent('[INMQ-2026-0003] #rouvrir'));
  });

  test('nothing on Saturdays, Sundays and holidays; Monday’s looks back to Friday', async () => {
    at('2026-12-18T15:00:00.000Z');
    await asks('ama@tgtu.example', 'Mine rescue');
    for (const day of [
      '2026-12-19',
      '2026-12-20',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
      '2027-01-01',
    ])
      await morning(`${day}T14:00:00.000Z`);
    expect(await summaries()).toEqual([]);
    await morning('2027-01-04T14:00:00.000Z');
    expect(await summaries()).toHaveLength(1);
    await morning('2027-01-08T14:00:00.000Z');
    at('2027-01-08T15:00:00.000Z');
    await asks('bat@gobivoc.example', 'Simulators');
    await morning('2027-01-11T14:00:00.000Z');
    const told = words((await summaries()).at(-1));
    expect(told).toContain('Courriels reçus depuis le vendredi 8 janvier 2027');
    expect(told).toContain('Reçus : 1');
  });

  test('a morning that was missed is made up for by the next one', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await morning('2026-11-27T14:00:00.000Z');
    at('2026-11-28T15:00:00.000Z');
    await asks('bat@gobivoc.example', 'Simulators');
    await asks('win@lottery.example', 'WIN', { Precedence: 'bulk', 'List-Id': '<win.lottery.example>' });
    await morning('2026-12-01T14:00:00.000Z');
    const told = words((await summaries()).at(-1));
    expect(told).toContain('Courriels reçus depuis le vendredi 27 novembre 2026');
    expect(told).toContain('win@lottery.example : WIN');
  });

  test('what is late is said each morning until it is done, and then no more', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await morning('2026-11-25T13:00:00.000Z');
    await morning('2026-11-26T13:00:00.000Z');
    for (const told of await summaries())
      expect(words(told)).toMatch(/Pour l’équipe : en retard -+ 1\. Mine rescue.*c’était pour le 24 novembre/);
    await command('[INMQ-2026-0001] #prendre');
    await morning('2026-11-27T13:00:00.000Z');
    expect(words((await summaries()).at(-1))).not.toContain('en retard');
  });

  test('its numbers stand for the references, in its thread and on its day, and it proves possession', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await asks('kouadio@mines-ci.example', 'Centre des métiers');
    await morning('2026-11-24T13:00:00.000Z');
    const [mine, theirs] = [(await summaries())[0], (await summaries(approver))[0]];
    await command('#prendre 2', officer, mine);
    expect(clerk.register.requests.get('INMQ-2026-0002')?.officer).toBe('mtremblay');
    await command('#responsable 1 dlavoie');
    expect(clerk.register.requests.get('INMQ-2026-0001')?.officer).toBe('dlavoie');
    await command('#note 2', officer, theirs);
    expect(clerk.register.requests.get('INMQ-2026-0002')?.notes).toEqual([]);
    for (const [subject, line] of [
      ['#prendre 2 #note 1', '#note 1'],
      ['#note 2 #note 1 vu', '#note 1 vu'],
    ] as const) {
      await command(subject, officer, mine);
      expect(words((await world.lettersTo(officer)).at(-1))).toMatch(
        `L’objet donne deux numéros, 2 et 1, et un courriel ne concerne qu’une demande : écrivez « ${line} » dans un autre courriel.`,
      );
    }
    expect([...clerk.register.requests.values()].flatMap(({ notes }) => notes)).toEqual([]);
    // A day is no number of the list.
    await command('#responsable 2 dlavoie #attente 16 janvier 2027', officer, mine);
    expect(clerk.register.requests.get('INMQ-2026-0002')?.held?.until).toBe('2027-01-16');
    await command('#prendre 9', officer, mine);
    expect(words((await world.lettersTo(officer)).at(-1))).toContain(
      'La liste n’a pas de numéro 9 : elle va de 1 à 2.',
    );
    at('2026-11-25T12:00:00.000Z');
    await command('#prendre 1');
    expect(clerk.register.requests.get('INMQ-2026-0001')?.officer).toBe('dlavoie');
  });

  test('#liste gives numbers too', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await asks('salma@ofm-ma.example', 'Visite', { 'X-Spam-Flag': 'YES' });
    await command('#liste à vérifier');
    const told = words((await world.lettersTo(officer)).at(-1));
    expect(told).toContain('Demandes à vérifier : 1');
    expect(told).toContain('1. INMQ-2026-0002 · Visite');
    await command('#indésirable 1');
    expect(clerk.register.requests.get('INMQ-2026-0002')?.outcome).toBe('spam');
    for (const [line, count] of [
      ['#liste', 1],
      ['#liste mes', 0],
      ['#liste retard', 0],
    ] as const) {
      await command(line);
      expect(words((await world.lettersTo(officer)).at(-1))).toContain(`: ${count}`);
    }
    await command('#liste demain');
    expect((await world.lettersTo(officer)).at(-1)?.subject).toBe('Rien n’a été changé');
  });

  test('a pause is told, with the way to end it', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await command('#pause incident');
    await morning('2026-11-24T13:00:00.000Z');
    const [told] = await summaries();
    expect(words(told)).toContain('Depuis 2026-11-23 : incident');
    expect(told?.html).toContain(encodeURIComponent('#reprendre'));
  });
});

describe('the count', () => {
  test('finds a mail that leads nowhere, and the morning mail raises an alarm', async () => {
    await asks('ama@tgtu.example', 'Mine rescue');
    await asks('kouadio@mines-ci.example', 'Centre des métiers');
    const request = clerk.register.requests.get('INMQ-2026-0002');
    const [lost] = request?.mails.splice(0) ?? [];
    const count = countMails(clerk.register, '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z');
    expect(count).toMatchObject({ seen: 2, requests: 1, orphans: [lost] });
    await morning('2026-11-24T13:00:00.000Z');
    expect(words((await summaries())[0])).toContain('1 sans place au registre');
    expect((await world.lettersTo(officer)).some(({ subject }) => subject.startsWith('Alerte'))).toBe(true);
  });
});
