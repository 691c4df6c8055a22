import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Entry } from '../../src/model/events.ts';
import type { Partner } from '../../src/model/partner.ts';
import type { OutgoingMail } from '../../src/ports.ts';
import { release } from '../dissemination/release.ts';
import { FakeWorld } from '../world.ts';

const readers = 120;
const partners = Array.from({ length: readers }, (_, index): Partner => {
  const id = `p${index}`;
  const others = index === 1 ? [{ name: 'other', address: 'other@p1.test' }] : [];
  return { id, name: `Cégep ${id}`, contacts: [{ name: id, address: `a@${id}.test` }, ...others] };
});

/** A disk that takes a while, and a server that is watched. */
class SlowWorld extends FakeWorld {
  /** By address, what the journal holds on disk. */
  readonly onDisk = new Map<string, string>();
  readonly handed: string[] = [];
  atOnce = 0;
  mostAtOnce = 0;
  watch: (address: string) => void = () => {};

  constructor() {
    super();
    this.policy = { ...this.policy, partners };
    const append = this.journal.append.bind(this.journal);
    let disk: Promise<unknown> = Promise.resolve();
    this.journal.append = async (entry, expected) => {
      await append(entry, expected);
      disk = disk.then(() => turnsOfTheLoop(20));
      await disk;
      this.#keep(entry);
    };
    const send = this.postman.send.bind(this.postman);
    this.postman.send = async (mail: OutgoingMail) => {
      const { to } = mail.envelope;
      this.atOnce += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
      this.handed.push(to);
      this.watch(to);
      await turnsOfTheLoop(1);
      this.atOnce -= 1;
      return send(mail);
    };
  }

  #keep({ payload }: Entry): void {
    for (const { id, to } of payload?.emails ?? []) this.#addresses.set(id, to.address);
    for (const event of payload?.events ?? [])
      if (event.kind === 'delivery-changed') this.onDisk.set(this.#addresses.get(event.letter) ?? '', event.state);
  }

  readonly #addresses = new Map<string, string>();
}

async function turnsOfTheLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

describe('a round to many', () => {
  let world: SlowWorld;
  let clerk: Clerk;
  beforeEach(async () => {
    world = new SlowWorld();
    clerk = await world.open();
    await release(world, clerk);
    world.clock.pass(60_000);
    await clerk.tick('short');
    world.handed.length = 0;
  });
  const doubtful = () => [...world.onDisk].filter(([address, state]) => state === 'sending' && /@p\d/.test(address));

  test('each letter is on disk as being sent before it is handed over, and all are handed over once', async () => {
    const unmarked: string[] = [];
    world.watch = (address) => world.onDisk.get(address) === 'sending' || unmarked.push(address);
    await clerk.sendDue();
    expect(unmarked).toEqual([]);
    expect(world.handed.toSorted()).toEqual(partners.map(({ contacts: [{ address }] }) => address).toSorted());
    expect(world.mostAtOnce).toBe(5);
    expect([...world.onDisk.values()].filter((state) => state === 'accepted').length).toBeGreaterThanOrEqual(readers);
    expect(doubtful()).toEqual([]);
  });

  test('the disk is not waited for at each letter, and a crash at any moment leaves few of them in doubt', async () => {
    let most = 0;
    let untold = 0;
    world.watch = () => {
      most = Math.max(most, doubtful().length);
      untold = Math.max(untold, world.handed.filter((address) => world.onDisk.get(address) === 'sending').length);
    };
    await clerk.sendDue();
    expect(untold).toBeGreaterThan(5);
    expect(untold).toBeLessThanOrEqual(50);
    expect(most).toBeLessThanOrEqual(75);
  });

  test('a disk that is full stops it: what was marked is handed over, no other', async () => {
    world.watch = () => {
      if (world.handed.length === 10) world.journal.full = true;
    };
    await expect(clerk.sendDue()).rejects.toThrow('no space left');
    expect(world.handed.length).toBeLessThanOrEqual(50);
  });

  test('a stop ends it with the letters that are marked', async () => {
    const stop = new AbortController();
    world.watch = () => {
      if (world.handed.length === 10) stop.abort();
    };
    await clerk.run({ pollMs: 60_000, checkpointMs: 60_000 }, stop.signal);
    expect(world.handed.length).toBeLessThanOrEqual(50);
    expect(doubtful()).toEqual([]);
    await (await world.open()).sendDue();
    expect(world.handed).toHaveLength(readers);
  });

  test('a refusal in the middle is followed at once, and its substitute served in the same round', async () => {
    world.postman.answers.set('a@p1.test', { state: 'refused', response: '550 5.1.1 unknown' });
    await clerk.sendDue();
    expect(world.handed.filter((address) => address === 'other@p1.test')).toHaveLength(1);
  });
});
