/**
 * Whole mails that answer three offered slots, by what becomes of them: Tuesday 24 November 2026 at 15:00, Wednesday 25 and
 * Thursday 26 at 13:30 in Accra, five hours earlier in Val-d'Or.
 */

/** Each takes the slot of that number, however it is put and whatever harmless stands beside it. */
export const taken: readonly (readonly [slot: number, text: string])[] = [
  // Something is asked for, or said, that every meeting brings
  [3, 'Le troisième créneau s’il vous plaît, et merci de nous envoyer le lien.'],
  [2, 'Slot 2, and please send us the link.'],
  [2, 'El horario 2, y por favor envíennos el enlace.'],
  [2, 'La plage 2. Veuillez nous transmettre le lien de connexion.'],
  [2, 'slot 2 is fine. The rest later.'],
  [2, 'La plage 2 nous convient. Le reste suivra.'],
  [2, 'El horario 2 nos conviene. Lo demás después.'],
  [1, 'Confirmamos asistencia para el horario 1.'],
  [2, 'Nous confirmons notre présence à la plage 2.'],
  [2, 'We confirm attendance for slot 2.'],
  // What stands ahead of the choice takes nothing back, however short
  [2, 'We have 3 campuses. Slot 2.'],
  [2, 'Nous avons 3 sites. La plage 2, svp.'],
  // A question that is a polite order
  [2, 'Bonjour,\n\nPourriez-vous réserver la plage 2 ?\n\nMerci'],
  [2, 'Pourriez-vous nous réserver la plage 2, s’il vous plaît ?'],
  [2, 'Peut-on prendre la plage 2 ?'],
  [2, 'Could you please book slot 2 for us?'],
  [2, 'Can you put us down for slot 2?'],
  [2, 'Can we have slot 2, please?'],
  [2, '¿Podrían reservarnos el horario 2, por favor?'],
  [2, '¿Nos pueden agendar el horario 2?'],
  // Something is enclosed
  [2, 'Slot 2 please. See attached.'],
  [2, 'Slot 2 works for us. Please see attached our company profile.'],
  [2, 'La plage 2 nous convient. Voir pièce jointe.'],
  [2, 'Nous prenons la plage 2. Vous trouverez ci-joint notre programme.'],
  [2, 'El horario 2 nos conviene. Adjunto nuestro folleto.'],
  // A notice that a company puts below every mail
  [
    2,
    'La plage 2 svp.\n\nCe courriel est confidentiel et destiné exclusivement à son destinataire. Si vous l’avez reçu par erreur, merci d’en aviser l’expéditeur et de le détruire.',
  ],
  [
    2,
    'Slot 2 please.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please notify the sender and delete it.',
  ],
  [
    2,
    'Horario 2, por favor.\n\nEste mensaje es confidencial. Si usted no es el destinatario, por favor elimínelo y avise al remitente. Antes de imprimir este correo piense en el medio ambiente.',
  ],
  // Courtesies
  [
    2,
    'Bonjour Madame Tremblay,\n\nMerci pour votre retour. La plage 2 (mercredi 25 novembre à 13 h 30, heure d’Accra) nous convient parfaitement.\n\nBien cordialement,\n\nAma Boateng',
  ],
  [
    2,
    'Dear Marie,\n\nMany thanks for getting back to us so quickly. We would love to take slot 2.\n\nWarm regards,\nAma',
  ],
  [2, 'Thanks for getting back to us. Option 2 would be our pick.'],
  [2, 'Bonjour, plage 2 pour nous. Bonne réception.'],
  [2, 'Bonjour,\nJ’espère que vous allez bien. La plage 2 nous convient.\nBien à vous'],
  [2, 'Hello,\nI hope this email finds you well. Slot 2 suits us.\nRegards'],
  [2, 'Estimada Marie:\nEspero que se encuentre bien. El horario 2 nos conviene.\nUn cordial saludo'],
  // By its day and hour
  [2, 'We’d be delighted to meet on Wednesday, 25 November at 1:30 pm (our time).'],
  [2, 'Wednesday 25 November, 13:30 GMT is perfect.'],
  [2, 'Mercredi 25 à 8h30 chez vous, c’est parfait.'],
  [2, 'Miércoles 25 de noviembre a las 13:30 (hora de Accra), confirmado.'],
  [2, 'Va pour mercredi !'],
  [2, 'Wednesday please'],
  [2, 'El miércoles nos viene bien'],
  [2, 'Le 25 nous va très bien, merci'],
  [2, 'the 25th works for us'],
  [3, 'Ok pour le 26.'],
  [2, 'Wed 1:30 pm'],
  [1, 'Tue 10am'],
  [1, '3 pm works for us.'],
  [1, '15 h nous convient'],
  [1, 'A las 15 h nos conviene.'],
  // In few words
  [2, 'slot 2 pls'],
  [2, 'Option 2 pls, thx'],
  [2, 'thx, slot 2'],
  [2, 'Slot 2 for me'],
  [2, 'Slot #2 pls'],
  [2, 'RDV plage 2'],
  [2, 'On se voit à la plage 2'],
  [2, 'Je vote pour la plage 2'],
  [2, 'I’d go for slot 2'],
  [2, 'Nos quedamos con la 2'],
  [2, 'Slot 2 👍'],
  [2, 'Alors la 2.'],
  [2, 'Slot 2 then.'],
  [2, 'OK let’s say 2'],
  [2, 'Entonces el horario 2.'],
  // Others agreed before, or it is said of which slots
  [2, 'Bonjour,\n\nAprès concertation avec mon équipe, nous retenons la plage 2.'],
  [2, 'After consulting my colleagues, we choose slot 2.'],
  [2, 'Tras consultar con mi equipo, elegimos el horario 2.'],
  [2, 'Parmi les plages proposées, nous retenons la plage 2.'],
  [2, 'Of the three slots, we prefer slot 2.'],
  [2, 'Entre las opciones, preferimos la 2.'],
  // How the meeting is held, and who comes
  [2, 'Slot 2, please. My colleague Kofi Mensah will join me.'],
  [2, 'Slot 2 works for us. Will it be on Teams or Zoom?'],
  [2, 'La plage 2 nous convient. Sera-ce sur Teams ?'],
  [2, 'La plage 2 nous convient. Qui participera de votre côté ?'],
  [2, 'El horario 2 nos conviene. ¿Será por Zoom?'],
  [2, 'We choose slot 2. We will be three: the Dean, the Registrar and me.'],
  [2, 'Nous choisissons la plage 2. Nous serons trois.'],
];

/** Each names a slot, or its time, and does not plainly take it: the requester is asked. */
export const asked: readonly string[] = [
  // A day that is praised, or preferred
  'Mardi c’est trop tôt pour nous, mercredi par contre c’est parfait.',
  'Tuesday is too early, but Wednesday is perfect.',
  'Plutôt jeudi.',
  'Rather Thursday.',
  'Más bien el jueves.',
  // Something is asked for that hangs on the slot
  'La plage 2, et merci de nous envoyer le lien si le ministre accepte.',
  'Slot 2, and please send us another date.',
  'Slot 2. The rest is not possible.',
  'Slot 2. Not really.',
  'Confirmamos asistencia del ministro para el horario 1.',
  'Hmm. Slot 2.',
  'Not sure. Slot 2.',
  // Questions that are no order
  'Pourriez-vous déplacer la plage 2 ?',
  'Pourriez-vous me dire si la plage 2 est libre ?',
  'Could you tell us how long slot 2 is?',
  'Could you please move slot 2 for us?',
  'Can you book slot 2 or slot 3?',
  '¿Podrían cambiar el horario 2?',
  '¿Nos pueden explicar el horario 2?',
  'La plage 2 ?',
  // What is enclosed, or noticed, speaks of the time
  'Slot 2 please. See attached for the hours when we are free.',
  'La plage 2 nous convient. Voir pièce jointe pour nos disponibilités.',
  'Slot 2 please.\n\nI sent this by mistake, please ignore the message.',
  'La plage 2 svp.\n\nCe courriel vous est envoyé par erreur.',
  // Not every hope, nor every thanks, is a courtesy
  'La plage 2 nous convient. J’espère que le ministre sera libre.',
  'Slot 2 suits us. I hope the flight is on time.',
  'El horario 2 nos conviene. Espero la respuesta de mi director.',
  // The hour of two slots, or of none
  'à 13 h 30',
  '13 h 30 nous convient',
  '8:30 am please',
  '4 pm works for us.',
  'A las 13:30 nos conviene.',
  'vendredi',
  'Le 25',
  'Wednesday 10 am',
  'Wednesday at 8:30 pm',
  'Mercredi 25 à 13 h 30 chez vous, c’est parfait.',
  // Of others
  'Notre directeur, M. Mensah, préfère la plage 2.',
  'After consulting my colleagues, slot 2 is difficult.',
  'Sous réserve de concertation avec mon équipe, nous retenons la plage 2.',
  'Slot 2, please. My colleague Kofi Mensah will not be free.',
  'Nous choisissons la plage 2. Nous serons en déplacement.',
  // Two of them, or an order of preference
  'The first one works but the second is better.',
  'The first one works, the second is better.',
  'La première va, mais la deuxième serait mieux.',
  'Preferimos el 2, aunque el 3 también nos sirve.',
  'La 2 de préférence, sinon la 3.',
  'Slots 2 and 3 both work.',
  'Any except slot 1.',
  'Pas la 1.',
  'Alors pas la 2.',
  // Taken back in the same mail
  'Slot 2 please.\n\nSorry, I meant slot 3.',
  'La plage 1 nous convient.\n\nP.-S. Après vérification, plutôt la 3.',
  'Slot 2 please.\n\nOn second thought let me get back to you.',
  'Slot 2 please.\n\nActually our vice-chancellor just told me he is flying to Kumasi.',
  'La plage 2 nous convient.\n\nAttendez, ma collègue me signale un empêchement.',
  'La plage 2.\n\nHum, je regarde encore mon agenda.',
  'Slot 2 please.\n\nStrike that.',
  'Slot 2 please.\n\nNo wait',
  'El horario 2, por favor.\n\nMejor el 3.',
  'El horario 2, por favor.\n\nPerdón, me equivoqué.',
  'El horario 2, por favor.\n\nEl vuelo de nuestro rector aterriza a mediodía.',
  'El horario 2, por favor.\n\nTodavía reviso mi agenda.',
  'Slot 2 please.\n\nHowever, the network in Tarkwa goes down around lunch',
  'Slot 2 please.\n\nThe network goes down around that hour so I would want to see first with the provider how they plan the work',
  'Plage 2.\n\nMon avion atterrit à ce moment-là donc je crains que nous devions trouver autre chose',
  'Slot 2 please.\n\nOur rector lands in Accra around noon and the road takes two hours',
  // On a condition
  'Slot 2 if our rector is back from Kumasi.',
  'La plage 2, à condition que ce soit en visioconférence.',
  'El horario 2, siempre y cuando sea virtual.',
];

/** Each is about another matter, whatever numbers and days it holds: nothing is booked, and nobody is asked. */
export const others: readonly string[] = [
  'Please send us the link.',
  'Le reste suivra.',
  'Plutôt un protocole d’entente.',
  'Nous serons trois à la rencontre.',
  'Please find attached 2 documents.',
  'Merci ! Pouvez-vous me confirmer la durée de la rencontre ?',
  'Thank you, we will discuss and revert by Thursday.',
  'Bien reçu, je consulte mon équipe et vous réponds demain.',
  'Our team of 3 engineers is on leave until the 26th.',
  'Reunión de directorio el miércoles; les escribo después.',
  'Our training in December is only for engineers.',
  'Nos étudiants sont en examens en décembre.',
];

/** Each speaks of others' wishes, or counts persons: no slot is booked. */
export const ofPersons: readonly string[] = [
  'My colleague Kofi prefers slot 2 but I cannot make it.',
  'Kofi said slot 2.',
  '2 participants',
];
