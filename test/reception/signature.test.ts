import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/reception/kinds.ts';
import { isRole } from '../../src/reception/roles.ts';
import { readSignature } from '../../src/reception/signature.ts';

const signed = (lines: string) => readSignature(`Bonjour,\n\nNous cherchons une formation.\n\n${lines}`, '');

describe('the organisation that somebody signs for', () => {
  test.each([
    [
      'Aïcha Barry\nDirectrice générale des Mines\nMinistère des Mines et de la Géologie\nConakry',
      'Ministère des Mines et de la Géologie',
      'government',
    ],
    ['Joe Phiri\nDirector of Mining\nMinistry of Mines', 'Ministry of Mines', 'government'],
    ['Jane Banda\nHead of Mining Engineering Department\nCopperbelt University', 'Copperbelt University', 'university'],
    [
      'Rosa Quispe\nDirectora General de Promoción Minera\nMinisterio de Energía y Minas',
      'Ministerio de Energía y Minas',
      'government',
    ],
    ['Jane Banda\nDirector, Department of Mines\nMinistry of Mines', 'Ministry of Mines', 'government'],
    ['Luc Gagnon\nDirecteur de l’École des mines\nUniversité de Sept-Îles', 'Université de Sept-Îles', 'university'],
    ['Jane Banda\nChief Mining Engineer\nMinistry of Mines', 'Ministry of Mines', 'government'],
    ['Jane Banda\nTraining Superintendent\nKonkola Copper Mines Plc', 'Konkola Copper Mines Plc', 'mining-company'],
    ['Ana Ruiz\nJefa de Capacitación Mina\nMinera Altiplano S.A.C.', 'Minera Altiplano S.A.C.', 'mining-company'],
    ['Ama Boateng\nDirector, Department of Mines\nAccra', 'Department of Mines', 'government'],
    ['Ama Boateng\nDean, School of Mines\nUniversity of Zambia', 'University of Zambia', 'university'],
    ['Anna Weber\nTU Bergakademie Freiberg', 'TU Bergakademie Freiberg', 'university'],
    [
      'Anna Weber\nDekanin\nTechnische Hochschule Georg Agricola, Bochum',
      'Technische Hochschule Georg Agricola',
      'university',
    ],
    ['Kofi Mensah\nDirecteur de l’École des mines de Gao', 'École des mines de Gao', 'school'],
    ['Kofi Mensah\nTraining Manager at Goldfields Ghana Ltd', 'Goldfields Ghana Ltd', 'mining-company'],
    ['Kofi Mensah\nDirecteur général des mines', undefined, undefined],
    ['Kofi Mensah\nDirector of Mining', undefined, undefined],
    [
      'Issa Ouédraogo\nMinistère de l’Énergie, des Mines et des Carrières\nOuagadougou',
      'Ministère de l’Énergie, des Mines et des Carrières',
      'government',
    ],
    [
      'Jane Banda\nMinistry of Energy, Mines and Water Development, Lusaka',
      'Ministry of Energy, Mines and Water Development',
      'government',
    ],
    ['Jean Roy\nInstitut minier, Lomé et Kara', 'Institut minier', 'school'],
    ['Péter Kovács\nInstitute of Mining, University of Miskolc', 'University of Miskolc', 'university'],
    ['Kofi Mensah,\nHead of Training,\nGoldfields Ghana Ltd.', 'Goldfields Ghana Ltd.', 'mining-company'],
    ['Ama Boateng\nPrincipal Inspector\nMinerals Commission', 'Minerals Commission', 'public-agency'],
    ['Ama Boateng\nCounsellor\nHigh Commission of Ghana, Ottawa', 'High Commission of Ghana', 'embassy'],
    ['Ibrahim Maïga\nAssocié, AfriMine Conseil SARL', 'AfriMine Conseil SARL', 'consultant'],
    ['Marie Roy\nCégep de Thetford\nThetford Mines (Québec) G6G 1N1', 'Cégep de Thetford', 'school'],
    ['Marie Roy\nConseillère\nThetford Mines (Québec) G6G 1N1', undefined, undefined],
    [
      'Alpha Diallo\nDirecteur RH, Société des Bauxites de Boké, Guinée',
      'Société des Bauxites de Boké',
      'mining-company',
    ],
    ['Ana Ruiz\nGerente\nSociedad Minera El Cobre', 'Sociedad Minera El Cobre', 'mining-company'],
    ['Jean Roy\nCFP de Val-d’Or', 'CFP de Val-d’Or', 'school'],
    ['Jean Roy\nCentre de services scolaire du Fleuve', 'Centre de services scolaire du Fleuve', 'school'],
  ])('%s', (lines, organisation, kind) => {
    const found = signed(lines);
    expect([found.organisation, found.kind]).toEqual([organisation, kind]);
  });
});

test.each([
  'Sous-directeur des activités minières',
  'Le Directeur de cabinet',
  'Premier conseiller',
  'Chief Mining Engineer',
  'Deputy Director for Mining Programmes',
  'Principal Inspector of Mines',
  'Training Superintendent',
  'Minister-Counsellor (Economic)',
  'Superintendente de Capacitación Mina',
  'Proviseure',
  'Surintendant',
  'المدير العام للمناجم',
])('« %s » is what somebody does', (piece) => {
  expect(isRole(piece)).toBe(true);
});

test.each([
  'Ministère des Mines',
  'Ministry of Mines',
  'Office of the Chief Inspector of Mines',
  'Secretaría de Minería',
  'Expert Mining Services Ltd',
  'Ingénieurs sans frontières',
  'Ordre des ingénieurs',
  'Konkola Copper Mines Plc',
])('« %s » is a house', (piece) => {
  expect(isRole(piece)).toBe(false);
});

test.each([
  ['Head Office', undefined],
  ['Office of Mine Safety', 'public-agency'],
  ['Cégep de l’Abitibi', 'school'],
  ['Commission scolaire', 'school'],
  ['Geological Survey of Malawi', 'public-agency'],
  ['Baie-James Consulting Inc.', 'consultant'],
  ['Gold Fields', 'mining-company'],
])('« %s »: %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

test.each(['Hind Bennani', 'Hilary Osei', 'Bienvenu Kabongo', 'Mercie Banda', 'Kindness Phiri'])(
  '« %s » is a name, whatever greeting it begins like',
  (name) => {
    expect(signed(`${name}\nRabat`).name).toBe(name);
  },
);

test.each(['Hi Marie', 'Kind Regards', 'Best Regards', 'Bien Cordialement', 'Merci Madame'])(
  '« %s » is none',
  (line) => {
    expect(signed(`${line}\nRabat`).name).toBeUndefined();
  },
);
