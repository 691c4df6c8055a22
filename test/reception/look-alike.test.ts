import { describe, expect, test } from 'vitest';
import { lookAlike, skeleton } from '../../src/reception/look-alike.ts';

const known = [
  { domain: 'mines-institut.qc.ca', shortest: 4 },
  { domain: 'cfp-boreal.test', shortest: 6 },
  { domain: 'uqzt.test', shortest: 6 },
];

describe('a domain that passes itself off for another', () => {
  test.each([
    ['mines-lnstitut.qc.ca', 'mines-institut.qc.ca', 'caractères'],
    ['mines-institut.qc.ca'.replace('i', 'і'), 'mines-institut.qc.ca', 'caractères'],
    ['xn--mnes-institut-3hl.qc.ca', 'mines-institut.qc.ca', 'caractères'],
    ['rnines-institut.qc.ca', 'mines-institut.qc.ca', 'caractères'],
    ['mine-institut.qc.ca', 'mines-institut.qc.ca', 'une seule lettre'],
    ['mail.mines-instiutt.qc.ca', 'mines-institut.qc.ca', 'une seule lettre'],
    ['mines-institut.example', 'mines-institut.qc.ca', 'autre terminaison'],
    ['minesinstitut.example', 'mines-institut.qc.ca', 'autre terminaison'],
    ['mines-institut-qc-ca.example', 'mines-institut.qc.ca', 'contenu'],
    ['cfp-boreal.test.secure.example', 'cfp-boreal.test', 'contenu'],
    ['cfp-b0real.test', 'cfp-boreal.test', 'caractères'],
    ['cfp-borea.test', 'cfp-boreal.test', 'une seule lettre'],
  ])('%s', (domain, of, how) => {
    expect(lookAlike(domain, known)).toEqual({ of, how: expect.stringContaining(how) });
  });

  test.each([
    ['the domain itself', 'mines-institut.qc.ca'],
    ['a domain below it', 'courriel.mines-institut.qc.ca'],
    ['another university of four letters', 'uqzm.test'],
    ['an unrelated organisation', 'tgtu.example'],
    ['the suffix alone', 'qc.ca'],
    ['nothing', ''],
  ])('%s is none', (_, domain) => {
    expect(lookAlike(domain, known)).toBeUndefined();
  });
});

test('letters of other alphabets, digits and pairs read as the letters they look like', () => {
  expect(skeleton('Pаypа1')).toBe(skeleton('paypal'));
  expect(skeleton('rnarie')).toBe(skeleton('marie'));
  expect(skeleton('Énergie')).toBe(skeleton('ENERGIE'));
  expect(skeleton('marie')).not.toBe(skeleton('maria'));
});
