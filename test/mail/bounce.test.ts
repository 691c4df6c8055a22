import { describe, expect, test } from 'vitest';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

const daemon = 'Mail Delivery System <MAILER-DAEMON@mx.relay.example>';
const P = 'delivery@mx.relay.example';
const original =
  'Message-ID: <42@inm.example>\nFrom: info@inm.example\nTo: a.boateng@tgtu.example\nSubject: Demande reçue\n';

function statusPart(text: string, contentType = 'message/delivery-status') {
  return [
    { contentType: 'text/plain', text: 'A report.' },
    { contentType, text },
    { contentType: 'message/rfc822', text: original },
  ];
}

describe('reports by RFC 3464', () => {
  test.each([
    [
      'one recipient',
      'Reporting-MTA: dns; mx.relay.example\n\nFinal-Recipient: rfc822; a.boateng@tgtu.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown\n',
      [['a.boateng@tgtu.example', '5.1.1', 'failed', true]],
    ],
    [
      'several recipients, each with its own fate',
      'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822;a@x.example\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient: rfc822;b@x.example\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822;c@x.example\nAction: relayed\nStatus: 2.0.0\n',
      [
        ['a@x.example', '5.2.2', 'failed', true],
        ['b@x.example', '4.4.1', 'delayed', false],
        ['c@x.example', '2.0.0', 'relayed', false],
      ],
    ],
    [
      'a hundred recipients',
      Array.from(
        { length: 100 },
        (_, at) => `Final-Recipient: rfc822;${at}@x.example\nAction: failed\nStatus: 5.1.1\n`,
      ).join('\n'),
      Array.from({ length: 100 }, (_, at) => [`${at}@x.example`, '5.1.1', 'failed', true]),
    ],
    [
      'no blank line between the groups',
      'Final-Recipient: rfc822;a@x.example\nAction: failed\nStatus: 5.0.0\nFinal-Recipient: rfc822;b@x.example\nAction: failed\nStatus: 5.7.1\n',
      [
        ['a@x.example', '5.0.0', 'failed', true],
        ['b@x.example', '5.7.1', 'failed', true],
      ],
    ],
    [
      'the addressee as it was written, not as it was rewritten',
      'Original-Recipient: rfc822;a@old.example\nFinal-Recipient: rfc822;a@new.example\nAction: failed\nStatus: 5.1.1\n',
      [['a@old.example', '5.1.1', 'failed', true]],
    ],
    [
      'no status: from the code of the last server',
      'Final-Recipient: rfc822; a@x.example\nAction: failed\nDiagnostic-Code: smtp; 552 mailbox full\n',
      [['a@x.example', '5.2.2', 'failed', true]],
    ],
    [
      'a status without detail: from the words of the last server',
      'Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp;\n 550-5.7.26 not authenticated\n 550 see 192.0.2.5\n',
      [['a@x.example', '5.7.26', 'failed', true]],
    ],
    [
      'no action: from the status',
      'Final-Recipient: rfc822; <A@X.example>\nStatus: 2.1.5 (delivered)\n',
      [['a@x.example', '2.1.5', 'delivered', false]],
    ],
    [
      'an address in xtext (RFC 3461)',
      'Original-Recipient: rfc822; ama+2Bmines@x.example\nFinal-Recipient: rfc822; ama@x.example\nAction: failed\nStatus: 5.1.1\n',
      [['ama+mines@x.example', '5.1.1', 'failed', true]],
    ],
    [
      'an internationalised address (RFC 6533)',
      'Final-Recipient: utf-8; k\\x{E9}ita@exemple.example\nAction: failed\nStatus: 5.1.1\n',
      [['kéita@exemple.example', '5.1.1', 'failed', true]],
    ],
  ])('%s', (_, text, expected) => {
    const mail = mailOf({ from: daemon, returnPath: '', text: 'A report.', parts: statusPart(text) });
    const report = bounceReport(mail);
    expect(report?.deliveries.map((d) => [d.recipient, d.status, d.action, d.permanent])).toEqual(expected);
    expect(report?.originals[0]).toBe('<42@inm.example>');
  });

  test('two reports in one mail', () => {
    const part = (address: string) => ({
      contentType: 'message/delivery-status',
      text: `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: 5.1.1`,
    });
    const report = bounceReport(mailOf({ from: daemon, parts: [part('a@x.example'), part('b@x.example')] }));
    expect(report?.deliveries.map(({ recipient }) => recipient)).toEqual(['a@x.example', 'b@x.example']);
  });

  test.each([
    ['a signature around it', { headers: { 'Content-Type': 'multipart/signed; boundary=b' } }],
    ['a footer of a list beside it', { headers: { 'Content-Type': 'multipart/mixed; boundary=b' } }],
    [
      'a filter’s wrapping, which leaves the parameter',
      { from: P, headers: { 'Content-Type': 'multipart/mixed; report-type=delivery-status; boundary=b' } },
    ],
    ['no daemon’s name, but the null sender', { from: P, returnPath: '' }],
  ])('counts with %s', (_, spec) => {
    const parts = statusPart('Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1');
    expect(bounceReport(mailOf({ from: daemon, ...spec, parts }))?.deliveries).toHaveLength(1);
  });

  test('the part for internationalised mail counts as well', () => {
    const parts = statusPart(
      'Final-Recipient: utf-8; é@x.example\nAction: failed\nStatus: 5.1.1',
      'message/global-delivery-status',
    );
    expect(bounceReport(mailOf({ from: daemon, parts }))?.deliveries[0]?.recipient).toBe('é@x.example');
  });
});

describe('mails of people', () => {
  test.each([
    [
      'who ask about a failed mail',
      {
        subject: 'Delivery failure',
        text: 'Hello,\n\nmy message to rh@inm.example could not be delivered:\n\nrh@inm.example\n550 user unknown\n\nIs there another address?\nAma',
      },
    ],
    [
      'who forward a report',
      {
        subject: 'TR : Undelivered Mail Returned to Sender',
        text: 'Voir ci-dessous.\n\n<a@x.example>: host mx said: 550 5.1.1 User unknown',
      },
    ],
    [
      'who answer',
      {
        subject: 'Re: Mail delivery',
        inReplyTo: ['<1@inm.example>'],
        text: 'It could not be delivered to:\n\na@x.example\n\n550 unknown',
      },
    ],
    [
      'who attach the report to a question',
      {
        subject: 'Undelivered mail',
        text: 'Bonjour,\n\nle rapport ci-joint dit que votre adresse n’existe pas. Que faire ?\n\nAwa',
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
        parts: statusPart('Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1'),
      },
    ],
    [
      'who sign as administrators',
      {
        from: 'Administrateur <direction@ecole.example>',
        subject: 'Demande de formation',
        text: 'Bonjour,\n\nnous n’avons pas pu joindre vos établissements.\n',
      },
    ],
    [
      'whose form has no sender',
      {
        from: 'www@site.example',
        returnPath: '',
        subject: 'Formulaire',
        text: 'Nom : Awa\nCourriel : a@x.example\n\nNous cherchons une formation au logiciel Surpac 5.1.2.',
      },
    ],
    [
      'who write of deliveries',
      {
        subject: 'Delivery of simulators',
        text: 'We could not deliver the simulators in May. Please call sales@maker.example.',
      },
    ],
  ])('%s are none', (_, spec) => {
    expect(bounceReport(mailOf(spec))).toBeUndefined();
  });
});
