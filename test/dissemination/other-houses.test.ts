import { expect, test } from 'vitest';
import { meaningOf } from '../../src/dissemination/answer-words.ts';
import { withoutOtherHouses } from '../../src/dissemination/other-houses.ts';
import type { Partner } from '../../src/model/partner.ts';

const house = (id: string, name: string): Partner => ({ id, name, contacts: [{ name, address: `a@${id}.test` }] });
const un = house('un', 'Cégep Un');
const abitibi = house('cat', 'Cégep de l’Abitibi');
const mines = house('mines', 'Centre de formation professionnelle des Mines');
const uqat = house('uqat', 'Université du Québec en Abitibi-Témiscamingue');
const mcgill = house('mcgill', 'McGill University');
const poly = house('polymtl', 'Polytechnique Montréal');
const partners = [un, abitibi, house('deux', 'Cégep Deux'), uqat, mcgill, poly, mines];
const said = (from: Partner, words: string) => {
  const meaning = meaningOf(withoutOtherHouses(words, from, partners), from.name, [`${from.id}.test`]);
  return meaning === 'unsure' ? meaning : meaning.said.join('+');
};

test.each<[from: Partner, words: string, expected: string]>([
  // Of another institution nothing is concluded, whether it is of the network or not.
  [un, 'Le Cégep Deux est intéressé.', 'unsure'],
  [un, 'le cégep deux est intéressé', 'unsure'],
  [un, 'Cégep Deux participera.', 'unsure'],
  [un, 'Le Cégep Deux ne participera pas.', 'unsure'],
  [un, 'Cégep Deux is very interested in this project.', 'unsure'],
  [un, 'L’Université du Québec en Abitibi-Témiscamingue souhaite participer.', 'unsure'],
  [un, 'Le Collège Rosemont est intéressé par cette demande.', 'unsure'],
  [un, 'L’Université Laval ne participera pas.', 'unsure'],
  [un, 'Le Cégep Un et le Cégep Deux sont intéressés.', 'unsure'],
  [abitibi, 'L’Université du Québec en Abitibi-Témiscamingue est intéressée.', 'unsure'],
  // In whose name it is said is not clear.
  [un, 'Au nom du Cégep Trois, nous participons.', 'unsure'],
  [un, 'au nom du cégep deux, nous participons', 'unsure'],
  [un, 'Nous sommes intéressés, au nom du\nCégep Trois', 'unsure'],
  [un, 'au nom de Deux, nous participons', 'unsure'],
  [un, 'Nous sommes intéressés, au nom de Jonquière.', 'unsure'],
  [un, 'On behalf of Saint-Jean-sur-Richelieu, we are interested.', 'unsure'],
  [un, 'Je vous écris pour le Cégep Trois : nous sommes intéressés.', 'unsure'],
  [un, 'Nous sommes intéressés, dit le Cégep Trois.', 'unsure'],
  [un, 'Le Collège Ahuntsic vous écrit. Nous sommes intéressés.', 'unsure'],
  [un, 'Comme le Cégep Deux, nous sommes intéressés.', 'interest'],
  [un, 'Nous sommes intéressés par la demande de l’Université de Lomé.', 'interest'],
  [un, 'Nous sommes intéressés. Le Cégep Deux participe-t-il ?', 'interest+question'],
  [un, 'Nous sommes intéressés. L’Abitibi est proche.', 'interest'],
  [un, 'Nous sommes intéressés.\n\nAnne Côté\nÉcole Duval', 'interest'],
  [un, 'Au nom du Cégep Un, nous participons.', 'interest'],
  [un, 'Au nom de notre direction, nous participons.', 'interest'],
  [un, 'On behalf of Cégep Un, we are interested.', 'interest'],
  [un, 'Au nom de la direction, nous sommes intéressés.', 'interest'],
  // It is itself by its acronym, or by its name without the kind of house.
  [uqat, 'L’UQAT participera.', 'interest'],
  [uqat, 'UQAT ne participera pas.', 'no-interest'],
  [uqat, 'L’UQAM participera.', 'unsure'],
  [mcgill, 'McGill is interested in this request.', 'interest'],
  [mcgill, 'Concordia is interested in this request.', 'unsure'],
  [poly, 'Polytechnique Montréal désire manifester son intérêt.', 'interest'],
  [poly, 'Montréal désire manifester son intérêt.', 'unsure'],
  [un, 'McGill is interested in this request.', 'unsure'],
  // … nor of one that has no name here.
  ...[
    'L’école voisine est intéressée.',
    'Le centre d’Abidjan est intéressé.',
    'Un établissement ami est intéressé.',
    'L’autre établissement est intéressé.',
    'The other college is interested.',
    'Their university is interested.',
    'A school is interested.',
    'Notre établissement voisin est intéressé.',
    'Le service juridique est intéressé.',
    'L’école voisine, elle, est intéressée.',
    'The university is not interested.',
    'Le collège est intéressé.',
  ].map((words): [Partner, string, string] => [un, words, 'unsure']),
  [un, 'Notre équipe de formateurs est intéressée.', 'interest'],
  [un, 'Our own college is interested.', 'interest'],
  [mines, 'Le CFP des Mines est intéressé.', 'interest'],
  // Its own name, in whole or in part, and what stands beside its own answer.
  [un, 'Le Cégep Un est intéressé.', 'interest'],
  [un, 'Cégep Un est très intéressé', 'interest'],
  [un, 'Notre Département de Génie minier est intéressé.', 'interest'],
  [un, 'Le cégep est intéressé.', 'interest'],
  [un, 'Notre Collège ne participera pas.', 'no-interest'],
  [un, 'Nous sommes intéressés. Nous travaillons déjà avec le Cégep Deux.', 'interest'],
  [un, 'Nous sommes intéressés par les deux demandes.', 'interest'],
  [un, 'Nous participerons à ces deux projets.', 'interest'],
  [un, 'Oui\n\nAnne Côté\nCégep Un\nPavillon des Mines', 'interest'],
  [un, 'Cégep intéressé', 'interest'],
  [un, 'CÉGEP UN : INTÉRESSÉ', 'interest'],
  [abitibi, 'Le Cégep de l’Abitibi est intéressé.', 'interest'],
  [abitibi, 'L’Abitibi est loin, mais notre cégep est intéressé.', 'unsure'],
])('%o: %j says %j', (from, words, expected) => {
  expect(said(from, words)).toBe(expected);
});
