import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

const answering = (text: string) =>
  triage(mailOf({ subject: 'Re: [INMQ-2026-0001] Demande reçue', inReplyTo: ['<42@inm.example>'], text }), circle);

/** They are away, and mean us by it: the file, the questions, who goes on. */
test.each([
  'We are closed until 4 January. Please keep the file open until then.',
  'I am on leave until 7 December. Kindly put our request on hold.',
  'I am away until Monday. My deputy, Mr Diallo, will fill in the questionnaire.',
  'I have left the ministry but I go on with this project at the School of Mines. Please use this address.',
  'Je suis en congé jusqu’au 7 décembre. Merci de garder notre demande ouverte.',
  'Je suis en congé jusqu’au 7 décembre. Veuillez suspendre le dossier d’ici là.',
  'Je suis en mission jusqu’à vendredi, mais mon adjoint M. Diallo répondra au questionnaire.',
  'J’ai quitté le ministère mais je poursuis ce projet avec l’École des mines. Veuillez utiliser cette adresse.',
  'Estoy de viaje hasta el lunes; le mando las respuestas después.',
  'Estoy de vacaciones hasta el lunes. Por favor, mantenga abierta nuestra solicitud.',
  'Estou de férias até segunda-feira. Por favor, mantenham o nosso pedido em aberto.',
  'Ich bin bis Montag im Urlaub. Bitte lassen Sie unsere Anfrage so lange offen.',
])('a person who is away and means us: %s', (text) => {
  expect(answering(text).kind).toBe('request');
});

test.each([
  'We are closed until 4 January. Please contact the front desk for anything urgent.',
  'I am on leave until 7 December. Please keep in mind that I have no access to my e-mail.',
  'I have left the company. Please use the address hr@mine.example.',
  'Je suis en congé jusqu’au 7 décembre. Merci de vous adresser à M. Diallo.',
  'Je suis en congé jusqu’au 7 décembre. Merci de garder à l’esprit que je n’ai pas accès à mes courriels.',
  'J’ai quitté le ministère. Veuillez utiliser l’adresse contact@mines.example.',
  'Estoy de vacaciones hasta el lunes. Por favor, escriba a recepcion@mina.example.',
  'Estou de férias até segunda-feira. Por favor, contacte a recepção.',
  'Ich bin bis Montag im Urlaub. Bitte wenden Sie sich an meine Kollegin.',
])('a note: %s', (text) => {
  expect(answering(text).kind).toBe('automatic');
});
