import { describe, expect, test } from 'vitest';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

const P = 'postmaster@x.example';
const noSuch = '550 5.1.1';

/** Sender, subject, text, action, status: from the null sender, as mail systems report in their users' languages. */
const reports: readonly [from: string, subject: string, text: string, action?: string, status?: string][] = [
  // Without any code: an office that returns nothing, from the null sender, and lists an address.
  [
    'Amministratore di sistema <postmaster@x.example>',
    'Notifica sullo stato del recapito (errore)',
    'Questa è una notifica sullo stato del recapito generata automaticamente.\n\nRecapito non riuscito per i destinatari seguenti.\n\n       a@x.example\n',
  ],
  [
    'System Administrator <postmaster@x.example>',
    'Entrega atrasada: Demande reçue',
    'Esta é uma mensagem de notificação sobre o estado da entrega.\n\nA entrega aos seguintes destinatários está atrasada.\n\n       a@x.example\n',
    'delayed',
  ],
  [P, 'Notificação de status de entrega (falha)', 'A entrega para os seguintes destinatários falhou.\n\na@x.example\n'],
  [
    P,
    'Melding over de status van de bezorging (mislukt)',
    'Bezorging aan de volgende ontvangers is mislukt.\n\na@x.example\n',
  ],
  [P, 'Benachrichtigung zum Zustellungsstatus', 'Übermittlung an folgende Empfänger fehlgeschlagen.\n\na@x.example\n'],
  [P, '配信状態の通知 (エラー)', '次の受信者への配信に失敗しました。\n\na@x.example\n'],
  [P, 'إعلام بحالة التسليم (فشل)', 'فشل التسليم إلى المستلمين التاليين.\n\na@x.example\n'],
  [
    P,
    'Powiadomienie o stanie dostarczenia',
    'Dostarczenie do następujących adresatów nie powiodło się.\n\na@x.example\n',
  ],
  [P, 'Kézbesítési állapot', 'A kézbesítés a következő címzettnek nem sikerült.\n\na@x.example\n'],
  // The address stands in a sentence, beside the code of the server.
  [
    'Posta Teslim Sistemi <postmaster@x.example>',
    'İleti teslim edilemedi',
    `İletiniz a@x.example adresine teslim edilemedi.\n\nSunucu yanıtı: ${noSuch} Kullanıcı bulunamadı\n`,
    'failed',
    '5.1.1',
  ],
  [P, 'Xabar yetkazilmadi', `Xatingiz a@x.example manziliga yetkazilmadi: ${noSuch}\n`, 'failed', '5.1.1'],
  [
    'Mail Delivery Subsystem <MAILER-DAEMON@x.example>',
    'Nie można dostarczyć wiadomości',
    'Wiadomość nie została dostarczona do następujących odbiorców:\n\na@x.example\n    550 5.2.2 Przekroczony limit skrzynki\n',
    'failed',
    '5.2.2',
  ],
  // Delays.
  [P, 'Remise différée', 'La remise à ce destinataire est différée :\n\na@x.example\n', 'delayed'],
  [P, 'Verzögert: Demande reçue', 'Die Zustellung an folgende Empfänger verzögert sich.\n\na@x.example\n', 'delayed'],
  [P, 'Ritardato: Demande reçue', 'Il recapito è in ritardo.\n\na@x.example\n', 'delayed'],
  [P, 'Vertraagd: Demande reçue', 'De bezorging is vertraagd.\n\na@x.example\n', 'delayed'],
  [P, 'تأخر التسليم', 'تأخر تسليم رسالتك إلى:\n\na@x.example\n', 'delayed'],
  // Successes.
  [P, 'Remis : Demande reçue', 'Votre message a été remis aux destinataires suivants.\n\na@x.example\n', 'delivered'],
  [
    P,
    'Entregado: Demande reçue',
    'Su mensaje ha sido entregado a los siguientes destinatarios.\n\na@x.example\n',
    'delivered',
  ],
  [
    P,
    'Entregue: Demande reçue',
    'A sua mensagem foi entregue aos seguintes destinatários.\n\na@x.example\n',
    'delivered',
  ],
  [
    P,
    'Zugestellt: Demande reçue',
    'Ihre Nachricht wurde den folgenden Empfängern zugestellt.\n\na@x.example\n',
    'delivered',
  ],
  [
    P,
    'Recapitato: Demande reçue',
    'Il messaggio è stato recapitato ai destinatari seguenti.\n\na@x.example\n',
    'delivered',
  ],
  [P, 'Bezorgd: Demande reçue', 'Uw bericht is bezorgd bij de volgende ontvangers.\n\na@x.example\n', 'delivered'],
  [P, '配信済み', '次の受信者にメッセージが配信されました。\n\na@x.example\n', 'delivered'],
  // Failures that only sound like successes.
  [P, 'Mensaje', 'Su mensaje no ha sido entregado a:\n\na@x.example\n'],
  [P, 'Mensagem', 'A sua mensagem não foi entregue a:\n\na@x.example\n'],
  [P, 'Messaggio', 'Il messaggio non è stato recapitato a:\n\na@x.example\n'],
  [P, 'Nachricht', 'Ihre Nachricht wurde den folgenden Empfängern nicht zugestellt.\n\na@x.example\n'],
];

describe('reports in the languages of their users', () => {
  test.each(reports)('%s: %s', (from, subject, text, action = 'failed', status = '') => {
    const report = bounceReport(mailOf({ from, subject, text, returnPath: '' }));
    expect(report?.deliveries).toMatchObject([{ recipient: 'a@x.example', action, status }]);
  });

  test.each([
    ['a greeting', 'Bonjour,\n\nnotre mine cherche dix foreurs.\n\nawa@x.example'],
    ['a wish', 'Nous cherchons une formation pour dix foreurs.\n\nawa@x.example'],
    ['a question', 'Wo kann man sich anmelden?\n\nawa@x.example'],
    [
      'a letter about failed mail',
      `Mein Brief an lena@x.example kam zurück (${noSuch}). Können Sie mir ihre neue Adresse geben?`,
    ],
  ])('people under the name of an office, on a server that hides the sender: %s', (_, text) => {
    expect(bounceReport(mailOf({ from: P, subject: 'Formation', text, returnPath: '' }))).toBeUndefined();
  });

  test.each([
    [
      'Postmaster <postmaster@mine.example>',
      'Delivery problem from inm.example',
      'Hello,\n\nYour mail to our users could not be delivered because your server lacks reverse DNS. Please fix it.\n\nLuke',
    ],
    [
      'Exchange <exchange@students.example>',
      'Student exchange: undelivered documents',
      'Dear Sir,\n\nthe documents that you sent by e-mail were not delivered. Which recipient address should we use?\n\nEve Roy',
    ],
    [
      'Administrator <admin@mine.example>',
      'Training delivery failed',
      'Dear Sir,\n\nyour e-mail says that the training could not be delivered. We would like a new offer, to lena@mine.example.',
    ],
    [
      'Administrateur <admin@mine.example>',
      'Échec de la remise de vos documents',
      'Nous n’avons pas pu ouvrir votre message : il n’a pas été remis. Pourriez-vous l’envoyer à awa@mine.example ?',
    ],
  ])('people whose address is that of an office: %s, %s', (from, subject, text) => {
    expect(bounceReport(mailOf({ from, subject, text }))).toBeUndefined();
  });

  test.each(['Entregado: los planos', 'Zugestellt: Pläne', '配信済み'])(
    'people who deliver something: %s',
    (subject) => {
      const text = 'Los planos fueron entregados a su oficina. ¿Los recibieron?\n\nana@x.example';
      expect(bounceReport(mailOf({ from: 'Ana <ana@x.example>', subject, text }))).toBeUndefined();
    },
  );
});

test('each recipient has an action of its own, without parts too', () => {
  const text =
    'This is the mail system.\n\n<a@x.example>: host mx said: 550 5.1.1 User unknown\n\n<b@x.example>: connection timed out; delivery will be retried for four days\n';
  const mail = mailOf({ from: 'MAILER-DAEMON@x.example', subject: 'Mail delivery problem', text, returnPath: '' });
  expect(bounceReport(mail)?.deliveries).toMatchObject([
    { recipient: 'a@x.example', action: 'failed', permanent: true },
    { recipient: 'b@x.example', action: 'delayed', permanent: false },
  ]);
});

test('the mail is named by its own Message-ID, then by References from last to first, each once', () => {
  const original =
    'Received: from relay.example\nReferences: <1@inm.example>\n <2@inm.example> <3@inm.example>\nMessage-ID: <new@relay.example>\nSubject: Demande reçue\n\nBonjour\n';
  const mail = mailOf({
    from: 'MAILER-DAEMON@x.example',
    subject: 'Undelivered Mail Returned to Sender',
    returnPath: '',
    inReplyTo: ['<3@inm.example>'],
    references: ['<8@inm.example>', '<9@inm.example>'],
    parts: [
      {
        contentType: 'message/delivery-status',
        text: 'Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n',
      },
      { contentType: 'text/rfc822-headers', text: original },
    ],
    headers: { 'Content-Type': 'multipart/report; report-type=delivery-status' },
  });
  expect(bounceReport(mail)?.originals).toEqual(
    ['new@relay', '3@inm', '2@inm', '1@inm', '9@inm', '8@inm'].map((id) => `<${id}.example>`),
  );
});
