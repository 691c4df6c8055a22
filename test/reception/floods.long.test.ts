import { describe, expect, test } from 'vitest';
import { plain } from '../../src/model/plain.ts';
import { agreementsOf } from '../../src/reception/agreements.ts';
import { cautionsOf } from '../../src/reception/cautions.ts';
import { fieldsOf } from '../../src/reception/fields.ts';
import { individualIn } from '../../src/reception/individual.ts';
import { introducedOrganisation } from '../../src/reception/introduction.ts';
import { needsOf } from '../../src/reception/needs.ts';
import { withoutPast } from '../../src/reception/past.ts';
import { hintedPoints } from '../../src/reception/points.ts';
import { withoutRefused } from '../../src/reception/refused.ts';
import { cost } from '../cost.ts';

// Text that is made to take long, megabytes of it among it: each costs little.

describe('agreements', () => {
  test('no text makes it slow', () => {
    for (const piece of ['entente de ', 'accord ', 'deliver your ', 'memorandum of '])
      expect(cost(() => agreementsOf(piece.repeat(20_000)))).toBeLessThan(1000);
  });
});

describe('cautions', () => {
  test('hostile text costs little', () => {
    for (const piece of ['passport ', 'ignore ', 'filial de ', 'voici ', 'mines ', 'a'])
      expect(
        cost(() => [cautionsOf({ text: piece.repeat(20_000), agreement: false }), fieldsOf(piece.repeat(20_000))]),
      ).toBeLessThan(1000);
  });
});

describe('individual', () => {
  test('no text makes it slow', () => {
    for (const piece of ['je ', 'i ', 'i am my staff ', 'quiero ', "j'm'"])
      expect(cost(() => individualIn(piece.repeat(20_000)))).toBeLessThan(1000);
  });
});

describe('introduction', () => {
  test('no text makes it slow', () => {
    for (const text of [
      'Nous sommes '.repeat(50_000),
      `Nous sommes ${'Mines de '.repeat(100_000)}`,
      `Je suis ${'le chef de '.repeat(100_000)}`,
      `Je suis ${'d’'.repeat(100_000)}`,
      'I am the the the of '.repeat(50_000),
    ])
      expect(cost(() => introducedOrganisation(text))).toBeLessThan(1000);
  });
});

describe('needs', () => {
  test('no text makes it slow', () => {
    for (const piece of ['train ', 'formation de ', 'training of a', 'set up a new ', 'd’', 'creation de un '])
      expect(cost(() => needsOf(piece.repeat(20_000)))).toBeLessThan(1000);
    for (const piece of [',', '0.0', '5.1.', '12 m'])
      expect(cost(() => hintedPoints(piece.repeat(20_000), 2026))).toBeLessThan(1000);
  });
});

describe('past', () => {
  test('the text keeps its length, and no text makes it slow', () => {
    const text = plain('Nous avons tenu une visite. Nous cherchons des stages.');
    expect(withoutPast(text)).toHaveLength(text.length);
    for (const piece of ['nous avons ', 'we have already ', 'a deja ete ', 'held, ', ' et ', 'hemos ya '])
      expect(cost(() => withoutPast(piece.repeat(20_000)))).toBeLessThan(1000);
  });
});

describe('refused', () => {
  test('the text keeps its length, and no text makes it slow', () => {
    const text = plain('We do not need simulators. Ni stages ni visite.');
    expect(withoutRefused(text)).toHaveLength(text.length);
    for (const piece of ['no ', 'pas besoin ', 'ni ', 'do not need ', ', pas de ', 'n’est pas '])
      expect(cost(() => withoutRefused(plain(piece.repeat(20_000))))).toBeLessThan(1000);
  });
});
