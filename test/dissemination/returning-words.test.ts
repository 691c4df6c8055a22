import { describe, expect, test } from 'vitest';
import { wantsItBack } from '../../src/dissemination/returning-words.ts';

describe('wants it back', () => {
  test.each([
    'erreur',
    'Erreur!',
    'C’est une erreur.',
    'Bonjour,\n\nC’est une erreur, merci.\n\nAnne Côté',
    'mistake',
    'This is a mistake, please.',
    'Je n’ai pas demandé cela.',
    'Je n’ai jamais demandé à être désabonné.',
    'Ce n’est pas moi qui ai écrit.',
    'I did not ask for this.',
    'It wasn’t me.',
    'I want to keep receiving the digest.',
    'Je veux continuer à recevoir le bulletin des demandes.',
    'No fui yo.',
    'No lo pedí',
    'Réabonnez-moi, svp',
    'Comme avant, svp.',
  ])('%s', (text) => {
    expect(wantsItBack(text)).toBe(true);
  });
});

describe('does not plainly want it back', () => {
  test.each([
    'Ce n’est pas une erreur, merci',
    'Non, pas d’erreur : je ne veux plus rien recevoir',
    'No mistake, thanks',
    'Merci!',
    'C’est une erreur de m’avoir inscrit.',
    'Il y avait une erreur dans mon adresse, je pars quand même.',
    'Erreur? Non.',
    'Erreur ?',
    'Je n’ai pas demandé à être inscrit.',
    'I never asked to be on your list.',
    'By mistake I was on your list; now leave me alone.',
    'C’est une erreur. Finalement, ne m’écrivez plus.',
    'I want to keep receiving nothing.',
    'Not me, my colleague wants it back.',
    '',
  ])('%s', (text) => {
    expect(wantsItBack(text)).toBe(false);
  });
});
