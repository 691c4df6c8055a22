import { expect, test } from 'vitest';
import { bounceReport } from '../../src/mail/bounce.ts';
import { mailOf } from './make.ts';

type Spec = Parameters<typeof mailOf>[0];
const daemon = 'Mail Delivery Subsystem <mailer-daemon@isp.example>';

/** Reports that name their recipients in a way of their own, or whose parts a gateway broke. */
test.each<[string, Spec, recipients: string[]]>([
  [
    'names without their domain',
    {
      from: daemon,
      subject: 'Mail Delivery Problem',
      text: 'Your mail to the following recipients could not be delivered, for they take no pictures:\n\tydarko\n\ta.sarpong\n',
    },
    ['ydarko@isp.example', 'a.sarpong@isp.example'],
  ],
  [
    'a name and why',
    {
      from: 'mailer-daemon@gw.mine.example',
      subject: 'Message status - undeliverable',
      text: 'The message was undeliverable to the following:\n\n\tydarko (The account has expired)\n',
    },
    ['ydarko@gw.mine.example'],
  ],
  [
    'a returned mail that says it better',
    {
      from: daemon,
      subject: 'Mail Delivery Problem',
      text: 'Your mail could not be delivered to:\n\tydarko\n\n--- Original message follows ---\nFrom: info@inm.example\nTo: yaw.darko@mine.example\nSubject: Demande reçue\n',
    },
    ['yaw.darko@mine.example'],
  ],
  [
    'a filter that took it for spam',
    {
      from: '"Content-filter at mine.example" <postmaster@mine.example>',
      returnPath: '',
      subject: 'Considered UNSOLICITED BULK EMAIL, apparently from you',
      text: 'A message from <info@inm.example>\nto: ydarko@mine.example\n\nwas considered unsolicited bulk e-mail.\n\nDelivery of the email was stopped!',
    },
    ['ydarko@mine.example'],
  ],
  [
    'a filter that refused a file',
    {
      from: 'postmaster@mine.example',
      returnPath: '',
      subject: 'BANNED contents from you (.ics)',
      text: 'Our content checker found\n    banned name: .ics\n\nto the following recipient:\n-> ydarko@mine.example\n\nDelivery of the email was stopped!',
    },
    ['ydarko@mine.example'],
  ],
])('%s', (_, spec, recipients) => {
  expect(bounceReport(mailOf(spec))?.deliveries.map(({ recipient }) => recipient)).toEqual(recipients);
});

test('fields of a part whose head a gateway broke', () => {
  const head = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' };
  const fields =
    'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ydarko@mine.example\nAction: failed\nStatus: 5.2.1\n';
  const text = 'This is the mail system.\n\n<ydarko@mine.example>: 550 blocked';
  const parts = [
    { contentType: 'text/plain', text },
    { contentType: 'text/plain', text: fields },
  ];
  const found = bounceReport(mailOf({ from: daemon, returnPath: '', headers: head, text, parts }));
  expect(found?.deliveries).toMatchObject([{ recipient: 'ydarko@mine.example', status: '5.2.1', action: 'failed' }]);
});

test.each<[string, Spec]>([
  ['a person’s list', { subject: 'Participants', text: 'Voici qui viendrait :\n\tydarko\n\tsarpong\n' }],
  ['a company of that name', { from: 'Mail System Design <y.darko@msd.example>', subject: 'Delivery problem' }],
])('no report: %s', (_, spec) => {
  expect(bounceReport(mailOf(spec))).toBeUndefined();
});
