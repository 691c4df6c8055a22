import { expect, test } from 'vitest';
import { proposedMoments } from '../../src/clarification/proposed-moments.ts';

const now = new Date('2026-11-23T15:00:00Z');
const zones = {
  theirs: 'Africa/Abidjan',
  house: 'America/Toronto',
  zoneOf: (place: string) => (place === 'lima' ? 'America/Lima' : undefined),
};
const read = (text: string) =>
  proposedMoments(text, now, zones).map(({ moment, zone }) => (zone ? moment.toISOString().slice(0, 16) : 'where?'));

test.each<[text: string, moments: string[]]>([
  ['Un appel mardi à 15 h nous irait.', ['2026-11-24T15:00']],
  ['Un appel mardi à 15 h 30 (heure de Lima).', ['2026-11-24T20:30']],
  ['Un appel mardi à 10 h, heure de Québec', ['2026-11-24T15:00']],
  ['Un appel mardi à 10 h, votre heure', ['2026-11-24T15:00']],
  ['Un appel mardi à 10 h (heure de Samarcande)', ['where?']],
  ['Un appel mardi à 10 h, heure de la ville de Samarcande', ['where?']],
  ['Tuesday at 10:00 Samarkand time', ['where?']],
  ['Tuesday at 10:00 UTC+3', ['where?']],
  ['Tuesday at 10:00 GMT', ['2026-11-24T10:00']],
  ['Tuesday at 10:00 and some time on Friday', ['2026-11-24T10:00']],
  ['Tuesday at 10:00 (if you agree)', ['2026-11-24T10:00']],
  ['Un appel mardi à 15 h (Lima)', ['2026-11-24T20:00']],
  ['Propongo el jueves 3 de diciembre a las 15:00 hora de Lima.', ['2026-12-03T20:00']],
  ['Propongo el jueves 3 de diciembre de 2026, a las 15:00 (hora Lima).', ['2026-12-03T20:00']],
  ['¿Podría ser el martes a las 3 p. m.?', ['2026-11-24T15:00']],
  ['El martes a las 15 horas, hora local', ['2026-11-24T15:00']],
  ['El martes a las 10:00 hrs, su hora', ['2026-11-24T15:00']],
  ['A las 15:00 del jueves 3 de diciembre, hora de Lima', ['2026-12-03T20:00']],
  ['At 3 pm on Thursday 3 December', ['2026-12-03T15:00']],
  ['Thursday 3 December, 14:00 Lima local time', ['2026-12-03T19:00']],
  ['Thu, Dec 3, 2 p.m.', ['2026-12-03T14:00']],
  ['2026-12-03 at 10:00', ['2026-12-03T10:00']],
  ['El jueves 4 de diciembre a las 15:00', []],
  ['Los martes trabajamos hasta las 15:00', []],
  ['Could we talk on Thursday at 2:30 pm, or December 3 at 10:00?', ['2026-11-26T14:30', '2026-12-03T10:00']],
  ['Could we talk on Thursday 2 pm Lima time?', ['2026-11-26T19:00']],
  ['le 3 décembre 2026 à 10 h', ['2026-12-03T10:00']],
  ['jeudi 3 décembre à 10 h', ['2026-12-03T10:00']],
  ['vendredi 3 décembre à 10 h, un jour qui ne va pas avec sa date', []],
  ['mardi prochain, ou à 15 h', []],
  ['le 3 novembre 2026 à 10 h, qui est passé', []],
  ['Can we meet this week, our office hours 9–6?', []],
  ['Formation de 40 h à partir du 3 mars', []],
])('%s', (text, moments) => {
  expect(read(text)).toEqual(moments);
});
