import { describe, expect, test } from 'vitest';
import { research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';

const of = (from: string, text: string) => research(mailOf({ from, text, subject: 'Demande' }), text, [], 2026);

describe('who gets French alone', () => {
  const english = 'Dear colleagues,\nwe would like to train our instructors in mine rescue next year.\n';
  test.each([
    ['a ministry where French is official', 'x@mines.gouv.ci', 'Ama Boateng\nMinistry of Mines', 'fr'],
    ['a ministry where it is not', 'x@mines.gov.gh', 'Ama Boateng\nMinistry of Mines', 'en'],
    ['a company where French is official', 'x@mine.ci', 'Ama Boateng\nGold Mining Ltd', 'en'],
    ['a school of Quebec, by its domain', 'x@centre.qc.ca', 'Ama Boateng', 'fr'],
    ['a company in Quebec, by its telephone', 'x@mine.example', 'Ama Boateng\n819 555-0123', 'fr'],
    ['by its postal code', 'x@mine.example', 'Ama Boateng\nVal-d’Or (Québec) J9P 1S2', 'fr'],
    ['by the kind of school', 'x@mine.example', 'Ama Boateng\nCégep de Baie-Comeau', 'fr'],
    ['by its town', 'x@mine.example', 'Ama Boateng\nMalartic (Québec)', 'fr'],
    ['a delegation of Quebec abroad', 'x@mri.example', 'Ama Boateng\nBureau du Québec à Accra', 'en'],
    ['elsewhere in Canada', 'x@mine.example', 'Ama Boateng\nSudbury, Ontario P3A 1B2, 705 555-0123', 'en'],
    ['a like number abroad', 'x@mine.example', 'Ama Boateng\nLima, Peru\n514 555-0123', 'en'],
  ])('%s', (_, from, signature, language) => {
    expect(of(from, `${english}${signature}`).language).toBe(language);
  });

  test('and staff reads why', () => {
    const { findings } = of('x@mines.gouv.ci', `${english}Ama Boateng\nMinistry of Mines`);
    expect(findings.find(({ kind }) => kind === 'language')?.evidence).toContain('français seulement');
  });
});
