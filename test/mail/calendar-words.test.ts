import { describe, expect, test } from 'vitest';
import { wordsBeside } from '../../src/mail/calendar-words.ts';

const title = '[INMQ-2026-0042] Rencontre de précision';
const details = `${title}
Tuesday Nov 24, 2026 ⋅ 10am – 10:45am
Eastern Time - Toronto

Location
https://visio.example/inmq-0042

Guests
Institut national des mines - organizer
Ama Boateng

~~//~~
Invitation from Google Calendar: https://calendar.example/

You are receiving this email because you are an attendee on the event.`;

describe('beside an answer by calendar, nothing is said by the person', () => {
  test.each([
    ['', ''],
    ['English', 'Ama Boateng has accepted this invitation.'],
    ['English, maybe', 'Ama Boateng has replied "Maybe" to this invitation.'],
    ['English, with the event below', `Ama Boateng has tentatively accepted this invitation.\n\n${details}`],
    ['French', 'Ama Boateng a accepté votre invitation à l’événement : Rencontre.'],
    ['French, with the event below', `Ama Boateng a refusé cette invitation.\n\n${details}`],
    ['French, maybe', `Ama Boateng a répondu « Peut-être » à cette invitation.\n\n${details}`],
    ['Spanish', `Ama Boateng ha aceptado esta invitación.\n\n${details}`],
    ['Spanish, refused', 'Ama Boateng ha rechazado esta invitación.'],
    ['Portuguese', `Ama Boateng aceitou este convite.\n\n${details}`],
    ['Portuguese, refused', 'Ama Boateng recusou este convite.'],
    ['German', `Ama Boateng hat diese Einladung angenommen.\n\n${details}`],
    ['Italian', 'Ama Boateng ha accettato questo invito.'],
    ['Arabic', `قبِل Ama Boateng هذه الدعوة.\n\n${details}`],
    ['Russian', 'Ama Boateng: приглашение принято.'],
    ['Turkish', 'Ama Boateng bu daveti kabul etti.'],
    ['the event alone', details],
    ['a telephone’s signature', 'Get Outlook for iOS<https://mail.example/o0ukef>'],
    ['that of Quebec', 'Obtenir Outlook pour iOS<https://mail.example/o0ukef>'],
    ['that of Brazil', 'Obter o Outlook para Android<https://mail.example/o0ukef>'],
    ['that of Italy', 'Scarica Outlook per iOS<https://mail.example/o0ukef>'],
    ['a telephone’s signature in French', 'Envoyé de mon iPhone'],
  ])('%s', (_what, text) => expect(wordsBeside(text, title)).toBe(''));
});

describe('what the person says is kept', () => {
  test.each([
    ['alone', 'Two colleagues will join us.', 'Two colleagues will join us.'],
    ['below the program’s line', 'Ama Boateng has accepted this invitation.\n\nI will be late.', 'I will be late.'],
    [
      'as a note in it',
      `Ama has declined this invitation with this note: "I am travelling"\n\n${details}`,
      'I am travelling',
    ],
    ['as a note below it', `Ama has accepted this invitation with this note:\n\n"See you"\n\n${details}`, 'See you'],
    ['in French', `Ama a refusé cette invitation avec la note : « Je voyage »\n\n${details}`, 'Je voyage'],
    ['above the event', `I will be late.\n\n${details}`, 'I will be late.'],
    ['that a program must be got', 'Get Outlook ready before we meet', 'Get Outlook ready before we meet'],
    ['over a signature', 'I will be late.\n\nSent from my iPhone', 'I will be late.'],
    [
      'of another invitation',
      'We accept your invitation to Québec too, thank you!',
      'We accept your invitation to Québec too, thank you!',
    ],
    [
      'that they accept, themselves',
      'J’accepte votre invitation, mais je serai en retard.',
      'J’accepte votre invitation, mais je serai en retard.',
    ],
  ])('%s', (_what, text, said) => expect(wordsBeside(text, title)).toBe(said));
});
