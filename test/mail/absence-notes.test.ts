import { describe, expect, test } from 'vitest';
import { automaticWhy } from '../../src/mail/automatic.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'Re: Demande reçue', inReplyTo: ['<42@inm.example>'] };
const why = (text: string) => automaticWhy(mailOf({ ...answer, text }));

describe('a note without a header says who is away or gone, and whom to turn to', () => {
  test.each([
    'Je suis absent du bureau jusqu’au 5 décembre. Vous pouvez joindre Mme Koné au 01 02 03 04.',
    'Je suis en mission du 1er au 9 décembre. Vous pouvez vous adresser à mon secrétariat.',
    'I am out of the office until 5 December. You may reach Ms Kone at +225 01 02 03 04.',
    'I am on leave. You can contact my colleague Yaw Darko.',
    'I am on leave until further notice. Our opening hours are published on our web site.',
    'Je suis absent jusqu’au 5 décembre. Pour les publications ou votre fiche de paie, écrivez à rh@mine.example.',
    'I am out of the office until 5 December. For press releases, contact media@mine.example.',
    'I am out of the office until Monday 7. You can contact my colleague Yaw Darko.',
    'Malheureusement je serai absent du bureau. Je vous répondrai à mon retour.',
    'Désolé, je serai absent cette semaine; contactez Mme Koné au 01 02 03 04.',
    'Unfortunately I will be out of the office until 5 December.',
    'Sorry, I am out of the office this week.',
    'I will be out of the office this week.',
    'Je suis absent toute cette semaine.',
    'Lamentablemente estaré fuera de la oficina hasta el 5 de diciembre.',
    'Estoy de vacaciones. Puede comunicarse con la señora Rojas al 51 1 555 0100.',
    'Estimado usuario: le informamos que el señor Amani ya no labora en esta institución. Favor dirigir sus mensajes a direccion@mina.example.',
    'Herr Huber ist nicht mehr in unserem Unternehmen tätig. Ihre E-Mail wurde nicht weitergeleitet.',
    'Frau Weber ist nicht mehr an unserer Hochschule beschäftigt. Bitte wenden Sie sich an info@uni.example.',
    'أنا خارج البلاد في مهمة رسمية إلى غاية 5 ديسمبر. للحالات المستعجلة اتصلوا بـ karim@infm.example',
    'أنا في إجازة. يمكنكم الاتصال بالسيدة سلمى على الرقم 0537000000',
  ])('%s', (text) => {
    expect(why(text)).toBeTypeOf('string');
  });

  test.each([
    'Je suis absent jusqu’au 5, mais la plage du 8 me convient.',
    'Je suis absent jusqu’au 5 décembre, mais vous pouvez joindre Mme Koné au 01 02 03 04 pour fixer la rencontre.',
    'Je suis en mission jusqu’au 5. Vous pouvez joindre mon adjoint, qui suit le projet, au 01 02 03 04.',
    'I have left the ministry. My successor Mrs Koné wishes to keep the meeting; reach her at +225 01 02 03 04.',
    'I am away until the 5th. Could you call Ms Kone at +225 01 02 03 04 to agree on a day?',
    'Vous pouvez joindre Mme Koné au 01 02 03 04.',
    'Herr Huber ist nicht mehr tätig; wir suchen weiter eine Schulung für zwölf Ausbilder.',
    'El señor Amani ya no labora en esta institución. Necesitamos los mismos cursos; escríbanos a direccion@mina.example.',
    'أنا خارج البلاد إلى غاية 5 ديسمبر لكن نفضل الموعد الثاني.',
    'La 2. Je serai en congé à partir du 15 décembre.',
    'I pick #1. Please note I will be on holiday from 15 December.',
    'Number 2 please. I will be out of the office until then, call my mobile.',
    'La deuxième, merci. Je serai absente du bureau jusqu’au 5 décembre.',
    'El segundo. Estaré de vacaciones hasta el 5 de diciembre.',
    'Je serai absent jusqu’au 5 décembre, ne publiez pas avant mon retour.',
    'I am out of the office until Monday. Please do not publish the notice before.',
    'Je suis en vacances jusqu’au 12. Attendez mon retour pour diffuser la fiche, svp.',
    'I am on leave until December 5. Hold everything until I return.',
    'Je suis en mission jusqu’au 5 décembre. Merci de ne rien diffuser en mon absence',
    'I am away until the 7th. Please wait for my return before sending it out.',
    'Estoy de vacaciones hasta el 5 de diciembre. No publiquen la ficha antes de mi regreso.',
    'I am travelling until Friday. Do not release it before I am back.',
    'I am on leave until December 5. We withdraw.',
    'Je suis absent jusqu’au 5 décembre. Ne l’envoyez pas avant mon retour.',
    'Malheureusement je serai absent toute cette semaine.',
    'Désolé, je serai en mission toute la semaine.',
    'Hélas, nous serons en déplacement cette semaine.',
    'Unfortunately I will be away all this week.',
    'I’m afraid I will be on leave.',
    'Regrettably, we will be closed all week.',
    'Lamentablemente estaré ausente toda esta semana.',
    'Por desgracia estaremos de vacaciones toda la semana.',
  ])('but a person means us: %s', (text) => {
    expect(why(text)).toBeUndefined();
  });
});

describe('a receipt in words', () => {
  test.each([
    'Return Receipt\n\nYour document: Demande reçue\n\nwas received by: Ama Boateng/TGTU\n\nat: 02/11/2026 10:00:00',
    'Your\n\ndocument:\tDemande reçue\nwas\n\nreceived\tYaw Darko/OBUASI\nby:\nat:\t2026-03-03 10:01',
    'Constancia de recepción. Su comunicación quedó registrada con el número de expediente 2026-1143.',
    'Constancia de recepción\n\nSe ha registrado con el número de expediente 2026-1143. Unidad de Trámite Documentario',
  ])('%s', (text) => {
    expect(why(text)).toBeTypeOf('string');
  });

  test.each([
    'Your document was received by our dean at 10. He would like to meet you.',
    'Les envío la constancia de recepción del ministerio, con el número de expediente 2026-1143.',
    'Nuestra escuela está registrada con el número 1143. Buscamos formadores.',
  ])('but a person: %s', (text) => {
    expect(why(text)).toBeUndefined();
  });
});
