import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../src/dissemination/answer-words.ts';
import { takingBack } from '../../src/dissemination/consent-words.ts';
import { withoutContacts } from '../../src/dissemination/contacts.ts';
import { leavingOf } from '../../src/dissemination/leaving-words.ts';
import { withoutOtherHouses } from '../../src/dissemination/other-houses.ts';
import type { Partner } from '../../src/model/partner.ts';
import { anyText } from '../any-text.ts';
import { cost } from '../cost.ts';

// Text that is made to take long, megabytes of it among it: each costs little.

describe('answer words', () => {
  test('hostile text costs little', () => {
    for (const word of ['pas ', 'interet,', 'ne pas interet ', 'et ', '? ', 'particip'])
      expect(cost(() => meaningOf(word.repeat(200_000)))).toBeLessThan(1000);
  });
});

describe('consent words', () => {
  test('any text is read, and soon', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 2000 }), (text) => {
        expect(['withdraws', 'unsure', undefined]).toContain(takingBack(text));
      }),
    );
    for (const word of ['ne pas mes coordonnées ', 'mes coordonnées, ', 'mon nom', 'rester anonyme ', 'take my name '])
      expect(cost(() => takingBack(word.repeat(5000)))).toBeLessThan(200);
  });
});

describe('hidden contacts', () => {
  test('hostile text costs little', () => {
    const names = ['ama ', 'Ama.Boateng', 'de la ', 'Mme ', '\u00AD', 'о'];
    for (const word of [...names, 'a@', '(at)', '0', '+1 ', '+2 (0)', 'x.', '"', 'linkedin.com/in/'])
      expect(cost(() => withoutContacts(word.repeat(5000), { name: 'Ama de la Boateng' }))).toBeLessThan(1000);
  });
});

describe('leaving words', () => {
  test('any text is read, and soon', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 2000 }), (text) => {
        expect(['leaves', 'unsure', undefined]).toContain(leavingOf(text, text));
      }),
    );
    expect(cost(() => leavingOf('', 'ne plus m’envoyer '.repeat(20_000)))).toBeLessThan(1000);
  });
});

describe('other houses', () => {
  const house = (id: string, name: string): Partner => ({ id, name, contacts: [{ name, address: `a@${id}.test` }] });
  const un = house('un', 'Cégep Un');

  test('hostile text costs little', () => {
    const many = Array.from({ length: 400 }, (_, index) => house(`p${index}`, `Cégep de la Ville ${index}`));
    for (const word of ['Cégep ', 'Cégep Ville ', 'de la ', 'A-', 'ville '])
      expect(cost(() => withoutOtherHouses(word.repeat(5000), un, many))).toBeLessThan(2000);
  });
});
