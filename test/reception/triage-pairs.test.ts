import { describe, expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

type Spec = Parameters<typeof mailOf>[0];

const answer = { inReplyTo: ['<42@inm.example>'] };
const need =
  'Bonjour,\n\nnous voudrions former quinze boutefeux à Obuasi. Quand pouvons-nous en parler ?\n\nAdwoa Sarpong';
const wish = 'Dear Institute,\n\nwe would like to send eight surveyors to Quebec next spring.\n\nYaw Darko';

describe('what people write, though machines write it too', () => {
  test.each<[string, Spec]>([
    // What stands in notes and receipts, and in answers too.
    [
      'not free at that time',
      { ...answer, text: 'Nous ne sommes pas disponibles à ces dates. Nous vous contacterons en mars.' },
    ],
    [
      'what was acknowledged, and a wish',
      { ...answer, text: 'La direction accuse réception de votre lettre; nous souhaitons la plage 2.' },
    ],
    [
      'a proposal under review',
      { ...answer, text: 'Thanks. Your proposal is being reviewed by our board; we prefer slot 2.' },
    ],
    [
      'the state of a delivery',
      {
        subject: 'Delivery status: read this first',
        text: `The crates of the course were opened at customs.\n\n${wish}`,
      },
    ],
    [
      'a guest list',
      {
        ...answer,
        subject: 'Guest list',
        text: 'Please add two names to the guest list of the visit; our message of Monday is on hold.',
      },
    ],
    // What filters and gateways put around a mail, without asking its author.
    [
      'a footer of an antivirus',
      { text: `${need}\n\n-- \nCe courriel a été analysé automatiquement par un antivirus.` },
    ],
    ['the same, en', { text: `${wish}\n\nThis e-mail was automatically scanned for viruses before it was sent.` }],
    [
      'a banner above, fr',
      { text: `[EXTERNE] Ce message a été signalé automatiquement. Prudence avec les liens.\n\n${need}` },
    ],
    ['a banner above, en', { text: `CAUTION: this message was automatically flagged as external mail.\n\n${wish}` }],
    [
      'a person who speaks of automatic mail',
      {
        text: 'Bonjour,\n\nvotre réponse dit qu’elle est automatique. Je cherche à joindre une personne pour un stage.',
      },
    ],
    [
      'a person who complains of an answer',
      {
        text: 'Hello, on Monday I got "This message was sent automatically" and nothing since. We need an instructor.',
      },
    ],
    // Company names and tickets of another sort.
    [
      'a company that is named as a mail server',
      { from: 'Mail Server Partners ltée <y.darko@msp.example>', text: wish },
    ],
    ['a delivery company', { from: 'Mail Delivery & Logistics <ops@mdl.example>', text: wish }],
    [
      'a ticket for a train',
      { subject: 'Ticket created for the site tour', text: 'The ticket is paid for. See you within 5 days.\n\nYaw' },
    ],
    [
      'a question about a catalogue on line',
      { text: 'Voir en ligne votre catalogue ne marche pas. Pour me désabonner, que faire ?\n\nYaw' },
    ],
    ['a request received by somebody else', { subject: 'Request received from our minister', text: wish }],
    // Mail attached to a complaint or a question.
    ...[
      ['staff@univ.example', 'Complaint about noise at the pit', 'Please find our complaint attached. Can we meet?'],
      ['feedback@mine.example', 'Spam report?', 'Is this mail from you? We would like an appointment all the same.'],
    ].map(([from = '', subject = '', text = '']): [string, Spec] => [
      `a complaint from ${from} with a mail attached`,
      {
        from,
        subject,
        text,
        parts: [
          { contentType: 'text/plain', text },
          { contentType: 'message/rfc822', text: 'x' },
        ],
      },
    ]),
  ])('%s', (_, spec) => {
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request', answerable: true });
  });

  test.each([
    ['Re: Accusé de réception de votre demande', 'Bonjour, merci. Voici ce qui manquait : quinze personnes, en mai.'],
    ['RE: Nous avons bien reçu votre demande', 'D’accord. Nous serons quinze.'],
    ['Re: Your request has been received [#88]', 'Thank you. There is one more thing: we need a French course too.'],
    [
      'Re: Automatic reply: Demande reçue',
      'Then I write to you again: who can see us in May?\n\nOn 3 March 2026, INM wrote:\n> Ceci est un message automatique, merci de ne pas y répondre.\n> Votre numéro de dossier : 12',
    ],
    ['Re: Demande reçue', 'Je suis absente jusqu’à mercredi, mais d’accord pour jeudi.'],
    ['Re: Demande reçue', 'I will be away until Tuesday. Yes, that suits us.'],
    ['Re: Demande reçue', 'I am on leave until Monday, see you on Wednesday at ten then.'],
    ['Re: Demande reçue', 'Oui, la première. Je suis en congé jusqu’au 4.'],
    ['Re: Demande reçue', 'Estoy de viaje hasta el lunes. De acuerdo con el martes.'],
    ['Re: Demande reçue', 'Ich bin bis Montag im Urlaub. Einverstanden mit Dienstag.'],
    ['Re: Demande reçue', 'Sono in ferie fino a lunedì, ma martedì va bene.'],
    ['Re: Demande reçue', 'Ik ben met vakantie tot maandag. Akkoord met dinsdag.'],
    ['Re: Demande reçue', 'Estou de férias até segunda. De acordo com terça.'],
    ['Re: Demande reçue', 'Je suis en mission à Conakry jusqu’au 9. Le 10 serait parfait.'],
    ['Re: Demande reçue', 'I am out of the office until Friday, so Monday at nine would be best.'],
    ['Re: Demande reçue', 'Away until Monday, sorry. Tuesday works.'],
    ['Re: Demande reçue', 'I am travelling until Sunday and will send our five answers when I am back.'],
    ['Re: Demande reçue', 'Merci de votre message. Notre numéro de dossier est le MM-19.'],
  ])('an answer under « %s »: %s', (subject, text) => {
    const found = triage(mailOf({ ...answer, subject, text }), { ...circle, thread: 'request' });
    expect(found).toMatchObject({ kind: 'answer' });
  });

  const unsubscribe = { 'List-Unsubscribe': '<https://crm.example/u/1>' };
  test.each<[string, Spec]>([
    ['through a program that offers to unsubscribe', { text: wish, headers: unsubscribe }],
    ['in a language that nobody here reads', { text: 'Мы ищем обучение для шахтёров.', headers: unsubscribe }],
    ['that only announces what comes', { text: 'Voici notre dossier de candidature.\n\nAwa', headers: unsubscribe }],
    [
      'through one that does so with one click',
      { text: need, headers: { ...unsubscribe, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } },
    ],
    ['through a server that marks everything as bulk', { text: need, headers: { Precedence: 'bulk' } }],
    [
      'through one that writes below how to leave',
      { text: `${need}\n\nSe désabonner : https://crm.example/u/1\n`, headers: unsubscribe },
    ],
    [
      'through one that marks everything as bulk, too',
      { text: `${wish}\n\nOpt out: https://crm.example/u/1`, headers: { ...unsubscribe, Precedence: 'bulk' } },
    ],
    [
      'from a mailbox called as list servers are',
      { text: need, headers: { Sender: 'training-request@mines-ci.example' } },
    ],
    ['in the envelope of such a mailbox', { text: need, returnPath: 'mine-owner@mines-ci.example' }],
    [
      'in answer to a letter of ours',
      { ...answer, text: 'Jeudi.', headers: { ...unsubscribe, 'Feedback-ID': '1:crm' } },
    ],
    [
      'through the program that sorts out its own bounces',
      { from: 'y.darko@mine.example', text: wish, headers: { Sender: 'y.darko-bounces@mine.example' } },
    ],
  ])('is entered: a letter to us alone %s', (_, spec) => {
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request' });
  });

  test.each([unsubscribe, { Precedence: 'bulk' }])('and not answered, for RFC 3834 forbids it: %j', (headers) => {
    expect(triage(mailOf({ text: need, headers }), circle)).toMatchObject({ kind: 'request', answerable: false });
  });
});

describe('what machines write, though people write it too', () => {
  const unsubscribe = { 'List-Unsubscribe': '<https://crm.example/u/1>' };
  test.each<[string, Spec]>([
    ['to many', { text: need, to: ['info@inm.example', 'a@x.example'], headers: unsubscribe }],
    [
      'which asks nothing',
      { text: 'Les nouvelles du mois.\n\nL’or monte : https://n.example/or', headers: unsubscribe },
    ],
    [
      'which asks, links and says how to leave',
      {
        text: 'Voulez-vous tout savoir de l’or ?\n\nhttps://n.example/or\nhttps://n.example/zinc\n\nSe désabonner : https://n.example/u',
        headers: unsubscribe,
      },
    ],
    [
      'which asks nothing above how to leave',
      {
        text: 'Les nouvelles du mois.\n\nSe désabonner : https://n.example/u\nQuestions ? Écrivez-nous.',
        headers: unsubscribe,
      },
    ],
    [
      'which is long and says how to leave',
      { text: `${need}\n\n${'L’or monte encore. '.repeat(200)}\n\nSe désabonner`, headers: unsubscribe },
    ],
    ['of a campaign', { text: need, headers: { ...unsubscribe, 'X-Campaign': 'mars' } }],
    ['from the server of a list at another house', { text: need, headers: { Sender: 'mines-request@lists.example' } }],
    [
      'from the server of a list, to the list',
      { to: 'formation@mines-ci.example', text: need, headers: { Sender: 'formation-request@mines-ci.example' } },
    ],
    ['with Precedence: list', { to: 'mines@lists.example', text: need, headers: { Precedence: 'list' } }],
    [
      'by a program, with a way to leave',
      { from: 'noreply@events.example', text: 'Your event is tomorrow. Would you like to join?', headers: unsubscribe },
    ],
    ['without a field, en', { text: 'Read this e-mail in your browser\n\nGold is up.\n\nUnsubscribe here' }],
    [
      'without a field, fr',
      { text: 'Consulter la version en ligne\n\nL’or monte.\n\nPour vous désinscrire : https://n.example/u' },
    ],
    ['without a field, es', { text: 'Ver en línea\n\nSube el oro.\n\nPara darse de baja: https://n.example/u' }],
    ['without a field, de', { text: 'Im Browser ansehen\n\nGold steigt.\n\nNewsletter abbestellen' }],
  ])('a newsletter %s', (_, spec) => {
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'bulk', answerable: false });
  });

  test.each<[string, string]>([
    ['Support Ticket Opened [#70021]', 'A request for support has been created and assigned #70021.'],
    ['Ticket Received - Demande', 'We would like to acknowledge that we have received your request. Ticket number 71.'],
    ['Re: Demande reçue', 'Ce courriel est généré automatiquement. Votre demande suit son cours.'],
    ['Nous avons reçu votre demande', 'Votre demande numéro 5517 est en cours de traitement.'],
    ['[#5517] Demande reçue', 'Votre billet 5517 a été créé. Un agent le lira.'],
    ['Demande reçue [ref:5517]', 'Your case has been created: 5517. Please keep this reference in the subject.'],
    [
      'Ticket Received',
      'We have received your request and a ticket has been created. Our team will send you a personal reply.',
    ],
    ['Bluemail! Auto Response', 'I am away.'],
    ['Vacation reply from Yaw', 'I am away.'],
    ['Demande reçue - Confirmation de réception automatique', 'Nous avons bien reçu votre courriel.'],
    ['Re: Demande reçue', 'Bonjour, absent ce jour, je reviendrai vers vous lundi. Urgences : 07 00 00 00.'],
    // Challenges.
    [
      'RE: Demande reçue',
      'This mailbox is protected by Sieve+. Please follow the link to be put on the safe list and to ensure delivery of your message.\nhttps://sieve.example/v/1',
    ],
    // Receipts without a disposition part.
    [
      'Return receipt',
      'Your   Demande reçue\ndocument:\n\nwas    Yaw Darko/OBUASI\nreceived\nby:\n\nat:    2026-03-03 10:01',
    ],
    ['Demande reçue - Absence', 'Absent(e) du bureau du 3 au 9 mars. Pour toute urgence, composez le 07 00 00 00.'],
    [
      'Re: Demande reçue',
      'Le Secrétariat accuse réception de votre courrier. Il sera transmis au service compétent. Message automatique.',
    ],
    ['Delivery Status: read', 'Your message to Ama, "Demande reçue", was displayed on 23 Nov 2026 at 10:04.'],
    [
      'Re: Demande reçue',
      'Bonjour et merci ! Nous ne sommes pas disponibles pour le moment, mais nous vous répondrons bientôt.',
    ],
    ['We received your request (#48213)', 'Your request (48213) has been received and is being reviewed by our staff.'],
    [
      'Demande reçue (action required)',
      'Your message was waitlisted. Click the link below to be put on my Guest List.',
    ],
  ])('« %s »: %s', (subject, text) => {
    expect(triage(mailOf({ ...answer, subject, text }), circle)).toMatchObject({
      kind: 'automatic',
      answerable: false,
    });
  });

  test('from the null sender, with a Precedence', () => {
    const spec = {
      returnPath: '',
      subject: 'Thank you',
      text: 'I shall answer soon.',
      headers: { Precedence: 'bulk' },
    };
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'automatic', answerable: false });
  });

  test.each([
    ['staff@hotmail.example', 'complaint about message from 192.0.2.7', 'The attached mail was complained about.'],
    ['feedback@isp.example', 'Abuse report', ''],
  ])('a complaint by the program of %s', (from, subject, text) => {
    const parts = [
      { contentType: 'text/plain', text },
      { contentType: 'message/rfc822', text: 'From: info@inm.example' },
    ];
    expect(triage(mailOf({ from, subject, text, parts }), circle)).toMatchObject({ kind: 'feedback-report' });
  });
});
