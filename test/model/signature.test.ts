import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SigningKey } from '../../src/model/policy.ts';
import { hashCode, makeCode, provesPossession, readMessageId, signMessageId } from '../../src/model/signature.ts';

const first: SigningKey = { id: 'k1', secret: 'a secret of the house, long enough' };
const second: SigningKey = { id: 'k2', secret: 'the secret that comes after it' };
const domain = 'greffier.test';
const letter = { letter: 'news', person: 'mtremblay@inm.example', reference: 'INMQ-2026-0042' };

describe('Message-IDs', () => {
  test('the same seed gives the same id and the same Message-ID, another seed others', () => {
    const signed = signMessageId({ ...letter, seed: 'mail/1#0' }, [first], domain);
    expect(signMessageId({ ...letter, seed: 'mail/1#0' }, [first], domain)).toEqual(signed);
    expect(signMessageId({ ...letter, seed: 'mail/1#1' }, [first], domain).id).not.toBe(signed.id);
    expect(signed.messageId).toMatch(/^<[a-z2-7]{16}\.[a-z2-7]{20}\.[a-z2-7]{20}@greffier\.test>$/);
    expect(signed.messageId).toContain(signed.id);
  });

  test('fits one line of 78 characters with the domain of the house', () => {
    const { messageId } = signMessageId({ ...letter, seed: 's' }, [first], domain);
    expect(` ${messageId}`.length).toBeLessThanOrEqual(78);
  });

  test('rotation: the new key signs, the old one still verifies, a key that is gone does not', () => {
    const { id, messageId } = signMessageId({ ...letter, seed: 's' }, [first], domain);
    expect(readMessageId(messageId, [second, first])).toEqual({ id });
    expect(provesPossession(messageId, letter, [second, first])).toBe(true);
    expect(readMessageId(messageId, [second])).toBeUndefined();
    expect(provesPossession(messageId, letter, [second])).toBe(false);
    expect(signMessageId({ ...letter, seed: 's' }, [second, first], domain).id).toBe(id);
  });

  test('whatever the letter, what we sign we recognise', () => {
    const possession = fc.record({
      letter: fc.string(),
      person: fc.string(),
      reference: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(possession, fc.string(), (what, seed) => {
        const { id, messageId } = signMessageId({ ...what, seed }, [first], domain);
        expect(readMessageId(messageId, [first])).toEqual({ id });
        expect(provesPossession(messageId, what, [first])).toBe(true);
      }),
    );
  });

  test('any flipped character is refused', () => {
    const { messageId } = signMessageId({ ...letter, seed: 's' }, [first], domain);
    const flip = fc.record({
      at: fc.nat(messageId.length - 1),
      by: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567ABCXYZ0189.@<> \n\0é'),
    });
    fc.assert(
      fc.property(flip, ({ at, by }) => {
        const forged = messageId.slice(0, at) + by + messageId.slice(at + 1);
        fc.pre(forged !== messageId);
        expect(readMessageId(forged, [first])).toBeUndefined();
        expect(provesPossession(forged, letter, [first])).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['another person', { ...letter, person: 'dlavoie@inm.example' }],
    ['another request', { ...letter, reference: 'INMQ-2026-0043' }],
    ['no request', { letter: letter.letter, person: letter.person }],
    ['another letter', { ...letter, letter: 'confirm' }],
    ['parts shifted into each other', { ...letter, letter: 'newsmtremblay', person: '@inm.example' }],
  ])('possession is not proved for %s', (_, other) => {
    const { messageId } = signMessageId({ ...letter, seed: 's' }, [first], domain);
    expect(provesPossession(messageId, other, [first])).toBe(false);
  });

  test('the case of the address does not matter', () => {
    const { messageId } = signMessageId({ ...letter, seed: 's' }, [first], domain);
    expect(provesPossession(messageId, { ...letter, person: 'MTremblay@INM.example' }, [first])).toBe(true);
  });

  test.each(['', '<>', '<a@b>', '<42@mail.example>', `<${'a'.repeat(100_000)}@x>`])(
    'a foreign one is refused: %.40s',
    (id) => {
      expect(readMessageId(id, [first])).toBeUndefined();
      expect(provesPossession(id, letter, [first])).toBe(false);
    },
  );

  test('halves of two of our own do not make a third', () => {
    const one = signMessageId({ ...letter, seed: 'one' }, [first], domain).messageId;
    const two = signMessageId({ ...letter, person: 'x@y.example', seed: 'two' }, [first], domain).messageId;
    expect(readMessageId(one.slice(0, 17) + two.slice(17), [first])).toBeUndefined();
    expect(readMessageId(one.slice(0, 38) + two.slice(38), [first])).toBeUndefined();
  });
});

describe('one-time codes', () => {
  test('ten characters that cannot be misread, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(makeCode(seed, [first])).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
        expect(makeCode(seed, [first])).toBe(makeCode(seed, [first, second]));
      }),
    );
  });

  test('another seed or another key gives another code', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => makeCode(`mail/${i}`, [first]));
    expect(new Set([...codes, makeCode('mail/0', [second])]).size).toBe(1001);
  });

  test('every character of the alphabet comes up at every place', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => makeCode(`mail/${i}`, [first]));
    for (let place = 0; place < 10; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(31);
  });

  test.each(['abcde23456', 'ABCDE-23456', ' abcde 23456\n', 'ABCDE\u00A023456', 'a b c d e‑2–3—4-5 6'])(
    'however it is retyped, %j is the same code',
    (typed) => {
      expect(hashCode(typed)).toBe(hashCode('ABCDE23456'));
    },
  );

  test('another code has another hash', () => {
    expect(hashCode('ABCDE23457')).not.toBe(hashCode('ABCDE23456'));
    expect(hashCode('ABCDE23456')).toMatch(/^[0-9a-f]{64}$/);
  });
});
