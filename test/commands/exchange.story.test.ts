import { describe, expect, test } from 'vitest';
import { desk, only, openedUnder, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { attack, verdict } from './attacker.ts';

const tenant = '8f3c1c2e-0000-4000-8000-1d2e3f4a5b6c';

describe('Exchange Online', () => {
  const inside = {
    'X-MS-Exchange-Organization-AuthAs': 'Internal',
    'X-MS-Exchange-CrossTenant-AuthAs': 'Internal',
    'X-MS-Exchange-CrossTenant-Id': tenant,
  };
  const outside = { 'X-MS-Exchange-Organization-AuthAs': 'Anonymous', 'X-MS-Exchange-CrossTenant-AuthAs': 'Anonymous' };
  const results = (dmarc: string, compauth = 'pass') =>
    `spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=greffier.test; dkim=pass (signature was verified) header.d=greffier.test;dmarc=${dmarc} action=none header.from=greffier.test;compauth=${compauth} reason=100`;

  test.each<[string, Record<string, string | string[]>, boolean]>([
    ['a colleague of the tenant', inside, true],
    [
      'a colleague of another tenant',
      { ...inside, 'X-MS-Exchange-CrossTenant-Id': '00000000-0000-4000-8000-000000000000' },
      false,
    ],
    ['two claims to be inside', { ...inside, 'X-MS-Exchange-Organization-AuthAs': ['Internal', 'Internal'] }, false],
    ['only half of the claim', { 'X-MS-Exchange-Organization-AuthAs': 'Internal' }, false],
    ['from outside, DMARC passed', { ...outside, 'Authentication-Results': results('pass') }, true],
    ['from outside, DMARC failed', { ...outside, 'Authentication-Results': results('fail') }, false],
    [
      'from outside, composite authentication failed',
      { ...outside, 'Authentication-Results': results('pass', 'fail') },
      false,
    ],
    ['a verdict without Exchange', { 'Authentication-Results': results('pass') }, false],
    ['a name before the verdict', { ...outside, ...verdict('pass') }, false],
    ['nothing', {}, false],
  ])('%s', async (_, headers, done) => {
    await openedUnder((policy) => ({ ...policy, exchangeTenant: tenant }));
    await desk.world.arrives(desk.clerk, await written(request));
    await attack({ headers, text: 'vu' });
    expect(only().notes.map(({ text }) => text)).toEqual(done ? ['vu'] : []);
  });
});
