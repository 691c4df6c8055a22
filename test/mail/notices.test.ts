import { describe, expect, test } from 'vitest';
import { automaticWhy } from '../../src/mail/automatic.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'Re: Demande reçue', inReplyTo: ['<42@inm.example>'] };
const why = (text: string) => automaticWhy(mailOf({ ...answer, text }));

describe('who gets so much mail that the answer is late', () => {
  test.each([
    'Dear sender,\n\nThank you for your message. I receive a large number of emails every day; please expect a delay in my reply. If your message is about admissions, please write to admissions@uni.example.\n\nProf. K. Mensah',
    'I receive a very high volume of e-mail and cannot answer every message promptly. Thank you for your patience.',
    'Due to the large number of emails that I receive, my response may be delayed.',
    'Bonjour,\n\nje reçois un très grand nombre de courriels : ma réponse peut tarder. Merci de votre patience.\n\nPr Diop',
    'En raison du grand nombre de courriels que je reçois, le délai de réponse peut être de plusieurs jours.',
    'Recibo un gran número de correos electrónicos; mi respuesta puede demorar. Gracias por su paciencia.',
    'Recebo um grande número de e-mails e a minha resposta pode demorar. Obrigado pela compreensão.',
    'Ich erhalte sehr viele E-Mails; die Beantwortung kann daher einige Tage dauern. Vielen Dank für Ihr Verständnis.',
  ])('%j', (text) => {
    expect(why(text)).toBeTypeOf('string');
  });

  test.each([
    'Sorry for the delay, I receive a large number of emails. We choose slot 2.',
    'I receive a large number of emails; could you put [MINES] in the subject?',
    'Je reçois un grand nombre de courriels, mais votre offre nous intéresse. Nous choisissons la plage 2.',
    'Our office receives a large number of emails from candidates. The training would start in May.',
    'We receive a large number of requests for training in mine rescue from our members.',
    'The reply of our minister may be delayed.',
  ])('but a person: %j', (text) => {
    expect(why(text)).toBeUndefined();
  });
});

describe('a notice of a ticket system, without any header of one', () => {
  const fields = {
    fr: ' URL : https://glpi.uni.example/index.php?redirect=ticket_12345\n\n Titre : Demande reçue\n Demandeurs : Institut\n Date d’ouverture : 2026-11-23 10:05\n Source de la demande : E-Mail\n Statut : Nouveau\n Urgence : Moyenne\n Priorité : Moyenne\n Description : Bonjour Ama Boateng,\n votre demande est reçue. Choisissez une plage.',
    en: ' Title: Demande reçue\n Requesters: Institut\n Opening date: 2026-11-23 10:05\n Status: New\n Urgency: Medium\n Priority: Medium\n Category: None\n Description: Dear Ama Boateng,\n could you choose a slot?',
    es: ' Título: Demande reçue\n Solicitante: Institut\n Fecha de apertura: 23-11-2026 10:05\n Estado: Nuevo\n Urgencia: Media\n Prioridad: Media\n Descripción: Bonjour',
    de: ' Titel: Demande reçue\n Antragsteller: Institut\n Eröffnungsdatum: 23.11.2026 10:05\n Status: Neu\n Dringlichkeit: Mittel\n Priorität: Mittel\n Beschreibung: Bonjour',
  };
  test.each([
    ['[GLPI #0012345] Nouveau ticket Demande reçue', fields.fr],
    ['[GLPI #0012345] Mise à jour d’un ticket Demande reçue', fields.fr],
    ['[GLPI #0012345] New ticket Demande reçue', fields.en],
    ['[Helpdesk #4711] Ticket closed: Demande reçue', fields.en],
    ['[GLPI #0012345] Nuevo caso Demande reçue', fields.es],
    ['[GLPI #0012345] Neues Ticket Demande reçue', fields.de],
  ])('%s', (subject, text) => {
    expect(automaticWhy(mailOf({ subject, text }))).toBeTypeOf('string');
  });

  test.each([
    ['[GLPI #0012345] Nouveau suivi Demande reçue', `${fields.fr}\n\n Suivi : Nous retenons la plage 2.`],
    ['[GLPI #0012345] New followup Demande reçue', `${fields.en}\n\n Followup: We choose slot 2.`],
    [
      '[Projet #2027] Formation',
      ' Titre : formation\n Statut : à confirmer\n Priorité : haute\n\nNous cherchons dix formateurs.',
    ],
    ['Re: [GLPI #0012345] Nouveau ticket Demande reçue', 'Ce billet est à nous; la plage 2 nous convient.'],
    ['[GLPI #0012345] Nouveau ticket Demande reçue', 'Nous cherchons une formation de formateurs.'],
  ])('but a person: %s', (subject, text) => {
    expect(automaticWhy(mailOf({ subject, text }))).toBeUndefined();
  });
});

describe('an address that nobody reads any more', () => {
  test.each([
    'Diese Adresse wird nicht mehr gelesen. Bitte wenden Sie sich an info@uni.example.',
    'Dieses Postfach wird nicht mehr abgerufen.',
    'Cette adresse n’est plus consultée. Écrivez à info@uni.example.',
    'Cette boîte n’est plus relevée.',
    'Cette adresse électronique n’est plus en service.',
    'This address is no longer in use. Please write to info@uni.example.',
    'This mailbox is no longer monitored.',
    'Esta dirección ya no se utiliza. Escriba a info@uni.example.',
    'Este endereço já não é utilizado.',
    'Questo indirizzo non è più attivo.',
    'Dit adres wordt niet meer gelezen.',
  ])('%s', (text) => {
    expect(why(text)).toBeTypeOf('string');
  });

  test.each([
    'Ihre Adresse wird nicht mehr gelesen, sagt unser Server. Wir wählen Termin 2.',
    'My old address is no longer in use: please send the invitation here. We choose slot 2.',
    'L’ancienne adresse de Kofi n’est plus consultée; la plage 2 nous convient.',
  ])('but a person: %s', (text) => {
    expect(why(text)).toBeUndefined();
  });
});
