import { describe, expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

const linked = { inReplyTo: ['<42@inm.example>'] };

/** Offices acknowledge by program, and bear no mark: subject and text. */
const unasked: readonly [subject: string, text: string][] = [
  // French
  [
    'Votre demande a bien été prise en compte',
    'Bonjour,\n\nVotre demande a bien été prise en compte sous le numéro 20261117-004.\n\nNos équipes mettent tout en œuvre pour vous apporter une réponse dans les meilleurs délais.\n\nLe service clientèle',
  ],
  [
    'Candidature reçue',
    'Bonjour,\n\nNous avons bien reçu votre candidature et nous vous en remercions. Sans nouvelles de notre part d’ici quatre semaines, veuillez considérer qu’elle n’a pas été retenue.',
  ],
  [
    'Votre signalement',
    'Votre signalement a été enregistré sous la référence SIG-2026-118. Vous pouvez en suivre le traitement sur notre site.',
  ],
  // English
  [
    'Your request has been received - Case 00412345',
    'Dear Customer,\n\nYour request has been received and a support case has been created.\n\nCase number: 00412345\n\nOne of our engineers will contact you as soon as possible.',
  ],
  [
    '[Ticket#2026111710000042] RE: Demande reçue',
    'Thank you for your request.\n\nYour email will be answered by a human ASAP.',
  ],
  [
    'Your enquiry',
    'We have received your enquiry, which has been assigned reference number 8812. It has been passed to the relevant department.',
  ],
  [
    'Application received',
    'Thank you for your application. If you do not hear from us within six weeks, please assume that you have not been successful.',
  ],
  // Spanish
  [
    'Acuse de recibo',
    'Le confirmamos la recepción de su correo electrónico, que será atendido por la unidad correspondiente en el menor tiempo posible.',
  ],
  [
    'Registro de su solicitud',
    'Su solicitud ha quedado registrada con el folio 2026-00418. Le daremos respuesta en un plazo máximo de 10 días hábiles.',
  ],
  // Portuguese
  [
    'Protocolo de atendimento 2026.1117.00042',
    'Prezado(a) cidadão(ã),\n\nSua manifestação foi registrada com sucesso sob o protocolo 2026.1117.00042.\nO prazo para resposta é de 30 dias. Acompanhe pelo portal.',
  ],
  [
    'Chamado aberto',
    'Seu chamado foi aberto com o número 88412 e será atendido por nossa equipe o mais breve possível.',
  ],
  // German
  [
    'Eingangsbestätigung Ihrer Anfrage [Vorgang 2026-88121]',
    'wir haben Ihre Anfrage erhalten und unter der Vorgangsnummer 2026-88121 erfasst. Ein Mitarbeiter wird sich in Kürze mit Ihnen in Verbindung setzen.',
  ],
  [
    'Ihre Mitteilung',
    'Wir bestätigen den Eingang Ihrer E-Mail. Sie wurde an die zuständige Stelle weitergeleitet und wird schnellstmöglich bearbeitet.',
  ],
  // Italian
  [
    'Presa in carico della segnalazione n. 3312',
    'Gentile utente,\n\nla Sua segnalazione è stata presa in carico con il numero 3312. Riceverà una risposta entro 30 giorni.',
  ],
  [
    'Conferma di ricezione',
    'Confermiamo di aver ricevuto la Sua richiesta, che sarà evasa al più presto dal nostro ufficio.',
  ],
  // Dutch
  [
    'Ontvangstbevestiging: Demande reçue',
    'Wij hebben uw bericht in goede orde ontvangen. Uw vraag is geregistreerd onder nummer 774120. Wij streven ernaar om binnen 3 werkdagen te reageren.',
  ],
  // Arabic
  [
    'تم استلام طلبكم رقم 55120',
    'شكراً لتواصلكم معنا. تم استلام طلبكم وتسجيله برقم 55120 وسيتم الرد عليكم خلال 48 ساعة.',
  ],
  // Japanese
  [
    '【受付完了】お問い合わせありがとうございます',
    'この度はお問い合わせいただき、誠にありがとうございます。下記の内容で受け付けいたしました。\n\n受付番号：20261117-0042\n\n担当者より2営業日以内にご連絡いたします。',
  ],
];

/** In answer to our letter, from Bob Martin. */
const answers: readonly string[] = [
  // Who is away or gone, by their own name.
  'Bob Martin no longer works at Mines Inc. Please direct all future correspondence to Alice (alice@mines.example).',
  'Bob Martin has left Mines Inc. Your message has not been forwarded. Please write to office@mines.example.',
  'Bob Martin est absent jusqu’au 30 novembre. En cas d’urgence, écrivez à office@mines.example.',
  'Bob Martin ne travaille plus à la mine. Veuillez écrire à office@mines.example.',
  'Bob Martin ya no trabaja en Mines Inc. Por favor, escriba a office@mines.example.',
  'Bob Martin já não trabalha nas Minas. Escreva para office@mines.example.',
  'Bob Martin ist bis zum 30. November abwesend. In dringenden Fällen wenden Sie sich an office@mines.example.',
  'Bob Martin non lavora più presso Mines. Per urgenze scrivere a office@mines.example.',
  'Bob Martin is niet meer werkzaam bij Mines. Voor vragen kunt u mailen naar office@mines.example.',
  // Houses that are closed.
  'Le cégep est fermé pour la période des Fêtes, du 23 décembre au 4 janvier. Nous traiterons votre demande à la réouverture. Joyeuses Fêtes!',
  'L’ambassade est fermée les 24 et 25 décembre. Pour toute urgence : 514 555-0100.',
  'The embassy is closed until 3 January. Messages will be read when we are back.',
  'El ministerio permanecerá cerrado hasta el 7 de enero. Los correos se atenderán a partir de esa fecha.',
  // Many mails.
  'Thank you for your email. Due to the high volume of messages, we may not be able to answer each one individually. If your question is about visas, please consult our web site.',
  'Merci de votre courriel. En raison du grand nombre de messages reçus, il nous est impossible de répondre à chacun personnellement.',
  'Gracias por su mensaje. Debido al alto volumen de correos, nuestra respuesta puede tardar más de lo habitual.',
  'Obrigado pela sua mensagem. Devido ao elevado número de pedidos, a resposta pode demorar mais do que o habitual.',
  'Vielen Dank für Ihre Nachricht. Aufgrund der hohen Anzahl an Anfragen kann die Antwort länger dauern als gewohnt.',
  'Grazie per il suo messaggio. A causa dell’elevato numero di richieste, la risposta potrebbe tardare.',
  'Bedankt voor uw bericht. Door het grote aantal vragen kan een reactie langer duren dan u gewend bent.',
  'شكرا لرسالتكم. نظرا لكثرة الرسائل الواردة قد يتأخر الرد.',
  'お問い合わせありがとうございます。多数のお問い合わせをいただいているため、回答までお時間をいただく場合がございます。',
  // Receipts.
  'Just confirming that we got your request. We’re on it.',
  'お世話になっております。田中です。\n11月16日から27日まで休暇をいただいております。\nお急ぎの場合は、佐藤までご連絡ください。',
  'Le confirmamos la recepción de su correo, que será atendido en el menor tiempo posible.',
  'Wir bestätigen den Empfang Ihrer Nachricht. Wir melden uns in Kürze.',
  'Wij bevestigen de ontvangst van uw bericht. U ontvangt zo spoedig mogelijk een antwoord.',
  'Confirmamos o recebimento da sua mensagem. Retornaremos o mais breve possível.',
];

describe('an office acknowledges by program, without a mark', () => {
  test.each(unasked)('%s', (subject, text) => {
    expect(triage(mailOf({ subject, text }), circle)).toMatchObject({ kind: 'automatic', answerable: false });
  });

  test.each(answers)('in answer to our letter: %s', (text) => {
    const mail = mailOf({ ...linked, from: 'Bob Martin <bob@mines.example>', subject: 'Re: Demande reçue', text });
    expect(triage(mail, circle)).toMatchObject({ kind: 'automatic', answerable: false });
  });
});

test('a first name alone is one, too', () => {
  const text = 'Bob Martin no longer works at Mines Inc. Please write to office@mines.example.';
  const mail = mailOf({ ...linked, from: 'Bob <bob@mines.example>', subject: 'Re: Demande reçue', text });
  expect(triage(mail, circle)).toMatchObject({ kind: 'automatic' });
});

/** What people of offices write, in answer to our letter, from Bob Martin. */
const people: readonly string[] = [
  // Of somebody who is gone, or of themselves.
  'Bob Martin has left Mines Inc. I am taking over his files: could we take slot 3?',
  'Bob Martin est absent jusqu’au 30 novembre, mais nous tenons à la rencontre. La plage 2 nous convient.',
  'Bob Martin, directeur de la mine, sera en mission à Val-d’Or la semaine du 5 mars.',
  'Alice Traoré no longer works here; I would like to take her place at the meeting.',
  'Ich bin nächste Woche nicht im Büro, danach möchten wir mit Ihnen über eine Schulung sprechen.',
  'Volgende week ben ik afwezig. Daarna willen wij graag een opleiding met u bespreken.',
  // Of what they received, and what they think of it.
  'Nous confirmons la réception de votre lettre et retenons la plage 2.',
  'Hemos recibido su carta. Confirmamos la reunión del jueves.',
  'Confirmamos a reunião de quinta-feira.',
  'Confermiamo la ricezione della Sua richiesta e l’incontro di giovedì.',
  'Wir bestätigen den Empfang Ihrer Nachricht und nehmen den zweiten Termin.',
  'Wij bevestigen de ontvangst van uw bericht en kiezen het tweede voorstel.',
  'Votre demande de précisions a été prise en compte. Voici les réponses : 1) formation de formateurs; 2) quarante personnes.',
  'We got your request. Our mine has twelve electricians, and the training starts in May.',
  'Vous pouvez nous apporter une solution en mars ?',
  'Merci de votre courriel. En raison du grand nombre de participants, nous demandons deux groupes.',
  'Thank you for your email. Because of the number of trainees we need two courses.',
  'Le ministère est fermé vendredi; pouvez-vous nous recevoir jeudi ?',
  'Pueden venir el lunes.',
  'Podem vir na segunda-feira.',
  'Potete venire lunedì.',
  'Können Sie uns am Montag besuchen?',
];

describe('people of offices write as offices do, and want something', () => {
  test.each(people)('%s', (text) => {
    const mail = mailOf({ ...linked, from: 'Bob Martin <bob@mines.example>', subject: 'Re: Demande reçue', text });
    expect(triage(mail, { ...circle, thread: 'request' })).toMatchObject({ kind: 'answer', answerable: true });
  });

  test.each([
    [
      'Merci de nous avoir contactés',
      'Merci de nous avoir contactés au salon. Comme convenu, voici notre besoin : trois jours de géomécanique pour neuf ingénieurs.',
    ],
    [
      'Your request 1123',
      'Your request has been received. Under number 1123 we have now opened a file. The ministry will pay for ten trainees.',
    ],
    ['Votre demande', 'Votre demande a été enregistrée sous le numéro 12. La minière offre dix bourses.'],
    ['Su solicitud', 'Su solicitud ha sido registrada con el folio 12. El convenio se firma en mayo.'],
    ['Ihre Anfrage', 'Ihre Anfrage ist eingegangen, Aktenzeichen 12. Der Vertrag liegt dem Minister vor.'],
  ])('without an answer mark: %s', (subject, text) => {
    expect(triage(mailOf({ subject, text }), circle)).toMatchObject({ kind: 'request' });
  });
});
