import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { attest } from '../../src/dissemination/attestation.ts';
import { attestationText } from '../../src/dissemination/attestation-page.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const zone = 'America/Toronto';
const officer = 'mtremblay@greffier.test';
const requester = 'aboateng@tgtu.example';

let world: FakeWorld;
let clerk: Clerk;
let first: string;
let second: string;

beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
});
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};
/** On Monday, 23 November; partners have ten business days, to Monday, 7 December. */
const bothGoOut = async () => {
  first = await release(world, clerk);
  second = await release(world, clerk, { from: 'Salma Idrissi <s.idrissi@ofm-ma.example>', subject: 'Visite' });
  await goesOut();
};
const at = async (moment: string, words: string) => {
  world.clock.at = new Date(moment);
  return flat((await command(world, clerk, officer, `[${first}] ${words}`)).text);
};
const follow = async (moment: string) => {
  world.clock.at = new Date(moment);
  await clerk.followAgenda();
  await clerk.sendDue();
};
const flat = (text: string) => text.replace(/[\s\u00A0]+/g, ' ');
const told = async (address: string, subject: RegExp) =>
  (await world.lettersTo(address)).filter((mail) => subject.test(mail.subject)).map(({ text }) => flat(text));
const answers = async (from: string, words: string) =>
  world.arrives(clerk, await written({ from, subject: `[${first}] ${words}`, text: 'Notre équipe est prête.' }));
const digest = () => {
  const [[id, known] = ['']] = clerk.register.digests;
  if (!known) throw new Error('no digest was planned');
  return { id, ...known };
};

describe('a request that is opened again while partners may answer', () => {
  test('is told to all who were told that it was closed, alike, and the result counts it', async () => {
    await bothGoOut();
    await answers('a@un.test', 'Intérêt');
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    const done = await at('2026-11-26T15:00:00Z', '#rouvrir');
    expect(done).toContain('à 2 partenaires');
    expect(done).toContain('jeudi 10 décembre 2026');
    const [one = '', ...more] = await told('a@un.test', /demande rouverte/);
    expect(more).toEqual([]);
    expect(await told('b@deux.test', /demande rouverte/)).toEqual([one]);
    expect(one).toContain(first);
    expect(one).not.toContain(second);
    expect(one).toContain('Une réponse déjà donnée reste valable');
    expect(one).toContain('jeudi 10 décembre 2026, inclusivement');
    await answers('b@deux.test', 'Intérêt');
    await follow('2026-12-08T15:00:00Z');
    expect(await told('a@un.test', /^Résultat/)).toEqual([]);
    await follow('2026-12-11T15:00:00Z');
    const [result = ''] = await told('a@un.test', /^Résultat/);
    expect(result).toContain(`${first} - Cégep Un - Cégep Deux`);
    const { text } = await world.lastLetterTo(requester);
    expect(flat(text)).toContain('Cégep Deux');
  });

  test.each([
    ['on the same day, and keeps the end', '2026-11-23T20:00:00Z', '2026-11-23T21:00:00Z', '2026-12-07'],
    ['three business days later, and ends as much later', '2026-11-23T20:00:00Z', '2026-11-26T15:00:00Z', '2026-12-10'],
    ['over a weekend, which takes no time', '2026-11-27T20:00:00Z', '2026-11-29T15:00:00Z', '2026-12-07'],
    ['on the last day, and leaves a whole one', '2026-12-07T16:00:00Z', '2026-12-07T17:00:00Z', '2026-12-08'],
  ])('is closed and opened again %s', async (_what, closed, opened, end) => {
    await bothGoOut();
    await at(closed, '#fermer retirée');
    await at(opened, '#rouvrir');
    expect(clerk.register.requests.get(first)?.status).toBe('disseminated');
    const { deadline = '' } = digest();
    expect(new Date(deadline).toLocaleDateString('en-CA', { timeZone: zone })).toBe(end);
    expect(await told('a@un.test', /demande rouverte/)).toHaveLength(1);
  });

  test('beside another that was: each counts the days that were left when it was closed itself', async () => {
    await bothGoOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    world.clock.at = new Date('2026-11-24T20:00:00Z');
    await command(world, clerk, officer, `[${second}] #fermer retirée`);
    const day = () => new Date(digest().deadline ?? '').toLocaleDateString('en-CA', { timeZone: zone });
    expect(await at('2026-11-26T15:00:00Z', '#rouvrir')).toContain('jeudi 10 décembre 2026');
    expect(day()).toBe('2026-12-10');
    // Nine days were left, to 7 December.
    world.clock.at = new Date('2026-11-30T15:00:00Z');
    await command(world, clerk, officer, `[${second}] #rouvrir`);
    expect(day()).toBe('2026-12-11');
  });

  test('twice: each time the days that it was closed for are given back', async () => {
    await bothGoOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    await at('2026-11-26T15:00:00Z', '#rouvrir');
    await at('2026-11-26T16:00:00Z', '#fermer retirée');
    await at('2026-11-30T15:00:00Z', '#rouvrir');
    expect(new Date(digest().deadline ?? '').toLocaleDateString('en-CA', { timeZone: zone })).toBe('2026-12-14');
    await at('2026-11-30T16:00:00Z', '#fermer retirée');
    await at('2026-11-30T17:00:00Z', '#rouvrir');
    expect(new Date(digest().deadline ?? '').toLocaleDateString('en-CA', { timeZone: zone })).toBe('2026-12-14');
  });

  test('says in the attestation why the end is later', async () => {
    await bothGoOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    await at('2026-11-26T15:00:00Z', '#rouvrir');
    const { id, ...known } = digest();
    const text = flat(attestationText(attest(id, known, clerk.register, new Map()), zone));
    expect(text).toContain(`prolongée pour tous à la réouverture de ${first}`);
  });

  test('is told to all, and not undone', async () => {
    await bothGoOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    await at('2026-11-26T15:00:00Z', '#rouvrir');
    expect(await at('2026-11-26T16:00:00Z', '#annuler')).toContain('rien à annuler');
  });

  test('stays closed where the days that partners lost would pass an outside deadline, and staff reads why', async () => {
    // With three days for the house, partners may answer to Friday, 27 November, and no longer.
    first = await release(world, clerk, { timeline: 'Réponse au plus tard le 2 décembre 2026' });
    await goesOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    const refused = await at('2026-11-26T15:00:00Z', '#rouvrir');
    expect(refused).toContain('leur échéance irait au mercredi 2 décembre 2026');
    expect(refused).toContain(`la date limite extérieure de ${first}, le mercredi 2 décembre 2026`);
    expect(refused).toContain('Après l’échéance actuelle, le vendredi 27 novembre 2026');
    expect(refused).toContain('#nouveau');
    expect(clerk.register.requests.get(first)?.status).toBe('closed');
    expect(await told('a@un.test', /demande rouverte/)).toEqual([]);
    await follow('2026-11-30T15:00:00Z');
    await at('2026-11-30T16:00:00Z', '#rouvrir');
    expect(clerk.register.requests.get(first)?.status).toBe('disseminated');
  });

  test('is opened on the same day where no day was lost, however near the outside deadline', async () => {
    first = await release(world, clerk, { timeline: 'Réponse au plus tard le 2 décembre 2026' });
    await goesOut();
    await at('2026-11-23T20:00:00Z', '#fermer retirée');
    expect(await at('2026-11-23T21:00:00Z', '#rouvrir')).toContain('à 2 partenaires');
  });
});

test('a request that is opened again after the end is the house’s own: partners hear nothing, and staff is told so', async () => {
  await bothGoOut();
  await at('2026-11-23T20:00:00Z', '#fermer retirée');
  await follow('2026-12-08T15:00:00Z');
  expect(await at('2026-12-08T16:00:00Z', '#rouvrir')).toContain('l’échéance est passée');
  expect(clerk.register.requests.get(first)?.status).toBe('disseminated');
  expect(await told('a@un.test', /demande rouverte/)).toEqual([]);
});
