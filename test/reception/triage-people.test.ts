import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

/** Subject and text of people who want something of us, in words that machines use too. */
const firstMails: readonly [subject: string, text: string][] = [
  // French
  [
    'Le financement est absent pour notre projet',
    'Bonjour,\n\nnotre projet de formation de foreurs n’a pas de financement. Que proposez-vous ?',
  ],
  [
    'Avis automatique aux mineurs : formation souhaitée',
    'Bonjour,\n\nnous installons des avis automatiques d’évacuation et cherchons une formation pour nos équipes.',
  ],
  [
    'Réponse automatique aux incendies de mine',
    'Bonjour, nous étudions les systèmes de réponse automatique et souhaitons une coopération.',
  ],
  [
    'Réponse automatique : quelle formation pour nos opérateurs ?',
    'Bonjour,\n\nnous voulons former douze opérateurs aux systèmes de détection. Merci.',
  ],
  [
    'Message automatique des capteurs de gaz',
    'Bonjour, nos capteurs envoient un message automatique; nous cherchons qui peut former nos techniciens.',
  ],
  [
    'Absence de formateurs au Burkina Faso',
    'Bonjour,\n\nl’absence de formateurs qualifiés nous oblige à chercher un partenaire. Cordialement.',
  ],
  [
    'Absent du bureau de direction : un représentant des mineurs',
    'Bonjour, aucun mineur ne siège; nous voulons une formation en gouvernance.',
  ],
  [
    'Congé de formation des mineurs',
    'Bonjour,\n\nquels sont les droits au congé de formation pour les stagiaires étrangers ?',
  ],
  [
    'Vacances scolaires et stage minier',
    'Bonjour, nos étudiants seront en vacances jusqu’au 3 septembre. Pouvez-vous les recevoir avant ?',
  ],
  [
    'Accusé de réception automatique des alarmes',
    'Bonjour, notre système d’alarme exige un accusé de réception automatique. Cherchons formation pour dix personnes.',
  ],
  [
    'Accusé de réception',
    'Bonjour, j’accuse réception de votre dépliant. Notre numéro de dossier au ministère est le 4711. Nous souhaitons une formation.',
  ],
  [
    'Nous avons bien reçu votre courriel de mars',
    'Bonjour, nous y répondons sous 10 jours avec notre dossier de candidature. D’ici là, pourriez-vous nous envoyer le catalogue ?',
  ],
  [
    'Notification de décès et sécurité minière',
    'Bonjour, après l’accident nous cherchons une formation en sauvetage minier.',
  ],
  [
    'Votre système m’a répondu',
    'Bonjour,\n\nj’ai reçu « Ceci est un message automatique » de votre part, mais ce n’en est pas un que je voulais : je cherche une formation en géologie.',
  ],
  [
    'Demande',
    'Bonjour,\n\nceci n’est pas un message automatique : je suis une personne, et je cherche une formation en forage.\n\nAwa',
  ],
  [
    'Une question',
    'Bonjour,\n\nje suis en congé de maternité jusqu’en mars et voudrais en profiter pour suivre une formation en géomatique.\n\nClaire',
  ],
  [
    'Pourriels et cybersécurité des mines',
    'Bonjour, nos opérateurs reçoivent des pourriels. Offrez-vous une formation ? Désabonnez-nous aussi de l’infolettre.',
  ],
  [
    'Non remis : nos diplômes',
    'Bonjour,\n\nles diplômes de nos douze foreurs ne leur ont pas été remis. À qui nous adresser ?',
  ],
  [
    'Retour de courrier',
    'Bonjour, mon courrier à votre ancienne adresse a été retourné à l’expéditeur. Je vous l’envoie donc ici : nous cherchons un programme de sauvetage minier.',
  ],
  [
    'Ne pas répondre par téléphone',
    'Bonjour, veuillez ne pas répondre par téléphone mais par courriel : quelle est la durée du programme ?',
  ],
  // English
  [
    'Automatic response systems for mine rescue: cooperation',
    'Dear Sir or Madam,\n\nwe develop automatic response systems and look for a training partner.',
  ],
  [
    'Automatic reply systems training',
    'Hello, do you train people on automatic reply systems for ventilation control?',
  ],
  [
    'Automatic response: training of operators',
    'Dear Institute,\n\nour operators need training in automatic fire response. Could you propose a programme?',
  ],
  ['Automatic message handling in SCADA', 'Hello, we are looking for a course on SCADA for processing plants.'],
  [
    'Out of office hours training for shift workers',
    'Hello, our shift workers can only attend out of office hours. Is this possible?',
  ],
  ['Out of the office and into the mine: student visits', 'Hello, we would like to bring 20 students to Quebec.'],
  [
    'On vacation in Quebec in July: visit',
    'Hello, I am on vacation in Quebec until 20 July and would like to visit your training centre. I teach mining at TGTU.',
  ],
  ['Away message boards in the shaft', 'Hello, we want training on electronic message boards underground.'],
  [
    'Absence management of miners',
    'Dear all,\n\nabsence costs us a lot. We seek a training programme on absence management.',
  ],
  ['Holiday notice board design course', 'Hello, please tell us whether you have it.'],
  [
    'This is not spam',
    'Hello,\n\nthis is not an automatic reply and not spam. I am the training manager of Obuasi mine and need a course in blasting.',
  ],
  [
    'Your website',
    'Hello,\n\nyour form answered "This is an automated message, please do not reply". I write to you instead: we need instructors for jumbo drilling.',
  ],
  ['Bounce in ball mills', 'Hello, we study bounce in ball mills and look for a laboratory.'],
  [
    'Undeliverable ore: logistics course',
    'Hello, our ore was undeliverable because of the rains. We look for a course in logistics.',
  ],
  [
    'Delivery failure at the crusher',
    'Hello, we had a delivery failure: parts could not be delivered to our site. Do you train buyers?',
  ],
  [
    'Returned mail',
    'Hello, I wrote to your rector but the mail was returned. Can you forward our request for training of 15 technicians?',
  ],
  [
    'Newsletter',
    'Dear Madam, we read your newsletter and would like to send ten trainees. To unsubscribe is not our aim!',
  ],
  [
    'Thank you for contacting us last year',
    'Dear Ms Roy, thank you for contacting us. We now would like to send five trainees within 30 days; our case number at the ministry is 55.',
  ],
  [
    'Case received: Atlas Copco drill simulator',
    'Hello, the case with the simulator was received. Who can train our people on it?',
  ],
  [
    'Request received from the ministry',
    'Dear Institute, a request was received from our ministry to train 40 inspectors. Our reference number is MM/12. Can we meet?',
  ],
  ['Auto response', 'Hello, our auto response fire system needs trained staff. Can you help us with a course?'],
  [
    'Read: geology courses',
    'Hello, I read your page on geology. It was read by my colleagues as well. We want to enrol.',
  ],
  [
    'Please confirm your message of May',
    'Dear Sir, please confirm your offer of May: two instructors, three weeks. Our anti-spam filter may have lost your letter.',
  ],
  [
    'Sender verification on belt scales',
    'Hello, we would like a course on metrology of belt scales and their one-time calibration.',
  ],
  [
    'A question about your portal',
    'Hello, I got this from your portal and cannot sign in. Can you help?\n\n-----Original Message-----\nFrom: INM <portal@inm.example>\nSent: Monday\nTo: Ama\nSubject: Code\n\nYour code is 481516. If you did not request this, ignore this email.',
  ],
  [
    'Confirm your offer of May',
    'Dear Sir, please see https://tgtu.example and confirm that you can train 12 instructors.',
  ],
  ['Please verify your e-mail to our dean', 'Dear Sir, it came back to us. We need the programme by 15 December 2026.'],
  [
    'Our earlier letter',
    'Dear Sir, thank you for your email of May. Please find our project attached. We will answer further questions as soon as possible.',
  ],
  // Spanish
  [
    'Respuesta automática a incendios en minas',
    'Estimados señores:\n\nbuscamos capacitación en sistemas de respuesta automática a incendios.',
  ],
  ['Mensaje automático de sensores', 'Hola, necesitamos un curso sobre sensores que envían un mensaje automático.'],
  [
    'Fuera de la oficina: prácticas en mina',
    'Hola, queremos organizar prácticas fuera de la oficina para 20 estudiantes. ¿Es posible?',
  ],
  [
    'Ausencia de instructores',
    'Buenos días:\n\nla ausencia de instructores en Potosí nos obliga a buscar apoyo. Solicitamos una reunión.',
  ],
  [
    'Consulta',
    'Buenos días:\n\nestoy de vacaciones hasta el lunes, pero no quiero perder el plazo: quisiéramos inscribir a seis técnicos.',
  ],
  // Portuguese
  [
    'Resposta automática a emergências em minas',
    'Prezados,\n\nprocuramos formação em sistemas de resposta automática.',
  ],
  ['Mensagem automática dos detectores', 'Bom dia, procuramos um curso sobre detectores.'],
  // Arabic
  ['رد تلقائي على الحرائق في المناجم', 'السادة المعهد،\n\nنبحث عن تدريب على أنظمة الإطفاء.'],
  ['التدريب على الرد الآلي للطوارئ', 'تحية طيبة، نرغب في تدريب عشرين عاملا.'],
  ['خارج المكتب: تدريب ميداني', 'تحية طيبة، هل تقدمون تدريبا ميدانيا خارج المكتب؟'],
  ['تلقائي', 'نريد تدريبا على الحفر التلقائي في المناجم.'],
  // German
  [
    'Automatische Antwort auf Grubenbrände',
    'Sehr geehrte Damen und Herren,\n\nwir suchen eine Schulung zu automatischen Löschanlagen.',
  ],
  [
    'Abwesenheit von Fachkräften im Bergbau',
    'Sehr geehrte Damen und Herren,\n\nwegen der Abwesenheit von Fachkräften suchen wir Ausbilder.',
  ],
  [
    'Abwesenheitsmeldung unter Tage',
    'Guten Tag, wir suchen eine Schulung zur Abwesenheitsmeldung mit RFID. Bieten Sie das an?',
  ],
  // Italian
  ['Risposta automatica agli incendi', 'Buongiorno,\n\ncerchiamo un corso sui sistemi di risposta automatica.'],
  [
    'Assenza di istruttori',
    'Buongiorno, per assenza di istruttori cerchiamo un partner. Sono in ferie fino a lunedì, ma rispondo.',
  ],
  // Dutch
  ['Automatisch antwoord op mijnbranden', 'Geachte heer,\n\nwij zoeken een opleiding over automatische blussystemen.'],
  ['Afwezigheid van opleiders', 'Geachte mevrouw, door de afwezigheid van opleiders zoeken wij een partner.'],
  // Japanese
  ['自動応答システムの研修について', 'お世話になっております。鉱山の自動応答システムの研修を探しております。'],
  ['自動返信機能付きセンサーの研修', '鉱山用センサーの研修についてお問い合わせいたします。'],
  ['不在の講師について', '講師が不在のため、研修を依頼したいです。よろしくお願いいたします。'],
];

test.each(firstMails)('a request: « %s »', (subject, text) => {
  const found = triage(mailOf({ subject, text }), circle);
  expect(found).toMatchObject({ kind: 'request', answerable: true });
});
