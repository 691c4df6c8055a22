import { beforeEach, describe, expect, test } from 'vitest';
import { desk, genuine, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

type Written = Omit<Parameters<typeof written>[0], 'from'> & { from?: string };

const robot = 'monitor@plant.example';
const hourMs = 3_600_000;
const arrives = async (mail: Written) => desk.world.arrives(desk.clerk, await written({ from: robot, ...mail }));
const letters = async (address = robot) => (await desk.world.lettersTo(address)).length;
const told = async () => (await desk.world.lettersTo(officer)).map(({ text }) => text.replace(/\s+/g, ' '));
const alarms = async () => (await told()).filter((text) => /comme le ferait une machine/.test(text)).length;
const entries = () => desk.clerk.register.requests.size;
const words = ['Pump', 'Fan', 'Crusher', 'Belt', 'Mill', 'Drill', 'Hoist', 'Valve', 'Motor', 'Screen'];

describe('a machine that is answered no more and writes by itself', () => {
  beforeEach(opened);

  test.each<[what: string, mail: (round: number) => Written]>([
    [
      'from one address',
      (round) => ({ subject: `${words[round]} stopped`, text: `${words[round]} went off at noon.` }),
    ],
    [
      'under a tag for each mail',
      (round) => ({
        from: `monitor+${round}@plant.example`,
        subject: `${words[round]}`,
        text: `${words[round]} is off.`,
      }),
    ],
  ])('%s: its mails are gathered under one request, and staff is told once', async (_, mail) => {
    for (const round of words.keys()) {
      await arrives(mail(round));
      desk.world.clock.pass(2 * hourMs);
    }
    expect([await alarms(), entries()]).toEqual([1, 3]);
    for (const seen of desk.clerk.register.mails.values()) expect(seen.reference).toBeDefined();
    expect(desk.clerk.register.requests.get('INMQ-2026-0003')?.mails).toHaveLength(words.length - 2);
    expect((await told()).filter((text) => text.includes('Valve'))).toHaveLength(0);
  });

  test('from an address of its domain for each mail: the same, once it is known by its domain', async () => {
    for (let round = 0; round < 20; round++) {
      await arrives({
        from: `m${round}@plant.example`,
        subject: `${round}`,
        text: `${words[round % 10]} ${round} stopped.`,
      });
      desk.world.clock.pass(hourMs / 4);
    }
    expect([await alarms(), entries()]).toEqual([1, 13]);
  });
});

describe('a person who is taken for one', () => {
  beforeEach(opened);
  const requests = [
    ['Formation', 'Nous cherchons une formation en sauvetage minier pour douze personnes.'],
    ['Visite', 'Une délégation de huit personnes souhaite visiter vos centres en mai.'],
    ['Entente', 'Notre ministère propose une entente-cadre avec vos universités.'],
    ['Simulateurs', 'Quels simulateurs recommandez-vous?'],
  ] as const;
  const asks = async (index: number) => {
    await arrives({ from: 'ama@tgtu.example', subject: requests[index]?.[0] ?? '', text: requests[index]?.[1] ?? '' });
    desk.world.clock.pass(hourMs);
  };

  test('has a request of their own each time that something new is asked, and letters again once answered', async () => {
    for (const index of [0, 1, 2, 3]) await asks(index);
    expect([await letters('ama@tgtu.example'), await alarms(), entries()]).toEqual([2, 1, 4]);
    expect((await told()).filter((text) => text.includes(requests[3][1]))).toHaveLength(1);
    const subject = '[INMQ-2026-0003] #répondre';
    await arrives({ from: officer, subject, text: 'Parlons-en.', headers: genuine(officer) });
    desk.world.clock.pass(hourMs);
    await arrives({ from: 'ama@tgtu.example', subject: 'Stages', text: 'Offrez-vous des stages de trois mois?' });
    expect(entries()).toBe(5);
    expect(await letters('ama@tgtu.example')).toBe(4);
  });

  test('and writes a word after a day is seen too', async () => {
    for (const index of [0, 1, 2]) await asks(index);
    desk.world.clock.pass(30 * hourMs);
    await arrives({ from: 'ama@tgtu.example', subject: 'Bonjour', text: 'Je suis toujours là.' });
    expect((await told()).filter((text) => text.includes('Je suis toujours là'))).toHaveLength(1);
  });
});
