import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

const answer = { inReplyTo: ['<42@inm.example>'] };

/** Answers of people to our letters. */
const answers: readonly [subject: string, text: string][] = [
  [
    'Re: Automatic reply: Training',
    'Hello,\n\nI received your automatic reply, thank you. When can we expect an answer about the course?\n\nAma',
  ],
  ['RE: Réponse automatique : Formation', 'Bonjour,\n\nmerci. Je voulais ajouter que nous serons douze.\n\nKouadio'],
  [
    'Re: Out of Office: course',
    'No problem, I shall write again when you are back. In the meantime here are our five answers.',
  ],
  ['RE : Absence du bureau', 'Bonjour, je vous réécris donc : nous choisissons la première proposition.'],
  ['Re: Demande reçue', 'Bonjour,\n\nje serai absente du 3 au 10 mars, mais mon collègue peut vous rencontrer.\n\nAwa'],
  ['Re: Demande reçue', 'Hello, I am on leave until Friday; the budget is 40,000 dollars and the group has 12 people.'],
  ['Re: Demande reçue', 'Hello, thank you. I am out of the office until Monday but slot 2 is fine.'],
  ['Re: Demande reçue', 'Bonjour, je suis en vacances jusqu’au 5. Rappelez-moi après au sujet de la rencontre.'],
  ['Re: Demande reçue', 'Hola, estaré de vacaciones hasta el 12 de enero. La segunda opción nos conviene.'],
  ['Re: Demande reçue', 'Ich bin bis Freitag im Urlaub. Wir nehmen den zweiten Termin.'],
  ['Re: Demande reçue', 'شكرا لكم. أنا في إجازة حتى الأحد، لكننا نختار الموعد الثاني.'],
  ['Re: Demande reçue', 'ありがとうございます。金曜日まで休暇ですが、二番目の日程でお願いします。'],
  ['Re: Demande reçue', 'Sorry for the late answer, I was on vacation. The nature of our need: blasting.'],
  ['Re: Demande reçue', 'Votre lettre dit « ceci est un message automatisé ». Y a-t-il une personne à qui parler ?'],
  ['Re: Demande reçue', 'Is this an automated message? I would like to speak to a person.'],
  [
    'Re: Demande reçue',
    'M. Traoré ne fait plus partie du ministère; je reprends le dossier. Nous maintenons notre demande.',
  ],
  ['Re: Demande reçue', 'Hello, I will replace Ms Boateng during her maternity leave. We still want the training.'],
  ['Maternity leave', 'Ms Boateng has left the university. I am taking over: please keep me in copy.'],
  ['Re: Demande reçue', 'Nous avons bien reçu votre message. Notre directeur vous répondra lundi. Fatoumata'],
  ['Re: Demande reçue', 'Thank you. I will get back to you shortly.'],
  ['Re: Demande reçue', 'Je suis en congé le 3, pas le 4.'],
  ['Re: Demande reçue', 'I am away on the 3rd but here on the 4th.'],
  ['Re: Demande reçue', 'We are closed on Fridays, so Thursday.'],
  ['Re: Demande reçue', 'Nos bureaux sont fermés le vendredi : la deuxième.'],
  ['Re: Demande reçue', 'Je travaille à temps partiel, donc le lundi seulement.'],
  ['Re: Demande reçue', 'Mr Traoré has left the ministry, I am his successor.'],
  ['Re: Demande reçue', 'Le directeur est en mission; je signe à sa place.'],
  ['Re: Demande reçue', 'Merci, je reviens vers vous rapidement.'],
  ['Re: Demande reçue', 'Je suis de retour.'],
  ['Re: Demande reçue', 'We are not available on Friday.'],
  ['Re: Demande reçue', 'I am not available.'],
  ['Re: Demande reçue', 'Je suis absente jeudi.'],
  ['Re: Demande reçue', 'Estoy de viaje el martes.'],
  ['Re: Demande reçue', 'Ich bin am Montag im Urlaub.'],
  ['Re: Demande reçue', 'Ich bin am Montag in Québec.'],
  ['Re: Demande reçue', 'Please stop sending reminders.'],
  // Days that were offered
  ['Re: Demande reçue', 'We are not available on Friday.'],
  ['Re: Demande reçue', 'I am travelling on the 3rd.'],
  ['Re: Demande reçue', 'Nos bureaux sont fermés ce jour-là.'],
  ['Re: Demande reçue', 'Je serai en mission jeudi matin.'],
  ['Re: Demande reçue', 'Estaremos de viaje esos días.'],
  ['Re: Demande reçue', 'We are away that week.'],
  ['Re: Demande reçue', 'Ich bin am Freitag nicht im Büro.'],
  ['Re: Demande reçue', 'Merci de ne pas répondre à mon adresse personnelle : celle-ci est la bonne.'],
];

test.each(answers)('an answer under « %s »: %s', (subject, text) => {
  const found = triage(mailOf({ ...answer, subject, text }), { ...circle, thread: 'request' });
  expect(found).toMatchObject({ kind: 'answer' });
});
