import { describe, expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

const first = (subject: string, text: string) => triage(mailOf({ subject, text }), circle);
const answering = (text: string) =>
  triage(mailOf({ subject: 'Re: [INMQ-2026-0001] Demande reçue', inReplyTo: ['<42@inm.example>'], text }), circle);

describe('no machine that says what it is gets a letter', () => {
  test.each([
    'Su correo ha sido recibido. Será atendido en horario de oficina de 8:30 a 16:30. Número de trámite 2026-00123.',
    'Recebemos o seu email. Será tratado no horário de expediente, das 8 às 17 horas.',
    'You have emailed a former employee. Please contact hr@x.example.',
    'You have reached a former colleague of ours. Please write to hr@x.example.',
    'Sie haben einem ehemaligen Mitarbeiter geschrieben. Bitte wenden Sie sich an hr@x.example.',
    'Ha escrito a un ex empleado. Escriba a rh@x.example.',
    'Vous écrivez à une ancienne employée. Veuillez vous adresser à rh@x.example.',
  ])('in a thread: %s', (text) => {
    expect(answering(text).answerable).toBe(false);
  });

  test.each([
    ['[JIRA] (HELP-12) Your request', 'Awa created HELP-12'],
    ['[Tracker] (OPS-4711) Formation', 'Moussa Keita a commenté OPS-4711 :\n\nvu.'],
    ['[JIRA] (HELP-12) Your request', 'Kofi Mensah changed the status of HELP-12 to Done.'],
    ['Password reset', 'Use the code 998877 to reset your password.'],
    ['Réinitialisation de votre mot de passe', 'Votre code est 481516. Il expire dans dix minutes.'],
    ['Your request', 'I have left Tarkwa University. For enquiries please write to dean@tgtu.example.'],
    ['Closed for the holidays', 'Our office is closed for the holidays until 4 January. We wish you all the best.'],
    ['Left', 'I have left the company. Please send your mail to info@x.example.'],
    ['Demande', 'Je ne travaille plus à la mairie. Pour toute question, écrivez à accueil@mairie.example.'],
  ])('out of any: « %s »: %s', (subject, text) => {
    expect(first(subject, text).answerable).toBe(false);
  });

  test.each(['x-facebook-notify', 'x-linkedin-class', 'x-github-reason'])('by its field %s', (name) => {
    const mail = mailOf({ subject: 'Training', text: 'x', headers: { [name]: 'page' } });
    expect(triage(mail, circle)).toMatchObject({ kind: 'automatic', answerable: false });
  });
});

describe('but people are answered', () => {
  test.each([
    ['(GEO-12) Your course', 'I created a plan for GEO-12 and we would like to follow that course.'],
    ['Password reset', 'The code of our door is 998877. We want a course on reset procedures.'],
    ['Our request', 'I have left Tarkwa University. At Gold Mining Ltd we plan to train 20 operators with you.'],
    ['Horario', 'Proponemos otro horario para la reunión.'],
    ['Former miners', 'I am a former employee of the mine and look for a course.'],
  ])('« %s »: %s', (subject, text) => {
    expect(first(subject, text)).toMatchObject({ kind: 'request', answerable: true });
  });
});
