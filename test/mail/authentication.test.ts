import { expect, test } from 'vitest';
import { believedAlignment, believedDmarc } from '../../src/mail/authentication.ts';
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
  [
    'a fail behind a pass',
    'mx.inm.example; dmarc=pass header.from=inm.example; dmarc=fail header.from=inm.example',
    'fail',
  ],
  [
    'said twice, of two domains',
    'mx.inm.example; dmarc=pass header.from=inm.example; dmarc=pass header.from=attacker.example',
    'none',
  ],
  [
    'in the quoted name of an envelope sender',
    'mx.inm.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=inm.example; y"@attacker.example',
    'none',
  ],
  [
    'in such a name, before the server’s own word',
    'mx.inm.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=inm.example; y"@attacker.example; dmarc=fail header.from=inm.example',
    'fail',
  ],
  [
    'in such a name, behind an escaped quotation mark',
    String.raw`mx.inm.example; spf=pass smtp.mailfrom="x\"; dmarc=pass header.from=inm.example; \"y"@attacker.example`,
    'none',
  ],
  [
    'in such a name, which the server did not quote',
    'mx.inm.example; spf=pass smtp.mailfrom=x; dmarc=pass header.from=inm.example; y@attacker.example; dmarc=fail header.from=inm.example',
    'fail',
  ],
  [
    'in such a name, whose quotation mark hides the server’s own word',
    'mx.inm.example; spf=pass smtp.mailfrom=x; dmarc=pass header.from=inm.example; "@attacker.example; dmarc=fail header.from=inm.example',
    'none',
  ],
  [
    'in such a name, whose parenthesis hides the server’s own word',
    'mx.inm.example; spf=pass smtp.mailfrom=x; dmarc=pass header.from=inm.example; (@attacker.example; dmarc=fail header.from=inm.example',
    'none',
  ],
  [
    'the domain in the quoted name of another property',
    'mx.inm.example; dmarc=pass smtp.mailfrom="header.from=inm.example"@attacker.example header.from=attacker.example',
    'none',
  ],
  [
    'the domain in a reason',
    'mx.inm.example; dmarc=pass reason="header.from=inm.example" header.from=attacker.example',
    'none',
  ],
  [
    'the domain of a property whose name only ends so',
    'mx.inm.example; dmarc=pass x.header.from=inm.example header.from=attacker.example',
    'none',
  ],
  ['a quoted domain', 'mx.inm.example; dmarc=pass header.from="inm.example"', 'pass'],
  ['a comment right beside', 'mx.inm.example; dmarc=pass(p=none)header.from=inm.example', 'pass'],
  [
    'a quoted envelope sender beside',
    'mx.inm.example; spf=pass smtp.mailfrom="o\'brien (work)"@inm.example; dmarc=pass header.from=inm.example',
    'pass',
  ],
])('%s: %s', (_, value, verdict) => {
  const headers = value === undefined ? {} : { 'Authentication-Results': value };
  expect(believedDmarc(mailOf({ from, headers }), 'mx.inm.example')).toBe(verdict);
});

test('two authors: a verdict on one says nothing of the other', () => {
  const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=inm.example' };
  expect(believedDmarc(mailOf({ from: [from, 'x@attacker.example'], headers }), 'mx.inm.example')).toBe('none');
});

test.each<[string, string, boolean]>([
  ['SPF for the house', 'spf=pass smtp.mailfrom=bounce@inm.example', true],
  ['SPF for a quoted sender of the house', 'spf=pass smtp.mailfrom="a b"@inm.example', true],
  ['DKIM for the house', 'dkim=pass header.d=inm.example', true],
  [
    'the house in the quoted name of a stranger',
    'spf=pass smtp.mailfrom="a smtp.mailfrom=b@inm.example"@x.example',
    false,
  ],
  ['a result in such a name', 'spf=none smtp.mailfrom="a; dkim=pass header.d=inm.example; b"@x.example', false],
  ['the house in a reason', 'dkim=pass reason="header.d=inm.example" header.d=x.example', false],
])('aligned: %s', (_, results, aligned) => {
  const headers = { 'Authentication-Results': `mx.inm.example; ${results}` };
  expect(believedAlignment(mailOf({ from, headers }), 'mx.inm.example')).toBe(aligned);
});
