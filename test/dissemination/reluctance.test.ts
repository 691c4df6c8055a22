import { describe, expect, test } from 'vitest';
import { namesWriter } from '../../src/dissemination/reluctance.ts';
import { cost } from '../cost.ts';

describe('names who writes', () => {
  const signatory = { name: 'Ama Boateng', house: 'Tarkwa Gold University tgtu.example' };
  test.each([
    'Enlevez Boateng du bulletin.',
    'Enlevez A. Boateng du bulletin.',
    'Ama should not stand there.',
    'Merci de ne rien dire de Mme Boateng',
  ])('%s', (text) => {
    expect(namesWriter(text, signatory)).toBe(true);
  });

  test.each([
    'Merci, Ama',
    'Merci Ama',
    'Ama Boateng',
    'Best regards, Ama Boateng',
    'Cordialement Ama Boateng',
    'Ici Ama Boateng.',
    'Tarkwa Gold is pleased.',
    'Vingt personnes en mai 2027.',
    '',
  ])('not: %s', (text) => {
    expect(namesWriter(text, signatory)).toBe(false);
  });
});

test('soon, however long', () => {
  for (const word of ['merci ', 'Ama ', 'A. ', 'je suis '])
    expect(cost(() => namesWriter(word.repeat(4000), { name: 'Ama Boateng' }))).toBeLessThan(500);
});
