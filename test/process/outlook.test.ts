import { describe, expect, test } from 'vitest';
import { outlook, proposedTimes } from '../../src/process/outlook.ts';
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

describe('days off', () => {
  const daysOff = (text: string, country = 'MA') => {
    const found = outlook(text, { name: '', address: 'a@b.example', country }, [], policy, now);
    return found.filter(({ kind }) => kind !== 'category').map(({ kind, value }) => `${kind}: ${value}`);
  };

  test('between the two ends of a stay are told, in another month and another year too', () => {
    expect(daysOff('Une visite du 28 février au 12 mars.')).toEqual([
      'feast: peut-être l’Aïd el-Fitr chez le demandeur, entre le 8 mars 2027 et le 11 mars 2027 (date estimée)',
    ]);
    expect(daysOff('A visit from Dec 28 to Jan 8.', 'PE')).toEqual([
      'holiday: au Québec, le 31 décembre 2026, le 1er janvier 2027, le 2 janvier 2027',
    ]);
  });

  test.each([
    ['Une visite du 11 au 15 janvier 2027.'],
    ['Un cours du 28 février 2027 au 12 mars 2029.'],
    ['Une visite eut lieu du 28 février 2023 au 30 avril 2023.'],
    ['Notre courriel du 24 décembre 2026.'],
  ])('of %j nobody is told', (text) => {
    expect(daysOff(text)).toEqual([]);
  });
});

test('nothing is foreseen of what is out of mandate', () => {
  const findings = [{ kind: 'outOfMandate', value: 'x', evidence: '' }];
  expect(outlook('Le budget est approuvé.', { name: '', address: 'a@b.example' }, findings, policy, now)).toEqual([]);
});

describe('times', () => {
  const requester = { name: '', address: 'a@b.example', timeZone: 'Africa/Accra' };
  const told = ['2026-11-26T15:00:00Z'];
  const proposed = (text: string) =>
    proposedTimes(text, requester, policy, now, told).map(({ value }) => value.replaceAll('\u00a0', ' '));

  test('that are proposed are told at both places', () => {
    expect(proposed('Could we meet on Thursday, November 26, 2026 at 9:00?')).toEqual([
      'jeudi 26 novembre 2026, 9 h 00 (Accra, UTC+0) = jeudi 26 novembre 2026, 4 h 00 (Val-d’Or, UTC−5)',
    ]);
  });

  test('at the clock of a place that is not known are told too, for a person to place', () => {
    expect(proposed('Could we meet on Thursday at 9:00, Timbuktu time?')).toEqual([
      expect.stringContaining('que le greffier ne connaît pas'),
    ]);
  });

  test.each([
    'Thursday, November 26, 2026, 10:00 (Val-d’Or, UTC−5) / 15:00 (Accra, UTC+0)',
    'jeudi 26 novembre 2026, 15 h 00 (Accra)',
  ])('that our letter named itself are not: %s', (line) => {
    expect(proposed(line)).toEqual([]);
  });
});
