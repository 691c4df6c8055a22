import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { readerOf } from '../../src/dissemination/readers.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { network } from '../../src/model/network.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// Whatever happens to addresses meanwhile, nobody reads a letter about a digest before the digest itself, nor an older text
// of a notice after a newer one.

const hour = 3_600_000;
const approver = 'dlavoie@greffier.test';
const trois: Partner = {
  id: 'trois',
  name: 'Cégep Trois',
  contacts: ['d', 'e', 'f'].map((name) => ({ name, address: `${name}@trois.test` })) as unknown as Partner['contacts'],
};
const members = [un, deux, trois];
const addresses = members.flatMap(({ contacts }) => contacts.map(({ address }) => address));

const occurrence = fc.record({
  what: fc.constantFrom(
    ...(['correction', 'correction', 'correction', 'bounce', 'bounce', 'bounce'] as const),
    ...(['hours', 'puts off', 'refuses', 'takes again', 'stops', 'substitute', 'drops', 'restart'] as const),
  ),
  whom: fc.nat(addresses.length - 1),
  which: fc.nat(9),
});
type Occurrence = typeof occurrence extends fc.Arbitrary<infer Value> ? Value : never;

test('each reader has the digest first, then what came after it, in order, once, and the newest text last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(occurrence, { minLength: 8, maxLength: 16 }), async (occurrences) => {
      const office = await opened();
      for (const [index, one] of occurrences.entries()) await office.lives(one, index + 1);
      await office.settles();
      await office.judges();
    }),
    { seed: 6, numRuns: 25, endOnFailure: true },
  );
});

async function opened() {
  const world = new FakeWorld();
  world.policy = { ...world.policy, partners: members };
  let clerk: Clerk = await world.open();
  const references: string[] = [];
  const newest = new Map<string, string>();

  const passes = async (ms: number) => {
    for (let round = 0; round < 3; round++) {
      await clerk.followAgenda();
      await clerk.sendDue();
    }
    world.clock.pass(ms);
  };
  for (const from of ['Ama Boateng <ama@tgtu.example>', 'Zoe Quist <zoe@zq.example>']) {
    await passes(hour);
    references.push(await release(world, clerk, { from, subject: `For ${from.slice(0, 3)}`, timeline: 'mai 2029' }));
    world.clock.pass(20 * hour);
    await clerk.tick('short');
    await passes(60_000);
  }

  const lives = async ({ what, whom, which }: Occurrence, index: number) => {
    const address = addresses[whom] ?? '';
    const member = network(clerk.register, world.policy).find(({ id }) => address.endsWith(`@${id}.test`));
    if (what === 'correction') {
      const reference = references[which % 2] ?? '';
      await command(world, clerk, approver, `[${reference}] #rectifier`, `Attentes : version ${index} du texte`);
      newest.set(reference, `version ${index} du texte`);
    } else if (what === 'bounce') {
      const read = await world.lettersTo(address);
      const { messageId } = read[which % Math.max(1, read.length)] ?? {};
      if (messageId) await world.arrives(clerk, await bounceOf(world, address, '550 5.1.1 unknown', messageId));
    } else if (what === 'hours') await passes(which * hour);
    else if (what === 'puts off')
      world.postman.answers.set(address, { state: 'deferred', response: '451 4.7.1 later' });
    else if (what === 'refuses') world.postman.answers.set(address, { state: 'refused', response: '550 5.1.1 no' });
    else if (what === 'takes again') world.postman.answers.delete(address);
    else if (what === 'stops')
      await world.arrives(clerk, await written({ from: address, subject: 'Désabonnement', text: '' }));
    else if (what === 'substitute')
      await command(world, clerk, approver, `#partenaire ${member?.id} remplaçant ${address} Zoé Roy`);
    else {
      if (what === 'drops') drop(address);
      clerk = await world.open();
    }
    await passes(7 * 60_000);
  };

  const drop = (address: string) => {
    const partners = world.policy.partners.map((partner) => {
      const [first, ...others] = partner.contacts.filter((contact) => contact.address !== address);
      return first ? { ...partner, contacts: [first, ...others] as Partner['contacts'] } : partner;
    });
    world.policy = { ...world.policy, partners };
  };

  const settles = async () => {
    world.postman.answers.clear();
    for (let round = 0; round < 4; round++) await passes(9 * hour);
  };

  /** By what came over the wire. */
  const judges = async () => {
    const { register } = clerk;
    for (const [id, digest] of register.digests) {
      const { closed, references: carried } = digest;
      expect(closed).toBeUndefined();
      const about = register.aboutDigest.get(id) ?? [];
      const places = new Map<string, number>();
      for (const [index, letterId] of about.entries()) {
        const { letter, copyOf = '', messageId = '' } = register.letters.get(letterId) ?? {};
        const place = letter === 'digest' ? 0 : (places.get(copyOf) ?? index);
        places.set(letterId, place).set(messageId, place);
      }
      const kept = new Set(about.flatMap((of) => arrived(of, clerk)));
      for (const address of addresses) {
        const read = (await world.lettersTo(address)).flatMap(({ messageId = '' }) => {
          const place = places.get(messageId);
          return place === undefined ? [] : [{ place, kept: kept.has(messageId) }];
        });
        expect(read[0]?.place ?? 0, `${address} has the digest first`).toBe(0);
        for (const [index, { place }] of read.entries()) {
          if (place > (read[index - 1]?.place ?? -1)) continue;
          // Again, or what should have come before: only where it had come back.
          const before = read.slice(0, index).filter((other) => other.place === place);
          expect(before.length, `${address} has all in order`).toBeGreaterThan(0);
          expect(
            before.map((other) => other.kept),
            `${address} has all once`,
          ).not.toContain(true);
        }
      }
      for (const member of network(register, world.policy)) {
        const reader = readerOf(member, digest, register)?.address;
        const read = reader === undefined ? [] : await world.lettersTo(reader);
        for (const reference of reader === undefined ? [] : carried)
          expect(lastText(reference, read), `${reader} has the newest text`).toContain(
            newest.get(reference) ?? reference,
          );
      }
    }
  };
  return { lives, settles, judges };
}

function arrived(id: string, { register }: Clerk): string[] {
  const { state, messageId } = register.letters.get(id) ?? {};
  return state === 'accepted' && messageId !== undefined ? [messageId] : [];
}

function lastText(reference: string, read: readonly Mail[]): string {
  return (
    read.findLast(({ subject, text }) => /^(?:Bulletin|Addenda)/.test(subject) && text.includes(reference))?.text ?? ''
  ).replaceAll(/\s+/g, ' ');
}
