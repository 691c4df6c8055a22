import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

/** First mails that ask little and tell something, in words that services write too. */
const firstMails: readonly [subject: string, text: string][] = [
  // « If you did not … »
  [
    'Formation de formateurs',
    'Bonjour,\n\nNous cherchons un partenaire à Bouaflé. Si vous n’avez pas créé de programme pour les foreurs, pouvez-vous nous dire qui en a un ? Ouverture visée : 2029.',
  ],
  [
    'Suivi de notre lettre',
    'Si vous n’avez pas fait suivre notre lettre du 3 mars 2026 à la direction, merci de le faire. Nous attendons une réponse.',
  ],
  ['Convenio', 'Si usted no ha realizado convenios con Perú, queremos ser los primeros, en 2027.'],
  [
    'Partnerschaft',
    'falls Sie unsere Anfrage vom März 2026 nicht angefordert haben sollten, bitten wir um Entschuldigung. Wir suchen Partner für Sprengtechnik.',
  ],
  [
    'Training',
    'If you have not created a course yet, ours is at https://tgtu.example/course. The school has 2500 students.',
  ],
  [
    'Old letter',
    'If you did not ask for our catalogue of 48120 minerals, ignore it. The mine of Tarkwa needs instructors.',
  ],
  // Of mail that was held back
  [
    'Visit of your schools',
    'I was told your mailbox said the message is pending. This is the first time we contact you. We want to visit three schools in March; follow our project on www.tgtu.example.',
  ],
  [
    'Visit request',
    'A first visit: we want to come to Val-d’Or. Our human resources department says your message is still waiting for a signature.',
  ],
  // Of an address
  [
    'Training',
    'We need rescue training for 12 instructors. Your contact form cannot accept replies, it says, so I write here.',
  ],
  // With news below the title of a note or an acknowledgement
  ['Absence', 'M. Amani est hospitalisé. Mme Koné le représentera mardi à la visioconférence.'],
  ['Vacances', 'L’école ferme du 20 décembre au 4 janvier. Les stagiaires arriveront donc le 5.'],
  ['Message automatique', 'Après votre message de ce matin : le projet de Bouaflé concerne douze foreurs.'],
  [
    'Your letter to our ministry',
    'We have received your message of 3 March. The Minister approved the twelve scholarships and you will hear from the embassy as soon as possible.',
  ],
];

/** Answers likewise. */
const answers: readonly [subject: string, text: string][] = [
  [
    'Re: Demande reçue',
    'Sorry for the late answer: your message was blocked by our spam filter. We would like to visit your training centres from 8 to 12 March.',
  ],
  [
    'Re: Demande reçue',
    'Votre message était resté en attente dans nos pourriels, toutes mes excuses. Si vous suivez toujours notre projet, nous avons identifié douze instructeurs.',
  ],
  [
    'Re: Demande reçue',
    'Your e-mail was blocked as spam by our server, hence the delay. Could you visit us in Tarkwa in April?',
  ],
  [
    'Re: Demande reçue',
    'Your message was held as spam. The twelve instructors follow the steps of the course; the Minister visits the page of the school.',
  ],
  // An absence, and news
  ['Re: Demande reçue', 'I will be travelling to Val-d’Or on 3 December and return on the 8th. Visa is ready.'],
  ['Re: Demande reçue', 'Je serai en mission à Val-d’Or du 3 au 8 décembre, avec deux collègues.'],
  [
    'Re: Demande reçue',
    'Je suis en mission jusqu’au 5 décembre. Mon adjointe, Mme Koné, remplira le questionnaire. Le ministre a signé.',
  ],
  [
    'Re: Demande reçue',
    'I am travelling until Friday. The Minister has signed the letter of intent and the Treasury released the funds.',
  ],
  ['Re: Demande reçue', 'Estoy de viaje hasta el viernes. El ministerio aprobó los fondos y la carta va firmada.'],
  ['Re: Demande reçue', 'Estou em viagem até sexta. O ministro assinou a carta e o financiamento está garantido.'],
  ['Re: Demande reçue', 'Ik ben tot vrijdag op reis. De minister heeft de brief getekend.'],
  ['Re: Demande reçue', 'Ich bin bis Freitag auf Dienstreise. Der Minister hat unterschrieben und das Geld ist da.'],
  ['Re: Demande reçue', 'Sono in viaggio fino a venerdì. Il ministro ha firmato la lettera.'],
  ['Re: Demande reçue', 'أنا في مهمة حتى يوم الجمعة. وقّع الوزير الرسالة والتمويل جاهز.'],
  ['Re: Demande reçue', '私は金曜日まで出張中です。大臣が書簡に署名しました。'],
  ['Re: Demande reçue', 'Je serai à l’étranger jusqu’au 5. La visioconférence reste possible mardi.'],
  [
    'Re: Demande reçue',
    'Our university will be closed until 4 January because of the strike. The training of the twelve instructors moves to May.',
  ],
  [
    'Re: Demande reçue',
    'I am attending the Mines Ministers summit until Thursday and the Minister of Quebec told me you agree. Our Board approved the CAD 180,000.',
  ],
  ['Re: Demande reçue', 'Notre école est fermée depuis le séisme. La formation se fera à Tété; contact : Inês.'],
  [
    'Re: Demande reçue',
    'Thank you for your message. Please note that the company is now closed: the mine at Tarkwa was sold. The training is no longer needed, contact the new owner.',
  ],
  // A receipt, and news
  [
    'Re: Demande reçue',
    'Thank you for your e-mail. The Dean signed the form; the embassy returns it within five days.',
  ],
  ['Re: Demande reçue', 'Merci de votre message. Le dossier part par DHL sous 48 heures.'],
  [
    'Re: Demande reçue',
    'Gracias por su mensaje. El rector firmó la carta; la enviará el ticket de DHL dentro de 48 horas.',
  ],
  [
    'Re: Demande reçue',
    'Thank you for your message. We received your letter; the Dean signs it within two days and DHL delivers the ticket for the delegation.',
  ],
  // Of our letter, and of an address
  [
    'Re: Demande reçue',
    'I understand that this is an automated message. Our director will be in Montreal on 3 December with the signed agreement.',
  ],
  [
    'Re: Demande reçue',
    'Je vois que ceci est un message automatique. Un humain peut me joindre au +225 07 08 09 10 11.',
  ],
  ['Re: Demande reçue', 'This is an automated message, I see. Nobody has called us.'],
  [
    'Re: Demande reçue',
    'Mon ancienne adresse n’est plus utilisée. Le dossier complet est entre les mains de Mme Koné.',
  ],
];

test.each(firstMails)('a request: « %s »: %s', (subject, text) => {
  expect(triage(mailOf({ subject, text }), circle)).toMatchObject({ kind: 'request', answerable: true });
});

test.each(answers)('an answer under « %s »: %s', (subject, text) => {
  const found = triage(mailOf({ inReplyTo: ['<42@inm.example>'], subject, text }), { ...circle, thread: 'request' });
  expect(found).toMatchObject({ kind: 'answer', answerable: true });
});

test.each<[string, Parameters<typeof mailOf>[0]]>([
  [
    'of a parcel, by the administration of a school',
    {
      from: 'admin@lycee.example',
      subject: 'Delivery failure of simulators',
      text: 'The two simulators ordered through your school could not be delivered to Kolwezi: the customs office refused them.\n\nContact: j.okon@minescd.example\n\nMail us the papers.',
    },
  ],
  [
    'without a greeting, en',
    {
      subject: 'Undelivered mail to your partner',
      text: 'My mail to the address below could not be delivered (550 5.1.1 user unknown):\n\nformation@cegep.example\n\nWho is in charge of mine rescue?\n\nAma',
    },
  ],
  [
    'without a greeting, fr',
    {
      subject: 'Courriel non remis',
      text: 'Mon message à l’adresse indiquée sur votre site n’a pas pu être remis :\n\nformation@cegep.example\n\nQui est responsable du sauvetage minier ?\n\nK. Amani',
    },
  ],
  [
    'with the report quoted under « Re: »',
    {
      subject: 'Re: Undelivered Mail Returned to Sender',
      text: 'I got this for your letter:\n\n<k.amani@mines.example>: host mx said: 550 5.1.1 User unknown. Your message could not be delivered.\n\nUse my address please.',
    },
  ],
])('of something that was not delivered tell people too: %s', (_, spec) => {
  expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request', answerable: true });
});

test('a form on a web site sends people’s words from the null sender', () => {
  const spec = {
    from: 'www-data@site.example',
    replyTo: ['ama@x.example'],
    returnPath: '',
    subject: 'Contact form',
    text: 'Name: Ama\nEmail: ama@x.example\nMessage: we need training; our last message could not be delivered to you.',
  };
  expect(triage(mailOf(spec), circle).kind).toBe('request');
});
