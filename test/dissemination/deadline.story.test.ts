import { expect, test } from 'vitest';
import { newDeadline, type Standing } from '../../src/dissemination/deadline.ts';
import { interested, unconfirmed } from '../../src/dissemination/stances.ts';
import type { Digest } from '../../src/model/records.ts';
import { FakeWorld } from '../world.ts';

const { policy } = new FakeWorld();
const id = 'digest/short/2026-11-23T14:00:00.000Z';
/** Ten business days from Monday, 23 November 2026; five more at the most. */
const digest: Digest = {
  ...{ category: 'short', at: '2026-11-23T14:00:00.000Z', seq: 1, references: [], letters: {}, answers: [] },
  ...{ answerBy: '2026-12-08T04:59:59.999Z', latest: '2026-12-15T04:59:59.999Z', answerDays: 10 },
};
const accepted = (at: string, state: Standing['letter']['state'] = 'accepted'): Standing => ({
  ...{ partner: at, id: at },
  letter: { state, accepted: { at: `2026-${at}:00.000Z`, response: '250' } },
});
const [monday, thursday, friday] = ['11-23T14:05', '11-26T15:00', '12-04T15:00'].map((at) => accepted(at));

test.each<[string, Digest, (Standing | undefined)[], string | undefined]>([
  ['all at once: as announced', digest, [monday], '2026-12-08T04:59:59.999Z'],
  ['from the last acceptance, the days of all', digest, [monday, thursday], '2026-12-11T04:59:59.999Z'],
  ['no further than was promised', digest, [monday, friday], digest.latest],
  ['nobody in time: all have their days', digest, [accepted('12-16T15:00')], '2027-01-06T04:59:59.999Z'],
  [
    'never backwards: the last who had it lost it again',
    { ...digest, deadline: '2026-12-11T04:59:59.999Z' },
    [monday, accepted('11-26T15:00', 'bounced')],
    undefined,
  ],
  ['not while one is still to be sent', digest, [monday, accepted('11-26T15:00', 'deferred')], undefined],
  ['not once it is closed', { ...digest, closed: '2026-12-12T15:00:00.000Z' }, [monday, friday], undefined],
  ['not before anybody has it', digest, [accepted('11-26T15:00', 'refused')], undefined],
  ['said once', { ...digest, deadline: '2026-12-11T04:59:59.999Z' }, [monday, thursday], undefined],
])('%s', (_what, known, ledger, expected) => {
  const standing = ledger.flatMap((one) => one ?? []);
  expect(newDeadline(id, known, standing, policy)?.deadline).toBe(expected);
});

test('what came late, or is nobody’s for sure, is no result', () => {
  const said = (partner: string, marks: Partial<Digest['answers'][number]> = {}): Digest['answers'][number] => ({
    ...{ partner, reference: 'INMQ-2026-0001', interest: 'interest', text: 'Oui.', mail: partner, at: digest.at },
    late: false,
    ...marks,
  });
  const answers = [said('un'), said('deux', { late: true }), said('trois', { unproven: true })];
  const answered = { ...digest, answers };
  expect(interested(answered, 'INMQ-2026-0001').map(({ partner }) => partner)).toEqual(['un']);
  expect(unconfirmed(answered, 'INMQ-2026-0001')).toEqual([{ partner: 'trois', late: false }]);
});
