import { describe, expect, test } from 'vitest';
import { isUntouched, questionnaireBody, readAnswers } from '../../src/clarification/questionnaire.ts';
import { languages } from '../../src/model/request.ts';
import { pointTitles } from '../../src/model/wording.ts';

const names = ['Ama Boateng', 'Marie Tremblay'];
const read = (text: string, known: readonly string[] = []) =>
  Object.fromEntries(readAnswers(text, undefined, known).map(({ point, value }) => [point, value]));

/** However it is titled, the last answer is what stands under it, and no more. */
const ways: readonly [title: string, answer: string][] = [
  ['Needs: training\nTimeline: ', 'May 2027'],
  ['Needs: training\nTimeline: ', 'May 2027,\nfor three weeks.'],
  ['5. Preliminary timeline\n\n', 'May 2027.\n\nThree weeks on site.'],
];

/** Nobody who signs so need be known. */
const signatures = [
  'Best,\nAma Boateng\nDean',
  'All the best,\nAma',
  'Kindest regards,\nAma Boateng',
  'With best wishes\nAma Boateng',
  'With kind regards, Ama',
  'Warmest regards from Tarkwa,\nAma',
  'Bien à vous,\nAma',
  'Très cordialement,\nAma',
  'Sincèrement,\nAma',
  'Dans l’attente de vous lire,\nAma',
  'Veuillez agréer, Madame, nos salutations distinguées.\nAma Boateng',
  'Meilleures salutations,\nAma',
  'Un abrazo,\nAma',
  'Quedamos atentos.\nAma',
  'Reciba un cordial saludo,\nAma',
  'Respectfully yours,\nAma',
  'Looking forward to hearing from you,\nAma',
  'Ama Boateng\nDean, Tarkwa Gold Technical University\nTel +233 20 000 000',
  'Jean Tremblay\nDirecteur\n819 555-1234',
  'Dr. Ama Boateng\nTarkwa\n+233 (0)20 000 0000\nwww.tgtu.example',
  'Ama',
  'Ama B.',
  'MT',
  'A.',
  'Dr. Ama Boateng (Mrs)\nDean',
  'Kofi Mensah\nRegistrar, TGTU',
  'Kofi Mensah',
  'Ama Boateng, PhD\nDean\n\nTarkwa Gold Technical University\nThis e-mail is confidential and for its recipient only.',
  'Ing. Carlos Quispe M.\nJefe de Capacitación\nCel. +51 999 999 999\ne-mail: cquispe@minas.example',
  'P.-S. Mon collègue Yao Kouassi suivra le dossier.',
  'Bonne journée\nAnne',
  'Mes meilleures salutations\nKofi Mensah',
  'Sin otro particular, reciban un cordial saludo.\n\nDr. Jorge Mamani\nDecano',
  'Have a great day\nAma',
  'Thanking you,\n\nYours faithfully,\nDr. S. Rao',
  'For and on behalf of the Vice-Chancellor\n\nProf. J. K. Annan\nDirector',
  'Sent on behalf of Ama Boateng by Efua Mensah, Secretary',
  'Stay blessed,\nAma',
  'Yours in service,\nAma Boateng',
  'Respectfully submitted,\n\nAma Boateng',
  'La Directrice,\n\nKofi Mensah',
  '____________\nAma Boateng\nDean',
  '---\nAma',
  'P.S. My mobile is +233 24 123 4567.',
  'Kofi Mensah\nRegistrar\n\nPS: Call Yaw Asante at 024 000 0000.',
  'P.D.: Mi celular es 999 999 999.',
];

/** What people say to us below their answers. */
const asides = [
  'The rest will follow after our Board meeting.',
  'Le reste ne change pas.',
  'Please note my new number: 819 555 0188',
  'Could you also send us your brochure?',
  'Please let us know if you need anything else.',
  'Kindly confirm receipt.',
  'Thank you once again for your kind consideration.\n\nAma Boateng\nDean',
  'We look forward to meeting you.\n\nAma',
  'We await your reply.',
  'Do not hesitate to contact our registrar, Kofi Mensah.',
  'Pourriez-vous nous envoyer votre brochure ?',
  'N’hésitez pas à joindre Kofi Mensah au besoin.',
  'Merci de nous confirmer la suite.',
  'Nous vous remercions de votre attention.',
  '¿Podrían enviarnos su folleto?',
  'Quedamos a la espera de su respuesta.',
  'Agradecemos su atención.',
  'The rest follows next week.',
  'Le reste suit la semaine prochaine.',
  'I will send the other answers tomorrow.',
  'Nous vous enverrons la suite.',
  'Les enviaremos las otras respuestas pronto.',
  'Nous restons disponibles pour en parler.',
  'We are available for a call on Monday.',
  'I can be reached on Tuesdays.',
  'Estamos a su disposición.',
  'Je vous reviens bientôt.',
  'If you need more details, our registrar has them.',
  'Gracias por su paciencia',
  'Sorry for the delay.',
  'Disculpen la demora en responder.',
  'Excusez notre retard.',
  'The other answers will come after the board meeting.',
  'Les autres réponses vous parviendront en décembre.',
  'Do you also need our statutes?',
  'Quand venez-vous à Abidjan ? Avez-vous besoin de nos statuts ?',
  'En espera de su amable respuesta,\nRosa Quispe\nRR. HH.',
];

describe.each(ways)('below %j', (title, answer) => {
  test.each([...signatures, ...asides])('%j ends the answer', (below) =>
    expect(read(`${title}${answer}\n\n${below}`)).toMatchObject({ timeline: answer }),
  );

  test.each(['Ama Boateng', 'Ama', 'A. Boateng\nDean', 'Mme Tremblay', 'MT', '- Ama'])(
    '%j, whose name is known, needs no empty line',
    (below) => expect(read(`${title}${answer}\n${below}`, names)).toMatchObject({ timeline: answer }),
  );
});

test.each([
  ['June 2027. Thanks', 'June 2027.'],
  ['Mayo de 2027. Gracias.', 'Mayo de 2027.'],
  ['Mai 2027. Cordialement', 'Mai 2027.'],
  ['5 mars 2027. Cordialement, Awa Koné', '5 mars 2027.'],
  ['Juin 2027, trois semaines. Bien cordialement, A. Koné, directrice', 'Juin 2027, trois semaines.'],
  ['Mars 2027 - Cordialement, Awa Koné', 'Mars 2027'],
  ['Mars 2027 Cordialement, Awa Koné', 'Mars 2027'],
  ['Mars 2027. Merci beaucoup. Awa', 'Mars 2027.'],
  ['Mars 2027\nBien à vous, Jean', 'Mars 2027'],
  ['Mars 2027.\nCordialement, Awa Koné\nDirectrice', 'Mars 2027.'],
  ['March 2027. Best, John', 'March 2027.'],
  ['March 2027. Thank you very much. John Mensah, Registrar', 'March 2027.'],
  ['March 2027, thanks!', 'March 2027'],
  ['Marzo de 2027. Saludos, Rosa', 'Marzo de 2027.'],
  ['Marzo de 2027. Atentamente, Rosa Quispe, RR. HH.', 'Marzo de 2027.'],
  ['Marzo de 2027\nSaludos, Rosa', 'Marzo de 2027'],
  ['March 2027, best in the dry season.', 'March 2027, best in the dry season.'],
  ['Mai 2027. Merci à la Banque mondiale, qui finance.', 'Mai 2027. Merci à la Banque mondiale, qui finance.'],
  ['Juin 2027. Avec Awa Koné et Yao Kouassi.', 'Juin 2027. Avec Awa Koné et Yao Kouassi.'],
  ['2027. Best, worst and average cases to be compared.', '2027. Best, worst and average cases to be compared.'],
  ['Two people. Awa Koné, Yao Kouassi', 'Two people. Awa Koné, Yao Kouassi'],
  ['Mai 2027, dans l’attente du financement.', 'Mai 2027, dans l’attente du financement.'],
  ['Mayo, saludos al gremio incluidos', 'Mayo, saludos al gremio incluidos'],
  ['Thanks', 'Thanks'],
  ['Thank-you cards. Best', 'Thank-you cards.'],
  ['June 2027. Training', 'June 2027. Training'],
  ['June 2027. Thanks to the grant', 'June 2027. Thanks to the grant'],
])('a formula that closes the last line is none of it: %j', (written, answer) =>
  expect(read(`Needs: training\nTimeline: ${written}`)).toMatchObject({ timeline: answer }),
);

describe('stays in the answer', () => {
  test.each([
    'Twelve people:\n\nAma Boateng\nKofi Mensah\n\nThe best of them teach. Call +233 20 000 000.',
    'Training for\n\nKofi Mensah\nYaw Asante'.replace('for', 'for:'),
    'Drilling\n\nBlasting\n\nGeology',
    'Three weeks.\n\nMine Rescue',
    'Two courses.\n\nMinistry of Mines',
    'Training.\n\nPlease note that our instructors speak French.',
    'Training.\n\nVeuillez noter que nous parlons français.',
    'Training.\n\nWe hope to send twelve people.',
    'Nous attendons un certificat.\n\nNous attendons aussi une visite.',
    'Training.\n\nThe Dean and Kofi Mensah will follow it.',
    'We want more.\nCould we visit the\nplease-touch museum?',
    'Training.\n\nOn behalf of the ministry we ask for twelve places.',
    'Training.\n\nPlease note our needs in French.',
    'Training.\n\nThe rest of our staff stays at home.',
    'Trois semaines.\n\nLe reste du groupe viendra en juin.',
    'Trois semaines.\n\nNous reviendrons en juin avec douze formateurs.',
    'Three weeks.\n\nWe are available from June.',
    'Training.\n\nWe will send twelve instructors.',
    'Training.\n\nWe hope that twelve people come.',
    'Trois semaines.\n\nNous restons sur place en mai.',
    'A certificate.\n\nEsperamos que les sirva en su trabajo.',
    'Training of those who\nPlease',
    'A line that a mail program broke where it was as long as this\nThank you is what our trainees ought to hear.',
  ])('%j', (text) => expect(read(`Needs:\n${text}`)).toEqual({ needs: text }));

  test('a paragraph to us above the next answer', () =>
    expect(read('Expectations: a certificate\n\nPlease let us know the fees.\n\nTimeline: 2027')).toEqual({
      expectations: 'a certificate\n\nPlease let us know the fees.',
      timeline: '2027',
    }));
});

describe('an empty form', () => {
  const signed = [
    'Marie Tremblay\nConseillère, INMQ',
    'Marie',
    'Cordialement,\nMarie',
    '',
    'Kofi Mensah\nDirecteur\n819 555-0142',
  ];
  test.each(languages.flatMap((language) => signed.map((below) => [language, below] as const)))(
    'in %s is empty above %j',
    (language, below) => expect(isUntouched(`${questionnaireBody(language, {})}\n${below}`, names)).toBe(true),
  );

  test.each(['Mme Boateng ne s’est pas présentée.', 'Marie Tremblay\n\nRencontre remise au 3 mai.', 'Formation'])(
    'above %j is none',
    (below) => expect(isUntouched(`${questionnaireBody('fr', {})}\n${below}`, names)).toBe(false),
  );

  test('is none with an answer in it', () => {
    const { title } = pointTitles.fr.needs;
    expect(isUntouched(questionnaireBody('fr', {}).replace(title, `${title}\nForage`), names)).toBe(false);
    expect(isUntouched(questionnaireBody('fr', {}).replace(title, `${title} : forage`), names)).toBe(false);
  });
});
