import { expect, test } from 'vitest';
import { agreementsOf } from '../../src/reception/agreements.ts';

test.each<[text: string, types: string[]]>([
  ['notre ministère souhaite un protocole d’entente avec vos établissements', ['mou']],
  ['a Memorandum of Understanding with universities', ['mou']],
  ['We would sign an MoU.', ['mou']],
  ['un memorando de entendimiento', ['mou']],
  ['une entente-cadre sur la sécurité', ['framework']],
  ['We propose a framework agreement', ['framework']],
  ['un convenio marco', ['framework']],
  ['signer une entente de collaboration', ['collaboration']],
  ['a co-operation agreement', ['collaboration']],
  ['um acordo de cooperação', ['collaboration']],
  ['في إبرام اتفاقية تعاون', ['collaboration']],
  ['un contrat de services', ['services']],
  ['un contrato de servicios', ['services']],
  ['une entente de mobilité', ['mobility']],
  ['a student exchange agreement', ['mobility']],
  ['la délocalisation de votre programme à Dakar', ['programme-abroad']],
  ['Could you deliver your programme in Ghana?', ['programme-abroad']],
  ['un protocole d’entente, puis un contrat de services', ['mou', 'services']],
  ['Nous ne voulons pas de protocole d’entente.', []],
  ['le protocole de sauvetage', []],
  ['We agree with you in principle.', []],
  ['D’accord, nous attendons vos services.', []],
  ['to deliver your programme in Quebec', []],
])('%s', (text, types) => {
  expect(agreementsOf(text).map(({ name }) => name)).toEqual(types);
});
