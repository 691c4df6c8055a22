import fc from 'fast-check';
import MimeNode from 'nodemailer/lib/mime-node';
import { expect, test } from 'vitest';
import { plainAddress } from '../../src/io/plain-address.ts';

const inHeader = (address: string) => MimeNode.encodeHeaderValue('To', { name: '', address });
const inEnvelope = (address: string) => new MimeNode().setEnvelope({ to: { name: '', address } }).getEnvelope().to[0];

test('what counts as plain is written by nodemailer as it is', () => {
  const likely = fc.stringMatching(/^[\w+.-]{1,12}@([a-z\d-]{1,8}\.){1,3}[a-z\d-]{2,8}$/);
  fc.assert(
    fc.property(likely, (address) => {
      fc.pre(plainAddress.test(address));
      expect([inHeader(address), inEnvelope(address)]).toEqual([address, address]);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a.person@cegep.test', true],
  ['a+b@mines.quebec.example', true],
  ['A@Mines.example', false],
  ['a@xn--qubec-csa.example', false],
  ['a@québec.example', false],
  ['inês@x.example', false],
  ['a@b@x.example', false],
  ['"a b"@x.example', false],
  ['a..b@x.example', false],
  ['a.@x.example', false],
  ['a@[192.0.2.1]', false],
  ['a@192.0.2.1', false],
  ['a@x.example>', false],
  ['a@x.example\r\nBcc: b@x.example', false],
])('%j: %s', (address, plain) => {
  expect(plainAddress.test(address)).toBe(plain);
});
