import { expect, test } from 'vitest';
import { listed } from '../../src/clarification/closed-lists.ts';
import type { Point } from '../../src/model/request.ts';

test.each<[Point, string, string | undefined]>([
  ['agreementType', 'MoU', 'protocole d’entente'],
  ['agreementType', 'Protocole puis contrat', 'protocole d’entente ou contrat de services'],
  ['agreementType', 'quelque chose de simple', 'type d’entente non reconnu, à vérifier'],
  ['resources', 'Secured, paid by the ministry', 'financement engagé'],
  ['resources', 'fondos en trámite', 'financement recherché'],
  ['resources', 'Aucun pour l’instant', 'financement absent'],
  ['resources', 'Deux salles et un atelier', 'financement non reconnu, à vérifier'],
  ['resources', 'Our budget will be approved in May', 'financement recherché'],
  ['resources', 'Le budget devrait être voté en mars', 'financement recherché'],
  ['resources', 'Grant application submitted', 'financement recherché'],
  ['resources', 'Nous cherchons un bailleur', 'financement recherché'],
  ['resources', 'Recursos propios', 'financement engagé'],
  ['resources', 'The company will cover all costs', 'financement engagé'],
  ['resources', 'Funding is far from secured', 'financement recherché'],
  ['resources', 'CAD 90 000, neither approved nor committed', 'financement recherché'],
  ['resources', 'Le financement est tout sauf acquis', 'financement recherché'],
  ['resources', 'Presupuesto sin aprobar', 'financement recherché'],
  ['resources', 'Budget approved, except travel', 'financement engagé'],
  ['needs', 'MoU', undefined],
])('%s, « %s »: %s', (point, value, expected) => {
  expect(listed({ point, value, applies: true })).toBe(expected);
});

test('what does not apply is in no list', () => {
  expect(listed({ point: 'resources', value: '', applies: false })).toBeUndefined();
});
