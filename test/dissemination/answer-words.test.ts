import { expect, test } from 'vitest';
import { meaningOf } from '../../src/dissemination/answer-words.ts';
import { cost } from '../cost.ts';

test.each<[string, string]>([
  ['Nous sommes intéressés.', 'interest'],
  ['Bonjour,\nNotre établissement souhaite participer.\nMerci', 'interest'],
  ['Oui', 'interest'],
  ['We are interested and would like to participate.', 'interest'],
  ['Nous manifestons notre intérêt pour cette demande, sans réserve.', 'interest'],
  ['Comptez sur nous!', 'interest'],
  ['Nous sommes intéressés et n’avons pas de question.', 'interest'],
  ['Nous sommes intéressés, pas de contrainte de calendrier.', 'interest'],
  ['Le cégep sera heureux de collaborer au projet.', 'interest'],
  ['Sans intérêt', 'no-interest'],
  ['Nous ne sommes pas intéressés.', 'no-interest'],
  ['Ça ne nous intéresse pas', 'no-interest'],
  ['Nous n’avons aucun intérêt pour ce projet.', 'no-interest'],
  ['Nous ne sommes, à regret, pas intéressés.', 'no-interest'],
  ['Nous ne souhaitons pas participer cette fois-ci.', 'no-interest'],
  ['Notre établissement ne participera pas.', 'no-interest'],
  ['Nous déclinons.', 'no-interest'],
  ['Nous passons notre tour.', 'no-interest'],
  ['Il est hors de question de participer.', 'no-interest'],
  ['Non merci', 'no-interest'],
  ['We are not interested', 'no-interest'],
  ['We aren’t interested.', 'no-interest'],
  ['No interest.', 'no-interest'],
  ['Cela ne correspond pas à nos programmes.', 'no-interest'],
  ['Rien pour nous cette fois.', 'no-interest'],
  ['Nous ne donnerons pas suite.', 'no-interest'],
  ['Nous retirons notre manifestation d’intérêt.', 'no-interest'],
  ['Dans quelle langue ?', 'question'],
  ['Est-il possible de participer à distance ?', 'question'],
  ['Notre question : la formation est-elle en français ?', 'question'],
  ['Nous avons une question sur le financement.', 'question'],
  ['Nous sommes intéressés, mais dans quelle langue ?', 'interest+question'],
  ['Nous sommes intéressés. Quel est le budget ?', 'interest+question'],
  ['Nous ne sommes pas intéressés. Une question tout de même : qui finance ?', 'no-interest+question'],
  ['Nous ne savons pas encore si nous sommes intéressés.', 'unsure'],
  ['Nous sommes peut-être intéressés.', 'unsure'],
  ['Nous reviendrons vers vous quant à notre intérêt.', 'unsure'],
  ['Ce n’est pas sans intérêt.', 'unsure'],
  ['Un département est intéressé; un autre ne souhaite pas participer.', 'unsure'],
  ['Très intéressant, merci.', ''],
  ['Aucune question.', ''],
  ['Merci, bien reçu.', ''],
  ['', ''],
])('%j says %j', (words, expected) => {
  const meaning = meaningOf(words);
  expect(meaning === 'unsure' ? meaning : meaning.said.join('+')).toBe(expected);
});

test('hostile text costs little', () => {
  for (const word of ['pas ', 'interet,', 'ne pas interet ', 'et ', '? ', 'particip'])
    expect(cost(() => meaningOf(word.repeat(200_000)))).toBeLessThan(1000);
});
