import { describe, expect, test } from 'vitest';
import { plainYes } from '../../src/dissemination/approval-words.ts';

const said = (text: string) => plainYes(text, 'Ama Boateng');

describe('a yes to the text, and nothing beside it', () => {
  test.each([
    'Oui',
    'Oui, merci!',
    'OK',
    'Sí.',
    'D’accord.',
    'Bonjour,\n\nOui, ce texte peut être diffusé. Merci beaucoup!\n\nCordialement,\nAma Boateng\nDoyenne, TGTU\nTél. : +233 24 412 3456',
    'Yes, thank you.\n\nAma',
    'Yes, that is fine.\n\nSent from my iPhone',
    'Thanks, approved.',
    'J’approuve ce texte.',
    'Oui, je confirme.',
    'D’accord, j’accepte. Merci',
    'Oui, mais pas avec mes coordonnées',
    'Yes, without my contact details',
    // Signed without a valediction.
    'Oui\n\nAma Boateng\nDoyenne\nTGTU',
    'Oui, je confirme.\n\nAma Boateng\nConseillère pédagogique\nCégep Trois',
    'Yes.\nDr. A. Boateng (Mrs)\nDean of Mining, TGTU\n+233 24 412 3456',
    'Bon pour diffusion',
    'OK pour diffusion, merci',
    'Go ahead, thanks.',
    'Yes, please go ahead.',
    'Je valide.',
    'Je valide ce texte.',
    'Oui, je confirme mon adresse.',
    'I confirm my new address.',
  ])('%j', (text) => {
    expect(said(text)).toEqual({ shares: false });
  });

  test.each([
    'Oui, avec mes coordonnées',
    'Yes, and with my contact details',
    'Sí, con mis datos de contacto. Gracias',
  ])('%j: with the contact', (text) => {
    expect(said(text)).toEqual({ shares: true });
  });
});

test.each([
  'Yes\n\nRegards\nAma\nsubject to legal review',
  'Oui\n\nCordialement\nAma\nsous réserve',
  'Yes\n\nRegards,\n12 instructors rather than 10',
  'Yes\n\nRegards,\n12 instructors',
  'Parfait\n\nCordialement,\nretard d’une semaine',
  'Bon à diffuser : non',
  'Bon à diffuser? Pas du tout.',
  'Si vous pouviez attendre avant de diffuser, merci.',
  'Si possible, ne diffusez pas encore.',
  'Oui. Do not send it yet.',
  'Ok to wait? I need my boss to agree.',
  'D’accord, j’attends votre appel avant la diffusion',
  'Yes, I received it and will get back to you',
  'OK, I will read it next week',
  'Oui, bien reçu, je vous reviens lundi',
  'Oui à la diffusion. Le budget est plutôt de 80 000 $.',
  'Yes. The budget is 80 000 instead.',
  'Oui, une fois le budget ajusté',
  'Yes, provided the date is moved to June',
  'Approved by nobody yet',
  'Oui, sauf les ressources.',
  'Merci beaucoup',
  'Yes?',
  'Oui, mais je ne suis pas la bonne personne.',
  'Oui? Je ne comprends pas ce message.',
  'Yes who is this?',
  'Oui. Ama. Le texte paraît mardi',
  'Oui, Ama, à partir de mardi',
  'Oui\n\nAma Boateng\nà partir du 3 mars',
  'Oui\n\nAma Boateng\nMais sans le budget',
  'Oui\n\nAma Boateng\nà partir de mardi',
  'Yes\n\nRegards\nAma\nstarting Tuesday',
  'Oui\n\nKofi Mensah\nDirecteur',
  'Oui\nA. B.\nDirecteur',
  'Yes.\n\nAma Boateng\n\nAdd Kumasi to the list of sites',
  'Oui.\n\nAma Boateng\n\nÀ ajouter : Kumasi',
  'Oui.\n\nAma Boateng\n\nTexte à revoir',
  'Yes, thank you.\n\nAma Boateng\n\nHowever the dates: June',
  'Oui.\n\nCordialement,\nAma Boateng\n\nSupprimer la dernière phrase',
  'Yes.\n\nAma Boateng\nDelete the second line',
  'Oui\n\nAma Boateng\nErreur dans le titre',
  'Oui\n\nAma Boateng\nDélai : juin',
  'Yes\n\nAma Boateng\nThe country: Togo',
  'Go ahead with the second version',
  'Bon pour diffusion en mars',
  'Oui.\n\nCordialement,\nAma Boateng\nP.-S. Ne diffusez pas avant lundi.',
  'Oui. Surtout pas avec mon adresse.',
  'Oui.\n\nCordialement,\nAma Boateng\nUne précision : le budget est de 80 000 $.',
  'Oui.\n\nCordialement,\nAma Boateng\nJe vous confirme lundi.',
  'Yes.\n\nBest regards,\nAma\nI will confirm on Monday.',
  'Yes.\n\nRegards,\nAma\nPlease replace June by July.',
  'Yes.\n\nRegards,\nAma\nBudget: 80 000 $',
  'Sí.\n\nSaludos,\nAma\nN.B. solo en junio',
  'Oui.\n\nCordialement,\nAma\nAprès correction de la date.',
  'Yes. Please never publish with my contact details.',
  `Oui${' merci'.repeat(200)}`,
  '',
])('no plain yes: %j', (text) => {
  expect(said(text)).toBeUndefined();
});

test.each(['Oui. Surtout pas avec mes coordonnées.', 'Oui, avec mes coordonnées, mais sans mes coordonnées'])(
  'never with the contact: %j',
  (text) => {
    expect(said(text)?.shares ?? false).toBe(false);
  },
);
