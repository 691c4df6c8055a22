import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { attest } from '../../src/dissemination/attestation.ts';
import { attestationText } from '../../src/dissemination/attestation-page.ts';
import { hashNotice } from '../../src/dissemination/notice.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

const day = 86_400_000;
const approver = 'dlavoie@greffier.test';
const officer = 'mtremblay@greffier.test';
const ama = 'aboateng@tgtu.example';
const trois: Partner = { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] };
const refused = { state: 'refused', response: '550 5.1.1 unknown' } as const;
const deferred = { state: 'deferred', response: '451 4.7.1 greylisted' } as const;

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  await configured(un, deux, trois);
  reference = await release(world, clerk);
  world.clock.pass(60_000);
});

async function configured(...partners: Partner[]): Promise<void> {
  world.policy = { ...world.policy, partners };
  clerk = await world.open();
  await follow();
}
async function follow(): Promise<void> {
  await clerk.followAgenda();
  await clerk.sendDue();
}
const goesOut = async () => {
  await clerk.tick('short');
  await clerk.sendDue();
  world.clock.pass(60_000);
};
const rectify = async (timeline: string) => {
  await command(world, clerk, approver, `[${reference}] #rectifier`, `Échéancier préliminaire : ${timeline}`);
  world.clock.pass(60_000);
};
const digest = () => {
  const [[id, found] = ['']] = clerk.register.digests;
  if (!found) throw new Error('no digest was planned');
  return { id, ...found };
};
const attested = () => attest(digest().id, digest(), clerk.register, new Map());
const sent = (address: string) =>
  [...clerk.register.letters.values()]
    .filter(({ to, state }) => to.address === address && state === 'accepted')
    .map(({ letter, content }) => `${letter} ${content}`);
const all = async (address: string) => (await world.lettersTo(address)).map(({ text }) => text).join('\n');

describe('whoever takes over has what all others have, letter by letter', () => {
  test('after a bounce that came later: the correction too, and nothing twice when that one bounces as well', async () => {
    await goesOut();
    await rectify('juin 2028');
    world.clock.pass(2 * day);
    const ids = (await world.lettersTo('b@deux.test')).map(({ messageId }) => messageId);
    const ofDigest = await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown', ids[0]);
    const ofAddendum = await bounceOf(world, 'b@deux.test', '550 5.1.1 again', ids[1]);
    await world.arrives(clerk, ofDigest);
    await follow();
    await world.arrives(clerk, ofAddendum);
    await follow();
    const one = sent('a@un.test');
    expect(one).toHaveLength(3);
    expect(sent('c@deux.test').toSorted()).toEqual(one.toSorted());
  });

  test('after some time without any address: what went out meanwhile', async () => {
    await goesOut();
    world.postman.answers.set('d@trois.test', refused);
    await rectify('juin 2028');
    await rectify('juillet 2028');
    await command(world, clerk, approver, '#partenaire trois remplaçant e@trois.test Eve Roy');
    await follow();
    await follow();
    expect(sent('e@trois.test')).toEqual(sent('a@un.test'));
  });

  test('after it left and came back', async () => {
    await goesOut();
    await configured(un, deux);
    await rectify('juin 2028');
    await configured(un, deux, trois);
    await follow();
    expect(sent('d@trois.test')).toEqual(sent('a@un.test'));
  });

  test('two corrections in the same words are two: a newcomer ends with the right text', async () => {
    await configured(un, deux);
    await goesOut();
    for (const timeline of ['juin 2027', 'mai 2027', 'juin 2027']) await rectify(timeline);
    await configured(un, deux, trois);
    await follow();
    expect(sent('d@trois.test')).toEqual(sent('a@un.test'));
    expect(attested().addenda.map(({ accepted, sent: planned }) => [accepted, planned])).toEqual([
      [3, 3],
      [3, 3],
      [3, 3],
    ]);
  });
});

test('the end waits, within the cap, for a substitute whose letter is on its way', async () => {
  await goesOut();
  world.clock.at = new Date(Date.parse(digest().deadline ?? '') - 6 * 3_600_000);
  world.postman.answers.set('c@deux.test', deferred);
  await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown'));
  world.clock.pass(12 * 3_600_000);
  await follow();
  expect(digest().closed).toBeUndefined();
  world.postman.answers.delete('c@deux.test');
  world.clock.pass(day);
  await follow();
  expect(digest().deadline).toBe(digest().latest);
});

test('time runs from the substitute, too, when the digest of who had it comes back only after that one has it', async () => {
  await goesOut();
  const [{ messageId } = {}] = await world.lettersTo('b@deux.test');
  await rectify('juin 2028');
  world.clock.pass(2 * day);
  await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown'));
  await follow();
  expect(sent('c@deux.test')).toHaveLength(2);
  const { deadline } = digest();
  await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 gone', messageId));
  // Who was served last has as many days as all others.
  expect([deadline, digest().deadline]).toEqual(['2026-12-08T04:59:59.999Z', '2026-12-10T04:59:59.999Z']);
  expect((await world.lettersTo('a@un.test')).at(-1)?.subject).toContain('échéance prolongée');
});

test('who left after it declared an interest is named, by its name, in the result and to the requester', async () => {
  await goesOut();
  await world.arrives(
    clerk,
    await written({ from: 'b@deux.test', subject: `[${reference}] Intérêt`, text: 'Nous participons.' }),
  );
  await configured(un, trois);
  world.clock.pass(20 * day);
  await follow();
  for (const address of ['a@un.test', ama]) expect((await world.lastLetterTo(address)).text).toContain('Cégep Deux');
});

test('an institution that was served is not told to staff as missed because who took over there is not yet', async () => {
  await goesOut();
  await world.arrives(clerk, await written({ from: 'b@deux.test', subject: 'Désabonnement', text: '' }));
  world.postman.answers.set('c@deux.test', deferred);
  await follow();
  world.clock.pass(20 * day);
  await follow();
  expect(digest().closed).toBeDefined();
  expect(await all(officer)).not.toContain('sans que le bulletin ait été livré');
  expect([...clerk.register.outbox].map((id) => clerk.register.letters.get(id)?.letter)).not.toContain('digest');
});

test('a late bounce once the time is over raises no alarm that there is no address left', async () => {
  await goesOut();
  const bounce = await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown');
  world.clock.pass(20 * day);
  await follow();
  await world.arrives(clerk, bounce);
  const alarms = (await world.lettersTo(officer)).filter(({ text }) => text.includes('n’a plus d’adresse'));
  expect(alarms).toEqual([]);
});

test('a sign of life that is refused counts against the contact, and goes to the substitute', async () => {
  world.clock.at = new Date('2027-01-05T15:00:00Z');
  world = new FakeWorld();
  await configured(un, deux);
  await world.arrives(clerk, await written({ from: 'x@y.test', subject: 'Bonjour', text: 'Bonjour, une demande.' }));
  world.postman.answers.set('b@deux.test', refused);
  world.clock.at = new Date('2027-01-05T15:00:00Z');
  await follow();
  await follow();
  expect(sent('c@deux.test')).toHaveLength(1);
  expect(Object.keys(clerk.register.partners.get('deux')?.failed ?? {})).toEqual(['b@deux.test']);
});

describe('the attestation', () => {
  test('names who could not be written to, and counts it as not served', async () => {
    await world.arrives(clerk, await written({ from: 'd@trois.test', subject: 'Désabonnement', text: '' }));
    await goesOut();
    expect(attested()).toMatchObject({ accepted: 2, pending: 0, failed: 1 });
    expect(attested().recipients.find(({ partner }) => partner === 'trois')?.state).toBe('unwritten');
    expect(attestationText(attested(), 'America/Toronto')).toContain('aucune adresse à laquelle écrire');
    // Whoever is named the next day is served.
    await command(world, clerk, approver, '#partenaire trois remplaçant e@trois.test Eve Roy');
    await follow();
    expect(sent('e@trois.test')).toEqual(sent('a@un.test'));
  });

  test('shows the hash of the text that went out, not of one that was corrected before', async () => {
    await rectify('juin 2028');
    await goesOut();
    const carried = clerk.register.requests.get(reference)?.notice?.notice;
    const expected = carried && hashNotice(carried);
    expect(attested().notices.map(({ hash }) => hash)).toEqual([expected]);
    await rectify('juillet 2028');
    expect(attested().notices.map(({ hash }) => hash)).toEqual([expected]);
  });
});

describe('a contact that may not be shown any more', () => {
  const consents = (yes: string) =>
    command(world, clerk, approver, `[${reference}] #rectifier`, `Coordonnées : ${yes}, appel du 3 mai`);

  test('what waits in the outbox goes out without it, and nothing else is different', async () => {
    await consents('oui');
    world.postman.answers.set('d@trois.test', deferred);
    await goesOut();
    expect(await all('a@un.test')).toContain(ama);
    await consents('non');
    world.postman.answers.delete('d@trois.test');
    world.clock.pass(3_600_000);
    // Not even before anybody looked at it.
    await clerk.sendDue();
    expect(await world.lettersTo('d@trois.test')).toEqual([]);
    await follow();
    await follow();
    const [theirs = '', ours = ''] = [await all('d@trois.test'), await all('a@un.test')];
    expect(theirs).not.toContain(ama);
    expect(theirs).toBe(ours.replace(/^.*Personne-ressource.*\n/m, ''));
    expect(attested()).toMatchObject({ accepted: 3, withheld: [reference] });
    expect(digest().deadline).toBeDefined();
    expect(attestationText(attested(), 'America/Toronto')).toContain('retiré son consentement');
  });

  test('no substitute is sent it after a bounce', async () => {
    await consents('oui');
    await goesOut();
    await consents('non');
    await world.arrives(clerk, await bounceOf(world, 'b@deux.test', '550 5.1.1 unknown'));
    await follow();
    expect(await all('c@deux.test')).toContain('Voici 1');
    expect(await all('c@deux.test')).not.toContain(ama);
  });

  test('where none was ever shown, a newcomer has the very letter of the others', async () => {
    await consents('non');
    await configured(un, deux);
    await goesOut();
    await rectify('juin 2028');
    await configured(un, deux, trois);
    await follow();
    expect(sent('d@trois.test')).toEqual(sent('a@un.test'));
    expect(attested().content).toHaveLength(1);
  });
});
