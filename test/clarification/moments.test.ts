import { expect, test } from 'vitest';
import { readMoments } from '../../src/clarification/moments.ts';

/** Monday, 23 November 2026, 10:00 in Val-d'Or. */
const now = new Date('2026-11-23T15:00:00Z');
const read = (words: string) => {
  const found = readMoments(words, now, 'America/Toronto');
  return 'refused' in found ? found.refused : found.moments.map((moment) => moment.toISOString().slice(0, 16));
};

test.each([
  ['2026-12-03 10h', ['2026-12-03T15:00']],
  ['2026-12-03 10h; jeudi 14 h 30', ['2026-12-03T15:00', '2026-11-26T19:30']],
  ['2026-12-03 à 10 h 30', ['2026-12-03T15:30']],
  ['2026-12-03, 10:30', ['2026-12-03T15:30']],
  ['3 décembre 10 h', ['2026-12-03T15:00']],
  ['le jeudi 3 décembre 2026 à 10 heures', ['2026-12-03T15:00']],
  ['1er déc. 9h', ['2026-12-01T14:00']],
  ['December 3, 2026 at 10:00 a.m.', ['2026-12-03T15:00']],
  ['Thursday, December 3 at 2 pm', ['2026-12-03T19:00']],
  ['3rd of December 2:30 PM', ['2026-12-03T19:30']],
  ['demain 10 h', ['2026-11-24T15:00']],
  ['tomorrow 12:15 p.m.', ['2026-11-24T17:15']],
  ['après-demain 10 h', ['2026-11-25T15:00']],
  ['aujourd’hui 16 h', ['2026-11-23T21:00']],
  ['2026-12-03T10:00', ['2026-12-03T15:00']],
  ['10 h 30 le 3 décembre', ['2026-12-03T15:30']],
  ['10h 2026-12-03', ['2026-12-03T15:00']],
  ['2:30 pm Thursday', ['2026-11-26T19:30']],
  ['jeu. 14 h', ['2026-11-26T19:00']],
  ['lundi 9 h', ['2026-11-30T14:00']],
  ['vendredi midi', ['2026-11-27T17:00']],
  ['5 janvier 9 h', ['2027-01-05T14:00']],
  ['5 juillet 2027 9h', ['2027-07-05T13:00']],
  ['15/12/2026 10 h', ['2026-12-15T15:00']],
  ['12-15 10 h', ['2026-12-15T15:00']],
  ['mar. 1er déc. 10 h', ['2026-12-01T15:00']],
  ['mar. 1 déc. 2026, 10 h 30', ['2026-12-01T15:30']],
  ['mar 1 10 h', ['2027-03-01T15:00']],
  ['Mar. 1, 2027 10 am', ['2027-03-01T15:00']],
  ['jeudi 10 h 30 min', ['2026-11-26T15:30']],
  ['au 2026-12-03 10 h', ['2026-12-03T15:00']],
  ['jeudi 10 h.', ['2026-11-26T15:00']],
  ['jeudi 10 h, svp', ['2026-11-26T15:00']],
  ['jeudi 10 h, s’il vous plaît.', ['2026-11-26T15:00']],
  ['jeudi 2:30 p.m.', ['2026-11-26T19:30']],
  ['Please Thursday 10 am; vendredi 9 h, merci', ['2026-11-26T15:00', '2026-11-27T14:00']],
])('%s', (words, moments) => {
  expect(read(words)).toEqual(moments);
});

test.each([
  ['', 'Aucune date'],
  ['jeudi', 'l’heure manque'],
  ['10 h', 'la date manque'],
  ['03/12/2026 10 h', 'se confondent'],
  ['3-12 10 h', 'se confondent'],
  ['vendredi 3 décembre 10 h', 'est un jeudi'],
  ['30 février 10 h', 'n’existe pas'],
  ['2026-13-03 10 h', 'n’existe pas'],
  ['2026-12-03T10:00-05:00', '« -05:00 » n’est pas lu'],
  ['2026-12-03T15:00Z', 'n’est pas lu'],
  ['14.30', 'une heure s’écrit « 14 h 30 »'],
  ['2026-12-03 25 h', 'n’est pas une heure'],
  ['2026-12-03 14 pm', 'n’est pas une heure'],
  ['2026-12-03 10', 'l’heure manque'],
  ['2026-11-20 10 h', 'compris comme le 2026-11-20 à 10:00, qui est passé'],
  ['2028-11-20 10 h', 'trop loin'],
  ['2027-03-14 2 h 30', 'changement d’heure'],
  ['2027-11-07 1 h 30', 'changement d’heure'],
  ['bientôt 10 h', '« bientôt » n’a pas été compris; l’heure lue est 10:00'],
  ['jeudi prochain 14 h 30', '« prochain » n’a pas été compris; l’heure lue est 14:30'],
  ['Réserver le jeudi 3 décembre 10 h', '« Réserver » n’a pas été compris'],
  ['10 décembre 11 octobre 9 h', '« 10 decembre 11 octobre » n’est pas une date'],
  ['mer. 1 déc. 10 h', 'est un mardi'],
  ['mar. 2 déc. 10 h', 'est un mercredi'],
  ['jeudi 2 h de l’après-midi', "« l'apres-midi », après l’heure"],
  ['svp', 'Aucune date'],
  ['jeudi 10 heures trente', '« trente », après l’heure'],
  ['3 décembre', 'compris comme le 2026-12-03; l’heure manque'],
  ['vendredi 3 décembre', 'est un jeudi'],
  ['10 h 30', 'l’heure lue est 10:30; la date manque'],
  ['aujourd’hui 9 h', 'qui est passé'],
  ['jeudi 10 h (Abidjan)', '« (abidjan) », après l’heure, n’a pas été compris; les heures sont celles de l’Institut'],
  ['jeudi 10 h UTC', '« utc », après l’heure'],
  ['jeudi 10 h et vendredi 9 h', 'séparez les moments par « ; »'],
  ['jeudi de 10 h à 11 h', 'séparez les moments par « ; »'],
  ['jeudi 10h-11h', 'séparez les moments par « ; »'],
  ['mar. 10 h', '« mar. » n’est pas une date'],
  ['jeudi ou vendredi 10 h', '« ou » n’a pas été compris'],
  ['2026-12-03 10 h; 3 décembre 10 h', 'figure deux fois'],
])('« %s » is refused: %s', (words, why) => {
  expect(read(words)).toContain(why);
});
