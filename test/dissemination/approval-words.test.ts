import { describe, expect, test } from 'vitest';
import { type Asked, affirms, plainYes } from '../../src/dissemination/approval-words.ts';
import { cost } from '../cost.ts';

const ama = { name: 'Ama Boateng', house: 'Tarkwa Gold Technical University tgtu.example' };
const said = (text: string, asked: Asked = 'text') => plainYes(text, ama, asked);

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
    'Looks good, thanks',
    'This looks fine to us.',
    'Tout est bon, merci',
    'C’est bon pour moi',
    'Approved. Please proceed.',
    'Aucune objection',
    'No objections from our side',
    'Rien à redire, merci.',
    'No changes needed.',
    'Confirmé.',
    'Feu vert',
    'Vous avez mon accord.',
    'Happy with the text, many thanks!',
    'Je confirme que le texte est exact.',
    'Sin objeciones. Adelante.',
    'Bonjour Madame Tremblay,\n\nLe texte nous convient parfaitement.\n\nBonne journée',
    // All that a signature is.
    'Approved.\n\nBest regards,\nMrs Ama Boateng, PhD\nSenior Training Manager\nFaculty of Mining Engineering\nP.O. Box 237, Tarkwa\nGhana\nMobile: +233 24 412 3456 | aboateng@tgtu.example\nwww.tgtu.example',
    'Oui\n\nAma Boateng\nDirectrice de la formation professionnelle et technique\nMinistère malien des Mines\n12, rue des Mines\n00225 Abidjan\nCôte d’Ivoire\nTél. : 07 00 00 00 00 poste 12',
    'Sí.\nAma Boateng\nJefa de capacitación\nLima, Perú\nCel. +51 987 654 321',
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
  // Below the name, in words that are none of a signature.
  'Oui\n\nAma Boateng\nOuverture : 2030',
  'Oui\nAma Boateng\nLe ministère finance tout',
  'Oui\nAma Boateng\nMinistère finance tout',
  'Yes\nAma Boateng\nMay 2028',
  'Yes\nAma Boateng\nJuin 2027 - 14 places',
  'Yes\nAma Boateng\n180000',
  'Yes\nAma Boateng\n2027-05-12',
  'Yes\nAma Boateng\nRather Togo',
  'Yes\nAma Boateng\nNot Tarkwa',
  'Yes\nAma Boateng\nRather Tarkwa, Ghana',
  'Yes\nAma Boateng\nAdd Kumasi School',
  'Yes\nAma Boateng\nTuesday',
  'Yes\nAma Boateng\nTwelve instructors',
  'Oui\nAma Boateng\nDirecteur absent jusqu’en mai',
  'Oui\nAma Boateng\nBudget',
  'Oui\nAma Boateng\nPlutôt en anglais',
  'Sí\nAma Boateng\nFalta el taller',
  // Neighbours of a yes.
  'Looks good except for the timeline.',
  'Tout est bon sauf le budget.',
  'C’est bon pour moi, reste à voir avec le ministre.',
  'Aucune objection, à condition de retirer le montant.',
  'No objections once the date is changed',
  'Feu vert demain.',
  'Nous attendons le feu vert du ministre.',
  'Pas encore approuvé.',
  'Not approved.',
  'Ce n’est pas bon.',
  'Je confirme la réception de votre message.',
  'Merci bien.',
  'Very well, thank you for your message',
  'OK for the first part.',
  'Bonjour Non,\n\nmerci',
  `Oui${' merci'.repeat(200)}`,
  '',
])('no plain yes: %j', (text) => {
  expect(said(text)).toBeUndefined();
});

describe('whether an address is the right one', () => {
  test.each([
    'Oui, c’est bien mon adresse',
    'Oui, merci de m’inscrire',
    'C’est bien moi.',
    'Oui, vous pouvez m’écrire à cette adresse.',
    'Yes, please add me to the list.',
    'This is the right address, thanks',
    'I agree to receive the digest.',
    'Sí, es mi dirección.',
    'Confirmé.',
  ])('%j', (text) => {
    expect(said(text, 'address')).toBeDefined();
  });

  test.each([
    'Ce n’est pas mon adresse.',
    'Oui, mais écrivez plutôt à secretariat@cegep.example',
    'Yes, remove me please.',
    'Oui, mon ancienne adresse est encore bonne',
    'Je ne connais pas cet établissement.',
    'Aucun changement, merci.',
  ])('not %j', (text) => {
    expect(said(text, 'address')).toBeUndefined();
  });
});

test('hostile text costs little', () => {
  for (const word of ['oui ', 'merci bien ', 'c’est bon pour nous ', 'all good ', 'Oui\nAma\n+1 ', 'a.', 'Tel '])
    expect(cost(() => said(word.repeat(600 / word.length)))).toBeLessThan(100);
});

test.each(['Oui. Surtout pas avec mes coordonnées.', 'Oui, avec mes coordonnées, mais sans mes coordonnées'])(
  'never with the contact: %j',
  (text) => {
    expect(said(text)?.shares ?? false).toBe(false);
  },
);

describe('a yes of who is known and was asked', () => {
  const nora = { name: 'Nora Neuf', house: 'Cégep Un' };
  test.each<['address' | 'answer', string]>([
    ['answer', 'Oui, c’est bien nous.'],
    ['answer', 'Oui, cette réponse est la nôtre.'],
    ['answer', 'Yes, that was me.'],
    ['answer', 'Oui, je l’ai envoyé.'],
    ['answer', 'Je confirme notre intérêt.'],
    ['answer', 'Oui, nous l’avons envoyé hier'],
    ['answer', 'Yes, we sent it yesterday.'],
    ['answer', 'Bonjour,\n\nc’est exact, c’est notre réponse.\n\nNora Neuf\nCégep Un'],
    ['answer', 'Yes, that is ours'],
    ['answer', 'C’est bien nous!'],
    ['answer', 'Oui, je vous le confirme. Merci!'],
    ['answer', 'Oui, je confirme que c’est bien nous, merci.\n\nNora Neuf\nCégep Un'],
    ['answer', 'Oui, c’est bien moi qui l’ai envoyée.'],
    ['answer', 'En effet, nous confirmons notre réponse.'],
    ['address', 'Oui, bonne adresse, merci.'],
    ['address', 'Oui, vous pouvez m’écrire ici.'],
    ['address', 'Je confirme, c’est bien mon adresse courriel.'],
    ['address', 'Yes, this is the right address for the bulletin.'],
    ['address', 'Oui, je prends la relève.'],
    ['address', 'Oui, j’accepte de recevoir le bulletin pour le Cégep Un.'],
  ])('%s: %s', (asked, text) => {
    expect(affirms(text, nora, asked)).toBe(true);
  });

  test.each<['address' | 'answer', string]>([
    ['answer', 'Oui, je crois'],
    ['answer', 'Oui, mais pas au nom du cégep.'],
    ['answer', 'Nous n’avons rien envoyé.'],
    ['answer', 'Oui, nous l’avons reçue.'],
    ['answer', 'Yes, somebody here sent it.'],
    ['answer', 'Oui, envoyée par erreur.'],
    ['answer', 'Oui, effacez-la.'],
    ['answer', 'Oui ?'],
    ['answer', 'Oui, à ceci près que le directeur l’a bloquée.'],
    ['answer', 'Oui oui, on verra.'],
    ['answer', 'Oui, nous y réfléchissons.'],
    ['answer', 'Oui c’est étrange'],
    ['answer', 'Oui, à l’époque.'],
    ['answer', 'Oui, qui a écrit cela'],
    ['answer', 'C’est bien nous, à l’époque.'],
    ['answer', 'Notre intérêt'],
    ['answer', 'Oui, au nom du Cégep Trois.'],
    ['answer', 'Merci, oui ou non, peu importe.'],
    ['address', 'Oui, mais Jean est mieux.'],
    ['address', 'Oui? Quel bulletin?'],
    ['address', 'Bonne adresse, mauvaise personne'],
    ['address', 'C’est mon adresse, n’écrivez pas'],
    ['address', 'Je veux recevoir moins de courriels'],
    ['address', 'Oui je souhaite me désabonner'],
    ['address', 'C’est toujours moi, Nora, hélas'],
    ['address', 'J’accepte de ne rien recevoir'],
    ['address', 'Oui, si le bulletin est en français.'],
    ['address', 'Oui, à partir de septembre seulement.'],
    ['address', 'Merci!'],
  ])('none, %s: %s', (asked, text) => {
    expect(affirms(text, nora, asked)).toBe(false);
  });
});
