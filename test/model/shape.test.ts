import { expect, test } from 'vitest';
import { documentHash } from '../../src/io/year-file.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { documentShape, emptyRegister } from '../../src/model/register.ts';
import { noon, payload, registration } from '../fakes/entries.ts';

const reference = 'INMQ-2026-0001';
const other = 'INMQ-2026-0002';
const third = 'INMQ-2026-0003';
const [mail, second, taken, hash] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const at = '2026-12-03T15:00:00.000Z';
const end = '2026-12-03T15:45:00.000Z';
const requester = { name: 'Awa Koné', address: 'a.kone@mines-ci.example' };
const contact = { name: 'Lise Roy', address: 'lroy@cegep.example' };
const digest = 'digest/short/2026-11-23T14:00:00.000Z';
const points = { needs: 'a', expectations: 'b', agreementType: 'c', resources: 'd', timeline: 'e' };
const notice = { reference, organisation: 'Ministère', country: 'CI', category: 'short' as const, points };

/** One of every kind, in an order in which they can happen. */
const events: RegisterEvent[] = [
  ...registration(reference, mail),
  ...registration(other, second),
  ...registration(third, taken),
  { kind: 'officer-assigned', reference, officer: 'mtremblay' },
  { kind: 'requester-set', reference, requester, intermediary: contact },
  { kind: 'requester-corrected', reference, organisation: 'Ministère des Mines', country: 'CI' },
  { kind: 'finding-added', reference, finding: { kind: 'country', value: 'CI', evidence: 'domaine' } },
  { kind: 'note-added', reference, text: 'Appelée.' },
  { kind: 'slots-answered', reference, answer: 'none-fits', weekdays: [5] },
  { kind: 'slots-offered', reference, slots: [{ number: 1, start: at, end, heldUntil: noon }] },
  { kind: 'meeting-booked', reference, slot: 1, uid: 'u@inm.example', sequence: 0, start: at, end },
  { kind: 'meeting-countered', reference, attendee: requester.address, start: at, end, comment: 'plutôt' },
  { kind: 'meeting-counter-declined', reference, attendee: requester.address },
  { kind: 'meeting-moved', reference, sequence: 1, start: at, end },
  { kind: 'meeting-answered', reference, attendee: requester.address, partstat: 'ACCEPTED' },
  { kind: 'meeting-cancelled', reference: other, sequence: 1, why: 'none' },
  { kind: 'point-answered', reference, point: 'needs', value: 'a', applies: true, author: requester.address, mail },
  { kind: 'request-held', reference, until: '2027-01-15', why: 'budget' },
  { kind: 'request-held', reference, why: 'the requester answered' },
  { kind: 'mail-split', reference, mail, into: third },
  { kind: 'requests-merged', reference: other, into: reference },
  { kind: 'category-set', reference, category: 'short', reason: 'urgent' },
  { kind: 'approval-asked', reference, notice, hash, until: at },
  { kind: 'approval-answered', reference, answer: 'approved' },
  { kind: 'released', reference, notice, hash },
  { kind: 'notice-corrected', reference, notice, hash: mail },
  { kind: 'status-changed', reference: third, status: 'closed', why: 'doublon', outcome: 'duplicate' },
  { kind: 'code-issued', hash, person: 'dlavoie', reference, command: '#diffuser', expires: at, body: 'texte' },
  { kind: 'code-used', hash },
  {
    kind: 'command-run',
    mail: second,
    person: 'mtremblay',
    line: '#note',
    reference,
    changes: [{ reference, before: { notes: [] }, after: { notes: ['x'] } }],
  },
  { kind: 'command-undone', reference, mail: second, line: '#note', fields: [{ reference, values: { notes: [] } }] },
  { kind: 'command-refused', mail: second, from: requester.address, line: '#note', why: 'none' },
  { kind: 'sending-paused', paused: true, why: 'panne' },
  {
    kind: 'partner-changed',
    partner: { id: 'cegep', name: 'Cégep', contacts: [contact] },
    configured: hash,
    why: 'new',
  },
  { kind: 'contact-proposed', partner: 'cegep', contact },
  { kind: 'contact-stopped', partner: 'cegep', address: contact.address, mail: second },
  { kind: 'contact-failed', partner: 'cegep', address: contact.address, letter: 'l', why: '550' },
  { kind: 'partner-left', partner: 'cegep', why: 'fusion' },
  {
    kind: 'digest-planned',
    digest,
    category: 'short',
    references: [reference],
    partners: ['cegep'],
    answerBy: at,
    latest: end,
  },
  { kind: 'deadline-set', digest, deadline: at },
  { kind: 'deadline-set', digest, deadline: end },
  { kind: 'digest-step', digest, step: 'reminded' },
  { kind: 'period-passed', period: 'summary/2026-11-23', why: 'sent' },
  { kind: 'interest-recorded', reference, partner: 'cegep', interest: 'question', text: 'Où?', mail, late: false },
  { kind: 'staff-alarmed', trouble: 'disk', why: 'low' },
  { kind: 'trouble-over', trouble: 'disk' },
];

// When this fails, the same journal gives other documents than before: raise `documentShape`, so that a clerk which finds
// an older checkpoint rebuilds it, and put the new hash here.
test('the documents have the shape that their checkpoint names', () => {
  const register = emptyRegister();
  const letter = {
    id: 'letter-1',
    messageId: '<letter-1@inm.example>',
    letter: 'digest',
    reference,
    digest,
    partner: 'cegep',
    from: contact,
    to: contact,
    subject: 'Bulletin',
    references: [],
    automatic: true,
    content: hash,
  };
  apply(register, seal(payload('test/1', events, [letter]), noon, undefined));
  const accepted: RegisterEvent = {
    kind: 'delivery-changed',
    letter: 'letter-1',
    state: 'accepted',
    attempt: 1,
    response: '250',
  };
  apply(register, seal(payload('test/2', [accepted]), noon, { seq: 1, hash: register.head }));
  const shown = [...register.years.values()].map(documentHash);
  expect([documentShape, ...shown]).toEqual([6, '9792421519c864a25e05c827999828e84de015273d08bcabd2d049ce70d24eaa']);
});
