import { describe, expect, test } from 'vitest';
import { secondThoughts } from '../../src/dissemination/second-thoughts.ts';

const signatory = { name: 'Ama Boateng', house: 'Tarkwa Gold Technical University tgtu.example' };
const of = (text: string, subject = 'Re: [INMQ-2026-0001] Bon à diffuser') => secondThoughts(subject, text, signatory);

describe('after the yes, before the digest', () => {
  test.each([
    'Attendez, ne diffusez rien\u00A0: le ministère n’a pas encore donné son accord.',
    'Il y a une erreur dans le texte\u00A0: ce sont 15 personnes et non 12.',
    'Finalement, nous retirons notre demande.',
    'Please hold the publication until Monday.',
    'No. Please do not publish this text, it is wrong.',
    'Sorry, my previous answer was a mistake. It is no.',
    'J’ai répondu trop vite tout à l’heure. C’est non.',
    'Cancel my reply please.',
    'Please disregard my earlier email.',
    'Le projet est annulé.',
    'Plage 2.\nMais ne diffusez pas la fiche.',
    'Merci de ne pas publier le texte.',
    'Le texte ne convient plus à notre direction.',
    'Could you correct the text before it goes out?',
    'Quand pourrons-nous corriger la fiche?',
    'No publiquen la ficha todavía.',
    'Veuillez surseoir à l’envoi.',
    'Je veux relire le texte à mon retour.',
    'We have changed our minds.',
    'Nous avons changé d’avis.',
    'Hemos cambiado de opinión.',
    'Drop it, please.',
    'Laissez tomber.',
    'Notre recteur s’y oppose.',
    'The ministry objects to it.',
    'Retiro mi aprobación.',
  ])('« %s » speaks against the text or its release', (text) => {
    expect(of(text)?.sense).toBe('against');
  });

  test.each([
    'Non.',
    'Non, finalement.',
    'Actually no.',
    'Annulez.',
    'Bonjour Madame Tremblay,\n\nnon.\n\nAma Boateng',
    'Attendez un peu svp',
    'On hold please',
    'Stop!',
    'Finalement non, merci.',
  ])('« %s » is a bare refusal, of whatever was asked', (text) => {
    expect(of(text)?.sense).toBe('refuses');
  });

  test.each([
    'Le nombre de participants est de 15.',
    'Our minister has to see it first.',
    'Je vous rappelle demain à ce sujet.',
    'Merci de mettre 15 personnes.',
    'We hope it is still possible to add a line.',
    'Appelez-moi mardi.',
    'I take it back.',
    'Cordialement,\nAma Boateng\n\nP.S. Ce sont 15 personnes.',
    'Is the number right?',
    'Parfait, après la signature du recteur.',
    'Merci, une fois que le ministère l’aura vu.',
    'Fine, as soon as our dean has signed.',
    'Yes, pending the signature of our dean.',
    'D’accord, sous réserve de l’avis du recteur.',
    'Nobody objects to it.',
    'Great, apart from the country.',
    'C’est parfait, à part le pays.',
    'Perfecto, después de la firma del rector.',
    'Merci, le recteur décidera.',
  ])('« %s » is unsure', (text) => {
    expect(of(text)?.sense).toBe('unsure');
  });

  test.each([
    'Merci beaucoup!',
    'Merci beaucoup pour votre aide et votre patience.',
    'Bien reçu, merci.',
    'Nous avons bien reçu votre message.',
    'Received with thanks.',
    'Well noted.',
    'Thank you once again!',
    'C’est noté, bonne journée!',
    'Oui',
    'Yes, please go ahead.',
    'Oui, avec mes coordonnées.',
    'Je serai absente jusqu’au 5 janvier.',
    'I will be out of the office until January 5.',
    'Je ne serai pas au bureau cette semaine.',
    'Quand la fiche sera-t-elle diffusée?',
    'When will the notice go out?',
    'Could you tell me when it will be published?',
    'Est-ce que la fiche est partie?',
    'Have you received any answers yet?',
    'À quelle date recevrons-nous les réponses, en décembre ou en janvier?',
    'Nous attendons avec impatience les réponses de vos établissements.',
    'We look forward to hearing from your partners.',
    'J’espère que nous aurons de nombreuses réponses.',
    'La fiche est parfaite.',
    'Excellent travail, merci à toute l’équipe!',
    'Aucune correction de notre part.',
    'Nous ne pourrons pas assister à la rencontre de jeudi.',
    'Will the meeting be on Teams?',
    'Je ne souhaite plus que mes coordonnées soient diffusées.',
    'Please take my name off the notice.',
    'Merci beaucoup!\n\nCordialement,\n\nAma Boateng\nTarkwa Campus, Western Region\nTel: +233 24 412 3456',
    'De retour le 7 décembre.',
    'I will be back on Monday.',
    'Entendu, merci de votre diligence.',
    'Très bien, merci Madame.',
    '👍',
    '',
  ])('« %s » is none', (text) => {
    expect(of(text)).toBeUndefined();
  });

  test.each([
    'À la suite d’une réunion avec le DG, le projet est suspendu.',
    'Please hold everything until our board meeting on Monday.',
    'Ne l’envoyez pas avant notre rencontre de jeudi.',
    'We had a meeting with the ministry: the answer is no.',
    'Attendez notre réunion de lundi, svp.',
    'Nous préférons attendre la rencontre du conseil.',
    'Please wait until the meeting.',
    'Pas avant la visio de mardi.',
    'On en reparle au prochain rendez-vous avant tout envoi.',
    'Our director refused it in yesterday’s meeting.',
    'Le comité, en réunion hier, s’y oppose.',
    'Peut-on attendre la réunion de mardi?',
  ])('« %s » names a meeting, and waits for it or says what was decided there', (text) => {
    expect(of(text)).toBeDefined();
  });

  test.each([
    'I cannot attend the meeting on Thursday.',
    'Nous ne pourrons pas participer à la réunion.',
    'La rencontre de jeudi nous convient.',
    'Plage 2.',
    'We look forward to the meeting.',
    'See you at the meeting.',
    'Could we move the meeting to Friday?',
    'À quelle heure est la rencontre?',
  ])('« %s » is of the meeting alone', (text) => {
    expect(of(text)).toBeUndefined();
  });

  test.each([
    'We withdraw.',
    'Nous renonçons.',
    'We no longer need this.',
    'Please put everything on hold.',
    'Ya no necesitamos la capacitación.',
    'Nous n’avons plus besoin de la formation.',
    'We are no longer interested.',
    'Nous avons décidé de renoncer à ce projet.',
    'Mettez notre dossier en attente, svp.',
    'Arrêtez tout.',
    'Ne l’envoyez pas encore.',
    'Please do not send it.',
  ])('« %s » calls everything off, in answer to whatever', (text) => {
    expect(of(text, 'Re: [INMQ-2026-0001] Demande reçue')?.sense).toBe('against');
  });

  test.each([
    'We no longer need the visa letter.',
    'We withdraw our proposal of Thursday.',
    'There is no need to put everything on hold.',
    'Nous ne renonçons pas.',
    'Do not cancel everything.',
    'We do not withdraw.',
    'Cancel it please.',
  ])('« %s » does not, plainly', (text) => {
    expect(of(text)?.sense).not.toBe('against');
  });

  test('the button « Corrections » speaks against the text, whatever stands in it', () => {
    expect(of('', '[INMQ-2026-0001] Corrections')?.sense).toBe('against');
  });

  test.each<[string, boolean]>([
    ['Non.', true],
    ['Annulez.', true],
    ['Sorry, my previous answer was a mistake.', true],
    ['Il y a une erreur dans le texte\u00A0: ce sont 15 personnes et non 12.', false],
    ['Finalement, nous retirons notre demande.', false],
  ])('« %s » may take the consent back as well: %s', (text, consent) => {
    expect(of(text)?.ofConsent).toBe(consent);
  });
});

describe('consent that is withdrawn in words that name nothing', () => {
  test.each(['Je retire mon accord.', 'I withdraw my approval.', 'Je me rétracte.'])(
    '« %s » may be that of the text',
    (text) => {
      expect(of(text)).toBeDefined();
    },
  );
  test('« Je retire mon consentement » is that of the contact where one stands, else of the text', () => {
    const text = 'Je retire mon consentement.';
    expect(secondThoughts('', text, signatory, true)).toBeUndefined();
    expect(secondThoughts('', text, signatory, false)?.sense).toBe('against');
  });
});
