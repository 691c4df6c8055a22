import { describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { payload, registration } from '../fakes/entries.ts';
import { FakeWorld, written } from '../world.ts';
import { median } from './figures.ts';

const [few, many] = [100, 100_000];
const rounds = 25;

/** A commit costs the same however long the register is: the same mails, one after the other, to both. */
describe('a long register', () => {
  test('costs a new request no more than half as much again', async () => {
    const short = await houseWith(few);
    const long = await houseWith(many);
    const took: { short: number[]; long: number[] } = { short: [], long: [] };
    for (let round = 0; round < rounds; round++) {
      const mail = await request(round);
      took.short.push(await timed(() => short.world.arrives(short.clerk, mail)));
      took.long.push(await timed(() => long.world.arrives(long.clerk, mail)));
    }
    const ms = { short: median(took.short), long: median(took.long) };
    const agenda = {
      short: median(await times(() => short.clerk.followAgenda())),
      long: median(await times(() => long.clerk.followAgenda())),
    };
    process.stdout.write(
      `request into ${few} / ${many}: ${JSON.stringify(ms)} ms; agenda ${JSON.stringify(agenda)} ms\n`,
    );
    expect(long.clerk.register.requests.size).toBe(many + rounds);
    expect(ms.long / ms.short).toBeLessThan(1.5);
  });
});

async function houseWith(count: number): Promise<{ world: FakeWorld; clerk: Clerk }> {
  const world = new FakeWorld();
  const events = Array.from({ length: count }, (_, index) => earlier(index + 1)).flat();
  await world.journal.append(seal(payload('seed/1', events), '2026-01-05T15:00:00.000Z', undefined), 0);
  const clerk = await world.open();
  return { world, clerk };
}

/** One in ten is still open. */
function earlier(number: number): RegisterEvent[] {
  const reference = `INMQ-2026-${String(number).padStart(4, '0')}`;
  const [mail, entered] = registration(reference, String(number).padStart(64, '0'));
  const address = `person${number}@works${number % 5000}.example`;
  const requester = { name: `Person ${number}`, address, organisation: `Works ${number % 5000}` };
  return [
    { ...mail, from: address, subject: `Matter ${number}` },
    { ...entered, requester, subject: `Matter ${number}` },
    ...(number % 10 === 0
      ? []
      : [
          {
            kind: 'status-changed' as const,
            reference,
            status: 'closed' as const,
            why: 'served',
            outcome: 'matched' as const,
          },
        ]),
  ];
}

function request(round: number): Promise<Buffer> {
  const text = `Madam,\n\nour works ask for training in matter ${round} for ${round + 3} people.\n\nA. Person\n`;
  return written({ from: `A. Person <a${round}@mine${round}.example>`, subject: `Training ${round}`, text });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function times(work: () => Promise<void>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < 7; round++) found.push(await timed(work));
  return found;
}
