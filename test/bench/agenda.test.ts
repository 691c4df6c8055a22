import { describe, expect, test } from 'vitest';
import { dueNow } from '../../src/agenda/due.ts';
import { standings } from '../../src/agenda/items.ts';
import { summary } from '../../src/agenda/summary.ts';
import { trialConfig } from '../../src/config.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import type { Policy } from '../../src/model/policy.ts';
import { emptyRegister, type Register } from '../../src/model/register.ts';
import { payload, registration } from '../fakes/entries.ts';
import { median } from './figures.ts';

const [open, closed] = [1_000, 99_000];
const rounds = 15;
const policy: Policy = {
  ...trialConfig('data').policy,
  keys: [{ id: 'bench', secret: 'a secret that only the bench knows, long enough' }],
};
const now = new Date('2026-11-24T15:00:00.000Z');

/** What is over costs the agenda nothing: the floor is the same open requests in a register that holds no others. */
describe('a register of closed requests', () => {
  const few = registerOf(open, 0);
  const many = registerOf(open, closed);

  test.each<[string, (register: Register) => unknown]>([
    ['what is due', (register) => dueNow(register, policy, now)],
    ['what is next in each request', (register) => standings(register, policy, now)],
    ['the morning mail', (register) => summary('summary/2026-11-24', register, policy, now)],
  ])('slows %s by half at most', (name, work) => {
    const took: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = 0; round < rounds; round++) {
      took.few.push(timed(() => work(few)));
      took.many.push(timed(() => work(many)));
    }
    const ms = { few: median(took.few), many: median(took.many) };
    process.stdout.write(`${name}, ${open} open / with ${closed} closed: ${JSON.stringify(ms)} ms\n`);
    expect(work(many)).toEqual(work(few));
    expect(ms.many / ms.few).toBeLessThan(1.5);
  });
});

/** The closed ones first, over the year; the open ones of the last days, and the summary of the morning before. */
function registerOf(opened: number, over: number): Register {
  const register = emptyRegister();
  let last: { seq: number; hash: string } | undefined;
  const commit = (at: string, events: RegisterEvent[]) => {
    last = seal(payload(`seed/${at}`, events), at, last);
    apply(register, last as ReturnType<typeof seal>);
  };
  for (let day = 0; day < 300; day++) {
    const at = new Date(Date.UTC(2026, 0, 5, 15) + day * 86_400_000).toISOString();
    const those = Array.from({ length: over / 300 }, (_, index) => 10_000 + day * (over / 300) + index);
    commit(
      at,
      those.flatMap((number) => [...entered(number), done(number)]),
    );
  }
  commit('2026-11-20T15:00:00.000Z', Array.from({ length: opened }, (_, index) => entered(index + 1)).flat());
  commit('2026-11-23T13:00:00.000Z', [{ kind: 'period-passed', period: 'summary/2026-11-23', why: 'sent' }]);
  return { ...register, position: 0, head: '' };
}

function referenceOf(number: number): string {
  return `INMQ-2026-${String(number).padStart(6, '0')}`;
}

function entered(number: number): RegisterEvent[] {
  const [mail, request] = registration(referenceOf(number), String(number).padStart(64, '0'));
  const requester = { name: `Person ${number}`, address: `person${number}@works${number % 5000}.example` };
  return [
    { ...mail, from: requester.address, subject: `Matter ${number}` },
    { ...request, requester, subject: `Matter ${number}` },
  ];
}

function done(number: number): RegisterEvent {
  const reference = referenceOf(number);
  return { kind: 'status-changed', reference, status: 'closed', why: 'served', outcome: 'matched' };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
