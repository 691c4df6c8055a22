import { describe, expect, test } from 'vitest';
import { whyUnanswerable } from '../../src/mail/answerable.ts';
import { automaticWhy, autoRepliedWhy } from '../../src/mail/automatic.ts';
import { feedbackWhy } from '../../src/mail/feedback.ts';
import { spamWhy } from '../../src/mail/spam.ts';
import { mailOf } from './make.ts';

const answer = { inReplyTo: ['<42@inm.example>'] };

describe('automatic mail', () => {
  test.each([
    ['RFC 3834, a reply', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['RFC 3834, with a comment', { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } }],
    ['RFC 3834, generated', { headers: { 'Auto-Submitted': 'auto-generated' } }],
    ['a vendor’s field', { headers: { 'X-Autoreply': 'yes' } }],
    ['a vendor’s precedence', { headers: { Precedence: 'auto_reply' } }],
    [
      'a receipt',
      {
        headers: { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' },
        parts: [
          { contentType: 'text/plain', text: 'lu' },
          {
            contentType: 'message/disposition-notification',
            text: 'Disposition: automatic-action/MDN-sent-automatically; displayed',
          },
        ],
      },
    ],
    ['an answer from the null sender', { ...answer, returnPath: '', text: 'Merci de votre courriel.' }],
    ...[
      'Réponse automatique : Demande reçue',
      'Absence du bureau',
      'Absent du bureau : Demande reçue',
      'Message d’absence',
      'Automatic reply: Demande reçue',
      'Auto: Re: Demande reçue',
      'Out of Office: Demande reçue',
      'Out of the office Re: Demande reçue',
      'AutoReply: Demande reçue',
      'Respuesta automática: Demande reçue',
      'Fuera de la oficina: Demande reçue',
      'Resposta automática: Demande reçue',
      'Automatische Antwort: Demande reçue',
      'Abwesenheitsnotiz: Demande reçue',
      'Risposta automatica: Demande reçue',
      'Automatisch antwoord: Demande reçue',
      '自動返信: Demande reçue',
      'رد تلقائي: Demande reçue',
      'Ama Boateng is out of the office.',
      '[EXTERNE] Automatic reply: Demande reçue',
    ].map((subject): [string, { subject: string; text: string }] => [
      `subject « ${subject} »`,
      { subject, text: 'Merci.' },
    ]),
    [
      'an absence note without a mark, fr',
      {
        ...answer,
        subject: 'Re: Demande reçue',
        text: 'Bonjour,\n\nje suis absente du bureau jusqu’au 12 janvier. En cas d’urgence, écrivez à adjoint@org.example.',
      },
    ],
    [
      'an absence note without a mark, en',
      {
        ...answer,
        subject: 'Re: Demande reçue',
        text: 'I am out of the office until 12 January with no access to e-mail.',
      },
    ],
    [
      'an absence note without a mark, es',
      { ...answer, subject: 'Re: Demande reçue', text: 'Estaré de vacaciones hasta el 12 de enero.' },
    ],
    [
      'an absence note without a mark, de',
      { ...answer, subject: 'Re: Demande reçue', text: 'Ich bin bis zum 12. Januar nicht im Büro.' },
    ],
    ...[
      '[Auto-Reply] Demande reçue',
      '(Auto-Reply) Demande reçue',
      '外出のため自動返信',
      'Отсутствие в офисе: Demande reçue',
      'AUTO: Ama is out of the office',
    ].map((subject): [string, { subject: string; text: string }] => [
      `subject « ${subject} »`,
      { subject, text: 'Merci.' },
    ]),
    [
      'an absence note without a mark, pt',
      { ...answer, subject: 'Re: Demande reçue', text: 'Obrigado pelo contato. Estou de férias até 12 de janeiro.' },
    ],
    [
      'a receipt in words',
      { subject: 'Lu : Demande reçue', text: 'Votre message\n\nÀ : Ama\n\na été lu le lundi 2 novembre 2026.' },
    ],
    [
      'a program that says what it is',
      { subject: 'Votre courriel', text: 'Ceci est un message automatique. Votre courriel sera traité sous peu.' },
    ],
    [
      'an acknowledgement by a ticket system',
      {
        subject: 'We have received your message',
        text: 'Your ticket number is 4711. We will get back to you within 2 business days.',
      },
    ],
    [
      'a challenge',
      { subject: 'Please confirm your message', text: 'To verify that you are not a spammer, reply to this message.' },
    ],
    [
      'a daemon that is no report',
      { from: 'MAILER-DAEMON@x.example', subject: 'Hello', text: 'Your mailbox is almost empty.' },
    ],
  ])('%s', (_, spec) => {
    expect(automaticWhy(mailOf(spec))).toBeTypeOf('string');
  });

  test.each([
    ['Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }],
    ['a wish for no answer makes no machine', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    [
      'a person who will be away, and asks',
      { ...answer, subject: 'Re: Demande reçue', text: 'I am on leave until Monday. Could we meet on Tuesday?' },
    ],
    [
      'a person who will be away, and chooses',
      { ...answer, subject: 'Re: Demande reçue', text: 'Je suis absente jusqu’à lundi.\n2\nMerci' },
    ],
    [
      'a person who mentions an absence in a first mail',
      { subject: 'Visite', text: 'Je suis en congé jusqu’à lundi; ensuite nous préparons la visite.' },
    ],
    ['a person who thanks', { subject: 'Thank you for your message', text: 'Dear Sir, we are glad to accept. Ama' }],
    [
      'out-of-office as a subject of work',
      { subject: 'Out-of-office training policy', text: 'We would like to learn how you do it.' },
    ],
    [
      '« automatisation » is no automatic reply',
      { subject: 'Automatisation des foreuses', text: 'Nous cherchons une formation.' },
    ],
    [
      'a no-reply address with a person’s words',
      { from: 'noreply@forum.example', text: 'Bonjour, une question sur vos formations.' },
    ],
    [
      'a form on a web site',
      {
        from: 'wordpress@mine.example',
        replyTo: 'a@tgtu.example',
        headers: { 'Auto-Submitted': 'auto-generated' },
        text: 'This is an automated message.\nName: Ama\nE-mail: a@tgtu.example\nMessage: we look for trainers.',
      },
    ],
    [
      'a receipt that a person attaches',
      {
        subject: 'Tr : Lu : Votre offre',
        text: 'Bonjour, que veut dire ce reçu ? Nous cherchons toujours une formation.',
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
        parts: [
          { contentType: 'text/plain', text: 'Bonjour' },
          { contentType: 'message/disposition-notification', text: 'Disposition: manual-action; displayed' },
        ],
      },
    ],
    [
      'a postmaster who asks',
      { from: 'Postmaster <postmaster@petite-ecole.example>', text: 'Bonjour, nous cherchons une formation.' },
    ],
  ])('not %s', (_, spec) => {
    expect(automaticWhy(mailOf(spec))).toBeUndefined();
  });

  test('only an answer is called an answer', () => {
    expect(autoRepliedWhy(mailOf({ headers: { 'Auto-Submitted': 'auto-replied' } }))).toBeTypeOf('string');
    expect(autoRepliedWhy(mailOf({ headers: { 'Auto-Submitted': 'auto-generated' } }))).toBeUndefined();
  });
});

describe('reports about our mail', () => {
  test.each([
    [
      'RFC 5965',
      {
        headers: { 'Content-Type': 'multipart/report; boundary=b' },
        parts: [
          { contentType: 'text/plain' },
          { contentType: 'message/feedback-report', text: 'Feedback-Type: abuse' },
        ],
      },
    ],
    ['by its type', { headers: { 'Content-Type': 'multipart/report; report-type="feedback-report"' } }],
    [
      'DMARC, by the name of the file',
      {
        text: '',
        parts: [{ contentType: 'application/gzip', filename: 'mail.example!inm.example!1793600000!1793686399.xml.gz' }],
      },
    ],
    ['DMARC, by the subject', { subject: 'Report Domain: inm.example Submitter: mail.example Report-ID: 1' }],
    ['TLS', { from: 'noreply-smtp-tls-reporting@mail.example', parts: [{ contentType: 'application/tlsrpt+gzip' }] }],
    ['TLS, by its type', { headers: { 'Content-Type': 'multipart/report; report-type="tlsrpt"; boundary=b' } }],
    [
      'a complaint with the mail attached',
      {
        from: 'staff@hotmail.example',
        subject: 'complaint about message from 192.0.2.1',
        parts: [{ contentType: 'message/rfc822', text: 'From: info@inm.example' }],
      },
    ],
  ])('%s', (_, spec) => {
    expect(feedbackWhy(mailOf(spec))).toBeTypeOf('string');
  });

  test.each([
    ['a person who complains', { subject: 'Complaint about your message', text: 'I never asked for this.' }],
    ['a report on a field', { subject: 'Report domain: mining', text: 'Our report.' }],
    ...['message/feedback-report', 'application/tlsrpt+gzip', 'application/gzip'].map(
      (contentType): [string, Parameters<typeof mailOf>[0]] => [
        `a person who attaches one (${contentType})`,
        {
          text: 'Bonjour, nous avons reçu ceci de votre part. Que faut-il faire ?',
          headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
          parts: [
            { contentType: 'text/plain' },
            { contentType, filename: 'mail.example!inm.example!1793600000!1793686399.xml.gz' },
          ],
        },
      ],
    ),
  ])('not %s', (_, spec) => {
    expect(feedbackWhy(mailOf(spec))).toBeUndefined();
  });
});

describe('the upstream verdict on spam', () => {
  test.each([
    [{ 'X-Spam-Flag': 'YES' }, true],
    [{ 'X-Spam-Status': 'Yes, score=9.1 required=5.0' }, true],
    [{ 'X-Spam-Status': 'No, score=1.1 required=5.0' }, false],
    [{ 'X-MS-Exchange-Organization-SCL': '6' }, true],
    [{ 'X-MS-Exchange-Organization-SCL': '-1' }, false],
    [{ 'X-Forefront-Antispam-Report': 'CIP:192.0.2.1;SCL:5;SFV:SPM' }, true],
    [{ 'X-Rspamd-Action': 'add header' }, true],
    [{ 'X-Spamd-Result': 'default: True [16.20 / 15.00]; R_SPF_FAIL' }, true],
    [{ 'X-Spamd-Result': 'default: False [1.20 / 15.00]; R_SPF_ALLOW' }, false],
    [{ 'X-Forefront-Antispam-Report': 'CIP:192.0.2.1;SCL:1;SFV:NSPM;CAT:PHSH' }, true],
    [{ 'X-Forefront-Antispam-Report': 'CIP:192.0.2.1;SCL:1;SFV:NSPM;CAT:NONE' }, false],
    [{ 'X-Barracuda-Spam-Flag': 'YES' }, true],
    [{ 'X-VR-SPAMSTATE': 'OK' }, false],
    [{ 'X-VR-SPAMSTATE': 'SPAM' }, true],
    [{ 'X-MailScanner-SpamCheck': 'spam, SpamAssassin (score=7.1)' }, true],
    [{ 'X-MailScanner-SpamCheck': 'not spam, SpamAssassin (score=0.1)' }, false],
    [{ 'X-Bogosity': 'Ham, tests=bogofilter' }, false],
    [{ 'X-Filter': 'verdict=junk' }, true],
    [{ 'X-Filter': 'verdict=clean' }, false],
  ])('%j: %s', (headers, spam) => {
    expect(spamWhy(mailOf({ headers }), { name: 'X-Filter', value: 'junk' }) !== undefined).toBe(spam);
  });
});

describe('what may be answered', () => {
  test.each([
    ['a plain mail', {}, undefined],
    ['Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }, undefined],
    ['an answer wanted elsewhere', { replyTo: 'a@tgtu.example' }, undefined],
    [
      'a machine that names a person',
      { from: 'noreply@forum.example', replyTo: 'a@tgtu.example' },
      'nobody reads that address',
    ],
    [
      'a suppressed answer',
      { headers: { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' } },
      'X-Auto-Response-Suppress',
    ],
    ['Precedence', { headers: { Precedence: 'bulk' } }, 'Precedence'],
    ['a list', { headers: { 'List-Unsubscribe': '<mailto:x@y.example>' } }, 'a list'],
    ['the null sender', { returnPath: '' }, 'null sender'],
    ['nobody', { from: 'Système <ne-pas-repondre@x.example>' }, 'nobody reads that address'],
    ['a scanner', { from: 'scanner@mine.example', text: 'Message from KM_C258' }, 'a device or a program'],
    ['a copier', { from: 'scan-to-mail@mine.example' }, 'a device or a program'],
    ['a monitor', { from: 'Zabbix <zabbix@mine.example>' }, 'a device or a program'],
    ['a calendar', { from: 'calendar-notification@agenda.example' }, 'a device or a program'],
    ['a person whose name is like a device', { from: 'Scanlon <scanlon@mine.example>' }, undefined],
    ['a text that forbids it', { text: 'Merci de ne pas répondre à ce courriel.' }, 'it asks not to be answered'],
    ['no sender', { from: [] }, 'no address to answer to'],
    ['ourselves, by Reply-To', { replyTo: 'info@inm.example' }, 'the address is ours'],
    ['several authors', { from: ['a@x.example', 'b@x.example'] }, 'several authors and no Reply-To'],
  ])('%s', (_, spec, why) => {
    expect(whyUnanswerable(mailOf(spec), ['info@inm.example'])).toBe(why);
  });
});
