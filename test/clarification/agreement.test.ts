import { expect, test } from 'vitest';
import { agreementTypes } from '../../src/clarification/agreement.ts';

test.each<[string, string[]]>([
  ['Protocole d’entente entre nos ministères', ['protocole d’entente']],
  ['MoU', ['protocole d’entente']],
  ['a Memorandum of Understanding', ['protocole d’entente']],
  ['memorando de entendimiento', ['protocole d’entente']],
  ['Une entente-cadre de trois ans', ['entente-cadre']],
  ['Framework agreement', ['entente-cadre']],
  ['Convenio marco', ['entente-cadre']],
  ['Contrat de services', ['contrat de services']],
  ['service contract, paid by us', ['contrat de services']],
  ['un contrato', ['contrat de services']],
  ['mobilité étudiante', ['entente de mobilité']],
  ['student exchange', ['entente de mobilité']],
  ['Délocalisation du DEC', ['délocalisation de programme']],
  ['programme abroad', ['délocalisation de programme']],
  ['cooperation', ['entente de collaboration']],
  ['une collaboration par contrat', ['contrat de services']],
  ['À déterminer', ['à déterminer']],
  ['we are not sure', ['à déterminer']],
  ['Protocole puis contrat', ['protocole d’entente', 'contrat de services']],
  ['quelque chose de simple', []],
  ['Pas de contrat, un protocole', ['protocole d’entente']],
  ['an MoU, not a contract', ['protocole d’entente']],
  ['ni contrat ni protocole', []],
  ['sin contrato', []],
  ['not yet decided', ['à déterminer']],
  ['pas de préférence', ['à déterminer']],
  ['a services agreement', ['contrat de services']],
  ['M.O.U.', ['protocole d’entente']],
  ['intercambio de estudiantes', ['entente de mobilité']],
  ['double diplôme', ['délocalisation de programme']],
  ['whatever suits you', []],
  ['', []],
])('« %s »', (answer, types) => {
  expect(agreementTypes(answer)).toEqual(types);
});
