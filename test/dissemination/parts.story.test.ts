import { describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { askApproval } from '../../src/dissemination/approval.ts';
import { planDigest } from '../../src/dissemination/digest.ts';
import { tooLong } from '../../src/dissemination/parts.ts';
import { compose } from '../../src/letters.ts';
import type { Letter } from '../../src/model/letter.ts';
import { emptyRegister } from '../../src/model/register.ts';
import type { Notice, Request } from '../../src/model/request.ts';
import { composer } from '../letters/composer.ts';
import { policy as house } from '../letters/samples.ts';
import { FakeWorld } from '../world.ts';
import { command, deux, release, un } from './release.ts';

/** Gmail counts the decoded HTML. */
const clipped = 102_400;
const policy = { ...house, partners: [un, deux] };
const now = new Date('2026-11-23T15:00:00Z');

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

describe('a notice that no letter would show whole', () => {
  const sheet = (text: string, organisation = 'Tarkwa Gold Technical University'): Notice => ({
    ...{ reference: 'INMQ-2026-0001', organisation, country: 'GH', category: 'short' },
    points: { needs: text, expectations: text, agreementType: text, resources: text, timeline: text },
  });

  test.each<[string, Notice, string | undefined]>([
    ['of usual length', sheet('Former 12 instructeurs. '.repeat(6)), undefined],
    ['of 6,000 letters each', sheet('e'.repeat(6000)), undefined],
    [
      'with one letter more',
      sheet('e'.repeat(6001)),
      '« Nature des besoins » compte 6 001 caractères, et une lettre n’en montre que 6 000.',
    ],
    [
      'of 6,000 accents each',
      sheet('é'.repeat(6000)),
      'La fiche occuperait 64 ko dans un courriel, et il n’y a place que pour 46 ko',
    ],
    ['of marks', sheet('<'.repeat(2000)), 'La fiche occuperait 64 ko'],
    ['with a long name', sheet('x', 'École '.repeat(40)), 'Le nom de l’organisation compte 248 caractères'],
  ])('%s', (_what, notice, words) => {
    const said = tooLong(notice)?.replace(/\s/g, ' ');
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  test.each([
    ['letters', 'e'.repeat(6000)],
    ['accents', 'é'.repeat(3600)],
    ['marks', '&<"\'\n'.repeat(250)],
  ])('the longest that is allowed, of %s, is shown whole where it is approved, sent and corrected', (_what, text) => {
    const notice = sheet(text);
    expect(tooLong(notice)).toBeUndefined();
    const requester = { name: 'Ama Boateng', address: 'aboateng@tgtu.example' };
    const asking = { reference: notice.reference, requester, subject: 'Training', language: 'en' } as Request;
    const { letter: approval } = askApproval(asking, notice, 5, policy, now);
    const part = { title: 'Nature des besoins', value: text };
    const item = { reference: notice.reference, title: 'x', parts: Array.from({ length: 10 }, () => part) };
    const addendum = {
      ...approval,
      ...{ name: 'addendum', languages: ['fr'], digest: 'digest/short/2026-11-23T14:00:00.000Z' },
      data: { category: 'short', what: 'correction', over: false, deadline: now.toISOString(), items: [item] },
    } as Letter;
    const [digest] = sent([text], notice.organisation).of('un');
    for (const content of [compose(approval, composer, policy), compose(addendum, composer, policy), digest]) {
      expect(Buffer.byteLength(content?.html ?? '')).toBeLessThan(clipped);
      expect(content?.text).not.toContain('[…]');
      expect(content?.html).not.toContain('[…]');
    }
  });

  test('is not released: staff reads what is too long; neither is a correction, or an addendum', async () => {
    const world = new FakeWorld();
    const clerk = await world.open();
    const long = 'Former des instructeurs. '.repeat(260);
    await expect(release(world, clerk, { needs: long })).rejects.toThrow('was not released');
    const refusal = await world.lastLetterTo('dlavoie@greffier.test');
    expect(refusal.text.replace(/\s+/g, ' ')).toContain('« Nature des besoins » compte 6 499 caractères');
    const reference = await release(world, clerk, { from: 'Salma <s@ofm-ma.example>', subject: 'Visite' });
    world.clock.pass(60_000);
    await clerk.tick('short');
    await clerk.sendDue();
    const before = world.postman.sent.length;
    for (const [line, text] of [
      ['#rectifier', `Nature des besoins : ${long}`],
      ['#addenda', `Question : x\nRéponse : ${long}`],
    ] as const) {
      const refused = await command(world, clerk, 'dlavoie@greffier.test', `[${reference}] ${line}`, text);
      expect(refused.text.replace(/\s+/g, ' '), line).toContain('une lettre n’en montre que 6 000');
    }
    expect(world.postman.sent.length).toBe(before + 2);
  });
});
