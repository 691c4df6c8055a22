import { expect, test } from 'vitest';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

const D = 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>';
const P = 'postmaster@x.example';

/** Name, sender, subject, text, status: how mail systems and providers say, each in its own words, what became of a mail. */
const layouts: readonly [string, string, string, string, string?][] = [
  [
    'o365',
    P,
    'Undeliverable: Hello',
    "Delivery has failed to these recipients or groups:\n\nAma Boateng (a@x.example)<mailto:a@x.example>\nThe email address you entered couldn't be found. Please check the recipient's email address.\n\nDiagnostic information for administrators:\n\nGenerating server: am0.mail.example\n\na@x.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n",
    '5.1.10',
  ],
  [
    'o365-2',
    'Microsoft Outlook <postmaster@mail.example>',
    'Undeliverable: Hello',
    "Your message to a@x.example couldn't be delivered.\n\na wasn't found at x.example.\n\nReported error:\t550 5.4.1 Recipient address rejected: Access denied\n",
    '5.4.1',
  ],
  [
    'ezweb',
    'Postmaster@telephone.example',
    'Mail System Error - Returned Mail',
    'The user(s) account is temporarily over quota.\n\n<a@x.example>\n\n--boundary\n',
  ],
  [
    'ezweb2',
    'Postmaster@au.example',
    'Mail System Error - Returned Mail',
    'Each of the following recipients was rejected by a remote mail server.\nThe reasons given by the server are included to help you determine why\neach recipient was rejected.\n\n    Recipient: <a@x.example>\n    Reason:    <a@x.example>... User unknown\n',
  ],
  [
    'sunjava',
    'Internet Mail Delivery <postmaster@x.example>',
    'Delivery Notification: Delivery has failed',
    'This report relates to a message you sent with the following header fields:\n\n  Message-id: <42@inm.example>\n  From: info@inm.example\n  To: a@x.example\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: a@x.example\n  Reason: Remote SMTP server has rejected address\n  Diagnostic code: smtp;550 5.1.1 User unknown\n',
    '5.1.1',
  ],
  [
    'v5',
    D,
    'Returned mail: unknown mailer error 1',
    '   ----- Transcript of session follows -----\n554 <a@x.example>... unknown mailer error 1\n\n   ----- Unsent message follows -----\nReceived: from x\nTo: z@z.example\n',
  ],
  [
    'mcafee',
    'postmaster@x.example',
    'Mail delivery failed',
    '--- The following addresses had delivery problems ---\n\n<a@x.example>   (User unknown <a@x.example>)\n\n--- Original message ---\n',
  ],
  [
    'messagelabs',
    'MAILER-DAEMON@filter.example',
    'Mail Delivery Failure',
    'This is the mail delivery agent at filter.example.\nI was not able to deliver your message to the following addresses.\n\n<a@x.example>:\n192.0.2.22 does not like recipient\n550 5.1.1 ... User unknown\n',
    '5.1.1',
  ],
  [
    'mailmarshal',
    'MailMarshal <postmaster@x.example>',
    'Undeliverable Mail',
    'Your message:\n   From:    info@inm.example\n   Subject: Hello\n\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected: \n    a@x.example\n',
    '5.1.1',
  ],
  [
    'kerio',
    'MAILER-DAEMON@x.example',
    'Undeliverable: hello',
    'Your message did not reach some or all of the intended recipients:\n\n- a@x.example: 550 5.1.1 unknown\n',
    '5.1.1',
  ],
  [
    'cgp',
    'MAILER-DAEMON@x.example',
    'Undeliverable mail: hello',
    "Failed to deliver to 'a@x.example'\nSMTP module(domain x.example) reports:\n host x.example says:\n 550 5.1.1 no such user\n",
    '5.1.1',
  ],
  [
    'xmail',
    'postmaster@x.example',
    'Error sending message [123] from [inm.example]',
    '[<00>] XMail bounce: Rcpt=[a@x.example];Error=[Recipient Server=mx]\n\n\n[<01>] Error sending message [123] from [inm.example].\n\nID:        <1>\nMail From: <info@inm.example>\nRcpt To:   <a@x.example>\n\n[<02>] The reason of the delivery failure was:\n\n550 5.1.1 unknown\n',
    '5.1.1',
  ],
  [
    'mercury',
    'Mail Delivery Subsystem <postmaster@x.example>',
    'Postmaster notify: see transcript',
    'The following recipients could not be reached:\n\n** a@x.example\n   >> User not known at this site.\n',
  ],
  [
    'imail',
    'Postmaster <postmaster@x.example>',
    'Undeliverable Mail',
    'Unknown host: a@x.example\n\n\nOriginal message follows.\n\nReceived: x\n',
  ],
  [
    'pmta',
    'MAILER-DAEMON@x.example',
    'Delivery report',
    'Hello, this is the mail server on mx.x.example.\n\nI am sending you this message to inform you on the delivery status of a\nmessage you previously sent.  Immediately below you will find a list of\nthe affected recipients;  also attached is a Delivery Status Notification\n(DSN) report in standard format, as well as the headers of the original\nmessage.\n\n  <a@x.example>  delivery failed; will not continue trying\n',
  ],
  [
    'zimbra',
    D,
    'Undelivered Mail Returned to Sender',
    'This is the mail system at host z.\n\n<a@x.example> (expanded from <b@y.example>): unknown user: "a"\n',
  ],
  [
    'verizon',
    'post_master@vtext.example',
    'Undeliverable Message',
    'Error: No valid recipients for this MM\n\n  RCPT TO: a@x.example\n',
  ],
  [
    'fr orange',
    D,
    'Message non remis',
    "Bonjour,\n\nVotre message n'a pas pu être remis à l'adresse suivante :\n\n<a@x.example>\n\n550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416\n",
    '5.1.1',
  ],
  [
    'fr2',
    'Postmaster <postmaster@x.example>',
    'Échec de la remise',
    "Échec de la remise à ces destinataires ou groupes :\n\na@x.example\nL'adresse de courrier que vous avez entrée est introuvable.\n",
  ],
  [
    'es',
    'postmaster@x.example',
    'No se puede entregar: Hola',
    'No se pudo entregar a estos destinatarios o grupos:\n\na@x.example\nNo se encontró la dirección de correo.\n',
  ],
  [
    'de',
    'postmaster@x.example',
    'Unzustellbar: Hallo',
    'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\na@x.example\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n',
  ],
  [
    'it',
    'postmaster@x.example',
    'Non recapitabile: Ciao',
    'Recapito non riuscito per i seguenti destinatari o gruppi:\n\na@x.example\n',
  ],
  [
    'nl',
    'postmaster@x.example',
    'Onbestelbaar: Hoi',
    'Bezorging van het bericht aan deze geadresseerden of groepen is mislukt:\n\na@x.example\n',
  ],
  [
    'pt',
    'postmaster@x.example',
    'Não entregue: Olá',
    'Falha na entrega para estes destinatários ou grupos:\n\na@x.example\n',
  ],
  [
    'ja',
    'postmaster@x.example',
    '配信不能: こんにちは',
    '以下の受信者またはグループへの配信に失敗しました:\n\na@x.example\n',
  ],
  [
    'ar',
    'postmaster@x.example',
    'غير قابل للتسليم: مرحبا',
    'فشل التسليم إلى هؤلاء المستلمين أو هذه المجموعات:\n\na@x.example\n',
  ],
  [
    'ses',
    'MAILER-DAEMON@cloud.example',
    'Delivery Status Notification (Failure)',
    'An error occurred while trying to deliver the mail to the following recipients:\na@x.example\n',
  ],
  [
    'sendgrid',
    D,
    'Undelivered mail',
    'Hello, this is the mail server on o1.\n\nI was unable to deliver your message to a@x.example: 550 5.1.1 unknown\n',
    '5.1.1',
  ],
  [
    '163',
    'Postmaster@mail.example',
    '系统退信',
    '抱歉，您的邮件被退回来了……\n原邮件信息：\n时间 2026\n主题 x\n收件人 a@x.example\n退信原因 邮件地址不存在 550 User not found: a@x.example\n',
    '5.1.1',
  ],
  ['naver', 'mailer@naver.example', '[발송실패 안내] 메일이 반송되었습니다.', 'a@x.example 로 발송되지 않았습니다.\n'],
  [
    'delay postfix',
    D,
    'Delayed Mail (still being retried)',
    '# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\n<a@x.example>: connect to mx.x.example[192.0.2.1]:25: Connection timed out\n',
  ],
  [
    'delay sendmail',
    D,
    'Warning: could not send message for past 4 hours',
    '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n   ----- Transcript of session follows -----\n<a@x.example>... Deferred: Connection timed out\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n',
  ],
  [
    'delay o365',
    P,
    'Delivery delayed: Hello',
    "Delivery is delayed to these recipients or groups:\n\na@x.example\n\nThis message hasn't been delivered yet. Delivery will continue to be attempted.\n",
  ],
  [
    'delay fr',
    'postmaster@x.example',
    'Remise retardée : Bonjour',
    "La remise à ces destinataires ou groupes est retardée :\n\na@x.example\n\nCe message n'a pas encore été remis.\n",
  ],
  [
    'a language that nobody here reads',
    'Microsoft Outlook <postmaster@x.example>',
    'Teslim edilemedi: Hello',
    "İletiniz alıcıya ulaşmadı.\n\na@x.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n",
    '5.1.10',
  ],
  [
    'certified mail, which names itself too',
    'posta-certificata@pec.example',
    'AVVISO DI MANCATA CONSEGNA: Hello',
    'Il messaggio "Hello" destinato all\'utente "a@x.example" è stato rifiutato dal sistema: errore 5.1.1, indirizzo non valido.\nIdentificativo messaggio: opec292.1234@pec.example\n',
    '5.1.1',
  ],
  ['success', P, 'Delivered: hello', 'Your message has been delivered to the following recipients:\n\na@x.example\n'],
];

test.each(layouts)('%s', (name, from, subject, text, status) => {
  const [delivery, ...others] =
    bounceReport(mailOf({ from, returnPath: '', subject, text, to: 'info@inm.example' }))?.deliveries ?? [];
  expect(others).toEqual([]);
  expect(delivery?.recipient).toBe('a@x.example');
  expect(delivery?.action).toBe(name.startsWith('delay') ? 'delayed' : name === 'success' ? 'delivered' : 'failed');
  if (status) expect(delivery?.status).toBe(status);
});

test('of two recipients the one without a code does not get the other’s', () => {
  const text =
    'Hi. This is the qmail-send program at mx.example.\nI’m afraid I wasn’t able to deliver your message to the following addresses.\n\n<a@x.example>:\nuser is over quota\n\n<b@x.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: a@x.example\n';
  const report = bounceReport(mailOf({ from: 'MAILER-DAEMON@mx.example', subject: 'failure notice', text }));
  expect(report?.deliveries.map(({ recipient, status, permanent }) => [recipient, status, permanent])).toEqual([
    ['a@x.example', '', true],
    ['b@x.example', '5.1.1', true],
  ]);
});

test('a code that is said of all counts for who is only named', () => {
  const text =
    'Delivery to the following recipients failed permanently (550 5.1.1 User unknown):\n\n<a@x.example>\n<b@x.example>\n';
  const report = bounceReport(mailOf({ from: D, subject: 'Undelivered Mail Returned to Sender', text }));
  expect(report?.deliveries.map(({ status }) => status)).toEqual(['5.1.1', '5.1.1']);
});
