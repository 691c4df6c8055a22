import { describe, expect, test } from 'vitest';
import { quotesOthersThan } from '../../src/mail/unseen-quote.ts';

const ours = ['Institut national des mines', 'info@inm.example'];
const head = (from: string) => `Bonjour,\n\nDe : ${from}\nEnvoyé : 2 novembre 2026 10:00\nÀ : Ama\nObjet : x\n\nVoici.`;
const wrote = (from: string) => `Bonjour,\n\nLe 2 novembre 2026 à 10:00, ${from} a écrit :\n> Voici.`;

describe.each([
  ['a head', head],
  ['an attribution', wrote],
  ['an attribution in two lines', (from: string) => wrote(from).replace(', ', ',\n')],
])('whom a mail quotes stands in %s', (_, quote) => {
  test.each([
    ['Kofi <kofi@tgtu.example>', true],
    ['Institut national des mines <greffier@relais.example>', false],
    ['INM <INFO@inm.example>', false],
  ])('%s', (from, others) => {
    expect(quotesOthersThan(ours, { text: quote(from) })).toBe(others);
  });
});

test('a mail that was written between two of ours is in ours', () => {
  const text = `${head('INM <info@inm.example>')}\n\n${head('Kofi <kofi@tgtu.example>')}`;
  expect(quotesOthersThan(ours, { text })).toBe(false);
});

test.each(['Bonjour,\n\nformez nos mineurs.', 'Bonjour,\n\n> 12 foreurs\n\nMerci.'])('nobody is quoted: %j', (text) => {
  expect(quotesOthersThan(ours, { text })).toBe(false);
});
