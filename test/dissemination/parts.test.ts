import { beforeAll, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { planDigest } from '../../src/dissemination/digest.ts';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { type Composer, compile, compose } from '../../src/letters.ts';
import { emptyRegister } from '../../src/model/register.ts';
import type { Notice, Request } from '../../src/model/request.ts';
import { policy as house } from '../letters/samples.ts';
import { FakeWorld } from '../world.ts';
import { deux, release, un } from './release.ts';

/** Gmail counts the decoded HTML. */
const clipped = 102_400;
const policy = { ...house, partners: [un, deux] };
const now = new Date('2026-11-23T15:00:00Z');

let composer: Composer;
beforeAll(async () => {
  composer = compile(await loadTemplates(ownTemplates));
});

/** What goes out of notices whose points all read like that. */
function sent(texts: readonly string[], organisation: string) {
  const requests = texts.map((text, index): Request => {
    const points = { needs: text, expectations: text, agreementType: text, resources: text, timeline: text };
    const reference = `INMQ-2026-${String(index + 1).padStart(4, '0')}`;
    const contact = { name: organisation, address: `${'a'.repeat(60)}@tgtu.example` };
    const notice: Notice = {
      reference,
      organisation,
      country: 'CI',
      category: 'short',
      points,
      contact,
      deadline: '2027-11-02',
    };
    // Of a request only its notice is looked at here.
    return { reference, notice: { notice, hash: '', author: '', at: now.toISOString() } } as unknown as Request;
  });
  const { letters } = planDigest(`digest/short/${now.toISOString()}`, requests, emptyRegister(), policy, now);
  return {
    references: requests.map(({ reference }) => reference),
    dataOf: (partner: string) => letters.filter((letter) => letter.partner === partner).map(({ data }) => data),
    of: (partner: string) =>
      letters.filter((letter) => letter.partner === partner).map((letter) => compose(letter, composer, policy)),
  };
}
const carried = (html: string) =>
  [...html.matchAll(/<li[^>]*>.*?(INMQ-2026-\d{4})/g)].map(([, reference]) => reference);

describe('twenty notices', () => {
  test.each([
    ['of usual length', 'Former 12 instructeurs en sauvetage minier. '.repeat(6), 1],
    ['of maximal length, with accents', 'é'.repeat(6000), 20],
    ['long, all marks', '&<"\'\n'.repeat(600), 20],
    ['rather long', 'Élèves, évaluation & équipement. '.repeat(30), 2],
  ])('%s: no mail is clipped, none is left out, all partners get the same', (_what, text, least) => {
    const { of, dataOf, references } = sent(
      Array.from({ length: 20 }, () => text),
      'Établissement d’État '.repeat(20),
    );
    const one = of('un');
    expect(dataOf('un')).toEqual(dataOf('deux'));
    expect(one.length).toBeGreaterThanOrEqual(least === 20 ? 10 : least);
    expect(one.length).toBeLessThanOrEqual(Math.max(least, 4));
    for (const { html } of one) expect(Buffer.byteLength(html)).toBeLessThan(clipped);
    expect(one.flatMap(({ html }) => carried(html))).toEqual(references);
  });
});

test('parts say so, and each is answered and closed by itself', async () => {
  const world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  const clerk: Clerk = await world.open();
  const needs = 'Former & évaluer "à la mine"; '.repeat(200);
  const senders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map(
    (name) => `${name.toUpperCase()} Sow <${name}@${name}-mines.example>`,
  );
  const references: string[] = [];
  for (const from of senders)
    references.push(await release(world, clerk, { from, needs, subject: `Formation ${from}` }));
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  const mails = (await world.lettersTo('a@un.test')).filter(({ subject }) => /^Bulletin/.test(subject));
  expect(mails.map(({ subject }) => /partie \d de \d/.exec(subject)?.[0])).toEqual(['partie 1 de 2', 'partie 2 de 2']);
  for (const { html } of mails) expect(Buffer.byteLength(html ?? '')).toBeLessThan(clipped);
  const digests = [...clerk.register.digests.values()];
  expect(digests.flatMap((digest) => digest.references)).toEqual(references);
  expect(new Set(digests.map(({ answerBy }) => answerBy)).size).toBe(1);
  world.clock.pass(20 * 86_400_000);
  await clerk.followAgenda();
  await clerk.sendDue();
  const results = (await world.lettersTo('a@un.test')).filter(({ subject }) => /^Résultat/.test(subject));
  expect(results).toHaveLength(2);
});
