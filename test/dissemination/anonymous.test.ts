import { describe, expect, test } from 'vitest';
import { anonymous } from '../../src/dissemination/anonymous.ts';
import { asksAlone } from '../../src/dissemination/answer-words.ts';
import type { Partner } from '../../src/model/partner.ts';

const cfp: Partner = {
  id: 'cfpvdo',
  name: 'Centre de formation professionnelle de Val-d’Or',
  contacts: [{ name: 'Anne-Marie Côté-Roy', address: 'acote@cfpvdo.test' }],
};
const cegep: Partner = {
  id: 'har',
  name: 'Cégep de l’Harricana',
  contacts: [{ name: 'Bo Roy', address: 'bo@cegep-harricana.test' }],
};

test.each([
  ['Voir www.cfpvdo.test', 'Voir […]'],
  ['Voir https://international.cfpvdo.test/dep?x=1', 'Voir […]'],
  ['Le CFPVDO peut-il offrir la formation ?', 'Le […] peut-il offrir la formation ?'],
  ['Le CFPV peut-il offrir la formation ?', 'Le […] peut-il offrir la formation ?'],
  ['La RAC et la SST comptent-elles ?', 'La RAC et la SST comptent-elles ?'],
  ['Voir www.mines.example', 'Voir www.mines.example'],
  ['Les har sont-ils compris ?', 'Les har sont-ils compris ?'],
])('%s', (text, shown) => {
  expect(anonymous(text, { partners: [cfp, cegep] })).toBe(shown);
});

describe('asks and says nothing beside', () => {
  test.each([
    ['Quel est le budget ?', true],
    ['Bonjour,\n\nQuel est le budget ?\n\nMerci\nAnne Côté\nCégep Un', true],
    ['Notre question :\nLa formation est en français', true],
    ['Ça nous parle beaucoup! Quel est le budget ?', false],
    ['Nous avons déjà réservé nos formateurs; quelle date ?', false],
    ['Notre équipe est prête à partir dès lundi matin\nQuel est le budget ?', false],
    ['Intéressés\nQuel est le budget ?', false],
  ])('%j: %s', (words, alone) => {
    expect(asksAlone(words)).toBe(alone);
  });
});
