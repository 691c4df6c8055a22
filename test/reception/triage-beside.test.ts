import { describe, expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

const first = (subject: string, text: string) => triage(mailOf({ subject, text }), circle);
const answering = (text: string) =>
  triage(mailOf({ subject: 'Re: [INMQ-2026-0001] Demande reçue', inReplyTo: ['<42@inm.example>'], text }), {
    ...circle,
    thread: 'request',
  });

describe('what a person says beside an absence is entered', () => {
  test.each([
    ['Sick leave', 'I am on sick leave. Please postpone our meeting to January.'],
    [
      'I am on leave',
      'I am on leave until January and have time to plan. Our school wants an MoU with a Quebec college.',
    ],
    ['Bureau fermé', 'Notre bureau est fermé jusqu’au 5 janvier, mais la demande de 12 places tient.'],
    [
      'On vacation in Quebec',
      'I am on vacation in Quebec until 12 December; my wife and I would like to visit a mining school.',
    ],
    [
      'Je serai de retour à Rouyn',
      'Bonjour, je serai de retour à Rouyn le 4 janvier. J’aimerais visiter votre institut.',
    ],
    ['Congé maladie', 'Je suis en congé maladie. Reportons notre rencontre à janvier.'],
    ['Estou de férias', 'Estou de férias até janeiro. A nossa escola procura um consórcio de cégeps.'],
    ['Im Urlaub', 'Ich bin bis 4. Januar im Urlaub. Unsere Schule sucht einen Partner.'],
    ['Ferie', 'Siamo in ferie fino al 5 gennaio. La delegazione di otto persone arriva il 12.'],
    ['Vakantie', 'Wij zijn met vakantie tot 5 januari. De delegatie van acht personen komt op de 12e.'],
    ['Ausencia', 'Estaré ausente el 3 de diciembre. Me reemplazará Juan Mamani en la visita.'],
    ['Sabbatical', 'I am on sabbatical until June. My university pays a stay of three months at a Quebec school.'],
    ['OOO', 'OOO till Monday. The permit for the blasting school came through.'],
    ['Vakantie', 'Wij zijn op vakantie tot 5 januari. Twaalf boorders komen daarna naar Quebec.'],
    ['Maternity leave', 'I am on maternity leave. Ms Diop has my file and counts on your answer.'],
    ['Annual leave', 'I am on annual leave until 5 January. The twelve drillers have their passports.'],
    ['Absence', 'Je serai absente jusqu’au 5 janvier. Les simulateurs sont arrivés à Bamako la semaine dernière.'],
    [
      'Out of office',
      'I am out of the office until Monday. The minister has signed your draft and keeps the original.',
    ],
  ])('« %s »: %s', (subject, text) => {
    expect(first(subject, text).kind).toBe('request');
  });

  test.each([
    ['Sick leave', 'I am on sick leave until 5 January. Please contact Kofi Mensah.'],
    ['Vacances', 'Je suis en vacances jusqu’au 5 janvier. Vos messages ne seront pas lus pendant cette période.'],
    ['Bureau fermé', 'Notre bureau est fermé jusqu’au 5 janvier. Joyeuses fêtes!'],
    [
      'Out of office',
      'I am out of the office with limited access to e-mail. For urgent matters call me at +223 66 00 00 00.',
    ],
    ['Ausencia', 'Estaré ausente hasta el 3 de diciembre. Responderé a mi regreso.'],
    ['Estou de férias', 'Estou de férias até janeiro. Obrigado.'],
    ['Im Urlaub', 'Ich bin bis 4. Januar im Urlaub. In dringenden Fällen wenden Sie sich an Frau Schmidt.'],
    ['Ferie', 'Sono in ferie fino al 5 gennaio. Risponderò al mio rientro.'],
    ['Vakantie', 'Ik ben met vakantie tot 5 januari. Ik antwoord na mijn terugkeer.'],
  ])('but a bare note is set aside, « %s »: %s', (subject, text) => {
    expect(first(subject, text).kind).toBe('automatic');
  });

  test.each([
    ['Sick leave', 'I am on sick leave until 5 January. Please contact Kofi Mensah instead.'],
    ['Vakantie', 'Ik ben met vakantie tot 5 januari. Ik lees mijn mail niet.'],
  ])('and one that may say more is never answered, « %s »: %s', (subject, text) => {
    expect(first(subject, text).answerable).toBe(false);
  });

  test('without a letter, where it may be the note of a program', () => {
    expect(first('Sick leave', 'I am on sick leave. Please postpone our meeting to January.')).toMatchObject({
      answerable: false,
      forbids: 'a program may have written it',
    });
  });
});

describe('a mail that says that it was sent by itself', () => {
  test.each([
    'This e-mail was automatically translated from Portuguese.\n\nOur institute looks for a consortium of colleges.',
    'Ce courriel a été envoyé automatiquement à la date prévue.\n\nBonjour, notre école cherche un partenaire.',
    'This message was sent automatically by the scanner of the ministry. Awa Traoré, director, wants 12 drillers trained.',
    'Este correo fue enviado automáticamente en la fecha programada.\n\nNuestra mina necesita instructores.',
    'Diese Nachricht wurde automatisch versendet.\n\nUnsere Hochschule sucht eine Partnerschaft.',
    'This message was sent automatically at the planned time. The delegation of 8 people lands on 12 March.',
  ])('is entered where somebody speaks beside it: %s', (text) => {
    expect(first('Partenariat', text).kind).toBe('request');
  });

  test('is entered unanswered where a document is attached', () => {
    const parts = [
      { contentType: 'application/pdf', disposition: 'attachment' as const, filename: 'scan.pdf', checksum: 'a1' },
    ];
    const mail = mailOf({ subject: 'Scan', text: 'This message was sent automatically by the scanner.', parts });
    expect(triage(mail, circle)).toMatchObject({ kind: 'request', answerable: false });
  });

  test.each([
    'This is an automated message. Your invoice 4432 is ready.',
    'Ce courriel a été envoyé automatiquement. Votre colis sera livré demain.',
    'This message was sent automatically. Disk usage on srv-02 is at 91 %.',
    'Ama Boateng would like to recall the message, "Training".',
  ])('is set aside where nobody does: %s', (text) => {
    expect(first('Notification', text).kind).toBe('automatic');
  });
});

describe('who tells us to call is read in a thread', () => {
  test.each([
    'I have limited access to email this week, call me at +223 66 00 00 00 on Thursday.',
    'Je suis en mission jusqu’au 9, appelez-moi au +223 66 00 00 00.',
    'Estoy de viaje hasta el lunes; llámeme al +51 1 555 0100.',
    'Ich bin bis Freitag im Urlaub. Rufen Sie mich am Montag unter +49 30 555 0100 an.',
  ])('%s', (text) => {
    expect(answering(text).kind).toBe('answer');
  });

  test.each([
    'I have limited access to email this week. If it is urgent, call me at +223 66 00 00 00.',
    'Je suis en mission jusqu’au 9. En cas d’urgence, appelez-moi au +223 66 00 00 00.',
    'I am out of the office until Monday. You may reach me at +223 66 00 00 00.',
  ])('but a note says when to: %s', (text) => {
    expect(answering(text).kind).toBe('automatic');
  });
});

const postfix =
  'This is the mail system at host mx.x.example.\n\nI’m sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It’s attached below.\n\n<bob@inm.example>: host mx.inm.example said: 550 5.1.1 <bob@inm.example>: Recipient address rejected (in reply to RCPT TO command)';
const jean = { from: ['Jean Keita <jean@mines-ml.example>'], returnPath: 'jean@mines-ml.example' };

describe('a report that somebody pastes', () => {
  test.each([
    [
      'Undelivered Mail Returned to Sender',
      `The ministry still wants training for 12 people. This is what came back.\n\nJean\n\n${postfix}`,
    ],
    [
      'Undelivered Mail Returned to Sender',
      `${postfix}\n\nThis is what came back. The ministry still wants training for 12 people.\n\nJean`,
    ],
    ['Re: Undelivered Mail Returned to Sender', `${postfix}\n\nJean Keita`],
    [
      'Undelivered Mail Returned to Sender',
      `See below what came back to me. Nobody picks up the phone either.\n\n${postfix}`,
    ],
    [
      'Message non remis',
      'Échec de la remise pour ces destinataires :\nbob@inm.example\n550 5.1.10 RecipientNotFound\n\nVoilà ce que je reçois. Notre ministère veut toujours former 12 foreurs.\n\nJean',
    ],
    ['Mail delivery failed', `Eso es lo que volvió. La delegación llega el 12.\n\n${postfix}`],
  ])('beside own words is entered, « %s »: %s', (subject, text) => {
    expect(triage(mailOf({ ...jean, subject, text }), circle).kind).toBe('request');
  });

  test('is not answered where its author asks nothing', () => {
    const mail = mailOf({ ...jean, subject: 'Undelivered Mail Returned to Sender', text: `${postfix}\n\nJean Keita` });
    expect(triage(mail, circle)).toMatchObject({ kind: 'request', answerable: false });
  });

  test.each([
    { from: ['MAILER-DAEMON <mailer-daemon@mx.example>'], returnPath: '' },
    { from: ['Mail Gateway Notice <notice@mx.example>'], returnPath: 'notice@mx.example' },
    { from: ['Postmaster <postmaster@mx.example>'] },
  ])('is a report where a system sends it: $from', (sent) => {
    const mail = mailOf({ ...sent, subject: 'Undelivered Mail Returned to Sender', text: postfix });
    expect(triage(mail, circle).kind).toBe('bounce');
  });

  test('a person may be called Daemon', () => {
    const sent = { from: ['Daemon Mbaye <daemon@mines-sn.example>'], subject: 'Formation' };
    expect(triage(mailOf({ ...sent, text: 'Bonjour, notre ministère souhaite former 12 foreurs.' }), circle).kind).toBe(
      'request',
    );
  });
});

describe('a receipt in words', () => {
  test.each([
    [
      'Read: the course description',
      'I have read the course description. Your message was read on 23 November by our whole board, and they want to sign. What next?',
    ],
    ['Lu : votre offre', 'Votre message a été lu par notre direction. La délégation arrive le 12.'],
    ['Letto: proposta', 'Il suo messaggio è stato letto dal consiglio. Veniamo in maggio.'],
    ['Gelesen: Angebot', 'Ihre Nachricht wurde von allen gelesen. Wir kommen im Mai.'],
  ])('is none where a person says more, « %s »', (subject, text) => {
    expect(first(subject, text).kind).toBe('request');
  });

  test.each([
    [
      'Read: Training request',
      'Your message\n\n  To: Awa\n  Subject: Do you want training for 12 people?\n  Sent: Monday\n\nwas read on 23 November 2026 10:00.',
    ],
    [
      'Lu : Demande de formation',
      'Votre message\n\n  À : Awa\n  Objet : Demande de formation\n\na été lu le 23 novembre 2026 10:00.',
    ],
    ['Read: Do you need courses?', 'Your message "Do you need courses?" was read on 23 November.'],
  ])('is one where it names our mail, « %s »', (subject, text) => {
    expect(first(subject, text).kind).toBe('automatic');
  });
});
