import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// Who asks not to be written to is a person, not an institution: whatever the network calls it by now, and whoever names
// the address, nothing goes there until that person says so.

const approver = 'dlavoie@greffier.test';
const a = 'a@un.test';
const trois: Partner = { id: 'trois', name: 'Cégep Trois', contacts: [{ name: 'D', address: 'd@trois.test' }] };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux, trois] };
  clerk = await world.open();
  await follows();
  await release(world, clerk);
  await goesOut();
  await writes(a, 'Désabonnement', '');
  await follows();
  expect(await bulletins()).toBe(1);
});
const follows = async () => {
  await clerk.followAgenda();
  await clerk.sendDue();
};
const goesOut = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};
const writes = async (from: string, subject: string, text: string) =>
  world.arrives(clerk, await written({ from, subject, text }));
const configuredAs = async (partners: readonly Partner[]) => {
  world.policy = { ...world.policy, partners };
  clerk = await world.open();
  await follows();
  await follows();
};
const anotherGoesOut = async () => {
  await release(world, clerk, { from: 'Bo <bo@x.example>', subject: 'Autre formation' });
  await goesOut();
  await follows();
};
const bulletins = async () =>
  (await world.lettersTo(a)).filter(({ subject }) => /^(?:Bulletin|Addenda|Rappel)/.test(subject)).length;

const nora = { name: 'N', address: 'n@un.test' };
const person = un.contacts[0];
test.each<[string, readonly (readonly Partner[])[], string | undefined]>([
  ['named as before', [[un, deux, trois]], undefined],
  ['under another name', [[{ ...un, name: 'Cégep Un (Nord)' }, deux, trois]], undefined],
  ['under another id', [[{ ...un, id: 'cegep-un' }, deux, trois]], undefined],
  [
    'taken off and put back',
    [
      [deux, trois],
      [un, deux, trois],
    ],
    undefined,
  ],
  [
    'moved to another institution',
    [[{ ...un, contacts: [nora] }, deux, { ...trois, contacts: [person, ...trois.contacts] }]],
    'd@trois.test',
  ],
])('%s by the configuration: nothing goes there', async (_, configurations, instead) => {
  for (const partners of configurations) await configuredAs(partners);
  await anotherGoesOut();
  expect(await bulletins()).toBe(1);
  if (instead !== undefined) expect(await world.lettersTo(instead)).toHaveLength(2);
});

describe('by command', () => {
  beforeEach(async () => {
    await command(world, clerk, approver, '#partenaire un retirer demande');
    await follows();
  });

  test('no other institution takes the address for its substitute: staff is told how to ask the person', async () => {
    const answer = await command(world, clerk, approver, `#partenaire trois remplaçant ${a} Anne`);
    const told = answer.text.replace(/[\s\u00A0]+/g, ' ');
    expect(told).toContain('a demandé de ne plus rien recevoir');
    expect(told).toContain(`#partenaire trois adresse ${a}`);
    await writes('d@trois.test', 'Désabonnement', '');
    await follows();
    expect(await bulletins()).toBe(1);
  });

  test('an institution that joins with it is written to once the person agrees, and staff is told', async () => {
    const answer = await command(world, clerk, approver, `#partenaire quatre ajouter ${a} Cégep Quatre`);
    expect(answer.text.replace(/[\s\u00A0]+/g, ' ')).toContain('a demandé de ne plus rien recevoir');
    await follows();
    expect(await bulletins()).toBe(1);
    await command(world, clerk, approver, `#partenaire quatre adresse ${a} Anne`);
    const asked = await world.lastLetterTo(a);
    await world.arrives(
      clerk,
      await written({ from: a, subject: `Re: ${asked.subject}`, text: 'Oui', answers: asked }),
    );
    await follows();
    expect(clerk.register.optedOut.has(a)).toBe(false);
    expect(await bulletins()).toBe(2);
    // By the journal alone it is so, too.
    clerk = await world.open();
    expect([...clerk.register.optedOut]).toEqual([]);
  });
});
