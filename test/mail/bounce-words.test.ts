import { describe, expect, test } from 'vitest';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

const daemon = 'Mail Delivery System <MAILER-DAEMON@mx.relay.example>';
const copy =
  '\n\n----- Original message -----\nReceived: from inm.example\nMessage-ID: <42@inm.example>\nTo: someone.else@inm.example\n';

describe('reports in words', () => {
  test.each<
    [string, { from?: string; subject: string; text: string; returnPath?: string }, [string, string, string][]]
  >([
    [
      'qmail',
      {
        subject: 'failure notice',
        text: `Hi. This is the qmail-send program at mx.example.\n\n<a@x.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.1.\n\n<b@x.example>:\nSorry, no mailbox here by that name. (#5.1.2)\n\n--- Below this line is a copy of the message.\n\nTo: c@x.example`,
      },
      [
        ['a@x.example', '5.1.1', 'failed'],
        ['b@x.example', '5.1.2', 'failed'],
      ],
    ],
    [
      'exim',
      {
        subject: 'Mail delivery failed: returning message to sender',
        text: `A message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  a@x.example\n    SMTP error from remote mail server after RCPT TO:<a@x.example>:\n    host mx.x.example [192.0.2.7]: 550 no such user here\n${copy}`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'exim, a warning',
      {
        subject: 'Warning: message 1abc-000 delayed 24 hours',
        text: `A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.\n\nThe address to which the message has not yet been delivered is:\n\n  a@x.example\n    Delay reason: Connection timed out\n`,
      },
      [['a@x.example', '', 'delayed']],
    ],
    [
      'Postfix without a report part',
      {
        subject: 'Undelivered Mail Returned to Sender',
        text: `This is the mail system at host mx.example.\n\nFor further assistance, please send mail to <postmaster@mx.example>\n\n<a@x.example>: host mx.x.example[192.0.2.9] said: 552 5.2.2 Over quota (in reply to\n    RCPT TO command)\n`,
      },
      [['a@x.example', '5.2.2', 'failed']],
    ],
    [
      'sendmail',
      {
        subject: 'Returned mail: see transcript for details',
        text: `The original message was received at Mon, 2 Nov 2026 10:00:00 -0500\n\n   ----- The following addresses had permanent fatal errors -----\n<a@x.example>\n    (reason: 550 5.7.1 Relaying denied)\n\n   ----- Transcript of session follows -----\n... while talking to mx.x.example.:\n>>> DATA\n<<< 550 5.7.1 Relaying denied\n`,
      },
      [['a@x.example', '5.7.1', 'failed']],
    ],
    [
      'Exchange 2003',
      {
        from: 'System Administrator <postmaster@x.example>',
        subject: 'Undeliverable: Demande reçue',
        text: `Your message did not reach some or all of the intended recipients.\n\n      Subject:\tDemande reçue\n      Sent:\t2026-11-02 10:00\n\nThe following recipient(s) could not be reached:\n\n      a@x.example on 2026-11-02 10:01\n            The e-mail account does not exist at the organization this message was sent to.\n            <mx.x.example #5.1.1>\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'Exchange Online, in French',
      {
        from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.example>',
        subject: 'Non remis : Demande reçue',
        text: `Votre message à a@x.example n'a pas pu être remis.\n\na n’a pas été trouvé dans x.example.\n\nL'erreur signalée :\n550 5.1.10 RESOLVER.ADR.RecipientNotFound\n`,
      },
      [['a@x.example', '5.1.10', 'failed']],
    ],
    [
      'Gmail',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Failure)',
        text: `** Address not found **\n\nYour message wasn't delivered to a@x.example because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'Gmail, in French',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Failure)',
        text: `** Adresse introuvable **\n\nVotre message n'a pas été remis à a@x.example, car l'adresse est introuvable ou ne peut pas recevoir de messages.\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'Gmail, a delay in Spanish',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Delay)',
        text: `** Entrega incompleta **\n\nSe ha producido un problema temporal al entregar tu mensaje a a@x.example. Gmail volverá a intentarlo durante 47 horas más.\n\n451 4.3.0 try again\n`,
      },
      [['a@x.example', '4.3.0', 'delayed']],
    ],
    [
      'Domino',
      {
        from: 'postmaster@x.example',
        subject: 'DELIVERY FAILURE: User a (a@x.example) not listed in Domino Directory',
        text: `Your message\n\n  Subject: Demande reçue\n\nwas not delivered to:\n\n  a@x.example\n\nbecause:\n\n  User a (a@x.example) not listed in Domino Directory\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'Courier',
      {
        subject: 'NOTICE: mail delivery status.',
        text: `This is a delivery status notification from mx.x.example,\nrunning the Courier mail server, version 0.65.\n\n                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<a@x.example>:\n    mx.x.example [192.0.2.3]:\n<<< 550 User <a@x.example> unknown.\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'MDaemon',
      {
        from: 'MDAEMON@x.example',
        subject: 'Permanent Delivery Failure',
        text: `The attached message had PERMANENT fatal delivery errors!\n\nFailed address: a@x.example\n\n--- Session Transcript ---\n<-- 550 Recipient unknown\n--- End Transcript ---\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'GroupWise',
      {
        from: 'Mailer-Daemon <Mailer-Daemon@x.example>',
        subject: 'Message status - undeliverable',
        text: `The message that you sent was undeliverable to the following:\n\ta@x.example (user not found)\n\nPossibly truncated original message follows:\n\nTo: b@x.example\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'a provider in German',
      {
        subject: 'Mail delivery failed: Unzustellbar',
        text: `Diese Nachricht wurde automatisch erstellt.\n\nIhre E-Mail konnte nicht zugestellt werden an:\n\na@x.example\n550 Requested action not taken: mailbox unavailable\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'a provider in Portuguese',
      {
        from: 'postmaster@x.example',
        subject: 'Mensagem não entregue',
        text: `A sua mensagem não pôde ser entregue ao destinatário:\n\n<a@x.example>\n\nCaixa postal cheia (#5.2.2)\n`,
      },
      [['a@x.example', '5.2.2', 'failed']],
    ],
    [
      'a provider in Japanese',
      {
        from: 'Mail Delivery System <mailer-daemon@x.example>',
        subject: 'メールが配信できませんでした',
        text: `次の宛先にメールを配信できませんでした。\n\n<a@x.example>\n\nユーザーが見つかりません\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'a provider in Chinese, with the mail attached',
      {
        from: 'PostMaster <postmaster@x.example>',
        subject: '系统退信',
        text: `抱歉，您的邮件无法送达。\n\n收件人：a@x.example\n原因：user not found\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'a filter in front of an office, under no daemon’s name',
      {
        from: 'antivirus.gateway@x.example',
        subject: 'Delivery failure notification',
        returnPath: 'antivirus.gateway@x.example',
        text: `Your message could not be delivered to the following recipients:\n\na@x.example\n\n550 blocked\n`,
      },
      [['a@x.example', '5.1.1', 'failed']],
    ],
    [
      'aliases behind the recipient',
      {
        subject: 'Mail delivery failed',
        text: `The following address(es) failed:\n\n  an undisclosed address\n    (generated from a@x.example)\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
    [
      'nobody named: the addressee of the returned mail',
      {
        subject: 'Mail delivery failed',
        text: `Your message could not be delivered.\n\n--- The header of the original message is following. ---\n\nReceived: from x\nTo: <a@x.example>\nMessage-ID: <42@inm.example>\n`,
      },
      [['a@x.example', '', 'failed']],
    ],
  ])('%s', (_, { from = daemon, returnPath = '', ...spec }, expected) => {
    const report = bounceReport(mailOf({ from, returnPath, to: 'info@inm.example', ...spec }));
    expect(report?.deliveries.map((d) => [d.recipient, d.status, d.action])).toEqual(expected);
  });

  test('the recipients may stand in a field of their own', () => {
    const mail = mailOf({
      from: daemon,
      subject: 'Mail failure',
      text: 'See below.',
      headers: { 'X-Failed-Recipients': 'a@x.example, b@x.example' },
    });
    expect(bounceReport(mail)?.deliveries.map((d) => d.recipient)).toEqual(['a@x.example', 'b@x.example']);
  });

  test.each([
    [
      'in the report itself',
      { text: 'Your message could not be delivered.\n\nOriginal message headers:\n\nMessage-ID: <42@inm.example>\n' },
    ],
    [
      'in a field of the status',
      {
        parts: [
          {
            contentType: 'message/delivery-status',
            text: 'X-Original-Message-ID: <42@inm.example>\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\n',
          },
        ],
      },
    ],
    [
      'in a sentence of the report',
      { text: '<a@x.example>:\nunknown user\n\nThe message identifier was: ‹42@inm.example›\n' },
    ],
    ['in what the report answers', { text: '<a@x.example>:\nunknown user', inReplyTo: ['<42@inm.example>'] }],
  ])('the original is found %s', (_, spec) => {
    const report = bounceReport(mailOf({ from: daemon, returnPath: '', subject: 'failure notice', ...spec }));
    expect(report?.originals[0]).toBe('<42@inm.example>');
  });

  test('the original is found where it is quoted in the text', () => {
    const mail = mailOf({
      from: daemon,
      returnPath: '',
      subject: 'failure notice',
      text: `<a@x.example>:\nunknown user\n${copy}`,
    });
    expect(bounceReport(mail)?.originals[0]).toBe('<42@inm.example>');
  });
});
