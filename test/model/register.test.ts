import { expect, test } from 'vitest';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import { codesOfDay, emptyRegister, restore } from '../../src/model/register.ts';
import { payload } from '../fakes/entries.ts';

test('codes are found by the day of their issue, and known as used; lived or loaded', () => {
  const register = emptyRegister();
  const issue = (hash: string, at: string) => {
    const { position: seq, head } = register;
    const code = {
      kind: 'code-issued' as const,
      hash,
      person: 'mtremblay',
      reference: '',
      command: '#pause',
      expires: at,
    };
    const last = seq === 0 ? undefined : { seq, hash: head };
    apply(register, seal(payload(`test/${hash}`, [code]), at, last));
  };
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
  issue(first, '2026-11-23T23:59:00.000Z');
  issue(second, '2026-11-24T00:01:00.000Z');
  const { position: seq, head: hash } = register;
  const at = '2026-11-24T00:02:00.000Z';
  apply(register, seal(payload('test/used', [{ kind: 'code-used', hash: first }]), at, { seq, hash }));
  const loaded = restore([...structuredClone(register.years).values()], register.position, register.head);
  for (const one of [register, loaded]) {
    expect(codesOfDay(one, '2026-11-23T08:00:00.000Z').map(({ usedAt }) => usedAt)).toEqual([at]);
    expect(codesOfDay(one, '2026-11-24T08:00:00.000Z').map(({ usedAt }) => usedAt)).toEqual([undefined]);
    expect(codesOfDay(one, '2026-11-25T08:00:00.000Z')).toEqual([]);
  }
});
