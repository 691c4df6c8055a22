import { describe, expect, test } from 'vitest';
import { leavingOf } from '../../src/dissemination/leaving-words.ts';

describe('leaves', () => {
  test.each([
    'Désabonnez-moi, s’il vous plaît.',
    'Bonjour,\n\nje souhaite me désabonner.\n\nMerci',
    'Veuillez me désinscrire de cette liste.',
    'Merci de désabonner mon adresse.',
    'Je me désabonne.',
    'Retirez-moi de votre liste d’envoi.',
    'Pouvez-vous retirer mon adresse de la liste de diffusion. Merci',
    'Retirez mon adresse, je vous prie.',
    'Prière de me retirer de la liste.',
    'Merci de ne plus m’écrire.',
    'Ne m’envoyez plus ce bulletin.',
    'Je ne souhaite plus recevoir vos courriels.',
    'Je ne veux plus recevoir le bulletin.',
    'Unsubscribe',
    'Please unsubscribe me.',
    'Remove me from this mailing list, please.',
    'Please take my name off your list.',
    'Stop sending me these.',
    'I no longer wish to receive these e-mails.',
    'Please do not write to me any more.',
    'Por favor, deme de baja.',
    'No me envíen más correos.',
    'Ya no deseo recibir sus boletines. No quiero recibir más correos.',
    'Quiero cancelar mi suscripción.',
    'Eliminen mi dirección de la lista.',
    'Arrêtez de m’envoyer ces courriels',
    'Cessez de m’écrire.',
    'Vous pouvez cesser de m’envoyer le bulletin',
    'Je voudrais que mon adresse soit retirée de la liste.',
    'Merci de bien vouloir me désabonner',
    'Bonjour, je voudrais me désabonner svp',
    'I would like to unsubscribe.',
    'My address should be removed from your list.',
    'Cessez vos envois.',
    'Arrêtez ces courriels svp',
    'Please stop these e-mails.',
    'Stop all your mailings',
    'Remove me',
    'Please remove me.',
    'Please take me off, thank you.',
    'Merci de me retirer.',
    'Retirez-moi.',
    'Retirez-moi, merci.',
    'Quítenme, por favor.',
    'Please delete my address',
    'No more emails please',
    'merci de m’enlever de vos listes',
    'Je ne désire plus être sur cette liste',
    'Je voudrais ne plus faire partie de cette liste.',
    'désabonnement svp',
    'Opt out',
    'Je demande à être retiré de la liste.',
    'Veuillez annuler mon abonnement.',
    'Veuillez cesser tout envoi.',
    'Je ne veux plus de vos courriels.',
    'Do not contact me again.',
    'I want to opt out.',
    'Please cancel my subscription.',
    'I don’t want to be on this list anymore.',
    'Je ne suis plus intéressé à recevoir ces messages.',
    'Could you remove my address please?',
    'Pourriez-vous me retirer de cette liste ?',
    'Retirez-moi de la liste de distribution.',
  ])('%s', (words) => {
    expect(leavingOf('Re: Bulletin', words)).toBe('leaves');
  });

  test.each(['Désabonnement', 'Re : Désabonnement', 'unsubscribe', 'Désinscription', 'Baja'])(
    'by subject: %s',
    (subject) => {
      expect(leavingOf(subject, '')).toBe('leaves');
    },
  );
});

describe('does not leave', () => {
  test.each([
    'Je réponds ici pour ne pas envoyer deux réponses.',
    'We had to stop the mail server for two days.',
    'Il faut retirer le budget.',
    'Please remove the second annex.',
    'Cela nous retire une possibilité.',
    'Afin de ne pas recevoir deux fois la fiche, nous utilisons une seule adresse.',
    'Merci de ne pas inclure notre nom dans le résultat.',
    'Nous n’avons pas pu recevoir la pièce jointe.',
    'Nous ne pouvons pas recevoir de stagiaires en mai.',
    'Nous ne pouvons plus recevoir de groupes cet hiver.',
    'Nous retirons notre candidature.',
    'Ne me désabonnez pas : je veux continuer à le recevoir.',
    'Please do not remove me from the list.',
    'Je ne souhaite pas me désabonner',
    'Je ne veux surtout pas me désabonner.',
    'Je ne demande pas à être retiré de la liste.',
    'I do not want to unsubscribe.',
    'I don’t wish to be removed from the list.',
    'No quiero darme de baja.',
    'Je vous prie de ne pas m’envoyer la fiche en anglais.',
    'No queremos recibir becarios este año.',
    'We do not want to receive students before May.',
    'Intéressés. Ne pas envoyer la convention avant lundi.',
    'Please remove the attachment.',
    '',
  ])('%s', (words) => {
    expect(leavingOf('[INMQ-2026-0001] Intérêt', words)).toBeUndefined();
  });
});

describe('is asked', () => {
  test.each([
    'Comment me désabonner ?',
    'Le lien de désabonnement ne fonctionne pas.',
    'Si vous n’avez rien pour nous, désabonnez-moi.',
    'M. Roy souhaite se désabonner.',
    'Notre établissement ne souhaite plus recevoir le bulletin.',
    'Ne m’envoyez plus de rappels.',
    'Who is on this mailing list?',
    'Stop',
    'Franchement, me désabonner serait dommage.',
    'Je n’ai jamais demandé à me désabonner.',
    'Je n’ai pas dit que je ne veux plus recevoir le bulletin.',
    'J’ai failli me désabonner.',
    'Je pensais me désabonner, mais le bulletin m’est utile.',
    'Désabonnez-moi quand la demande sera fermée.',
    'Il ne faut pas me retirer de la liste.',
    // Of an institution, perhaps.
    'Please take us off your list.',
    'Remove us.',
    'Merci de nous retirer de la liste.',
    'Désabonnez-nous.',
    'Retírennos de la lista.',
    'Cessez vos envois à M. Roy.',
    'Please remove me from the meeting of Thursday.',
    'please take us off',
    'Je n’ai plus besoin de vos bulletins, veuillez effacer mon adresse.',
    'Je reçois vos bulletins en double, supprimez cette adresse-ci plutôt que mon adresse du cégep',
    'Plus de courriels, merci.',
    // Off something else, perhaps.
    'Retirez-moi de la rencontre du 12 mars.',
    'Retirez-moi de la liste des participants à la visite.',
    'Enlevez-moi de la visite, mais gardez-moi sur la liste.',
    'Take me off the interview schedule.',
    'Supprimez mon adresse de la fiche.',
    'I never said I no longer wish to receive these e-mails.',
  ])('%s', (words) => {
    expect(leavingOf('Re: Bulletin', words)).toBe('unsure');
  });
});
