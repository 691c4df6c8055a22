import { describe, expect, test } from 'vitest';
import { takingBack } from '../../src/dissemination/consent-words.ts';

describe('takes back', () => {
  test.each([
    'Je ne souhaite plus que mes coordonnées soient partagées.',
    'Masquez mon nom, svp.',
    'Mes coordonnées, je préfère ne plus les diffuser.',
    'Je n’autorise plus la diffusion de mes coordonnées.',
    'Diffusez la fiche sans mes coordonnées.',
    'Pourriez-vous retirer mes coordonnées ?',
    'Je m’oppose à ce que mon nom soit publié.',
    'Please hide my phone number.',
    'I no longer agree to my contact details being shown.',
    'Stop sharing my email.',
    'Ne publiez pas mon nom.',
    'Please leave my contact details out.',
    'No contact details in the notice, please.',
    'Prefiero permanecer anónimo.',
    'No compartan mis datos de contacto.',
  ])('%s', (text) => {
    expect(takingBack(text)).toBe('withdraws');
  });
});

describe('takes nothing back', () => {
  test.each([
    'Je ne veux plus rester anonyme.',
    'N’oubliez pas de mettre mes coordonnées.',
    'I do not mind if you share my contact details.',
    'Je ne retire pas mon consentement.',
    'Je ne m’oppose pas à ce que mes coordonnées soient partagées.',
    'N’enlevez pas mes coordonnées.',
    'Aucune objection à diffuser mes coordonnées.',
    'Pourquoi ne partagez-vous pas mes coordonnées ?',
    'Il est important de partager mes coordonnées.',
    'La secrétaire a mis à jour mes coordonnées; vous pouvez les diffuser.',
    'I am not withdrawing my consent.',
    'It doesn’t bother me if you share my contact details.',
    'There is no need to hide my details.',
    'Don’t remove my contact details.',
    'My address has not changed.',
    'No olviden incluir mis datos de contacto.',
    'No me importa que compartan mis datos.',
    'Ne diffusez pas la fiche avant lundi.',
    'We would like anonymous accident statistics.',
    'Supprimez l’ancien numéro, mes coordonnées : 555',
    '',
  ])('%s', (text) => {
    expect(takingBack(text)).toBeUndefined();
  });
});

describe('may take back', () => {
  test.each([
    'Ne diffusez pas mes coordonnées sans mon accord.',
    'I am not available Monday, please pass my name to the dean.',
    'Please remove the budget from the notice and share my contact details.',
    'Finalement, pas mes coordonnées svp.',
    'J’ai oublié de retirer mes coordonnées.',
    'Avez-vous retiré mes coordonnées ?',
    'Mes coordonnées sont dans la fiche. Ne les diffusez pas.',
    'Je ne dis pas que je ne veux pas partager mes coordonnées.',
  ])('%s', (text) => {
    expect(takingBack(text)).toBe('unsure');
  });
});
