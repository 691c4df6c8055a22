import { beforeEach, describe, expect, test } from 'vitest';
import { desk, officer, opened } from '../correspondence.ts';
import { fakeMailbox } from '../fakes/mailbox.ts';
import { FakeWorld, written } from '../world.ts';

beforeEach(opened);

/** While it lasts, no mail can be read. */
const spoilt = () => {
  desk.world.read = () => Promise.reject(new Error('no such charset'));
};
const mended = () => {
  desk.world.read = new FakeWorld().read;
};
const mail = (name: string) =>
  written({ from: `Ama <${name}@tgtu.example>`, subject: `Training for ${name}`, text: 'We look for training.' });
const arrives = async (raw: Buffer) => {
  desk.world.clock.pass(60_000);
  await desk.world.arrives(desk.clerk, raw);
};
const alarms = async () =>
  (await desk.world.lettersTo(officer))
    .filter(({ subject }) => /^(?:Alerte|C’est réglé)/.test(subject))
    .map(({ text }) => text.replace(/\s+/g, ' '));
const morning = async () => {
  desk.world.clock.at = new Date('2026-11-24T13:00:00.000Z');
  await desk.clerk.followAgenda();
  await desk.clerk.sendDue();
  return (await desk.world.lastLetterTo(officer)).text.replace(/\s+/g, ' ');
};

describe('a mail that cannot be read', () => {
  test('is named by its head, at once and in the morning, however many there are', async () => {
    spoilt();
    for (const name of ['ama', 'kofi']) await arrives(await mail(name));
    expect(await alarms()).toEqual([
      expect.stringMatching(/Un courriel de ama@tgtu\.example \(« Training for ama »\), reçu lundi 23 novembre 2026/),
      expect.stringMatching(/Un courriel de kofi@tgtu\.example \(« Training for kofi »\), reçu lundi 23 novembre 2026/),
    ]);
    expect(await morning()).toMatch(
      /- ama@tgtu\.example : Training for ama \(illisible; archive [0-9a-f]{12}\) - kofi@tgtu\.example : Training for kofi \(illisible; archive/,
    );
  });

  test('is named by its size and its archive where its head is not known', async () => {
    desk.world = Object.assign(new FakeWorld(), { mailbox: fakeMailbox({ sizeLimit: 2_000_000 }) });
    desk.clerk = await desk.world.open();
    desk.world.mailbox.deliver(Buffer.alloc(2_345_678, 'x'), '2026-11-23T15:01:00.000Z');
    await desk.world.work(desk.clerk);
    expect(await alarms()).toEqual([expect.stringMatching(/Un courriel de 2,3 Mo, reçu lundi 23 novembre 2026/)]);
    expect(await morning()).toMatch(
      /- \? : 2,3 Mo, reçu lundi 23 novembre 2026.{10,60} \(illisible; archive [0-9a-f]{12}\)/,
    );
  });

  test('is told of at once ten times in an hour; the tenth says where the others are', async () => {
    spoilt();
    // All in one instant: the clock of the test stands still.
    for (let count = 0; count < 12; count++) desk.world.mailbox.deliver(await mail(`p${count}`));
    await desk.world.work(desk.clerk);
    const told = await alarms();
    expect(told).toHaveLength(10);
    expect(told.filter((text) => text.includes('sommaire du matin'))).toEqual(told.slice(-1));
    desk.world.clock.pass(3_600_000);
    await arrives(await mail('later'));
    expect(await alarms()).toHaveLength(11);
    expect((await morning()).match(/illisible/g)).toHaveLength(13);
  });

  test('each that was told of is told of again when it is read at last', async () => {
    spoilt();
    const raws: Buffer[] = [];
    for (let count = 0; count < 11; count++) raws.push(await mail(`p${count}`));
    for (const raw of raws) await arrives(raw);
    mended();
    for (const raw of raws) await arrives(raw);
    const over = (await alarms()).slice(10);
    expect(over).toHaveLength(10);
    expect(over[1]).toContain('p1@tgtu.example (« Training for p1 »)');
    expect(desk.clerk.register.requests.size).toBe(11);
  });
});
