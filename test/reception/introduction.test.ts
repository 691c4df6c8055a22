import { expect, test } from 'vitest';
import { introducedOrganisation } from '../../src/reception/introduction.ts';

test.each([
  ['Bonjour,\n\nNous sommes l’École des mines de Gao et cherchons une formation.', 'École des mines de Gao'],
  ['Nous sommes un Centre de formation professionnelle minière situé à Kolwezi.', 'Centre de formation'],
  [
    'Je suis directrice des études de l’Institut national polytechnique Félix Houphouët-Boigny.',
    'Institut national polytechnique Félix Houphouët-Boigny',
  ],
  [
    'Je vous écris au nom du Ministère des Mines et de la Géologie. Nous souhaitons…',
    'Ministère des Mines et de la Géologie',
  ],
  ['We are the Tamale Mining College in northern Ghana.', 'Tamale Mining College'],
  ['I am writing on behalf of Ashgold Mining Ltd, and would like to know', 'Ashgold Mining Ltd'],
  ['I am the Dean of the School of Mines at Ulaanbaatar.', 'School of Mines'],
  [
    'Somos el Instituto Minas Andinas de Arequipa (Perú) y buscamos capacitación.',
    'Instituto Minas Andinas de Arequipa',
  ],
  ['I am writing on behalf of the Institute of Mining, University of Miskolc. We look for', 'University of Miskolc'],
  [
    'Je vous écris au nom du Ministère de l’Énergie, des Mines et des Carrières, et souhaite',
    'Ministère de l’Énergie, des Mines et des Carrières',
  ],
  [
    'We are the Ministry of Energy, Mines and Water Development, in Lusaka.',
    'Ministry of Energy, Mines and Water Development',
  ],
  ['We are the Tamale Mining College, Tamale, Ghana, and', 'Tamale Mining College'],
  ['Vinacomin Mining College (Quang Ninh, Viet Nam) plans a study tour.', 'Vinacomin Mining College'],
  ['Erdenet Technical College asks for advice on drilling simulators.', 'Erdenet Technical College'],
  ['I run the training section at Ok Tedi Mining in Papua New Guinea.', 'Ok Tedi Mining'],
  ['Je dirige le service de la formation de la Société des mines de Kinsevere.', 'Société des mines de Kinsevere'],
  ['Je dirige l’École des mines de Gao.', 'École des mines de Gao'],
  ['Le escribo en nombre de la Universidad Nacional de San Agustín.', 'Universidad Nacional de San Agustín'],
])('%s', (text, name) => {
  expect(introducedOrganisation(text)).toBe(name);
});

test.each([
  'Nous sommes très intéressés par vos formations.',
  'Nous sommes Canadiens.',
  'I run every morning at the School of Life.',
  'We are interested in the School of Mines of Quebec.',
  'We are looking for Training in Mine Rescue.',
  'Je suis à la recherche d’une école.',
  'Nous avons lu le rapport de la Banque mondiale.',
  'Somos mineros artesanales.',
])('nobody is introduced by: %s', (text) => {
  expect(introducedOrganisation(text)).toBeUndefined();
});
