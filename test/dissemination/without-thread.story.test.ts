import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, release, un } from './release.ts';

// A partner writes a fresh mail of its own, which names no notice.

let world: FakeWorld;
let clerk: Clerk;
let reference: string;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
  await clerk.followAgenda();
  reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
});
const writes = async (subject: string, text: string) => {
  const before = (await world.lettersTo('a@un.test')).length;
  await world.arrives(clerk, await written({ from: 'a@un.test', subject, text }));
  return (await world.lettersTo('a@un.test')).slice(before);
};
const answers = () => [...clerk.register.digests.values()].flatMap((digest) => digest.answers);

describe.each([
  ['Intérêt', 'Notre établissement souhaite participer.'],
  ['Votre bulletin', 'Nous sommes intéressés.'],
  ['Secourisme minier', 'Nous avons une question : quel est le budget ?'],
])('« %s », « %s »', (subject, text) => {
  test('is asked of which notice it speaks, and nothing is recorded until it says so', async () => {
    const [asked, ...others] = await writes(subject, text);
    expect(others).toEqual([]);
    expect(asked?.subject).toContain('Votre réponse est à préciser');
    expect(asked?.text).toContain(reference);
    expect(answers()).toEqual([]);
    expect(clerk.register.requests.size).toBe(1);
  });

  test('with nothing to answer any more: staff reads it, and nobody is asked', async () => {
    await command(world, clerk, 'dlavoie@greffier.test', `[${reference}] #fermer retirée`);
    world.clock.pass(20 * 86_400_000);
    await world.arrives(clerk, await written({ from: 'n@revue.example', subject: 'x', text: 'x' }));
    await clerk.followAgenda();
    await clerk.sendDue();
    expect(await writes(subject, text)).toEqual([]);
  });
});

test('what says nothing of a notice is no answer: nobody is asked', async () => {
  expect(await writes('Changement d’horaire', 'Bonjour, notre bureau ferme vendredi à midi. Merci.')).toEqual([]);
});
