import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionOf } from '../../src/dissemination/contact-mentions.ts';
import { anyText } from '../any-text.ts';
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
    'Please use the generic mailbox info@mines-ci.example in place of mine.',
    'Je préfère que les intéressés passent par l’Institut.',
    'Let them write to the embassy and not to me.',
    'Gardez cela entre vous et moi.',
    'For your eyes only.',
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
    'Je me rétracte.',
    'Je reviens sur ma décision.',
    'Je reviens sur ce que j’ai dit.',
    'Je retire ce que j’ai dit hier.',
    'I take back what I agreed to on the 20th.',
    'I take that back.',
    'I have thought better of it.',
    'Our board has reconsidered.',
    'J’ai changé d’idée.',
    'Me arrepiento.',
    'Please do not let the colleges call me.',
    'Je ne veux pas que les cégeps m’appellent.',
    'Évitez que les écoles me sollicitent.',
    'I would rather not be approached.',
    'Nobody should call me.',
    'No calls, please.',
    'Que personne ne m’écrive.',
    'Please blank out the bottom line.',
    'Effacez la dernière ligne.',
    'Merci de masquer la ligne du bas.',
    'Please remove the last line.',
    'Could you delete the bottom part?',
    'The bottom line should be removed.',
    'Je souhaite que la dernière ligne soit effacée.',
    'Could the last line be taken off?',
    'Oubliez ça.',
    'Je n’en veux plus.',
    'I no longer want it.',
    'Enlevez boateng du bulletin.',
    'Veuillez me laisser en dehors de la liste publique.',
    'Leave our dean out of the public list.',
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
    'Nous avons reçu la fiche, elle est parfaite.',
    'We received the sheet, it is perfect.',
    'Appelez-moi mardi.',
    'Call me on Tuesday.',
    'N’hésitez pas à m’appeler.',
    'Do not hesitate to call me.',
    'Vous pouvez me joindre mardi.',
    'Je ne suis pas disponible lundi, appelez-moi mardi.',
    'We cannot be there on Monday, please call me on Tuesday.',
    'Loose rock should be removed by the trainees.',
    'Les formateurs ne peuvent pas nous rejoindre avant mai.',
    'Training takes place outside the mine.',
    'Retirez le 12 mai, nous gardons le 14.',
    'Veuillez enlever la formation en ligne.',
    'Please remove the second slot.',
    'Please drop Monday, we take Tuesday.',
    'Nous voulons apprendre à retirer le minerai et à enlever les stériles.',
    'The trainees will learn to remove loose rock.',
    'Ne retirez rien.',
    'Nous reviendrons sur la question du budget.',
    'Je reviens vers vous lundi.',
    'Retractable drill bits for 12 people.',
    'Aucun appel d’offres n’est prévu.',
    'Il n’y a pas de budget pour 2026.',
    'Type : formation sur mesure\nNombre : 20 personnes\nBudget : 100 000 $\nÉchéancier : mai 2027\nLieu : sur place',
    'Nombre de personnes : 20',
    'Mardi 12 mai à 9 h nous convient, pas le 14.',
    'The first slot, please; we cannot do the second.',
    'Thank you very much for everything.',
    '',
  ])('%s', (text) => {
    expect(mentionOf(text)).toBeUndefined();
  });
});

test('any text is read, and soon', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 2000 }), (text) => {
      expect(['own', 'aside', undefined]).toContain(mentionOf(text));
    }),
  );
  for (const word of [
    'mes coordonnées ',
    'mon nom et ',
    'oui ',
    'a b ',
    'i agree to ',
    'laissez ',
    'veuillez de me ',
    'take my name ',
    'ne m appel ',
    'merci ',
    'remove the a ',
  ])
    expect(cost(() => mentionOf(word.repeat(5000)))).toBeLessThan(200);
});
