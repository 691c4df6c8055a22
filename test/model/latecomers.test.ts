import { expect, test } from 'vitest';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { latecomers } from '../../src/model/latecomers.ts';
import { emptyRegister, restore } from '../../src/model/register.ts';
import { payload, registration } from '../fakes/entries.ts';

const [one, other] = ['INMQ-2026-0001', 'INMQ-2026-0002'];
const close: RegisterEvent = { kind: 'status-changed', reference: one, status: 'closed', why: 'served' };
const reopen: RegisterEvent = { kind: 'status-changed', reference: one, status: 'clarifying', why: 'they write' };
const thanks = mailTo(one);

test.each<[string, RegisterEvent[], string[]]>([
  ['closed, and nobody wrote', [close], []],
  ['written to while it was open', [mailTo(one), close], []],
  ['written to after it was closed', [close, thanks], [one]],
  ['noted since', [close, thanks, { kind: 'note-added', reference: one, text: 'nothing to answer' }], []],
  ['written to after the note too', [close, { kind: 'note-added', reference: one, text: 'x' }, thanks], [one]],
  ['opened again', [close, thanks, reopen], []],
  ['closed once more', [close, thanks, reopen, close], []],
  [
    'merged, then written to under the old number',
    [{ kind: 'requests-merged', reference: other, into: one }, close, mailTo(other)],
    [one],
  ],
  ['merged itself', [{ kind: 'requests-merged', reference: one, into: other }, thanks], []],
])('a request is looked at again when it was %s', (_, events, expected) => {
  const register = emptyRegister();
  let last: { seq: number; hash: string } | undefined;
  for (const [index, event] of [...registered(one), ...registered(other), ...events].entries()) {
    const at = new Date(Date.UTC(2026, 10, 2, 15) + index * 86_400_000).toISOString();
    const entry = seal(payload(`test/${index}`, [event]), at, last);
    apply(register, entry);
    last = entry;
  }
  const found = latecomers(register).map(({ reference }) => reference);
  expect(found).toEqual(expected);
  const { position, head, years } = register;
  expect(restore([...years.values()], position, head).latecomers).toEqual(register.latecomers);
});

function registered(reference: string): RegisterEvent[] {
  return registration(reference, reference.slice(-1).repeat(64));
}

function mailTo(reference: string): RegisterEvent {
  const [mail] = registration(reference, `f${reference.slice(-1)}`.padEnd(64, '0'));
  return { ...mail, fingerprint: mail.mail, source: mail.mail, disposition: 'answer' };
}
