import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isComplete, missingPoints, outsideDeadline, proposeCategory } from '../../src/categorisation/category.ts';
import { type Point, points, type Request } from '../../src/model/request.ts';
import { anyText } from '../any-text.ts';

const house = { timeZone: 'America/Toronto' };
const now = new Date('2026-11-23T14:00:00Z');
const request = (answers: Partial<Record<Point, string>>): Pick<Request, 'points'> => ({
  points: Object.fromEntries(
    Object.entries(answers).map(([point, value]) => [
      point,
      { value, applies: value !== 's.o.', author: 'a', mail: 'm', at: 't' },
    ]),
  ),
});
const propose = (timeline: string, resources: string, more: Partial<Record<Point, string>> = {}) => {
  const { category, provisional } = proposeCategory(request({ timeline, resources, ...more }), house, now);
  return `${category}${provisional ? ', provisional' : ''}`;
};

describe('the sample requests', () => {
  test.each([
    ['Ouverture visée : 2029', 'Financement en négociation', 'long'],
    ['Three weeks on site, May 2027', 'Our board has approved CAD 180,000', 'short, provisional'],
    ['segundo semestre 2027', '', 'medium, provisional'],
    ['Visite du 8 au 12 mars 2027', '', 'medium, provisional'],
    ['À partir de septembre 2027', 'Le financement est assuré par le ministère', 'medium'],
    ['', 'candidature au financement jusqu’au 30 avril 2027', 'medium, provisional'],
    ['', 'No budget yet.', 'long'],
    ['L’appel ferme le 18 décembre.', 'Budget admissible : 1,2 M$ CA, accordé si lauréat', 'short'],
    ['2029-2030', 'fondos ANID en postulación', 'long'],
    ['from autumn 2027', 'our rectorate funds mobility', 'medium'],
  ])('%j, %j → %s', (timeline, resources, expected) => {
    expect(propose(timeline, resources)).toBe(expected);
  });
});

describe('the thresholds', () => {
  test('are those of the configuration', () => {
    const horizons = { deadlineDays: 10, shortMonths: 12, mediumMonths: 24, leadDays: 3, leastDays: 3 };
    const under = (timeline: string, resources: string) =>
      proposeCategory(request({ timeline, resources }), { ...house, horizons }, now).category;
    expect(under('septembre 2027', 'budget approuvé')).toBe('short');
    expect(under('2028-09-01', 'fonds demandés')).toBe('medium');
    expect(under('Deadline: December 18, 2026', '')).toBe('long');
  });

  test('are counted from the house’s own day: late in the evening it is not tomorrow', () => {
    const evening = new Date('2026-11-24T03:00:00Z');
    const { category } = proposeCategory(
      request({ timeline: '24 mai 2027', resources: 'budget approuvé' }),
      house,
      evening,
    );
    expect(category).toBe('medium');
  });
});

test.each<[words: string, expected: string | undefined]>([
  ['date limite : 18-12-2026', '2026-12-18'],
  ['date limite 18.12.2026', '2026-12-18'],
  ['closing date 12/18/2026', '2026-12-18'],
  ['deadline 2026/12/18', '2026-12-18'],
  ['deadline 31/12/2026', '2026-12-31'],
  ['fecha límite: 18/12/2026', '2026-12-18'],
  ['clôture le 18/12', '2026-12-18'],
  ['date butoir : 18 décembre 2026', '2026-12-18'],
  ['remise des offres le 18 décembre', '2026-12-18'],
  ['dépôt : 18 décembre 2026, 17 h', '2026-12-18'],
  ['appel de propositions : 18 décembre 2026', '2026-12-18'],
  ['appel à projets, échéance : 18 décembre 2026', '2026-12-18'],
  ['ferme dans 3 semaines', '2026-12-14'],
  ['closes in ten days', '2026-12-03'],
  ['closes on the 18th of December', '2026-12-18'],
  ['réponse d’ici le 18 décembre', '2026-12-18'],
  ['candidatures avant le 18 décembre 2026, formation dès le 15 janvier 2027', '2026-12-18'],
  ['début le 12 janvier 2027, date limite le 18 décembre 2026', '2026-12-18'],
  // Of two days that the digits may mean, the earlier one that is still to come.
  ['date limite : 05/12/2026', '2026-12-05'],
  ['date limite : 11/12/2026', '2026-12-11'],
  // No last days.
  ['Début dans 3 semaines', undefined],
  ['Début le 18/12', undefined],
  ['remise des attestations le 18 décembre 2026', undefined],
  ['début avec 1/2 groupe, phase 3/4', undefined],
  ['le dépôt de Siguiri ouvre en mai 2027', undefined],
])('the last day of %j is %s', (timeline, expected) => {
  expect(outsideDeadline(request({ timeline }), house, now)).toBe(expected);
});

test('a start beside a last day is a start', () => {
  const { reasons } = proposeCategory(
    request({ timeline: 'Date limite : 1er mars 2027, début le 15 mai 2027', resources: 'budget approuvé' }),
    house,
    now,
  );
  expect(reasons.join(' ')).toMatch(/Début.*15 mai 2027.*Date limite.*1er mars 2027/);
});

test('no reason is given that is not so', () => {
  const { reasons } = proposeCategory(request({ timeline: 'mai 2027', resources: 'Aucun budget.' }), house, now);
  expect(reasons.join(' ').replaceAll('\u00A0', ' ')).toContain('Début : « mai 2027 », d’ici 18 mois.');
});

describe('a proposal', () => {
  test.each([
    ['nothing known', '', '', 'long, provisional'],
    ['points that do not apply', 's.o.', 's.o.', 'long, provisional'],
    ['six months to the day', '23 mai 2027', 'budget approuvé', 'short'],
    ['and a day more', '24 mai 2027', 'budget approuvé', 'medium'],
    ['soon, but the money is only sought', 'janvier 2027', 'demande de financement déposée', 'medium'],
    ['not yet approved is not approved', 'January 2027', 'The budget is not yet approved.', 'medium'],
    ['approved under a condition', 'enero 2027', 'Presupuesto aprobado, sujeto a firma', 'medium'],
    ['no money', 'janvier 2027', 'Aucun budget.', 'long'],
    ['sin presupuesto', 'enero 2027', 'Sin presupuesto por ahora', 'long'],
    ['an amount alone promises nothing', '15 janvier 2027', 'Budget : 180 000 $', 'medium, provisional'],
    ['an amount that is approved', 'April 2027', 'CAD 175 000, approved.', 'short'],
    ['un montant voté', 'avril 2027', '100 000 $, votés par le conseil', 'short'],
    ['un montant qui ne l’est pas', 'mai 2027', '100 000 $ non approuvés', 'medium'],
    ['an amount that is to be approved', 'May 2027', 'CAD 175 000, not yet approved.', 'medium'],
    ['eighteen months to the day', '2028-05-23', 'fonds demandés', 'medium'],
    ['and a day more', '2028-05-24', 'fonds demandés', 'long'],
    ['a year that may be either', '2028', 'budget approuvé', 'long, provisional'],
    ['a date that is over', 'Première visite en mars 2025', 'budget approuvé', 'medium, provisional'],
    ['a past and a coming date', 'Rencontre tenue en mars 2025; début en mars 2027', 'budget approuvé', 'short'],
    ['relative', 'dans trois mois', 'funding secured', 'short'],
    ['in ten months', 'in 10 months', 'funding secured', 'medium'],
    ['a deadline just inside', 'Deadline: January 22, 2027', '', 'short'],
    ['a deadline just outside', 'Deadline: January 23, 2027', '', 'long, provisional'],
    ['a deadline without a year is the next', 'Fecha límite: 10 de enero', '', 'short'],
    ['a deadline that is over', 'La date limite était le 3 novembre 2026', '', 'long, provisional'],
    ['a number that looks like a year', 'Pour 2030 personnes', '', 'long, provisional'],
    ['no such day', 'Début le 31 février 2027', 'budget approuvé', 'short, provisional'],
    ['no such last day', 'Date limite : 31 novembre 2026', '', 'short, provisional'],
    ['a stretch over the threshold', 'entre mai et septembre 2027', 'budget approuvé', 'short, provisional'],
    ['a month without its year', 'Début en mars', 'budget approuvé', 'short'],
  ])('%s: %j, %j → %s', (_, timeline, resources, expected) => {
    expect(propose(timeline, resources)).toBe(expected);
  });

  test('a deadline counts wherever it is written, a start only in the timeline', () => {
    expect(propose('2029', '', { expectations: 'Une lettre d’appui avant le 11 décembre 2026' })).toBe('short');
    expect(propose('', '', { needs: 'Forage, depuis mars 2027' })).toBe('long, provisional');
  });

  test('says why, in French, with the words it relies on', () => {
    const { reasons } = proposeCategory(
      request({ timeline: 'Début : septembre 2027', resources: 'Le financement est assuré.' }),
      house,
      now,
    );
    expect(reasons.join(' ').replaceAll('\u00A0', ' ')).toBe(
      'Début : « septembre 2027 », d’ici 18 mois. Financement engagé : « Le financement est assuré ».',
    );
  });

  test('always comes with a reason, whatever was answered', () => {
    const any = anyText({ maxLength: 200 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...points), any), (answers) => {
        const { reasons } = proposeCategory(request(answers), house, now);
        expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});

test('a request is complete when every point is answered or does not apply', () => {
  expect(missingPoints(request({ needs: 'x', resources: 's.o.' }))).toEqual([
    'expectations',
    'agreementType',
    'timeline',
  ]);
  expect(isComplete(request({ needs: 'x' }))).toBe(false);
  expect(isComplete(request(Object.fromEntries(points.map((point) => [point, 's.o.']))))).toBe(true);
});
