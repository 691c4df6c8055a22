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
];

test.each(firstMails)('a request: « %s »: %s', (subject, text) => {
  expect(triage(mailOf({ subject, text }), circle)).toMatchObject({ kind: 'request', answerable: true });
});

test.each(answers)('an answer under « %s »: %s', (subject, text) => {
  const found = triage(mailOf({ inReplyTo: ['<42@inm.example>'], subject, text }), { ...circle, thread: 'request' });
  expect(found).toMatchObject({ kind: 'answer', answerable: true });
});
