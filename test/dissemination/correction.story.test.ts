import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld } from '../world.ts';
import { command, release } from './release.ts';

const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const partners = ['cfp-boreal', 'cegep-harricana', 'universite-nord'].map((id) => `international@${id}.test`);

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  reference = await release(world, clerk, { term: 'long' });
  world.clock.pass(60_000);
});

const request = () => {
  const found = clerk.register.requests.get(reference);
  if (!found) throw new Error('nothing is registered');
  return found;
};
const rectify = (text: string) => command(world, clerk, approver, `[${reference}] #rectifier`, text);
const tick = async (category: 'short' | 'long') => {
  await clerk.tick(category);
  await clerk.sendDue();
};
const digests = () => [...clerk.register.digests.values()].map(({ category }) => category);

describe('the category of a notice that is released', () => {
  test('is not changed by #catégorie, which says how it is', async () => {
    const refused = await command(world, clerk, officer, `[${reference}] #catégorie court terme, voté`);
    expect(refused.text.replace(/\s+/g, ' ')).toContain('c’est « #rectifier »');
    expect(request().category?.category).toBe('long');
  });

  test('before it is out, by #rectifier: it goes with the next digest of the other category', async () => {
    await rectify('Catégorie : court terme, le financement est voté');
    expect(request()).toMatchObject({ category: { category: 'short' }, notice: { notice: { category: 'short' } } });
    world.clock.pass(3_600_000);
    await tick('long');
    expect(digests()).toEqual([]);
    await tick('short');
    expect(digests()).toEqual(['short']);
  });

  test('once it is out: only with an addendum to all who have it; their deadline stays', async () => {
    await tick('long');
    const [digest] = clerk.register.digests.values();
    const { deadline } = digest ?? {};
    const refused = await command(world, clerk, officer, `[${reference}] #catégorie court terme, voté`);
    expect(refused.text.replace(/\s+/g, ' ')).toContain('un addenda part à tous.');
    await rectify('Catégorie : court terme, le financement est voté');
    expect(request().category).toMatchObject({ category: 'short', reason: 'le financement est voté' });
    const addenda = await Promise.all(partners.map((address) => world.lastLetterTo(address)));
    expect(new Set(addenda.map(({ text }) => text)).size).toBe(1);
    const text = addenda[0]?.text.replace(/\s+/g, ' ');
    expect(text).toContain('Catégorie, maintenant court terme (le financement est voté)');
    expect(text).toContain('Catégorie, auparavant long terme');
    expect([...clerk.register.digests.values()][0]?.deadline).toBe(deadline);
    // It is out already: no digest carries it a second time.
    world.clock.pass(3_600_000);
    await tick('short');
    expect(digests()).toEqual(['long']);
  });

  test.each([
    ['Catégorie : court terme', 'Le motif de la catégorie manque'],
    ['Catégorie : demain, voté', 'n’est pas une catégorie'],
    ['Catégorie : long terme, comme avant', 'Rien ne change'],
    ['Organisation : \nPays : \nCatégorie : \n', 'Aucune correction n’a été reconnue'],
  ])('%j is refused', async (text, why) => {
    expect((await rectify(text)).text).toContain(why);
  });
});

describe('an internal note does not leave the house', () => {
  const secret = 'Le recteur a perdu la confiance de son conseil.';
  beforeEach(() => command(world, clerk, officer, `[${reference}] #note`, secret));

  test.each([
    [`Catégorie : court terme, ${secret}`],
    [`Attentes : une attestation de réussite. ${secret}`],
    [`Nature des besoins : formation\nAttentes : le recteur a perdu la confiance de son conseil, dit-on`],
    [`Organisation : ${secret}`],
  ])('by %s, once the notice is out', async (text) => {
    await tick('long');
    const { notice, category } = structuredClone(request());
    const answer = await rectify(text);
    expect(answer.text.replace(/\s+/g, ' ')).toContain('note interne');
    expect(request()).toMatchObject({ notice, category });
  });

  test('nor by a notice that is released, and goes out with the next digest', async () => {
    expect((await rectify(`Attentes : ${secret}`)).text.replace(/\s+/g, ' ')).toContain('note interne');
    expect(request().notice?.notice.points.expectations).toBe('une attestation');
  });

  test('what stays in the house may repeat it', async () => {
    await rectify(`Catégorie : court terme, ${secret}`);
    expect(request().category).toMatchObject({ category: 'short', reason: secret });
    await tick('short');
    await rectify(`Coordonnées : oui, ${secret}`);
    expect(request().consent?.given).toBe(true);
    await rectify('Attentes : une attestation de réussite');
    expect(request().notice?.notice.points.expectations).toBe('une attestation de réussite');
  });
});

test('an organisation that holds a person tells nobody of them, in no line', async () => {
  await tick('long');
  const { name } = request().requester;
  await rectify(`Organisation : École des mines, ${name}, a.b@ecole.example, +233 24 123 4567`);
  const addendum = await world.lastLetterTo(partners[0] ?? '');
  expect(addendum.subject + addendum.text).toContain('École des mines');
  expect(addendum.subject + addendum.text + addendum.html).not.toMatch(/a\.b@|123 4567/);
  expect(addendum.text).not.toContain(name);
  expect(request().notice?.notice.organisation).toBe(
    'École des mines, [nom retiré], [coordonnées retirées], [coordonnées retirées]',
  );
});
