import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionOf } from '../../src/dissemination/contact-mentions.ts';
import { cost } from '../cost.ts';

describe('speaks of the contact of who writes', () => {
  test.each([
    'Tout compte fait, gardez mes coordonnées pour vous.',
    'Please keep my name out of it.',
    'Don’t give out my number.',
    'Ne me nommez pas.',
    'I would rather not be identified, keep me anonymous.',
    'Ne donnez pas mon 07 00 00 00.',
    'Je ne consens plus.',
    'Pas de nom, svp.',
    'No names please.',
    'Mes coordonnées ont changé, voici les nouvelles.',
    'Yes to the text, no to my contact details.',
    'Hello do not share my name',
    'Vous pouvez partager mes coordonnées ?',
    'Vous pouvez partager mes coordonnées. Enfin, non.',
    'You may share my contact details, but after Monday.',
    'J’annule mon « oui, avec mes coordonnées ».',
  ])('%s', (text) => {
    expect(mentionOf(text)).toBe('own');
  });
});

describe('may do so', () => {
  test.each([
    'Que tout passe par vous.',
    'Please route everything through you.',
    'Please publish nothing before Friday.',
    'I withdraw.',
    'J’ai changé d’avis.',
    'Our minister does not want anybody named.',
    'I prefer to stay off the record.',
    'We would like anonymous accident statistics.',
    'Ne diffusez pas la fiche avant lundi.',
    'Les partenaires ne doivent pas écrire directement.',
    'Who will share the results?',
    'Je préfère finalement qu’on ne sache pas qui je suis.',
    'I’d like to go unnamed.',
    'Ne dites pas qui a fait la demande.',
  ])('%s', (text) => {
    expect(mentionOf(text)).toBeDefined();
  });
});

describe('says nothing of it, or plainly agrees', () => {
  test.each([
    'Merci beaucoup!',
    'Nous retirons la date de mai.',
    'Le budget est de 100 000 $, et la formation commence en mai 2027.',
    'We had to cancel the visit of Tuesday.',
    'You can share my details with everyone.',
    'Bonjour Madame, vous pouvez partager mes coordonnées avec les établissements intéressés. Merci!',
    'Partagez mon nom et mon courriel avec tous les partenaires.',
    'Je maintiens mon consentement.',
    'Je ne retire pas mon consentement.',
    'Aucun problème avec mes coordonnées.',
    'N’oubliez pas de mettre mes coordonnées dans la fiche.',
    'N’hésitez pas à transmettre mes coordonnées aux cégeps.',
    'Do not hesitate to share my contact details',
    'I do not mind if you share my contact details with the schools.',
    'Je ne veux plus rester anonyme',
    'Pas de problème pour partager mes coordonnées.',
    'No hay problema en compartir mis datos de contacto.',
    'Oui, avec mes coordonnées',
    'Mes coordonnées peuvent être diffusées.',
    'I agree to my contact details being shared.',
    '',
  ])('%s', (text) => {
    expect(mentionOf(text)).toBeUndefined();
  });
});

test('any text is read, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      expect(['own', 'aside', undefined]).toContain(mentionOf(text));
    }),
  );
  for (const word of ['mes coordonnées ', 'mon nom et ', 'oui ', 'a b ', 'i agree to ', 'laissez '])
    expect(cost(() => mentionOf(word.repeat(5000)))).toBeLessThan(200);
});
