import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { attest } from '../../src/dissemination/attestation.ts';
import { attestationText } from '../../src/dissemination/attestation-page.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const approver = 'dlavoie@greffier.test';
const refused = { state: 'refused', response: '552 5.2.2 boîte pleine' } as const;
const deferred = { state: 'deferred', response: '451 4.7.1 greylisted' } as const;
const day = 86_400_000;

let world: FakeWorld;
let clerk: Clerk;
let reference: string;

beforeEach(async () => {
  world = new FakeWorld();
  const { modalities } = world.policy;
  const short = { ...modalities.short, reminderDays: 5, extensionDays: 5 };
  world.policy = { ...world.policy, partners: [un, deux], modalities: { ...modalities, short } };
  clerk = await world.open();
  reference = await release(world, clerk);
  world.clock.at = new Date('2026-11-23T16:00:00Z');
});
const goesOut = async () => {
  await clerk.tick('short');
  await clerk.sendDue();
};
const follow = async (ms = 0) => {
  world.clock.pass(ms);
  for (let look = 0; look < 3; look++) {
    await clerk.followAgenda();
    await clerk.sendDue();
  }
};
const made = () => {
  const [[id, digest] = ['']] = clerk.register.digests;
  if (!digest) throw new Error('no digest was planned');
  const attested = attest(id, digest, clerk.register, new Map([un, deux].map((partner) => [partner.id, partner.name])));
  return { ...attested, deux: attested.recipients.find(({ partner }) => partner === 'deux') };
};
const text = () => attestationText(made(), 'America/Toronto').replaceAll('\u00A0', ' ');
const bounces = async (diagnostic: string) => world.arrives(clerk, await bounceOf(world, 'b@deux.test', diagnostic));

describe('the attestation of a digest that was handed over to another contact', () => {
  const later: [string, string, () => Promise<unknown>][] = [
    ['a reminder', 'reminder', () => follow(7 * day)],
    [
      'an addendum',
      'addendum',
      () => command(world, clerk, approver, `[${reference}] #rectifier`, 'Attentes : un diplôme'),
    ],
  ];
  test.each(later)('because %s did not reach the first one', async (_what, letter, happens) => {
    await goesOut();
    world.postman.answers.set('b@deux.test', refused);
    world.clock.pass(day);
    await happens();
    await follow(60_000);
    const attested = made();
    // The row, the head and the spread are of the letter that served the institution.
    expect(attested.deux).toMatchObject({
      address: 'b@deux.test',
      acceptedAt: attested.first,
      acceptedBy: '250 taken',
    });
    expect(attested).toMatchObject({ accepted: 2, failed: 0, pending: 0, spreadSeconds: 0, last: attested.first });
    expect(attested.deux?.again).toMatchObject([{ address: 'c@deux.test', state: 'accepted' }]);
    expect(attested.deux?.before).toEqual([]);
    expect(attested.failures).toMatchObject([
      { partner: 'deux', letter, address: 'b@deux.test', response: refused.response, instead: 'c@deux.test' },
    ]);
    expect(text()).not.toContain('Motif : 250');
    expect(text()).toContain('Cégep Deux (envoyé de nouveau)');
  });

  test('because the digest came back', async () => {
    await goesOut();
    world.clock.pass(day);
    await bounces('550 5.1.1 inconnu');
    await follow(60_000);
    expect(made().deux).toMatchObject({
      address: 'c@deux.test',
      state: 'accepted',
      acceptedAt: made().last,
      again: [],
    });
    expect(made().failures).toMatchObject([
      { letter: 'digest', address: 'b@deux.test', state: 'bounced', instead: 'c@deux.test' },
    ]);
    expect(made().spreadSeconds).toBeGreaterThan(80_000);
  });

  test('because the person does not want it any more: nothing failed', async () => {
    await goesOut();
    world.clock.pass(day);
    await world.arrives(clerk, await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' }));
    await follow();
    expect(made().deux).toMatchObject({ address: 'b@deux.test', again: [{ address: 'c@deux.test' }] });
    expect(made().failures).toEqual([]);
    expect(text()).not.toContain('Les échecs');
  });

  test('before it was sent: that it was not, in French', async () => {
    world.postman.answers.set('b@deux.test', deferred);
    await goesOut();
    await world.arrives(clerk, await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' }));
    await follow(60_000);
    expect(made().deux).toMatchObject({ address: 'c@deux.test', state: 'accepted' });
    expect(made().failures).toMatchObject([{ letter: 'digest', state: 'withdrawn', instead: 'c@deux.test' }]);
    expect(text()).toContain('Motif : non envoyé');
    expect(text()).not.toContain('withdrawn');
  });

  test('and came back from there too: no other is named', async () => {
    await goesOut();
    world.postman.answers.set('c@deux.test', refused);
    await bounces('550 5.1.1 inconnu');
    await follow();
    expect(made()).toMatchObject({ accepted: 1, failed: 1 });
    expect(made().failures.map(({ address, instead }) => [address, instead])).toEqual([
      ['b@deux.test', 'c@deux.test'],
      ['c@deux.test', null],
    ]);
    expect(text()).toContain('en rouge');
  });
});
