import { describe, expect, test } from 'vitest';
import { automaticWhy } from '../../src/mail/automatic.ts';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

const failed = { recipient: 'bob@dest.example', status: '5.1.1', action: 'failed' };

describe('what old Exchange says in the language of its house', () => {
  const rows: readonly (readonly [subject: string, text: string])[] = [
    [
      'Non distribuable : Votre demande',
      'Votre message\n  À : bob@dest.example\n  Objet : Votre demande\n\nn’est pas parvenu au(x) destinataire(s) suivant(s) :\n\nbob@dest.example, le 23/11/2026 09:00\n    Le compte de messagerie n’existe pas.\n      <mx.dest.example #5.1.1>',
    ],
    [
      'Message non distribuable : Votre demande',
      'Votre message\n  À : bob@dest.example\n\nn’est pas parvenu au(x) destinataire(s) suivant(s) :\n\nbob@dest.example, lundi\n      <mx.dest.example #5.1.1>',
    ],
    [
      'Unzustellbar: Anfrage',
      'Ihre Nachricht\n\n  An: bob@dest.example\n  Betreff: Anfrage\n\nkonnte folgende(n) Empfänger nicht erreichen:\n\nbob@dest.example am Mo\n  Unbekannter Empfänger\n <mx #5.1.1>',
    ],
    [
      'No se puede entregar: Solicitud',
      'El mensaje\n\n  Para: bob@dest.example\n  Asunto: x\n\nno llegó a los siguientes destinatarios:\n\nbob@dest.example el lun\n <mx #5.1.1>',
    ],
    [
      'Não entregue: Pedido',
      'A mensagem\n\n  Para: bob@dest.example\n\nnão chegou aos seguintes destinatários:\n\nbob@dest.example em seg\n <mx #5.1.1>',
    ],
    [
      'Onbestelbaar: Aanvraag',
      'Uw bericht\n\n  Aan: bob@dest.example\n\nheeft de volgende geadresseerde(n) niet bereikt:\n\nbob@dest.example op ma\n <mx #5.1.1>',
    ],
  ];
  test.each(rows)('with a null sender, « %s »', (subject, text) => {
    const mail = mailOf({ from: 'EXCHANGE <exchange@old.example>', returnPath: '', subject, text });
    expect(bounceReport(mail)?.deliveries).toMatchObject([failed]);
  });
  test.each(rows)('without an envelope, « %s »', (subject, text) => {
    const mail = mailOf({ from: 'Administrateur système <postmaster@old.example>', subject, text });
    expect(bounceReport(mail)?.deliveries).toMatchObject([failed]);
  });

  test.each([
    [
      'Non distribuable',
      'Bonjour, votre message du 3 n’est pas parvenu à notre directeur (bob@dest.example). Merci de le lui renvoyer.',
    ],
    ['Unzustellbar', 'Guten Tag, ich konnte Frau Roy nicht erreichen. Bitte geben Sie mir ihre Nummer.'],
  ])('a person tells so too, « %s »', (subject, text) => {
    expect(bounceReport(mailOf({ from: 'Awa <awa@mines.example>', subject, text }))).toBeUndefined();
  });
});

test.each([
  [
    'Votre message n’a pu être remis',
    'Le message que vous avez envoyé à bob@dest.example n’a pas été délivré. Motif : compte inconnu',
  ],
  ['Message rejected', 'Your message to bob@dest.example was rejected because it contains an attachment of type .zip.'],
])('a provider or a gateway, in a sentence: « %s »', (subject, text) => {
  const mail = mailOf({ from: 'Free <postmaster@free.example>', returnPath: '', subject, text });
  expect(bounceReport(mail)?.deliveries).toMatchObject([{ recipient: 'bob@dest.example', action: 'failed' }]);
});

describe('a notification of Amazon SES', () => {
  const bounce = {
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [
        { emailAddress: 'bob@dest.example', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 unknown' },
      ],
    },
    mail: { messageId: 'x', commonHeaders: { messageId: '<42@inm.example>' } },
  };
  const sent = { from: 'AWS <no-reply@sns.example>', subject: 'AWS Notification Message' };

  test.each([
    ['alone', JSON.stringify(bounce)],
    ['over lines', JSON.stringify(bounce, null, 2)],
    ['above a footer', `${JSON.stringify(bounce)}\n--\nIf you wish to stop receiving notifications, click`],
    ['in its envelope', JSON.stringify({ Type: 'Notification', Message: JSON.stringify(bounce) })],
  ])('%s', (_, text) => {
    expect(bounceReport(mailOf({ ...sent, text }))).toMatchObject({
      deliveries: [{ ...failed, diagnostic: '550 unknown' }],
      originals: ['<42@inm.example>'],
    });
  });

  test('of a delivery', () => {
    const text = JSON.stringify({ eventType: 'Delivery', delivery: { recipients: ['bob@dest.example'] } });
    expect(bounceReport(mailOf({ ...sent, text }))?.deliveries).toMatchObject([
      { action: 'delivered', status: '2.0.0' },
    ]);
  });

  test.each([
    '{"notificationType":"Bounce"',
    '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[null,3,{}]}}',
    '{}',
    '[1]',
  ])('or none: %s', (text) => {
    expect(bounceReport(mailOf({ ...sent, text }))).toBeUndefined();
  });
});

test('an address in an encoded word, and one without its domain', () => {
  const report = (final: string) =>
    mailOf({
      from: 'Mail Delivery System <mailer-daemon@mx.example>',
      returnPath: '',
      subject: 'Undelivered Mail Returned to Sender',
      text: `failed\n\nFinal-Recipient: ${final}\nAction: failed\nStatus: 5.1.1\n\n--- Original message ---\nReceived: from x\nTo: bob@dest.example\nSubject: x`,
    });
  expect(bounceReport(report('rfc822; =?utf-8?Q?bob=40dest.example?='))?.deliveries).toMatchObject([failed]);
  expect(bounceReport(report('LOCAL; bob'))?.deliveries).toMatchObject([failed]);
});

test('a success in words keeps its status', () => {
  const mail = mailOf({
    from: 'Mail Delivery Subsystem <mailer-daemon@mx.example>',
    returnPath: '',
    subject: 'Successful Mail Delivery Report',
    text: 'Your message was successfully delivered to the destination(s) listed below.\n\n<bob@dest.example>: delivery via mx: 250 2.0.0 OK',
  });
  expect(bounceReport(mail)?.deliveries).toMatchObject([{ action: 'delivered', status: '2.0.0', permanent: false }]);
});

test('Auto-Submitted behind a comment', () => {
  const why = (value: string) => automaticWhy(mailOf({ text: 'x', headers: { 'auto-submitted': value } }));
  expect(why('(vacation) auto-replied')).toBeTypeOf('string');
  expect(why('(a person) no')).toBeUndefined();
});
