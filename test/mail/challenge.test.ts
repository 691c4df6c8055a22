import { describe, expect, test } from 'vitest';
import { isChallenge } from '../../src/mail/challenge.ts';

describe('a system asks us to show that a person wrote', () => {
  test.each([
    [
      'fr, a link',
      'Votre message à denis@fai.example attend votre confirmation',
      'Je me protège du pourriel avec un filtre. C’est la première fois que vous m’écrivez : pour que votre courriel me parvienne, veuillez cliquer sur le lien ci-dessous.\n\nhttps://antispam.fai.example/valider/ab12cd\n\nCette opération ne vous sera demandée qu’une seule fois.',
    ],
    [
      'fr, an answer, the subject being ours',
      'Demande reçue',
      'Bonjour, pour débloquer votre message, répondez à ce courriel. L’expéditeur sera alors sur ma liste blanche.',
    ],
    [
      'TMDA',
      'Please confirm your message',
      'This message was created automatically by mail delivery software (TMDA).\n\nYour message attached below is being held because the address\n<info@inm.example> has not been verified.\n\nTo release your message for delivery, please send an empty message\nto the following address, or use your mailer’s "Reply" feature.',
    ],
    [
      'en, an unknown sender',
      'Demande reçue',
      'The sender has not been verified. Please click the link to deliver your message.',
    ],
    [
      'es',
      'Solicitud recibida',
      'Para que su mensaje me llegue, haga clic aquí. Solo la primera vez; después su dirección estará en mi lista blanca.',
    ],
    [
      'de',
      'Anfrage',
      'Damit Ihre Nachricht zugestellt wird, bitte hier klicken. Das ist nur einmalig nötig, für neue Absender.',
    ],
  ])('%s', (_, subject, text) => {
    expect(isChallenge({ subject, text })).toBe(true);
  });
});

describe('a person tells of mail', () => {
  test.each([
    [
      'who asks us something',
      'Votre message attend votre confirmation',
      'Votre courriel est resté dans le pourriel. Nous cherchons dix formateurs; pouvez-vous répondre à ce courriel?',
    ],
    [
      'whose filter held our letter',
      'Re: Demande reçue',
      'Pour que votre courriel me parvienne, écrivez à l’autre adresse. Je choisis la plage 2.',
    ],
    ['who has not been confirmed', 'Inscription', 'My registration has not been confirmed. Please send me the form.'],
    [
      'who sends an empty message',
      'Re: Demande',
      'Sorry, I seem to send you an empty message yesterday. Here is the text.',
    ],
  ])('%s', (_, subject, text) => {
    expect(isChallenge({ subject, text })).toBe(false);
  });
});
