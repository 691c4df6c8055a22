import { expect, test } from 'vitest';
import { keepPace, type Paces, slowDown } from '../../src/model/pace.ts';

const at = '2026-11-23T14:00:00.000Z';
const until = '2026-11-23T14:05:00.000Z';

test.each([
  ['421 4.7.0 Too many messages from your address, try again later', true],
  ['450 4.7.1 slow down', true],
  ['451 4.7.500 Server busy. Sending rate exceeded', true],
  ['421 4.7.28 unusual rate of mail: rate limited', true],
  ['450 4.3.2 message throttled', true],
  ['452 4.2.2 mailbox: quota exceeded', false],
  ['452 4.2.2 The storage limit of this user is exceeded', false],
  ['450 4.2.0 Greylisted, try again in 300 seconds', false],
  ['451 4.3.0 Temporary lookup failure', false],
  ['452 4.3.1 Maximum hop count exceeded', false],
])('a whole domain waits when its server means the pace: « %s » %s', (response, waits) => {
  const paces: Paces = new Map();
  keepPace(paces, 'a@one.test', at);
  slowDown(paces, 'A@ONE.test', response, until);
  expect(paces.get('one.test')?.heldUntil).toBe(waits ? until : undefined);
});
