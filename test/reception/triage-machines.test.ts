import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

/** Subject and text of autoresponders that bear no marker, in answer to our letter. */
const answers: readonly [subject: string, text: string][] = [
  // French
  ['Réponse automatique : Demande reçue', 'Bonjour, je suis absent.'],
  ['Re: Demande reçue', 'Bonjour,\n\nJe suis en congés jusqu’au 12 août inclus.\n\nCordialement,\nAwa Traoré'],
  ['Re: Demande reçue', 'Absente jusqu’au 3 janvier. Pour toute urgence : 514 555-0100.'],
  ['Absence', 'Bonjour, je suis absent du 1er au 15 août. En cas d’urgence, contactez Mme Koné au 01 02 03 04 05.'],
  ['Absence Re: Demande reçue', 'Je serai de retour le 4.'],
  [
    'Congés annuels',
    'Bonjour, je suis en congé annuel et serai de retour le 20 août. Votre message sera lu à mon retour.',
  ],
  [
    'RE: Demande reçue',
    'Merci de votre message. Je suis actuellement en mission à l’étranger avec un accès limité à mes courriels. Je vous répondrai dès mon retour.',
  ],
  [
    'Re: Demande reçue',
    'Nos bureaux sont fermés du 24 décembre au 5 janvier. Nous traiterons votre courriel à la réouverture.',
  ],
  [
    'Re: Demande reçue',
    'Je suis en réunion toute la journée et consulterai mes courriels ce soir. En cas d’urgence, appelez mon adjointe.',
  ],
  [
    'Re: Demande reçue',
    'Bonjour, je ne travaille plus à la mine de Siguiri depuis le 1er mai. Pour toute demande, écrivez à rh@mine.example.',
  ],
  [
    'Re: Demande reçue',
    'Nous avons bien reçu votre message et vous répondrons dans les meilleurs délais. Ceci est une réponse automatique, merci de ne pas y répondre.',
  ],
  [
    'Accusé de réception',
    'Votre demande a été enregistrée sous le numéro de dossier 2026-114. Vous recevrez une réponse sous 48 heures.',
  ],
  [
    'Re: Demande reçue',
    'Votre message a bien été reçu. Il sera traité dans un délai de 5 jours ouvrables. Merci de ne pas répondre à ce courriel.',
  ],
  // English
  ['Automatic reply: Demande reçue', 'I am away.'],
  ['Re: Demande reçue', 'I am currently out of the office and will return on Monday 9 November.'],
  [
    'Re: Demande reçue',
    'Thank you for your email. I am on annual leave until 5 January with limited access to email. If your matter is urgent, please call Ama on +233 30 555 0100.',
  ],
  ['Out of office', 'I will be out of the office from 3 to 10 March. For urgent matters contact hr@mine.example.'],
  ['OOO Re: Demande reçue', 'Back on Thursday.'],
  ['I am on leave', 'I am on leave and will respond when I return on 12 May.'],
  ['On vacation until 12 May', 'I am travelling and will read your message when I get back.'],
  ['Re: Demande reçue', 'I no longer work at TGTU. Please contact the registrar at registrar@tgtu.example.'],
  [
    'Re: Demande reçue',
    'Hi, I am travelling this week and have intermittent access to e-mail. Expect a delayed response.',
  ],
  [
    'Re: Demande reçue',
    'The university is closed for the holidays and will reopen on 3 January. We will answer your email then.',
  ],
  [
    'We have received your email',
    'Hello,\n\nThank you for getting in touch. A member of our team will reply within 2 working days. Your reference number is 88213.',
  ],
  [
    'Thank you for contacting TGTU',
    'This is an automated response to let you know that we have received your email. Please do not reply to this message.',
  ],
  [
    '[Ticket #4711] Demande reçue',
    'Your request has been received and a ticket has been opened. To add comments, reply to this email.',
  ],
  [
    'Re: Demande reçue',
    '*** This is an automatically generated email, please do not reply ***\n\nYour enquiry has been logged.',
  ],
  ['Your message to TGTU', 'This mailbox is not monitored. Please use our web page.'],
  // Spanish
  ['Respuesta automática: Demande reçue', 'Estoy fuera.'],
  [
    'Re: Demande reçue',
    'Buenos días:\n\nme encuentro de vacaciones hasta el 12 de enero. Para asuntos urgentes, contacte a Ana Ruiz.',
  ],
  ['Re: Demande reçue', 'Estaré ausente de la oficina del 3 al 10 de marzo. Responderé a mi regreso.'],
  ['Ausencia', 'Estoy de licencia hasta el 2 de mayo. En caso de urgencia, escriba a rrhh@mina.example.'],
  [
    'Re: Demande reçue',
    'Hemos recibido su correo. Le responderemos en un plazo de 48 horas. Este es un mensaje automático, por favor no responda.',
  ],
  ['Recibimos su solicitud', 'Su número de solicitud es 5512. Un agente se comunicará con usted.'],
  // Portuguese
  ['Resposta automática: Demande reçue', 'Estou fora.'],
  ['Re: Demande reçue', 'Olá, estou de férias até 12 de janeiro. Em caso de urgência, contacte a Ana.'],
  ['Re: Demande reçue', 'Estarei ausente entre 3 e 10 de março, sem acesso ao e-mail. Retorno no dia 11.'],
  ['Ausência', 'Encontro-me ausente do escritório até 2 de maio.'],
  ['Re: Demande reçue', 'Recebemos a sua mensagem. Esta é uma mensagem automática, por favor não responda.'],
  // Arabic
  ['رد تلقائي: Demande reçue', 'أنا خارج المكتب.'],
  ['Re: Demande reçue', 'شكرا لرسالتكم. أنا في إجازة حتى 12 يناير وسأرد عليكم عند عودتي.'],
  [
    'Re: Demande reçue',
    'أنا حاليا خارج المكتب ولا أستطيع الوصول إلى البريد الإلكتروني. للحالات العاجلة يرجى الاتصال بالسيد أحمد.',
  ],
  ['Re: Demande reçue', 'سأكون خارج المكتب من 3 إلى 10 مارس.'],
  ['Re: Demande reçue', 'تم استلام رسالتكم. هذه رسالة آلية، يرجى عدم الرد عليها.'],
  ['إجازة', 'السلام عليكم، أنا في إجازة سنوية حتى نهاية الشهر.'],
  // German
  ['Automatische Antwort: Demande reçue', 'Ich bin nicht da.'],
  [
    'Re: Demande reçue',
    'Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich 12. Januar nicht im Büro. In dringenden Fällen wenden Sie sich an Frau Kurz.',
  ],
  ['AW: Demande reçue', 'Ich befinde mich bis zum 5. März im Urlaub. Ihre E-Mail wird nicht weitergeleitet.'],
  ['Abwesend', 'Ich bin ab dem 9. wieder erreichbar.'],
  [
    'Re: Demande reçue',
    'Wir haben Ihre Anfrage erhalten und melden uns in Kürze. Dies ist eine automatisch generierte E-Mail, bitte antworten Sie nicht darauf.',
  ],
  // Italian
  ['Risposta automatica: Demande reçue', 'Sono assente.'],
  [
    'Re: Demande reçue',
    'Gentile utente, sono in ferie fino al 12 gennaio. Per urgenze contattare la dott.ssa Bianchi.',
  ],
  ['R: Demande reçue', 'Sarò fuori ufficio dal 3 al 10 marzo e non potrò leggere le e-mail.'],
  [
    'Re: Demande reçue',
    'Abbiamo ricevuto la sua richiesta. Questo è un messaggio generato automaticamente, si prega di non rispondere.',
  ],
  // Dutch
  ['Automatisch antwoord: Demande reçue', 'Ik ben er niet.'],
  [
    'Re: Demande reçue',
    'Bedankt voor uw bericht. Ik ben met vakantie tot en met 12 januari. Voor dringende zaken kunt u bellen met mijn collega.',
  ],
  ['Afwezig', 'Ik ben op 9 maart weer aanwezig.'],
  ['Re: Demande reçue', 'Wij hebben uw bericht ontvangen. Dit is een automatisch gegenereerd bericht.'],
  // Japanese
  ['自動返信: Demande reçue', '不在です。'],
  ['Re: Demande reçue', 'ただいま休暇をいただいております。1月5日より通常どおり対応いたします。'],
  ['Re: Demande reçue', '出張のため1月12日まで不在にしております。お急ぎの場合は担当の田中までご連絡ください。'],
  [
    'Re: Demande reçue',
    'お問い合わせありがとうございます。このメールは自動送信されています。担当者より改めてご連絡いたします。',
  ],
  ['【自動返信】お問い合わせありがとうございます', 'お問い合わせを受け付けました。'],
  ['不在のお知らせ', '夏季休業のため8月20日まで不在です。'],
  // Somebody has left, nobody reads, an office acknowledges without a number
  ['Re: Demande reçue', 'M. Traoré ne fait plus partie de l’organisation. Veuillez écrire à info@mines.example.'],
  ['Re: Demande reçue', 'En mission à l’étranger du 20 au 28 novembre. Consultation irrégulière des courriels.'],
  ['Re: Demande reçue', 'Nous accusons réception de votre courriel et vous répondrons dans les meilleurs délais.'],
  ['Re: Demande reçue', 'Cette adresse n’est plus consultée. Notre nouvelle adresse : accueil@mines.example.'],
  ['Re: Demande reçue', 'Hi! Parental leave until June. For urgent matters please email ops@tgtu.example. Best, Sam'],
  ['Re: Demande reçue', 'Ms Boateng has left the organisation. Please contact registrar@tgtu.example.'],
  ['Re: Demande reçue', 'This mailbox is no longer monitored. Please use the form at https://tgtu.example/contact.'],
  ['Re: Demande reçue', 'Thanks for your mail. I am on sabbatical and read mail only occasionally.'],
  ['Re: Demande reçue', 'Ya no trabaja con nosotros la Sra. Quispe. Contacte a Luis Paz (lpaz@andes.example).'],
  ['Re: Demande reçue', 'Hemos recibido su consulta y le responderemos a la brevedad.'],
  ['Re: Demande reçue', 'Recebemos o seu e-mail e responderemos o mais breve possível. Obrigado.'],
  ['Re: Demande reçue', 'Encontro-me em licença de parentalidade. Para assuntos urgentes contacte a Dra. Sitoe.'],
  ['Re: Demande reçue', 'شكرا لتواصلكم معنا. تم استلام رسالتكم وسيتم الرد عليكم في أقرب وقت ممكن.'],
  ['AW: Demande reçue', 'Vielen Dank für Ihre Anfrage. Wir werden sie schnellstmöglich bearbeiten.'],
  ['Re: Demande reçue', 'Frau Schmidt arbeitet nicht mehr bei uns. Bitte wenden Sie sich an info@bergbau.example.'],
  [
    'Re: Demande reçue',
    'Grazie per averci contattato. Abbiamo ricevuto la sua richiesta e risponderemo al più presto.',
  ],
  ['Re: Demande reçue', 'Wij hebben uw vraag ontvangen en antwoorden zo spoedig mogelijk.'],
  // A few words
  ['Re: Demande reçue', 'Je suis absente aujourd’hui.'],
  ['Re: Demande reçue', 'Absence jusqu’au 12/12.'],
  ['Re: Demande reçue', 'Bonjour, je suis actuellement en arrêt maladie pour une durée indéterminée.'],
  ['Re: Demande reçue', 'Je suis en retraite depuis le 1er septembre. Contactez M. Kone.'],
  ['Re: Demande reçue', 'I am off sick.'],
  ['Re: Demande reçue', 'I only work Tuesday to Thursday and will respond to your email then.'],
  ['Re: Demande reçue', 'We are closed for Eid and will be back on Monday.'],
  ['Re: Demande reçue', 'You have reached the Registrar’s office. We aim to respond within 3 working days.'],
  ['Re: Demande reçue', 'Your email is important to us. We will be in touch shortly.'],
  ['Re: Demande reçue', 'Estoy fuera de la oficina.'],
  ['Re: Demande reçue', 'Gracias por comunicarse con nosotros. En breve le atenderemos.'],
  ['Re: Demande reçue', 'O seu pedido foi registado com o número 123.'],
  ['Re: Demande reçue', 'Ich bin im Urlaub.'],
  ['Re: Demande reçue', 'Bis 12.12. abwesend. In dringenden Fällen: 0123.'],
  ['Re: Demande reçue', 'Sono in smart working con accesso limitato alla posta.'],
  ['Re: Demande reçue', 'Momenteel ben ik met zwangerschapsverlof tot maart.'],
  ['Re: Demande reçue', 'مكتبنا مغلق بمناسبة العيد.'],
  ['Re: Demande reçue', 'لقد غادرت الشركة، يرجى مراسلة السيد علي.'],
  ['Re: Demande reçue', '本日は終日外出しております。'],
  ['Re: Demande reçue', '退職いたしました。後任は田中です。'],
  ['Re: Demande reçue', 'メールを受け取りました。追ってご連絡いたします。'],
];

/** The same where nothing names our letter. */
const unlinked: readonly [subject: string, text: string][] = [
  ['Accusé de réception', 'Nous accusons réception de votre courriel et vous répondrons dans les meilleurs délais.'],
  ['We received your message', 'Hi,\n\nThanks for reaching out! Someone from our team will get back to you shortly.'],
  [
    '[Ticket#2026112310000012] Demande reçue',
    'Your request has been received and ticket 2026112310000012 was created.',
  ],
  ['Case 00012345 has been created: Demande reçue', 'Your case has been logged. Do not change the subject line.'],
  ['Confirmación de recepción', 'Su solicitud ha sido registrada. Será atendida en un plazo de 10 días hábiles.'],
  ['Eingangsbestätigung', 'Ihre Anfrage ist bei uns eingegangen. Vorgangsnummer 4711.'],
  ['Elternzeit', 'Ich befinde mich in Elternzeit. Bitte wenden Sie sich an Herrn Maier.'],
  [
    'Votre message au ministère',
    'Bonjour,\n\nNous avons bien reçu votre message envoyé par notre site. Il sera traité dans les meilleurs délais.',
  ],
  ['Recall: Training', 'Ama Boateng would like to recall the message, "Training".'],
  ['Rappel : Formation', 'Awa Traoré souhaite rappeler le message « Formation ».'],
  // Services, of an account
  [
    'Reset your password',
    'Someone asked to reset the password of info@inm.example: https://s.example/r/1\n\nIf you did not request this, ignore this email.',
  ],
  ['[Portail] Confirmez votre adresse courriel', 'Cliquez ici : https://s.example/c'],
  ['Please verify your account', 'Welcome! Click https://s.example/c to verify it.'],
  ['Votre code', 'Votre code est 481516.\n\nSi vous n’êtes pas à l’origine de cette demande, ne faites rien.'],
  [
    'Confirme su correo',
    'Confirme su correo: https://s.example/c\n\nSi usted no ha solicitado esto, ignore este mensaje.',
  ],
  ['Confirme o seu e-mail', 'Confirme: https://s.example/c\n\nSe não solicitou, ignore esta mensagem.'],
  ['Anmeldung', 'Ihr Code: 481516\n\nFalls Sie dies nicht angefordert haben, tun Sie nichts.'],
  ['Conferma', 'https://s.example/c\n\nSe non hai richiesto questo messaggio, ignoralo.'],
  ['Bevestig', 'https://s.example/c\n\nAls u dit niet heeft aangevraagd, doe dan niets.'],
  ['تأكيد البريد', 'https://s.example/c\n\nإذا لم تطلب ذلك فتجاهل هذه الرسالة.'],
  ['メールアドレスの確認', 'https://s.example/c\n\nお心当たりのない場合は破棄してください。'],
  ['Vacation', 'I will be out of the office from 11/23 to 11/30.'],
];

test.each(unlinked)('without a thread, « %s »: %s', (subject, text) => {
  expect(triage(mailOf({ subject, text }), circle)).toMatchObject({ kind: 'automatic', answerable: false });
});

test.each(answers)('« %s »: %s', (subject, text) => {
  const spec = { subject, text, inReplyTo: ['<42@inm.example>'] };
  const found = triage(mailOf(spec), { ...circle, thread: 'request' });
  expect(found).toMatchObject({ kind: 'automatic', answerable: false });
});
