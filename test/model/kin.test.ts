import { expect, test } from 'vitest';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { kinOf, latestReferences, meetingsUnder, openRequests, requestsFrom, timedFrom } from '../../src/model/kin.ts';
import { emptyRegister, type Register, restore } from '../../src/model/register.ts';
import { payload, registration } from '../fakes/entries.ts';

const from = (address: string) => ({ name: 'Awa Koné', address });

function entered(reference: string, address: string, subject: string): RegisterEvent[] {
  const [mail, request] = registration(reference, reference.replace(/\D/g, '').padEnd(64, '0'));
  return [
    { ...mail, from: address, subject },
    { ...request, requester: from(address), subject },
  ];
}

function registerOf(...events: RegisterEvent[]): Register {
  const register = emptyRegister();
  apply(register, seal(payload('test/1', events), '2026-11-23T17:00:00.000Z', undefined));
  return register;
}

const register = registerOf(
  ...entered('INMQ-2025-0009', 'a.kone@mines.ac.uk', 'Sauvetage minier'),
  ...entered('INMQ-2026-0001', 'dean@www.mines.ac.uk', 'Ventilation'),
  ...entered('INMQ-2026-0002', 'x@other.example', 'RE: Sauvetage MINIER [EXTERNE]'),
  ...entered('INMQ-2026-0003', 'y@geology.ac.uk', 'Géologie'),
  ...entered('INMQ-2026-0004', '', ''),
);
const kin = (of: Register, address: string, subject = '') =>
  kinOf(of, { requester: from(address), subject }).map(({ reference }) => reference);

test.each([
  ['the address', 'x@other.example', '', ['INMQ-2026-0002']],
  ['the registered domain, not the public suffix', 'z@mines.ac.uk', '', ['INMQ-2025-0009', 'INMQ-2026-0001']],
  ['the bare subject', 'q@q.example', 'Tr : sauvetage minier', ['INMQ-2025-0009', 'INMQ-2026-0002']],
  ['the same behind a tag', 'q@q.example', '[EXTERNE] TR: Sauvetage minier', ['INMQ-2025-0009', 'INMQ-2026-0002']],
  [
    'all of them, each once',
    'a.kone@mines.ac.uk',
    'Sauvetage minier',
    ['INMQ-2025-0009', 'INMQ-2026-0001', 'INMQ-2026-0002'],
  ],
  ['nothing', 'q@q.example', 'Other', []],
  ['no address and no subject', '', '', []],
])('requests are kin by %s', (_, address, subject, references) => {
  expect(kin(register, address, subject)).toEqual(references);
});

test('the last reference comes first, over the turn of a year', () => {
  const latest = [...latestReferences(register)];
  expect(latest).toEqual([4, 3, 2, 1].map((n) => `INMQ-2026-000${n}`).concat('INMQ-2025-0009'));
});

test('whoever is named as the requester is found by the new address, lived or loaded', () => {
  const reference = 'INMQ-2026-0003';
  const named = structuredClone(register);
  const event: RegisterEvent = { kind: 'requester-set', reference, requester: from('new@elsewhere.example') };
  apply(named, seal(payload('test/2', [event]), '2026-11-23T18:00:00.000Z', { seq: 1, hash: named.head }));
  const loaded = restore([...structuredClone(named).years.values()], named.position, named.head);
  const theirs = (address: string, of: Register) => requestsFrom(of, address).map((request) => request.reference);
  for (const one of [named, loaded]) {
    expect(kin(one, 'new@elsewhere.example')).toEqual([reference]);
    expect(theirs('new@elsewhere.example', one)).toEqual([reference]);
    expect(theirs('y@geology.ac.uk', one)).toEqual([]);
  }
  const before = { requester: from('y@geology.ac.uk') };
  const undone: RegisterEvent = {
    kind: 'command-undone',
    reference,
    mail: 'a'.repeat(64),
    line: '#transfert',
    fields: [{ reference, values: before }],
  };
  apply(loaded, seal(payload('test/3', [undone]), '2026-11-23T19:00:00.000Z', { seq: 2, hash: loaded.head }));
  expect(kin(loaded, 'y@geology.ac.uk')).toEqual([reference]);
  expect([...latestReferences(loaded)]).toHaveLength(5);
});

test('a time that is offered or booked is found until its day is over', () => {
  const reference = 'INMQ-2026-0003';
  const now = structuredClone(register);
  const slot = { number: 1, start: '2026-12-01T15:00:00.000Z', end: '2026-12-01T15:45:00.000Z' };
  const commit = (event: RegisterEvent) =>
    apply(
      now,
      seal(payload(`test/${now.position}`, [event]), '2026-11-23T18:00:00.000Z', { seq: now.position, hash: now.head }),
    );
  const on = (day: string) => timedFrom(now, new Date(`${day}T23:00:00Z`)).map((request) => request.reference);
  expect(on('2026-11-23')).toEqual([]);
  commit({ kind: 'slots-offered', reference, slots: [slot] });
  expect([on('2026-12-01'), on('2026-12-02')]).toEqual([[reference], []]);
  const booked = { start: '2026-12-03T15:00:00.000Z', end: '2026-12-03T15:45:00.000Z' };
  commit({ kind: 'meeting-booked', reference, slot: 1, uid: 'u@inm.example', sequence: 0, ...booked });
  expect([on('2026-12-03'), on('2026-12-04')]).toEqual([[reference], []]);
  const loaded = restore([...structuredClone(now).years.values()], now.position, now.head);
  expect(timedFrom(loaded, new Date('2026-12-02T00:00:00Z'))).toHaveLength(1);
});

test('a meeting is found by its UID in any case, to come and over, where it was merged too; lived or loaded', () => {
  const [reference, into] = ['INMQ-2026-0003', 'INMQ-2026-0002'];
  const now = structuredClone(register);
  const commit = (...events: RegisterEvent[]) =>
    apply(
      now,
      seal(payload(`test/${now.position}`, events), '2026-11-23T18:00:00.000Z', { seq: now.position, hash: now.head }),
    );
  const loaded = () => restore([...structuredClone(now).years.values()], now.position, now.head);
  const under = (uid: string, of: Register) =>
    meetingsUnder(of, uid).map((request) => [request.reference, request.meeting !== undefined]);
  const booked = { start: '2026-12-03T15:00:00.000Z', end: '2026-12-03T15:45:00.000Z' };
  expect(under('u-3@greffier', now)).toEqual([]);
  commit({ kind: 'meeting-booked', reference, slot: 1, uid: 'u-3@greffier', sequence: 0, ...booked });
  for (const one of [now, loaded()]) {
    expect(under(' U-3@Greffier ', one)).toEqual([[reference, true]]);
    expect(under('u-4@greffier', one)).toEqual([]);
  }
  commit({ kind: 'requests-merged', reference, into });
  for (const one of [now, loaded()]) expect(under('u-3@greffier', one)).toContainEqual([into, true]);
  commit({ kind: 'meeting-held', reference: into });
  for (const one of [now, loaded()]) expect(under('u-3@greffier', one)).toContainEqual([into, false]);
});

test('what is closed is not among the open, what opens again takes its old place, lived or loaded', () => {
  const now = structuredClone(register);
  const commit = (...events: RegisterEvent[]) =>
    apply(
      now,
      seal(payload(`test/${now.position}`, events), '2026-11-23T18:00:00.000Z', { seq: now.position, hash: now.head }),
    );
  const became = (reference: string, status: 'closed' | 'received'): RegisterEvent =>
    ({ kind: 'status-changed', reference, status, why: 'so it was' }) as RegisterEvent;
  const open = (of: Register) => openRequests(of).map(({ reference }) => reference);
  const loaded = () => restore([...structuredClone(now).years.values()], now.position, now.head);
  const all = ['INMQ-2025-0009', 'INMQ-2026-0001', 'INMQ-2026-0002', 'INMQ-2026-0003', 'INMQ-2026-0004'];
  expect(open(now)).toEqual(all);
  commit(became('INMQ-2026-0001', 'closed'), became('INMQ-2026-0003', 'closed'));
  for (const one of [now, loaded()]) expect(open(one)).toEqual([all[0], all[2], all[4]]);
  commit(became('INMQ-2026-0003', 'received'));
  for (const one of [now, loaded()]) expect(open(one)).toEqual([all[0], all[2], all[3], all[4]]);
  commit({ kind: 'requests-merged', reference: 'INMQ-2026-0004', into: 'INMQ-2026-0002' });
  for (const one of [now, loaded()]) expect(open(one)).toEqual([all[0], all[2], all[3]]);
});
