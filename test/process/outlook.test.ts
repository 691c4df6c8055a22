import { expect, test } from 'vitest';
import { outlook } from '../../src/process/outlook.ts';
import { policy } from '../letters/samples.ts';

const now = new Date('2026-11-23T15:00:00Z');
const category = (text: string) => outlook(text, { name: '', address: 'a@b.example' }, [], policy, now)[0];

test.each([
  ['Somos una escuela y buscamos capacitación en rescate.', /Financement : rien d’établi/],
  ['We are looking for training; our proposal was submitted to your office.', /Financement : rien d’établi/],
  ['Nous cherchons un financement pour ce projet.', /Financement recherché : « Nous cherchons un financement/],
  ['Le budget est approuvé.', /Financement engagé : « Le budget est approuvé »/],
])('of a first mail only words about money say something of it: %s', (text, evidence) => {
  expect(category(text)?.evidence.replace(/\s/g, ' ')).toMatch(evidence);
});

test('nothing is foreseen of what is out of mandate', () => {
  const findings = [{ kind: 'outOfMandate', value: 'x', evidence: '' }];
  expect(outlook('Le budget est approuvé.', { name: '', address: 'a@b.example' }, findings, policy, now)).toEqual([]);
});
