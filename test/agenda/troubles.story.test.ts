import { expect, test } from 'vitest';
import { watchMailbox } from '../../src/io/watch.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const alarms = async (world: FakeWorld) =>
  (await world.lettersTo(officer))
    .map(({ subject }) => subject.replace(/\s/g, ' '))
    .filter((subject) => /^(?:Alerte|C’est réglé)/.test(subject));

test('an outbox that does not empty is told once, and once when it does', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const outside = 'ama@tgtu.example';
  world.postman.answers.set(outside, { state: 'deferred', response: '421 later' });
  await world.arrives(clerk, await written({ from: outside, subject: 'Mine rescue', text: 'We look for training.' }));
  for (let i = 0; i < 5; i++) {
    world.clock.pass(30 * 60_000);
    await clerk.followAgenda();
    await clerk.sendDue();
  }
  expect(await alarms(world)).toEqual(['Alerte : lettres qui ne partent pas']);
  world.postman.answers.clear();
  world.clock.pass(6 * 3_600_000);
  await clerk.sendDue();
  const again = await world.open();
  for (let i = 0; i < 3; i++) await again.followAgenda();
  await again.sendDue();
  expect(await alarms(world)).toEqual([
    'Alerte : lettres qui ne partent pas',
    'C’est réglé : lettres qui ne partent pas',
  ]);
});

test('a mailbox out of reach is told after five minutes, once, and when it is back', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  let down = true;
  const told: string[] = [];
  const mailbox = watchMailbox(
    {
      ...world.mailbox,
      file: async () => {},
      changed: async () => {},
      close: async () => {},
      waiting: async function* () {
        if (down) throw new Error('connection refused');
        yield* world.mailbox.waiting();
      },
    },
    world.clock,
    async (step) => {
      told.push(step);
      const now = world.clock.now();
      await clerk.handle({
        kind: 'period',
        id: `trouble/mailbox/${step}/${now.toISOString()}`,
        due: now.toISOString(),
      });
    },
  );
  const look = async () => {
    for await (const _ of mailbox.waiting());
  };
  for (let i = 0; i < 10; i++) {
    await expect(look()).rejects.toThrow('refused');
    world.clock.pass(60_000);
  }
  await clerk.sendDue();
  expect(await alarms(world)).toEqual(['Alerte : boîte de courriel injoignable']);
  down = false;
  await look();
  await look();
  await clerk.sendDue();
  expect(await alarms(world)).toEqual([
    'Alerte : boîte de courriel injoignable',
    'C’est réglé : boîte de courriel injoignable',
  ]);
  expect(told).toEqual(['began', 'over']);
});

test('a pause is no end of a stuck outbox', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const outside = 'ama@tgtu.example';
  world.postman.answers.set(outside, { state: 'deferred', response: '421 later' });
  await world.arrives(clerk, await written({ from: outside, subject: 'Mine rescue', text: 'We look for training.' }));
  const passes = async () => {
    world.clock.pass(3 * 3_600_000);
    await clerk.sendDue();
    await clerk.followAgenda();
    await clerk.sendDue();
  };
  await passes();
  const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
  await world.arrives(clerk, await written({ from: officer, subject: '#pause panne', text: '', headers }));
  await passes();
  expect(await alarms(world)).toEqual(['Alerte : lettres qui ne partent pas']);
});

test('each mail that cannot be read is an alarm and an end, ten in an hour at the most', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const { read } = world;
  world.read = async () => {
    throw new Error('no such charset');
  };
  const mails = await Promise.all(
    Array.from('abcdefghijkl', (word) =>
      written({ from: `ama@${word}.example`, subject: word, text: `Training in ${word}.` }),
    ),
  );
  for (const mail of mails) await world.arrives(clerk, mail);
  expect(await alarms(world)).toHaveLength(10);
  world.read = read;
  world.clock.pass(3_600_000);
  for (const mail of mails) await world.arrives(clerk, mail);
  expect(clerk.register.requests.size).toBe(12);
  expect((await alarms(world)).slice(10)).toEqual(
    Array.from({ length: 10 }, () => 'C’est réglé : courriel mis à l’écart'),
  );
});
