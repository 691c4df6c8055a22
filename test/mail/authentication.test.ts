import { expect, test } from 'vitest';
import { believedDmarc } from '../../src/mail/authentication.ts';
import { mailOf } from './make.ts';

const from = 'Marie Tremblay <mtremblay@inm.example>';

test.each<[string, string | string[] | undefined, string]>([
  ['no header', undefined, 'none'],
  ['pass', 'mx.inm.example; dkim=pass header.d=inm.example; dmarc=pass header.from=inm.example', 'pass'],
  ['pass with a policy comment', 'mx.inm.example; dmarc=pass (p=reject dis=none) header.from=inm.example', 'pass'],
  ['a version number after the server', 'mx.inm.example 1; dmarc=pass header.from=inm.example', 'pass'],
  ['capitals', 'MX.inm.example; DMARC=Pass header.From=INM.example', 'pass'],
  ['fail', 'mx.inm.example; dmarc=fail header.from=inm.example', 'fail'],
  ['another server wrote it', 'mx.attacker.example; dmarc=pass header.from=inm.example', 'none'],
  ['forged below ours', ['mx.inm.example; dkim=none', 'mx.inm.example; dmarc=pass header.from=inm.example'], 'none'],
  [
    'another on top of ours',
    ['mx.other.example; spf=pass', 'mx.inm.example; dmarc=pass header.from=inm.example'],
    'none',
  ],
  ['of another domain', 'mx.inm.example; dmarc=pass header.from=attacker.example', 'none'],
  ['without header.from', 'mx.inm.example; dmarc=pass', 'none'],
  ['only DKIM, of another domain', 'mx.inm.example; dkim=pass header.d=attacker.example', 'none'],
  ['in a comment', 'mx.inm.example; dkim=none (dmarc=pass header.from=inm.example)', 'none'],
  ['in a comment with a semicolon', 'mx.inm.example; dkim=none (x; dmarc=pass header.from=inm.example)', 'none'],
  [
    'a fail before a pass',
    'mx.inm.example; dmarc=fail header.from=inm.example; dmarc=pass header.from=inm.example',
    'fail',
  ],
])('%s: %s', (_, value, verdict) => {
  const headers = value === undefined ? {} : { 'Authentication-Results': value };
  expect(believedDmarc(mailOf({ from, headers }), 'mx.inm.example')).toBe(verdict);
});

test('two authors: a verdict on one says nothing of the other', () => {
  const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=inm.example' };
  expect(believedDmarc(mailOf({ from: [from, 'x@attacker.example'], headers }), 'mx.inm.example')).toBe('none');
});
